### What stands on the record: a claim, its hedge, its time, whose it is.

## A figure

# How far a figure may be off, as it says itself. $margin (figure): per cent
claim-margin = ±{ $margin } per cent
# Behind what was promised and has not come about.
claim-pledge = only promised
# Behind what was expected and has not come about.
claim-forecast = only expected
# Words that were read. $words (text, as said)
claim-quoted = “{ $words }”
# In brackets behind the English of words, in quotation marks, whose own letters cannot be printed.
words-glossed = a translation; no font here has the letters of the words themselves
# In brackets behind words in which some letters cannot be printed. $sign (text): what stands for each
words-with-signs = a { $sign } stands for a letter that no font here has
# A figure with what it counts. $figure (text): the number with its hedge; $items (list)
claim-of-items = { $figure } { $items }
# A share of something, or a change in it. $figure (text): the number with its hedge; $items (list): of
# what
claim-part-of = { $figure } of { $items }
# $text (text), $more (text)
in-brackets = { $text } ({ $more })
# Between the members of an either-or, with the spaces around.
claim-or = {" or "}
# In front of the number of a capacity that somebody named.
claim-room = room for
# A unit per another. $unit (text), $each (text)
unit-per = { $unit } a { $each }
# A unit that the dossier names. $name (text), $one (yes or no): whether it is one of them
unit-any = { $one ->
    [yes] { $name }
   *[no] { $name }s
}
unit-percent = per cent
# A noun that has its number within it, where no number is told. $before, $after (text): what stands around the number
noun-alone = { $before } ({ $after })

## Whose it is

# Whose figure it is and through whom it became public. $who (text), $through (text)
claim-through = { $who }, through { $through }
# $name (text), $role (text): who that is
claim-speaker = { $name }, { $role }
claim-unnamed = not named
# How a source knows what it says.
basis-observed = observed
basis-derived = derived
basis-assessed = assessed
basis-asserted = asserted
basis-assumed = assumed
# What is reported not to have been confirmed. $who (text), $note (text)
claim-unconfirmed = { $who }: { $note }.
claim-not-confirmed = not confirmed
# Of a claim that is superseded: what took its place. $said (text), $document (text): publisher and day
claim-replaced = Its own speaker later said “{ $said }” ({ $document }).
# In place of a document.
claim-assumed = assumption of this analysis
claim-set = set in this edition
# A wording that was seen in a copy. $publishers (list)
claim-as-seen-in = as seen in { $publishers }
# Between publishers read at first hand and copies, with the spaces around.
claim-seen-also = {", and "}
# Under a chart. $names (list): the first publishers; $more (number): how many more; $dated (yes or no), $day (day)
sources-line = Sources: { $names }{ $more ->
    [0] .
   *[other] {" "}and { FIGURES($more) } more.
}{ $dated ->
    [yes] {" "}Public by { $day }.
   *[no] { "" }
}

## Its time

# What the time a figure speaks of takes away from it, behind the figure.
window-same-days = speaks of the same days
window-another-time = speaks of another time, so it is left out
window-part-of-the-time = speaks of part of the time, and is taken to hold for all of it
window-another-stretch = counts for another stretch of time, so it sets neither a minimum nor a maximum
window-shorter = counts for a shorter time, so it sets no maximum
window-earlier = counts from an earlier day, so it sets no minimum
window-later = runs to a later day, so it sets no minimum
window-earlier-later = starts on an earlier day and runs to a later one, so it sets no minimum
window-no-start = gives no start, so it sets neither a minimum nor a maximum
window-no-end = gives no end, so it sets neither a minimum nor a maximum
window-no-start-no-end = gives neither start nor end, so it sets neither a minimum nor a maximum
# Where something would have to be found. $dated (yes or no), $day (day)
day-by = { $dated ->
    [yes] by { $day }
   *[no] in the dossier
}
# $given (both, end, start or none): which ends are given; $start (day), $end (day)
period = { $given ->
    [both] { $start } to { $end }
    [end] up to { $end }, start not given
    [start] from { $start }, end not given
   *[none] no dates given
}
# As period, where there is little room; the first month stands without its year where both are of one.
# $given (both, end, start or none), $start (month), $end (month)
period-short = { $given ->
    [both] { $start }–{ $end }
    [end] to { $end }
    [start] from { $start }
   *[none] { "" }
}
# $start (day)
period-since = since { $start }
# A day with what was reported on it first. $day (day), $said (list)
reported-on = { $day }: { $said }
# The same with whose it is. $who (text), $said (list)
named-on = { $who }: { $said }

## What is on record for a quantity

# A quantity that is counted in several ways. $label (text), $series (text): which of them
quantity-series = { $label }, { $series }
# $what (text)
record-calendar = by the calendar: { $what }
# $what (text)
record-set = set: { $what }
# $what (text)
record-said = said: { $what }
record-nothing = nothing
# $what (text)
record-ours = ours: { $what }
# $what (text); $whole (text): with what is ours
record-published = published: { $what }
    .with-ours = published: { $what }; with ours: { $whole }
# From the lowest to the highest number. $least (text), $most (text)
range = { $least } to { $most }
# $most (text)
range-open-above = { $most } or more
rest-do-not-meet = the others do not meet
# What several conditions ask for, from the weakest to the strongest. $what (text): from the lowest to the highest, with
# the noun where there is room for it
limits-floors = at least { $what }
# $what (text)
limits-ceilings = at most { $what }
# $least (text): floors; $most (text): ceilings, with the noun where there is room for it
limits-both = at least { $least } and at most { $most }

## Answers

# $needs (list)
answer-only-with = fits only with { $needs }
verdict-fits = fits
verdict-fits-only-if = fits only if
verdict-meets-at-the-edge = meets at the edge
verdict-in-tension = in tension
verdict-does-not-fit = does not fit
verdict-restated = restated
verdict-cannot-be-tested = cannot be tested
wording-as-first-worded = as first worded
wording-as-retold = as retold
reading-literal = literal
reading-pragmatic = pragmatic
# How many claims were left out for a reason. $n (figure), $reason (text)
left-out = { $n } { $reason }

## Why a claim is left out of a sum, a range or a comparison

reason-about-a-part-only = about a part only
reason-about-another-time = about another time
reason-about-more-than-the-part = about more than the part asked for
reason-counted-otherwise = counted otherwise
reason-from-those-whose-figure-it-stands-beside = from those whose figure it stands beside
reason-not-promised = not promised
reason-not-saying-since-when = without a start
reason-not-saying-until-when = without an end
reason-not-saying-what-is-counted = unclear about what is counted
reason-only-expected = only expected
reason-only-promised = only promised
reason-replaced-in-this-edition = replaced in this edition
reason-resting-on-a-retracted-claim = resting on a retracted claim
reason-retelling-another-claim = retelling another claim
reason-retracted = retracted
reason-running-on-into-later-months = running into later months
reason-setting-no-limit-for-that-time = setting no limit for that time
reason-superseded = superseded
reason-without-a-number = without a number
reason-without-a-period = without a period

## What an answer does with reports. $n (number): how many do

# $n (number)
answers-categorical = { $n ->
    [one] denies them outright
   *[other] deny them outright
}
# $n (number)
answers-evidential = { $n ->
    [one] asks for proof
   *[other] ask for proof
}
# $n (number)
answers-legal = { $n ->
    [one] calls them lawful or no business of others
   *[other] call them lawful or no business of others
}
# $n (number)
answers-dismissal = { $n ->
    [one] dismisses them
   *[other] dismiss them
}
# $n (number)
answers-no-comment = { $n ->
    [one] gives no comment on them
   *[other] give no comment on them
}
# $n (number)
answers-acknowledged = { $n ->
    [one] acknowledges them, in whole or in part
   *[other] acknowledge them, in whole or in part
}

## Parameters of an edition that were changed

# $value (text): the reading
parameter-reading = hedges read in the { $value } way
# $value (figure): per cent
parameter-approx-tolerance = “about” within { $value } per cent
# $value (text): whose it is
parameter-convention = convention for hedges: { $value }
# $value (text): the way of counting
parameter-series = only { $value }
# A range that the edition sets. $label (text): of what, $range (text)
parameter-set = { $label } set to { $range }
