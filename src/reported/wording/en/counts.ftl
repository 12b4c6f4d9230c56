### Counts with their nouns. $n (number): how many; the attribute "sole" says the only one there is.

# Some of a number. $some (text), $whole (text): a count with its noun
part-of = { $some } of { $whole }

# $n (number)
count-agency = { $n ->
    [0] no agency
    [one] one agency
   *[other] { $n } agencies
}
# $n (number)
count-answer = { $n ->
    [0] no answer
    [one] one answer
   *[other] { $n } answers
}
# $n (number)
count-choice = { $n ->
    [0] no choice
    [one] one choice
   *[other] { $n } choices
}
# $n (number)
count-claim = { $n ->
    [0] no claim
    [one] one claim
   *[other] { $n } claims
}
# $n (number)
count-count = { $n ->
    [0] no count
    [one] one count
   *[other] { $n } counts
}
# $n (number)
count-day = { $n ->
    [0] no day
    [one] one day
   *[other] { $n } days
}
# $n (number)
count-document = { $n ->
    [0] no document
    [one] one document
   *[other] { $n } documents
}
# $n (number)
count-estimate = { $n ->
    [0] no estimate
    [one] one estimate
   *[other] { $n } estimates
}
# $n (number)
count-event = { $n ->
    [0] no event
    [one] one event
   *[other] { $n } events
}
# $n (number)
count-exercise = { $n ->
    [0] no exercise
    [one] one exercise
   *[other] { $n } exercises
}
# $n (number)
count-figure = { $n ->
    [0] no figure
    [one] one figure
   *[other] { $n } figures
}
# $n (number)
count-finding = { $n ->
    [0] no finding
    [one] one finding
   *[other] { $n } findings
}
# $n (number)
count-further-figure = { $n ->
    [0] no further figure
    [one] one further figure
   *[other] { $n } further figures
}
# $n (number)
count-input = { $n ->
    [0] no input
    [one] one input
   *[other] { $n } inputs
}
# $n (number)
count-later-figure = { $n ->
    [0] no later figure
    [one] one later figure
   *[other] { $n } later figures
}
# $n (number)
count-later-statement = { $n ->
    [0] no later statement
    [one] one later statement
   *[other] { $n } later statements
}
# $n (number)
count-later-total = { $n ->
    [0] no later total
    [one] one later total
   *[other] { $n } later totals
}
# $n (number)
count-line = { $n ->
    [0] no line
    [one] one line
   *[other] { $n } lines
}
# $n (number)
count-link = { $n ->
    [0] no link
    [one] one link
   *[other] { $n } links
}
# $n (number)
count-list = { $n ->
    [0] no list
    [one] one list
   *[other] { $n } lists
}
# $n (number)
count-origin = { $n ->
    [0] no origin
    [one] one origin
   *[other] { $n } origins
}
# $n (number)
count-other-count = { $n ->
    [0] no other count
    [one] one other count
   *[other] { $n } other counts
}
# $n (number)
count-other-origin = { $n ->
    [0] no other origin
    [one] one other origin
   *[other] { $n } other origins
}
# $n (number)
count-other-total = { $n ->
    [0] no other total
    [one] one other total
   *[other] { $n } other totals
}
# $n (number)
count-pair = { $n ->
    [0] no pair
    [one] one pair
   *[other] { $n } pairs
}
# $n (number)
count-part = { $n ->
    [0] no part
    [one] one part
   *[other] { $n } parts
}
# $n (number)
count-question = { $n ->
    [0] no question
    [one] one question
   *[other] { $n } questions
}
# $n (number)
count-quotient = { $n ->
    [0] no quotient
    [one] one quotient
   *[other] { $n } quotients
}
# $n (number)
count-relation = { $n ->
    [0] no relation
    [one] one relation
   *[other] { $n } relations
}
# $n (number)
count-report = { $n ->
    [0] no report
    [one] one report
   *[other] { $n } reports
}
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
# $n (number)
count-running-total = { $n ->
    [0] no running total
    [one] one running total
   *[other] { $n } running totals
}
# $n (number)
count-statement = { $n ->
    [0] no statement
    [one] one statement
   *[other] { $n } statements
}
# $n (number)
count-step = { $n ->
    [0] no step
    [one] one step
   *[other] { $n } steps
}
# $n (number)
count-total = { $n ->
    [0] no total
    [one] one total
   *[other] { $n } totals
}
# $n (number)
count-verdict = { $n ->
    [0] no verdict
    [one] one verdict
   *[other] { $n } verdicts
}
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
# $n (number)
count-yardstick = { $n ->
    [0] no yardstick
    [one] one yardstick
   *[other] { $n } yardsticks
}
