### What came after: later totals, where agencies of one government differ, which figures exclude each other, and what
### all this does to the figures under examination.

## Later totals

# $totals (number); $day (day): when the figures were published; $origins (text): how many are behind the totals;
# $parts (list): since-part for each quantity; $quantities (number): how many; $last (list): since-last for each
# In the story: $newest (text): the last of the first quantities, as in after-since-last
after-since = After { $day }, { $totals ->
    [one] one running total was published
   *[other] { $totals } running totals were published
}, from { $origins }: { $parts }. { $quantities ->
    [one] The last: { $last }.
   *[other] The last of each: { $last }.
}
    .told = After { $day }, { $totals ->
        [one] one running total was published
       *[other] { $totals } running totals were published
    }, from { $origins }. { $newest }
# $day (day)
after-since-none = After { $day }, no running total was published.
# Where an inferred link leaves open how many origins there are. $fewest (number), $most (number); $near (yes or
# no): whether they follow on each other
after-since-origins = { $near ->
    [yes] { $fewest } or { $most } origins
   *[no] { $fewest } to { $most } origins
}
# $n (number): how many totals; $quantity (text)
after-since-part = { $n } of { $quantity }
# $said (text), $who (text), $day (day)
# In the story: $quantity (text) as well
after-since-last = “{ $said }” ({ $who }, { $day })
    .told = The last of { $quantity } is “{ $said }”, by { $who } ({ $day }).
# The later totals along time. $highest (list): the highest of each quantity, $quantities (number): how many;
# $made (yes or no): whether any rests on a conversion; $examined (yes or no): whether a figure under examination stands
# among them; $some (yes or no): whether only some are drawn: $drawn of $all
# (numbers); $rest (text): that not all quantities are. A mark in words: $said (text): who and what, $day (day)
later-totals-chart =
    .title = { $quantities ->
            [one] The highest later total is { $highest }.
           *[other] The highest later totals are { $highest }.
        }
    .subtitle = Totals by the day they were published (logarithmic scales){ $examined ->
            [yes] , behind the figures under examination (dashed)
           *[no] { "" }
        }. An arrow: or more; a bar that fades: about{ $made ->
            [yes] ; hollow: worked out from another count
           *[no] { "" }
        }; numbers: as in the table{ $some ->
            [yes] . { FIGURES($drawn) } of { FIGURES($all) } are drawn
           *[no] { "" }
        }{ $rest }
    .alt = Later running totals along time.
    .line = { $quantity }: { $told }
    .mark = { $said }, { $day }{ $made ->
            [yes] , worked out from another count
           *[no] { "" }
        }
# $made (yes or no): whether it rests on a conversion, $examined (yes or no): whether it is a figure under examination
later-totals-rests = { $examined ->
    [yes] the figure under examination
   *[no] { $made ->
        [yes] another count, converted
       *[no] no conversion
    }
}
later-totals-table = The later totals behind the figures under examination, numbered as in the picture.
    .number = No.
    .who = Whose
    .published = Published
    .said = Said
    .window = Counts
    .rests = Rests on
    .claims = Claims

## Shares and changes

# $day (day): when the figures were published; $n (number), $parts (list): as in .part, with semicolons. In .part: $said
# (text): of what, with its hedge; $who (text), $day (day)
after-portions = After { $day }, { $n ->
    [one] one share or change was named
   *[other] { $n } shares or changes were named
}: { $parts }. { $n ->
    [one] It is no total and enters
   *[other] They are no totals and enter
} no sum.
    .part = { $said } ({ $who }, { $day })

## What took the place of a figure

# $n (number): how many figures; $parts (text): after-replaced-part for the first of them; $more (number): how many
# others
after-replaced = { $n ->
    [one] One figure was later replaced by its own speaker
   *[other] { CAPITAL($n) } figures were later replaced by their own speakers
}: { $parts }{ $more ->
    [0] { "" }
    [one] ; and one more
   *[other] ; and { $more } more
}.
# $who (text), $was (text): what was said first, $day (day), $now (text): what was said then, $later (day)
after-replaced-part = { $who }, “{ $was }” ({ $day }), then “{ $now }” ({ $later })

## Two agencies of one government

agencies-table = Totals of two institutions of one government, published no more than a month apart.
    .one = The one
    .other = The other
    .days = Days apart
    .times = Times as many
    .worded = As worded
    .claims = Claims
# $who (text), $told (text): what it says, $window (text): the time it counts
agencies-total = { $who }: { $told }, { $window }
# $days (number), $exact (yes or no)
agencies-days = { $exact ->
    [yes] { FIGURES($days) }
   *[no] at most { FIGURES($days) }
}
# $differ (yes or no): whether all that the one allows lies above all that the other allows
agencies-worded = { $differ ->
    [yes] differ
   *[no] can both be true
}
# $pairs (text): how many pairs of totals; $parts (list): how many of them are of each kind
agencies = Of { $pairs } of totals from two agencies of one government, { $parts }.
    .differ =
        { $n ->
            [one] one differs: all that one figure allows lies above all that the other allows
           *[other] { $n } differ: all that one figure allows lies above all that the other allows
        }
    .unlike =
        { $n ->
            [one] one gives different numbers, but as worded both can be true
           *[other] { $n } give different numbers, but as worded both can be true
        }
    .alike = { $n } may mean the same number
agencies-none = No two institutions of one government gave a total within a month of each other.
agencies-unknown = The dossier does not say which institutions speak for one government, so none were compared.
# The two farthest apart. $differ (yes or no), $totals (list): agencies-apart-total for both; $exact (yes or no),
# $days (text): from one to the other; $factor (text): between the numbers; $when (any, same, other or unknown): the
# times they speak of; any, where as worded both can be true
agencies-apart = { $differ ->
    [yes] Farthest apart of those that differ
   *[no] Farthest apart
}: { $totals }, published { $exact ->
    [yes] { $days }
   *[no] at most { $days }
} apart, their numbers a factor of { $factor } apart. { $when ->
    [any] As worded both can be true.
    [same] They speak of the same time.
    [other] They do not speak of the same time, so this alone is no contradiction.
   *[unknown] They are not known to speak of the same time, so this alone is no contradiction.
}
# $who (text), $told (text), $window (text)
agencies-apart-total = { $who } (“{ $told }”, { $window })
agencies-apart-none = No two institutions of one government gave different numbers within a month of each other.

## Figures that exclude each other

after-contradictions-table =
    Figures that cannot both be true, as worded or as probably meant; side by side, none corrected and none averaged.
    .more = The higher
    .less = The lower, whose time includes it
    .literal = On the literal reading
    .pragmatic = On the pragmatic reading
    .claims = Claims
# $who (text), $said (text), $window (text), $grade (text)
after-contradictions-figure = { $who }: { $said }, { $window }, graded { $grade }
# $exclude (yes or no); $hangs (yes or no): whether that hangs on the margin
after-contradictions-verdict = { $exclude ->
    [yes] exclude each other
   *[no] can both be true
}{ $hangs ->
    [yes] {" "}at this margin
   *[no] { "" }
}
# $pairs (number), $by_reading (list): contradictions-on for each reading
after-contradictions = { $pairs ->
    [one] one pair of figures, at least one of each later than the claim, excludes each other
   *[other] { $pairs } pairs of figures, at least one of each later than the claim, exclude each other
}: { $by_reading }. They stand side by side; neither corrects the other.
after-contradictions-none = No later figure contradicts another, or an earlier one, under either reading.
# How many pairs do on a reading. $n (number), $reading (text)
after-contradictions-on = { $n ->
    [0] none on the { $reading } reading
   *[other] { $n } on the { $reading } reading
}
# $n (number): how many verdicts; $margin (figure): per cent; $verdicts (list): contradictions-hanging for the first few
after-contradictions-margin = { $n ->
    [one] one verdict depends
   *[other] { $n } verdicts depend
} on how far “about” may be off (here { $margin } per cent): { $verdicts }.
# Two figures whose verdict hangs on the margin. $more (text), $more_who (text), $less (text), $less_who (text);
# $hangs (text): margin-decides; $readings (list): the readings on which it does
after-contradictions-hanging =
    “{ $more }” ({ $more_who }) and “{ $less }” ({ $less_who }): { $hangs } ({ $readings } reading)
# Behind the first few. $more (number): how many more
after-contradictions-more = and { $more } more

## Why totals were held against no other

# $aside (number): how many; $totals (text): of how many; $reasons (list): not-compared-reason for each
not-compared = { $aside ->
    [one] one of { $totals } was compared with no other: { $reasons }.
   *[other] { $aside } of { $totals } were compared with no other: { $reasons }.
}
# $totals (number)
not-compared-every = { $totals ->
    [one] The one later total could be compared with others.
   *[other] Every later total could be compared with others.
}
not-compared-nothing = There are no later totals to compare.
# $n (number), $reason (text)
not-compared-reason = { $n } { $reason }
# $n (number): how many different starts; $first (day), $last (day)
not-compared-starts = The rest count from { $n } different starts, the first from { $first } and
    the last from { $last }.
# $n (number)
not-compared-crossing = { $n ->
    [one] one pair of figures only looks like a contradiction: the two speak of different times.
   *[other] { $n } pairs of figures only look like contradictions: they speak of different times.
}
# Reasons beside those of claims.ftl.
reason-formed-here-from-two-figures = formed here from two figures
reason-of-this-analysis-itself = of this analysis itself
reason-saying-what-something-could-hold = about what something could hold

## The claim seen from each later day

# $moves (list): each-day-move or each-day-bound for each; $since (day): when the figures were published; $then (text),
# $last (text): each-day-answer of that day and of the last
# In the story: $few (list): fewer of them
each-day = The answer changed on { $moves }. On { $since }: { $then }. Now: { $last }.
    .told = Seen from each later day that brought something new, the answer changed on { $few }.
# $days (number): later days; $since (day), $last (text)
each-day-unchanged = { $days ->
    [0] Nothing was published after { $since } that could move the answer
    [one] The answer is still that of { $since }, seen from the one later day that brought something that could move it
   *[other] The answer is still that of { $since }, seen from each of { $days } later days that brought something that
        could move it
}: { $last }.
    .told = { $days ->
        [0] Nothing was published after { $since } that could move the answer.
        [one] Seen from the one later day that brought something new, the answer is still that of { $since }.
       *[other] Seen from each of { $days } later days that brought something new, the answer is still that of
            { $since }.
    }
# $retold (text), $worded (text): the answer for each wording
each-day-answer = as retold “{ $retold }”, as first worded “{ $worded }”
# A day on which the answer changed. $day (day), $who (list): whose figures moved it
each-day-move = { $day } ({ $who })
# $day (day)
each-day-bound = { $day } (a limit fell away)
# $needs_moved (yes or no), $published_moved (yes or no), $quantity (text), $since (day)
seen-from-each-day-chart =
    .title =
        What the other figures need of the { $quantity } { $needs_moved ->
            [yes] changed
           *[no] stayed the same
        } after { $since }; what was published about it { $published_moved ->
            [yes] changed.
           *[no] did not change.
        }
    .subtitle =
        One row for each day on which it moved, as seen from that day (logarithmic scale). Grey: published. Ochre:
        needed
    .alt = Published ranges of { $quantity }, and what the others need, by the day seen from.
    .needed = Needed by the other figures
nothing-moved = The answer sets no condition on a quantity whose published range could move.

## What later reporting does to the claim

# $tests (number): later totals that cover the whole time of a figure; $totals (text): of how many; $figures (list):
# later-reporting-covers for each figure; in the story: $covered (list): the same, as in its .told
later-reporting = Later reporting does not contradict the figures, as far as the two can be compared: { $tests ->
    [one] one of { $totals } covers the whole time of one of them ({ $figures }), and it is not lower.
   *[other] { $tests } of { $totals } cover the whole time of one of them ({ $figures }), and none of these is lower.
}
    .why = Only a lower total for the same time or a longer one would contradict them.
    .told = Later reporting does not contradict the figures, as far as the two can be compared. { $tests ->
        [one] One of { $totals } covers the whole time of one of them, and it is not lower. It covers { $covered }.
       *[other] { CAPITAL($tests) } of { $totals } cover the whole time of one of them, and none of these is lower. They
            cover { $covered }.
    }
later-reporting-untested = Later reporting cannot contradict the figures: no later total covers the whole time of one.
# $n (number), $figures (list): later-reporting-figure for each
later-reporting-contradicts = { $n ->
    [one] one later figure cannot be true together with the figures under examination: { $figures }.
   *[other] { $n } later figures cannot be true together with the figures under examination: { $figures }.
}
# $figures (list): later-reporting-figure for each
later-reporting-otherwise = On the other reading, { $figures } cannot be true together with them.
# $n (number): how many totals cover the time of a figure; $said (text): the figure
later-reporting-covers = { $n } that of “{ $said }”
    .told = that of “{ $said }” ({ $n })
# $said (text), $who (text), $grade (text)
later-reporting-figure = “{ $said }” ({ $who }, graded { $grade })
# The same, where it hangs on the margin. $hangs (text): margin-decides
later-reporting-figure-hanging = “{ $said }” ({ $who }, graded { $grade }; { $hangs })
# $n (number)
later-reporting-floors = { $n ->
    [one] one of those that cover it gives no upper end, so as worded it could not be lower.
   *[other] { $n } of those that cover it give no upper end, so as worded they could not be lower.
}
# $n (number): totals that say nothing; $totals (text): of how many; $reasons (list)
not-tested = Of { $totals }, { $n ->
    [one] one says nothing for or against the figures: { $reasons }.
   *[other] { $n } say nothing for or against the figures: { $reasons }.
}
not-tested-none = Every later total says something for or against the figures.
# $n (number)
not-tested-start = { $n ->
    [one] one does not say since when it counts
   *[other] { $n } do not say since when they count
}
# $n (number)
not-tested-capacity = { $n ->
    [one] one only says what something could hold
   *[other] { $n } only say what something could hold
}
# $n (number)
not-tested-other = { $n ->
    [one] one covers another time or other things, or shares an origin with the figure
   *[other] { $n } cover another time or other things, or share an origin with the figure
}
# $n (number), $figures (list): same-months-figure for each
same-months = { $n ->
    [0] No later statement dates a figure to the same months.
    [one] one later statement dates a figure to the same months: { $figures }.
   *[other] { $n } later statements date a figure to the same months: { $figures }.
}
    .told = { $n ->
        [one] One later statement dates
       *[other] { CAPITAL($n) } later statements date
    } a figure to the same months.
# $said (text), $window (text), $who (text), $day (day): published, $grade (text); $how (agrees, lower, higher or
# cannot-be-told): how it stands to the figure; $claim (text), $claim_window (text); $longer (yes or no): whether it
# runs to a later day
# In the story: $whose (text): the institution
same-months-figure = “{ $said }”, { $window } ({ $who }, published { $day }, graded { $grade }), { $how ->
    [agrees] which agrees in number with “{ $claim }”, { $claim_window }
    [lower] which is lower than “{ $claim }”, { $claim_window }
    [higher] which is higher than “{ $claim }”, { $claim_window }
   *[cannot-be-told] of which it cannot be told whether it goes with “{ $claim }”, { $claim_window }
}{ $longer ->
    [yes] ; it runs to a later day
   *[no] { "" }
}
    .told = “{ CAPITAL($said) }”, by { $whose } ({ $day }), { $how ->
        [agrees] agrees in number with “{ $claim }”.
        [lower] is lower than “{ $claim }”.
        [higher] is higher than “{ $claim }”.
       *[cannot-be-told] cannot be told to go with “{ $claim }” or not.
    }{ $longer ->
        [yes] {" "}It runs to a later day.
       *[no] { "" }
    }
