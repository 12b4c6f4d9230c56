### The panels below page one: what if a figure were different, and how it looked on an earlier day.

## What if

panel-title = Move a link: what if a figure were different?
panel-lead = Suppose another value in place of what was said or published: the other links answer at once. Where nothing
    is moved, the answer is that of this briefing.
panel-ways = The panel tries one way of reading at a time.
# How the figures were read and what was supposed, at the beginning of the answer. $wording (text), $reading (text),
# $supposed (yes or no), $values (list)
panel-read = { $wording }, on the { $reading } reading{ $supposed ->
    [yes] {" "}and supposing { $values }
   *[no] { "" }
}
# A share that was supposed. $value (text), $label (text)
panel-share = { $value } as the { $label }
# $some (yes or no): whether only some ways of counting allow it, $series (list); and those of panel-read
panel-answer-fits = { panel-read }, the figures can all be true together as they stand{ $some ->
    [yes] , if { $series } are right
   *[no] { "" }
}.
# $some (yes or no), $series (list), $needs (list): what it takes; and those of panel-read
panel-answer-fits-only-if = { panel-read }, the figures can all be true together{ $some ->
    [yes] , if { $series } are right
   *[no] { "" }
}, but only with { $needs }.
# Those of panel-read
panel-answer-meets-at-the-edge = { panel-read }, the figures meet at the edge: the gap between them is smaller than the
    rounding of their numbers.
# $apart (close, far or never), $factor (text): by what every limit would have to be stretched; and those of panel-read
panel-answer-does-not-fit = { panel-read }, the figures cannot all be true together: { $apart ->
    [close] they miss by less than one per cent
    [never] however far every limit were stretched, they would not meet
   *[far] they would only if every limit were stretched by a factor of { $factor }
}.
# Those of panel-read
panel-answer-cannot-be-tested = { panel-read }, too little is known to hold the figures against each other.
# One of the needs. $amount (text), $record (text): what is on record
panel-need = { $amount } ({ $record })
# In place of what is on record. $value (text)
panel-supposed = supposed: { $value }
# $record (text), $value (text)
panel-share-of = { $record }, { $value } of it
panel-per-cent = per cent
panel-no-share = no share is on record; all of it counts
panel-script = To suppose values, the page needs JavaScript, which is off here.
# $record (text)
panel-outside = Beyond what is on record ({ $record }).
panel-hint = A bar is what was said or published; hatched is beyond what is on record; ochre is what the others need. A
    hollow handle stands where the record is: at the number that was said, or at that end of a range that is nearest
    to what the others need (if that falls short, so does all of it), the lower one where they need nothing.
panel-reported = As reported
panel-back = put back
# What was typed and is no number. $typed (text)
panel-no-number = “{ $typed }” is no number; this link stays as reported.
# What was typed is not above nought. $typed (text)
panel-not-above = It takes a number above nought, and { $typed } is none; this link stays as reported.
panel-table = Each quantity against all the others
    .quantity = Quantity
    .record = On the record
    .needed = Needed by the others
    .verdict = Verdict
panel-dials = What can be supposed otherwise, and what is on the record for it:
    .dial = Can be supposed
    .unit = In
    .record = On the record
panel-reading = Reading of each hedge
    .literal = literal: what the words allow
    .pragmatic = pragmatic: what was probably meant
panel-wording = Wording of the figures
    .retold = as retold
    .first = as first worded
# As the answer names them.
panel-read-literal = literal
panel-read-pragmatic = pragmatic
panel-worded-retold = as retold
panel-worded-first = as first worded

## Earlier days

moments-title = How did it look on an earlier day?
moments-lead = Page one as it would have stood on each of these days, from what was public then. What differs from the
    day before it in this list is marked.
moments-most = There were more days on which something could change; these are spread evenly among them.
# $claims (text): a count with its noun, $new (text)
moments-known = Public by then: { $claims } of this briefing; new since the day before in this list: { $new }
moments-changed = changed
# Before the slider that chooses one of them. $day (day)
moments-chosen = As of { $day }
moment-claimed = Claimed
moment-bottom-line = Answer
moment-judgement = Judgement
moment-confidence = How sure
moment-not-run = Answer
