### How long something lasts: the rate that it needs, and how long it would last at each rate that was published.

## The rate that two figures need

# The duration in two wordings, and what each asks of the rate. $reworded (yes or no): whether it was retold in other
# words; $retold, $first (text, as said); $limited, $freed (yes or no): whether the retold one and the first one need a
# rate at all; $bound, $free (text): which
# In the story: $apart (yes or no): whether only one of the two needs a rate
rate-needed = { $reworded ->
    [yes] Retold as “{ $retold }”, the claim { $limited ->
            [yes] needs { $bound }
           *[no] sets no lower limit on the rate
        }; first worded “{ $first }”, it { $freed ->
            [yes] needs { $free }
           *[no] sets no lower limit on the rate
        }.
   *[no] Worded “{ $first }”, the claim { $freed ->
            [yes] needs { $free }
           *[no] sets no lower limit on the rate
        }.
}
    .told = { $reworded ->
        [yes] Retold as “{ $retold }”, the claim { $limited ->
            [yes] needs { $bound }
           *[no] sets no lower limit on the rate
        }. First worded “{ $first }”, it { $freed ->
            [yes] needs { $free }
           *[no] sets no lower limit on the rate
        }.{ $apart ->
            [yes] {" "}So the answer also depends on which words are taken.
           *[no] { "" }
        }
       *[no] Worded “{ $first }”, the claim { $freed ->
            [yes] needs { $free }
           *[no] sets no lower limit on the rate
        }.
    }
# The columns: which wording, what it says, the rate it needs, where it stands, its claims.
needed-table = The rate that the figures need, by the wording of the duration.
    .wording = Wording
    .duration = Duration
    .rate = Rate needed
    .document = Document
    .claims = Claims

## How long it lasts at the rates that were published

# How long it lasts at one rate, as a part of a list. $lasts (text), $rate (text, as said), $who (text): whose rate
lasts-at-rate = { $lasts } at { $rate } ({ $who })
# $any (yes or no): whether there is any such rate; $total (text), $lasts (list)
month-before = { $any ->
    [yes] By the rates published in the month before, exactly { $total } would last { $lasts }.
   *[no] No rate was published in the month before.
}
# The answer. $total (text); $short, $long (text): how long at the fastest and at the slowest rate; $alike (yes or no):
# whether these are the same; $answer (agrees, disagrees, or that it depends).
# Why: $duration (text, as said), $read (text): the range it is read as; $limited (yes or no): whether it needs a rate
# at all, $bound (text): which; $record (text): what is on record for the rate, $units (text): in what
# In the story: $fast_rate, $fast_who, $fast_lasts (text): the fastest rate, whose it is, how long it lasts at it; the
# same with slow; $rates (number): published rates, $agreeing (number): those that agree
lasting = { $alike ->
    [yes] Exactly { $total } would last { $short }
   *[no] Exactly { $total } would last { $short }, the fastest published rate, and { $long }, the slowest
}: { $answer ->
    [agrees] every published rate agrees with the duration
    [disagrees] no published rate agrees with the duration
   *[depends] whether the duration is right depends on which rate is
}.
    .why = “{ CAPITAL($duration) }” is read as { $read } and { $limited ->
            [yes] needs { $bound }
           *[no] sets no lower limit on the rate
        }. On record for those months, { $record } { $units }.
    .told = By the { $alike ->
        [yes] published rate
       *[no] fastest published rate
    }, { $fast_rate } ({ $fast_who }), exactly { $total } would last { $fast_lasts }.{ $alike ->
        [yes] { "" }
       *[no] {" "}By the slowest, { $slow_rate } ({ $slow_who }), it would be { $slow_lasts }.
    } { $answer ->
        [agrees] Every published rate agrees with the duration.
        [disagrees] No published rate agrees with the duration.
       *[depends] Of { $rates ->
            [one] { $rates } published rate
           *[other] { $rates } published rates
        }, { $agreeing ->
            [one] { $agreeing } agrees
           *[other] { $agreeing } agree
        } with the duration. Which rate is right is not known.
    }
# $rate (text), $by (text): by which day, $total (text)
lasting-no-rate = No figure for { $rate } that goes into the sums stands { $by }, so none tells how long { $total }
    would last.
# $total (text)
lasting-table = How long { $total } would last at each published rate.
    .series = Counted as
    .rate = Rate
    .window = Of
    .whose = Whose
    .published = Published
    .lasts = Lasts
    .claim = Claim

# $total (text), $units (text): of the rate, $said (text): the duration; $limited (yes or no): whether it needs a rate at
# all, $rate (text): which; $answer, $alike, $short, $long as above. What a rate means: slower than needed, faster, or as
# needed, .within. A row in words: $whose (text): whose rate, and when; $rate (text), $lasts (text)
how-long-would-it-last-chart =
    .title = { $answer ->
            [agrees] At every published rate, { $total } would last about as long as was said.
            [disagrees] At no published rate would { $total } last about as long as was said.
           *[depends] { $alike ->
                [yes] { CAPITAL($total) } would last { $short }, depending on which rate is right.
               *[no] { CAPITAL($total) } would last { $short } or { $long }, depending on which rate is right.
            }
        }
    .subtitle = Every published rate, { $units }, and how long exactly { $total } would last at it. { $limited ->
            [yes] Shaded: rates at which “{ $said }” can be right
           *[no] No rate is ruled out by “{ $said }”
        }
    .alt = Published rates, { $units }, each with how long exactly { $total } would last at it; “{ $said }” { $limited ->
            [yes] can be right at { $rate }.
           *[no] rules out no rate.
        }
    .within = { $rate }: can last “{ $said }”
    .slower = slower: would last longer
    .faster = faster: would be used up sooner
    .row = { $whose }, { $rate }: { $lasts }
