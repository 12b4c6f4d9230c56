### Slides with their notes, and the sheet to hand out.

# When a slide is shown and how long, both as a watch shows them. $at (text), $long (text)
slides-time = On screen { $at } ({ $long }).
slides-limits = What this does not show
slides-if-asked = If asked
slides-asked-confidence = How sure?
slides-asked-basis = How answered?
slides-asked-would-change = What would change it?
slides-asked-limits = What is not shown?
handout-figures = The figures, and what the others imply for each
    .alone = The figures
handout-implied = Implied by the others, as retold
handout-verdict = Verdict
handout-more = Where the rest is
# $edition (text)
handout-where = Every sentence here is computed from the table of claims. The whole briefing is briefing.pdf, or
    briefing.html with the evidence behind each sentence; the numbers are in findings.json. All of them are of the
    edition { $edition }.
