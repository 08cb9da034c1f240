"""Questions on automatic differentiation, by their ID in the syllabus."""

from nnbyhand.quizzes.question import Question

QUIZZES: dict[str, list[Question]] = {
    "A-02": [
        Question(
            "What is the derivative of sin(3·x) by x?",
            {
                "cos(3·x)": "The inside has a slope too.",
                "3·cos(3·x)": "The slope of sin at the inside, times the slope of the "
                "inside.",
                "cos(3)": "The 3 is the slope of the inside; it comes to the front.",
            },
            "3·cos(3·x)",
        ),
        Question(
            "y is another name. What is the derivative of x·y + y by x?",
            {
                "y": "y is constant here: y from the product, 0 from the last term.",
                "y + 1": "The last y does not change when x does.",
                "x + 1": "That is the derivative by y.",
                "1·1 + 1": "A product's derivative is not the product of derivatives.",
            },
            "y",
        ),
    ],
    "A-09": [
        Question(
            "A weather model has 4 inputs and 10,000 outputs. All slopes are wanted. "
            "Which mode?",
            {
                "forward": "4 passes instead of 10,000.",
                "reverse": "It would need a way back for each of the 10,000 outputs.",
                "no difference": "4 passes against 10,000 ways back.",
            },
            "forward",
        ),
        Question(
            "A network has 2 inputs, 50 weights and one cost. The slopes by the "
            "weights are wanted. How many passes does forward mode take?",
            {
                "1": "One pass finds the slope by one number that moves.",
                "2": "The network's inputs do not move here. The weights do.",
                "50": "What moves counts as input: 50 weights, 50 passes.",
            },
            "50",
        ),
    ],
    "A-10": [
        Question(
            "p = 3·q, r = q·q, s = p + r. In which order may they hand their gradients "
            "on?",
            {
                "s, p, q, r": "q hands on before r has handed its part to q.",
                "s, r, p, q": "q comes when all that use it are done.",
                "q, p, r, s": "That is the way there.",
            },
            "s, r, p, q",
        ),
        Question(
            "The same with q = 2. What is the gradient of q?",
            {
                "3": "That is the part by way of p alone.",
                "4": "That is the part by way of r alone: 2 + 2.",
                "7": "3 by way of p, 2 + 2 by way of r.",
                "12": "Along an arrow you multiply, but ways that meet are added.",
            },
            "7",
        ),
    ],
}
