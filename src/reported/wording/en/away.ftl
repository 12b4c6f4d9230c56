### What newsrooms take away: the text in Word, the workbook and its codebook, a page for each figure.

## In the text for Word

# The end of a footnote that has no room for more. $claims (text): how many more, $numbers (text): theirs
word-more = and { $claims }: { $numbers }
word-claims = Every claim that a finding or a table rests on, by the number that leads here.
    .number = No.
    .said = Said
    .whose = Whose
    .document = Document
    .grade = Grade

## In the workbook: what the columns hold that the tables of the dossier do not have

workbook-said = What the claim says, in the words of the briefing.
workbook-low = The lowest number that its wording allows in this edition, in `base_unit`; empty: no end was given.
workbook-high = The highest number that its wording allows; empty: no end was given.
workbook-base-unit = The unit of `low` and `high`.
workbook-used-in = The notebooks in which a finding or a table rests on it; empty: none.
codebook-sheet = Codebook
    .table = Table
    .column = Column
    .kind = Kind
    .means = What it holds
    .allowed = Allowed

## In the page of a figure, to be put into other pages

# $title (text): the briefing's
embed-briefing = In the briefing: { $title }
embed-data = Data (CSV)
# In a comment at the top of its file, above what is to be pasted.
embed-how = To show this figure, put the file on your site and paste:
