"""Known slips with a perceptron's sums, labels, accuracy, boundary and distance."""

from collections.abc import Callable

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task, any_of, one_answer
from nnbyhand.shapes import Array

LESSON = "lesson 02, section "

SCORE = {
    "bias-forgotten": "z = {got} is what comes out without the bias term.",
    "wbias-forgotten": "You added the bias input itself. Multiply it by its weight "
    "first.",
    "bias-input-forgotten": "You added the weight of the bias alone. Multiply it by "
    "the bias input.",
    "bias-squared": "You multiplied the bias by itself. The second factor is `wbias`.",
    "bias-added-parts": "Bias and its weight are multiplied, not added.",
    "bias-sign-flipped": "You subtracted the bias term.",
    "weights-swapped": "Your weights are swapped: w1 belongs to x1.",
    "bias-per-input": "You added the bias once for every input. It enters once.",
    "inputs-summed": "You added the inputs without weighting them.",
    "product-not-summed": "You returned two products for each row. Add them up, and "
    "the bias term.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
    "rows-for-columns": "`X[0]` is the first row. The first input of all rows is `X[:, "
    "0]`.",
    "labels-for-sums": "You returned the labels. The sums themselves are asked.",
}

LABEL = SCORE | {
    "bias-forgotten": "Your labels are those without the bias term.",
    "threshold-included": "At z = 0 you answered +1. Our rule is strict.",
    "numpy-sign": "At z = 0 you returned 0. `np.sign` has three answers, our rule has "
    "two.",
    "answers-in-wrong-coding": "Your answers are 0 and 1. This exercise asks for −1 "
    "and +1.",
    "step-forgotten": "You returned the sums. The decision is still missing: is each "
    "sum above 0?",
    "answers-inverted": "Your answers are turned round: +1 stands where z is above 0.",
}

HITS = LABEL | {
    "bias-forgotten": "Your hits are those without the bias term.",
    "threshold-included": "At z = 0 you let the unit fire. Our rule is strict.",
    "share-for-count": "You returned a share. The number of hits is asked.",
    "misses-counted": "You counted the points that are labelled wrong.",
    "ones-only": "You counted only the points of group 1. A 0 may be right too.",
    "fired-counted": "You counted how often the unit fires. Compare with the labels.",
}

ACCURACY = {
    "count-not-share": "{got} is the number of hits. Divide by the number of examples.",
    "error-rate": "You computed the share of mistakes.",
    "positives-share": "You counted predicted ones. Compare with the truth instead.",
    "integer-division": "Your division throws the fraction away. Use `/`.",
    "one-class-only": "You checked only the examples of group 1.",
    "ones-matched": "You counted the ones that match. A matching 0 is right too.",
    "percent-for-share": "You returned percent. The share is a number between 0 and 1.",
    "rounded-off": "You rounded the accuracy. Return it as it is.",
}

NOTHING = {
    "empty-is-nan": "With no examples there is no accuracy: raise an error that says "
    "so.",
    "empty-is-zero": "With no examples you answered 0, as if all had been wrong. Raise "
    "an error that says so.",
    "empty-is-one": "With no examples you answered 1, as if all had been right. Raise "
    "an error that says so.",
    "empty-by-chance": "A division by zero stops you, and its words tell nobody what "
    "is missing. Raise a ValueError of your own before it.",
    "error-returned": "You made the error and returned it. Write `raise`, not "
    "`return`.",
    "empty-without-words": "Your error says nothing. Give the ValueError a message.",
}

BOUNDARY = {
    "score-as-line": "You drew z along x1 = x2. The boundary is where z = 0: solve for "
    "x2.",
    "slope-sign": "Your slope has the wrong sign: moving w1·x1 to the other side "
    "changes it.",
    "signs-forgotten": "Both signs are turned round: bringing a term to the other side "
    "of = changes its sign.",
    "slope-inverted": "You divided the wrong way round.",
    "intercept-forgotten": "Your line goes through the origin: the bias is missing.",
    "normal-as-direction": "w is perpendicular to the boundary, not along it.",
    "intercept-sign": "Your intercept has the wrong sign: moving the bias term to the "
    "other side changes it.",
    "intercept-undivided": "You did not divide the bias term. x2·w2 stands alone only "
    "after dividing everything by w2.",
    "crossing-of-x1": "Your second number is where the line meets the x1 axis. The "
    "intercept is x2 at x1 = 0.",
    "pair-reversed": "You returned the intercept first. The slope comes first.",
    "bias-squared": SCORE["bias-squared"],
    "wbias-forgotten": "Your intercept uses the bias input alone. Multiply it by its "
    "weight first.",
    "bias-input-forgotten": "Your intercept uses the weight of the bias alone. "
    "Multiply it by the bias input.",
}

DISTANCE = {
    "distance-unscaled": "z is not yet a distance. Divide by the length of w.",
    "length-squared": "You divided by the square of the length. Take its root.",
    "length-with-bias": "You counted the bias into the length. It shifts the boundary "
    "and does not belong to w.",
    "length-summed": "You added the sizes of the weights. The length is the root of "
    "the sum of their squares.",
    "side-lost": "Your distances have lost their sides: below 0 means the silent side.",
    "bias-forgotten": "Your boundary goes through the origin: the bias is missing.",
    "bias-undivided": "You divided w·x alone. The whole sum, with its bias, is "
    "divided.",
    "sides-swapped": "Your sides are swapped. Where the unit fires, the distance is "
    "above 0.",
}

THROUGH = {
    "bias-sign-flipped": "With your bias the point has the sum 2 w·x. The bias must "
    "take w·x away.",
    "bias-divided": "You divided by the length of w. The sum itself must be 0 at the "
    "point.",
    "inputs-summed": "You left out the weights. The sum at the point is w·x + b.",
    "product-not-summed": "You returned one number per input. A bias is one number.",
    "bias-always-zero": "With bias 0 the boundary passes through the origin, not "
    "through x.",
}

Form = Callable[[Array, float, float, float, float], Array]


def _weighed(X: Array, w1: float, w2: float) -> Array:
    return X[:, 0] * w1 + X[:, 1] * w2


SUMS: dict[str, Form] = {
    "bias-forgotten": lambda X, w1, w2, c, v: _weighed(X, w1, w2),
    "wbias-forgotten": lambda X, w1, w2, c, v: _weighed(X, w1, w2) + c,
    "bias-input-forgotten": lambda X, w1, w2, c, v: _weighed(X, w1, w2) + v,
    "bias-squared": lambda X, w1, w2, c, v: _weighed(X, w1, w2) + c * c,
    "bias-added-parts": lambda X, w1, w2, c, v: _weighed(X, w1, w2) + c + v,
    "bias-sign-flipped": lambda X, w1, w2, c, v: _weighed(X, w1, w2) - c * v,
    "weights-swapped": lambda X, w1, w2, c, v: _weighed(X, w2, w1) + c * v,
    "bias-per-input": lambda X, w1, w2, c, v: _weighed(X, w1, w2) + 2 * c * v,
    "inputs-summed": lambda X, w1, w2, c, v: _weighed(X, 1, 1) + c * v,
}


def _z(X: Array, w1: float, w2: float, c: float, v: float) -> Array:
    return _weighed(X, w1, w2) + c * v


def _label(form: Form) -> Form:
    return lambda *numbers: np.where(form(*numbers) > 0, 1, -1)


def _hits(form: Form) -> Callable[..., int]:
    return lambda X, t, *weights: int(((form(X, *weights) > 0) == (t == 1)).sum())


def _rows_for_columns(X: Array, w1: float, w2: float, c: float, v: float) -> Array:
    return X[0] * w1 + X[1] * w2 + c * v


def _nothing(what: object) -> Callable[[Array, Array], object]:
    """Give what comes of no examples, in the form that the test cell uses."""
    return lambda predicted, truth: what


def _line(
    slope: Callable[[float, float], float],
    intercept: Callable[[float, float, float, float], float],
) -> Callable[..., tuple[float, float]]:
    return lambda w1, w2, c, v: (slope(w1, w2), intercept(w1, w2, c, v))


def _slope(w1: float, w2: float) -> float:
    return -w1 / w2


def _intercept(w1: float, w2: float, c: float, v: float) -> float:
    return -c * v / w2


def _crossing(w1: float, w2: float, c: float, v: float) -> float:
    return -c * v / w1


def _lengths(length: Callable[[Array, float], float]) -> Callable[..., Array]:
    return lambda X, w, b: (X @ w + b) / length(w, b)


def _right_distance(X: Array, w: Array, b: float) -> Array:
    return (X @ w + b) / np.linalg.norm(w)


POINTS = LESSON + "“Two groups of points”"
MIND = LESSON + "“Where the unit changes its mind”"
UPRIGHT = LESSON + "“Upright on the line: w”"

TASKS = {
    "perceptron-score": Task(
        SCORE,
        {
            "one-answer": Probe(one_answer),
            "rows-for-columns": _rows_for_columns,
            "labels-for-sums": any_of(
                _label(_z), lambda *numbers: 1.0 * (_z(*numbers) > 0)
            ),
            "product-not-summed": lambda X, w1, w2, c, v: X * [w1, w2] + c * v,
            **SUMS,
        },
        POINTS,
    ),
    "perceptron-label": Task(
        LABEL,
        {
            "one-answer": Probe(one_answer),
            "step-forgotten": _z,
            "answers-in-wrong-coding": lambda *numbers: 1.0 * (_z(*numbers) > 0),
            "numpy-sign": lambda *numbers: np.sign(_z(*numbers)),
            "threshold-included": lambda *numbers: np.where(_z(*numbers) >= 0, 1, -1),
            "answers-inverted": any_of(
                lambda *numbers: -_label(_z)(*numbers),
                lambda *numbers: np.where(_z(*numbers) < 0, 1, -1),
            ),
            "rows-for-columns": _label(_rows_for_columns),
            **{code: _label(form) for code, form in SUMS.items()},
        },
        POINTS,
    ),
    "perceptron-accuracy": Task(
        ACCURACY,
        {
            "count-not-share": lambda p, t: np.sum(p == t),
            "error-rate": lambda p, t: np.mean(p != t),
            "positives-share": lambda p, t: np.mean(p == 1),
            "integer-division": lambda p, t: np.sum(p == t) // len(t),
            "one-class-only": lambda p, t: np.mean(p[t == 1] == 1),
            "ones-matched": lambda p, t: np.mean((p == 1) & (t == 1)),
            "percent-for-share": lambda p, t: 100 * np.mean(p == t),
            "rounded-off": any_of(
                *(lambda p, t, n=n: np.round(np.mean(p == t), n) for n in (0, 1, 2, 3))
            ),
        },
        POINTS,
    ),
    "perceptron-accuracy-edge": Task(
        NOTHING,
        {
            "empty-is-nan": _nothing(np.nan),
            "empty-is-zero": _nothing(0),
            "empty-is-one": _nothing(1),
            "empty-by-chance": _nothing({"raised": ZeroDivisionError()}),
            "error-returned": _nothing(ValueError()),
            "empty-without-words": _nothing({"raised": ValueError()}),
        },
        POINTS,
    ),
    "perceptron-repair": Task(
        HITS,
        {
            "share-for-count": lambda X, t, *w: _hits(_z)(X, t, *w) / len(t),
            "misses-counted": lambda X, t, *w: len(t) - _hits(_z)(X, t, *w),
            "threshold-included": lambda X, t, *w: ((_z(X, *w) >= 0) == (t == 1)).sum(),
            "ones-only": lambda X, t, *w: ((_z(X, *w) > 0) & (t == 1)).sum(),
            "fired-counted": lambda X, t, *w: (_z(X, *w) > 0).sum(),
            **{code: _hits(form) for code, form in SUMS.items()},
        },
        f"{POINTS} (the rule) and “Where the unit changes its mind” (the slips)",
    ),
    "perceptron-boundary": Task(
        BOUNDARY,
        {
            "score-as-line": _line(lambda w1, w2: w1 + w2, lambda w1, w2, c, v: c * v),
            "slope-sign": _line(lambda w1, w2: w1 / w2, _intercept),
            "signs-forgotten": _line(
                lambda w1, w2: w1 / w2, lambda w1, w2, c, v: c * v / w2
            ),
            "slope-inverted": any_of(
                _line(lambda w1, w2: -w2 / w1, _intercept),
                _line(lambda w1, w2: -w2 / w1, _crossing),
            ),
            "intercept-forgotten": _line(_slope, lambda w1, w2, c, v: 0),
            "normal-as-direction": _line(lambda w1, w2: w2 / w1, _intercept),
            "intercept-sign": _line(_slope, lambda w1, w2, c, v: c * v / w2),
            "intercept-undivided": any_of(
                _line(_slope, lambda w1, w2, c, v: c * v),
                _line(_slope, lambda w1, w2, c, v: -c * v),
            ),
            "crossing-of-x1": _line(_slope, _crossing),
            "pair-reversed": lambda *w: (_intercept(*w), _slope(w[0], w[1])),
            "bias-squared": _line(_slope, lambda w1, w2, c, v: -c * c / w2),
            "wbias-forgotten": _line(_slope, lambda w1, w2, c, v: -c / w2),
            "bias-input-forgotten": _line(_slope, lambda w1, w2, c, v: -v / w2),
        },
        MIND,
    ),
    "perceptron-distance": Task(
        DISTANCE,
        {
            "distance-unscaled": _lengths(lambda w, b: 1.0),
            "length-squared": _lengths(lambda w, b: w @ w),
            "length-with-bias": _lengths(lambda w, b: np.linalg.norm([*w, b])),
            "length-summed": any_of(
                _lengths(lambda w, b: np.abs(w).sum()), _lengths(lambda w, b: w.sum())
            ),
            "side-lost": lambda X, w, b: np.abs(_right_distance(X, w, b)),
            "bias-forgotten": lambda X, w, b: _right_distance(X, w, 0),
            "bias-undivided": lambda X, w, b: _right_distance(X, w, 0) + b,
            "sides-swapped": lambda X, w, b: -_right_distance(X, w, b),
        },
        UPRIGHT,
    ),
    "perceptron-bias": Task(
        THROUGH,
        {
            "bias-sign-flipped": lambda w, x: w @ x,
            "bias-divided": any_of(
                lambda w, x: -(w @ x) / np.linalg.norm(w),
                lambda w, x: (w @ x) / np.linalg.norm(w),
            ),
            "inputs-summed": any_of(lambda w, x: -x.sum(), lambda w, x: x.sum()),
            "product-not-summed": any_of(lambda w, x: -w * x, lambda w, x: w * x),
            "bias-always-zero": lambda w, x: 0.0,
        },
        UPRIGHT,
    ),
}
