"""Known slips with threshold units, gates, XOR and networks built from truth tables."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nnbyhand.gates import boolean_network, sign, step, truth_inputs, truth_table
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

WEIGHTS = {
    "threshold-included": "At z = 0 your unit fires. Our rule is strict: 1 only if z > "
    "0.",
    "bias-forgotten": "Your unit ignores the bias: the line cannot leave the origin.",
    "bias-sign-flipped": "You subtracted the bias. A threshold θ becomes a bias of −θ, "
    "which is then added.",
    "and-is-or": "Your AND fires when one input is on. One input alone must stay below "
    "the threshold.",
    "not-is-identity": "Your NOT copies its input. The weight of a NOT is negative.",
    "step-is-sigmoid": "You returned {got}. A step gives 0 or 1, nothing between.",
    "step-forgotten": "You returned the sum itself. A step only tells whether the sum "
    "is above 0.",
    "gate-inverted": "Your answers are the opposite of the asked ones on every row. "
    "Turn the sign of the weights and of the bias.",
    "threshold-touched": "Where the row should be on, your sum is exactly 0. Our rule "
    "is strict: the sum must be above 0.",
    "or-is-and": "Your OR needs both inputs. One input alone must lift the sum above "
    "0.",
    "one-input-only": "Your gate follows one input only. The other weight must count "
    "too.",
    "always-on": "Your unit fires on every row: the bias alone is already too large.",
    "always-off": "Your unit never fires: no row lifts the sum above 0.",
    "bias-kept": "You turned the weights round and kept the bias, so the unit never "
    "fires. Turn the bias round too.",
    "weights-kept": "You turned the bias round and kept the weights, so the unit "
    "always fires. Turn the weights round too.",
    "nand-is-nor": "Your NAND fires only when both inputs are off: that is NOR. One "
    "input alone must not silence it.",
    "one-minus-threshold": "You returned 1 − θ. The unit fires when w·x > θ, so move θ "
    "to the left side: w·x − θ > 0.",
    "bias-always-negative": "Your bias is negative for every θ. A negative threshold "
    "gives a positive bias.",
    "rules-swapped": "You swapped the two rules: `>=` is the one that fires at exactly "
    "0.",
    "rules-alike": "Both of your tables are the same. Look at the rows where the sum "
    "is exactly 0.",
    "first-row-on": "You left the first row on. With both inputs off the sum is −1.",
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
    "weights-nested": "Put the numbers side by side in one tuple: the weights first, "
    "then the bias.",
    "bias-left-out": "You returned the weights without the bias. It is the last number "
    "of the tuple.",
    "bias-first": "You put the bias first. The order is the weights, then the bias.",
    "not-has-two-weights": "A NOT has one input. Return one weight and the bias.",
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

CODING = {
    "coding-mixed": "With 0/1 inputs your OR is always on: +1.5 belongs to inputs of "
    "−1 and +1.",
    "numpy-sign": "At z = 0 you returned 0. `np.sign` has three answers, our sign has "
    "two.",
    "complement-one-minus": "You negated with 1 − h. For values −1 and +1 the opposite "
    "is −h.",
    "answers-in-wrong-coding": 'Your answers are 0 and 1. This exercise codes "no" as '
    "−1.",
    "threshold-included": "At z = 0 you answered +1. Our rule is strict: +1 only if z "
    "> 0.",
    "bias-forgotten": "Your unit ignores the bias: the line cannot leave the origin.",
    "answers-inverted": "Your answers are all turned round: +1 stands where z is above "
    "0.",
    "coding-copied": "With −1/+1 inputs one input alone no longer turns your OR on. "
    "−0.5 belongs to inputs of 0 and 1.",
    "and-is-or": "Your AND on 0/1 inputs fires when one input is on. One input alone "
    "must stay below the threshold.",
    "bias-sign-flipped": "Your signs are turned round. AND asks for a high sum, so its "
    "bias is negative.",
    "step-forgotten": "You returned the sums. The decision is still missing: is each "
    "sum above 0?",
    "sums-clipped": "You cut the sums off at −1 and 1. A small sum above 0 must give 1 "
    "too.",
    "weights-swapped": "Your weights are swapped: w1 belongs to x1.",
    "doubled-only": "You doubled the 0/1 answers. Take 1 off as well: 2h − 1.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
    "or-is-and": "Your OR on 0/1 inputs needs both. One input alone must lift the sum "
    "above 0.",
    "codings-swapped": "You swapped the codings. The first number of each pair is for "
    "inputs 0 and 1.",
    "gates-swapped": "You swapped the gates. The first pair is for AND, the second for "
    "OR.",
    "pairs-by-coding": "You made a pair for each coding. Make a pair for each gate, "
    "first AND, then OR.",
    "flat-list": "You returned four numbers in a row. Put them in two pairs, one for "
    "each gate.",
}

COUNTING = {
    "exactly-two": "Three active inputs fire the neuron too. The rule is at least two.",
    "any-one": "One active input is not enough for this neuron.",
    "inhibitor-ignored": "B should silence the neuron. An inhibiting connection counts "
    "−1.",
    "more-than-two": "Two active inputs are enough for this neuron. The rule is at "
    "least two.",
    "single-connection": "One line from A brings 1, and the neuron needs 2. Join A "
    "twice.",
    "or-joined-once": "Your OR joins each input once, so it needs both. Join each "
    "twice.",
    "and-joined-twice": "Your AND joins each input twice, so one input alone is "
    "enough.",
    "formula-tautology": "Your formula is true for all four rows. Look at the two "
    "operators inside the brackets.",
    "xnor-for-xor": 'You built "equal", which is the opposite of XOR.',
    "or-for-xor": "Your formula is 1 where both are on. XOR is 0 there.",
    "one-term-only": "You kept one of the two terms: the row with B alone is missing.",
    "other-term-only": "You kept one of the two terms: the row with A alone is "
    "missing.",
    "formula-contradiction": "Your formula is never true: its two terms exclude each "
    "other. Join them with or.",
    "and-for-xor": "Your formula is true only where both are on. XOR wants exactly "
    "one.",
    "nand-for-xor": "Your formula is true where both are off. XOR is 0 there.",
    "inhibitor-positive": "You counted the inhibiting line as if it helped. It takes 1 "
    "off the sum.",
    "inhibitor-vetoes": "One inhibiting line does not silence this neuron for good. It "
    "takes 1 off the sum.",
    "all-lines": "You ask for all lines. Two are enough.",
    "first-two-only": "You looked at the first two lines only. All lines go into one "
    "sum.",
    "sum-returned": "You returned the sum of the lines. The neuron answers 1 or 0: is "
    "the sum at least two?",
    "answers-inverted": "Your neuron fires where it should be silent. Swap the two "
    "answers.",
    "pairs-reversed": "You put B first. Each pair is (lines from A, lines from B).",
    "pairs-flat": "You returned eight numbers in a row. Put them in four pairs.",
    "lines-in-parts": "Lines are counted. Give whole numbers.",
}

XOR = {
    "or-for-xor": "Your f is 1 where both half-planes hold. XOR is 0 there.",
    "and-for-xor": "Your f is 1 only where both half-planes hold. XOR wants exactly "
    "one.",
    "one-term-only": "You kept one of the two terms: points with h2 alone are missing.",
    "single-unit": "One straight line cannot separate XOR. Add a hidden layer.",
    "hidden-skipped": "Your output unit looks at the inputs. It should read the hidden "
    "units.",
    "threshold-included": "A point on the line counts as outside. Check (1.5, −0.5).",
    "xnor-for-xor": 'You built "equal", which is the opposite of XOR.',
    "other-term-only": "You kept one of the two terms: points with h1 alone are "
    "missing.",
    "first-plane-only": "You returned h1 alone. The second half-plane must count too.",
    "second-plane-only": "You returned h2 alone. The first half-plane must count too.",
    "sum-for-xor": "You added h1 and h2: where both hold you get 2. XOR is 0 there.",
    "difference-for-xor": "You took h1 − h2: where h2 holds alone you get −1. XOR is 1 "
    "there.",
    "bias-forgotten": "You left out the −1: h1 asks whether x1 + x2 − 1 is above 0.",
    "difference-turned": "You turned the second line round: h2 asks whether x1 − x2 is "
    "above 0.",
    "rows-for-columns": "`X[0]` is the first row. The first input of all rows is `X[:, "
    "0]`.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
    "nand-for-xor": "Your network answers 1 for 00. XOR is 0 there.",
    "output-never-fires": "Your output unit never fires: its bias is too low for what "
    "the hidden units bring.",
    "output-always-fires": "Your output unit always fires: its bias is too high.",
    "threshold-touched": "Your network is right for z >= 0. Our rule is strict: a sum "
    "of exactly 0 does not fire.",
    "transposed": "You stored each hidden unit in a row of W1. Column j leads into "
    "unit j.",
    "output-bias-per-unit": "You gave the output unit a bias for every hidden unit. It "
    "has one.",
    "too-many-units": "Your network has more than two hidden units. Two are enough "
    "here.",
}

BOOLEAN = {
    "bias-not-counted": "Your unit fires for more than its row. Its bias depends on "
    "the number of ones in the row.",
    "zeros-ignored": "Your unit does not mind extra ones. A zero in the row needs "
    "weight −1.",
    "output-and": "Only one hidden unit fires at a time. The output must be an OR.",
    "separable-all": "Sixteen functions exist, but two of them cannot be cut by one "
    "line.",
    "false-rows-used": "You built units for the rows that must give 0.",
    "xor-only": "You left out XOR and kept its opposite, which has the same diagonal "
    "picture.",
    "constants-left-out": "You left out the two functions that never change. A bias "
    "alone computes them.",
    "weights-positive": "You found those with weights of 0 or more. Weights may be "
    "negative: think of NOT.",
    "weights-nonzero": "You left out the four functions that follow one input alone. A "
    "weight may be 0.",
    "named-gates-only": "You counted only AND, OR, NAND and NOR. Functions without a "
    "name count too.",
    "inseparable-counted": "You counted the functions that one line cannot cut. Count "
    "the others.",
    "tables-repeated": "There are only 16 functions. Different weights can give the "
    "same table: count each table once.",
    "threshold-touched": "In its own row the sum of your unit is exactly 0. Our rule "
    "is strict: the sum must be above 0.",
    "bias-counts-inputs": "Your bias counts all inputs. It depends on the number of "
    "ones in the row.",
    "bias-sign-flipped": "Your bias has the wrong sign. It takes off what the ones of "
    "the row bring, all but 0.5.",
    "output-always-fires": "Your output unit always fires: its bias is too high.",
    "inputs-reversed": "You count with the first input changing fastest. The last "
    "input changes fastest.",
    "weights-swapped": "You gave weight +1 to the zeros of a row and −1 to its ones. "
    "Swap them.",
    "table-ignored": "You return one network for every table. Build it from `table`.",
    "transposed": "You stored each hidden unit in a row of W1. Column j leads into "
    "unit j.",
    "output-bias-per-unit": "You gave the output unit a bias for every hidden unit. It "
    "has one.",
    "no-true-rows": "For a table without ones your W1 lost its shape. Without hidden "
    "units it is still (d, 0).",
}


def _batch(X: Array, w: Array, b: float) -> Array:
    return np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b


def _any_of(*forms: Callable[..., Any]) -> Probe:
    """Recognise one misconception that comes in several forms."""

    def gives(form: Callable[..., Any], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine = np.asarray(value, dtype=float).ravel()
            its = np.asarray(form(*call.arguments), dtype=float).ravel()
            if mine.size != its.size or not np.allclose(mine, its):
                return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


def _one_answer(values: list, calls: list) -> bool:
    return all(
        np.asarray(value).size == 1 < len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
    )


def _shaped(*shape: int) -> Probe:
    """Recognise numbers in a wrong arrangement."""
    return Probe(
        lambda values, _: (
            not isinstance(values[0], str) and np.shape(values[0]) == shape
        )
    )


# the parts of a neuron


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


# gates as weights and a bias


def _no_bias(values: list, _calls: list) -> bool:
    return float(np.ravel(values[0])[-1]) == 0


def _nested(values: list, _calls: list) -> bool:
    weights, _bias = values[0]
    return not isinstance(weights, str) and np.ndim(weights) == 1


def _touched(*right: int) -> Probe:
    """Recognise a gate whose sum is exactly 0 where it should be on."""

    def holds(values: list, _calls: list) -> bool:
        *weights, bias = (float(value) for value in np.ravel(values[0]))
        sums = truth_inputs(len(weights)) @ np.array(weights) + bias
        return bool(np.isclose(sums[np.array(right) == 1], 0).any())

    return Probe(holds)


def _bias_first(*right: int) -> Probe:
    """Recognise a gate that is right once its first number is read as the bias."""
    return Probe(
        lambda values, _: truth_table(np.roll(values[0], -1)).tolist() == list(right)
    )


def _one_input(values: list, _calls: list) -> bool:
    return truth_table(values[0]).tolist() in ([0, 0, 1, 1], [0, 1, 0, 1])


# one bias in two codings


def _four(and_01: float, and_pm: float, or_01: float, or_pm: float) -> list:
    return [[and_01, and_pm], [or_01, or_pm]]


def _gates_with(biases: Array) -> bool:
    """Tell whether these biases make AND and OR in both codings."""
    inputs = truth_inputs(2)
    return all(
        truth_table([1, 1, bias], rows).tolist() == table
        for pair, table in zip(biases, ([0, 0, 0, 1], [0, 1, 1, 1]), strict=True)
        for bias, rows in zip(pair, (inputs, 2 * inputs - 1), strict=True)
    )


def _rearranged(turn: Callable[[Array], Array]) -> Probe:
    return Probe(lambda values, _: _gates_with(turn(np.array(values[0], dtype=float))))


# lines from A and from B


def _pair(which: int, holds: Callable[[float, float], bool]) -> Probe:
    return Probe(lambda values, _: bool(holds(*values[0][which])))


def _joined_once(values: list, _calls: list) -> bool:
    return 1 in (values[0][0][0], values[0][3][0])


# two half-planes


def _crossing(X: Array) -> tuple[Array, Array]:
    X = np.asarray(X, dtype=float)
    return X[:, 0] + X[:, 1] - 1, X[:, 0] - X[:, 1]


def _planes(X: Array) -> tuple[Array, Array]:
    z1, z2 = _crossing(X)
    return step(z1), step(z2)


# networks of threshold units

Parts = tuple[Array, Array, Array, float]


def _fires(z: Array) -> Array:
    return 1.0 * (z > 0)


def _network(X: Array, parts: Parts, fires: Callable[[Array], Array] = _fires) -> Array:
    W1, b1, W2, b2 = (np.asarray(part, dtype=float) for part in parts)
    return fires(fires(X @ W1 + b1) @ np.ravel(W2) + b2)


def _gives_xor(
    change: Callable[..., Parts], fires: Callable[[Array], Array] = _fires
) -> Probe:
    """Recognise a network that would be XOR with one thing changed."""
    xor = [0, 1, 1, 0]
    return Probe(
        lambda values, _: (
            _network(truth_inputs(2), change(*values[0]), fires).tolist() == xor
        )
    )


def _turned(W1: Array, b1: Array, W2: Array, b2: float) -> Parts:
    return np.transpose(W1), b1, W2, b2


def _single_unit(values: list, _calls: list) -> bool:
    return not isinstance(values[0], str) and np.asarray(values[0][0]).size <= 2


def _hidden_skipped(values: list, _calls: list) -> bool:
    W1, b1 = (np.asarray(part, dtype=float) for part in values[0][:2])
    X = truth_inputs(2)
    hidden = step(X @ W1 + b1)
    return np.array_equal(hidden, X) or np.array_equal(hidden, X[:, ::-1])


def _bias_per_unit(values: list, _calls: list) -> bool:
    return not isinstance(values[0], str) and any(
        len(parts) == 4 and np.asarray(parts[3]).size > 1 for parts in values
    )


def _xor_with(W2: Sequence[float], b2: float) -> Callable[[], Parts]:
    """Give the OR and AND units with another output unit."""
    return lambda: (np.ones((2, 2)), np.array([-0.5, -1.5]), np.array(W2), b2)


def _constant(answer: int) -> Callable[[Array], Parts]:
    """Give a network that answers the same on every row."""
    return lambda table: (
        np.zeros((int(np.log2(len(table))), 0)),
        np.zeros(0),
        np.zeros(0),
        answer - 0.5,
    )


def _hidden(change: Callable[[Array, Array], tuple[Array, Array]]) -> Callable:
    """Give the network of a table with other hidden units; ``change`` gets W1, b1."""

    def wrong(table: Array) -> Parts:
        W1, b1, W2, b2 = boolean_network(table)
        return *change(W1, b1), W2, b2

    return wrong


def _output_and(table: Array) -> Parts:
    W1, b1, W2, _ = boolean_network(table)
    return W1, b1, W2, 0.5 - len(b1)


def _table_ignored(values: list, _calls: list) -> bool:
    return all(
        all(
            np.array_equal(mine, its)
            for mine, its in zip(parts, values[0], strict=True)
        )
        for parts in values[1:]
    )


def _table_transposed(values: list, calls: list) -> bool:
    for parts, call in zip(values, calls, strict=True):
        table = list(call.arguments[0])
        X = truth_inputs(int(np.log2(len(table))))
        if _network(X, _turned(*parts)).tolist() != table:
            return False
    return True


def _no_true_rows(values: list, calls: list) -> bool:
    return any(
        np.ndim(parts[0]) == 1
        and np.asarray(parts[0]).size == 0
        and 1 not in call.arguments[0]
        for parts, call in zip(values, calls, strict=True)
    )


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
            "step-inverted": _any_of(lambda z: int(z < 0), lambda z: int(z <= 0)),
            "step-is-relu": lambda z: max(0.0, z),
            "heaviside-half": lambda z: np.heaviside(z, 0.5),
            "threshold-at-one": _any_of(lambda z: int(z >= 1), lambda z: int(z > 1)),
            "numpy-sign": lambda z: np.sign(z),
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
            "two-inputs-only": lambda x, w, b: np.dot(x[:2], w[:2]) + b,
            "mean-for-sum": lambda x, w, b: np.mean(np.multiply(x, w)) + b,
        },
        NEURON,
    ),
    "neuron-label": Task(
        SUM | {"bias-forgotten": WEIGHTS["bias-forgotten"]},
        {
            "one-answer": Probe(_one_answer),
            "threshold-included": lambda X, w, b: _batch(X, w, b) >= 0,
            "bias-forgotten": lambda X, w, b: _batch(X, w, 0) > 0,
            "bias-sign-flipped": lambda X, w, b: _batch(X, w, -b) > 0,
            "step-forgotten": lambda X, w, b: _batch(X, w, b),
            "answers-in-wrong-coding": lambda X, w, b: sign(_batch(X, w, b)),
            "numpy-sign": lambda X, w, b: np.sign(_batch(X, w, b)),
            "step-is-sigmoid": lambda X, w, b: 1 / (1 + np.exp(-_batch(X, w, b))),
            "sums-clipped": lambda X, w, b: np.clip(_batch(X, w, b), 0, 1),
            "threshold-at-one": _any_of(
                lambda X, w, b: _batch(X, w, b) >= 1,
                lambda X, w, b: _batch(X, w, b) > 1,
            ),
            "wrong-axis": lambda X, w, b: (np.asarray(X) * w).sum(axis=0) + b > 0,
            "step-inverted": _any_of(
                lambda X, w, b: _batch(X, w, b) < 0,
                lambda X, w, b: _batch(X, w, b) <= 0,
            ),
            "inputs-summed": lambda X, w, b: np.sum(X, axis=1) + b > 0,
            "weights-swapped": lambda X, w, b: _batch(X, w[::-1], b) > 0,
            "two-inputs-only": lambda X, w, b: _batch(X[:, :2], w[:2], b) > 0,
        },
        NEURON,
    ),
    "neuron-bias": Task(
        WEIGHTS,
        {
            "bias-sign-flipped": lambda theta: theta,
            "one-minus-threshold": lambda theta: 1 - theta,
            "half-minus-threshold": lambda theta: 0.5 - theta,
            "bias-always-negative": lambda theta: -abs(theta),
            "bias-forgotten": lambda theta: 0,
            "fraction-lost": _any_of(
                lambda theta: int(-theta), lambda theta: np.floor(-theta)
            ),
        },
        NEURON,
    ),
    "gates-weights-and": Task(
        WEIGHTS,
        {
            "weights-nested": Probe(_nested),
            "bias-left-out": _shaped(2),
            "bias-first": _bias_first(0, 0, 0, 1),
            "bias-forgotten": Probe(_no_bias),
            "threshold-touched": _touched(0, 0, 0, 1),
            "and-is-or": lambda: (1, 1, -0.5),
            "gate-inverted": lambda: (-1, -1, 1.5),
            "always-on": lambda: (1, 1, 1.5),
            "always-off": lambda: (1, 1, -2.5),
            "one-input-only": Probe(_one_input),
        },
        GATE,
    ),
    "gates-weights-or": Task(
        WEIGHTS,
        {
            "weights-nested": Probe(_nested),
            "bias-left-out": _shaped(2),
            "bias-first": _bias_first(0, 1, 1, 1),
            "threshold-touched": _touched(0, 1, 1, 1),
            "or-is-and": lambda: (1, 1, -1.5),
            "gate-inverted": lambda: (-1, -1, 0.5),
            "always-on": lambda: (1, 1, 0.5),
            "always-off": lambda: (1, 1, -2.5),
            "one-input-only": Probe(_one_input),
        },
        GATE,
    ),
    "gates-weights-not": Task(
        WEIGHTS,
        {
            "bias-left-out": _shaped(1),
            "not-has-two-weights": _shaped(3),
            "weights-nested": Probe(_nested),
            "bias-first": _bias_first(1, 0),
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
            "weights-nested": Probe(_nested),
            "bias-left-out": _shaped(2),
            "bias-first": _bias_first(1, 1, 1, 0),
            "bias-forgotten": Probe(_no_bias),
            "threshold-touched": _touched(1, 1, 1, 0),
            "gate-inverted": lambda: (1, 1, -1.5),
            "bias-kept": lambda: (-1, -1, -1.5),
            "weights-kept": lambda: (1, 1, 1.5),
            "nand-is-nor": lambda: (-1, -1, 0.5),
        },
        GATE,
    ),
    "strict-rule": Task(
        WEIGHTS
        | {
            "gate-inverted": "Your answers are the opposite of the asked ones on every "
            "row. A unit answers 1 where the rule holds.",
        },
        {
            "one-rule-only": _shaped(4),
            "step-forgotten": lambda: [[-1, 0, 0, 1], [-1, 0, 0, 1]],
            "rules-swapped": lambda: [[0, 1, 1, 1], [0, 0, 0, 1]],
            "rules-alike": Probe(
                lambda values, _: list(values[0][0]) == list(values[0][1])
            ),
            "bias-forgotten": lambda: [[0, 1, 1, 1], [1, 1, 1, 1]],
            "first-row-on": lambda: [[0, 0, 0, 1], [1, 1, 1, 1]],
            "gate-inverted": lambda: [[1, 1, 1, 0], [1, 0, 0, 0]],
            "rows-reversed": lambda: [[1, 0, 0, 0], [1, 1, 1, 0]],
            "answers-in-wrong-coding": lambda: [[-1, -1, -1, 1], [-1, 1, 1, 1]],
        },
        LESSON + "“One rule for zero”",
    ),
    "sign-unit": Task(
        CODING,
        {
            "one-answer": Probe(_one_answer),
            "numpy-sign": lambda X, w, b: np.sign(_batch(X, w, b)),
            "answers-in-wrong-coding": lambda X, w, b: step(_batch(X, w, b)),
            "threshold-included": lambda X, w, b: np.where(_batch(X, w, b) >= 0, 1, -1),
            "bias-forgotten": lambda X, w, b: sign(_batch(X, w, 0)),
            "answers-inverted": _any_of(
                lambda X, w, b: -sign(_batch(X, w, b)),
                lambda X, w, b: sign(-_batch(X, w, b)),
            ),
            "complement-one-minus": lambda X, w, b: 1 - sign(_batch(X, w, b)),
            "step-forgotten": lambda X, w, b: _batch(X, w, b),
            "sums-clipped": lambda X, w, b: np.clip(_batch(X, w, b), -1, 1),
            "weights-swapped": lambda X, w, b: sign(_batch(X, w[::-1], b)),
            "doubled-only": lambda X, w, b: 2 * step(_batch(X, w, b)),
        },
        CODE,
    ),
    "coding-biases": Task(
        CODING,
        {
            "flat-list": _shaped(4),
            "codings-swapped": _rearranged(lambda biases: biases[:, ::-1]),
            "gates-swapped": _rearranged(lambda biases: biases[::-1]),
            "pairs-by-coding": _rearranged(np.transpose),
            "coding-mixed": lambda: _four(-1.5, -1.5, 1.5, 1.5),
            "coding-copied": lambda: _four(-1.5, -1.5, -0.5, -0.5),
            "and-is-or": lambda: _four(-0.5, -0.5, -0.5, 1.5),
            "or-is-and": lambda: _four(-1.5, -1.5, -1.5, 1.5),
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
            "inhibitor-positive": lambda lines: int(sum(abs(v) for v in lines) >= 2),
            "inhibitor-vetoes": lambda lines: int(sum(lines) >= 2 and -1 not in lines),
            "more-than-two": lambda lines: int(sum(lines) > 2),
            "all-lines": _any_of(all, lambda lines: sum(lines) == len(lines)),
            "first-two-only": lambda lines: int(sum(lines[:2]) >= 2),
            "sum-returned": sum,
            "answers-inverted": lambda lines: int(sum(lines) < 2),
        },
        COUNT,
    ),
    "counting-joins": Task(
        COUNTING,
        {
            "pairs-flat": _shaped(8),
            "lines-in-parts": Probe(
                lambda values, _: bool((np.array(values[0], dtype=float) % 1).any())
            ),
            "pairs-reversed": Probe(
                lambda values, _: (
                    tuple(values[0][0]) == (0, 2)
                    and values[0][3][0] < 0 < values[0][3][1]
                )
            ),
            "single-connection": Probe(_joined_once),
            "or-joined-once": _pair(2, lambda a, b: a == b == 1),
            "and-joined-twice": _pair(1, lambda a, b: max(a, b) > 1),
            "inhibitor-ignored": _pair(3, lambda a, b: b >= 0),
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
            "other-term-only": lambda a, b: int(b and not a),
            "and-for-xor": lambda a, b: int(a and b),
            "nand-for-xor": lambda a, b: int(not (a and b)),
            "formula-contradiction": lambda a, b: 0,
        },
        COUNT,
    ),
    "xor-halfplanes": Task(
        XOR,
        {
            "one-answer": Probe(_one_answer),
            "or-for-xor": lambda X: np.logical_or(*_planes(X)),
            "and-for-xor": lambda X: np.logical_and(*_planes(X)),
            "one-term-only": lambda X: _planes(X)[0] * (1 - _planes(X)[1]),
            "other-term-only": lambda X: _planes(X)[1] * (1 - _planes(X)[0]),
            "first-plane-only": lambda X: _planes(X)[0],
            "second-plane-only": lambda X: _planes(X)[1],
            "threshold-included": _any_of(
                lambda X: (_crossing(X)[0] >= 0) != (_crossing(X)[1] >= 0),
                lambda X: _crossing(X)[0] * _crossing(X)[1] < 0,
            ),
            "xnor-for-xor": lambda X: _planes(X)[0] == _planes(X)[1],
            "sum-for-xor": lambda X: _planes(X)[0] + _planes(X)[1],
            "difference-for-xor": lambda X: _planes(X)[0] - _planes(X)[1],
            "bias-forgotten": lambda X: (
                (_crossing(X)[0] + 1 > 0) != (_crossing(X)[1] > 0)
            ),
            "difference-turned": lambda X: (
                (_crossing(X)[0] > 0) != (_crossing(X)[1] < 0)
            ),
            "rows-for-columns": lambda X: (X[0] + X[1] - 1 > 0) != (X[0] - X[1] > 0),
        },
        XOR_PLACE,
    ),
    "xor-network": Task(
        XOR,
        {
            "output-bias-per-unit": Probe(_bias_per_unit),
            "single-unit": Probe(_single_unit),
            "too-many-units": Probe(
                lambda values, _: (
                    not isinstance(values[0], str) and np.shape(values[0][0])[1] > 2
                )
            ),
            "hidden-skipped": Probe(_hidden_skipped),
            "transposed": _gives_xor(_turned),
            "threshold-touched": _gives_xor(
                lambda *parts: parts, lambda z: 1.0 * (z >= 0)
            ),
            "output-never-fires": _xor_with([1, -1], -1.5),
            "output-always-fires": _xor_with([1, -1], 1.5),
            "or-for-xor": _xor_with([1, 1], -0.5),
            "and-for-xor": _xor_with([1, 1], -1.5),
            "nand-for-xor": _xor_with([0, -1], 0.5),
            "xnor-for-xor": _xor_with([-1, 1], 0.5),
            "one-term-only": lambda: ([[1, -1], [-1, 1]], [-0.5, -0.5], [1, 0], -0.5),
            "other-term-only": lambda: ([[1, -1], [-1, 1]], [-0.5, -0.5], [0, 1], -0.5),
        },
        XOR_PLACE,
    ),
    "boolean-count": Task(
        BOOLEAN,
        {
            "separable-all": lambda: 16,
            "xor-only": lambda: 15,
            "constants-left-out": lambda: 12,
            "weights-nonzero": lambda: 10,
            "weights-positive": lambda: 6,
            "named-gates-only": lambda: 4,
            "inseparable-counted": lambda: 2,
            "tables-repeated": Probe(
                lambda values, _: float(np.ravel(values[0])[0]) > 16
            ),
        },
        LESSON + "“What one line can cut”",
    ),
    "boolean-network": Task(
        BOOLEAN,
        {
            "no-true-rows": Probe(_no_true_rows),
            "output-bias-per-unit": Probe(_bias_per_unit),
            "table-ignored": Probe(_table_ignored),
            "transposed": Probe(_table_transposed),
            "bias-not-counted": _hidden(lambda W1, b1: (W1, np.full_like(b1, -0.5))),
            "zeros-ignored": _hidden(lambda W1, b1: (np.maximum(W1, 0), b1)),
            "threshold-touched": _hidden(lambda W1, b1: (W1, b1 - 0.5)),
            "bias-counts-inputs": _hidden(
                lambda W1, b1: (W1, np.full_like(b1, 0.5 - len(W1)))
            ),
            "bias-sign-flipped": _hidden(lambda W1, b1: (W1, -b1)),
            "weights-swapped": _hidden(lambda W1, b1: (-W1, b1)),
            "inputs-reversed": _hidden(lambda W1, b1: (W1[::-1], b1)),
            "output-and": _output_and,
            "output-always-fires": _constant(1),
            "false-rows-used": lambda table: boolean_network(1 - np.asarray(table)),
        },
        ANY,
    ),
}
