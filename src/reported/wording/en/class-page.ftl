### The pages of the exercises, for a class with only a browser. The messages class-page-… are said by the script of a
### page, which puts values in as they are: none may choose by a value, and no particle can be chosen by what stands before it.

# $name (letter, or text): which question
class-page = Exercise
    .others = The other exercises
    .check = Check
    .check-of = Check: { $name }
    .earlier = What was said to earlier answers
    .hand-in = Hand in your answers
    .how = Your answers stay on this computer. The button writes them into a small file for whoever collects them.
    .name = Your name
    .save = Save my answers
    .print = Print
    .no-script = Without JavaScript this page cannot reply. The worksheet has the same questions.
class-page-no-answer = No answer yet.
class-page-whose = Write your name first.
