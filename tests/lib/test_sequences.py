"""The adding problem, windows of a series and a text in codes; training with a clip."""

import numpy as np
import pytest

from nnbyhand import data, sequences, train
from nnbyhand.layers import Dense
from nnbyhand.network import Network
from nnbyhand.optim import SGD
from nnbyhand.recurrent import LSTM


def test_the_adding_problem_marks_one_step_in_each_half():
    X, Y = sequences.adding_problem(200, 9, np.random.default_rng(0))
    marks = X[:, :, 1]
    assert set(np.unique(marks)) == {0.0, 1.0}
    np.testing.assert_array_equal(marks[:, :4].sum(axis=1), 1)
    np.testing.assert_array_equal(marks[:, 4:].sum(axis=1), 1)
    np.testing.assert_allclose(Y[:, 0], (X[:, :, 0] * marks).sum(axis=1))
    # every step is marked in some sequence, the first and the last too
    assert marks.any(axis=0).all()


def test_always_one_has_a_squared_error_of_a_sixth():
    _, Y = sequences.adding_problem(20000, 10, np.random.default_rng(1))
    assert np.mean((Y - 1) ** 2) == pytest.approx(1 / 6, abs=0.005)


def test_equal_generators_draw_equal_sequences():
    one, same, other = (
        sequences.adding_problem(3, 8, np.random.default_rng(seed))[0]
        for seed in (5, 5, 6)
    )
    np.testing.assert_array_equal(one, same)
    assert not np.allclose(one, other)


def test_windows_never_hold_their_own_target():
    values = np.arange(10.0)
    X, y = sequences.windows(values, 4)
    assert X.shape == (6, 4)
    np.testing.assert_array_equal(X[0], [0, 1, 2, 3])
    np.testing.assert_array_equal(y, X[:, -1] + 1)
    X[0, 0] = 99
    assert values[0] == 0
    assert X[1, 0] == 1


def test_rmse_of_same_as_last_on_the_sunspots():
    years, values = data.load_sunspots()
    windows, after = sequences.windows(values, 12)
    test = years[12:] >= 1956
    found = sequences.rmse(windows[test, -1], after[test])
    assert found == pytest.approx(33.4, abs=0.05)


def test_a_text_comes_back_from_its_codes():
    text = "to be,\nor not"
    codes, alphabet = sequences.encode(text)
    assert "".join(alphabet[c] for c in codes) == text
    assert alphabet == "".join(sorted(alphabet))
    assert codes.max() == len(alphabet) - 1


SEED = np.random.default_rng
adding = sequences.adding_problem


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (lambda: adding(0, 8, SEED(0)), ValueError, "n must be at least 1"),
        (lambda: adding(3, 1, SEED(0)), ValueError, "n_steps at least 2"),
        (lambda: adding(3, 8, 1), TypeError, "numpy Generator, got int"),
        (lambda: sequences.windows([1.0, 2.0], 2), ValueError, "from 1 to 1"),
        (lambda: sequences.windows([[1.0, 2.0]], 1), ValueError, "values"),
        (lambda: sequences.rmse([1.0, 2.0], [1.0]), ValueError, "predictions"),
        (lambda: sequences.encode(""), ValueError, "empty"),
    ],
)
def test_bad_arguments_get_one_clear_line(call, kind, message):
    with pytest.raises(kind, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


def _one_step(clip):
    """The length of what one step of SGD at rate 1 moved, from equal starts."""
    rng = np.random.default_rng(3)
    network = Network.from_layers([LSTM(2, 4, rng, every_step=False), Dense(4, 1, rng)])
    before = {name: value.copy() for name, value in network.params.items()}
    X, Y = sequences.adding_problem(16, 6, np.random.default_rng(4))
    how = {"loss": "mse", "optimiser": SGD(1.0), "epochs": 1, "batch_size": 16}
    train.fit(network, X, 5 * Y, rng=np.random.default_rng(0), clip=clip, **how)
    return np.sqrt(
        sum(np.sum((network.params[name] - before[name]) ** 2) for name in before)
    )


def test_fit_moves_no_further_than_its_clip_allows():
    free = _one_step(None)
    assert free > 0.5
    assert _one_step(0.5) == pytest.approx(0.5, rel=1e-6)
    assert _one_step(2 * free) == pytest.approx(free, rel=1e-12)
