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
                "A and G": "The upper line: multiplied once, added to once.",
                "B and H": "That is the output of the step before, and of this one.",
                "x": "That is the new input.",
            },
            "A and G",
        ),
        Question(
            "Which is the forget gate?",
            {
                "C": "A sigmoid whose result is multiplied onto the old memory.",
                "D": "It decides how much of the candidate enters.",
                "F": "It decides how much of the memory shows.",
            },
            "C",
        ),
        Question(
            "Which two make what is added to the memory?",
            {
                "C and D": "C works on the old memory, before the sum.",
                "D and E": "The input gate times the candidate: the new-memory gate of "
                "many drawings.",
                "E and F": "F is the output gate, after the sum.",
            },
            "D and E",
        ),
        Question(
            "What enters each of C, D, E and F?",
            {
                "the input vector x alone": "The output of the block before comes too.",
                "x and B, joined into one vector": "Concatenation; each block has "
                "weights and a bias of its own.",
                "x and A, joined into one vector": "The memory is not looked at by the "
                "gates, only multiplied.",
            },
            "x and B, joined into one vector",
        ),
        Question(
            "What do × and + work on?",
            {
                "matrices": "Matrix products are inside C, D, E and F.",
                "numbers in the same place": "Elementwise product and sum.",
            },
            "numbers in the same place",
        ),
    ],
}
