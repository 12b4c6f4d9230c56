### What would carry it: how much goes into each of what carries it, and how many of these that takes.

## How much goes into each

# Behind a number of loads: how many of the loads tried are ours, and which. $own (number), $ours (list)
loads-ours = { $own ->
    [0] { "" }
    [one] {" "}({ $ours } is ours)
   *[other] {" "}({ $ours } are ours)
}
# The range that some figures name, and whose they are. $loads (text), $who (list)
loads-of = { $loads } ({ $who })
# $kinds (both, stated or formed): which there are; $stated, $formed (text); $seen (yes or no): whether any was observed
loads = { $kinds ->
    [both] Stated for those months: { $stated }. Worked out here from others' totals and counts: { $formed }
    [stated] Stated for those months: { $stated }
   *[formed] Worked out here from others' totals and counts: { $formed }
}; { $seen ->
    [yes] some were observed
   *[no] none was observed
}.
# $load (text): what a load is called, $by (text): by which day
loads-none = No figure for { $load } that goes into the sums stands { $by }.
# $load (text): what a load is called
loads-table = { CAPITAL($load) }, as stated or as worked out here from a conversion.
    .published = Published
    .whose = Whose figures
    .from = Worked out from
    .counting = Counting
    .each = Each
    .counts = In the sums
    .claims = Claims
# What a load was worked out from. $total (text), $count (text)
load-formed = { $total } in { $count }
# Of a load that was not worked out. The attribute says what was said. $said (text)
load-stated = stated as such
    .said = stated: { $said }
# Whether a load goes into the sums. $counts (yes or no)
load-counts = { $counts ->
    [yes] yes
   *[no] no
}

# $loads (text); $later (yes or no): whether some are of later months; $units (text): in what a load is given
how-much-each-carries-chart =
    .title = By what was stated and by our division, a load in those months comes to { $loads }.
    .subtitle = Blue: stated. Grey: worked out here from a total and a count (logarithmic scale), oldest first{ $later ->
            [yes] , later months too
           *[no] { "" }
        }; a bar is a range, a dot a single figure
    .alt = { CAPITAL($units) }, stated or worked out from a total and a count, oldest first.

## How many that takes

# $total (text), $counts (list): one for each load, with the noun; $loads (list): the loads; $own and $ours as above;
# $named (text, as said)
# In the story: $tries (number): loads tried; $heaviest, $lightest (text): the ends of them; $heavy_own, $light_own (yes
# or no): whether these are ours; $fewest, $most (text): what is needed at them; $open (yes or no): whether the number
# that was named has no upper end
needed = { CAPITAL($total) } need at least { $counts } at { $loads } each{ loads-ours }. The
    number stated was { $named }.
    .told = { $tries ->
        [one] At { $heaviest } each
       *[other] At the heaviest load tried, { $heaviest }
    }{ $heavy_own ->
        [yes] {" "}(ours)
       *[no] { "" }
    }, { $total } need at least { $fewest }.{ $tries ->
        [one] { "" }
       *[other] {" "}At the lightest, { $lightest }{ $light_own ->
            [yes] {" "}(ours)
           *[no] { "" }
        }, they need { $most }.
    } The number stated was { $named }{ $open ->
        [yes] , with no upper end.
       *[no] .
    }
# $load (text): what a load is called, $by (text): by which day, $units (text): of what carries
needed-none = No figure for { $load } that goes into the sums stands { $by }, so none tells how many { $units } it
    takes.
# $named (text): those that were named, $total (text): what they carry, $loads (text), $own and $ours as above; $enough
# (yes or no), $share (figure): per cent of the claim, $units (text): of what carries.
# Why: $load (text): the heaviest; $heavier (none, named or counted): whether a heavier one goes into no sum, and whether
# it is counted in another way; $most (text), $whose (text), $counting (text): that one; $least (text): what the claim
# needs, $named (text, as said), $room (yes or no): whether that leaves room for it.
# Linchpin: $stated, $formed (text): counts, $seen (yes or no)
# In the story: $seen (yes or no): whether any load was observed
capacity = Exactly { $named } would carry { $total } at { $loads } each{ loads-ours }{ $enough ->
    [yes] , enough for the claim.
   *[no] , at most { $share } per cent of the claim. It needs more { $units } than that.
}
    .why = Even at the densest load of those months, { $load }, the claim needs { $least }; “{ $named }” { $room ->
            [yes] leaves room for that
           *[no] does not reach that
        }.{ $heavier ->
            [counted] {" "}A denser load, { $most }, comes from figures of { $whose }, but for { $counting }.
            [named] {" "}A denser load, { $most }, comes from figures of { $whose }, but goes into no sum.
           *[none] { "" }
        }
    .linchpin = The load of each: { $stated } stated, { $formed } of ours; { $seen ->
            [yes] some were observed
           *[no] none was observed
        }.
    .told = Exactly { $named } would carry { $total } at { $loads } each{ loads-ours }. { $enough ->
        [yes] That is enough for the claim.
       *[no] That is at most { $share } per cent of the claim, which needs more { $units }.
    } { $seen ->
        [yes] Only some of these loads were observed.
       *[no] None of these loads was observed.
    }
# $load (text): what a load is called, $by (text): by which day, $named (text)
capacity-none = No figure for { $load } that goes into the sums stands { $by }, so none tells what { $named } could
    carry.

## Whether a later count supports it

# $count (text), $whose (text), $load (text), $total (text), $inferred (yes or no): whether the tie is our inference
restated = The { $count } of { $whose } add no support: at { $load } each, which follows from their own total, they are
    the { $total } of the claim again, not a second observation{ $inferred ->
        [yes] {" "}(that the two totals are one is our inference)
       *[no] { "" }
    }.
    .told = { $count } were named by { $whose }. They add no support: at { $load } each, which follows from their
        own total, they are the { $total } of the claim again.{ $inferred ->
            [yes] {" "}That the two totals are one is our inference.
           *[no] { "" }
        }
restated-none = No count was found that restates the claim.
# $total (text, as said)
support-table = Counts made up to a month after the claim, each with the load that follows from its own total, held
    against “{ $total }”.
    .published = Published
    .count = Count
    .load = Load
    .gives = Gives
    .needed = Needed
    .verdict = Verdict
    .claims = Claims
# $count (text, as said), $who (text)
count-of = { $count } ({ $who })
