### Whether the figures fit: what goes in, what comes of it, what it rests on, and what others said of the same.

## What goes in

relations-table = How the quantities are tied together, and what to mind.
    .reads = Relation
    .mind = Mind
inputs-table = What is on record for the quantities that no figure under examination gives: the numbers stated, and the
    range they are read as.
    .quantity = Quantity
    .published = Published
    .with-ours = With ours
    .read = Read as
    .figures = Figures
    .from = From
    .left-out = Left out
    .claims = Claims
# $pairs (number): how many; $told (list): the first of them; $more (number): those that are not told
contradictions = Of the figures that go in, { $pairs ->
    [one] { $pairs } pair excludes
   *[other] { $pairs } pairs exclude
} each other. Both sides stay in, and none is averaged: { $told }{ $more ->
    [0] { "" }
   *[other] ; and { $more } more
}.
# $more (text), $less (text): what was said; $who (text), $whose (text): by whom
contradictions-pair = “{ $more }” ({ $who }) and “{ $less }” ({ $whose })
contradictions-none = No two of the figures that go in exclude each other.
# $apart (number): how many do; $figures (number): of how many; $told (list); $dated (yes or no), $start (day),
# $end (day)
windows = { $apart } of { $figures } figures { $apart ->
    [one] speaks
   *[other] speak
} of other days than the rest{ $dated ->
    [yes] {" "}({ $start } to { $end })
   *[no] { "" }
}: { $told }.
# $said (text), $window (text): the time it speaks of; $takes (text): what that takes away from it
windows-figure = “{ $said }” ({ $window }) { $takes }
# $dated (yes or no), $start (day), $end (day)
windows-none = No figure is known to speak of other days than the rest{ $dated ->
    [yes] {" "}({ $start } to { $end })
   *[no] { "" }
}.
windows-table = Figures under examination that speak of other days than the rest, and what that takes away.
    .figure = Figure
    .whose = Whose
    .window = Speaks of
    .takes = So it
    .claim = Claim

## Whether they fit

cases-table = All figures together, by wording, reading and way of counting.
    .wording = Wording
    .reading = Reading
    .counting = Counting
    .outcome = Outcome
    .stretch = Stretch
    .needs = Only with
    .claims = Rests on
# $figures (number)
fit = As retold, the { $figures } figures can { $figures ->
    [2] both
   *[other] all
} be true together as they stand.
# $figures (number), $needs (list)
# In the story: $n (number): conditions
fit-only-with = As retold, the { $figures } figures can { $figures ->
    [2] both
   *[other] all
} be true together, but only with { $needs }.
    .told = As retold, the { $figures } figures can { $figures ->
        [2] both
       *[other] all
    } be true together only under { $n ->
        [one] one condition
       *[other] { $n } conditions
    }.
# $figures (number), $misses (text)
fit-not = As retold, the { $figures } figures do not fit: { $misses }.
# $needs (text), $record (text): what is on the record
# In the story: $also (yes or no): whether another condition stands before it
fit-need = { $needs } ({ $record })
    .told = They { $also ->
        [yes] also need
       *[no] need
    } { $needs }; { $record }.
# How far figures that do not fit are from it.
misses-at-the-edge = they meet at the edge: the gap between them is smaller than the rounding of their numbers
misses-close = they miss by less than one per cent
# $factor (figure)
misses-by = they would only if every limit were stretched by a factor of { $factor }
misses-always = however far every limit were stretched, they would not meet
first-worded-same = The words first reported are those retold.
# $worded (list): what was said
first-worded-fit = As first reported ({ $worded }), the figures fit as they stand.
    .told = As first reported, they fit as they stand.
# $worded (list)
first-worded-the-same = As first reported ({ $worded }), the figures need the same.
    .told = As first reported, they need the same.
# $worded (list), $needs (list)
first-worded-only-with = As first reported ({ $worded }), the figures fit only with { $needs }.
    .told = As first reported, they fit only with { $needs }.
# $worded (list), $needs (list)
first-worded-need = As first reported ({ $worded }), the figures need { $needs }.
    .told = As first reported, they need { $needs }.
# $worded (list), $free (list): quantities; $minimums (yes or no): whether each figure is a minimum
first-worded-free = As first reported ({ $worded }), the figures set no limit on the { $free }{ $minimums ->
    [yes] : each is a minimum, and minimums cannot contradict each other
   *[no] { "" }
}.
    .told = As first reported, they set no limit on the { $free }.{ $minimums ->
        [yes] {" "}Each is a minimum, and minimums cannot contradict each other.
       *[no] { "" }
    }
# $worded (list), $needs (list), $free (list), $minimums (yes or no)
first-worded-need-and-free = As first reported ({ $worded }), the figures need { $needs } and set no limit on the
    { $free }{ $minimums ->
    [yes] : each is a minimum, and minimums cannot contradict each other
   *[no] { "" }
}.
    .told = As first reported, they need { $needs } and set no limit on the { $free }.{ $minimums ->
        [yes] {" "}Each is a minimum, and minimums cannot contradict each other.
       *[no] { "" }
    }
# $worded (list), $misses (text)
first-worded-not = As first reported ({ $worded }), the figures do not fit: { $misses }.
    .told = As first reported, they do not fit: { $misses }.
# How a sentence about a reading begins. $reading (pragmatic or literal)
reading-if = If each minimum is taken { $reading ->
    [pragmatic] to stop short of the next round number (the pragmatic reading)
   *[literal] at its word (the literal reading)
}
# $reading (pragmatic or literal), $well (yes or no): whether they can under the edition's reading;
# $conditions (yes or no), $needs (list)
other-reading = { reading-if }, the figures can be true together{ $well ->
    [yes] {" "}as well
   *[no] { "" }
}{ $conditions ->
    [yes] , with { $needs }
   *[no] { "" }
}.
# $reading (pragmatic or literal), $misses (text)
other-reading-not = { reading-if }, the figures do not fit: { $misses }.
# The chain: all quantities as one calculation, with what is on record of each and what the others need. $figures (number);
# $always (list): what holds on all ways; $on (text): on how many ways; $limits (text); $alike (yes or no): whether all
# scales are of one measure; $rest (text): how many are drawn, where they are too many; $name (text): an operator and a
# quantity; $record (text); $needed (text); $known (yes or no): whether the calendar tells it
chain-chart =
    .title = { $figures ->
        [2] Both
       *[other] All
    } can be true only with { $always }.
    .title-some = { CAPITAL($on) }, { $figures ->
        [2] both
       *[other] all
    } can be true only with { $limits }.
    .title-fit = { CAPITAL($on) }, { $figures ->
        [2] both
       *[other] all
    } can be true as they stand.
    .title-edge = The figures cannot { $figures ->
        [2] both
       *[other] all
    } be true; { $on } they meet at the edge.
    .title-not = However read, the figures cannot { $figures ->
        [2] both
       *[other] all
    } be true.
    .subtitle = Blue: said; grey: published; hollow: our estimate; ochre: needed by the rest. { $alike ->
        [yes] Log scales, all alike
       *[no] Each scale has a measure of its own
    }{ $rest }
    .alt = All quantities as one calculation, with what is on record of each and what all the others need.
    .link = { $name }: { $record }{ $known ->
        [yes] { "" }
       *[no] , { $needed }
    }
# What the others need of a quantity, and leave all that is on record of it. $needs (text)
chain-wide = the rest needs { $needs }
# The same where they take something from it. $needs (text)
chain-tight = only with { $needs }
# The same where nothing on record meets it. $needs (text)
chain-apart = would need { $needs }
# Where they need nothing.
chain-free = the rest sets no limit
# $share (text): on which share of the ways; $limits (text)
chain-some = on some readings ({ $share }): { $limits }
# $series (text): a way of counting; $what (text): a range
chain-counted = { $series }: { $what }
# Beside the end of a bar that is ours.
chain-ours = our estimate

## What the others imply

implied-table = Each quantity as said or published, and as implied by the rest, under both readings.
    .quantity = Quantity
    .wording = Wording
    .record = On the record
    .implied-literal = Implied, literal
    .verdict-literal = Verdict, literal
    .implied-pragmatic = Implied, pragmatic
    .verdict-pragmatic = Verdict, pragmatic
    .claims = Rests on
## What the answer rests on

# $wording (text), $reading (text), $stretch (figure): those of the widest gap
carriers-table = What becomes of the answer, as retold, if nothing had been said about a quantity; and its share of the
    widest gap ({ $wording }, { $reading }: stretch { $stretch }).
    .without = Without
    .record = On the record
    .then = Then
    .share = Share of the gap
carriers-fit = the figures fit
# $now (text), $before (text): what has to hold
carriers-instead = { $now } instead of { $before }
# $label (text): a quantity
carriers-free = no condition on the { $label }
carriers-nothing = nothing changes
# $share (number): per cent
carriers-share = { FIGURES($share) }%
# $on (list): quantities; $open (yes or no): whether no figure gives some of them, $assumed (list)
carriers = The answer turns on { $on }{ $open ->
    [yes] . For { $assumed } there is only what others published or we assume
   *[no] : each of them was said, none is an assumption
}.
# $label (text): a quantity
carriers-one = the { $label }
carriers-none = The answer turns on no single figure: take any one away, and it stays.
# $who (text), $day (day), $factor (text): whose total was published first, and the factor in it; $later (text),
# $later_day (day), $later_factor (figure): of another; $count (text), $one (yes or no): whether it is one;
# $whose (text); $made (text): what it makes; $total (text), $needed (text): what that needs
first-factor = The total of { $who } ({ $day }) comes to { $factor }, that of { $later } ({ $later_day }) to
    { $later_factor }. Both quotients are ours.
    At the first factor, the { $count } of { $whose } { $one ->
    [yes] makes
   *[no] make
} { $made }, and { $total } would need { $needed }.
    .told = The total of { $who } comes to { $factor }, that of { $later } to { $later_factor }. Both quotients are
        ours. At the first of them, the { $count } of { $whose } { $one ->
        [yes] makes
       *[no] make
    } { $made }.
first-factor-none = No count was found that was converted into this total by a factor other than the first published.
conversions-table = Totals that rest on a conversion beside totals of about the same time that do not.
    .converted = Rests on a conversion
    .others = Does not
    .times = Times as many
    .claims = Claims
# $who (text), $said (text), $window (text)
conversions-total = { $who }: { $said }, { $window }
# $pairs (number), $higher (figure), $lower (figure), $either (figure), $converted (text), $others (text): from
# the lowest to the highest
conversions = In { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
} of totals of about the same time, one rests on a conversion and one does not. The converted one is the higher in
    { $higher } and the lower in { $lower }; in { $either } it depends on which end of a range or which alternative is
    meant. With a conversion: { $converted }; without: { $others }.
conversions-none = No total that rests on a conversion stands beside one of about the same time that does not.

## What others said of the same

# $than (less, more or other): than the figure; $earlier (yes or no): whether all count up to an earlier day;
# $named (list)
others-then = In the month before, others gave { $than ->
    [less] lower totals
    [more] higher totals
   *[other] other totals
}{ $earlier ->
    [yes] , counting up to an earlier day
   *[no] { "" }
}: { $named }.
# $who (text), $named (text)
others-then-named = { $who } ({ $named })
others-then-none = No other total of the month before was found.
# $named (text), $who (text), $day (month); $higher (yes or no): whether another origin has named a higher one
since = Newest total: { $named } ({ $who }, { $day }){ $higher ->
    [yes] ; another is higher
   *[no] { "" }
}.
# $any (yes or no): whether there are totals of what there could be
since-none = No later total { $any ->
    [yes] says how much there was
   *[no] is on record
}.
# $needs (list): what has to hold; $said (text), $who (text), $window (text): another count; $takes (text):
# what its time takes away from it; $more (number): how many others do not show it, $others (text): the same
# with its noun
other-counts = No other count shows { $needs } for those months: “{ $said }” ({ $who }, { $window })
    { $takes }{ $more ->
    [0] { "" }
    [one] ; { $others } does not show it either
   *[other] ; { $others } do not show it either
}.
# $needs (list), $said (text), $who (text), $window (text), $takes (text)
other-counts-shown = Another count shows { $needs } for those months: “{ $said }” ({ $who }, { $window })
    { $takes }.
other-counts-none = No other count of what the figures need was published within a month of them.
