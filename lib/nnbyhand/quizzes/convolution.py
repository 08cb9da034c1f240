"""Questions on convolutional networks, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "C-08": [
        Question(
            "In Keras, what do the two numbers in Conv2D(16, 5) say?",
            {
                "16 filters of 5 × 5": "How many, and how large.",
                "5 filters of 16 × 16": "The number of filters comes first.",
                "16 channels go in, 5 come out": "What goes in is known from the layer "
                "before; 16 maps come out.",
            },
            "16 filters of 5 × 5",
        ),
        Question(
            "MaxPooling2D: which of these changes the shape of what comes out?",
            {
                "the window alone": "With stride 1 instead of 2 there are more places.",
                "window, stride and padding": "All three stand in the formula.",
                "the numbers in the picture": "They change what comes out, not its "
                "shape.",
            },
            "window, stride and padding",
        ),
        Question(
            "What does Flatten learn?",
            {
                "which pixels matter": "It has no weights: it lays all maps in a row.",
                "nothing": "It changes the shape only, and keeps the examples apart.",
                "a bias for each map": "Biases belong to convolutions and dense "
                "layers.",
            },
            "nothing",
        ),
        Question(
            "What does Dropout do when the trained network predicts?",
            {
                "It switches off half of the units": "That is what it does in "
                "training.",
                "It takes weights away for good": "No weight is removed, ever.",
                "nothing": "It works in training only.",
            },
            "nothing",
        ),
    ],
}
