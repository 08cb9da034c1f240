"""Questions on forward propagation, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "F-06": [
        Question(
            "A linear model with one sigmoid at its output: is that still useful?",
            {
                "no, it must be deep": "Depth is not needed for every question.",
                "yes, as a probability": "This is logistic regression: one unit, and "
                "an output that can be read as a probability.",
                "it is the same line": "The boundary is still a straight line; the "
                "output is not: it bends between 0 and 1.",
            },
            "yes, as a probability",
        ),
    ],
    "F-07": [
        Question(
            "In the drawing, what are the three columns called, from left to right?",
            {
                "input, hidden, output layer": "Hidden means: neither seen from "
                "outside as an input nor as an answer.",
                "first, second, third layer": "Numbers depend on whether one counts "
                "the inputs. Names do not.",
                "hidden, hidden, output layer": "The first column computes nothing. It "
                "holds the example.",
            },
            "input, hidden, output layer",
        ),
        Question(
            "When is a network called deep?",
            {
                "with one hidden layer": "One hidden layer makes it multilayer.",
                "with two or more hidden layers": "That is the usual word for it.",
                "with many units": "A wide layer is still one layer.",
            },
            "with two or more hidden layers",
        ),
        Question(
            "Is this a face? Is there an eye? Is there an edge here? Which layer would "
            "answer which?",
            {
                "edges first, then eyes, then the face": "A large question, broken "
                "into smaller ones, down to pixels.",
                "the face first, then eyes, then edges": "The first layer sees pixels "
                "only. It can ask small questions.",
                "all in one layer": "One layer would have to know every face pixel by "
                "pixel.",
            },
            "edges first, then eyes, then the face",
        ),
    ],
    "F-11": [
        Question(
            "One arrow leads from unit 1 to unit 2. Three books write it w₁₂, w₂₁ and "
            "W₁,₂. Who is right?",
            {
                "only w₁₂": "It puts from before to. That is a habit, not a law.",
                "only w₂₁": "It puts to before from, so that W times a column works.",
                "all, once the order is stated": "Ask every book: from, to or to, "
                "from? Our arrays are W[from, to].",
            },
            "all, once the order is stated",
        ),
    ],
    "F-22": [
        Question(
            "A network project has eight parts. Which order follows the data?",
            {
                "data, layers, weights, predictions, targets, loss, optimiser, "
                "training": "Forward to the predictions, compare with the "
                "targets, let the optimiser change the weights, and repeat: training.",
                "loss, optimiser, data, layers, weights, predictions, targets, "
                "training": "A loss compares predictions with targets. Both "
                "must be there first.",
                "targets, predictions, data, layers, weights, optimiser, loss, "
                "training": "A prediction needs an input and weights, and the "
                "optimiser needs a loss.",
            },
            "data, layers, weights, predictions, targets, loss, optimiser, training",
        ),
    ],
    "F-23": [
        Question(
            "Weight 2 meets an input near 0.01, weight 0.5 an input near 100. Which "
            "input matters more to the sum?",
            {
                "the one with weight 2": "Its part of the sum is about 0.02. A weight "
                "alone does not tell.",
                "the one with weight 0.5": "Its part is about 50. Weights can be "
                "compared only where the inputs have one scale.",
                "both the same": "Multiply each: 0.02 and 50.",
            },
            "the one with weight 0.5",
        ),
    ],
    "F-25": [
        Question(
            "A slide about the single-layer perceptron says: many perceptrons together "
            "fit nearly everything. What is missing?",
            {
                "more perceptrons": "A thousand units side by side are a thousand "
                "straight lines. XOR is still out of reach for each.",
                "a hidden layer": "Side by side they cannot be XOR. One behind the "
                "other, with a non-linear function between, they can.",
                "nothing": "Think of XOR: which single layer computes it?",
            },
            "a hidden layer",
        ),
    ],
    "F-27": [
        Question(
            "A slide calls hidden activations probabilistic and transient. Weights "
            "and input are fixed: what comes out when you run it again?",
            {
                "something a little different": "Nothing is drawn at random on the way "
                "through.",
                "exactly the same": "A sum and a curve leave nothing to chance. Chance "
                "enters where weights are drawn and where units are dropped.",
            },
            "exactly the same",
        ),
    ],
}
