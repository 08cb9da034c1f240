"""RNN, LSTM and clipping: against torch, the plain steps and differences."""

import numpy as np
import pytest

from nnbyhand.recurrent import LSTM, RNN, clip_by_norm, lstm_step, rnn_step

SIZES = [(3, 5, 2, 4), (1, 1, 1, 1), (2, 7, 3, 1), (4, 1, 5, 2), (1, 9, 4, 6)]
KINDS = [(RNN, 1), (LSTM, 4)]


def draw(kind, sizes, dtype=np.float64, every_step=True):
    n, n_steps, d, h = sizes
    blocks = dict(KINDS)[kind]
    rng = np.random.default_rng(11)

    def normal(*shape):
        return rng.standard_normal(shape).astype(dtype)

    weights = normal(d, blocks * h), normal(h, blocks * h), normal(blocks * h)
    layer = kind.from_arrays(*weights, every_step=every_step)
    dA = normal(n, n_steps, h) if every_step else normal(n, h)
    return layer, normal(n, n_steps, d), dA, normal(n, h), normal(n, h)


@pytest.mark.parametrize("every_step", [True, False])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize("kind", [RNN, LSTM])
def test_forward_and_back_through_time_agree_with_torch(kind, sizes, every_step):
    torch = pytest.importorskip("torch")
    layer, X, dA, H_start, C_start = draw(kind, sizes, every_step=every_step)
    twin = getattr(torch.nn, kind.__name__)(X.shape[2], sizes[3], batch_first=True)
    twin = twin.double()
    p = layer.params
    with torch.no_grad():
        twin.weight_ih_l0.copy_(torch.tensor(p["W_x"].T))
        twin.weight_hh_l0.copy_(torch.tensor(p["W_h"].T))
        twin.bias_ih_l0.copy_(torch.tensor(p["b"]))
        twin.bias_hh_l0.zero_()
    tX, tH, tC = (torch.tensor(a, requires_grad=True) for a in (X, H_start, C_start))
    start = tH[None] if kind is RNN else (tH[None], tC[None])
    out = twin(tX, start)[0]
    out = out if every_step else out[:, -1]
    out.backward(torch.tensor(dA))
    starts = {"H_start": H_start} | ({"C_start": C_start} if kind is LSTM else {})
    A = layer.forward(X, train=True, **starts)
    dX = layer.backward(dA)
    pairs = [
        (A, out.detach()),
        (dX, tX.grad),
        (layer.dH_start, tH.grad),
        (layer.grads["W_x"], twin.weight_ih_l0.grad.T),
        (layer.grads["W_h"], twin.weight_hh_l0.grad.T),
        (layer.grads["b"], twin.bias_ih_l0.grad),
    ]
    if kind is LSTM:
        pairs.append((layer.dC_start, tC.grad))
    for mine, theirs in pairs:
        np.testing.assert_allclose(mine, theirs, rtol=1e-9, atol=1e-11)


def test_one_step_is_torchs_lstm_cell():
    torch = pytest.importorskip("torch")
    layer, X, _, H, C = draw(LSTM, (3, 1, 2, 4))
    cell = torch.nn.LSTMCell(2, 4).double()
    with torch.no_grad():
        for mine, theirs in zip(
            (layer.params["W_x"].T, layer.params["W_h"].T, layer.params["b"]),
            (cell.weight_ih, cell.weight_hh, cell.bias_ih),
            strict=True,
        ):
            theirs.copy_(torch.tensor(mine))
        cell.bias_hh.zero_()
        expected = cell(torch.tensor(X[:, 0]), (torch.tensor(H), torch.tensor(C)))
    for mine, theirs in zip(
        lstm_step(X[:, 0], H, C, **layer.params), expected, strict=True
    ):
        np.testing.assert_allclose(mine, theirs, atol=1e-12)


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_the_layers_take_the_plain_steps(sizes):
    lstm, X, _, H, C = draw(LSTM, sizes)
    rnn, _, _, _, _ = draw(RNN, sizes)
    A_lstm, A_rnn = lstm.forward(X, H_start=H, C_start=C), rnn.forward(X, H_start=H)
    H_rnn = H
    for t in range(X.shape[1]):
        H, C = lstm_step(X[:, t], H, C, **lstm.params)
        H_rnn = rnn_step(X[:, t], H_rnn, **rnn.params)
        np.testing.assert_allclose(A_lstm[:, t], H, atol=1e-12)
        np.testing.assert_allclose(A_rnn[:, t], H_rnn, atol=1e-12)


@pytest.mark.parametrize("kind", [RNN, LSTM])
def test_gradients_match_central_differences(kind):
    layer, X, dA, _, _ = draw(kind, (2, 4, 3, 2))
    layer.forward(X)
    dX = layer.backward(dA)
    grads = dict(layer.grads)
    for array, gradient in (
        (X, dX),
        *((layer.params[name], grads[name]) for name in grads),
    ):
        for place in list(np.ndindex(array.shape))[::3]:
            old, costs = array[place], []
            for value in (old + 1e-6, old - 1e-6):
                array[place] = value
                costs.append((layer.forward(X) * dA).sum())
            array[place] = old
            slope = (costs[0] - costs[1]) / 2e-6
            assert gradient[place] == pytest.approx(slope, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize("kind", [RNN, LSTM])
def test_second_backward_does_not_add_to_the_first(kind):
    layer, X, dA, _, _ = draw(kind, SIZES[0])
    layer.forward(X)
    layer.backward(dA)
    first = {name: g.copy() for name, g in layer.grads.items()}
    layer.forward(X)
    layer.backward(dA)
    for name, g in layer.grads.items():
        np.testing.assert_array_equal(g, first[name])


@pytest.mark.parametrize("kind", [RNN, LSTM])
def test_float32_stays_and_nothing_is_changed_in_place(kind):
    layer, X, dA, H, _ = draw(kind, SIZES[0], np.float32)
    before = X.copy(), dA.copy(), H.copy()
    A = layer.forward(X, H_start=H)
    assert A.dtype == layer.backward(dA).dtype == np.float32
    assert {g.dtype for g in layer.grads.values()} == {np.dtype(np.float32)}
    assert layer.params.keys() == layer.grads.keys()
    for old, now in zip(before, (X, dA, H), strict=True):
        np.testing.assert_array_equal(old, now)


@pytest.mark.parametrize("kind", [RNN, LSTM])
def test_no_state_is_carried_to_the_next_batch(kind):
    layer, X, _, _, _ = draw(kind, SIZES[0])
    np.testing.assert_array_equal(layer.forward(X), layer.forward(X))


def test_large_sums_give_no_warning_and_no_nan():
    layer = LSTM.from_arrays(np.full((1, 4), 1e4), np.zeros((1, 4)), np.zeros(4))
    A = layer.forward(np.array([[[-1.0], [1.0]]]))
    assert np.isfinite(A).all()


def test_new_layers_same_seed_and_forget_bias():
    one, two = (LSTM(2, 3, np.random.default_rng(4)) for _ in range(2))
    for name in one.params:
        np.testing.assert_array_equal(one.params[name], two.params[name])
    np.testing.assert_array_equal(one.params["b"], [0] * 3 + [1] * 3 + [0] * 6)
    assert repr(one) == "LSTM 2-3"
    assert repr(RNN(2, 3, np.random.default_rng(0), False)) == "RNN 2-3, last step"


def test_clipping_keeps_the_direction_and_short_gradients():
    grads = {"W": np.array([[3.0, -4.0]]), "b": np.array([12.0])}
    clipped, norm = clip_by_norm(grads, 6.5)
    assert norm == 13
    np.testing.assert_allclose(clipped["W"], [[1.5, -2.0]])
    np.testing.assert_allclose(clipped["b"], [6.0])
    np.testing.assert_array_equal(grads["b"], [12.0])
    kept, _ = clip_by_norm(grads, 13)
    np.testing.assert_array_equal(kept["W"], grads["W"])


def test_clipping_agrees_with_torch_and_survives_large_float32():
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    grads = {k: rng.standard_normal((4, 3)).astype(np.float32) for k in "ab"}
    parameters = [torch.nn.Parameter(torch.zeros(4, 3)) for _ in grads]
    for parameter, g in zip(parameters, grads.values(), strict=True):
        parameter.grad = torch.tensor(g)
    total = torch.nn.utils.clip_grad_norm_(parameters, 0.5)
    clipped, norm = clip_by_norm(grads, 0.5)
    assert norm == pytest.approx(float(total), rel=1e-6)
    for parameter, g in zip(parameters, clipped.values(), strict=True):
        np.testing.assert_allclose(g, parameter.grad, rtol=1e-5)
    huge, norm = clip_by_norm({"W": np.full(2, 1e30, np.float32)}, 1.0)
    assert np.isfinite(norm)
    np.testing.assert_allclose(huge["W"], np.sqrt(0.5), rtol=1e-6)


W1, H1, X1 = np.ones((1, 2)), np.ones((2, 2)), np.ones((1, 1))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rnn_step(X1, [[1.0]], W1, H1, [0, 0]), r"rnn_step: H_prev must be"),
        (lambda: rnn_step(W1, W1, W1, H1, [0, 0]), r"rnn_step: X must be \(n, 1\)"),
        (lambda: rnn_step(X1, W1, X1, H1, [0, 0]), r"rnn_step: W_x must be \(d, 2\)"),
        (lambda: rnn_step(X1, W1, W1, H1, [0]), r"rnn_step: b must be \(2,\)"),
        (lambda: rnn_step(X1 * np.nan, W1, W1, H1, [0, 0]), "X must be finite"),
        (
            lambda: lstm_step(X1, W1, X1, np.ones((1, 8)), np.ones((2, 8)), [0] * 8),
            r"lstm_step: C_prev must be \(1, 2\)",
        ),
        (lambda: LSTM.from_arrays(W1, H1, [0, 0]), r"W_h must be \(2, 8\)"),
        (lambda: RNN.from_arrays(W1, H1, [0, 0]).forward(X1), "RNN.forward: X must be"),
        (
            lambda: RNN.from_arrays(W1, H1, [0, 0]).forward(X1[None], H_start=X1),
            "RNN.forward: H_start must be",
        ),
        (lambda: RNN(0, 1, np.random.default_rng(0)), "RNN: d_in and d_hidden"),
        (lambda: LSTM(1, 1, 0), "LSTM: rng must be a numpy Generator, got int"),
        (lambda: clip_by_norm({"W": X1}, 0), "max_norm must be above 0"),
        (lambda: clip_by_norm({"W": X1 * np.inf}, 1), "W must be finite"),
        (lambda: RNN.from_arrays(W1, H1, [0, 0]).backward(X1), "call forward first"),
        (
            lambda: LSTM(1, 1, np.random.default_rng(0)).backward(X1),
            "call forward first",
        ),
    ],
)
def test_errors_are_one_clear_line(call, message):
    with pytest.raises((ValueError, TypeError, RuntimeError), match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("make", [RNN, LSTM])
@pytest.mark.parametrize("every_step", [True, False])
def test_without_input_gradient_only_dX_is_left_out_and_outputs_stay(make, every_step):
    rng = np.random.default_rng(0)
    layer = make(2, 3, rng, every_step)
    X = rng.normal(size=(4, 5, 2))
    A = layer.forward(X, train=True)
    dX = layer.backward(np.ones_like(A))
    grads = layer.grads
    kept = A.copy(), dX.copy(), {name: g.copy() for name, g in grads.items()}
    layer.input_gradient = False
    assert layer.backward(np.ones_like(A)) is None
    for name, gradient in grads.items():
        np.testing.assert_allclose(layer.grads[name], gradient, rtol=1e-12)
    layer.input_gradient = True
    layer.backward(np.ones_like(layer.forward(3 * X, train=True)))
    np.testing.assert_array_equal(A, kept[0])  # nothing changed behind our back
    np.testing.assert_array_equal(dX, kept[1])
    for name, gradient in grads.items():
        np.testing.assert_array_equal(gradient, kept[2][name])


def test_gates_and_memory_can_be_looked_at_and_kept():
    rng = np.random.default_rng(0)
    layer = LSTM(2, 3, rng)
    X = rng.normal(size=(4, 5, 2))
    H = layer.forward(X)
    gates, C = layer.gates, layer.C
    i, f, g, o = gates.reshape(5, 4, 3, 4).swapaxes(0, 1)
    np.testing.assert_allclose(f * C[:-1] + i * g, C[1:])
    np.testing.assert_allclose((o * np.tanh(C[1:])).transpose(2, 0, 1), H)
    kept = gates.copy(), C.copy()
    layer.forward(2 * X)
    np.testing.assert_array_equal(gates, kept[0])
    np.testing.assert_array_equal(C, kept[1])
