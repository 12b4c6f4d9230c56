### What was said: who reported the figures, what became of the words on the way, who named a total beside them,
### what was withdrawn, and who denies it.

## Who said what

# Who reported the figures in other words than the first, and what they said. $retold (yes or no): whether anybody did;
# $publishers (list), $figures (list): those of each origin as in .figures, with semicolons. In .figures: $what (text):
# what they say, $who (text), $day (day)
# In the story: $n (number): figures, $figures (text): as in .told-figures, $changed (number): those reworded, $first
# (list): as first worded. In .told-figures: $n (number), $whole (yes or no): whether these are all, $what (text), $who (text), $known (day, month, year or none):
# how exactly the day is known, $day (day), $relayed (yes or no), $through (text): through whom
claimed = { $retold ->
    [yes] As { $publishers } reported: { $figures }.
   *[no] Reported: { $figures }.
}
    .figures = { $what } ({ $who }, { $day })
    .told = { $n ->
        [one] One figure is
       *[other] { CAPITAL($n) } figures are
    } under examination. { $figures }{ $changed ->
        [0] { "" }
        [one] {" "}{ $n ->
            [one] It is
           *[other] One of these is
        } as { $publishers } retold it. First worded, it was { $first }.
       *[other] {" "}{ CAPITAL($changed) } of these are as { $publishers } retold them. First worded, they were
            { $first }.
    }
    .told-figures = { $whole ->
        [yes] { $n ->
            [one] It is
            [2] Both are
           *[other] All are
        }
       *[no] { $n ->
            [one] One is
           *[other] { CAPITAL($n) } are
        }
    } ascribed to { $who }: { $what }.{ $known ->
        [none] { $relayed ->
            [yes] {" "}{ $n ->
                [one] It
               *[other] They
            } became public through { $through }.
           *[no] { "" }
        }
       *[day] {" "}{ $n ->
            [one] It
           *[other] They
        } became public { $known ->
            [day] on
           *[month] in
        } { $day }{ $relayed ->
            [yes] , through { $through }.
           *[no] .
        }
    }
# The figures under examination.
headline-table = The figures under examination, as first worded and as retold.
    .figure = Figure
    .stated = First worded
    .said = In English
    .retold = Retold as
    .by = By
    .document = First seen in
    .claim = Claim

## How many carry it

# $examined (text): all documents, counted; $documents (number): those that carry the figures; $figures (number);
# $origins (number): at most; $voices (text): how many; $who (list): whose the figures are, with semicolons; $sure (yes
# or no): whether the count is certain
origins = Of { $examined } examined, { $documents ->
    [0] none carry
    [one] { $documents } carries
   *[other] { $documents } carry
} { $figures ->
    [one] this figure
   *[other] these figures
}, and { $origins ->
    [one] one origin stands
   *[other] { $voices } origins stand
} behind { $figures ->
    [one] it
   *[other] them
}: { $who }.{ $sure ->
    [yes] { "" }
   *[no] {" "}The count depends on links that we infer.
}
    .why = A reprint or a translation repeats its origin. Only a source that knew it separately would add support.
    .linchpin = Whether the links between the documents are all known.
    .told = Of { $examined } examined, { $documents ->
        [0] none carry
        [one] { $documents } carries
       *[other] { $documents } carry
    } { $figures ->
        [one] this figure
       *[other] these figures
    }. { $origins ->
        [0] No origin stands
        [one] One origin stands
       *[other] { CAPITAL($voices) } origins stand
    } behind { $figures ->
        [one] it
       *[other] them
    }{ $sure ->
        [yes] .
       *[no] ; the count depends on links that we infer.
    }
# How documents were read. $documents (number); $firsthand (number): those read as published; $all (yes or no): whether
# these are all
documents = { $all ->
    [yes] { $documents ->
        [0] no document was read as published.
        [one] { $documents } document was read as published.
       *[other] { $documents } documents were read as published.
    }
   *[no] { $documents ->
        [one] The one document was read in a copy, in translation or as quoted by others.
       *[other] { $firsthand ->
            [0] none of { $documents } documents was
            [one] { $firsthand } of { $documents } documents was
           *[other] { $firsthand } of { $documents } documents were
        } read as published; the rest in copies, in translation or as quoted by others.
    }
}

## What became of the words

aspect-hedge = hedge
aspect-number = number
aspect-item = item
aspect-window = window
aspect-alternatives = alternatives
# What a retelling did to an aspect of a figure.
did-kept = kept
did-dropped = dropped
did-weakened = weakened
did-strengthened = strengthened
did-inverted = inverted
did-invented = invented
did-merged = merged
# $n (number): retellings; $retellings (text): the same, counted; $hedge (list): what they did to the hedge, as in
# hedge-kept and after; $did (kept, dropped, weakened, strengthened, inverted, invented, merged or unknown): what
# the only one did to it; $kept (number): those that changed nothing
ledger = { $n ->
    [one] The one retelling found { $did ->
        [kept] kept the hedge
        [dropped] dropped the hedge
        [weakened] weakened the hedge
        [strengthened] strengthened the hedge
        [inverted] inverted the hedge
        [invented] added a hedge
        [merged] merged the hedge
       *[unknown] has no hedge to compare
    }{ $kept ->
        [0] .
       *[other] {" "}and kept all that can be compared.
    }
   *[other] Of { $retellings }, { $hedge }; { $kept ->
        [0] none
       *[other] { $kept }
    } kept all that can be compared.
}
    .none = No retelling was found, so nothing can have changed on the way.
# How many retellings did something to the hedge. $n (number)
hedge-kept = { $n ->
    [0] none
   *[other] { $n }
} kept the hedge
hedge-dropped = { $n } dropped it
hedge-weakened = { $n } weakened it
hedge-strengthened = { $n } strengthened it
hedge-inverted = { $n } inverted it
hedge-invented = { $n } added one
hedge-merged = { $n } merged it
# $before (text), $after (text): what was said; $retellings (text): counted; $seen (list): in which documents
became = “{ CAPITAL($before) }” became “{ $after }” in { $retellings } ({ $seen }).
    .none = No retelling changed the hedge.
    .told = “{ CAPITAL($before) }” became “{ $after }” in { $retellings }.
# What became of the words, in the story. $n (number): retellings whose hedge can be compared; $retellings (text):
# counted; $kept (number): those that kept it; $changed (yes or no): whether any did not; $more (yes or no): whether more
# was done than is named; $did (list): what was done most often, as in hedge-weakened. Where some were read in a copy,
# .copied stands behind
on-the-way = { $n ->
    [one] In the one retelling that can be compared, the hedge { $changed ->
        [yes] was not kept
       *[no] was kept
    }.
   *[other] Of { $retellings }, { $kept ->
        [0] none
       *[other] { $kept }
    } kept the hedge, such as “at least” or “about”.{ $changed ->
        [yes] {" "}Of the others, { $more ->
            [yes] to name the most frequent, { $did }.
           *[no] { $did }.
        }
       *[no] { "" }
    }
}
    .copied = A change may have been made in the copy that we read, and not by the outlet it shows.
# $changed (number): retellings that changed the hedge; $part (text): of how many. In .group: $figure (text), $said
# (text): as first worded. In .wording: $said (text), $times (number): how often.
# A line of the alt text: $group (text), $wording (text), $who (list), $did (list): what was done, or .nothing
what-was-said-chart =
    .title = { $changed ->
        [0] Every retelling kept the hedge it started from.
       *[other] { CAPITAL($part) } changed the hedge.
    }
    .subtitle = Each wording found, and what became of the original on the way to it; × says how often
    .alt = Each wording of the figures, and what it changed.
    .group = { $figure }, first “{ $said }”
    .wording = { $times ->
        [1] { $said }
       *[other] { $said } × { FIGURES($times) }
    }
    .seen = as seen in
    .line = { $group }: { $wording } ({ $who }): { $did }
    .did = { $aspect } { $did }
    .nothing = nothing to compare
# A dot for each retelling. $kept (number): those that kept the hedge; $part (text): of how many. A line of the alt text:
# $figure (text), $said (text): as first worded, $did (list): each deed with how often, $n (number)
what-became-of-the-words-chart =
    .title = { $kept ->
        [0] No retelling kept the hedge it started from.
       *[other] { CAPITAL($part) } kept the hedge they started from.
    }
    .subtitle = A dot is a document that retold the figure: what became of its “more than”, “about” or “at least” on the way
    .alt = What the retellings of each figure did to its hedge.
    .line = { $figure }, first “{ $said }”: { $did }
    .did = { FIGURES($n) } { $did }
ledger-table =
    What each retelling did to the figure it passed on. Where the copy read is not the publisher's own, the change may
    have happened in the copy: “as seen in”.
    .retold = Retold as
    .seen = Seen in
    .hedge = Hedge
    .number = Number
    .item = Item
    .window = Window
    .alternatives = Alternatives
    .claim = Claim

## Who else named a total

# $days (number): before and after; $said (text): the figure; $totals (text), $voices (text): how many others, counted;
# $n (number): how many; $span (text): from the least to the most, with its noun; $lie (list): how they lie to the
# figure, as in .less, .as-much and .more, each with $n (number); $made (number): how many rest on a conversion
# In the story: $side (less, as-much, more or mixed): how all of them lie to it; $lies (list): as in .is-less, .is-as-much
# and .is-more, each with $n (number)
contemporaries = Within { FIGURES($days) } days of “{ $said }”, { $totals } from { $voices } { $n ->
    [one] was
   *[other] were
} named, { $span }: { $lie }; { $made ->
    [0] none of them rests
    [one] { $made } of them rests
   *[other] { $made } of them rest
} on a conversion.
    .less = { $n } lower
    .as-much = { $n } neither lower nor higher
    .more = { $n } higher
    .told = Within { FIGURES($days) } days of “{ $said }”, { $totals } from { $voices } { $n ->
        [one] was named. It comes
       *[other] were named. They come
    } to { $span }: { $side ->
        [less] { $n ->
            [one] it is lower
            [2] both are lower
           *[other] all are lower
        }
        [more] { $n ->
            [one] it is higher
            [2] both are higher
           *[other] all are higher
        }
        [as-much] { $n ->
            [one] it is neither lower nor higher
           *[other] none is lower or higher
        }
       *[mixed] { $lies }
    }. { $made ->
        [0] None of them was
        [one] { CAPITAL($made) } of them was
       *[other] { CAPITAL($made) } of them were
    } worked out from a count of something else.
    .is-less = { $n } { $n ->
        [one] is
       *[other] are
    } lower
    .is-as-much = { $n } { $n ->
        [one] is
       *[other] are
    } neither lower nor higher
    .is-more = { $n } { $n ->
        [one] is
       *[other] are
    } higher
# $label (text): what is counted, $days (number)
contemporaries-none =
    No other origin was found that named a total of { $label } within { FIGURES($days) } days of the figure.
contemporaries-no-total = No total stands under examination.
# $label (text): what is counted, $days (number). In .rests: $converted (yes or no)
contemporaries-table = Totals of { $label } first named within { FIGURES($days) } days of the figure.
    .whose = Whose
    .named = Named
    .counts = Counts
    .document = Published
    .conversion = Conversion
    .claims = Claims
    .rests = { $converted ->
        [yes] yes
       *[no] no
    }
# $span (text): from the least to the most that others named, $said (text): the figure
named-in-those-weeks-chart =
    .title = In those weeks others named { $span }; the claim is “{ $said }”.
    .subtitle =
        Each as it was worded, oldest first (logarithmic scale). Grey: rests on a conversion. Dashed: the number under
        examination
    .alt = Totals named in the weeks around the figure, oldest first.
    .or = or

## How far the record reaches

# $read (yes or no): whether it is known until which day reporting was read, $day (day); $newer (number): documents
# from after it; $dated (yes or no): whether nothing after a day is used, $last (day). In .sought: $gaps (number): how
# many things, $sought (list): what they are,
# with semicolons
read = { $read ->
    [yes] Published reporting was looked through up to { $day }{ $newer ->
        [0] .
        [one] ; of what appeared later, one document is on file.
       *[other] ; of what appeared later, { $newer } documents are on file.
    }
   *[no] { $dated ->
        [yes] Nothing published after { $last } is used.
       *[no] The dossier does not say until when published reporting was looked through.
    }
}
    .sought = { $gaps ->
        [one] One thing was looked for and not found
       *[other] { CAPITAL($gaps) } things were looked for and not found
    }: { $sought }.
gaps-table = What was looked for and not found. That it was not found does not say that it is not there.
    .sought = Looked for
    .where = Where
    .since = Missed since

## What was withdrawn, and what is denied

# A figure with whose it is. $said (text), $who (text)
figure-of = “{ $said }” ({ $who })
# $figures (list): as in figure-of; $retracted (number): how many; $resting (number): claims that rest on them; $claims
# (text): the same, counted
withdrawn = Retracted, and left out of every sum: { $figures }{ $resting ->
    [0] .
    [one] , with { $claims } that rests on { $retracted ->
        [one] it
       *[other] them
    }.
   *[other] , with { $claims } that rest on { $retracted ->
        [one] it
       *[other] them
    }.
}
    .none = No claim of the dossier has been retracted.
# $statements (text): how many, counted; $n (number): the same; $early (none, some or all): which were made before the
# figures appeared; $before (number): how many; $figures (number): under examination; $who (list): in whose name;
# $kinds (list): what they do, as in .kind. In .kind: $n (number), $does (text): as in answers-categorical and after
denials = { $statements }{ $early ->
    [none] { "" }
    [some] , { $before } from before { $figures ->
        [one] this figure
       *[other] these figures
    } appeared,
   *[all] , all from before { $figures ->
        [one] this figure
       *[other] these figures
    } appeared,
} { $n ->
    [one] answers
   *[other] answer
} reports of this kind, in the name of { $who }: { $kinds }.
    .kind = { $n } { $does }
    .none = No answer to these reports had been published.
# How many answers speak of something that is not under examination. $n (number), $items (text)
denials-elsewhere = { $n } of them { $n ->
    [one] speaks
   *[other] speak
} of { $items }.
# How many answers dispute a number. $n (number)
denials-quantity = { $n ->
    [0] Not one disputes
    [one] { $n } disputes
   *[other] { $n } dispute
} a quantity.
# How many more answers there are that say nothing of this kind. $n (number)
denials-others = { $n ->
    [one] { $n } more answer speaks of something else and is
   *[other] { $n } more answers speak of something else and are
} not counted here.
