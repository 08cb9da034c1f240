"""Runs played from a list, curves with a known fault, and chance measured."""

import copy

import numpy as np
import pytest

from nnbyhand import measured, practice, prepare
from nnbyhand.layers import Dropout


def test_every_kind_of_curve_shows_its_fault():
    kinds = ("slow", "jumping", "overfitting", "too small", "unfinished", "fine")
    for task, unit in ((1, 1.0), (2, 0.3)):
        for kind in kinds:
            train, val = practice.curves(kind, task)
            assert train.shape == val.shape == (practice.N_EPOCHS,)
            assert train.min() > 0
        train, val = practice.curves("overfitting", task)
        assert val[-1] > val.min() + 0.3 * unit
        assert (np.diff(train) < 0).all()
        train, _ = practice.curves("jumping", task)
        assert (np.diff(np.sign(np.diff(train))) != 0).mean() > 0.3
        train, _ = practice.curves("unfinished", task)
        assert train[-10] - train[-1] > 0.15 * unit
    with pytest.raises(ValueError, match="task must be 1 or 2"):
        practice.curves("fine", 3)
    with pytest.raises(ValueError, match="name must be one of"):
        practice.curves("good")


def test_a_rehearsal_moves_one_array():
    run = practice.Rehearsal([0.5, 0.4], [0.6, 0.7])
    weights = run.weights
    assert [run.epoch() for _ in range(2)] == [(0.5, 0.6), (0.4, 0.7)]
    assert weights is run.weights
    assert weights.tolist() == [2.0, -1.0, 0.5]
    with pytest.raises(RuntimeError, match="all 2 epochs"):
        run.epoch()
    assert repr(run) == "Rehearsal of 2 epochs"
    with pytest.raises(ValueError, match="val_losses"):
        practice.Rehearsal([0.5, 0.4], [0.6])


def test_a_copied_rehearsal_stands_alone():
    run = practice.Rehearsal([0.5, 0.4], [0.6, 0.7])
    other = copy.deepcopy(run)
    other.epoch()
    assert run.weights.tolist() == [0, 0, 0]


def test_a_short_run_moves_its_arguments_and_tells_divergence():
    params, memory = {"W": np.array([10.0, 1.0])}, {"W": np.zeros(2)}
    w, v = np.array([10.0, 1.0]), np.zeros(2)
    loss = practice.short_run(params, memory, 0.02)
    for _ in range(10):
        v = 0.9 * v + np.array([1.0, 10.0]) * w
        w = w - 0.02 * v
    np.testing.assert_allclose(params["W"], w)
    np.testing.assert_allclose(memory["W"], v)
    assert loss == pytest.approx((w[0] ** 2 + 10 * w[1] ** 2) / 2)
    assert np.isnan(practice.short_run(params, memory, 5.0))
    with pytest.raises(ValueError, match="must hold W"):
        practice.short_run({"V": w}, memory, 0.1)


def test_split_counts():
    labels = np.array([0, 0, 0, 1, 1, 1])
    parts = prepare.stratified_split(labels, (2 / 3, 1 / 3), np.random.default_rng(0))
    counts, slips = measured.split_counts(parts, labels)
    assert counts.tolist() == [[2, 2], [1, 1]]
    assert slips.tolist() == [0, 0]
    for wrong, told in (
        ([np.array([True, False])], "not truth values"),
        ([[0, 6]], "from 0 to 5"),
        ([[0.5]], "not whole"),
        ([np.array([0.0, 1.0])], "float64 numbers, not whole"),
        ([[np.array([0]), np.array([1, 2])]], "lists or arrays"),
    ):
        with pytest.raises(ValueError, match=told):
            measured.split_counts(wrong, labels)


def test_dropout_facts_of_the_library_s_layer():
    X = np.random.default_rng(0).uniform(1, 2, size=(60, 50))
    layer = Dropout(0.2, np.random.default_rng(1))
    A = layer.forward(X, train=True)
    facts = measured.dropout_facts(X, (A, layer.mask), 0.2)
    np.testing.assert_allclose(facts, [0.2, 1.25, 0, 0])
    facts = measured.dropout_facts(X, (0 * X, layer.mask), 0.2)
    assert facts[0] == 1
    assert facts[2] == layer.mask.sum()
    assert facts[3] == 1
    facts = measured.dropout_facts(X, (A, layer.mask / 0.8), 0.2)
    assert facts[2] == layer.mask.sum()
    with pytest.raises(ValueError, match="two arrays, A and kept"):
        measured.dropout_facts(X, X, 0.2)


def test_start_facts_name_a_wrong_form():
    rng = np.random.default_rng(0)
    W = np.sqrt(2 / 50) * rng.normal(size=(50, 80))
    facts = measured.start_facts([(W, np.zeros(80))], [50, 80])
    assert facts.tolist() == [[1, 0, 0]]
    doubled = measured.start_facts([(2 * W, np.full(80, 0.5))], [50, 80])
    assert doubled[0, 0] == pytest.approx(2, rel=0.05)
    assert doubled[0, 2] == 0.5
    for wrong, told in (
        ([W], "pairs"),
        ([(W.T, np.zeros(80))], r"must be \(50, 80\)"),
        ([], "expected 1 pairs"),
    ):
        with pytest.raises(ValueError, match=told):
            measured.start_facts(wrong, [50, 80])


def test_named_wants_just_these_names():
    good = {"b": 1, "W": 2}
    assert measured.named((good, good), ["W", "b"]) == (2, 1, 2, 1)
    for wrong, told in (
        ((good, {"W": 1}), "got W"),
        ((good, [1, 2]), "got a list of length 2"),
        (good, "two dicts, params and memory"),
    ):
        with pytest.raises(ValueError, match=told):
            measured.named(wrong, ["W", "b"])
