"""Weights, truths and faults that exercises on recurrent networks are tried with."""

import subprocess
import sys

import numpy as np
import pytest

from nnbyhand import recurrent_practice as practice
from nnbyhand.recurrent import LSTM, lstm_step


def _case(seed=0):
    rng = np.random.default_rng(seed)
    p = practice.named_weights(2, 3, 1)
    return rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), p


def test_named_blocks_stack_as_the_layer_wants_them():
    x, h, c, p = _case()
    W_x, W_h, b = practice.stacked(p)
    assert (W_x.shape, W_h.shape, b.shape) == ((2, 12), (3, 12), (12,))
    expected = lstm_step(x, h, c, W_x, W_h, b)
    for got, wanted in zip(practice.faulty_step(x, h, c, p), expected, strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-12)


def test_with_and_without_torch_the_truth_is_the_same(monkeypatch):
    pytest.importorskip("torch")
    X = np.random.default_rng(2).normal(size=(4, 5, 2))
    _, h, c, p = _case()
    one = (0.5, -1.0, 2.0), 0.3, 0.8, -1.2, 0.1, (0.2, -1.0, 0.7)
    by_torch = practice.true_lstm(X, h, c, p), practice.true_gradients(*one)
    monkeypatch.setattr(practice, "_has_torch", lambda: False)
    by_hand = practice.true_lstm(X, h, c, p), practice.true_gradients(*one)
    for got, wanted in zip(by_hand[0], by_torch[0], strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(by_hand[1], by_torch[1], rtol=1e-9)


@pytest.mark.parametrize("letter", sorted(practice.FAULTY))
def test_every_fault_shows_where_states_are_not_zero(letter):
    x, h, c, p = _case(3)
    right = practice.faulty_step(x, h, c, p)[0]
    assert np.abs(practice.FAULTY[letter](x, h, c, p)[0] - right).max() > 1e-2


@pytest.mark.parametrize("letter", sorted(practice.FAULTY))
def test_a_stranger_does_not_name_its_fault(letter):
    step = practice.FAULTY[letter]
    told = repr(step) + str(dir(step)) + step.letter + str(type(step).__doc__)
    for word in ("coupled", "old out", "exchanged", "sigmoid"):
        assert word not in told


@pytest.mark.parametrize("fault", practice.HIDDEN_FAULTS)
def test_hidden_faults_show_from_the_lesson_s_start(fault):
    assert practice.wrong_on((-0.5, 2, 1), fault) > 1e-2


@pytest.mark.parametrize("fault", ["inverted", "output forgotten"])
def test_zero_states_hide_what_works_on_states(fault):
    assert practice.wrong_on((0, 0, 1), fault) == 0


def test_the_lesson_s_unit_by_its_names():
    W_x, W_h, b = practice.stacked(practice.scalar_weights())
    layer = LSTM.from_arrays(W_x, W_h, b)
    X = np.array([[[1.0], [-1.0]]])
    H = layer.forward(X, H_start=[[-0.5]], C_start=[[2.0]])
    np.testing.assert_allclose(H[0, :, 0], [0.3568427806, 0.2225924472], atol=1e-9)


def test_the_module_alone_does_not_load_torch():
    pytest.importorskip("torch")
    code = "import sys, nnbyhand.recurrent_practice; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr
