"""The questions of the lessons' self-checks, by their ID in the syllabus.

They stand here and not in the lessons, so that a reader meets the question before the
answer. Every option has a sentence of its own; ``right`` names the right one.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question; ``options`` maps what can be chosen to what is said about it.

    A poll has no right answer: there ``right`` is left out.
    """

    text: str
    options: dict[str, str]
    right: str = ""

    def __post_init__(self) -> None:
        if self.right and self.right not in self.options:
            raise ValueError(f"right must be one of {list(self.options)}")


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
    "B-01": [
        Question(
            "A weight of the first layer gets its gradient last. What of the forward "
            "pass must still be known then, for every example of the batch?",
            {
                "the loss alone": "One number cannot tell which input was large.",
                "the outputs of the network": "They give the error, but not what "
                "entered each layer.",
                "the sums and activations of every layer, inputs included": "The sums "
                "for the slopes, the activations for BP4. That is why training takes "
                "more memory than answering.",
            },
            "the sums and activations of every layer, inputs included",
        ),
        Question(
            "Two hidden units send 0.9 and 0.1 to one output unit that is too high. "
            "Which of their two weights into it is changed more in this step?",
            {
                "that of the unit that sent 0.9": "Its weight contributed more: the "
                "gradient is nine times as large.",
                "that of the unit that sent 0.1": "It had little part in the error.",
                "both alike": "That would be the bias, whose input is always 1.",
                "the larger weight": "The size of the weight itself is not in its "
                "gradient.",
            },
            "that of the unit that sent 0.9",
        ),
    ],
    "B-15": [
        Question(
            "A network of 1000 weights: how many forward passes do central differences "
            "take for one gradient?",
            {
                "2": "Two for each weight, since each is moved alone.",
                "1000": "That is one side only, and the unmoved loss.",
                "2000": "Up and down for each weight.",
            },
            "2000",
        ),
        Question(
            "And backpropagation, counted in forward passes?",
            {
                "about 3": "One forward; going back takes about two more, for the "
                "deltas and for the gradients.",
                "about 1000": "It does not walk once for each weight: that is its "
                "point.",
                "none": "Without a forward pass there is no error to send back.",
            },
            "about 3",
        ),
        Question(
            "What are central differences good for, then?",
            {
                "training large networks": "It would take days for one step.",
                "checking a new gradient on a small network": "Slow does not matter "
                "there, and they share no code with what they check.",
                "nothing": "They need no formula, so they cannot share your mistake.",
            },
            "checking a new gradient on a small network",
        ),
    ],
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
    "N-01": [
        Question(
            "In which tier does automatic differentiation stand?",
            {
                "development": "There you find layers, losses and optimisers, which "
                "use it.",
                "tensor infrastructure": "Tensors, variables, derivatives, and the "
                "spreading of work.",
                "hardware": "A graphics card multiplies and adds; it knows no slopes.",
            },
            "tensor infrastructure",
        ),
        Question(
            "What is the relation of Keras 3 and PyTorch?",
            {
                "PyTorch contains Keras": "PyTorch knows nothing of Keras.",
                "Keras can run on PyTorch": "It is one of three backends; the others "
                "are TensorFlow and JAX.",
                "they exclude each other": "You can install both; one uses the other.",
            },
            "Keras can run on PyTorch",
        ),
        Question(
            "Which of these is still developed?",
            {
                "Theano": "It ended in 2017.",
                "CNTK": "Its last version is of 2019.",
                "MXNet": "It was retired in 2023.",
                "JAX": "And so are TensorFlow, PyTorch and Keras.",
            },
            "JAX",
        ),
        Question(
            "TensorFlow describes itself as a library for numerical computation. On "
            "which machines?",
            {
                "graphics cards only": "A plain processor is enough.",
                "Google's data centres only": "Anyone may install it.",
                "from phones to clusters, on CPU, GPU and TPU": "One program, many "
                "kinds of hardware.",
            },
            "from phones to clusters, on CPU, GPU and TPU",
        ),
        Question(
            "Keras is called a high-level API. What did that mean when it began, and "
            "now?",
            {
                "then and now: a front for several backends": "First Theano, then "
                "TensorFlow and CNTK; now TensorFlow, JAX and PyTorch.",
                "then and now: a part of TensorFlow": "It was, for some years in "
                "between.",
                "now it computes everything itself": "It still hands the computing to "
                "a backend.",
            },
            "then and now: a front for several backends",
        ),
    ],
    "N-12": [
        Question(
            "A model has two inputs, an image and a date, which meet in a later layer. "
            "Which Keras style is too narrow?",
            {
                "sequential": "It is one row of layers, each with one input.",
                "functional": "There every layer is called on what it takes.",
                "class": "The method call may do anything.",
            },
            "sequential",
        ),
        Question(
            "`outputs = layers.Dense(3)(H)` calls a layer like a function. Which style "
            "is it?",
            {
                "sequential": "There the layers stand in a list, and nobody calls "
                "them.",
                "functional": "Layers are functions, joined by what they return.",
                "none": "It is one of the three.",
            },
            "functional",
        ),
        Question(
            "The same network was written in all three styles. Which has the most "
            "parameters?",
            {
                "sequential": "The style does not change the layers.",
                "class": "The style does not change the layers.",
                "they have equally many": "The layers are the same.",
            },
            "they have equally many",
        ),
    ],
    "N-19": [
        Question(
            "60,000 images, batches of 32, 5 epochs. How many times does the optimiser "
            "step?",
            {
                "1,875": "That is one epoch.",
                "9,375": "5 · 1,875.",
                "300,000": "That many images are seen, 32 at a time.",
            },
            "9,375",
        ),
        Question(
            "Adam at 0.0001 takes 9,375 steps. How far can a weight go, at most about?",
            {
                "0.0001": "That is one step.",
                "0.94": "9,375 · 0.0001.",
                "as far as the gradient says": "Adam divides by the gradient's usual "
                "size: a step is about the rate.",
            },
            "0.94",
        ),
    ],
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
