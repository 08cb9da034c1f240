"""Known slips with inputs of -1 and +1, with the counting neuron, with formulas."""

from collections.abc import Callable

import numpy as np

from nnbyhand.gates import sign, step, truth_inputs, truth_table
from nnbyhand.misconceptions.neuron import sums
from nnbyhand.misconceptions.task import Probe, Task, any_of, one_answer, shaped
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

CODING = {
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
    "step-forgotten": "You returned the sums. The decision is still missing: is each "
    "sum above 0?",
    "sums-clipped": "You cut the sums off at −1 and 1. A small sum above 0 must give 1 "
    "too.",
    "weights-swapped": "Your weights are swapped: w1 belongs to x1.",
    "doubled-only": "You doubled the 0/1 answers. Take 1 off as well: 2h − 1.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
}

BIASES = {
    "coding-mixed": "With 0/1 inputs your OR is always on: a bias above 0 belongs to "
    "inputs of −1 and +1.",
    "all-alike": "One of your gates answers the same in all four rows: its bias is too "
    "high or too low.",
    "lesson-numbers": "Three of your gates follow the second input alone, as the "
    "biases of the lesson do here. The weights are 1 and 3: list the four sums.",
    "coding-copied": "With −1/+1 inputs your OR follows the second input alone. The "
    "first input must lift the sum above 0 too: list the four sums.",
    "and-is-or": "Your AND on 0/1 inputs fires when one input is on. One input alone "
    "must stay below the threshold.",
    "and-follows-second": "Your AND follows the second input alone, in one coding or "
    "in both. List the four sums: only the largest may fire.",
    "or-is-and": "Your OR on 0/1 inputs needs both. One input alone must lift the sum "
    "above 0.",
    "or-follows-second": "Your OR on 0/1 inputs follows the second input alone. The "
    "first one brings 1: that must be enough.",
    "bias-sign-flipped": "Your signs are turned round. AND asks for a high sum, so its "
    "bias is negative.",
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
    "inhibitor-ignored": "You left the inhibiting lines out. Each takes 1 off the sum.",
    "more-than-two": "Two active inputs are enough for this neuron. The rule is at "
    "least two.",
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
}


JOINS = {
    "numbers-flat": "You returned twelve numbers in a row. Put them in four triples.",
    "pairs-given": "You returned pairs. Each drawing has three inputs, so three "
    "numbers.",
    "lines-in-parts": "Lines are counted. Give whole numbers.",
    "order-reversed": "You put C first. Each triple is (from A, from B, from C).",
    "single-connection": "In the first drawing one line from B or from C brings 1, and "
    "the neuron needs 2.",
    "outsider-joined": "In the first drawing A must not matter: it gets no line.",
    "one-is-enough": "In the second drawing one input alone is enough. It may not "
    "bring 2.",
    "one-never-helps": "In the second drawing one input brings nothing or less. Any "
    "two of the three must do.",
    "inhibitor-ignored": "In the third drawing C should silence the neuron. An "
    "inhibiting line counts −1.",
    "and-joined-twice": "In the third drawing A alone or B alone is enough. Both are "
    "needed.",
    "alone-too-weak": "In the fourth drawing A alone must be enough: it has to bring "
    "2.",
    "half-is-enough": "In the fourth drawing B alone or C alone is enough. Both are "
    "needed.",
    "both-too-weak": "In the fourth drawing B and C together must bring 2.",
}

CODED = truth_inputs(2), 2 * truth_inputs(2) - 1  # on 0/1, on -1/+1
OFF, ON = [0, 0, 0, 0], [1, 1, 1, 1]
ONE, BOTH, SECOND = [0, 1, 1, 1], [0, 0, 0, 1], [0, 1, 0, 1]


def _fires(bias: float, coding: int) -> list:
    """Give the table of the weights 1 and 3 with a bias, in a coding."""
    return truth_table([1, 3, float(bias)], CODED[coding]).tolist()


def _tables(biases: Array) -> list:
    return [[_fires(bias, k) for k, bias in enumerate(pair)] for pair in biases]


def _rearranged(turn: Callable[[Array], Array]) -> Probe:
    """Recognise biases that are right once they are turned round somehow."""
    right = [[BOTH, BOTH], [ONE, ONE]]
    return Probe(
        lambda values, _: _tables(turn(np.array(values[0], dtype=float))) == right
    )


def _gate(gate: int, coding: int, table: list) -> Probe:
    """Recognise the table of one gate in one coding."""
    return Probe(lambda values, _: _fires(values[0][gate][coding], coding) == table)


def _all_alike(values: list, _calls: list) -> bool:
    return any(table in (OFF, ON) for pair in _tables(values[0]) for table in pair)


def _and_follows(values: list, _calls: list) -> bool:
    return SECOND in [_fires(bias, coding) for coding, bias in enumerate(values[0][0])]


# the four drawings of three inputs
DRAWINGS = (
    [0, 1, 1, 1, 0, 1, 1, 1],
    [0, 0, 0, 1, 0, 1, 1, 1],
    [0, 0, 0, 0, 0, 0, 1, 0],
    [0, 0, 0, 1, 1, 1, 1, 1],
)


def _wrong_drawing(which: int, holds: Callable[[int, int, int], bool]) -> Probe:
    """Recognise a drawing that is wrong and why; the message names that drawing."""

    def found(values: list, _calls: list) -> bool:
        lines = [int(count) for count in values[0][which]]
        wrong = truth_table([*lines, -1.5]).tolist() != DRAWINGS[which]
        return wrong and bool(holds(*lines))

    return Probe(found)


def _order_reversed(values: list, _calls: list) -> bool:
    return all(
        truth_table([*(int(count) for count in lines[::-1]), -1.5]).tolist() == table
        for lines, table in zip(np.array(values[0]), DRAWINGS, strict=True)
    )


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
        BIASES,
        {
            "flat-list": shaped(4),
            "codings-swapped": _rearranged(lambda biases: biases[:, ::-1]),
            "gates-swapped": _rearranged(lambda biases: biases[::-1]),
            "pairs-by-coding": _rearranged(np.transpose),
            "bias-sign-flipped": _rearranged(np.negative),
            "coding-mixed": _gate(1, 0, ON),
            "all-alike": Probe(_all_alike),
            "lesson-numbers": Probe(
                lambda values, _: (
                    _tables(values[0]) == [[SECOND, SECOND], [ONE, SECOND]]
                )
            ),
            "and-is-or": _gate(0, 0, ONE),
            "or-is-and": _gate(1, 0, BOTH),
            "or-follows-second": _gate(1, 0, SECOND),
            "and-follows-second": Probe(_and_follows),
            "coding-copied": _gate(1, 1, SECOND),
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
        JOINS,
        {
            "numbers-flat": shaped(12),
            "pairs-given": shaped(4, 2),
            "lines-in-parts": Probe(
                lambda values, _: bool((np.array(values[0], dtype=float) % 1).any())
            ),
            "order-reversed": Probe(_order_reversed),
            "single-connection": _wrong_drawing(0, lambda a, b, c: min(b, c) < 2),
            "outsider-joined": _wrong_drawing(0, lambda a, b, c: a != 0),
            "one-is-enough": _wrong_drawing(1, lambda a, b, c: max(a, b, c) > 1),
            "one-never-helps": _wrong_drawing(1, lambda a, b, c: min(a, b, c) < 1),
            "inhibitor-ignored": _wrong_drawing(2, lambda a, b, c: c >= 0),
            "and-joined-twice": _wrong_drawing(2, lambda a, b, c: max(a, b) > 1),
            "alone-too-weak": _wrong_drawing(3, lambda a, b, c: a < 2),
            "half-is-enough": _wrong_drawing(3, lambda a, b, c: max(b, c) > 1),
            "both-too-weak": _wrong_drawing(3, lambda a, b, c: b + c < 2),
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
