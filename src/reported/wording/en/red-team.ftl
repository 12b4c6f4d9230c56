### The red team: made-up claims for a class to put into a copy of a dossier, and what becomes of the answer.

# What stands in the rows of a made-up claim.
made-up-publisher = A made-up paper
made-up-reason = Made up for an exercise
made-up-ministry = A made-up ministry
made-up-institute = A made-up institute
made-up-expert = A made-up expert
made-up-speaker = Somebody made up
# What each does. $says (text): the made-up figure; $who (text), $said (text): the one it contradicts
attack-contradiction = Somebody new says { $says }; { $who } said { $said }.
# $says (text)
attack-copy = A document gives { $says } as the figure of an institute that only read about it.
# $says (text), $published (text): the range so far
attack-between = Somebody new says { $says }; published so far: { $published }.
# What became of it. $was, $now (text), $same (yes or no)
attack-told = { $same ->
    [yes] as before: { $now }
   *[no] { $was } → { $now }
}
# $documents (text), $origins (text): counts with their nouns
attack-counted = { $documents }, { $origins }
# What each attack does and what becomes of it, for the teacher.
attack-key =
    .file = File
    .first = Answer as first worded
    .retold = Answer as retold
    .counted = Documents and origins of the first figure
# What a class fills in.
attack-predict =
    .file = File
    .does = What it does
    .moves = The answer moves?
    .origin = One origin more?
    .section = Which section says so?
