"""Questions on loss and gradient descent, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "L-03": [
        Question(
            "The age of a person from a photo: which output and loss?",
            {
                "no activation, mean squared error": "A number without bounds needs an "
                "output without bounds: regression.",
                "sigmoid, binary cross-entropy": "A sigmoid ends at 1. An age does "
                "not.",
                "softmax, cross-entropy": "Softmax shares a sum of 1 among classes.",
            },
            "no activation, mean squared error",
        ),
        Question(
            "One of ten digits: which output and loss?",
            {
                "ten sigmoids, binary cross-entropy": "Each digit would be a question "
                "of its own, and three of them could be yes.",
                "softmax, cross-entropy": "Ten classes that exclude each other share a "
                "sum of 1.",
                "no activation, mean squared error": "A 9 is not nine times a 1: "
                "classes have no distance.",
            },
            "softmax, cross-entropy",
        ),
        Question(
            "Rain tomorrow, yes or no: which output and loss?",
            {
                "sigmoid, binary cross-entropy": "One probability, and its opposite "
                "pays through the (1 − y) term.",
                "softmax over one output": "A softmax of one is always 1.",
                "step, absolute error": "A step has no slope to learn from.",
            },
            "sigmoid, binary cross-entropy",
        ),
    ],
    "L-09": [
        Question(
            "Which slope does the absolute error have at an error of exactly 0?",
            {
                "1": "So it is for errors above 0.",
                "none; we choose 0": "A corner has no slope. One value is chosen, and "
                "descent works: a slope almost everywhere is enough.",
                "then it cannot be used": "ReLU has a corner too, and most networks "
                "use it.",
            },
            "none; we choose 0",
        ),
    ],
    "L-10": [
        Question(
            "The gradient of the loss at w is −6. What lowers the loss?",
            {
                "a larger w": "A negative gradient: the loss falls as w grows. Against "
                "the gradient means to the right here.",
                "a smaller w": "That follows the gradient, and the loss grows.",
                "w = −6": "The gradient is a slope, not a place.",
            },
            "a larger w",
        ),
        Question(
            "What does a gradient twice as long say?",
            {
                "the bottom is twice as far": "Not in general: a steep place may be "
                "near the bottom.",
                "the loss changes twice as fast here": "Its direction says which way, "
                "its length how fast.",
                "the rate must be doubled": "A step is twice as long already.",
            },
            "the loss changes twice as fast here",
        ),
    ],
    "L-11": [
        Question(
            "Five steps: initialise, forward, error, backward, update. A slide with "
            "four steps begins: predict, compute the loss. Which of the five is "
            "silently assumed?",
            {
                "initialise": "Before the first prediction there must be weights.",
                "backward": "It comes later in both: find the gradients.",
                "update": "It is the last step of both, before all is repeated.",
            },
            "initialise",
        ),
        Question(
            'A recipe of six steps ends: "repeat until the error is small". To which '
            "step does the recipe jump back?",
            {
                "initialise": "Then everything learned would be lost.",
                "forward": "New weights, so new predictions.",
                "update": "An update needs new gradients, and those new predictions.",
            },
            "forward",
        ),
        Question(
            "When does training end?",
            {
                "when the gradient is exactly 0": "On real data it hardly ever is.",
                "after a fixed number of rounds, or when nothing improves": "Both are "
                "used; lesson 07 says how to notice that nothing improves.",
                "when the loss is 0": "It may never be, and need not be.",
            },
            "after a fixed number of rounds, or when nothing improves",
        ),
    ],
    "L-20": [
        Question(
            "Loss after each epoch: 0.69, 0.68, 0.67, 0.66. What would you do next?",
            {
                "decrease the rate": "It would crawl even more slowly.",
                "increase the rate": "It falls steadily and very little: there is room "
                "for longer steps.",
                "stop": "It is still falling.",
            },
            "increase the rate",
        ),
        Question(
            "Loss after each epoch: 0.7, 1.9, 8.4, 55. What would you do next?",
            {
                "decrease the rate": "Every step lands higher on the other side.",
                "increase the rate": "It would climb faster.",
                "more epochs": "It would climb further.",
            },
            "decrease the rate",
        ),
        Question(
            "Loss after each epoch: 0.7, 0.31, 0.18, 0.12. What would you do next?",
            {
                "decrease the rate": "There is no sign of jumping.",
                "more epochs": "The rate is right, and the bottom is not reached yet.",
                "start again": "Why? It learns.",
            },
            "more epochs",
        ),
    ],
}
