"""Questions on training in practice, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "T-01": [
        Question(
            "Which of these comes last?",
            {
                "counting the examples of each class": "That is looking at your data: "
                "it comes first.",
                "choosing the number of epochs": "Training curves and the validation "
                "part say how many.",
                "the accuracy on the test part": "Once, when everything is chosen.",
            },
            "the accuracy on the test part",
        ),
        Question(
            "Where do early stopping and the search for a rate belong?",
            {
                "to preparing": "They watch a network that learns.",
                "to training, with the validation part": "Whatever chooses between "
                "settings looks at the validation part.",
                "to evaluating, with the test part": "A test that chose a setting is "
                "no longer a test.",
            },
            "to training, with the validation part",
        ),
        Question(
            "A test part of 100 gives 90 %. By about how much does that score waver?",
            {
                "0.1 %": "That would take 90,000 test examples.",
                "1 %": "For 1 % it takes 900 examples.",
                "3 %": "√(0.9 · 0.1 / 100) = 0.03.",
                "10 %": "√(0.9 · 0.1 / 100) is smaller: take the root.",
            },
            "3 %",
        ),
    ],
    "T-05": [
        Question(
            "Which run overfits?",
            {
                "A": "A: both losses stay high, close together. It underfits.",
                "B": "B: the training loss falls on, the validation loss rises.",
                "C": "C: both jump up and down together.",
                "D": "D: both fall, close together, hardly at all.",
            },
            "B",
        ),
        Question(
            "Which run has a learning rate that is too high?",
            {
                "A": "A: flat, not jumping. The network cannot do more.",
                "B": "B: its training loss falls evenly.",
                "C": "C: the losses jump and never settle.",
                "D": "D: a smooth, slow fall is the mark of a rate that is too low.",
            },
            "C",
        ),
        Question(
            "A loss falls from 2.30 to 2.29 in ten epochs, smoothly. What first?",
            {
                "decrease the rate": "Then it would crawl even more slowly.",
                "increase the rate": "A slow, smooth fall asks for longer steps.",
                "more epochs": "That would take hundreds. The steps are too short.",
                "nothing of this": "2.30 is what ten classes cost by chance.",
            },
            "increase the rate",
        ),
        Question(
            "The validation loss has risen for ten epochs, the training loss still "
            "falls. What now?",
            {
                "decrease the rate": "It would learn by heart a little more slowly.",
                "increase the rate": "The steps are not the trouble here.",
                "more epochs": "The validation loss is rising. More epochs make that "
                "worse.",
                "nothing of this": "Stop, take the best weights back, and regularise "
                "or find more data.",
            },
            "nothing of this",
        ),
    ],
    "T-13": [
        Question(
            "Which of these is no hyperparameter?",
            {
                "the number of hidden units": "You choose it before training.",
                "a bias": "A bias is learned, as weights are: it is a parameter.",
                "the patience": "You choose it.",
                "the seed": "You choose it, though no value should be better.",
            },
            "a bias",
        ),
        Question(
            "A network with the outputs cat and dog is shown a cow. What can it say?",
            {
                "cow": "It has no output for that.",
                "cat or dog": "It must choose between its two classes, and may be "
                "quite sure.",
                "no prediction": "Softmax always shares out 100 %.",
            },
            "cat or dog",
        ),
    ],
    "T-22": [
        Question(
            "Two runs on one data set, one boundary of straight pieces, one smooth. "
            "Which one used ReLU?",
            {
                "the straight pieces": "Each ReLU unit is straight on both sides of "
                "its corner, and so is their sum, piece by piece.",
                "the smooth one": "Smooth bends come from tanh or sigmoid units.",
                "it cannot be seen": "It can, if the network is small.",
            },
            "the straight pieces",
        ),
        Question(
            "Which words all name something that is worked out during training?",
            {
                "weights, gradient, activations": "Weights are learned, gradients and "
                "activations computed, by forward propagation and backpropagation.",
                "learning rate, epochs, data split": "These are chosen before.",
                "inputs, outputs, hidden layer": "Inputs are given, layers are chosen.",
            },
            "weights, gradient, activations",
        ),
        Question(
            "Which pair belongs together?",
            {
                "overfitting: training loss high": "That is underfitting.",
                "learning rate: how long a step is": "It multiplies the gradient.",
                "epoch: one batch": "An epoch is one pass over the training part.",
                "activation function: what a loss uses": "It belongs to a unit.",
            },
            "learning rate: how long a step is",
        ),
        Question(
            "Which pair of the rest belongs together?",
            {
                "backpropagation: from the inputs to the loss": "That direction is "
                "forward propagation.",
                "data split: training, validation, test": "Three parts, three uses.",
                "hyperparameters: weights and biases": "Those are parameters.",
                "hidden layer: kept secret": "It lies between inputs and outputs.",
            },
            "data split: training, validation, test",
        ),
    ],
}
