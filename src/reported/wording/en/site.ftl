### The site: the pages around the briefings, with an address for each claim.

## Parts of every page

site-parts = Parts of this site
site-index = Start
site-editions = Editions
site-changes = Changes
site-claims = Claims
site-people = People
site-institutions = Institutions
site-documents = Documents
site-origins = Origins
site-above = To the site that this example belongs to
# $number (text)
site-size-bytes = { $number } bytes
# $number (text)
site-size-kilobytes = { $number } kB
# $number (text)
site-size-megabytes = { $number } MB

## The front page

site-answer = The answer
site-read = Read the briefing
site-read-paper = On paper (PDF)
site-said = Who said what
# $who (text): whose figure it is and through whom, $document (text)
site-said-by = { $who }. { $document }
site-newest-change = What changed last
site-look-up = Look up
site-take = To take away
site-take-figures = The figures of this edition, to download or to show elsewhere
site-class = For a class
site-dossiers = Other dossiers
site-not-built = No edition of it is built here.

## Files

site-file-briefing-html = The briefing, one page for a browser
site-file-briefing-pdf = The briefing on paper
site-file-briefing-docx = The briefing as a text to edit
site-file-handout-pdf = Handout of one sheet
site-file-slides-pdf = Slides
site-file-slides-pptx = Slides to edit, with what to say
site-file-claims-xlsx = The claims as a workbook
site-file-claims-csv = The claims as a table
site-file-codebook-csv = What the columns mean
site-file-findings-json = Every finding, with the claims it rests on
site-file-manifest-json = What it was made from
site-file-page-one-png = A picture of page one
site-file-ro-crate-metadata-json = Metadata for an archive
site-pack-student = Pack for students
site-pack-teacher = Pack for the teacher, with the answers

## Editions

site-figures = Figures
site-figures-how = Each opens as a page of its own that other sites can show; a comment at its top says how.

## Changes

# $title (text)
site-feed-title = { $title }: changes
site-changes-how = What became of the findings from one edition's day to the next, and each time an edition was made again from other
    data, with another method or in other words.
# $before, $after (text): names of editions
site-change-days = From edition { $before } to edition { $after }
# $edition, $commit (text)
site-change-commit = Edition { $edition } made again ({ $commit })
# $n (number)
site-change-reversed = { $n } reversed
# $n (number)
site-change-appeared = { $n } new
# $n (number)
site-change-went = { $n } gone
# $n (number)
site-change-moved = { $n } changed
# $n (number)
site-change-same = { $n ->
    [0] No finding is as before.
    [one] One finding is as before.
   *[other] { $n } findings are as before.
}
# $n (number): how many are not on this page
site-change-whole = { $n ->
    [0] All of it on one page, with the reasons
   *[other] All of it on one page, with the reasons ({ FIGURES($n) } more)
}
site-no-change = No edition was compared with another yet.
site-fate-reversed = reversed
site-fate-appeared = new
site-fate-went = gone
site-fate-moved = changed

## Indexes

site-listing-claims = Every claim of the dossier, by what it counts. Each has a page of its own.
site-listing-people = Those who are named as having said a figure, with what they said.
site-listing-institutions = Those whose figures they are, whoever passed them on.
site-listing-documents = The documents that carry the claims, the newest first. The letter grades the document, not the claim.
site-listing-origins = Every claim, by the first knowledge behind it: however many repeat it, it is one origin. Those with the most claims come first.
site-filter = Show only claims with these words
# $n (number)
site-found = Claims shown: { $n }
site-nothing = Nothing is on record yet.

## The page of a claim

site-ours = ours, no report
site-claim-said = What was said
site-claim-whose = Whose it is
site-claim-document = Where it stands
site-claim-links = Where it comes from, and what became of it
site-claim-graded = How it is graded
site-fact-words = The words
site-fact-gloss = In English
site-fact-quantity = What is counted
site-fact-hedge = Hedge
site-fact-number = Number
site-fact-unit = Unit
site-fact-read = Read as
site-fact-modality = Said of
site-fact-item = What exactly
site-fact-scope = Which part
site-fact-period = For which time
site-fact-speaker = Said by
site-fact-institution = Figure of
site-fact-said-on = Said on
site-fact-basis = Rests on
site-fact-document = Document
site-fact-about = What it is
site-fact-reached = How we saw it
site-fact-archived = Archived copy
site-fact-relays = Goes back to
site-fact-retold = Taken up by
site-fact-origin = Origin
# $n (number): how many claims there are of the origin
site-same-origin = { $n ->
    [2] One other claim goes back to the same
   *[other] { FIGURES($n) } claims, with this one, go back to the same
}
site-fact-answers = Answers to it
site-fact-grade = Grade
site-fact-grade-claim = The number of the grade, for the claim
site-fact-grade-document = The letter of the grade, for the document
site-fact-status = Status
site-fact-superseded = Replaced by
site-fact-note = Note
site-hedge-exact = none: a bare number
site-hedge-none = no usable number
site-hedge-range = from one number to another
site-modality-capacity = what something could hold or amount to
site-modality-pledge = what somebody promised
site-modality-forecast = what is expected or planned
# $name (text): the institution that the document credits
site-credited = credited to { $name } by the document
site-relation-quotes = word for word
site-relation-translates = translated
site-relation-retells = retold
site-relation-derives = computed from it
site-relation-with = given together with it
site-inferred = our inference
# $who (text), $day (day), $told (text): what was said, in our own words
site-answer-by = { $who }, { $day }: { $told }
site-sentences = Sentences that rest on it
site-no-sentence = No sentence of a built edition rests on it.
# $edition (text)
site-gone = This claim is no longer in the dossier. What stands here is from edition { $edition }.
# $named (yes or no): whether anybody is named, $publisher (text), $title (text), $said (text), $whose (text), $id (text),
# $placed (yes or no): whether its address is known, $address (text)
site-cite-words = { $named ->
    [yes] { $publisher }:{" "}
   *[no] { "" }
}{ $title }. Claim { $id }: { $said } ({ $whose }).{ $placed ->
    [yes] {" "}{ $address }
   *[no] { "" }
}

## A page that is not there

site-missing = There is no such page
site-missing-told = It may have moved. A claim keeps its address as long as an edition has it.
