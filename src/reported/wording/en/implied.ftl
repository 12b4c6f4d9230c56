### What the others imply for a quantity, what was said of it, and how far the two are apart.

# What one relation implies, as a part of a list. $number (text), $figures (list): what it comes from
implied-from = { $number } (from { $figures })
# $named (yes or no): whether numbers as they were named imply anything; $numbers (list); $worded (excluded, limit or
# none): what the wording leaves; $span (text): the limit, $own (yes or no): whether figures of ours are behind it;
# $quantity (text): what it is called
# In the story: $numbers (list): with the noun
implied-number = { $named ->
    [yes] The bare numbers imply { $numbers }; with their hedges, { $worded ->
            [excluded] the others exclude one another
            [limit] { $span }{ $own ->
                [yes] , our own figures included
               *[no] { "" }
            }
           *[none] they set no limit
        }.
   *[no] For { $quantity }, { $worded ->
            [excluded] the others, with their hedges, exclude one another
            [limit] the others, with their hedges, imply { $span }{ $own ->
                [yes] , our own figures included
               *[no] { "" }
            }
           *[none] the other figures imply nothing
        }.
}
    .told = Without their hedges, the figures themselves come to { $numbers }.
# What stands on the record, as a sentence. $record (text); $units (text): its noun, where the record has none
# beside it, $bare (yes or no): whether that is so
implied-record = { CAPITAL($record) }{ $bare ->
    [yes] {" "}{ $units }
   *[no] { "" }
}.
# Where nobody else's figure goes into a sum. $reasons (list): how many for which reason
implied-in-no-sum = What others published was left out of the sums ({ $reasons }).
implied-by-nobody = No published figure for it was found.
# A figure of another time than the rest. $said (text), $why (text): what that takes away
implied-other-days = “{ CAPITAL($said) }” { $why }.
# A figure that goes into no sum, as a part of a list. $said (text), $who (text), $reason (text)
left-out-figure = “{ $said }”, { $reason } ({ $who })

## How far apart

# How far a number is from what was said. $above (yes or no), $figure (yes or no): whether it is held against a figure
# under examination; $times (text): how many times the most, $part (text): which part of the least.
# The sentence: $number (text), $apart (text)
implied-apart = { $above ->
    [yes] { $figure ->
        [yes] { $times } the most that was said
       *[no] { $times } the most that was published
    }
   *[no] { $figure ->
        [yes] { $part } of the least that was said
       *[no] { $part } of the least that was published
    }
}
    .sentence = { CAPITAL($number) } is { $apart }.
# How many times as much. $twice, $exact (yes or no), $number (text)
times = { $twice ->
    [yes] { $exact ->
        [yes] twice
       *[no] about twice
    }
   *[no] { $exact ->
        [yes] { $number } times
       *[no] about { $number } times
    }
}
# Which part, where it is not exactly that. $part (text)
part-about = about { $part }
part-2 = half
part-3 = a third
part-4 = a quarter
part-5 = a fifth
part-10 = a tenth
part-100 = a hundredth
part-1000 = a thousandth
# $whole (figure)
part-any = 1/{ $whole }

## In a table

implied-excluded = the others exclude one another
# On paper where no quantity has a section of its own.
implied-numbers-table = What the others imply for each quantity that has no section of its own: by the bare numbers, and
    by all that the words allow. Neither is an average.
    .quantity = Quantity
    .named = By the bare numbers
    .worded = With the hedges
    .record = On the record
    .apart = How far apart
    .claims = Rests on
