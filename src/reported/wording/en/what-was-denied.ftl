### What was denied: who answered the reports and how, whether any answer disputes a number, and how other statements of
### the same bodies fared.

## What an answer is

# Kinds of answers.
answer-kind-categorical = outright denial
answer-kind-evidential = demand for proof
answer-kind-legal = appeal to law
answer-kind-dismissal = dismissal
answer-kind-acknowledged = acknowledgement
answer-kind-no-comment = no comment
# What an answer speaks of.
answer-about-figure = a figure under examination
answer-about-other-figure = another figure
answer-about-supply = the supply as such
answer-about-else = something else
# Something with how often it was found. $what (text), $n (number)
answer-tally = { $what } ({ $n })
# What several answers speak of, where their words say more of it. $what (text), $scopes (list), $n (number)
answer-tally-scopes = { $what } ({ $scopes }, { $n })

## Who answered

answers-table =
    Answers to the reports, in the order given. A letter grades the document, a letter and a number a claim.
    .number = No.
    .said = Said
    .kind = Kind
    .short = In short
    .given-to = In answer to
    .document = Document
    .graded = Graded
    .claim = Claim
# When and by whom. $day (day), $speaker (text), $who (text): the institution
answers-said = { $day }, { $speaker } ({ $who })
# $kind (text), $scope (text): what it is about
answers-scope = { $kind }, about { $scope }
# A figure that was answered. $said (text), $who (text), $grade (text)
answers-figure = “{ $said }” ({ $who }, { $grade })
# $answers (number); $one_day (yes or no): whether all are of one day; $first (day), $last (day); $bodies (list): those
# that gave them; $early (all, none or some): whether they came before the first figure; $before (number): how many did;
# $kinds (list): answers-of-kind for each kind
# In the story: $few_bodies (list), $most_kinds (list): fewer of them; $more (yes or no): whether there are more kinds
answers = { $answers ->
    [one] one answer was found, of { $first }, in the name of { $bodies }; it { $early ->
        [all] came
       *[none] did not come
    } before the first of the figures was published.
   *[other] { $answers } answers were found, { $one_day ->
        [yes] of { $first }
       *[no] from { $first } to { $last }
    }, in the name of { $bodies }; { $early ->
        [all] { $answers ->
            [2] both
           *[other] all
        }
        [none] none
       *[some] { $before }
    } of them came before the first of the figures was published.
} By kind: { $kinds }.
    .told = { $answers ->
        [one] The one answer is of { $first }; it { $early ->
            [all] came
           *[none] did not come
        } before the first of the figures was published.
       *[other] The answers are { $one_day ->
            [yes] of { $first }
           *[no] from { $first } to { $last }
        }; { $early ->
            [all] { $answers ->
                [2] both
               *[other] all
            }
            [none] none
           *[some] { $before }
        } of them came before the first of the figures was published.
    } { $answers ->
        [one] It was
       *[other] They were
    } given in the name of { $few_bodies }. { $more ->
        [yes] The most frequent kinds are
       *[no] By kind:
    } { $most_kinds }.
# A kind of answer with how often it was given. $kind (text), $n (number)
answers-of-kind = { $kind } ({ $n })

## Whether any disputes a number

# $answers (number); $disputing (number): how many dispute a number; $share (all, none or some): the same as a share
answers-dispute = { $answers ->
    [one] the one answer found disputes { $share ->
        [all] a number.
       *[none] no number.
    }
   *[other] { $share ->
        [all] { $answers ->
            [2] both answers dispute a number.
           *[other] all { $answers } answers dispute a number.
        }
        [none] not one of { $answers } answers disputes a number.
       *[some] { $disputing ->
            [one] one of { $answers } answers disputes a number.
           *[other] { $disputing } of { $answers } answers dispute a number.
        }
    }
}
# As answers-dispute; $kinds (list): what the answers speak of; $who (list): those that dispute a number
# In the story: $kinds_alone (list): without what something else is, the first three; $rest (yes or no): whether there are
# more; $elsewhere (yes or no), $scopes (list): what something else is
disputed = { answers-dispute } { $answers ->
    [one] It is about: { $kinds }.
   *[other] They are about: { $kinds }.
}{ $disputing ->
    [0] { "" }
   *[other] {" "}The number is disputed by { $who }.
}
    .told = { answers-dispute } { $answers ->
        [one] It is about
       *[other] { $rest ->
            [yes] Most are about
           *[no] They are about
        }
    } { $kinds_alone }.{ $elsewhere ->
        [yes] {" "}By something else we mean { $scopes }.
       *[no] { "" }
    }{ $disputing ->
        [0] { "" }
       *[other] {" "}The number is disputed by { $who }.
    }
disputed-table =
    The figures under examination, with the answers that each met and those of them that dispute its number.
    .figure = Figure
    .worded = As first worded
    .who = By
    .graded = Graded
    .met = Met by answer no.
    .disputed = Number disputed by no.
    .claim = Claim
# In place of the numbers of answers.
disputed-by-none = none
# Its title is answers-dispute; ".disputes" names the lane for answers that dispute a number, ".filled" says what a filled
# dot means.
what-was-denied-chart =
    .disputes = disputes a number
    .subtitle =
        Answers by kind and day, numbered as in the table; filled: about the supply or a figure, hollow: about something
        else; a bar: the day is not known; dashed: the figures under examination
    .alt = Answers by kind along time.
    .filled = about the supply or a figure
# What the figures met. $met (list): named-figures for each
named = { $met }.
# $n (number): how many figures; $figures (list): their words in quotation marks; $answers (number): how many they met;
# $disputing (number): how many of these dispute the number
named-figures = { $answers ->
    [0] no answer was given to { $figures }
    [one] one answer was given to { $figures }, and it disputes { $disputing ->
        [0] no number
       *[other] { $n ->
            [one] the number
           *[other] a number
        }
    }
   *[other] { $answers } answers were given to { $figures }, and { $disputing ->
        [0] none disputes a number
        [one] one disputes a number
       *[other] { $disputing } dispute a number
    }
}

## What was left unconfirmed

unconfirmed =
    No document seen says that the body to which a figure under examination is ascribed had left it unconfirmed.
# $who (text): the body
unconfirmed-by = { $who } had not confirmed it

## How other statements fared

record-table = How other statements of the bodies behind the figures fared, and what was written about that.
    .when = When
    .whose = Whose
    .event = What is on file
    .fared = How it fared
    .graded = Graded
    .document = Document
# $reports (number); $who (list): the bodies whose statements they tell of; $told (yes or no): whether any outcome is on
# file; $outcomes (list): record-of for each body
record = { $reports ->
    [one] one report bears on how other statements of { $who } fared
   *[other] { $reports } reports bear on how other statements of { $who } fared
}{ $told ->
    [yes] . Outcomes on file: { $outcomes }.
   *[no] ; none of them tells of an outcome.
}
# $who (list): the bodies behind the figures
record-none = No document seen tells how other statements of { $who } fared.
# $who (text): a body; $kinds (number): of how many kinds its outcomes are; $outcomes (list)
record-of = { $kinds ->
    [one] for { $who }, { $outcomes } and nothing else
   *[other] for { $who }, { $outcomes }, a mixed record
}

## How a statement fared, as the dossier files it

fared-borne-out = borne out
fared-not-borne-out = not borne out
fared-borne-out-in-part = borne out in part
