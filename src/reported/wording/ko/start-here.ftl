### Start here: what the first notebook shows.

# The answer of the day. In its rows: what was said of the wording, and the answer.
start-answers = 최초 표현과 인용된 표현으로 본 답.
    .wording = 표현
    .answer = 답
# In place of what is wrong with the data.
data-in-order = 없다. 데이터에 이상이 없다.
