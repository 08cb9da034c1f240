"""Questions on the perceptron, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "P-12": [
        Question(
            "Without its bias the unit with weights A has 12 of 12 right instead of 9. "
            "What does that say?",
            {
                "the bias was a mistake": "These weights got worse by it. Other points "
                "need a bias: without one every line passes through the origin.",
                "these points happen to suit it": "A line through the origin fits "
                "here. The changed code is another unit, not a mended one.",
                "12 of 12 proves the code right": "A score tells about these points. "
                "Code that drops a term may score well by luck.",
            },
            "these points happen to suit it",
        ),
    ],
    "P-18": [
        Question(
            "Learning starts with all weights 0. What does a rate of 0.1 instead of 1 "
            "change?",
            {
                "it needs ten times as long": "Every number is a tenth, so every sum "
                "is a tenth, and its sign is the same: the same mistakes.",
                "all numbers are a tenth": "The boundary stays where it was, and so do "
                "the mistakes.",
                "it finds a better line": "The line is the same at every step: only "
                "its numbers are scaled.",
            },
            "all numbers are a tenth",
        ),
    ],
    "P-22": [
        Question(
            "Your unit tells 90 of 100 pictures right. Would that satisfy you?",
            {
                "yes, 90 % is good": "Good against what? If 90 of them are cats, a "
                "unit that never looks has 90 % too.",
                "no, it must be 100 %": "Hardly anything is always right, and a "
                "perfect score on few pictures may be luck.",
                "I would ask how many of each kind there are": "The larger group's "
                "share is what always giving one answer scores. Compare with that "
                "first.",
            },
            "I would ask how many of each kind there are",
        ),
    ],
    "P-25": [
        Question(
            "In A, w1 is 0.75. What does that mean?",
            {
                "x1 is 75 % sure": "A weight is no probability: it may be 3, or below "
                "0.",
                "a larger x1 speaks for group 1": "One more of x1 adds 0.75 to the "
                "sum, which helps to get above zero.",
                "x1 counts for 75 % of the sum": "The shares differ from point to "
                "point: it is 0.75 for each unit of x1.",
            },
            "a larger x1 speaks for group 1",
        ),
        Question(
            "Which way of finding weights will still work with a thousand inputs?",
            {
                "moving sliders": "With three it is fun. With a thousand nobody sees "
                "the line.",
                "trying all combinations": "Ten values for each of a thousand weights "
                "are more than there are atoms.",
                "learning from mistakes": "One example at a time tells every weight "
                "which way to go. That is the next section but one.",
            },
            "learning from mistakes",
        ),
        Question(
            "C has 12 of 12 right. Can other weights have all 12 too?",
            {
                "no, only C": "A line between the groups can be turned and shifted a "
                "little, and each has weights of its own.",
                "yes, many": "Every line between the groups has weights that do it.",
                "only without a bias": "A without its bias was one way. C has a bias.",
            },
            "yes, many",
        ),
    ],
}
