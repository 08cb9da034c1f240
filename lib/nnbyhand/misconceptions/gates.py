"""Known slips with gates made of weights and a bias, and with the rule at zero."""

import numpy as np

from nnbyhand.gates import truth_inputs, truth_table
from nnbyhand.misconceptions.neuron import WEIGHTS
from nnbyhand.misconceptions.task import Probe, Task, shaped

LESSON = "lesson 01, section "


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


GATE = LESSON + "“Gates are choices of weights”"


TASKS = {
    "gates-weights-and": Task(
        WEIGHTS,
        {
            "weights-nested": Probe(_nested),
            "bias-left-out": shaped(2),
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
            "bias-left-out": shaped(2),
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
        WEIGHTS
        | {
            "bias-forgotten": "Your bias is 0, so for input 0 the sum is 0, and 0 is "
            "not above 0.",
        },
        {
            "bias-left-out": shaped(1),
            "not-has-two-weights": shaped(3),
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
            "bias-left-out": shaped(2),
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
            "one-rule-only": shaped(4),
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
}
