"""Splitting, scaling, encoding, batching: complete, disjoint, reproducible."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnbyhand.prepare import (
    Standardiser,
    balanced_class_weights,
    mini_batches,
    one_hot,
    split,
    stratified_split,
)

pytestmark = pytest.mark.filterwarnings("error")


def rng(seed=0):
    return np.random.default_rng(seed)


@settings(deadline=None)
@given(st.integers(1, 300), st.sampled_from([(0.8, 0.1, 0.1), (0.6, 0.2, 0.2), (1.0,)]))
def test_split_is_complete_and_disjoint(n, shares):
    parts = split(n, shares, rng())
    assert sorted(np.concatenate(parts).tolist()) == list(range(n))
    assert [len(p) for p in parts[:-1]] == [int(s * n + 1e-9) for s in shares[:-1]]


def test_split_shuffles_and_repeats_by_seed():
    one, two, other = (split(100, (0.5, 0.5), rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one[0], two[0])
    assert (one[0] != other[0]).any()
    assert (np.sort(one[0]) != one[0]).any()


def test_a_share_that_is_not_exact_in_binary_loses_nobody():
    assert [len(part) for part in split(100, (0.29, 0.71), rng())] == [29, 71]


def test_stratified_split_keeps_proportions_and_everybody():
    labels = rng().permutation([0] * 503 + [1] * 101 + [2] * 50)
    parts = stratified_split(labels, (0.6, 0.2, 0.2), rng())
    assert sorted(np.concatenate(parts).tolist()) == list(range(654))
    counts = [np.bincount(labels[part]).tolist() for part in parts]
    assert counts == [[301, 60, 30], [100, 20, 10], [102, 21, 10]]
    assert len(set(labels[parts[0]][:30].tolist())) > 1  # not class by class


@settings(deadline=None)
@given(st.integers(1, 100), st.integers(1, 40))
def test_an_epoch_meets_every_example_once(n, batch_size):
    batches = list(mini_batches(n, batch_size, rng()))
    assert sorted(np.concatenate(batches).tolist()) == list(range(n))
    assert len(batches) == -(-n // batch_size)
    assert all(len(batch) == batch_size for batch in batches[:-1])


def test_every_epoch_has_an_order_of_its_own():
    generator = rng()
    one, two = (np.concatenate(list(mini_batches(50, 7, generator))) for _ in "12")
    assert (one != two).any()
    in_order = np.concatenate(list(mini_batches(50, 7)))
    np.testing.assert_array_equal(in_order, np.arange(50))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_standardiser_uses_the_training_part_and_comes_back(dtype):
    train = rng().normal(5, 3, (200, 4)).astype(dtype)
    test = rng(1).normal(5, 3, (50, 4)).astype(dtype)
    before = train.copy()
    scale = Standardiser().fit(train)
    Z = scale.transform(train)
    assert Z.dtype == dtype
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(Z.std(axis=0), 1, atol=1e-5)
    want = (test - train.mean(axis=0)) / train.std(axis=0)
    np.testing.assert_allclose(scale.transform(test), want, rtol=1e-3, atol=1e-5)
    np.testing.assert_allclose(scale.inverse(Z), train, rtol=1e-4)
    np.testing.assert_array_equal(train, before)


def test_one_mean_for_all_pixels():
    images = rng().random((6, 1, 4, 5))
    scale = Standardiser(axis=None).fit(images)
    assert scale.mean == pytest.approx(images.mean())
    assert scale.transform(images[:2]).shape == (2, 1, 4, 5)


def test_a_feature_that_never_changes_is_only_shifted():
    Z = Standardiser().fit([[2.0, 1.0], [2.0, 3.0]]).transform([[2.0, 1.0], [5.0, 3.0]])
    assert Z.tolist() == [[0, -1], [3, 1]]


def test_one_hot():
    Y = one_hot([2, 0, 1, 2], 3, dtype=np.float32)
    assert Y.dtype == np.float32
    assert Y.argmax(axis=1).tolist() == [2, 0, 1, 2]
    assert (Y.sum(axis=1) == 1).all()


def test_balanced_class_weights_weigh_n_together():
    labels = np.repeat([0, 1, 2, 3], [500, 100, 60, 40])
    weights = balanced_class_weights(labels, 4)
    assert weights[labels].sum() == pytest.approx(700)


def test_refusals():
    generator = rng()
    for shares in ((0.8, 0.1), (0.8, 0.3), (), (1.2, -0.2)):
        with pytest.raises(ValueError, match="shares must be above 0 and sum to 1"):
            split(10, shares, generator)
    for n in (0, -1, 2.5, True):
        with pytest.raises(ValueError, match="n must be a whole number above 0"):
            split(n, (1.0,), generator)
    with pytest.raises(TypeError, match="split: rng must be a numpy Generator"):
        split(10, (1.0,), 0)
    with pytest.raises(TypeError, match="mini_batches: rng must be a numpy Generator"):
        mini_batches(10, 3, np.random)
    with pytest.raises(ValueError, match="batch_size must be a whole number above 0"):
        mini_batches(10, 0)
    with pytest.raises(ValueError, match=r"labels must be \(n,\)"):
        stratified_split(np.eye(3), (0.5, 0.5), generator)
    with pytest.raises(RuntimeError, match="call fit with the training part first"):
        Standardiser().transform(np.ones((2, 2)))
    with pytest.raises(ValueError, match=r"transform: X must be \(n, 2\).*\(1, 3\)"):
        Standardiser().fit(np.ones((2, 2))).transform(np.ones((1, 3)))
    with pytest.raises(ValueError, match=r"fit: X must be finite, got nan"):
        Standardiser().fit([[np.nan]])
    with pytest.raises(ValueError, match=r"Standardiser.fit: X is empty"):
        Standardiser().fit(np.zeros((0, 2)))
    with pytest.raises(ValueError, match="axis must be 0 or None"):
        Standardiser(axis=1)
    for labels in ([0, 3], [-1, 0], [0.5, 1]):
        with pytest.raises(ValueError, match=r"one_hot: labels .* from 0 to 2"):
            one_hot(labels, 3)
    with pytest.raises(ValueError, match="class 1 has none"):
        balanced_class_weights([0, 2], 3)
