### Ways of reading: on how many the figures can all be true, what holds on all of them, and which choice decides.

## On how many ways

on-every-way = on every way
on-the-one-way = on the one way
on-no-way = on no way
# $part (text): some of all ways, with the noun
on-some-ways = on { $part }
# $share (text): per cent
on-share-of-ways = on { $share } of the ways
    .again = on { $share }
# $share (number)
per-cent = { FIGURES($share) } per cent
per-cent-below-one = less than one per cent
per-cent-nearly-all = more than 99 per cent
# From the least to the most, where there is little room. $one (yes or no): whether these are the same;
# $low (number), $high (number)
percents = { $one ->
    [yes] { FIGURES($high) } %
   *[no] { FIGURES($low) } to { FIGURES($high) } %
}

## Can all be true? The answer, first on page one

# On all ways of reading, behind what holds on them. $ways (number)
short-read = { $ways ->
    [1] read in the one way there is
   *[other] wherever they fit ({ FIGURES($ways) } ways of reading)
}
# $ways (number), $figures (number), $needs (list): what holds on all ways; $beyond (yes or no): whether that goes
# beyond what was named, $times (list): how far
short = The { $figures } figures can { $figures ->
    [2] both
   *[other] all
} be true, but only with { $needs }{ $beyond ->
    [yes] , { $times }
   *[no] { "" }
}, { short-read }. Possible is not proven.
# Where nothing holds on all ways. $ways (number), $figures (number), $every (yes or no): whether they can on every
# way; $on (text): on how many; $conditions (yes or no): whether some of these ask for something
short-on-some = The { $figures } figures can { $figures ->
    [2] both
   *[other] all
} be true { $every ->
    [yes] { $ways ->
        [1] on the one way of reading them
       *[other] on all { FIGURES($ways) } ways of reading them
    }
   *[no] { $on } of reading them
}{ $conditions ->
    [yes] , on some of these only under a condition
   *[no] { "" }
}. Possible is not proven.
# $ways (number), $figures (number), $on (text): on how many ways
short-at-the-edge = The { $figures } figures cannot { $figures ->
    [2] both
   *[other] all
} be true { $ways ->
    [1] on the one way
   *[other] on any of { FIGURES($ways) } ways
} of reading them. At best they meet at the edge, { $on }: they miss one another by less than their numbers are
    rounded.
# $ways (number), $figures (number)
short-cannot = The { $figures } figures cannot { $figures ->
    [2] both
   *[other] all
} be true { $ways ->
    [1] on the one way
   *[other] on any of { FIGURES($ways) } ways
} of reading them.
# How far a limit goes beyond the number that was named. $twice (yes or no), $times (figure), $least (yes or no):
# whether the number was named as the least
times-named = { $twice ->
    [yes] twice
   *[no] { $times } times
} the { $least ->
    [yes] stated minimum
   *[no] stated number
}

## What has to hold on some ways only

# $told (text): what is needed on some ways, and on how many they cannot be true; $ways (number)
sometimes = { CAPITAL($told) }.{ $ways ->
    [1] { "" }
   *[other] {" "}Ways are choices, not chances.
}
# $on (text): on how many ways; $also (yes or no): beside what holds on all; $limits (text), $record (text)
sometimes-need = { $on } they { $also ->
    [yes] also need
   *[no] need
} { $limits } ({ $record })
# $on (text), $figures (number)
sometimes-cannot = { $on } they cannot { $figures ->
    [2] both
   *[other] all
} be true
# $always (yes or no): whether something holds on all ways
sometimes-nothing = No way of reading asks for { $always ->
    [yes] anything else
   *[no] a condition
}.
sometimes-no-way = On no way of reading would a condition help.

## What would settle it

# $label (text): a quantity; $limited (yes or no): whether there is a least, $low (figure): that least. Why:
# $fitting (number): ways on which the figures fit; $limits (text): with the noun
settles = The true figure for { $label } would tell most{ $limited ->
    [yes] : under { $low }, they cannot all be true
   *[no] { "" }
}.
    .why = { $fitting ->
        [1] The one way
       *[other] Every way
    } on which the figures fit asks for { $limits }.
settles-nothing = Nothing more has to be known for the figures to fit.
settles-another-figure = Only another figure, or a way of reading not tried here, could make the figures fit.
# $some (number), $fitting (number), $limits (text): with the noun
settles-few = { FIGURES($some) } of the { FIGURES($fitting) } ways on which the figures fit { $some ->
    [one] asks
   *[other] ask
} for { $limits }.
# $share (text), $some (number), $limits (text): with the noun
settles-share = { CAPITAL($share) } of the ways on which the figures fit { $some ->
    [one] asks
   *[other] ask
} for { $limits }.

## How often, and which choice decides

# $ways (text): a count with its noun; $came (list): what came of them; $needed (yes or no), $needs (list): what holds
# wherever they can all be true; $crossed (yes or no): whether all combinations were tried
# In the story: $n (number): ways
shares = Of { $ways } of reading them, the figures { $came }{ $needed ->
    [yes] ; wherever they can, they need { $needs }
   *[no] { "" }
}.{ $crossed ->
    [yes] { "" }
   *[no] {" "}Whose figure is taken was not varied for several inputs at once.
}
    .told = { $n ->
        [one] There is one way of reading the figures: they
       *[other] There are { FIGURES($n) } ways of reading the figures. They
    } { $came }.{ $needed ->
        [yes] {" "}Wherever they can, they need { $needs }.
       *[no] { "" }
    } Ways are choices, not chances.
# $share (text)
shares-true = can all be true on { $share }
# $share (text)
shares-edge = meet at the edge on { $share }
# $share (text)
shares-cannot = cannot all be true on { $share }
shares-all = all
# $share (text), $rule (text)
failing = Of the ways on which the figures cannot all be true, { $share } follow one rule for hedges ({ $rule }).
    .told = Of the ways on which they cannot all be true, { $share } follow one rule for hedges. The rule is “{ $rule }”.
failing-no-rule = No one rule for hedges stands behind most of the ways on which the figures cannot all be true.
# $what (text): a choice; $share (text); $then (yes or no), $next (list): those after it; $more (yes or no), $last
# (text): the last one
# In the story: $also (yes or no): whether the next one turns any answer, $second (text): that one
decides = The choice that matters most: { $what }. Changed alone, it turns the answer in { $share } of the
    cases.{ $then ->
    [yes] {" "}Next: { $next }.
   *[no] { "" }
}{ $more ->
    [yes] {" "}Last: { $last }.
   *[no] { "" }
}
    .told = The choice that matters most is { $what }. Changed alone, it turns the answer in { $share } of the
        cases.{ $also ->
        [yes] {" "}Next comes { $second }.
       *[no] { "" }
    }
# $what (text): a choice; $share (text): how often it turns the answer
decides-next = { $what } ({ $share })
# $what (text), $share (text)
decides-changes = No choice turns the answer. The one that most often changes what has to hold: { $what }. Changed
    alone, it does so in { $share } of the cases.
decides-nothing = No choice matters: whichever is changed alone, the outcome stays.
decides-one-way = There is only one way of reading, so no choice matters.

## The choices

decision-wording = which words count
decision-reading = how hedges are read
decision-convention = whose rule for hedges
decision-margin = how far “about” may be off
decision-months = which months count
# $label (text): a quantity
decision-counting = which counts of the { $label }
# $label (text): a quantity
decision-whose = whose figure for the { $label }

## What may be chosen, where a dossier has no words of its own for it

way-wording-first = { wording-as-first-worded }
way-wording-retold = { wording-as-retold }
way-reading-literal = what the words allow
way-reading-pragmatic = what was probably meant
way-convention-house = “about” is within the tolerance either way
way-convention-iiss = “about” could be higher, “some” is up to
way-convention-acled = each wording stands for its lowest number
way-convention-measured = “about” is as wide as people took it to be when asked
# $share (figure): per cent
way-margin = “about” is within { $share } per cent either way
# $months (number)
way-months = { $months ->
    [0] those of the figures alone
    [one] one month before and after as well
   *[other] { $months } months before and after as well
}
way-whose-all = all figures, from the lowest to the highest
way-whose-without-ours = all figures but ours
# All choices of one origin's own figure, together.
way-whose-one-origin = one origin's own

## Tables

decisions-table = Each choice, changed alone: how often that turns the answer or changes what has to hold, and
    how often all can be true.
    .choice = Choice
    .turns = Turns the answer
    .changes = Changes what has to hold
    .can = Can be true
# $says (text): what is chosen; $share (text)
decisions-option = { $says }: { $share }
needed-ways-table = What has to hold for all to be true, from the least to the most that is asked for.
    .quantity = Quantity
    .record = On the record
    .needed = Has to be
    .share = Of the ways that fit
    .claims = Rests on

## The curve

# $on (text): on how many ways; $limits (text): what they ask for, with the noun; $ways (number); $outcomes (list);
# $word (text): a verdict; $share (text); $choice (text), $can (text): how often the figures can be true under each of
# its options; $more (number); $label (text): a quantity. Edge and cannot stand within the drawing.
how-much-hangs-on-reading-chart =
    .title = The figures can all be true { $on } of reading them.
    .title-with = The figures can all be true { $on } of reading them, with { $limits }.
    .subtitle = { FIGURES($ways) } ways, each a hairline from left to right, sorted by what they need. Below: on how many of
        them the figures can be true (ochre) where one choice is made; those that move most. Ways are choices, not chances
    .alt = Above, a curve of all ways, sorted; below, a bar for each choice. { CAPITAL($outcomes) }.
    .outcome = { $word }: { $share }
    .choice = { $choice }: { $can }
    .more = { $more ->
        [one] { FIGURES($more) } more choice moves less
       *[other] { FIGURES($more) } more choices move less
    }
    .one-way = There was one way
    .needed = { $label }: what the other figures need
    .no-limit = no limit is set
    .share = share of the ways of reading
    .edge = meet at the edge
    .cannot = cannot all be true
