"""Known slips with threshold units, gates, XOR and networks built from truth tables."""

import numpy as np

from nnbyhand.gates import boolean_network, sign, step, truth_inputs
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

WEIGHTS = {
    "threshold-included": "At z = 0 your unit fires. Our rule is strict: 1 only if z > 0.",
    "bias-forgotten": "Your unit ignores the bias: the line cannot leave the origin.",
    "bias-sign-flipped": "You subtracted the bias. A threshold θ becomes a bias of −θ, "
    "which is then added.",
    "and-is-or": "Your AND fires when one input is on. One input alone must stay below "
    "the threshold.",
    "not-is-identity": "Your NOT copies its input. The weight of a NOT is negative.",
    "step-is-sigmoid": "You returned {got}. A step gives 0 or 1, nothing between.",
    "step-forgotten": "You returned the sum itself. A step only tells whether the sum is "
    "above 0.",
    "gate-inverted": "Your answers are the opposite of the asked ones on every row. Turn "
    "the sign of the weights and of the bias.",
    "threshold-touched": "Where the row should be on, your sum is exactly 0. Our rule is "
    "strict: the sum must be above 0.",
    "or-is-and": "Your OR needs both inputs. One input alone must lift the sum above 0.",
    "one-input-only": "Your gate listens to one input only: the other weight is 0.",
    "always-on": "Your unit fires on every row: the bias alone is already too large.",
    "always-off": "Your unit never fires: no row lifts the sum above 0.",
    "bias-kept": "You turned the weights round and kept the bias, so the unit never "
    "fires. Turn the bias round too.",
    "weights-kept": "You turned the bias round and kept the weights, so the unit always "
    "fires. Turn the weights round too.",
    "nand-is-nor": "Your NAND fires only when both inputs are off: that is NOR. One input "
    "alone must not silence it.",
    "one-minus-threshold": "You returned 1 − θ. The unit fires when w·x > θ, so move θ to "
    "the left side: w·x − θ > 0.",
    "bias-always-negative": "Your bias is negative for every θ. A negative threshold gives "
    "a positive bias.",
    "rules-swapped": "You swapped the two rules: `>=` is the one that fires at exactly 0.",
    "rules-alike": "Both of your tables are the same. Look at the rows where the sum is "
    "exactly 0.",
    "both-and-or-swapped-rows": "You left the first row on. With both inputs off the sum "
    "is −1.",
}

SUM = {
    "bias-forgotten": "z = {got} is what comes out without the bias term.",
    "bias-sign-flipped": "You subtracted the bias term.",
    "product-not-summed": "You returned one product per input. A weighted sum adds them "
    "up to one number.",
    "sum-then-product": "You summed first and multiplied after. Multiply each input by "
    "its own weight, then add.",
    "inputs-summed": "You added the inputs without weighting them.",
    "bias-per-input": "You added the bias once for every input. It enters once.",
    "weights-swapped": "Your weights are swapped: w1 belongs to x1.",
    "threshold-included": "At z = 0 you answered 1. Our rule is strict.",
    "step-forgotten": "You returned the sums. The decision is still missing: is each sum "
    "above 0?",
    "answers-in-wrong-coding": "Your answers are −1 and +1. This exercise codes them as "
    "0 and 1.",
    "wrong-axis": "You summed over the examples. Rows are examples here, so sum along "
    "axis 1.",
    "step-inverted": "Your unit fires where the sum is below 0. Swap the two answers.",
}

PARTS = {
    "inputs-for-weights": "You took the weights for the inputs. Inputs come from outside "
    "and change with every example; weights belong to the unit.",
    "bias-for-output": "You swapped bias and output. The bias is a number of the unit, "
    "the output is what it answers.",
    "function-for-sum": "You swapped the sum and the function. The sum is what stands "
    "inside the brackets; the function decides about it.",
    "bias-for-weights": "You swapped weights and bias. A weight multiplies an input, the "
    "bias is added alone.",
}

CODING = {
    "coding-mixed": "With 0/1 inputs your OR is always on: +1.5 belongs to inputs of −1 "
    "and +1.",
    "numpy-sign": "At z = 0 you returned 0. `np.sign` has three answers, our sign has two.",
    "complement-one-minus": "You negated with 1 − h. For values −1 and +1 the opposite is "
    "−h.",
    "answers-in-wrong-coding": "Your answers are 0 and 1. This exercise codes "
    '"no" as −1.',
    "threshold-included": "At z = 0 you answered +1. Our rule is strict: +1 only if z > 0.",
    "bias-forgotten": "Your unit ignores the bias: the line cannot leave the origin.",
    "answers-inverted": "Your answers are all turned round: +1 stands where z is above 0.",
    "coding-copied": "With −1/+1 inputs one input alone no longer turns your OR on. −0.5 "
    "belongs to inputs of 0 and 1.",
    "and-is-or": "Your AND on 0/1 inputs fires when one input is on. One input alone must "
    "stay below the threshold.",
    "bias-sign-flipped": "Your signs are turned round. AND asks for a high sum, so its "
    "bias is negative.",
}

COUNTING = {
    "exactly-two": "Three active inputs fire the neuron too. The rule is at least two.",
    "any-one": "One active input is not enough for this neuron.",
    "inhibitor-ignored": "B should silence the neuron. An inhibiting connection counts −1.",
    "more-than-two": "Two active inputs are enough for this neuron. The rule is at least "
    "two.",
    "single-connection": "One line from A brings 1, and the neuron needs 2. Join A twice.",
    "or-joined-once": "Your OR joins each input once, so it needs both. Join each twice.",
    "and-joined-twice": "Your AND joins each input twice, so one input alone is enough.",
    "formula-tautology": "Your formula is true for all four rows. Look at the two "
    "operators inside the brackets.",
    "xnor-for-xor": 'You built "equal", which is the opposite of XOR.',
    "or-for-xor": "Your formula is 1 where both are on. XOR is 0 there.",
    "one-term-only": "You kept one of the two terms: the row with B alone is missing.",
}

XOR = {
    "or-for-xor": "Your f is 1 where both half-planes hold. XOR is 0 there.",
    "and-for-xor": "Your f is 1 only where both half-planes hold. XOR wants exactly one.",
    "one-term-only": "You kept one of the two terms: points with h2 alone are missing.",
    "single-unit": "One straight line cannot separate XOR. Add a hidden layer.",
    "hidden-skipped": "Your output unit looks at the inputs. It should read the hidden "
    "units.",
    "threshold-included": "A point on the line counts as outside. Check (1.5, −0.5).",
    "xnor-for-xor": 'You built "equal", which is the opposite of XOR.',
    "output-bias-forgotten": "Your output unit never fires: h_or − h_and is at most 1, so "
    "its bias must lie between −1 and 0.",
}

BOOLEAN = {
    "bias-not-counted": "Your unit fires for more than its row. Its bias depends on the "
    "number of ones in the row.",
    "zeros-ignored": "Your unit does not mind extra ones. A zero in the row needs weight "
    "−1.",
    "output-and": "Only one hidden unit fires at a time. The output must be an OR.",
    "separable-all": "Sixteen functions exist, but two of them cannot be cut by one line.",
    "false-rows-used": "You built units for the rows that must give 0.",
    "xor-only": "You left out XOR and kept its opposite, which has the same diagonal "
    "picture.",
    "constants-left-out": "You left out the two functions that never change. A bias alone "
    "computes them.",
    "weights-positive": "You found those with weights of 0 or more. Weights may be "
    "negative: think of NOT.",
}


def _batch(X: Array, w: Array, b: float) -> Array:
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b


def _crossing(X: Array) -> tuple[Array, Array]:
    X = np.asarray(X, dtype=float)
    return X[:, 0] + X[:, 1] - 1, X[:, 0] - X[:, 1]


def _planes(X: Array) -> tuple[Array, Array]:
    z1, z2 = _crossing(X)
    return step(z1), step(z2)


def _true_rows(table: Array) -> Array:
    table = np.asarray(table)
    return truth_inputs(int(np.log2(len(table))))[table == 1]


def _uncounted(table: Array) -> tuple:
    W1, b1, W2, b2 = boolean_network(table)
    return W1, np.full_like(b1, -0.5), W2, b2


def _zeros_ignored(table: Array) -> tuple:
    W1, b1, W2, b2 = boolean_network(table)
    return np.maximum(W1, 0), b1, W2, b2


def _output_and(table: Array) -> tuple:
    W1, b1, W2, _ = boolean_network(table)
    return W1, b1, W2, 0.5 - len(b1)


def _four(and_01: float, and_pm: float, or_01: float, or_pm: float) -> list:
    return [[and_01, and_pm], [or_01, or_pm]]


def _sum_is_zero(values: list, _calls: list) -> bool:
    *weights, bias = (float(value) for value in np.ravel(values[0]))
    sums = truth_inputs(len(weights)) @ np.array(weights) + bias
    return bool(np.isclose(sums, 0).any())


def _no_bias(values: list, _calls: list) -> bool:
    return float(np.ravel(values[0])[-1]) == 0


def _named(**pairs: str) -> Probe:
    def holds(values: list, _calls: list) -> bool:
        return all(values[0].get(part) == letter for part, letter in pairs.items())

    return Probe(holds)


def _hidden_skipped(values: list, _calls: list) -> bool:
    W1, b1 = (np.asarray(part, dtype=float) for part in values[0][:2])
    X = truth_inputs(2)
    return bool(np.array_equal(step(X @ W1 + b1), X))


NEURON = LESSON + "“A unit adds up and decides”"
GATE = LESSON + "“Gates are choices of weights”"
CODE = LESSON + "“The same gate in two codings”"
COUNT = LESSON + "“The first logical neuron”"
XOR_PLACE = LESSON + "“XOR needs a hidden layer”"
ANY = LESSON + "“Any truth table”"

TASKS = {
    "neuron-parts": Task(
        PARTS,
        {
            "inputs-for-weights": _named(inputs="D", weights="C"),
            "bias-for-output": _named(bias="A", output="E"),
            "function-for-sum": _named(sum="B", function="F"),
            "bias-for-weights": _named(weights="E", bias="D"),
        },
        NEURON,
    ),
    "neuron-step": Task(
        WEIGHTS | {"answers-in-wrong-coding": SUM["answers-in-wrong-coding"],
                   "step-inverted": SUM["step-inverted"]},
        {
            "threshold-included": lambda z: int(z >= 0),
            "step-is-sigmoid": lambda z: 1 / (1 + np.exp(-z)),
            "step-forgotten": lambda z: z,
            "answers-in-wrong-coding": lambda z: 1 if z > 0 else -1,
            "step-inverted": lambda z: int(z < 0),
        },
        NEURON,
    ),
    "neuron-sum": Task(
        SUM,
        {
            "bias-forgotten": lambda x, w, b: np.dot(x, w),
            "bias-sign-flipped": lambda x, w, b: np.dot(x, w) - b,
            "product-not-summed": lambda x, w, b: np.multiply(x, w) + b,
            "sum-then-product": lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "inputs-summed": lambda x, w, b: np.sum(x) + b,
            "bias-per-input": lambda x, w, b: np.sum(np.multiply(x, w) + b),
            "weights-swapped": lambda x, w, b: np.dot(x, w[::-1]) + b,
        },
        NEURON,
    ),
    "neuron-label": Task(
        SUM,
        {
            "threshold-included": lambda X, w, b: _batch(X, w, b) >= 0,
            "bias-forgotten": lambda X, w, b: _batch(X, w, 0) > 0,
            "bias-sign-flipped": lambda X, w, b: _batch(X, w, -b) > 0,
            "step-forgotten": lambda X, w, b: _batch(X, w, b),
            "answers-in-wrong-coding": lambda X, w, b: sign(_batch(X, w, b)),
            "wrong-axis": lambda X, w, b: (np.asarray(X) * w).sum(axis=0) + b > 0,
            "step-inverted": lambda X, w, b: _batch(X, w, b) < 0,
        },
        NEURON,
    ),
    "neuron-bias": Task(
        WEIGHTS,
        {
            "bias-sign-flipped": lambda theta: theta,
            "one-minus-threshold": lambda theta: 1 - theta,
            "bias-always-negative": lambda theta: -abs(theta),
            "bias-forgotten": lambda theta: 0,
        },
        NEURON,
    ),
    "gates-weights-and": Task(
        WEIGHTS,
        {
            "bias-forgotten": Probe(_no_bias),
            "threshold-touched": Probe(_sum_is_zero),
            "and-is-or": lambda: (1, 1, -0.5),
            "gate-inverted": lambda: (-1, -1, 1.5),
            "always-on": lambda: (1, 1, 1.5),
            "one-input-only": lambda: (1, 0, -0.5),
        },
        GATE,
    ),
    "gates-weights-or": Task(
        WEIGHTS,
        {
            "threshold-touched": Probe(_sum_is_zero),
            "or-is-and": lambda: (1, 1, -1.5),
            "gate-inverted": lambda: (-1, -1, 0.5),
            "always-on": lambda: (1, 1, 0.5),
            "one-input-only": lambda: (1, 0, -0.5),
        },
        GATE,
    ),
    "gates-weights-not": Task(
        WEIGHTS,
        {
            "bias-forgotten": Probe(_no_bias),
            "not-is-identity": lambda: (1, -0.5),
            "always-on": lambda: (-1, 1.5),
            "always-off": lambda: (-1, -0.5),
        },
        GATE,
    ),
    "gates-weights-nand": Task(
        WEIGHTS,
        {
            "gate-inverted": lambda: (1, 1, -1.5),
            "bias-kept": lambda: (-1, -1, -1.5),
            "weights-kept": lambda: (1, 1, 1.5),
            "nand-is-nor": lambda: (-1, -1, 0.5),
        },
        GATE,
    ),
    "strict-rule": Task(
        WEIGHTS,
        {
            "rules-swapped": lambda: ([0, 1, 1, 1], [0, 0, 0, 1]),
            "rules-alike": Probe(lambda values, _: list(values[0][0]) == list(values[0][1])),
            "bias-forgotten": lambda: ([0, 1, 1, 1], [1, 1, 1, 1]),
            "both-and-or-swapped-rows": lambda: ([0, 0, 0, 1], [1, 1, 1, 1]),
            "gate-inverted": lambda: ([1, 1, 1, 0], [1, 0, 0, 0]),
        },
        LESSON + "“One rule for zero”",
    ),
    "sign-unit": Task(
        CODING,
        {
            "numpy-sign": lambda X, w, b: np.sign(_batch(X, w, b)),
            "answers-in-wrong-coding": lambda X, w, b: step(_batch(X, w, b)),
            "threshold-included": lambda X, w, b: np.where(_batch(X, w, b) >= 0, 1, -1),
            "bias-forgotten": lambda X, w, b: sign(_batch(X, w, 0)),
            "answers-inverted": lambda X, w, b: -sign(_batch(X, w, b)),
            "complement-one-minus": lambda X, w, b: 1 - sign(_batch(X, w, b)),
        },
        CODE,
    ),
    "coding-biases": Task(
        CODING,
        {
            "coding-mixed": lambda: _four(-1.5, -1.5, 1.5, 1.5),
            "coding-copied": lambda: _four(-1.5, -1.5, -0.5, -0.5),
            "and-is-or": lambda: _four(-0.5, -0.5, -0.5, 1.5),
            "bias-sign-flipped": lambda: _four(1.5, 1.5, 0.5, -1.5),
        },
        CODE,
    ),
    "counting-neuron": Task(
        COUNTING,
        {
            "exactly-two": lambda lines: int(sum(lines) == 2),
            "any-one": lambda lines: int(sum(lines) >= 1),
            "inhibitor-ignored": lambda lines: int(sum(v for v in lines if v > 0) >= 2),
            "more-than-two": lambda lines: int(sum(lines) > 2),
        },
        COUNT,
    ),
    "counting-joins": Task(
        COUNTING,
        {
            "single-connection": lambda: [(1, 0), (1, 1), (2, 2), (2, -1)],
            "or-joined-once": lambda: [(2, 0), (1, 1), (1, 1), (2, -1)],
            "and-joined-twice": lambda: [(2, 0), (2, 2), (2, 2), (2, -1)],
            "inhibitor-ignored": lambda: [(2, 0), (1, 1), (2, 2), (2, 0)],
        },
        COUNT,
    ),
    "xor-formula": Task(
        COUNTING,
        {
            "formula-tautology": lambda a, b: int((a or not b) or (not a or b)),
            "xnor-for-xor": lambda a, b: int((a or not b) and (not a or b)),
            "or-for-xor": lambda a, b: int(a or b),
            "one-term-only": lambda a, b: int(a and not b),
        },
        COUNT,
    ),
    "xor-halfplanes": Task(
        XOR,
        {
            "or-for-xor": lambda X: np.logical_or(*_planes(X)),
            "and-for-xor": lambda X: np.logical_and(*_planes(X)),
            "one-term-only": lambda X: _planes(X)[0] * (1 - _planes(X)[1]),
            "threshold-included": lambda X: (_crossing(X)[0] >= 0)
            != (_crossing(X)[1] >= 0),
            "xnor-for-xor": lambda X: _planes(X)[0] == _planes(X)[1],
        },
        XOR_PLACE,
    ),
    "xor-network": Task(
        XOR,
        {
            "single-unit": Probe(lambda values, _: np.size(values[0][0]) == 1),
            "hidden-skipped": Probe(_hidden_skipped),
            "or-for-xor": lambda: ([[1, 1], [1, 1]], [-0.5, -1.5], [1, 1], -0.5),
            "one-term-only": lambda: ([[1, -1], [-1, 1]], [-0.5, -0.5], [1, 0], -0.5),
            "xnor-for-xor": lambda: ([[1, 1], [1, 1]], [-0.5, -1.5], [-1, 1], 0.5),
            "output-bias-forgotten": lambda: (
                [[1, 1], [1, 1]], [-0.5, -1.5], [1, -1], -1.5,
            ),
        },
        XOR_PLACE,
    ),
    "boolean-count": Task(
        BOOLEAN,
        {
            "separable-all": lambda: 16,
            "xor-only": lambda: 15,
            "constants-left-out": lambda: 12,
            "weights-positive": lambda: 6,
        },
        LESSON + "“What one line can cut”",
    ),
    "boolean-network": Task(
        BOOLEAN,
        {
            "bias-not-counted": _uncounted,
            "zeros-ignored": _zeros_ignored,
            "output-and": _output_and,
            "false-rows-used": lambda table: boolean_network(1 - np.asarray(table)),
        },
        ANY,
    ),
}
