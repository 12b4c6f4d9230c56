### How it was done: a section each, its text in Markdown. No line may begin with an asterisk.

method = How this was done
method-ranges = Each figure keeps the words it was said in. A wording stands for a range, and can be read in two ways.
    The literal reading is what the words allow: "more than a thousand" has no upper end. The pragmatic reading is
    what the speaker probably meant: more than a thousand, but fewer than the next round number, or that number would
    have been named. Both are worked through. "About" means within a share either way: the one that the banner or the
    edition's parameters name, or the one that the words themselves give (±10 per cent). Others read hedges
    otherwise. In The Military Balance "about" can be higher and "some" is a ceiling; ACLED codes the lowest number of
    the word; by *measured*, "about" is as wide as people took it to be when asked (the median answer in the
    experiments of Ferson and others, International Journal of Approximate Reasoning, 2015; it depends on how large
    and how round the number is).
    .title = From words to ranges
method-ways = Where one may reasonably choose otherwise, every combination is tried: which words count, how hedges are
    read and by whose rule, how far "about" may be off, which way of counting, whose figure stands for an
    input (the range of all, that without ours, or each origin's own), and how many months around those of the
    figures count. The dossier lists the choices; ours are told apart, and have a day. What holds on all of these ways
    comes first; what holds on some is told with the share of ways. A choice matters as often as the outcome turns when
    it alone is changed. Ways are choices that somebody can make. They were not drawn at random, and how many there are
    is no measure of how likely anything is.
    .title = From one reading to all
method-ledger = Each retelling is compared with the statement it retells, in five respects: the hedge, the number, the
    item counted, the day from which it is counted, and the "or" between alternatives. *Kept* means the same; a number
    given with fewer digits is the same number. *Dropped*: left out, such as a "more than", a "could hold" or a part
    of the item. *Weakened*: a floor that became "about", a smaller number, an earlier start. *Strengthened*: the
    reverse. *Inverted*: a floor that became a ceiling, or one thing called by the name of another. *Invented*: added
    by the retelling. *Merged*: "one or the other" that became "and". Where the data do not say enough, the field
    stays empty. A copy shows what stands in the copy; "as seen in" says that the change may have happened there and
    not at the outlet named.
    .title = From retellings to a ledger
method-answer = Every relation between the figures is a product, and together they form a tree: one way leads from
    each quantity to any other. For each quantity, what was said about it is set aside, and the lowest and the highest
    value that everything else allows are worked out exactly along this tree (interval propagation). Inputs that no
    figure under examination gives take the range of what was published about the same months. Ways of counting that
    may differ are never pooled, and what was left out is listed with its reason. A count of a shorter time is a
    minimum for a longer one and never a maximum; of a longer time, the reverse; of a time without a start or an end,
    neither. What was only promised or is only expected enters no sum of what was, and the figure for a part, such as
    a single load, enters none of the whole. Quotients that we form and assumptions that we make are called ours:
    they are never "published", no document and no origin, and an assumption is known only from the day on which it
    could have been made. Nothing is drawn at random and no distribution is invented.
    .title = From figures to an answer
method-verdicts = *Fits*: the others allow all that was said. *Fits only if*: they allow a part of it, and that part is
    printed. *Does not fit*: they allow none of it; the stretch is the factor by which every limit would have to be
    loosened. *Meets at the edge*: the gap is smaller than the rounding of the numbers in it (half a unit of the last
    digit, two digits being taken as meant). *Restated*: the figure it is compared with was computed from it. *Cannot
    be tested*: the others set no limit. *In tension*: the answer depends on the reading.
    .title = The verdicts
method-yardsticks = A yardstick is an equation of ours that makes a number from other figures, to be held beside what
    was said. It enters no verdict. Its parts are published figures of the same time, chosen as the inputs are; ours
    stand apart. The range runs from the lowest to the highest that they allow, and each origin's own figure is also
    taken alone. Where this is stated, the count of a part is the least of the whole, the load of a part stands for
    all, and those whose figure it is held against are left out. It has a day, before which no edition knows it.
    .title = Yardsticks
method-origins = A reprint, a translation or a retelling of a statement is a document, not an origin. Origins are
    counted from the links between claims. A link that is our inference, because no document states it, is counted
    both ways, and the count is then a range. A figure computed from another figure never supports it.
    .title = From documents to origins
method-contradictions = Two running totals contradict each other only if the window of one lies within the window of
    the other and the smaller window holds more than the larger. Where the windows start on different days and neither
    contains the other, the two are not compared, and that is said. What something could hold is no count and
    contradicts none, and neither does a promise or a forecast. The count of a part can show that of the whole to be
    too low, and no more. Contradictions are printed side by side; nothing is averaged.
    .title = From figures to contradictions
method-confidence = Confidence belongs to one proposition at a time and follows a printed rule with three tests: at
    least two independent origins say it, something of it was observed, and no way of reading adds a condition. Three
    tests passed make high confidence, two moderate, fewer low. A claim that does not say the thing itself does not
    count. Grades join a letter for the document (A to F) and a figure for the claim (1 to 6), after the Admiralty
    code; each carries its reason.
    .title = How sure
method-again = The notebooks, the table of claims and the programme are in the repository this briefing comes from.
    One command remakes it, byte for byte, from the same inputs; `manifest.json` beside it lists them with their
    hashes. `findings.json` holds every sentence with its numbers. A claim found to be wrong is marked retracted: it
    leaves every sum, with all that retells it or was computed from it, and stays on the record. Changes of a finding
    are listed in the changelog, apart from changes of the code.
    .title = Doing it again, and corrections
