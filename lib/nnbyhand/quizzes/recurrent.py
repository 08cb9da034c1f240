"""Questions on recurrent networks and the LSTM, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "R-01": [
        Question(
            "What does a recurrent network have that a feed-forward one lacks?",
            {
                "more layers": "It may have one layer only.",
                "a way back from its output to its input": "What was active a step ago "
                "helps to decide what is active now.",
                "weights that change while it predicts": "Its weights stay; its state "
                "changes.",
            },
            "a way back from its output to its input",
        ),
        Question(
            "The same x comes twice in a row. Does a recurrent unit answer the same?",
            {
                "always": "Its state has changed in between.",
                "not always: its state has changed": "Units stay active for a while "
                "and start others, though nothing new came in.",
                "it depends on chance": "There is no chance in it.",
            },
            "not always: its state has changed",
        ),
    ],
    "R-05": [
        Question(
            "Which line is the long-term memory, coming in and going out?",
            {
                "P and V": "The upper line: multiplied once, added to once.",
                "Q and W": "That is the output of the step before, and of this one.",
                "x": "That is the new input.",
            },
            "P and V",
        ),
        Question(
            "Which is the forget gate?",
            {
                "R": "A sigmoid whose result is multiplied onto the old memory.",
                "S": "It decides how much of the candidate enters.",
                "U": "It decides how much of the memory shows.",
            },
            "R",
        ),
        Question(
            "Which two make what is added to the memory?",
            {
                "R and S": "R works on the old memory, before the sum.",
                "S and T": "The input gate times the candidate: the new-memory gate of "
                "many drawings.",
                "T and U": "U is the output gate, after the sum.",
            },
            "S and T",
        ),
        Question(
            "What enters each of R, S, T and U?",
            {
                "the input vector x alone": "The output of the block before comes too.",
                "x and Q, joined into one vector": "Concatenation; each block has "
                "weights and a bias of its own.",
                "x and P, joined into one vector": "The memory is not looked at by the "
                "gates, only multiplied.",
            },
            "x and Q, joined into one vector",
        ),
        Question(
            "What do × and + work on?",
            {
                "matrices": "Matrix products are inside R, S, T and U.",
                "numbers in the same place": "Elementwise product and sum.",
            },
            "numbers in the same place",
        ),
    ],
}
