### What moved the other way: what was reported to be given in return, and how it was known.

# A thing with how many of it there are, in a list. $what (text), $n (number)
exchange-tally = { $what } ({ $n })
# In place of what a report is about, where that is not told.
exchange-about-nothing = not named

## What bears on it

# $n (number): reports and figures together; $what (list): how many of each
given = { $what } { $n ->
    [one] bears
   *[other] bear
} on what moved the other way.
# Behind that. $kinds (list): what the reports are about, with how many of each
given-about = The reports are about: { $kinds }.
    .told = The reports are most often about { $kinds }.
# Behind that. $label (text): a quantity; $who (text); $said (list): quoted
given-spoke = On { $label }, { $who } named { $said }.
given-table = What bears on what moved the other way, by what it is about; in brackets, whose doing or saying it was.
    .about = About
    .when = When
    .reported = What was reported
    .known = Known how
    .graded = Graded
    .document = Document
    .claim = Claim
# What was reported, with who took part. $event (text), $parties (list)
given-event = { $event } ({ $parties })
# A figure as it was said. $itemised (yes or no): whether the item is told; $said (text), $item (text), $who (text)
given-figure = { $itemised ->
    [yes] { $said }: { $item } ({ $who })
   *[no] { $said } ({ $who })
}

## How it is known

basis-not-stated = not stated
# How much of it rests on something seen. $observed (all, some or none); $seen (number), $all (number), $about (list):
# what those seen are about; $others (list): on what the rest is based
basis = { $observed ->
    [none] Not one of { $all } rests on something observed. By basis: { $others }.
    [some] { $seen } of { $all } { basis-rests }: { $about }. The others: { $others }.
   *[all] { $seen } of { $all } { basis-rests }: { $about }.
}
    .told = What was observed is the event. That it was given in return is a further step.
# The same where there is one alone. $observed (all or none), $others (list)
basis-alone = { $observed ->
    [all] The only one rests on something observed.
   *[none] The only one does not rest on something observed. Its basis: { $others }.
}
# $seen (number)
basis-rests = { $seen ->
    [one] rests on something observed
   *[other] rest on something observed
}
# $all (number): reports and figures; $seen (number): those seen; $about (list): what these are about. The columns, .seen,
# .assessed and .said; a row in words: $thing (text), $seen, $assessed, $said (number): how many reports, $words (text);
# .figure: $said (text), $who (text)
what-moved-the-other-way-chart =
    .title = { $all ->
        [one] { $seen ->
            [0] The only report that bears on what moved the other way does not rest on something observed.
           *[other] The only report that bears on what moved the other way rests on something observed.
        }
       *[other] { $seen ->
            [0] Not one of { $all } reports that bear on what moved the other way rests on something observed.
           *[other] { $seen } of { $all } reports that bear on what moved the other way { basis-rests }: { $about }.
        }
    }
    .subtitle = A mark is a report, by what it rests on; seen is the event, not what was given for it. The words are those of
        the report known best
    .alt = Reports that bear on what moved the other way, by what they are about and what they rest on.
    .seen = seen
    .assessed = assessed
    .said = only said
    .figure = { $said }, { $who }
    .row = { $thing }: { FIGURES($seen) } seen, { FIGURES($assessed) } assessed, { FIGURES($said) } only said; { $words }

## What happened when

# $named (yes or no): whether any figure is known by a day; $beats (number): how many events, $before, $after (number):
# how many came before the first figure and after the last; $all (number): events in all. A beat in words: $day (day),
# $words (text); .figure stands where others name their strand
what-happened-when-chart =
    .title = { $named ->
        [yes] { $beats ->
            [one] The one event that tells the story came { $before ->
                [1] before the first of the figures
               *[other] { $after ->
                    [1] after the last of the figures
                   *[other] between the first of the figures and the last
                }
            }.
           *[other] Of { $beats } events that tell the story, { $before ->
                [0] none
               *[other] { $before }
            } came before the first of the figures and { $after ->
                [0] none
               *[other] { $after }
            } after the last.
        }
       *[no] { $beats ->
            [one] The story in one event.
           *[other] The story in { $beats } events.
        }
    }
    .subtitle = Filled: observed; hollow: assessed or only said; a square: figures under examination; a bar: days it lasted
        or may have fallen on. { $all ->
            [one] It stands in the tables
           *[other] All { FIGURES($all) } events stand in the tables
        }
    .alt = The events that tell the story, in the order of their days.
    .figure = under examination
    .beat = { $day }: { $words }
strand-supply = supply
strand-exchange = exchange
strand-diplomacy = diplomacy
strand-sanctions = sanctions
events-table = The other events of the timeline. What bears on what moved the other way stands in the table above.
    .when = When
    .strand = Strand
    .happened = What happened
    .known = Known how
    .graded = Graded
    .document = Document
# How the reports lie to the first of the figures. $before (number), $after (number), $rest (number): neither;
# $named (text): its day, with what was said
order = Of the reports on what moved the other way, { $before ->
    [0] none is
    [one] one is
   *[other] { $before } are
} older than the first of the figures under examination ({ $named }) and { $after ->
    [0] none is
    [one] one is
   *[other] { $after } are
} newer{ $rest ->
    [0] { "" }
    [one] ; one is of the same day or not dated closely enough
   *[other] ; { $rest } are of the same day or not dated closely enough
}.
    .told = Of these reports, { $before ->
        [0] none is
        [one] one is
       *[other] { $before } are
    } older than the first of the figures and { $after ->
        [0] none is
        [one] one is
       *[other] { $after } are
    } newer. Order is not cause.
