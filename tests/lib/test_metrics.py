"""Metrics against scikit-learn, with 0/0 and with wrong arguments."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnbyhand.metrics import (
    accuracy,
    balanced_accuracy,
    confusion_matrix,
    f1,
    macro,
    matrix_accuracy,
    precision,
    recall,
    report,
    specificity,
    undefined,
)

pytestmark = pytest.mark.filterwarnings("error")


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=60)
)
def test_agree_with_scikit_learn(pairs):
    sklearn = pytest.importorskip("sklearn.metrics")
    predicted, truth = np.array(pairs).T
    M = confusion_matrix(predicted, truth, 4)
    every = [0, 1, 2, 3]
    np.testing.assert_array_equal(
        M, sklearn.confusion_matrix(truth, predicted, labels=every)
    )
    theirs = sklearn.precision_recall_fscore_support(
        truth, predicted, labels=every, zero_division=0
    )
    for ours, twin in zip((precision(M), recall(M), f1(M)), theirs, strict=False):
        np.testing.assert_allclose(ours, twin, rtol=1e-12)
    assert accuracy(predicted, truth) == sklearn.accuracy_score(truth, predicted)
    assert matrix_accuracy(M) == pytest.approx(accuracy(predicted, truth))


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=4, max_size=4).filter(sum))
def test_specificity_is_the_recall_of_the_other_of_two(counts):
    M = np.reshape(counts, (2, 2))
    np.testing.assert_allclose(specificity(M), recall(M)[::-1])
    assert balanced_accuracy(M) == pytest.approx(recall(M).mean())


def test_rows_are_the_truth():
    M = confusion_matrix([1, 1, 1], [0, 0, 1], 2)
    assert M.tolist() == [[0, 2], [0, 1]]


def test_nothing_of_nothing_is_zero_and_said_so():
    M = [[3, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert precision(M).tolist() == [0.75, 0, 0]
    assert recall(M).tolist() == [1, 0, 0]
    assert f1(M)[1:].tolist() == [0, 0]
    assert undefined(M) == [
        "precision of class 1 is 0/0, counted as 0: class 1 was never predicted",
        "precision of class 2 is 0/0, counted as 0: class 2 was never predicted",
        "recall of class 2 is 0/0, counted as 0: class 2 has no examples",
    ]
    assert all(sentence in report(M) for sentence in undefined(M))
    assert undefined([[1, 1], [1, 1]]) == []


def test_report_holds_the_baseline():
    text = report([[90, 0], [10, 0]])
    assert "accuracy 0.9000, balanced 0.5000" in text
    assert "baseline 0.9000" in text
    assert "    1     0.0000  0.0000  0.0000        10" in text


def test_refusals():
    with pytest.raises(ValueError, match="accuracy: predicted is empty"):
        accuracy([], [])
    with pytest.raises(ValueError, match=r"truth must be \(2,\).*got \(3,\)"):
        accuracy([0, 1], [0, 1, 1])
    with pytest.raises(ValueError, match=r"outputs.argmax\(axis=1\)"):
        accuracy(np.eye(3), [0, 1, 2])
    with pytest.raises(ValueError, match=r"predicted must be \(n,\)"):
        accuracy(1, 1)
    for labels in ([0, 3], [-1, 0], [0.5, 0]):
        with pytest.raises(ValueError, match="whole numbers from 0 to 2"):
            confusion_matrix(labels, [0, 1], 3)
        with pytest.raises(ValueError, match="whole numbers from 0 to 2"):
            confusion_matrix([0, 1], labels, 3)
    with pytest.raises(ValueError, match=r"precision: M must be \(2, 2\)"):
        precision(np.ones((2, 3)))
    with pytest.raises(ValueError, match="counts of at least one example"):
        recall(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="counts of at least one example"):
        f1([[1, -1], [1, 1]])
    with pytest.raises(ValueError, match="macro: values is empty"):
        macro([])
    with pytest.raises(TypeError, match="must be an array of numbers"):
        specificity("abc")
