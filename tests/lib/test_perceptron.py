"""Boundary, distance and learning rule; the numbers of unit 02."""

import numpy as np
import pytest

from nnbyhand.data import (
    CONFUSION_3,
    MATLAB_LABELS,
    MATLAB_POINTS,
    TWELVE_LABELS,
    TWELVE_POINTS,
    TWELVE_SIGNS,
    WEIGHTS_A,
    WEIGHTS_B,
    WEIGHTS_C,
    WEIGHTS_D,
)
from nnbyhand.gates import neuron, sign, step, truth_inputs
from nnbyhand.metrics import (
    accuracy,
    balanced_accuracy,
    confusion_matrix,
    f1,
    macro,
    matrix_accuracy,
    precision,
    recall,
    specificity,
)
from nnbyhand.perceptron import boundary, distance, learn, update

pytestmark = pytest.mark.filterwarnings("error")
ROWS = truth_inputs(2)


def unit(weights):
    """Give w and b of a set w1, w2, bias, wbias."""
    return weights[:2], weights[2] * weights[3]


def hits(z, strict=True):
    return int((np.where(z > 0 if strict else z >= 0, 1, -1) == TWELVE_SIGNS).sum())


@pytest.mark.parametrize(
    ("weights", "z", "right"),
    [
        (
            WEIGHTS_A,
            [2, 3.75, 2.5, 1.875, 3.125, 2.375, -0.125, 0.125, 1, 0.375, -0.25, 0],
            9,
        ),
        (WEIGHTS_C, [3, 10, 5, 2.5, 7.5, 4.5, -5.5, -4.5, -1, -3.5, -6, -5], 12),
        (
            WEIGHTS_D,
            [-0.5, 4, 0.5, -1, 2.5, 0, -6.5, -6.25, -3.75, -5.25, -7, -6.5],
            9,
        ),
    ],
    ids=["P-05", "P-09", "I-D"],
)
def test_sums_and_hits(weights, z, right):
    found = neuron(TWELVE_POINTS, *unit(weights))
    np.testing.assert_array_equal(found, z)
    assert hits(found) == right
    assert accuracy(sign(found), TWELVE_SIGNS) == right / 12


def test_p05_at_zero_the_rule_decides():
    z = neuron(TWELVE_POINTS, *unit(WEIGHTS_A))
    assert (hits(z), hits(z, strict=False)) == (9, 8)


def test_p08_weights_b_fire_everywhere():
    z = neuron(TWELVE_POINTS, *unit(WEIGHTS_B))
    assert z.min() > 0
    assert hits(z) == 6


@pytest.mark.parametrize(
    ("weights", "line"),
    [(WEIGHTS_A, (1.5, 2)), (WEIGHTS_B, (-1, -1)), (WEIGHTS_C, (1.5, -0.5))],
    ids=["P-07", "P-08", "P-09"],
)
def test_boundaries(weights, line):
    assert boundary(*unit(weights)) == line


def test_a_vertical_boundary_is_refused():
    with pytest.raises(ValueError, match="vertical line"):
        boundary([1, 0], 3)


@pytest.mark.parametrize(
    ("slope", "intercept", "reads"), [(0.25, 1, 9), (2, 1, 9), (1, 1, 12), (1, -1, 8)]
)
def test_p07_p08_p23_wrong_lines_read_well(slope, intercept, reads):
    below = TWELVE_POINTS[:, 1] < slope * TWELVE_POINTS[:, 0] + intercept
    assert reads == (below == TWELVE_LABELS).sum()


def test_p23_bias_times_bias():
    assert hits(neuron(TWELVE_POINTS, WEIGHTS_C[:2], 1.0)) == 11


def test_p10_the_nearest_point_of_c():
    d = distance(TWELVE_POINTS, *unit(WEIGHTS_C))
    assert np.abs(d).min() == pytest.approx(0.2773500981, abs=5e-11)
    assert (d > 0).tolist() == (TWELVE_LABELS == 1).tolist()
    assert distance([0, 0], [3, -2], -1) == pytest.approx(-1 / np.sqrt(13))


def test_no_weights_no_distance():
    with pytest.raises(ValueError, match="must not be all 0"):
        distance([[1, 2]], [0, 0], 1)


def test_p12_without_bias_all_twelve():
    z = TWELVE_POINTS @ WEIGHTS_A[:2]
    assert (hits(z), hits(z, strict=False)) == (12, 11)
    assert z[8] == 0


def test_p13_both_codings_take_the_same_steps():
    rng = np.random.default_rng(2)
    for _ in range(50):
        w, x, b = rng.normal(size=3), rng.normal(size=3), rng.normal()
        t = float(rng.integers(0, 2))
        y = sign(neuron(x, w, b))
        half = (2 * t - 1 - y) / 2
        new_w, new_b = update(w, b, x, t, 0.5)
        np.testing.assert_allclose(new_w, w + 0.5 * half * x)
        assert new_b == pytest.approx(b + 0.5 * half)


def test_update_changes_no_argument():
    w, x = np.zeros(2), np.ones(2)
    update(w, 0.0, x, 1)
    assert w.tolist() == [0, 0]


def test_p14_the_whole_trace():
    found = learn(MATLAB_POINTS, MATLAB_LABELS)
    steps = [
        (-0.5, -0.5, 1),
        (-0.8, 0, 0),
        (-0.7, -1, -1),
        (-1.2, -1.5, 0),
        (-1.7, -1, 1),
        (-2, -0.5, 0),
    ]
    np.testing.assert_allclose(found.steps, steps, atol=1e-12)
    assert found.mistakes == [3, 3, 0]
    assert found.separated


def test_p15_twelve_points():
    found = learn(TWELVE_POINTS, TWELVE_LABELS)
    assert found.mistakes == [2, 3, 3, 2, 2, 1, 0]
    assert (found.w.tolist(), found.b, len(found.steps)) == ([12, -9], 1, 13)
    found = learn(TWELVE_POINTS, TWELVE_LABELS, *unit(WEIGHTS_A))
    assert found.mistakes == [1, 3, 3, 2, 2, 1, 0]
    assert (found.w.tolist(), found.b, len(found.steps)) == ([11.75, -9], 3, 12)


def test_p16_gates():
    found = learn(ROWS, [0, 0, 0, 1])
    assert (found.w.tolist(), found.b) == ([2, 1], -2)
    assert found.mistakes == [1, 3, 3, 2, 1, 0]
    found = learn(ROWS, [0, 1, 1, 1])
    assert (found.w.tolist(), found.b) == ([1, 1], 0)
    assert found.mistakes == [1, 2, 1, 0]


@pytest.mark.parametrize("limit", [2, 3, 10])
def test_p17_xor_goes_round_in_a_circle(limit):
    found = learn(ROWS, [0, 1, 1, 0], limit=limit)
    assert found.mistakes == [2, 3, *[4] * (limit - 2)]
    assert (found.w.tolist(), found.b) == ([-1, 0], 1)
    assert not found.separated
    assert "not separated" in repr(found)


def test_p18_the_rate_only_scales():
    found = learn(TWELVE_POINTS, TWELVE_LABELS, lr=0.1)
    np.testing.assert_allclose([*found.w, found.b], [1.2, -0.9, 0.1])
    assert found.mistakes == [2, 3, 3, 2, 2, 1, 0]


def test_p19_always_cat():
    M = confusion_matrix(np.zeros(100), np.repeat([0, 1], [90, 10]), 2)
    assert (matrix_accuracy(M), balanced_accuracy(M)) == (0.9, 0.5)
    assert (recall(M)[1], precision(M)[1]) == (0, 0)


def test_p20_two_classes():
    predicted = step(neuron(TWELVE_POINTS, *unit(WEIGHTS_A)))
    M = confusion_matrix(predicted, TWELVE_LABELS, 2)
    assert M.tolist() == [[3, 3], [0, 6]]
    assert balanced_accuracy(M) == 0.75
    assert f1(M)[1] == pytest.approx(0.8)
    M = np.array([[140, 20], [10, 30]])
    found = [matrix_accuracy(M), precision(M)[1], recall(M)[1], specificity(M)[1]]
    assert found == pytest.approx([0.85, 0.6, 0.75, 0.875])
    assert balanced_accuracy(M) == 0.8125


def test_p21_three_classes():
    assert matrix_accuracy(CONFUSION_3) == pytest.approx(0.79)
    assert balanced_accuracy(CONFUSION_3) == pytest.approx(0.7453891138, abs=5e-11)
    assert macro(f1(CONFUSION_3)) == pytest.approx(0.7275041051, abs=5e-11)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (([[1, 2]], [1, 0]), "learn: t must be"),
        (([[1, 2]], [-1]), "must be 0 or 1"),
        (([1, 2], [1]), "learn: X must be"),
        (([[1, 2]], [1], [1, 2, 3]), "learn: w must be"),
    ],
)
def test_learn_refuses_what_does_not_fit(arguments, says):
    with pytest.raises(ValueError, match=says):
        learn(*arguments)
