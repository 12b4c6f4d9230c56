### How far along a promise is: what was promised by when, what had come by which day, and the pace that would keep it.

## What was promised, and what had come

# $said (text), $due (day), $who (text), $since (day, or that it has none)
promised = Promised: { $said } by { $due } ({ $who }, { $since }).
# A total. $what (text): what is counted, $counted (day): up to when; $said (text), $who (text); $later (yes or no):
# whether it was published on another day, $published (day)
pledged-total = { CAPITAL($what) } by { $counted }: { $said } ({ $who }{ $later ->
    [yes] , published { $published }
   *[no] { "" }
})
# What follows from a total: the promise was kept. $total (text), $over (yes or no): whether its day has come
so-far-kept = { $total }; counted so, the promise { $over ->
    [yes] was kept
   *[no] is kept already
}.
# It was reached, by a total that counts beyond its day. $total (text)
so-far-later = { $total }; counted so, the number was reached, but whether by its day cannot be told.
# One total says that it was kept, another that it was not. $total (text)
so-far-disputed = { $total }; another total, counted so, says otherwise. Whether the promise was kept is disputed.
# Of “more than so many”, so many had come. $total (text)
so-far-reached = { $total }; that number was reached, but more than that was promised.
# $total (text), $missing (text)
so-far-short = { $total }; counted so, the promise was short by { $missing }.
# Its day has passed, and no total tells. $total (text); $missing (text), $one (yes or no): whether it is one; $why
# (early or open): whether no total counts up to the day, or its words leave it open; $then (pace, left or nothing):
# what is told of the time that was left: the pace that was needed, or that time alone, where such a pace is one for a
# time longer than it; $left (text): days with their noun; $needed (text): the pace needed; $so_far (text), $number
# (text): that so far, with its noun and without
so-far-untold = { $total }; { missing-then }{ $then ->
    [pace] , and in the { $left } left { $needed } would have had to come, against { $number } so far
    [left] , with { $left } left and { $so_far } so far
   *[nothing] { "" }
}. Whether the promise was kept cannot be told: { $why ->
    [early] no such total counts up to its day
   *[open] the words leave it open
}.
# There is time left, and no pace to be told. $total (text), $missing (text), $one (yes or no)
so-far-missing = { $total }; { missing-then }.
# There is time left. $total (text); $needed (text): the pace needed, $today (day); $since (yes or no): whether a pace
# so far is known, $number (text): it, without its noun; $enough: as so-far-enough has it
so-far-to-go = { $total }; to get there, { $needed } would have to come from { $today } on{ $since ->
    [yes] , against { $number } so far: { so-far-enough }
   *[no] { "" }
}.
# $enough (yes, no, by-number, not-by-number or open): whether the pace is enough; by the number named, where the words
# leave it open
so-far-enough = { $enough ->
    [yes] the pace so far is enough
    [no] the pace so far is not enough
    [by-number] by the bare number it is enough, but the words leave it open
    [not-by-number] by the bare number it is not enough, but the words leave it open
   *[open] the words leave open whether it is enough
}
# $missing (text), $one (yes or no): whether it is one
missing-then = { $missing } { $one ->
    [yes] was missing then
   *[no] were missing then
}
# No total was public. $promised (sentence), $dated (yes or no), $day (day), $label (text): what is counted; $paced (yes
# or no): whether a pace can be told, $needed (text), $today (day)
nothing-yet = { $promised } Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} tells the { $label }{ $paced ->
    [yes] . If none had come, { $needed } would have to come from { $today } on
   *[no] , so how far along it is cannot be told
}.

## What a total says of the promise, in a word

progress-kept = kept
progress-not-kept = not kept
progress-reached-after-its-day = reached after its day
progress-cannot-be-told = cannot be told
progress-fast-enough = fast enough
progress-too-slow = too slow
progress-left-open = left open
progress-disputed = kept by one count, missed by another
progress-counts-to-an-older-day = counts to an older day
# $word (text): by its words, $bare (text): by its number alone
progress-by-number = { $word } ({ $bare } by the bare number)

## Whether it hangs on what is counted

# $told (list): the ways of counting, with what each says; $low (text), $low_way (text): the lowest of the totals that
# answer, and what it counts; $high (text), $high_way (text): the highest
counts-differ = The answer depends on what is counted: { $told }.
    .why = The totals that answer run from { $low } ({ $low_way }) to { $high } ({ $high_way }).
# $ways (list), $word (text)
counts-differ-way = { $ways }, { $word }
# $ways (list), $word (text)
counts-agree = The answer does not depend on what is counted: for { $ways } it is “{ $word }”.
# $way (text): of counting
counts-named = “{ $way }”

## From day to day

# $told (list): of each way of counting
pledged-each-day = Each total as seen from the day it was published: { $told }.
# $way (text), $totals (text): with their noun, $told (list)
pledged-each-day-way = { $way }, { $totals }: { $told }
# $n (number): totals, $word (text): what they say
pledged-each-day-word = { $n } { $word }
# $dated (yes or no), $day (day)
pledged-each-day-nothing = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} is a total of what had come.
pledged-each-day-table = Each total as it stood on the day it was published, newest first: what was missing, the pace
    needed from then on and that so far.
    .as_of = As of
    .counted = What is counted
    .said = Said
    .up_to = Up to
    .whose = Whose
    .missing = Missing
    .needed = Needed
    .so_far = So far
    .pace = Pace
    .claim = Claim
# $totals (some or none): whether any total answers, $told (list): those that do; $said (text), $due (day): the
# promise; $label (text): what is counted; $needs (yes or no): whether a pace is drawn, $pace (text): its noun, or the
# pace itself; $promised (sentence); $way (text), $figure (text): one total
how-far-along-chart =
    .title = { $totals ->
        [none] { CAPITAL($said) } promised by { $due }.
       *[some] Of { $said } promised by { $due }, at the last count: { $told }.
    }
    .subtitle = { CAPITAL($label) }, by the day up to which each total counts. An arrow: this much or more; a bar: a
        range.{ $needs ->
        [yes] {" "}Dashed: what is still needed, in { $pace }.
       *[no] { "" }
    }
    .alt = { $promised } Totals over time:
    .nothing = none
    .promised = promised: { $figure }
    .due = due: { $due }
    .total = { $way }: { $figure }
    .needed = needed: { $pace }
# $figure (text), $way (text)
how-far-along-last = { $figure } { $way }
# $way (text), $counted (day), $figure (text), $who (text)
how-far-along-total = { $way }, { $counted }: { $figure } ({ $who })
# $way (text)
how-far-along-needed = needed, { $way }
# $way (text), $pace (text)
how-far-along-pace = needed, { $way }: { $pace }

## What does not count

# $some (text): how many of the figures, with their noun; $label (text): what is counted; $left (number): how many;
# $reasons (list)
not-counted = { $some } for { $label } { $left ->
    [one] is no total
   *[other] are no totals
} of what had come: { $reasons }.
# $n (number), $reason (text)
not-counted-reason = { $n } { $reason }
# $label (text)
not-counted-none = Every figure for { $label } is a total of what had come.
# $dated (yes or no), $day (day), $label (text)
not-counted-nothing = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} is a figure for { $label }.
not-counted-table = Figures of the same quantity that are no total of what had come, with the reason.
    .figure = Figure
    .of = Of what
    .whose = Whose
    .document = Document
    .why = Why not
    .claim = Claim
# In place of the figure.
not-counted-figure = no number
# Why a figure is no total of what had come.
no-total-retracted = retracted
no-total-superseded = superseded
no-total-ours = ours
no-total-only-promised = only promised
no-total-only-expected = only expected
no-total-of-what-could-be = of what could be
no-total-retelling-another-claim = retelling another claim
no-total-without-a-number = without a number
no-total-of-a-part-only = of a part only
no-total-no-running-total = no running total
no-total-in-a-document-without-a-date = in an undated document
no-total-not-saying-what-is-counted = unclear about what is counted
no-total-counted-otherwise = counted otherwise

## What others named, and what would settle it

# $paces (list)
pace-named = Named by others as the pace: { $paces }.
# $said (text), $who (text), $published (day): a pace that somebody named; $total (text), $way (text): the total before
# it; $left (yes or no): whether it leaves a pace to be made, $ours (text): which; $reached (yes or no): whether nothing
# was missing any more
pace-named-one = “{ $said }” ({ $who }, { $published }); ours, from { $total } ({ $way }), is { $left ->
    [yes] { $ours }
   *[no] none, for { $reached ->
        [yes] nothing was missing
       *[no] no time was left
    }
}
# $dated (yes or no), $day (day)
pace-named-nothing = Nothing { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} names a pace beside ours.
# $label (text): what is counted; $which (otherwise, exact, due or newer): what kind of total it takes; $known (yes or
# no): whether there is one, $furthest (day): up to which one counts; $due (day): of the promise
would-settle = { $which ->
    [otherwise] A total of { $label } that says otherwise
    [exact] A total of { $label } up to { $furthest } that is more exact
    [due] A total of { $label } that counts up to { $due }{ settles-beyond }
   *[newer] A newer total of { $label }{ settles-beyond }
}.
# $known (yes or no), $furthest (day)
settles-beyond = { $known ->
    [yes] ; the one that counts furthest stops at { $furthest }
   *[no] { "" }
}
