### Counts with their nouns. $n (number): how many; the attribute "sole" says the only one there is.

# Some of a number. $some (text), $whole (text): a count with its noun
part-of = { $some } of { $whole }

# $n (number)
count-agency = { $n ->
    [0] no agency
    [one] one agency
   *[other] { $n } agencies
}
    .sole = the one agency
# $n (number)
count-answer = { $n ->
    [0] no answer
    [one] one answer
   *[other] { $n } answers
}
    .sole = the one answer
# $n (number)
count-chart = { $n ->
    [0] no chart
    [one] one chart
   *[other] { $n } charts
}
    .sole = the one chart
# $n (number)
count-choice = { $n ->
    [0] no choice
    [one] one choice
   *[other] { $n } choices
}
    .sole = the one choice
# $n (number)
count-claim = { $n ->
    [0] no claim
    [one] one claim
   *[other] { $n } claims
}
    .sole = the one claim
# $n (number)
count-count = { $n ->
    [0] no count
    [one] one count
   *[other] { $n } counts
}
    .sole = the one count
# $n (number)
count-day = { $n ->
    [0] no day
    [one] one day
   *[other] { $n } days
}
    .sole = the one day
# $n (number)
count-document = { $n ->
    [0] no document
    [one] one document
   *[other] { $n } documents
}
    .sole = the one document
# $n (number)
count-estimate = { $n ->
    [0] no estimate
    [one] one estimate
   *[other] { $n } estimates
}
    .sole = the one estimate
# $n (number)
count-event = { $n ->
    [0] no event
    [one] one event
   *[other] { $n } events
}
    .sole = the one event
# $n (number)
count-exercise = { $n ->
    [0] no exercise
    [one] one exercise
   *[other] { $n } exercises
}
    .sole = the one exercise
# $n (number)
count-figure = { $n ->
    [0] no figure
    [one] one figure
   *[other] { $n } figures
}
    .sole = the one figure
# $n (number)
count-finding = { $n ->
    [0] no finding
    [one] one finding
   *[other] { $n } findings
}
    .sole = the one finding
# $n (number)
count-further-figure = { $n ->
    [0] no further figure
    [one] one further figure
   *[other] { $n } further figures
}
    .sole = the one further figure
# $n (number)
count-input = { $n ->
    [0] no input
    [one] one input
   *[other] { $n } inputs
}
    .sole = the one input
# $n (number)
count-later-figure = { $n ->
    [0] no later figure
    [one] one later figure
   *[other] { $n } later figures
}
    .sole = the one later figure
# $n (number)
count-later-statement = { $n ->
    [0] no later statement
    [one] one later statement
   *[other] { $n } later statements
}
    .sole = the one later statement
# $n (number)
count-later-total = { $n ->
    [0] no later total
    [one] one later total
   *[other] { $n } later totals
}
    .sole = the one later total
# $n (number)
count-line = { $n ->
    [0] no line
    [one] one line
   *[other] { $n } lines
}
    .sole = the one line
# $n (number)
count-link = { $n ->
    [0] no link
    [one] one link
   *[other] { $n } links
}
    .sole = the one link
# $n (number)
count-list = { $n ->
    [0] no list
    [one] one list
   *[other] { $n } lists
}
    .sole = the one list
# $n (number)
count-name = { $n ->
    [0] no name
    [one] one name
   *[other] { $n } names
}
    .sole = the one name
# $n (number)
count-origin = { $n ->
    [0] no origin
    [one] one origin
   *[other] { $n } origins
}
    .sole = the one origin
# $n (number)
count-other-count = { $n ->
    [0] no other count
    [one] one other count
   *[other] { $n } other counts
}
    .sole = the one other count
# $n (number)
count-other-origin = { $n ->
    [0] no other origin
    [one] one other origin
   *[other] { $n } other origins
}
    .sole = the one other origin
# $n (number)
count-other-total = { $n ->
    [0] no other total
    [one] one other total
   *[other] { $n } other totals
}
    .sole = the one other total
# $n (number)
count-pair = { $n ->
    [0] no pair
    [one] one pair
   *[other] { $n } pairs
}
    .sole = the one pair
# $n (number)
count-part = { $n ->
    [0] no part
    [one] one part
   *[other] { $n } parts
}
    .sole = the one part
# $n (number)
count-quantity = { $n ->
    [0] no quantity
    [one] one quantity
   *[other] { $n } quantities
}
    .sole = the one quantity
# $n (number)
count-question = { $n ->
    [0] no question
    [one] one question
   *[other] { $n } questions
}
    .sole = the one question
# $n (number)
count-quotient = { $n ->
    [0] no quotient
    [one] one quotient
   *[other] { $n } quotients
}
    .sole = the one quotient
# $n (number)
count-relation = { $n ->
    [0] no relation
    [one] one relation
   *[other] { $n } relations
}
    .sole = the one relation
# $n (number)
count-report = { $n ->
    [0] no report
    [one] one report
   *[other] { $n } reports
}
    .sole = the one report
# $n (number)
count-retelling = { $n ->
    [0] no retelling
    [one] one retelling
   *[other] { $n } retellings
}
    .sole = the one retelling
# $n (number)
count-row = { $n ->
    [0] no row
    [one] one row
   *[other] { $n } rows
}
    .sole = the one row
# $n (number)
count-running-total = { $n ->
    [0] no running total
    [one] one running total
   *[other] { $n } running totals
}
    .sole = the one running total
# $n (number)
count-statement = { $n ->
    [0] no statement
    [one] one statement
   *[other] { $n } statements
}
    .sole = the one statement
# $n (number)
count-step = { $n ->
    [0] no step
    [one] one step
   *[other] { $n } steps
}
    .sole = the one step
# $n (number)
count-table = { $n ->
    [0] no table
    [one] one table
   *[other] { $n } tables
}
    .sole = the one table
# $n (number)
count-total = { $n ->
    [0] no total
    [one] one total
   *[other] { $n } totals
}
    .sole = the one total
# $n (number)
count-verdict = { $n ->
    [0] no verdict
    [one] one verdict
   *[other] { $n } verdicts
}
    .sole = the one verdict
# $n (number)
count-way = { $n ->
    [0] no way
    [one] one way
   *[other] { $n } ways
}
    .sole = the one way
# $n (number)
count-wording = { $n ->
    [0] no wording
    [one] one wording
   *[other] { $n } wordings
}
    .sole = the one wording
# $n (number)
count-yardstick = { $n ->
    [0] no yardstick
    [one] one yardstick
   *[other] { $n } yardsticks
}
    .sole = the one yardstick
