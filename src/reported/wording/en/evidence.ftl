### What a finding rests on: the claims below it, their cards, their documents, and the claims that no finding names.

## Below a finding

# $claims (text): a count with its noun
evidence-rests-on = Rests on { $claims }
evidence-computed = How this was computed
# $said (text): the words, or what they say; $read (yes or no): whether they were read as a range, $range (text);
# $document (text), $reached (text)
evidence-claim = { $said }{ $read ->
    [yes] , read as { $range }
   *[no] { "" }
}. { $document }, { $reached }
# $notebook (text): its file, $cell (number)
evidence-computed-in = Computed in { $notebook }, cell { FIGURES($cell) }

## How a document was reached

reached-original = seen at its publisher
reached-syndicated = seen as a syndicated copy
reached-mirror = seen on a mirror
reached-translation = seen in translation
reached-secondary = seen as quoted by another outlet
reached-own = our own

## Copies of a document

# $day (day): when it was archived
copy-archived = archived copy of { $day }
# Leads to a search of an archive: nobody has seen that there is a copy.
copy-looked-for = look for a copy

## Cards

evidence-cards = The claims behind the findings
# Above the cards, where not every claim in use has one. $shown (number), $all (number)
evidence-first = The first { FIGURES($shown) } of { FIGURES($all) } claims have a card here; claims.csv has them all.
# $who (text), $dated (yes or no): whether it was said on another day than it was published, $day (day)
card-said-by = { $who }{ $dated ->
    [yes] , said { $day }
   *[no] { "" }
}.
# $grade (text): a letter and a figure, $reason (text)
card-graded = Graded { $grade }: { $reason }
# $status (text)
card-status = This claim is { $status }.
status-retracted = retracted
status-resting-on-a-retracted-claim = resting on a retracted claim
status-superseded = superseded
# $sections (text): their numbers
card-used-in = used in { $sections }

## Claims that no finding names

evidence-beside = Also on record
# $all (number), $rest (number), $parts (list): how many of each quantity
beside-lead = Claims of this edition: { FIGURES($all) }. Named by no finding and no table: { FIGURES($rest) }
    ({ $parts }).
# $label (text): a quantity, $n (number)
beside-part = { $label } { FIGURES($n) }
beside-on-screen = They are listed in briefing.html, each with the reason.
beside-table = Claims that no finding and no table names, by quantity, with the reason. The last column gives the row of
    claims.csv.
    .quantity = Quantity
    .said = Said
    .of-what = Of what, for which time
    .whose = Whose
    .document = Document
    .grade = Grade
    .why = Why in no finding
    .row = Row
beside-ours = ours, not published

## Why no finding names a claim

unnamed-ours = ours, and not used in this edition
unnamed-no-number = gives no number
unnamed-done = tells what was, not what was promised
unnamed-whole = about more than the part under examination
unnamed-retelling = retells another claim
unnamed-seems = seems to retell another claim
unnamed-untied = no relation ties this quantity to another
unnamed-stand-in = stands in for another quantity; nothing was worked out from it
unnamed-no-figure = no figure under examination to hold it against
unnamed-no-total = no running total
unnamed-not-named = read, but no finding names it
# Behind the reason of a superseded claim. $why (text): the reason; $told (text): a sentence on what took its place
beside-replaced = { $why }. { $told }

## Documents

evidence-sources = The documents
sources-table = Documents that carry the claims above, and how each was reached. The letter grades the document, not the
    claim.
    .publisher = Publisher
    .document = Document
    .published = Published
    .how-reached = How reached
    .reliability = Reliability
