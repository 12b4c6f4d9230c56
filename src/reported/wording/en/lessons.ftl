### The exercises of a class: what is given, what is asked, and the reply to each answer. Between *asterisks* words
### slant.

## What all exercises share

# In place of an exercise. $dated (yes or no), $day (day), $lacks (retold, documents, another, tied or any): what no
# figure is like
lesson-nothing = No figure { $dated ->
    [yes] public by { $day }
   *[no] in this dossier
} { $lacks ->
    [retold] retells another document in words that were seen
    [documents] is under examination and carried by more than one document
    [another] is under examination beside another one
    [tied] is under examination and tied to a quantity that is not
   *[any] is under examination
}, so this exercise has nothing to ask.
# A word to answer with, and what it means. $term (text), $meaning (text)
lesson-term = *{ $term }*: { $meaning }
# The answer where nothing is to be named.
lesson-none = none
# A reply to a right answer. $key (text): what is right
lesson-right = Right: { $key }.
# A reply to the right letter. $why (sentence)
lesson-right-letter = Right. { $why }
lesson-right-none = Right: there is none here.
# A reply to a wrong answer. $why (sentence)
lesson-not-yet = Not yet. { $why }
lesson-not-none = Not yet. There is at least one.
# A reply to a word that is not right. $said (text): the word; $means (text): what it means; $hint (sentence)
lesson-would-mean = Not yet. *{ CAPITAL($said) }* would mean that { $means }. { $hint }
# Behind a reckoned answer. $what (text): what is right; $claims (list): the figures it follows from
lesson-from = { $what }, from { $claims }
# A figure and what is on the record for it. $label (text), $record (text)
lesson-figure = { $label } ({ $record })
lesson-relations = How the figures are tied together:

## Spot the drift

lesson-drift = Spot the drift
    .letter = { "" }
    .original = Original
    .retelling = Retelling
    .where = Where
    .words = What can have become of a hedge:
    .asked = What happened to the hedge?
# What can have become of a hedge, with what it means.
lesson-hedge-kept = kept
    .means = the hedge says the same, perhaps in other words
lesson-hedge-dropped = dropped
    .means = the hedge is gone and a bare number is left
lesson-hedge-weakened = weakened
    .means = the words say less: the direction is lost
lesson-hedge-strengthened = strengthened
    .means = the words say more: a direction was put in that nobody gave
lesson-hedge-inverted = inverted
    .means = a floor became a ceiling, or a ceiling a floor
lesson-hedge-invented = invented
    .means = a bare number was given a hedge
# What words make of a number.
lesson-kind-a-floor = a floor
lesson-kind-a-ceiling = a ceiling
lesson-kind-a-bare-number = a bare number
lesson-kind-an-approximation = an approximation
lesson-kind-a-range = a range
lesson-kind-no-number = no number
lesson-kind-a-vague-number = a vague number
# $was, $now (text): what the words made of the number; $same (yes or no): whether that is the same
lesson-drift-here = Here { $was } { $same ->
    [yes] stayed what it was
   *[no] became { $now }
}.
# $what (text): what became of the hedge; $here (sentence)
lesson-drift-right = Right: { $what }. { $here }
# For the teacher. $what (text), $of, $row (text): the words before and after; $was, $now (text): what they make of it
lesson-drift-key = { $what }: { $of }, { $was }, became { $row }, { $now }
lesson-item =
    Name one retelling that also changed what was counted. If none did, answer { lesson-none }.
# $letter (text), $was, $now (list): the kinds of things that were counted
lesson-item-changed = { $letter } changed it: “{ $was }” became “{ $now }”.
lesson-item-open = There the item is not known well enough to tell.
lesson-item-same =
    There the same things are counted. Look for a kind of thing that was left out, added or mixed up.

## How many sources?

lesson-sources = How many sources?
    .letter = { "" }
    .document = Document
    .title = What it is
    .says = Says
    .whose = Figure given as that of
# $documents (number)
lesson-origins =
    These are { $documents } documents. How many origins stand behind them? An origin knew its figure first.
# How many there are where that is not sure. $fewest, $most (figure)
lesson-origins-between = { $fewest } to { $most } origins
# $count (text), $names (list): who they are
lesson-origins-key = { $count } ({ $names })
# $key (text), $sure (yes or no)
lesson-origins-right = Right: { $key }.{ $sure ->
    [yes] { "" }
   *[no] {" "}How many exactly rests on links that are our inference.
} Who passes a figure on adds no origin.
lesson-origins-documents =
    Not yet: that is how many documents there are. Which of them could know the figure at first hand?
lesson-origins-names =
    Not yet: that is how many names stand in the last column. A name can stand for what another one said.
lesson-origins-few =
    Not yet: that is too few. Some of these figures have nothing to do with each other; look at who is named, and when.
lesson-origins-many = Not yet: that is too many.
# $one, $other (text): two documents
lesson-origins-copied =
    Not yet: that is too many. Look at these two, which pass on the same statement: { $one }, and { $other }.
# $figure (text): the name of a quantity
lesson-first = Which document stands nearest to where its figure for { $figure } came from?
# $words (text): as said
lesson-first-right = { $words } is the account that the others of this figure go back to.
lesson-first-retold = It retells another of these documents.
lesson-first-own =
    It carries a figure of its own. Look at the figure that most of these documents share.
lesson-echo =
    Name one document that gives a figure as that of somebody who only passed it on. If there is none, answer
    { lesson-none }.
# $name (text): who is named; $first (text): whose it was; $inferred (yes or no)
lesson-echo-right = It names { $name }; the figure goes back to { $first }{ $inferred ->
    [yes] {" "}(our inference)
   *[no] { "" }
}.
lesson-echo-wrong =
    That name is the one the figure goes back to, as far as was seen. Compare the numbers: which one was there before,
    under another name?
lesson-computed =
    Name one document whose figure was only worked out from another figure. If there is none, answer { lesson-none }.
# $parents (list)
lesson-computed-right = It was worked out from { $parents }, and supports nothing that this says.
lesson-computed-wrong =
    That one was stated, not worked out. Look for a number that follows from another one by a multiplication.
# A figure that another was worked out from. $said (text), $who (text)
lesson-parent = “{ $said }” ({ $who })

## What would have to be true?

lesson-together = What would have to be true?
    .figure = Figure
    .first = As first worded
    .retold = As retold
    .allows = As retold, that allows
lesson-nothing-said = nothing was said
# $noun (text): what is counted, many of it; $least (yes or no)
lesson-limit =
    Take the figures as retold, each in the full range that its words allow. How many { $noun } { $least ->
        [yes] would there have to be at the least
       *[no] can there be at the most
    }?
# $told (text): the limit; $claims (list)
lesson-limit-right = Right: { $told }. That follows from { $claims }.
# $side (low, high or close): where the answer lies; $least (yes or no)
lesson-limit-off = Not yet{ $side ->
    [low] : too low.
    [high] : too high.
   *[close] , but close. Keep two digits.
} { $least ->
    [yes] The least there can be comes from one end of each range: which end makes it as small as it may be?
   *[no] The most there can be comes from one end of each range: which end makes it as large as it may be?
}
lesson-limit-published =
    Not yet: that is what was said or published for it. The question is what the other figures need, whatever was said.
# $one, $other (text): numbers with their nouns
lesson-limit-bare =
    Not yet: you took both figures as bare numbers ({ $one }, { $other }). Their words allow more.
# $figure (text)
lesson-limit-other-end = Not yet: you took the other end of the range for { $figure }.
# $unit (text), $noun (text)
lesson-limit-unit = Not yet: that counts by the { $unit }; the question is about { $noun }.
# $noun (text)
lesson-first-wording =
    Now take the words as first said. What limit of the same kind do they set on the { $noun }?
lesson-compared-none = no such limit
lesson-compared-same = the same limit
lesson-compared-lower = a lower number
lesson-compared-higher = a higher number
lesson-compared-no-fit = the figures do not fit
# $fits (yes or no), $left (text): what the other figures leave
lesson-first-wording-key = as first worded, { $fits ->
    [yes] the others leave { $left }
   *[no] the figures do not fit
}
lesson-first-wording-wrong =
    Put the two wordings beside each other: which of the figures lost or gained an end of its range?
# $wording (as-first-worded or as-retold), $reading (literal or pragmatic)
lesson-fit = { $wording ->
    [as-first-worded] As first worded
   *[as-retold] As retold
} and on the { $reading ->
    [literal] literal
   *[pragmatic] pragmatic
} reading: do the figures fit?
# What each verdict means, as a clause.
lesson-verdict-fits = they can all be true, each in the whole range that was said
lesson-verdict-fits-only-if =
    they can all be true, but one or more of them only in a part of its range
lesson-verdict-meets-at-the-edge =
    they miss one another by less than their numbers are rounded, which decides nothing
lesson-verdict-does-not-fit = no numbers make all of them true
lesson-verdict-cannot-be-tested = too little is known to hold them against each other
# $word (text): the verdict; $told (clause): what it comes to
lesson-fit-key = { $word }; { $told }
lesson-fit-as-they-stand = they can all be true as they stand
# $needs (list)
lesson-fit-needs = they need { $needs }
# $reading (literal or pragmatic)
lesson-fit-hint = { $reading ->
    [pragmatic] On this reading a minimum ends at the next round number, because a larger one would have been named.
   *[literal] On this reading a minimum has no upper end, so two minimums can never contradict each other.
}
# A figure that can be moved. $figure (text): its name; $noun (text): what is counted; $named (yes or no): whether the
# name says that
lesson-move = { CAPITAL($figure) }{ $named ->
    [yes] { "" }
   *[no] , in { $noun }
}

## What one word does

lesson-word = What one word does
    .letter = { "" }
    .word = Word
    .language = Language
    .reads = Then it reads
lesson-word-others =
    .figure = Other figures
    .first = As first worded
# $amount (text): the number with its noun; $figure (text): its name; $who (text), $words (text): as said; $noun (text)
lesson-word-given =
    The figure is { $amount } ({ $figure }); { $who } said { $words }. Put each of these words in place of its own, and
    leave the other figures as they were first said. What do they then leave for the { $noun }?
# $noun (text)
lesson-word-asked = With the word of this line, what do the figures leave for the { $noun }?
lesson-bounds-none = no limit
lesson-bounds-lower = a lower limit
lesson-bounds-upper = an upper limit
lesson-bounds-both = both limits
# How a line reads. $reads (text), $allows (text), $told (yes or no): whether what it allows is told
lesson-word-reads = “{ $reads }”{ $told ->
    [yes] , which allows { $allows },
   *[no] { "" }
}
# $limits (text), $reads (text), $fits (yes or no), $left (text)
lesson-word-key = { $limits }. It reads { $reads } and leaves { $fits ->
    [yes] { $left }
   *[no] nothing, because the figures contradict each other
}
# $reads (text), $limits (text), $noun (text)
lesson-word-hint = It reads { $reads } and so has { $limits } itself. What does that do to the { $noun }?

## Moving a figure: what the answer would be. Its numbers and lists are put in where nothing can be chosen by them

# On the buttons.
lesson-wording-first = first
lesson-wording-retold = retold
lesson-reading-literal = literal
lesson-reading-pragmatic = pragmatic
# How all of these begin. $wording (first or retold), $reading (literal or pragmatic), $value (text): what is supposed
moved = { $wording ->
    [first] As first worded
   *[retold] As retold
}, on the { $reading ->
    [literal] literal
   *[pragmatic] pragmatic
} reading and supposing { $value }
moved-fits = { moved }, the figures can all be true together as they stand.
# $series (list): the ways of counting that are right then
moved-fits-in-part =
    { moved }, the figures can all be true together as they stand, if { $series } are right.
# $needs (list): what must hold
moved-fits-only-if = { moved }, the figures can all be true together, but only with { $needs }.
# $series (list), $needs (list)
moved-fits-only-if-in-part =
    { moved }, the figures can all be true together, if { $series } are right, but only with { $needs }.
moved-meets-at-the-edge =
    { moved }, the figures meet at the edge: the gap between them is smaller than the rounding of their numbers.
moved-does-not-fit-by-little =
    { moved }, the figures cannot all be true together: they miss by less than one per cent.
# $factor (figure)
moved-does-not-fit-by-a-factor =
    { moved }, the figures cannot all be true together: they would only if every limit were stretched by a factor of
    { $factor }.
moved-does-not-fit-by-any =
    { moved }, the figures cannot all be true together: however far every limit were stretched, they would not meet.
moved-cannot-be-tested = { moved }, too little is known to hold the figures against each other.
