"""Questions on neurons and gates, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "G-01": [
        Question(
            "In our neuron, what plays the part of a connection that grew strong?",
            {
                "an input": "Inputs come from outside and change with every example.",
                "a weight": "A large weight makes its input count for much.",
                "the threshold": "The threshold is about the whole sum.",
                "the output": "The output is what the neuron tells the others.",
            },
            "a weight",
        ),
    ],
    "G-15": [
        Question(
            "How many inputs can a neuron have?",
            {
                "2": "Two is what fits into a picture. It may have more.",
                "3": "Three is possible, and so is any other number.",
                "any number n": "n inputs, n weights, and still one bias.",
            },
            "any number n",
        ),
        Question(
            "How many weights belong to each input of one neuron?",
            {
                "0": "Then the input could not count for more or less.",
                "1": "One weight for each input.",
                "2": "A second weight would add to the first: one is enough.",
                "n": "n inputs have n weights together, one each.",
            },
            "1",
        ),
        Question(
            "Which sum belongs to a neuron with two inputs?",
            {
                "x1·w1 + x2·w2": "The bias is missing: its line could not leave the "
                "origin.",
                "x1·w1 + x2·w2 + b": "Two products and the bias.",
                "x1·w1 + x2·w2 + x3·w3 + b": "There is no third input.",
            },
            "x1·w1 + x2·w2 + b",
        ),
    ],
    "G-18": [
        Question(
            "8 · 0.25 + 6 · 0.5 − 5: does this student pass?",
            {
                "yes, the sum is 5": "5 is the sum without the bias. Add −5.",
                "yes, the sum is 0": "The sum is 0, and our rule is strict.",
                "no, the sum is 0": "0 is not above 0: the unit stays silent.",
                "no, the sum is −5": "−5 is the bias alone. The inputs count too.",
            },
            "no, the sum is 0",
        ),
    ],
    "G-20": [
        Question(
            "Does a network with fixed weights give the same answer to the same input?",
            {
                "yes, always": "Sums and steps leave nothing to chance.",
                "no, it is creative": "Chance enters only where numbers are drawn.",
                "only if it is small": "Size does not matter: every part is a sum.",
            },
            "yes, always",
        ),
    ],
}
