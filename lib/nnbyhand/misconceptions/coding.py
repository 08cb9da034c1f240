"""Known slips with inputs of -1 and +1, with the counting neuron, with formulas."""

from collections.abc import Callable

import numpy as np

from nnbyhand.gates import sign, step, truth_inputs, truth_table
from nnbyhand.misconceptions.neuron import sums
from nnbyhand.misconceptions.task import Probe, Task, any_of, one_answer, shaped
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

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


def _pair(which: int, holds: Callable[[float, float], bool]) -> Probe:
    return Probe(lambda values, _: bool(holds(*values[0][which])))


def _joined_once(values: list, _calls: list) -> bool:
    return 1 in (values[0][0][0], values[0][3][0])


CODE = LESSON + "“The same gate in two codings”"

COUNT = LESSON + "“The first logical neuron”"


TASKS = {
    "sign-unit": Task(
        CODING,
        {
            "one-answer": Probe(one_answer),
            "numpy-sign": lambda X, w, b: np.sign(sums(X, w, b)),
            "answers-in-wrong-coding": lambda X, w, b: step(sums(X, w, b)),
            "threshold-included": lambda X, w, b: np.where(sums(X, w, b) >= 0, 1, -1),
            "bias-forgotten": lambda X, w, b: sign(sums(X, w, 0)),
            "answers-inverted": any_of(
                lambda X, w, b: -sign(sums(X, w, b)),
                lambda X, w, b: sign(-sums(X, w, b)),
            ),
            "complement-one-minus": lambda X, w, b: 1 - sign(sums(X, w, b)),
            "step-forgotten": lambda X, w, b: sums(X, w, b),
            "sums-clipped": lambda X, w, b: np.clip(sums(X, w, b), -1, 1),
            "weights-swapped": lambda X, w, b: sign(sums(X, w[::-1], b)),
            "doubled-only": lambda X, w, b: 2 * step(sums(X, w, b)),
        },
        CODE,
    ),
    "coding-biases": Task(
        CODING,
        {
            "flat-list": shaped(4),
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
            "all-lines": any_of(all, lambda lines: sum(lines) == len(lines)),
            "first-two-only": lambda lines: int(sum(lines[:2]) >= 2),
            "sum-returned": sum,
            "answers-inverted": lambda lines: int(sum(lines) < 2),
        },
        COUNT,
    ),
    "counting-joins": Task(
        COUNTING,
        {
            "pairs-flat": shaped(8),
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
}
