### The packs of a class. Their papers stand here whole: headings, lists and tables are those of Markdown, and a new
### line begins only a point of a list, a number or a row. A paragraph whose value is empty goes, with the line that
### leads to it and a heading left alone. Values that end in "given", "asked", "key" or "common" are tables and
### questions of an exercise; $aside (list) says which exercises have nothing to ask.

# The students' README. $title, $question, $edition, $day, $caveat, $license (text); $set_up, $install (commands);
# $attack (file); $aside
paper-student =
    # { $title }: the students' pack

    { $question }

    Edition { $edition }, as of { $day }. { $caveat }

    ## With a browser alone

    Open `1-spot-the-drift.html`; it leads to the others. They ask what the notebooks ask and need nothing else. At the
    end of each, save your answers as a small file and give it to whoever collects them.

    ## What the notebooks need

    Python 3.11 or newer with JupyterLab, and nothing else: no network, no account. If ipywidgets is installed too,
    you can click and slide; without it, you type. To install both once, open a terminal in this folder (write `python3`
    or `py` where your Python is called so):

    { $set_up }

    Step in, on Windows with `class-env\Scripts\activate` and elsewhere with `. class-env/bin/activate`, each time that
    you open a terminal. Then everywhere:

    { $install }

    ## What to do

    Open the notebooks in the order of their numbers and run each cell with Shift and Enter. Where there are three
    dots, write your answer in their place and run the cell again. A reply says more than right or wrong. Try again
    as often as you like. At the end of each, `ex.save("your name")` writes your answers into a small file.

    - `1-spot-the-drift.ipynb`: what became of a small word?
    - `2-how-many-sources.ipynb`: who knew it first?
    - `3-what-would-have-to-be-true.ipynb`: where is the break-even?
    - `4-one-word.ipynb`: what does one suffix do?
    - `worksheet.pdf`: the same questions on paper

    - `red-team.pdf` and `red-team/`: attack the report yourself, first with `{ $attack }`; this one needs the whole
    project

    With this edition some of it has nothing to ask:

    { $aside }

    ## About the answers

    `questions.json` holds every reply sealed under the answer it replies to. Whoever tries all the choices finds
    the right one. Whoever thinks first learns more.

    The questions are made from the data of the report. { $license }

# The teacher's README. $title, $question, $edition, $day, $caveat (text); $attack (file); $aside
paper-teacher =
    # { $title }: the teacher's pack

    { $question }

    Edition { $edition }, as of { $day }. { $caveat }

    - `guide-15.pdf`, `guide-45.pdf`, `guide-90.pdf`: a plan for a session of that length
    - `key.pdf`: every right answer, with the wrong answers to expect and what to say to them
    - `1-…` to `4-….ipynb`: the students' notebooks, answered; they run as the students' do
    - `1-…` to `4-….html`: the same exercises for a browser alone, as the students have them
    - `worksheet.pdf`: the questions on paper, for a room without computers
    - `report/`: the report of the same edition, with slides to show and a handout to give out at the end

    - `red-team.pdf` and `red-team/`: attacks on the report, `{ $attack }` first; they need the whole project

    With this edition some of it has nothing to ask:

    { $aside }

    ## Who answered what

    Notebooks and pages save answers as files named `answers-….json`. Put those that were handed in into a folder here,
    `handed-in`, open a terminal in this folder (write `python3` or `py` where your Python is called so), and type
    `python -m exercises.collecting handed-in`. It writes a table, `answers.csv`: the first answer to each question, the
    last one, and whether each was right.

    ## How safe is the key?

    The students' pack has no list of answers. Each reply is sealed under the answer it belongs to, so nobody reads
    a key by opening a file. But a question with six choices has six choices: whoever tries them all finds the right
    one, in the notebook or with a few lines of Python. Use the exercises to learn, not to grade.

    Do not put `report/` or this pack where the students look before the session: the report answers most of the
    questions. So does the whole project, which the red team needs; let that come last.

    All of it was made from one run. If the data change, make the pack again with `reported class`; the key changes
    with them.

# The worksheet. $aside, $spot_the_drift_given, $spot_the_drift_asked, $how_many_sources_given,
# $how_many_sources_asked, $what_would_have_to_be_true_given, $what_would_have_to_be_true_asked, $verdicts,
# $one_word_given, $one_word_asked
paper-worksheet =
    Work alone or in pairs, and write before you talk. Nothing here asks what is true. It asks what was said, and
    what follows from it.

    With this edition some of it has nothing to ask:

    { $aside }

    # 1 · Spot the drift

    { $spot_the_drift_given }

    { $spot_the_drift_asked }

    # 2 · How many sources?

    { $how_many_sources_given }

    { $how_many_sources_asked }

    # 3 · What would have to be true?

    { $what_would_have_to_be_true_given }

    { $what_would_have_to_be_true_asked }

    The answers to the last three mean:

    { $verdicts }

    # 4 · What one word does

    { $one_word_given }

    { $one_word_asked }
    .title = Worksheet

# The sheet for the red team. $attacks_predict (table), $build, $attack_and_build, $compare (commands), $folder (name)
paper-red-team =
    Somebody wants this report to say something else, and has only one way in: to get a claim into the record. You
    are that somebody. Put a made-up claim into a copy of the data, predict what will change, build the report again
    and read what did.

    You need the whole project, the folder `red-team` of your pack, laid into the project's folder, and a terminal
    there. Where make is at hand, `make check` sets the project up once; elsewhere `python -m venv .venv`, a step into
    it, and `python -m pip install -e .`. Step in each time, on Windows with `.venv\Scripts\activate` and elsewhere
    with `. .venv/bin/activate`. Work on the copy only.

    # Before you build: predict

    { $attacks_predict }

    Write one sentence on each: what would the report have to do wrong for your claim to win?

    # Build the report as it is

    { $build }

    # Put one claim in and build again

    Take one of the files above; the lines show the first. Each has two parts, a document and a claim, which go
    under the tables of the copy.

    { $attack_and_build }

    # Read what changed

    { $compare }

    It names every sentence that moved, as it was and as it is, and why. The bottom line is in
    `attack/report/{ $folder }/briefing.pdf`.

    # Then discuss

    - Which of your predictions was wrong, and what did you take the report to be doing?
    - Is your claim in the report? If so, where, and what stands beside it? If not, why not?
    - Did a copy under another name count as one more source? What would have had to be different in its row?
    - What would a reader need to know in order to see that your claim is made up?
    - Write a claim of your own that moves the answer most. What did it have to pretend?

    Remove the folder `attack` when you are done.
    .title = Red team

# The key. $attacks (list), $attacks_key (table), $attacked (list); $aside, $spot_the_drift_given, $spot_the_drift_key,
# $spot_the_drift_common, $how_many_sources_given, $how_many_sources_key, $how_many_sources_common,
# $what_would_have_to_be_true_given, $what_would_have_to_be_true_key, $what_would_have_to_be_true_common,
# $one_word_given, $one_word_key, $one_word_common
paper-key =
    Computed from the same data as the report; the names are those of the notebooks. The worksheet has the questions
    with what is given. A number is right when its first two digits are those of the key, or of a number within
    three per cent of it.

    With this edition some of it has nothing to ask:

    { $aside }

    # 1 · Spot the drift

    { $spot_the_drift_given }

    { $spot_the_drift_key }

    ## Wrong answers to expect

    { $spot_the_drift_common }

    # 2 · How many sources?

    { $how_many_sources_given }

    { $how_many_sources_key }

    ## Wrong answers to expect

    { $how_many_sources_common }

    # 3 · What would have to be true?

    { $what_would_have_to_be_true_given }

    { $what_would_have_to_be_true_key }

    ## Wrong answers to expect

    { $what_would_have_to_be_true_common }

    # 4 · What one word does

    { $one_word_given }

    { $one_word_key }

    ## Wrong answers to expect

    { $one_word_common }

    # 5 · Red team

    { $attacks }

    { $attacks_key }

    A made-up claim never replaces what the dossier names for examination (first of all { $attacked }). Where a
    sentence of the report uses it, it stands beside the others; where none does, nothing moves.
    .title = Key

# A guide for 15 minutes. $claimed, $bottom_line, $confidence (sentences of the report), $caveat (text), $limit,
# $limit_key, $limit_common: the first limit; $aside, $short_lines, $short_key (lists),
# $what_would_have_to_be_true_given
paper-guide-15 =
    For a talk, a meeting or the start of a lesson. No computer but the one that shows the slides.

    In this edition some exercises have nothing to ask. Give their time to the others, or take a later day:

    { $aside }

    # What they should take home

    1. A small word in front of a number decides what the number says.
    2. Ten documents can have one origin.
    3. The useful question is not “is it true?” but “what else would have to be true?”

    # Minute by minute

    | Minutes | Show | Ask |
    |----------|------------------------------|-----------------------------------------------|
    | 0–2 | The first slide | What exactly was said, and by whom? |
    | 2–6 | The lines below, read aloud | Kept, dropped or turned round? Hands up, then reasons |
    | 6–10 | The table below; let them reckon | What would have to be true? One number from each row |
    | 10–13 | The slide with the answer | Which of the words does the answer hang on? |
    | 13–15 | The slide “If asked” | What would change your mind? |

    # What was said

    { $claimed }

    # Read these aloud

    { $short_lines }

    What happened, for you only:

    { $short_key }

    # Let them reckon

    { $what_would_have_to_be_true_given }

    { $limit }

    For you only: { $limit_key }. Write every number that is called out on the board before you say which is right;
    the spread is the lesson.

    { $limit_common }

    # The answer, in the words of the report

    { $bottom_line }

    { $confidence }

    # If the room disagrees

    - *About a word*: both are readings. Show the answer under each, and let it stand that they differ.
    - *About who is right*: say what this does not show. { $caveat }
    - *About a side*: nobody here is for or against anybody. Every figure stands with the one who said it, and
    denials are in the report.
    .title = Guide: 15 minutes

# For 45 minutes. $claimed, $bottom_line, $confidence, $would_change (sentences of the report), $caveat (text), $limit,
# $limit_key, $limit_common: the first limit; $aside, $spot_the_drift_key, $spot_the_drift_common
paper-guide-45 =
    For a lesson with computers, in pairs; with the worksheet it works on paper. Give out the students' pack the day
    before, so that every computer has opened it once.

    In this edition some exercises have nothing to ask. Give their time to the others, or take a later day:

    { $aside }

    # What they should be able to do afterwards

    1. Say what a hedge allows: a floor, a ceiling, a guess or a bare number.
    2. Tell documents from origins, and say which links are somebody's inference.
    3. Find the break-even of a claim instead of believing or rejecting it.

    # Plan

    | Minutes | What | Show | Ask |
    |---------|------------------------------|------------------------|-------------------------------------------|
    | 0–5 | What was said | The first slide | Which words carry the figure? |
    | 5–17 | Exercise 1, in pairs | The notebook or worksheet | What became of the word? |
    | 17–22 | Together | The slide on wording | Who changed it? Can we know? |
    | 22–35 | Exercise 3, to the first limit | The notebook or worksheet | Predict, then check. Whose number was far
    off, and why? |
    | 35–41 | Together | The slide with the answer | What would you have to believe? |
    | 41–45 | Close | The handout, given out | What would change the answer? |

    Quick pairs go on with exercise 2.

    # What was said

    { $claimed }

    # Exercise 1: spot the drift

    Right, for you only:

    { $spot_the_drift_key }

    Wrong answers to expect, and what to say to them; the replies in the notebook say the same:

    { $spot_the_drift_common }

    # Exercise 3: what would have to be true?

    { $limit }

    For you only: { $limit_key }.

    { $limit_common }

    # The answer, in the words of the report

    { $bottom_line }

    { $confidence }

    { $would_change }

    # If the room disagrees

    - *“Weakened” or “dropped”?* Ask what number is left if the word is covered with a thumb. If nothing is left of
    the direction, it was weakened; if no word is left at all, it was dropped.
    - *“A translator would say it that way.”* Then that is the finding: the figure changed on the way, and nobody
    need have lied.
    - *Literal or pragmatic?* Both are in the report. Ask which of the two the answer hangs on, not which is right.
    - *“They are all lying.”* A figure can be held against others whoever said it. Ask what would have to be true,
    and who could have seen it.
    - *About a side*: every figure stands with the one who said it, denials are in the report, and this lesson ends
    without a vote. { $caveat }
    .title = Guide: 45 minutes

# For 90 minutes. $claimed, $bottom_line, $confidence, $would_change (sentences of the report), $caveat (text), $attack
# (file), $attacks (list), $attacks_key (table); $aside, $spot_the_drift_key, $spot_the_drift_common, $one_word_key,
# $one_word_common, $how_many_sources_key, $how_many_sources_common, $what_would_have_to_be_true_key,
# $what_would_have_to_be_true_common
paper-guide-90 =
    For a seminar or a workshop, with computers, in pairs. The red team needs the whole project on at least one
    computer in every group of four; build the report there once before the session.

    In this edition some exercises have nothing to ask. Give their time to the others, or take a later day:

    { $aside }

    # What they should be able to do afterwards

    1. Say what a hedge allows, in more than one language.
    2. Count origins, and find figures that stand under another name or were only worked out.
    3. Find a break-even, and say what moves it: a figure, a wording or a reading.
    4. Attack a report of this kind, and say why it held or did not.

    # Plan

    | Minutes | What | Show | Ask |
    |---------|------------------------------|------------------------|-------------------------------------------|
    | 0–5 | What was said | The first slide | Which words carry the figure? |
    | 5–17 | Exercise 1, in pairs | The notebook | What became of the word? |
    | 17–25 | Exercise 4, together | The notebook | What does this one word leave open? |
    | 25–38 | Exercise 2, in pairs | The notebook | Who could know it at first hand? |
    | 38–42 | Together | The slide on origins | Two names, one origin: who noticed? |
    | 42–58 | Exercise 3, in pairs | The notebook, with sliders | Predict, then move. What surprised you? |
    | 58–63 | Together | The slide with the answer | What would you have to believe? |
    | 63–83 | Red team, in fours | The sheet “Red team” | Predict what changes; build; compare |
    | 83–90 | Close | The handout, given out | What would change the answer? |

    If time is short, leave out exercise 4; if a build is slow, let one group attack and the others predict.

    # What was said

    { $claimed }

    # Exercise 1: spot the drift

    { $spot_the_drift_key }

    { $spot_the_drift_common }

    # Exercise 4: what one word does

    { $one_word_key }

    { $one_word_common }

    # Exercise 2: how many sources?

    { $how_many_sources_key }

    { $how_many_sources_common }

    # Exercise 3: what would have to be true?

    { $what_would_have_to_be_true_key }

    { $what_would_have_to_be_true_common }

    # Red team

    { $attacks }

    { $attacks_key }

    After `{ $attack }` and the others, `reported compare` may name more than this: a sentence that counts documents
    or lists claims moves too. That is what should happen. Ask which of the moves a reader would notice, and which
    of them matter. Where nothing moves, ask why.

    # The answer, in the words of the report

    { $bottom_line }

    { $confidence }

    { $would_change }

    # If the room disagrees

    - *About a word*: ask for the range it allows, from where to where. Two people who write down the same range
    agree.
    - *About the number of origins*: ask which link is the one in doubt. Where a link is an inference, the report
    counts both ways; so may the class.
    - *About literal and pragmatic*: both are in the report. Ask which of the two the answer hangs on, not which is
    right.
    - *About the red team*: “it should have thrown our claim out.” By which rule, and what else would that rule
    throw out?
    - *About a side*: every figure stands with the one who said it, denials are in the report, and this session ends
    without a vote. { $caveat }
    .title = Guide: 90 minutes

# A line of a paper about an exercise that has nothing to ask. $title (text), $why (sentence)
pack-aside = *{ $title }*: { $why }
pack-red-team = Red team
# Some questions that are alike, by the names to answer them by. $first, $last (name), $two (yes or no): whether these
# are all
pack-alike = { $two ->
    [yes] { $first } and { $last }
   *[no] { $first } to { $last }
}
# The answers to choose from, behind a question. $choices (list with commas)
pack-choices = ({ $choices })
# The right answers, for the teacher.
pack-key =
    .name = Name
    .asked = Asked
    .right = Right
# In place of a question that stands in the row above.
pack-asked-before = the same
# Wrong answers to expect.
pack-common =
    .name = Name
    .expect = Expect
    .say = Say
# A retelling to read aloud. $was, $now (text, as said), $where (text)
pack-aloud = { $was } became { $now }, in { $where }.
# An attack and what it does. $name (file), $does (sentence)
pack-attack = `{ $name }`: { $does }
# The figure that is attacked. $who (text), $words (text, as said)
pack-attacked = { $who }: { $words }
