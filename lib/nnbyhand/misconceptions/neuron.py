"""Known slips with one unit: its parts, its sum, its decision, its bias."""

import numpy as np

from nnbyhand.gates import sign
from nnbyhand.misconceptions.task import Probe, Task, any_of, one_answer
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

WEIGHTS = {
    "threshold-included": "At z = 0 your unit fires. Our rule is strict: 1 only if z > "
    "0.",
    "bias-forgotten": "Your unit ignores the bias: the line cannot leave the origin.",
    "bias-sign-flipped": "You subtracted the bias. A threshold θ becomes a bias of −θ, "
    "which is then added.",
    "step-is-sigmoid": "You returned {got}. A step gives 0 or 1, nothing between.",
    "step-forgotten": "You returned the sum itself. A step only tells whether the sum "
    "is above 0.",
    "gate-inverted": "Your answers are the opposite of the asked ones on every row. "
    "Turn the sign of the weights and of the bias.",
    "one-minus-threshold": "You returned 1 − θ. The unit fires when w·x > θ, so move θ "
    "to the left side: w·x − θ > 0.",
    "bias-always-negative": "Your bias is negative for every θ. A negative threshold "
    "gives a positive bias.",
    "rules-swapped": "You swapped the two rules: `>=` is the one that fires at exactly "
    "0.",
    "rules-alike": "Both of your tables are the same. Look at the rows where the sum "
    "is exactly 0.",
    "rows-reversed": "You went through the rows backwards. The first answer is for 00.",
    "one-rule-only": "You returned one table. Two are asked, one for each rule.",
    "answers-in-wrong-coding": "Your answers are −1 and +1. This exercise codes them "
    "as 0 and 1.",
    "step-inverted": "Your unit fires where the sum is below 0. Swap the two answers.",
    "step-is-relu": "You returned max(0, z). A step gives 1 for every sum above 0, "
    "large or small.",
    "heaviside-half": "At z = 0 you answered 0.5. The second argument of "
    "`np.heaviside` is the answer at 0.",
    "threshold-at-one": "You compare with 1. A unit fires for every sum above 0, "
    "however small.",
    "numpy-sign": "`np.sign` answers −1, 0 or 1. A step answers 0 or 1.",
    "half-minus-threshold": "You returned 0.5 − θ. The unit fires when w·x > θ, so "
    "move θ itself to the left side: w·x − θ > 0.",
    "fraction-lost": "Your bias lost its fraction. Return −θ as it is.",
}

SUM = {
    "bias-forgotten": "z = {got} is what comes out without the bias term.",
    "bias-sign-flipped": "You subtracted the bias term.",
    "product-not-summed": "You returned one product per input. A weighted sum adds "
    "them up to one number.",
    "sum-then-product": "You summed first and multiplied after. Multiply each input by "
    "its own weight, then add.",
    "inputs-summed": "You added the inputs without weighting them.",
    "bias-per-input": "You added the bias once for every input. It enters once.",
    "weights-swapped": "Your weights are swapped: w1 belongs to x1.",
    "threshold-included": "At z = 0 you answered 1. Our rule is strict.",
    "step-forgotten": "You returned the sums. The decision is still missing: is each "
    "sum above 0?",
    "answers-in-wrong-coding": "Your answers are −1 and +1. This exercise codes them "
    "as 0 and 1.",
    "wrong-axis": "You summed over the examples. Rows are examples here, so sum along "
    "axis 1.",
    "step-inverted": "Your unit fires where the sum is below 0. Swap the two answers.",
    "two-inputs-only": "You used the first two inputs only. The arrays may have any "
    "length.",
    "left-in-first-round": "Your loop left in its first round: `return` stands inside "
    "it. Move it to the left, under the loop.",
    "mean-for-sum": "You took the mean of the products. A weighted sum adds them up.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
    "numpy-sign": "`np.sign` answers −1, 0 or 1. This unit answers 0 or 1.",
    "step-is-sigmoid": "You returned {got}. A step gives 0 or 1, nothing between.",
    "sums-clipped": "You cut the sums off at 0 and 1. A small sum above 0 must give 1 "
    "too.",
    "threshold-at-one": "You compare with 1. A unit fires for every sum above 0, "
    "however small.",
}

PARTS = {
    "inputs-for-weights": "You took the weights for the inputs. Inputs come from "
    "outside and change with every example; weights belong to the unit.",
    "bias-for-output": "You swapped bias and output. The bias is a number of the unit, "
    "the output is what it answers.",
    "function-for-sum": "You swapped the sum and the function. The sum is what stands "
    "inside the brackets; the function decides about it.",
    "bias-for-weights": "You swapped weights and bias. A weight multiplies an input, "
    "the bias is added alone.",
    "sum-for-output": "You swapped the sum and the output. The output comes after the "
    "function has decided.",
    "function-for-output": "You swapped the function and the output. The function "
    "decides, the output is its answer.",
    "inputs-for-output": "You swapped inputs and output. Inputs go into the unit, the "
    "output comes out of it.",
    "letters-asked": "You wrote parts of the line itself. Give their letters, A to F.",
    "keys-changed": "Your dict has other keys than the six that are asked for. Copy "
    "their names from the task.",
}


def sums(X: Array, w: Array, b: float) -> Array:
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b


def _named(**pairs: str) -> Probe:
    def holds(values: list, _calls: list) -> bool:
        return all(
            str(values[0].get(part)).upper() == letter for part, letter in pairs.items()
        )

    return Probe(holds)


def _keys_changed(values: list, _calls: list) -> bool:
    parts = {"inputs", "weights", "bias", "sum", "function", "output"}
    return isinstance(values[0], dict) and set(values[0]) != parts


def _no_letters(values: list, _calls: list) -> bool:
    letters = {str(letter).strip().upper() for letter in values[0].values()}
    return not letters <= set("ABCDEF")


NEURON = LESSON + "“A unit adds up and decides”"
RULE = LESSON + "“One rule for zero”"


TASKS = {
    "neuron-parts": Task(
        PARTS,
        {
            "keys-changed": Probe(_keys_changed),
            "letters-asked": Probe(_no_letters),
            "inputs-for-weights": _named(inputs="D", weights="C"),
            "bias-for-output": _named(bias="A", output="E"),
            "function-for-sum": _named(sum="B", function="F"),
            "bias-for-weights": _named(weights="E", bias="D"),
            "sum-for-output": _named(sum="A", output="F"),
            "function-for-output": _named(function="A", output="B"),
            "inputs-for-output": _named(inputs="A", output="C"),
        },
        NEURON,
    ),
    "neuron-step": Task(
        WEIGHTS,
        {
            "threshold-included": lambda z: int(z >= 0),
            "step-is-sigmoid": lambda z: 1 / (1 + np.exp(-z)),
            "step-forgotten": lambda z: z,
            "answers-in-wrong-coding": lambda z: 1 if z > 0 else -1,
            "step-inverted": any_of(lambda z: int(z < 0), lambda z: int(z <= 0)),
            "step-is-relu": lambda z: max(0.0, z),
            "heaviside-half": lambda z: np.heaviside(z, 0.5),
            "threshold-at-one": any_of(lambda z: int(z >= 1), lambda z: int(z > 1)),
            "numpy-sign": lambda z: np.sign(z),
        },
        RULE,
    ),
    "neuron-sum": Task(
        SUM,
        {
            "bias-forgotten": lambda x, w, b: np.dot(x, w),
            "bias-sign-flipped": lambda x, w, b: np.dot(x, w) - b,
            "product-not-summed": lambda x, w, b: np.multiply(x, w) + b,
            "sum-then-product": lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "left-in-first-round": lambda x, w, b: x[0] * w[0] + b,
            "inputs-summed": lambda x, w, b: np.sum(x) + b,
            "bias-per-input": lambda x, w, b: np.sum(np.multiply(x, w) + b),
            "weights-swapped": lambda x, w, b: np.dot(x, w[::-1]) + b,
            "two-inputs-only": lambda x, w, b: np.dot(x[:2], w[:2]) + b,
            "mean-for-sum": lambda x, w, b: np.mean(np.multiply(x, w)) + b,
        },
        NEURON,
    ),
    "neuron-label": Task(
        SUM | {"bias-forgotten": WEIGHTS["bias-forgotten"]},
        {
            "one-answer": Probe(one_answer),
            "threshold-included": lambda X, w, b: sums(X, w, b) >= 0,
            "bias-forgotten": lambda X, w, b: sums(X, w, 0) > 0,
            "bias-sign-flipped": lambda X, w, b: sums(X, w, -b) > 0,
            "step-forgotten": lambda X, w, b: sums(X, w, b),
            "answers-in-wrong-coding": lambda X, w, b: sign(sums(X, w, b)),
            "numpy-sign": lambda X, w, b: np.sign(sums(X, w, b)),
            "step-is-sigmoid": lambda X, w, b: 1 / (1 + np.exp(-sums(X, w, b))),
            "sums-clipped": lambda X, w, b: np.clip(sums(X, w, b), 0, 1),
            "threshold-at-one": any_of(
                lambda X, w, b: sums(X, w, b) >= 1,
                lambda X, w, b: sums(X, w, b) > 1,
            ),
            "wrong-axis": lambda X, w, b: (np.asarray(X) * w).sum(axis=0) + b > 0,
            "step-inverted": any_of(
                lambda X, w, b: sums(X, w, b) < 0,
                lambda X, w, b: sums(X, w, b) <= 0,
            ),
            "inputs-summed": lambda X, w, b: np.sum(X, axis=1) + b > 0,
            "weights-swapped": lambda X, w, b: sums(X, w[::-1], b) > 0,
            "two-inputs-only": lambda X, w, b: sums(X[:, :2], w[:2], b) > 0,
        },
        RULE,
    ),
    "neuron-bias": Task(
        WEIGHTS,
        {
            "bias-sign-flipped": lambda theta: theta,
            "one-minus-threshold": lambda theta: 1 - theta,
            "half-minus-threshold": lambda theta: 0.5 - theta,
            "bias-always-negative": lambda theta: -abs(theta),
            "bias-forgotten": lambda theta: 0,
            "fraction-lost": any_of(
                lambda theta: int(-theta), lambda theta: np.floor(-theta)
            ),
        },
        RULE,
    ),
}
