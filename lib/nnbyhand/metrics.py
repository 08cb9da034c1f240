"""How good predictions are: accuracy, and what accuracy hides.

``accuracy`` compares labels; everything else is read off ``confusion_matrix``, whose
rows are the truth and whose columns are the predictions. A share of nothing, 0/0,
counts as 0; ``undefined`` says where that happened, and ``report`` prints it too.
"""

import numpy as np

from nnbyhand.losses import class_labels
from nnbyhand.shapes import Array, check_array, check_shape


def accuracy(predicted: Array, truth: Array) -> float:
    """Give the share of right labels; a batch of nothing is refused.

    Shapes: predicted (n,), truth (n,) -> one number. Taught in course/02_perceptron.

    >>> accuracy([1, 0, 1, 1], [1, 0, 0, 1])
    0.75
    """
    predicted, truth = _labels("accuracy", predicted, truth)
    return float((predicted == truth).mean())


def confusion_matrix(predicted: Array, truth: Array, n_classes: int) -> Array:
    """Count how often class i (row, the truth) was called j (column, predicted).

    Shapes: predicted (n,), truth (n,) -> (k, k) of counts.
    Taught in course/02_perceptron.

    >>> confusion_matrix([1, 0, 1, 1], [1, 0, 0, 1], 2)
    array([[1, 1],
           [0, 2]])
    """
    predicted, truth = _labels("confusion_matrix", predicted, truth)
    predicted = class_labels("confusion_matrix", predicted, len(truth), n_classes)
    truth = class_labels("confusion_matrix", truth, len(truth), n_classes)
    counts = np.bincount(truth * n_classes + predicted, minlength=n_classes**2)
    return counts.reshape(n_classes, n_classes)


def matrix_accuracy(M: Array) -> float:
    """Read the accuracy off a confusion matrix: the diagonal over everything.

    Shapes: M (k, k) -> one number. Taught in course/02_perceptron.

    >>> matrix_accuracy([[140, 20], [10, 30]])
    0.85
    """
    M = _matrix("matrix_accuracy", M)
    return float(np.trace(M) / M.sum())


def precision(M: Array) -> Array:
    """Of all called class j, give the share that is j; 0/0 is 0, see ``undefined``.

    Shapes: M (k, k) -> (k,). Taught in course/02_perceptron.

    >>> precision([[140, 20], [10, 30]])[1]
    np.float64(0.6)
    """
    M = _matrix("precision", M)
    return _share(np.diag(M), M.sum(axis=0))


def recall(M: Array) -> Array:
    """Of all that are class i, give the share called i; 0/0 is 0, see ``undefined``.

    Shapes: M (k, k) -> (k,). Taught in course/02_perceptron.

    >>> recall([[140, 20], [10, 30]])[1]
    np.float64(0.75)
    """
    M = _matrix("recall", M)
    return _share(np.diag(M), M.sum(axis=1))


def specificity(M: Array) -> Array:
    """Of all that are not class i, give the share not called i; 0/0 is 0.

    Shapes: M (k, k) -> (k,). Taught in course/02_perceptron.

    >>> specificity([[140, 20], [10, 30]])[1]
    np.float64(0.875)
    """
    M = _matrix("specificity", M)
    others = M.sum() - M.sum(axis=1)
    wrongly_called = M.sum(axis=0) - np.diag(M)
    return _share(others - wrongly_called, others)


def f1(M: Array) -> Array:
    """Give the harmonic mean of precision and recall of each class; 0/0 is 0.

    Shapes: M (k, k) -> (k,). Taught in course/02_perceptron.

    >>> f1([[140, 20], [10, 30]])[1].round(4)
    np.float64(0.6667)
    """
    M = _matrix("f1", M)
    return _share(2 * np.diag(M), M.sum(axis=0) + M.sum(axis=1))


def macro(values: Array) -> float:
    """Average over the classes, each counting alike: ``macro(f1(M))``.

    Shapes: values (k,) -> one number. Taught in course/02_perceptron.

    >>> macro([0.5, 1.0])
    0.75
    """
    values = check_array("macro", "values", values)
    check_shape("macro", "values", values, ("k",))
    return float(values.mean())


def balanced_accuracy(M: Array) -> float:
    """Average the recall of the classes: 0.5 for "always cat", however many cats.

    Shapes: M (k, k) -> one number. Taught in course/02_perceptron.

    >>> balanced_accuracy([[90, 0], [10, 0]])
    0.5
    """
    return macro(recall(_matrix("balanced_accuracy", M)))


def undefined(M: Array) -> list[str]:
    """Say in words which precisions and recalls were 0/0 and counted as 0.

    Shapes: M (k, k) -> sentences. Taught in course/02_perceptron.

    >>> undefined([[90, 0], [10, 0]])
    ['precision of class 1 is 0/0, counted as 0: class 1 was never predicted']
    """
    M = _matrix("undefined", M)
    never_predicted = np.flatnonzero(M.sum(axis=0) == 0)
    never_true = np.flatnonzero(M.sum(axis=1) == 0)
    return [
        f"precision of class {j} is 0/0, counted as 0: class {j} was never predicted"
        for j in never_predicted
    ] + [
        f"recall of class {i} is 0/0, counted as 0: class {i} has no examples"
        for i in never_true
    ]


def report(M: Array) -> str:
    """Lay out precision, recall and F1 of each class, then the averages and baseline.

    The baseline always answers with the largest class.
    Shapes: M (k, k) -> text. Taught in course/07_training_in_practice.
    """
    M = _matrix("report", M)
    rows = np.column_stack([precision(M), recall(M), f1(M), M.sum(axis=1)])
    lines = ["class  precision  recall  F1      examples"]
    lines += [
        f"{i:5}  {p:9.4f}  {r:.4f}  {f:.4f}  {n:8.0f}"
        for i, (p, r, f, n) in enumerate(rows)
    ]
    lines.append(
        f"accuracy {matrix_accuracy(M):.4f}, balanced {balanced_accuracy(M):.4f}, "
        f"macro F1 {macro(f1(M)):.4f}"
    )
    lines.append(f"baseline {M.sum(axis=1).max() / M.sum():.4f}, always the same class")
    return "\n".join(lines + undefined(M))


def _share(part: Array, whole: Array) -> Array:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole != 0)


def _matrix(function: str, M: Array) -> Array:
    M = check_array(function, "M", M)
    check_shape(function, "M", M, ("k", "k"))
    check_shape(function, "M", M, (len(M), len(M)))
    if M.min() < 0 or M.sum() == 0:
        raise ValueError(f"{function}: M must hold counts of at least one example")
    return M


def _labels(function: str, predicted: Array, truth: Array) -> tuple[Array, Array]:
    predicted = np.asarray(predicted)
    truth = np.asarray(truth)
    if predicted.size == 0:
        raise ValueError(
            f"{function}: predicted is empty; a share of nothing is no number"
        )
    if predicted.ndim == 2:
        raise ValueError(
            f"{function}: predicted must be labels (n,), got shape {predicted.shape}; "
            "for outputs take outputs.argmax(axis=1)"
        )
    check_shape(function, "predicted", predicted, ("n",))
    check_shape(function, "truth", truth, predicted.shape)
    return predicted, truth
