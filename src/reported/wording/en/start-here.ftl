### Start here: what the first notebook shows.

# The answer of the day. In its rows: what was said of the wording, and the answer.
answer-today-table = The answer, in the words said first and in the words of the retellings.
    .wording = Wording
    .answer = Answer
# In place of what is wrong with the data.
data-in-order = No: the data are in order.
