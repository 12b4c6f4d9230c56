### Numbers, figures with their hedge, ranges, days and lists, as prose prints them. All else is made of these.

## Numbers

# How figures are written, in the notation of Unicode's number patterns.
number-pattern = #,##0.######
# Numbers that prose writes out; others stand in figures. Take some away or add some.
number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten
number-1000000 = one million
# Sizes with a name (e4, e6, e8 and e9 are known); a number is told in the largest that it reaches, with decimals.
# Where a language has a message number-rest, with $size and $rest, what is left stands behind it instead.
# $number (text): how many of them
number-e6 = { $number } million
# $number (text)
number-e9 = { $number } billion
# $number (text)
number-below-nought = −{ $number }
number-no-limit = no limit
number-none = none

## Figures as they were said. The attribute "number" says what the hedge does to the number itself; the message says
## what it does to the number with its noun.

# $what (text): the number with its noun
said-gt = more than { $what }
# $what (text)
said-ge = at least { $what }
# $what (text)
said-lt = under { $what }
# $what (text)
said-le = up to { $what }
# $what (text)
said-approx = about { $what }
# $what (text), $number (text)
said-approx-ge = about { $what }
    .number = { $number } or more
# $what (text), $number (text)
said-odd = { $what }
    .number = { $number } or a few more
# $what (text), $number (text)
said-odd-ge = { $what }
    .number = { $number } or more
# $what (text)
said-nearly = nearly { $what }
# $what (text), $number (text), $high (text): the two ends
said-range = { $what }
    .number = { $number } to { $high }
# $what (text)
said-exact = { $what }
said-none = no number
# $what (text)
said-several = several times { $what }
# $what (text)
said-dozens = dozens of times { $what }
# $what (text)
said-tens-of = several tens of { $what }
# $what (text)
said-hundreds-of = several times { $what }

## Ranges that follow from figures

# $what (text)
span-unbounded = { $what }
    .number = no limit either way
# $what (text): the limit with its noun
span-above = more than { $what }
# $what (text)
span-at-least = at least { $what }
# $what (text)
span-below = under { $what }
# $what (text)
span-at-most = at most { $what }
# $what (text), $number (text), $high (text): the two ends
span-between = { $what }
    .number = { $number } to { $high }

## Days, in the notation of Unicode's date patterns

date-day = d MMMM y
    .short = d MMM y
date-month = MMMM y
    .short = MMM y
    .first-of-year = MMM
    .last-of-year = MMM y
date-year = y
    .short = y
# The day up to which something is known, where that is all that is known.
date-latest = the latest material
# In place of a day that is not known.
date-none = undated

## Lists

# $first (text): all but the last, with commas; $last (text)
list-and = { $first } and { $last }
# $first (text), $last (text)
list-or = { $first } or { $last }
# $first (text), $last (text)
list-to = { $first } to { $last }
# Figures as they were said. $first (text), $last (text)
list-figures = { $first } and { $last }
# The beginning of a list, and the number of the rest. $first (text): with commas; $more (number)
list-more = { $first } and { $more } more
# The same where figures are listed. $first (text), $more (number)
list-more-figures = { $first } and { $more } more
# Clauses that say something, one behind the other. $first (text), $last (text)
list-clauses = { $first }; { $last }
# Groups of things that have commas of their own. $first (text), $last (text)
list-groups = { $first }; { $last }

## Documents

# $publisher (text), $day (text)
document-cited = { $publisher }, { $day }

## Margins for “about”

# $apart (list of figures): per cent at which two claims exclude each other; $together (list of figures): at which not
margin-decides = at { $apart } per cent they exclude each other, at { $together } per cent they do not
