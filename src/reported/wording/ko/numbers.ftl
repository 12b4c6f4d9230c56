### Numbers, figures with their hedge, ranges, days and lists, as Korean prose prints them. All else is made of these.
### A figure as it was said may end in 넘게, so no particle follows it: it stands in quotation marks, or before its verb.
### A range that follows from figures is a noun, 1만3100개 초과, which takes any particle.

## Numbers

# How figures are written, in the notation of Unicode's number patterns: 1000, with no comma.
number-pattern = 0.######
# Sizes with a name: 1만5809, 480만, 55억. $number (text): how many of them
number-e4 = { $number }만
# $number (text)
number-e8 = { $number }억
# What is left behind a size. $size (text), $rest (text)
number-rest = { $size }{ $rest }
# $number (text)
number-below-nought = −{ $number }
number-no-limit = 제한 없음
number-none = 0

## Figures as they were said. The attribute "number" says what the hedge does to the number itself; the message says
## what it does to the number with its noun.

# $what (text): the number with its noun
said-gt = { $what } 넘게
# $what (text)
said-ge = { $what } 이상
# $what (text)
said-lt = { $what } 미만
# $what (text), $number (text)
said-le = { $what }
    .number = 최대 { $number }
# $what (text), $number (text)
said-approx = { $what }
    .number = 약 { $number }
# $what (text), $number (text)
said-approx-ge = { $what } 이상
    .number = 약 { $number }
# $what (text), $number (text)
said-odd = { $what }
    .number = { $number }여
# $what (text), $number (text)
said-odd-ge = { $what } 이상
    .number = { $number }여
# $what (text)
said-nearly = { $what } 육박
# $what (text), $number (text), $high (text): the two ends
said-range = { $what }
    .number = { $number }~{ $high }
# $what (text)
said-exact = { $what }
said-none = 수치 없음
# $what (text)
said-several = { $what }의 몇 배
# $what (text)
said-dozens = { $what }의 수십 배
# $what (text)
said-tens-of = { $what }의 수십 배
# $what (text)
said-hundreds-of = { $what }의 몇 배

## Ranges that follow from figures

span-unbounded = 위아래 제한 없음
# $what (text): the limit with its noun
span-above = { $what } 초과
# $what (text)
span-at-least = { $what } 이상
# $what (text)
span-below = { $what } 미만
# $what (text)
span-at-most = { $what } 이하
# $what (text), $number (text), $high (text): the two ends
span-between = { $what }
    .number = { $number }~{ $high }

## Days, in the notation of Unicode's date patterns

date-day = y년 M월 d일
    .short = y년 M월 d일
date-month = y년 M월
    .short = y년 M월
    .first-of-year = y년 M
    .last-of-year = M월
date-year = y년
    .short = y년
# The day up to which something is known, where that is all that is known.
date-latest = 가장 최근 자료
# In place of a day that is not known.
date-none = 날짜 미상

## Lists

# $first (text): all but the last, with commas; $last (text)
list-and = { $first }(과/와) { $last }
# $first (text), $last (text)
list-or = { $first } 또는 { $last }
# $first (text), $last (text)
list-to = { $first }~{ $last }
# Figures as they were said. $first (text), $last (text)
list-figures = { $first }, { $last }
# The beginning of a list, and the number of the rest. $first (text): with commas; $more (number)
list-more = { $first } 외 { $more }곳
# The same where figures are listed. $first (text), $more (number)
list-more-figures = { $first } 외 { $more }건
# Clauses that say something, one behind the other. $first (text), $last (text)
list-clauses = { $first }. { $last }
# Groups of things that have commas of their own. $first (text), $last (text)
list-groups = { $first }, { $last }

## Documents

# $publisher (text), $day (text)
document-cited = { $publisher }, { $day }

## Margins for “약”

# $apart (list of figures): per cent at which two claims exclude each other; $together (list of figures): at which not
margin-decides = 오차를 { $apart }%로 보면 서로 배제하고 { $together }%로 보면 그렇지 않음
