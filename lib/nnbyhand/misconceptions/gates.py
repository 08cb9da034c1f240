"""Known slips with gates made of weights and a bias, and with the rule at zero."""

import numpy as np

from nnbyhand.gates import truth_inputs, truth_table
from nnbyhand.misconceptions.neuron import WEIGHTS
from nnbyhand.misconceptions.task import Probe, Task, shaped

LESSON = "lesson 01, section "


THREE = {
    "bias-left-out": "You returned three numbers. Four are asked: three weights, then "
    "the bias.",
    "third-left-out": "You returned two numbers. Four are asked: three weights, then "
    "the bias.",
    "weights-nested": "Put the numbers side by side in one tuple: the weights first, "
    "then the bias.",
    "bias-first": "You put the bias first. The order is the weights, then the bias.",
    "bias-forgotten": "Your bias is 0. Work out the sums for none, one, two and three "
    "ones again: a bias must move them.",
    "threshold-touched": "Where a row should be on, your sum is exactly 0. Our rule is "
    "strict: the sum must be above 0.",
    "gate-inverted": "Your answers are the opposite of the asked ones on every row. "
    "Turn the sign of the weights and of the bias.",
    "always-on": "Your unit fires on every row: the bias alone is already too large.",
    "always-off": "Your unit never fires: no row lifts the sum above 0.",
    "one-input-only": "Your gate follows one input only. The other weights must count "
    "too.",
    "input-left-out": "Your gate leaves one input out. All three weights must count.",
    "and-is-or": "Your AND fires when one input is on. Less than three must stay below "
    "the threshold.",
    "and-is-majority": "Your AND fires when two inputs are on. Less than three must "
    "stay below the threshold.",
    "or-is-and": "Your OR needs all three inputs. One input alone must lift the sum "
    "above 0.",
    "or-is-majority": "Your OR needs two inputs. One input alone must lift the sum "
    "above 0.",
    "not-is-identity": "Your NOT copies its input. The weight of a NOT is negative.",
    "others-count": "Your unit listens to x1 or x3 too. An input that must not matter "
    "has the weight 0.",
    "other-input": "You turned another input round. Asked is NOT x2, the second one.",
    "bias-kept": "You turned the weights round and kept the bias, so the unit never "
    "fires. Turn the bias round too.",
    "weights-kept": "You turned the bias round and kept the weights, so the unit "
    "always fires. Turn the weights round too.",
    "nand-is-nor": "Your NAND fires only when all inputs are off: that is NOR. One "
    "input alone must not silence it.",
    "nand-is-minority": "Your NAND is silent when two inputs are on. Only all three "
    "together may silence it.",
}


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


def _listens_to(numbers: list) -> tuple[int, ...]:
    """Give the inputs, 1 to 3, that the answers of a gate depend on."""
    cube = truth_table(numbers).reshape(2, 2, 2)
    return tuple(k + 1 for k in range(3) if np.ptp(cube, axis=k).any())


def _listening(*wanted: int) -> Probe:
    """Recognise a gate by how many inputs it depends on."""
    return Probe(lambda values, _: len(_listens_to(values[0])) in wanted)


AND, OR, NAND = (0, 0, 0, 0, 0, 0, 0, 1), (0, *[1] * 7), (*[1] * 7, 0)
GATE = LESSON + "“Gates are choices of weights”"


TASKS = {
    "gates-weights-and": Task(
        THREE,
        {
            "weights-nested": Probe(_nested),
            "third-left-out": shaped(2),
            "bias-left-out": shaped(3),
            "bias-first": _bias_first(*AND),
            "bias-forgotten": Probe(_no_bias),
            "threshold-touched": _touched(*AND),
            "and-is-or": lambda: (1, 1, 1, -0.5),
            "and-is-majority": lambda: (1, 1, 1, -1.5),
            "gate-inverted": lambda: (-1, -1, -1, 2.5),
            "always-on": lambda: (1, 1, 1, 0.5),
            "always-off": lambda: (1, 1, 1, -3.5),
            "one-input-only": _listening(1),
            "input-left-out": _listening(2),
        },
        GATE,
    ),
    "gates-weights-or": Task(
        THREE,
        {
            "weights-nested": Probe(_nested),
            "third-left-out": shaped(2),
            "bias-left-out": shaped(3),
            "bias-first": _bias_first(*OR),
            "threshold-touched": _touched(*OR),
            "or-is-and": lambda: (1, 1, 1, -2.5),
            "or-is-majority": lambda: (1, 1, 1, -1.5),
            "gate-inverted": lambda: (-1, -1, -1, 0.5),
            "always-on": lambda: (1, 1, 1, 0.5),
            "always-off": lambda: (1, 1, 1, -3.5),
            "one-input-only": _listening(1),
            "input-left-out": _listening(2),
        },
        GATE,
    ),
    "gates-weights-not": Task(
        THREE
        | {
            "bias-forgotten": "Your bias is 0, so where all inputs are off the sum is "
            "0, and 0 is not above 0.",
        },
        {
            "weights-nested": Probe(_nested),
            "third-left-out": shaped(2),
            "bias-left-out": shaped(3),
            "bias-first": _bias_first(1, 1, 0, 0, 1, 1, 0, 0),
            "bias-forgotten": Probe(_no_bias),
            "not-is-identity": lambda: (0, 1, 0, -0.5),
            "always-on": lambda: (0, -1, 0, 1.5),
            "always-off": lambda: (0, -1, 0, -0.5),
            "other-input": Probe(
                lambda values, _: (
                    _listens_to(values[0]) in ((1,), (3,))
                    and truth_table(values[0])[0] == 1
                )
            ),
            "others-count": Probe(
                lambda values, _: bool({1, 3} & {*_listens_to(values[0])})
            ),
        },
        GATE,
    ),
    "gates-weights-nand": Task(
        THREE,
        {
            "weights-nested": Probe(_nested),
            "third-left-out": shaped(2),
            "bias-left-out": shaped(3),
            "bias-first": _bias_first(*NAND),
            "bias-forgotten": Probe(_no_bias),
            "threshold-touched": _touched(*NAND),
            "gate-inverted": lambda: (1, 1, 1, -2.5),
            "bias-kept": lambda: (-1, -1, -1, -2.5),
            "weights-kept": lambda: (1, 1, 1, 2.5),
            "nand-is-nor": lambda: (-1, -1, -1, 0.5),
            "nand-is-minority": lambda: (-1, -1, -1, 1.5),
            "one-input-only": _listening(1),
            "input-left-out": _listening(2),
        },
        GATE,
    ),
    "strict-rule": Task(
        WEIGHTS
        | {
            "gate-inverted": "Your answers are the opposite of the asked ones on every "
            "row. A unit answers 1 where the rule holds.",
            "bias-forgotten": "You left out the bias: the sum of the first row is −1, "
            "not 0.",
            "lesson-numbers": "These are the tables of the unit in the lesson. Here "
            "the weights are 2 and −1.",
            "minus-ignored": "You counted the second weight as +1. It is −1: the "
            "second input takes 1 off.",
            "weights-swapped": "You swapped the weights: 2 belongs to x1, the first of "
            "the two numbers of a row.",
        },
        {
            "one-rule-only": shaped(4),
            "step-forgotten": lambda: [[-1, -2, 1, 0], [-1, -2, 1, 0]],
            "rules-swapped": lambda: [[0, 0, 1, 1], [0, 0, 1, 0]],
            "rules-alike": Probe(
                lambda values, _: list(values[0][0]) == list(values[0][1])
            ),
            "lesson-numbers": lambda: [[0, 0, 0, 1], [0, 1, 1, 1]],
            "bias-forgotten": lambda: [[0, 0, 1, 1], [1, 0, 1, 1]],
            "minus-ignored": lambda: [[0, 0, 1, 1], [0, 1, 1, 1]],
            "weights-swapped": lambda: [[0, 1, 0, 0], [0, 1, 0, 1]],
            "gate-inverted": lambda: [[1, 1, 0, 1], [1, 1, 0, 0]],
            "rows-reversed": lambda: [[0, 1, 0, 0], [1, 1, 0, 0]],
            "answers-in-wrong-coding": lambda: [[-1, -1, 1, -1], [-1, -1, 1, 1]],
        },
        LESSON + "“One rule for zero”",
    ),
}
