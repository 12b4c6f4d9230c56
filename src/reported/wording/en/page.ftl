### What the briefing adds to what the notebooks say: page one, heads, and the words that layouts and scripts need.

## Words of the layout

page-contents = Contents
page-figure = Figure
page-table = Table
page-skip = Skip to the text
page-rests-on = Rests on
# Behind the caption of a table that paper has no room for. $shown, $all (text): the layout counts them
page-more-rows = The first { $shown } of { $all } rows; all of them are in briefing.html.
# The same of a table that leads with a row for each of what it is about. $shown, $all (text)
page-some-rows = { $shown } of { $all } rows, the first of each kind; all of them are in briefing.html.
# The same of a table of which paper shows none. $all (text)
page-no-rows = Its { $all } rows are in briefing.html.
# In the place of a drawing that paper has no room for.
page-elsewhere = This drawing is higher than a page; it is in briefing.html.
# The heading of what stands behind the story, on paper.
page-record = The record
# In the frame in which a claim's card opens: its name, and what leads out of it.
page-card = The claim
page-card-close = Close
page-card-place = To its place among the claims

## Below the title

# $name (text)
page-edition = Edition { $name }
# $day (day), $known (yes or no): whether that of the newest claim is told, $newest (day)
page-as-of = As of { $day }{ $known ->
    [yes] , newest claim of { $newest }
   *[no] { "" }
}

# Where a language does not say everything yet, and that was accepted.
page-in-english = Sentences that this language does not say yet are in English.

## Page one

page-judgements = Key judgements
page-confidence = How sure (low, moderate or high)
page-basis = How it was answered
page-would-change = What would change it
# Before the grounds of a judgement, and before what it turns on.
page-why = Why
page-linchpin = Depends on

## Sections

# $notebook (text): its file
page-computed-in = Computed in { $notebook }
# $file (text)
page-plotted = Plotted data in { $file }
page-figure-above = The figure stands on page one.

## Wordings and names

page-hedges = How each wording was read
hedges-table = One example of each wording that occurs, and the range it stands for on either reading.
    .said = Said
    .wording = Wording
    .literal = What the words allow
    .pragmatic = What was probably meant
page-names = Short names
names-table = Institutions as the tables name them.
    .short = In tables
    .written-out = Written out

## The record, which a screen folds behind the story

# $parts (text): what it holds, counted
record-holds = The record: { $parts }
record-limits = what this does not show
record-words = notes
# $holds (text): a count with its noun
record-appendix = Open: { $holds }

## Getting about on a screen

tools-name = Tools of this page
tools-top = Back to top
tools-copy = Copy link
tools-copied = Link copied
search-open = Search
search-title = Search this briefing
search-field = Findings, claims, people, documents
# $n (number)
search-found = Places found: { $n }
search-none = Nothing found.
search-findings = Findings
search-claims = Claims
search-who = People and institutions
search-documents = Documents
search-places = Questions, charts and tables
# Behind the places shown of many. $n (number)
search-more = and { $n } more

## Taking a chart away

figure-save = Download as { $kind }
cite-open = Cite
cite-title = To cite this
cite-text = Text
cite-copy = Copy
cite-copied = Copied
# $title (text), $edition (text), $day (day), $named (yes or no): whether anybody is named, $who (text)
cite-words = { $named ->
    [yes] { $who }:{" "}
   *[no] { "" }
}{ $title }. Edition { $edition }, as of { $day }.
