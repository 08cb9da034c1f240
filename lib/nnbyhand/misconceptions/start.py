"""Known slips with functions, arrays, shapes, generators and devices."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

LESSON = "lesson 00, section "

ARRAYS = {
    "product-not-summed": "You returned one product per input. A weighted sum adds "
    "them up to one number.",
    "sum-then-product": "You summed first and multiplied after. Multiply each input by "
    "its own weight, then add.",
    "column-broadcast": "Your result has shape {shape}: a column met a row and spread "
    "out. Give both the same shape first.",
    "wrong-axis": "You summed over the examples. Rows are examples here, so sum along "
    "axis 1.",
    "integer-dtype": "Your numbers lost their fractions: they were stored or returned "
    "as integers. Keep them as floats.",
    "bias-forgotten": "{got} is what comes out without the bias.",
    "bias-sign-flipped": "You subtracted the bias. It is added.",
    "bias-per-input": "You added the bias once for every input. It enters once.",
    "all-summed": "You added up the whole table. Every example has a sum of its own.",
    "first-only": "You answered for the first example only. Every row has a sum of its "
    "own.",
    "last-left-out": "Your sum stops one number too early. Is the last one in?",
    "averaged": "You took a mean. Leave the numbers as they are: one for each example.",
    "column-kept": "Your result is a column. One number for each example has the shape "
    "(n,).",
    "sign-swapped": "You took target minus prediction. This course takes prediction "
    "minus target.",
    "sign-lost": "You took the distance. The sign tells in which direction a "
    "prediction is off, so keep it.",
}

SHAPES = {
    "comma-forgotten": "A shape is a tuple, even with one axis: write (12,) with its "
    "comma. (12) is a number in brackets.",
    "column-broadcast": "In A a row meets a column: every number minus every number. "
    "Put the shapes under each other, at the right edge.",
    "matmul-is-product": "C is `@`: it adds the products up, and the axis of 3 goes.",
    "product-is-matmul": "B is `*`: it multiplies place by place and adds nothing up, "
    "so no axis goes away.",
    "axis-kept": "In D the axis you name is the one that goes away. Axis 0 has 12 "
    "numbers.",
    "column-joined": "In E nothing is joined on. The column has a 1 there, and a 1 is "
    "repeated.",
    "column-taken-whole": "In F `column[:, 0]` takes number 0 of every row, and its "
    "second axis goes away.",
}

HABITS = {
    "global-seed": "Your function resets a global seed. Draw from the `rng` you were "
    "given.",
    "fresh-generator": "Two calls with different `rng` gave the same numbers. Use the "
    "generator passed in.",
    "other-generator": "Two calls with the same seed gave different numbers: you drew "
    "from somewhere else. Use the generator passed in.",
    "generator-copied": "Two draws from one generator gave the same numbers. Draw from "
    "`rng` itself, not from a copy of it.",
    "uniform-for-normal": "Your numbers lie evenly between 0 and 1. Asked are normally "
    "distributed ones.",
    "number-repeated": "You drew one number and repeated it. Draw n of them.",
    "table-drawn": "You drew n times n numbers. Asked are n.",
    "device-assumed": "This machine has no such device. Ask first and fall back to "
    '"cpu".',
    "cpu-always": 'You answered "cpu" each time. Ask for faster devices first.',
    "first-taken": "You took the first name of the list. Its order says nothing: ask "
    "for each device by name.",
    "last-taken": "You took the last name of the list. Its order says nothing: ask for "
    "each device by name.",
    "order-swapped": 'Where both are there you chose "mps". Ask for "cuda" first.',
    "mps-forgotten": 'You ask for "cuda" alone. Where "mps" is, take it.',
    "reads-global": "Your function gives the same answer for different arguments. It "
    "reads a variable from another cell.",
    "typed-in": "You typed in the number of the example. A function must work for "
    "whatever it is given.",
    "name-in-quotes": "You returned a word. Without quotes it is the name of the "
    "argument.",
    "number-as-text": "You returned the number as text. Leave out `str` or quotes.",
    "integer-dtype": "Your number lost its fraction. Return it without `int`.",
}

LISTING = {
    "caller-blamed": "Lines 13 and 14 call, but Python stops further inside. The "
    "lowest line number of an error message is where it stopped.",
    "object-blamed": "Python 3 accepts `(object)`: it says what holds for every class "
    "anyway.",
    "loop-blamed": "Line 6 only uses what line 3 has made. Look where it was made.",
    "definition-blamed": "A definition without `self` harms nobody until it is called. "
    "Which line looks for it?",
    "body-blamed": "Line 11 is never reached, because nothing finds the function it "
    "stands in.",
    "order-swapped": "Both lines are right, in the other order. Line 13 comes before "
    "line 14, and carries out line 3.",
    "second-unchanged": "With `range` line 3 runs. Which name is looked up next?",
}

SUM_PLACE = LESSON + "“One sum, three ways”"
SHAPE_PLACE = LESSON + "“Shapes”"
CHANCE_PLACE = LESSON + "“Chance you can repeat”"


def _whole(X: Array) -> Array:
    return np.asarray(X).sum(axis=1).astype(int)


def _differ_in_nothing(values: list, _calls: list) -> bool:
    return all(value == values[0] for value in values)


def _typed_in(values: list, calls: list) -> bool:
    return _differ_in_nothing(values, calls) and values[0] == calls[0].arguments[0]


def _pairs(values: list, calls: list) -> Iterator[tuple[bool, bool]]:
    """For calls with one n: was the generator in the same state, are the numbers?"""
    for i, first in enumerate(calls):
        for j, second in enumerate(calls[:i]):
            (n, rng), (other_n, other_rng) = first.arguments, second.arguments
            if n == other_n:
                state, other = (g.bit_generator.state for g in (rng, other_rng))
                yield state == other, np.array_equal(values[i], values[j])


def _fresh(values: list, calls: list) -> bool:
    pairs = _pairs(values, calls)
    return any(numbers and not state for state, numbers in pairs)


def _other(values: list, calls: list) -> bool:
    pairs = _pairs(values, calls)
    return any(state and not numbers for state, numbers in pairs)


def _globally_seeded(values: list, calls: list) -> bool:
    if not _fresh(values, calls):
        return False
    first, n = np.ravel(values[0]), calls[0].arguments[0]
    for seed in (*range(101), 123, 1234, 12345):
        state = np.random.RandomState(seed)
        if np.array_equal(first, state.normal(size=n)):
            return True
    return False


def _shape(key: str, *shapes: Any) -> Probe:
    return Probe(lambda values, _: values[0].get(key) in shapes)


def _whole_numbers(values: list, _calls: list) -> bool:
    return any(isinstance(shape, int) for shape in values[0].values())


def _lines(holds: Callable[[int, int], bool]) -> Probe:
    return Probe(lambda values, _: holds(*(int(line) for line in values[0])))


TASKS = {
    "start-first": Task(
        HABITS,
        {
            "typed-in": Probe(_typed_in),
            "name-in-quotes": lambda value: "value",
            "reads-global": Probe(_differ_in_nothing),
            "number-as-text": lambda value: str(value),
            "integer-dtype": lambda value: int(value),
        },
        LESSON + "“Python in ten lines”",
    ),
    "start-loop": Task(
        ARRAYS,
        {
            "product-not-summed": lambda x, w, b: np.multiply(x, w) + b,
            "bias-forgotten": lambda x, w, b: np.dot(x, w),
            "bias-per-input": lambda x, w, b: np.sum(np.multiply(x, w) + b),
            "bias-sign-flipped": lambda x, w, b: np.dot(x, w) - b,
            "sum-then-product": lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "last-left-out": lambda x, w, b: np.dot(x[:-1], w[:-1]) + b,
            "integer-dtype": lambda x, w, b: int(np.dot(x, w) + b),
        },
        SUM_PLACE,
    ),
    "start-product": Task(
        ARRAYS,
        {
            "product-not-summed": lambda x, w, b: np.multiply(x, w) + b,
            "sum-then-product": lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "bias-forgotten": lambda x, w, b: np.dot(x, w),
            "bias-per-input": lambda x, w, b: np.sum(np.multiply(x, w) + b),
            "bias-sign-flipped": lambda x, w, b: np.dot(x, w) - b,
            "integer-dtype": lambda x, w, b: int(np.dot(x, w) + b),
        },
        SUM_PLACE,
    ),
    "start-matmul": Task(
        ARRAYS,
        {
            "product-not-summed": lambda X, w, b: np.multiply(X, w) + b,
            "bias-forgotten": lambda X, w, b: np.dot(X, w),
            "bias-sign-flipped": lambda X, w, b: np.dot(X, w) - b,
            "wrong-axis": lambda X, w, b: np.multiply(X, w).sum(axis=0) + b,
            "all-summed": lambda X, w, b: np.sum(np.multiply(X, w)) + b,
            "sum-then-product": lambda X, w, b: np.sum(X, axis=1) * np.sum(w) + b,
            "first-only": lambda X, w, b: np.dot(X[0], w) + b,
        },
        SUM_PLACE,
    ),
    "start-shapes": Task(
        SHAPES,
        {
            "comma-forgotten": Probe(_whole_numbers),
            "column-broadcast": _shape("A", (12,), (12, 1), [12], [12, 1]),
            "product-is-matmul": _shape("B", (12,), (12, 1), [12], [12, 1]),
            "matmul-is-product": _shape("C", (12, 3), [12, 3]),
            "axis-kept": _shape("D", (12,), [12]),
            "column-joined": _shape("E", (12, 4), [12, 4]),
            "column-taken-whole": _shape("F", (12, 12), (12, 1), [12, 12], [12, 1]),
        },
        SHAPE_PLACE,
    ),
    "start-rows": Task(
        ARRAYS,
        {
            "wrong-axis": lambda X: np.sum(X, axis=0),
            "all-summed": lambda X: np.sum(X),
            "averaged": lambda X: np.mean(X, axis=1),
            "column-kept": lambda X: np.sum(X, axis=1, keepdims=True),
            "last-left-out": lambda X: np.sum(X[:, :-1], axis=1),
            "first-only": lambda X: np.sum(X[0]),
            "integer-dtype": _whole,
        },
        SHAPE_PLACE,
    ),
    "start-errors": Task(
        ARRAYS,
        {
            "column-broadcast": lambda predicted, target: predicted - target,
            "sign-swapped": lambda predicted, target: target - predicted[:, 0],
            "column-kept": lambda predicted, target: predicted - target[:, None],
            "sign-lost": lambda predicted, target: np.abs(predicted[:, 0] - target),
            "averaged": lambda predicted, target: np.mean(predicted[:, 0] - target),
        },
        SHAPE_PLACE,
    ),
    "start-draw": Task(
        HABITS,
        {
            "global-seed": Probe(_globally_seeded),
            "fresh-generator": Probe(_fresh),
            "other-generator": Probe(_other),
            "uniform-for-normal": lambda n, rng: rng.random(n),
            "number-repeated": lambda n, rng: np.full(n, rng.normal()),
            "table-drawn": lambda n, rng: rng.normal(size=(n, n)),
        },
        CHANCE_PLACE,
    ),
    # asked only of what passed start-draw
    "start-draw-again": Task(
        HABITS, {"generator-copied": Probe(lambda _values, _calls: True)}, CHANCE_PLACE
    ),
    "start-device": Task(
        HABITS,
        {
            "device-assumed": lambda available: "cuda",
            "cpu-always": lambda available: "cpu",
            "first-taken": lambda available: available[0] if available else "cpu",
            "last-taken": lambda available: available[-1] if available else "cpu",
            "order-swapped": lambda available: (
                "mps"
                if "mps" in available
                else "cuda"
                if "cuda" in available
                else "cpu"
            ),
            "mps-forgotten": lambda available: "cuda" if "cuda" in available else "cpu",
        },
        LESSON + "“Ask before you use a device”",
    ),
    "start-listing": Task(
        LISTING,
        {
            "order-swapped": _lines(lambda first, second: (first, second) == (7, 3)),
            "caller-blamed": _lines(
                lambda first, second: 13 in (first, second) or 14 in (first, second)
            ),
            "object-blamed": _lines(lambda first, second: first == 1),
            "loop-blamed": _lines(lambda first, second: 6 in (first, second)),
            "definition-blamed": _lines(lambda first, second: 10 in (first, second)),
            "body-blamed": _lines(lambda first, second: 11 in (first, second)),
            "second-unchanged": _lines(lambda first, second: first == second == 3),
        },
        LESSON + "“Reading old code”",
    ),
}
