### What else gives a number: yardsticks from published figures, each held beside what was said.

## One yardstick

# What it reckons, with the ways of counting it takes. $reads (text): of the dossier, $ways (list)
estimate-by-ways = { $reads } (by { $ways })
# $lead (text): what it reckons; $comes (text): what it comes to; $exactly (yes or no): whether the bare number gives
# something else, $bare (text), $named (text): what it gives; $held (yes or no): whether anything stands beside it,
# $beside (text); $apart (above, below, open or none): whether their distance is told, $times (figure), $share (text)
estimate = { $lead }: { $comes }{ $exactly ->
    [yes] ; of exactly { $bare }, { $named }
   *[no] { "" }
}{ $held ->
    [yes] {" "}({ $beside })
   *[no] { "" }
}.{ $apart ->
    [above] {" "}Its lower end is { $times } times the upper end of that.
    [below] {" "}Its upper end is { $share } of the lower end of that.
    [open] {" "}It begins at { $share } of that and has no upper end.
   *[none] { "" }
}
# $lead (text)
estimate-no-number = { $lead }: the published figures leave no number for it, so it was not reckoned.
# $lead (text); $dated (yes or no), $day (day); $labels (list): quantities; $ours (yes or no): whether our own figures
# give something, $with_ours (text)
estimate-lacking = { $lead }: no figure { $dated ->
    [yes] published by { $day }
   *[no] in the dossier
} counts for { $labels }, so it was not reckoned{ $ours ->
    [yes] ; with our own figures it would be { $with_ours }
   *[no] { "" }
}.
# A quantity that it lacks. $label (text)
estimate-lacks = “{ $label }”
# $small (yes or no): under one per cent; $share (figure): per cent
estimate-share = { $small ->
    [yes] less than one per cent
   *[no] { $share } per cent
}
# What it is held against. $whose (said, published or totals), $what (text)
estimate-beside = { $whose ->
    [said] said: { $what }
    [published] published: { $what }
   *[totals] by others' totals and counts: { $what }
}
estimate-beside-nothing = nothing

## All of them

estimates-table = What else gives a number: yardsticks from published figures, each held beside what was said.
    .estimate = Estimate
    .comes = Comes to
    .beside = Beside it
    .origins = Each origin's own
    .mind = Mind
    .left = Left out
    .claims = Claims
# Behind what it comes to. $comes (text)
estimate-bare = by the bare number: { $comes }
# $comes (text): with our own figures
estimate-with-ours = with ours: { $comes }
estimate-not-reckoned = not reckoned
# Each of its parts has one origin.
estimate-one-origin = one origin each
# The lowest and the highest of several. $n (number): origins; $ends (text)
estimate-of-origins = of { $n }: { $ends }
# What it comes to with the figures of one origin. $comes (text), $whose (text): with its day
estimate-of-one = { $comes } ({ $whose })
# What was left out of a part. $label (text): a quantity; $reasons (list)
estimate-left = { $label }: { $reasons }

## Whose figures move it

# $label (text): a yardstick; $least (text), $most (text): what it comes to, with whose figures; $times (figure)
spread = Whose figure is taken moves “{ $label }” most: { $least } to { $most }, { $times } times as much.
spread-none = No yardstick has figures of several origins for one of its parts.
spread-alike = Whose figure is taken changes the lower end of no yardstick.

## How they lie to what was said

what-else-gives-a-number-chart =
    .subtitle = Blue: said. Grey: published. Ochre: the yardstick. An arrow: this much or more. Each has a logarithmic
        scale of its own
    .alt = What was said or published, and below it what each yardstick comes to.
# $all (text): yardsticks with their noun; $lies (list)
yardsticks-lie = Of { $all } held against what was said or published, { $lies }.
yardsticks-lie-beside-nothing = No yardstick has a figure to be held against.
# $n (number): yardsticks
lies-below = { $n ->
    [one] { $n } lies wholly below it
   *[other] { $n } lie wholly below it
}
# $n (number)
lies-above = { $n ->
    [one] { $n } lies wholly above it
   *[other] { $n } lie wholly above it
}
# $n (number)
lies-leaves-room = { $n ->
    [one] { $n } leaves room for it
   *[other] { $n } leave room for it
}
the-one-lies-below = The one yardstick lies wholly below what it is held against.
the-one-lies-above = The one yardstick lies wholly above what it is held against.
the-one-lies-leaves-room = The one yardstick leaves room for what it is held against.
