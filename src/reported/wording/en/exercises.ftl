### What an exercise says by itself. It goes into the students' pack, where values are put in as they are: here no
### message may choose by a value, and no particle can be chosen by what stands before it.

exercise-without = There is no such question here: this edition has nothing to ask about.
# $choices (list with commas)
exercise-choices = Answer with one of: { $choices }.
exercise-number = Answer with a number.
# $right (figure), $of (figure): how many answers were right
exercise-score = { $right } of { $of } right.
exercise-no-answer = · no answer yet: write it in place of the dots.
# $answer (as given), $known (list with commas)
exercise-not-among = “{ $answer }” is not among the answers. Known: { $known }.
exercise-far-off = That is far off, or no number. Write digits, such as 1200.
exercise-dots = Write a name and a number in place of the dots.
# $name (as given), $known (list with commas)
exercise-no-such-move = Nothing here is called { $name }. Known: { $known }.
# $given (as given), $one, $other (text): what it may be
exercise-neither = { $given } is neither { $one } nor { $other }.
exercise-above-nought = Write a number above nought.
exercise-no-widgets =
    ipywidgets is not installed here. Nothing is lost: write your answers into the cells, and run them.
# In a menu, before anything is chosen; in an empty field.
exercise-choose = choose
exercise-a-number = a number
# A figure that can be moved. $figure (text), $low, $high (figure): from where to where its slider goes
exercise-move = { $figure } ({ $low } to { $high })
# What a figure is read by.
exercise-wordings = Wording
exercise-readings = Reading
# $file (name): the file that the answers were written into
exercise-saved = Written: { $file }. Give this file to whoever collects the answers.
exercise-whose = Write your name in quotation marks in place of the dots.
exercise-nothing-to-save = Nothing has been answered yet.
