### How many origins: who first knew a figure, its way to the documents, what was computed from it, and where it
### stands under another name.

## Who first knew

# How many origins. $fewest (number), $most (number): what they may be, by links that are our inference; $sure (yes or
# no): whether both are the same; $near (yes or no): whether they follow on each other; $prose (yes or no): for a
# sentence, else for a table. In .counted with its noun, where they differ.
origins-number = { $most ->
    [0] no
   *[other] { $prose ->
        [yes] { $sure ->
            [yes] { $most }
           *[no] { $near ->
                [yes] { $fewest } or { $most }
               *[no] { $fewest } to { $most }
            }
        }
       *[no] { $sure ->
            [yes] { FIGURES($most) }
           *[no] { FIGURES($fewest) }–{ FIGURES($most) }
        }
    }
}
    .counted = { $near ->
        [yes] { $fewest } or { $most } origins
       *[no] { $fewest } to { $most } origins
    }
origins-table = Documents that carry each figure, the relay through whom it became public, and the origins.
    .figure = Figure
    .documents = Documents
    .origins = Origins
    .whose = First known to
    .relay = Relay
    .basis = Known how
    .claims = Claims
# $examined (text): all documents, counted; $documents (number): those that carry the figure; $figure (text): what it
# counts; $origins (number): at most; $voices (text): how many; $who (text): whose it is
# In the story: $fewer (yes or no): whether there are fewer origins than documents
total-origins = Of { $examined } examined, { $documents ->
    [0] none carries the { $figure }: the figure is our own.
    [one] { $documents } carries the { $figure }; { $origins ->
        [one] it goes back to one origin, { $who }.
       *[other] { $voices } origins stand behind it.
    }
   *[other] { $documents } carry the { $figure }; { $origins ->
        [one] { $documents ->
            [2] both go
           *[other] all go
        } back to one origin, { $who }.
       *[other] { $voices } origins stand behind them.
    }
}
    .told = Of { $examined } examined, { $documents ->
        [0] none carries the { $figure }: the figure is our own.
        [one] { $documents } carries the { $figure }. { $origins ->
            [one] It goes back to one origin: { $who }.
           *[other] { CAPITAL($voices) } origins stand behind it.
        }
       *[other] { $documents } carry the { $figure }. { $origins ->
            [one] { $documents ->
                [2] Both go
               *[other] All go
            } back to one origin: { $who }.
           *[other] { CAPITAL($voices) } origins stand behind them.
        }{ $fewer ->
            [yes] {" "}Whoever counts the documents counts some voices more than once.
           *[no] { "" }
        }
    }

## Its way to the documents

# $documents (text): counted; $origins (number): at most; $voices (text): how many; $retold (changed, kept or none):
# what became of the figures; $part (text): how many retellings of all changed something. In .changed: $did (text),
# $aspects (list). A line of the alt text: $who (text), $words (text); in .line-changed also $changed (list)
from-origin-to-outlet-chart =
    .title = { CAPITAL($documents) }, { $voices } { $origins ->
        [0] origin
        [one] origin
       *[other] origins
    }: { $retold ->
        [changed] { $part } changed something on the way.
        [kept] nothing was changed on the way.
       *[none] no retelling was found.
    }
    .subtitle =
        Square: the figure and its origin. Dot: kept. Ring: changed, as named at the right. Dashed: our inference.
        Copies stand under the outlet they show
    .alt = Chains from origin to outlet.
    .changed = { $did }: { $aspects }
    .line = { $who }: { $words }
    .line-changed = { $who }: { $words } ({ $changed })

## What stands behind the inputs

# $inputs (list): each as in .input, with semicolons. In .input: $label (text): what is counted; $documents (number);
# $counted (text): the same with its noun; $voices (text): origins, counted
inputs-behind = { CAPITAL($inputs) }.
    .input = “{ $label }” { $documents ->
        [0] stands in no document
       *[other] stands in { $counted }, from { $voices }
    }
# $inputs (list): of which only one origin gave a figure
inputs-behind-one = All that was published on { $inputs } goes back to one origin.
inputs-behind-none = Nothing goes into the sums but the figures under examination.
inputs-behind-unpublished = Nobody published a figure for what the figures under examination leave open.
inputs-behind-table =
    Documents that carry each input of the sums, retellings among them, and the origins behind them. A quotient formed
    here counts with the total it was formed from.
    .input = Input
    .figures = Figures
    .documents = Documents
    .origins = Origins
    .whose = First known to
    .basis = Known how
    .claims = Claims

## What was computed from it

# $counted (text): figures, counted; $n (number): how many; $figures (list): as in figure-of
computed = { $counted } { $n ->
    [one] was
   *[other] were
} computed from these and { $n ->
    [one] adds
   *[other] add
} no origin: { $figures }.
    .none = No figure seen was computed from these.
# Behind computed. $n (number): how many figures were computed; $inferred (number): how many of them by our inference
computed-inferred = { $n ->
    [one] The link is our inference.
   *[other] For { $inferred } of them the link is our inference.
}

## What stands under another name

# $counted (text): figures, counted; $n (number): how many; $documents (text): counted; $by (document, inference or
# both): whether the documents say whose they are; $inferred (number): how many where we infer it
echoes = { $counted } { $n ->
    [one] stands
   *[other] stand
} under another name, in { $documents }{ $by ->
    [document] .
    [inference] , by our inference.
   *[both] ; for { $inferred } of them the link is our inference.
}
    .none = No document seen shows a figure under another institution's name.
    .told = { CAPITAL($counted) } { $n ->
        [one] stands under another name than that of its origin
       *[other] stand under another name than that of their origin
    }, in { $documents }{ $by ->
        [document] .
        [inference] , by our inference.
       *[both] ; for { $inferred } of them the link is our inference.
    }
# Behind echoes. $figures (list): as in .figure, with $whose (text), $name (text)
echoes-certain = With no inference of ours, the document itself shows { $figures }.
    .figure = a figure of { $whose } under the name of { $name }
# In .goes-back: $whose (text), $said (text). In .how: $inferred (yes or no).
echoes-table = Figures shown under another institution's name, and whose they are.
    .name = Shown as
    .said = Says
    .first = Goes back to
    .later = Later by
    .link = Link
    .seen = Seen in
    .claims = Claims
    .goes-back = { $whose }: { $said }
    .how = { $inferred ->
        [yes] our inference
       *[no] in the document
    }
# $before (text), $after (text): what was said; $whose (text), $name (text): whose it is, and as whose it came back;
# $days (text): counted; $inferred (yes or no)
issued-again =
    “{ CAPITAL($before) }”, first given by { $whose }, came back as “{ $after }” under the name of { $name }
    { $days } later{ $inferred ->
        [yes] , by our inference.
       *[no] .
    }
    .none = No old figure was found that came back as new.
# Behind issued-again. $said (text), $whose (text), $day (day)
issued-again-newest = The newest total by then was “{ $said }” ({ $whose }, { $day }).

## Every retelling

all-retellings-table = What was done to each aspect, over every retelling seen (where it could be told).
    .aspect = Aspect
    .kept = Kept
    .dropped = Dropped
    .weakened = Weakened
    .strengthened = Strengthened
    .inverted = Inverted
    .invented = Invented
    .merged = Merged
# $retellings (text): counted; $turns (list): as in .turn, with semicolons. In .turn: $before (text), $after (text):
# what was said; $seen (list): in which documents
inverted = { $retellings } turned a minimum into a maximum or a maximum into a minimum: { $turns }.
    .turn = “{ $before }” became “{ $after }” ({ $seen })
    .none = No retelling turned a minimum into a maximum or a maximum into a minimum.
# $retellings (text): counted; $parts (list): as in .later, .earlier and .given, each with $n (number). In .named: $turns
# (list): as in .turn, with semicolons. In .turn: $said (text), $day (day); $seen (list): in which documents
started = { $retellings } did not keep the day from which the figure counts: { $parts }.
    .later = { $n } made it later, so that the same number says more
    .earlier = { $n } made it earlier
    .given = { $n } gave one where the first wording gives none
    .named = A start that the first wording does not give: { $turns }.
    .turn = “{ $said }” from { $day } ({ $seen })
    .none = Every retelling kept the day from which the figure counts, or none is given.
# $before (list), $after (list): the alternatives, and what they became; $seen (list): in which document
merged = “{ CAPITAL($before) }” became “{ $after }” ({ $seen }).
    .none = No retelling turned an “or” between alternatives into an “and”.
