"""Known slips with the confusion matrix, what is read off it, and the larger class."""

from collections.abc import Callable

import numpy as np

from nnbyhand.metrics import confusion_matrix, f1, precision, recall
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

MATRIX = {
    "axes-swapped": "Rows are the truth and columns the predictions. Yours are the "
    "other way round.",
    "order-reversed": "You put the highest class first. Class 0 comes first, in rows "
    "and columns.",
    "diagonal-only": "You counted only the hits. The mistakes stand beside the "
    "diagonal.",
    "shares-for-counts": "You returned shares. The matrix counts.",
    "marked-not-counted": "You wrote a 1 where a count is asked: every example adds 1.",
    "two-classes-only": "You made a matrix for two classes. It has k rows and k "
    "columns.",
    "flat-counts": "You returned the counts in a row. Arrange them in k rows and k "
    "columns.",
}

RATES = {
    "precision-recall-swapped": "You divided by the wrong total: precision looks at "
    "what was predicted.",
    "f1-arithmetic": "F1 is the harmonic mean, not the average.",
    "zero-division": "No example was predicted as this class. Return 0 and say so.",
    "f1-zero-division": "Where precision and recall are both 0, your F1 is 0/0. Count "
    "it as 0.",
    "zero-as-one": "You counted 0/0 as 1, as if nothing had gone wrong. Count it as 0.",
    "f1-floored": "Where P + R is below 1 you divided by 1 instead. Divide counts: F1 "
    "= 2·hits/(row total + column total).",
    "f1-half": "Your F1 is half as large as it should be: the 2 is missing.",
    "f1-geometric": "You took the root of the product. F1 is 2PR/(P + R).",
    "totals-of-everything": "You divided by the number of all examples. Each class has "
    "totals of its own.",
    "one-class-only": "You returned the numbers of one class. Each class has its own.",
    "order-changed": "Your three arrays stand in another order: precision, recall, F1.",
    "specificity-for-recall": "You gave the share of the others that were not called "
    "so. Recall looks at the class itself.",
    "class-dropped": "You left out a class. Where a share is 0/0 it counts as 0.",
    "f1-summed": "You multiplied without dividing by P + R.",
}

AVERAGES = {
    "balanced-is-accuracy": "Balanced accuracy is the mean of the recalls. Yours "
    "follows the larger class.",
    "weighted-macro": "Macro means every class counts the same.",
    "f1-arithmetic": RATES["f1-arithmetic"],
    "f1-of-averages": "You took the F1 of the averages. Macro F1 is the average of the "
    "F1s.",
    "precision-for-recall": "Balanced accuracy is the mean of the recalls, not of the "
    "precisions.",
    "accuracy-is-balanced": "Your accuracy is the mean of the recalls. It is the share "
    "of all examples that are right.",
    "accuracy-is-a-mean": "Accuracy is the diagonal's sum over all examples.",
    "macro-of-recalls": "You averaged the recalls twice. Macro F1 averages the F1s.",
    "sums-for-means": "You added up over the classes. Divide by their number.",
    "order-changed": "Your numbers stand in another order: accuracy, balanced "
    "accuracy, macro F1.",
}

ALWAYS = {
    "balanced-is-accuracy": AVERAGES["balanced-is-accuracy"],
    "smallest-named": "You named the smallest class. The largest is asked.",
    "error-rate": "You computed the share of mistakes.",
    "count-not-share": "You returned the size of the class. Divide by the number of "
    "examples.",
    "half-always": "You gave 0.5 whatever the number of classes. One recall is 1, the "
    "others are 0.",
    "first-class-named": "You named class 0. It need not be the largest.",
    "pair-reversed": "You returned the balanced accuracy first. The accuracy comes "
    "first.",
    "number-for-size": "You used the number of the class. Its size is asked.",
}


def _right(M: Array) -> tuple[Array, Array, Array]:
    return precision(M), recall(M), f1(M)


def _changed(
    change: Callable[[Array, Array, Array, Array], tuple],
) -> Callable[[Array], tuple]:
    """Give what ``change`` makes of M, precision, recall and F1."""
    return lambda M: change(M, *_right(M))


def _plain(M: Array) -> tuple[Array, Array]:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.diag(M) / M.sum(axis=0), np.diag(M) / M.sum(axis=1)


def _zero_division(M: Array) -> tuple[Array, Array, Array]:
    p, r = _plain(M)
    with np.errstate(invalid="ignore"):
        return p, r, 2 * p * r / (p + r)


def _nan_somewhere(values: list, _calls: list) -> bool:
    return any(np.isnan(np.asarray(part)).any() for value in values for part in value)


def _nan_in_f1(values: list, calls: list) -> bool:
    return _nan_somewhere([value[2:] for value in values], calls) and not (
        _nan_somewhere([value[:2] for value in values], calls)
    )


def _zero_became_one(values: list, calls: list) -> bool:
    """Tell whether 1 stands where a share was 0/0."""
    for value, call in zip(values, calls, strict=True):
        shares = _zero_division(call.arguments[0])
        for mine, its in zip(value, shares, strict=True):
            if (np.asarray(mine)[np.isnan(its)] == 1).any():
                return True
    return False


def _specificity(M: Array) -> Array:
    n, are, called = M.sum(), M.sum(axis=1), M.sum(axis=0)
    return (n - are - called + np.diag(M)) / (n - are)


def _one_class(values: list, calls: list) -> bool:
    return all(np.size(part) == 1 for value in values for part in value)


def _class_dropped(values: list, calls: list) -> bool:
    return any(
        len(np.atleast_1d(part)) < len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
        for part in value
    )


def _average(change: Callable[..., tuple]) -> Callable[[Array], tuple]:
    """Give what ``change`` makes of M, accuracy, balanced accuracy and macro F1."""

    def made(M: Array) -> tuple:
        p, r, f = _right(M)
        return change(M, np.trace(M) / M.sum(), r.mean(), f.mean(), p, r, f)

    return made


def _part(index: int, form: Callable[[Array, Array], float]) -> Probe:
    """Recognise one of the numbers alone; ``form`` gets M and the precisions."""
    return Probe(
        lambda values, calls: all(
            np.isclose(float(value[index]), form(M, precision(M)))
            for value, M in (
                (v, c.arguments[0]) for v, c in zip(values, calls, strict=True)
            )
        )
    )


def _accuracy_is_a_mean(values: list, calls: list) -> bool:
    means = (
        lambda M, p: p.mean(),
        lambda M, p: recall(M).mean(),
        lambda M, p: f1(M).mean(),
        lambda M, p: np.diag(M).mean(),
        lambda M, p: np.diag(M).sum() / len(M) / M.sum(),
    )
    return any(_part(0, mean).holds(values, calls) for mean in means)


def _sizes(change: Callable[[Array], tuple[float, float]]) -> Callable[[Array], tuple]:
    return lambda truth: change(np.bincount(truth))


def _matrix(change: Callable[[Array], Array]) -> Callable[[Array, Array, int], Array]:
    return lambda p, t, k: change(confusion_matrix(p, t, k))


def _two_only(values: list, calls: list) -> bool:
    return any(
        np.shape(value) == (2, 2) and call.arguments[2] > 2
        for value, call in zip(values, calls, strict=True)
    )


def _flat_counts(values: list, calls: list) -> bool:
    return all(np.ndim(value) == 1 for value in values)


LOOK = "lesson 02, section “Is 90 % good?”"

TASKS = {
    "perceptron-confusion": Task(
        MATRIX,
        {
            "two-classes-only": Probe(_two_only),
            "flat-counts": Probe(_flat_counts),
            "axes-swapped": _matrix(np.transpose),
            "order-reversed": _matrix(lambda M: M[::-1, ::-1]),
            "diagonal-only": _matrix(lambda M: np.diag(np.diag(M))),
            "marked-not-counted": _matrix(lambda M: (M > 0).astype(int)),
            "shares-for-counts": _matrix(lambda M: M / M.sum()),
        },
        LOOK,
    ),
    "perceptron-rates": Task(
        RATES,
        {
            "one-class-only": Probe(_one_class),
            "class-dropped": Probe(_class_dropped),
            "f1-zero-division": Probe(_nan_in_f1),
            "zero-division": Probe(_nan_somewhere),
            "precision-recall-swapped": _changed(lambda M, p, r, f: (r, p, f)),
            "order-changed": _changed(lambda M, p, r, f: (f, p, r)),
            "f1-arithmetic": _changed(lambda M, p, r, f: (p, r, (p + r) / 2)),
            "f1-floored": _changed(
                lambda M, p, r, f: (p, r, 2 * p * r / np.maximum(p + r, 1))
            ),
            "f1-half": _changed(lambda M, p, r, f: (p, r, f / 2)),
            "f1-geometric": _changed(lambda M, p, r, f: (p, r, np.sqrt(p * r))),
            "f1-summed": _changed(lambda M, p, r, f: (p, r, 2 * p * r)),
            "totals-of-everything": lambda M: (np.diag(M) / M.sum(),) * 3,
            "specificity-for-recall": lambda M: (
                precision(M),
                _specificity(M),
                2
                * precision(M)
                * _specificity(M)
                / np.maximum(precision(M) + _specificity(M), 1e-12),
            ),
            "zero-as-one": Probe(_zero_became_one),
        },
        LOOK,
    ),
    "perceptron-averages": Task(
        AVERAGES,
        {
            "balanced-is-accuracy": _average(lambda M, a, b, m, p, r, f: (a, a, m)),
            "weighted-macro": _average(
                lambda M, a, b, m, p, r, f: (a, b, f @ M.sum(axis=1) / M.sum())
            ),
            "f1-arithmetic": _average(
                lambda M, a, b, m, p, r, f: (a, b, ((p + r) / 2).mean())
            ),
            "f1-of-averages": _average(
                lambda M, a, b, m, p, r, f: (
                    *(a, b),
                    2 * p.mean() * b / (p.mean() + b),
                )
            ),
            "accuracy-is-balanced": _average(lambda M, a, b, m, p, r, f: (b, b, m)),
            "macro-of-recalls": _average(lambda M, a, b, m, p, r, f: (a, b, b)),
            "sums-for-means": _average(
                lambda M, a, b, m, p, r, f: (a, r.sum(), f.sum())
            ),
            "order-changed": _average(lambda M, a, b, m, p, r, f: (b, a, m)),
            # whatever the other two numbers are
            "precision-for-recall": _part(1, lambda M, p: p.mean()),
            "accuracy-is-a-mean": Probe(_accuracy_is_a_mean),
        },
        LOOK,
    ),
    "perceptron-majority": Task(
        ALWAYS,
        {
            "balanced-is-accuracy": _sizes(lambda n: (n.max() / n.sum(),) * 2),
            "smallest-named": _sizes(lambda n: (n.min() / n.sum(), 1 / len(n))),
            "error-rate": _sizes(lambda n: (1 - n.max() / n.sum(), 1 / len(n))),
            "count-not-share": _sizes(lambda n: (n.max(), 1 / len(n))),
            "first-class-named": _sizes(lambda n: (n[0] / n.sum(), 1 / len(n))),
            "pair-reversed": _sizes(lambda n: (1 / len(n), n.max() / n.sum())),
            "half-always": _sizes(lambda n: (n.max() / n.sum(), 0.5)),
            "number-for-size": _sizes(lambda n: (n.argmax() / n.sum(), 1 / len(n))),
        },
        LOOK,
    ),
}
