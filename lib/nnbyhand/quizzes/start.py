"""Questions on starting, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "S-03": [
        Question(
            "All visible tests say CORRECT. Do you have all the points?",
            {
                "yes": "The hidden tests still come. They try your function on numbers "
                "and shapes it has not seen.",
                "not yet known": "Hidden tests join in when the notebook is graded. A "
                "function that works for any input has nothing to fear.",
                "no": "You may have. It depends on the hidden tests, and you are told "
                "after grading.",
            },
            "not yet known",
        ),
        Question(
            "A test says NOT ATTEMPTED, though you wrote an answer. What first?",
            {
                "change the test": "Tests are locked, and a changed test is put back "
                "when the notebook is graded.",
                "run the answer cell": "Python knows a function only after its cell "
                "ran. Then run the test again.",
                "start a new notebook": "Nothing is broken: Python has not met your "
                "function yet.",
            },
            "run the answer cell",
        ),
    ],
    "S-05": [
        Question(
            "X has shape (60, 3), w has shape (3,). What is the shape of X @ w?",
            {
                "(60,)": "One weighted sum for each of the 60 examples.",
                "(60, 3)": "That is X * w: the products, not yet added.",
                "(3,)": "Adding along axis 0 would give that, and lose the examples.",
                "an error": "The last axis of X is 3, and so is that of w: they fit.",
            },
            "(60,)",
        ),
        Question(
            "Predictions have shape (60, 1), targets (60,). And predictions - targets?",
            {
                "(60,)": "One hopes so. But rule 1 lines up at the right, and 1 meets "
                "60.",
                "(60, 1)": "The 1 meets 60, so the column is repeated.",
                "(60, 60)": "A column met a row: every prediction minus every target, "
                "and no error message.",
                "an error": "A 1 fits anything. That is why nobody is warned.",
            },
            "(60, 60)",
        ),
    ],
    "S-07": [
        Question(
            "In which line does Python 3 stop first?",
            {
                "line 1": "Python 3 still accepts (object): it says what holds for "
                "every class anyway.",
                "line 4": "Python 3 has no xrange. Its range does the same.",
                "line 5": "Never reached: the line above it stops first.",
                "line 8": "A missing self in a definition harms nobody, until the "
                "function is called.",
            },
            "line 4",
        ),
        Question(
            "Line 4 now says range. Where does it stop next?",
            {
                "line 5": "sigmoid lives inside the class, so no function of this name "
                "is found.",
                "line 8": "Defining it is allowed. Finding it is the difficulty.",
                "line 9": "Never reached: sigmoid is not found in the first place.",
                "nowhere": "Two things are wrong with this listing.",
            },
            "line 5",
        ),
    ],
    "S-10": [
        Question(
            "How sure are you that you can work out, on paper, what a perceptron "
            "answers?",
            {
                "What is a perceptron?": "A fair question, for lessons 01 and 02.",
                "I have seen it done": "Then the sums of lesson 01 will look familiar.",
                "With a formula beside me": "Good. Soon you will not need to look.",
                "Any time": "Then check yourself: exercise 3 of assignment 01.",
            },
        ),
    ],
}
