"""Twins: equal numbers there and back, and training that survives its device.

torch takes ``cpu:0`` for the CPU, but it is not the word ``cpu``: it stands in for an
accelerator here, so that moving and falling back run without one.
"""

import copy
import logging

import numpy as np
import pytest

from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.twins import fit_twin, from_torch, to_torch

torch = pytest.importorskip("torch")

STAND_IN = "cpu:0"


def generator():
    return np.random.default_rng(2)


def dense_network(dtype=np.float64):
    return Network([4, 6, 3], hidden="tanh", rng=generator(), dtype=dtype)


def convolutional_network(dtype=np.float64):
    rng = generator()
    return Network.from_layers(
        [
            Conv2d(2, 3, 3, rng, padding=1, dtype=dtype),
            Activation("relu"),
            MaxPool2d(2),
            Conv2d.from_arrays(rng.standard_normal((4, 3, 2, 3)).astype(dtype)),
            Activation("sigmoid"),
            AveragePool2d(2, 1),
            Dropout(0.3, rng),
            Flatten(),
            Dense(16, 3, rng, dtype=dtype),
        ]
    )


def recurrent_network(kind):
    def make(dtype=np.float64):
        rng = generator()
        first = kind(3, 5, rng, dtype=dtype)
        last = kind(5, 4, rng, every_step=False, dtype=dtype)
        return Network.from_layers([first, last, Dense(4, 3, rng, dtype=dtype)])

    return make


NETWORKS = {
    "dense": (dense_network, (5, 4)),
    "convolutional": (convolutional_network, (3, 2, 8, 11)),
    "rnn": (recurrent_network(RNN), (3, 6, 3)),
    "lstm": (recurrent_network(LSTM), (1, 6, 3)),
}


def shaped(name, dtype=np.float64):
    make, shape = NETWORKS[name]
    X = np.random.default_rng(1).standard_normal(shape).astype(dtype)
    return make(dtype), X


@pytest.mark.parametrize("name", NETWORKS)
def test_outputs_and_gradients_are_equal(name):
    network, X = shaped(name)
    twin = to_torch(network).eval()
    tX = torch.tensor(X, requires_grad=True)
    A, tA = network.forward(X), twin(tX)
    dA = np.random.default_rng(5).standard_normal(A.shape)
    tA.backward(torch.tensor(dA))
    np.testing.assert_allclose(A, tA.detach(), atol=1e-12)
    dX = network.backward(dA, input_gradient=True)
    np.testing.assert_allclose(dX, tX.grad, atol=1e-12)
    # what from_torch does with weights, it must do with gradients as well
    with torch.no_grad():
        for name, parameter in twin.named_parameters():
            parameter.copy_(parameter.grad * (0 if "bias_hh" in name else 1))
    for name, theirs in from_torch(twin, network).params.items():
        np.testing.assert_allclose(network.grads[name], theirs, atol=1e-12)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_trained_weights_come_back(name, dtype):
    network, X = shaped(name, dtype)
    before = network.copy_params()
    twin = to_torch(network)
    assert {p.dtype for p in twin.parameters()} == {torch.tensor(X).dtype}
    fit_twin(twin, X, np.zeros(len(X), int), rng=generator(), lr=0.05, epochs=3)
    trained = from_torch(twin, network)
    with torch.no_grad():
        expected = twin.eval()(torch.tensor(X)).numpy()
    np.testing.assert_allclose(trained.forward(X), expected, atol=1e-6)
    for key, array in network.params.items():
        np.testing.assert_array_equal(array, before[key])
        assert not np.array_equal(array, trained.params[key])
        assert trained.params[key].dtype == dtype


@pytest.mark.parametrize("name", ["linear", "relu", "sigmoid", "tanh", "softmax"])
def test_each_activation_has_its_twin(name):
    layer = Activation(name)
    Z = np.random.default_rng(0).standard_normal((4, 3))
    A = to_torch(layer)(torch.tensor(Z))
    np.testing.assert_allclose(layer.forward(Z), A, atol=1e-14)


def test_layers_alone_and_without_bias():
    W = np.random.default_rng(0).standard_normal((4, 3))
    layer = Dense.from_arrays(W)
    twin = to_torch(layer)
    assert twin.bias is None
    np.testing.assert_array_equal(twin.weight.detach(), W.T)
    with torch.no_grad():
        twin.weight *= 2
    np.testing.assert_array_equal(from_torch(twin, layer).params["W"], 2 * W)
    np.testing.assert_array_equal(layer.params["W"], W)
    twin.weight.data += 1
    np.testing.assert_array_equal(layer.params["W"], W)


class Fails(torch.nn.Module):
    """Pass on, but raise at the given call while on the stand-in device."""

    def __init__(self, error, at, calls=None):
        super().__init__()
        self.error, self.at, self.calls = error, at, 0
        self.on_device = True

    def forward(self, X):
        self.calls += 1
        if self.calls == self.at:
            raise self.error
        return X


ERRORS = [
    (torch.OutOfMemoryError("CUDA out of memory. Tried 2 GiB"), "ran out of memory"),
    (RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"), "out of memory"),
    (NotImplementedError("The operator 'aten::x' is not here"), "lacks an operation"),
    (RuntimeError("\"conv\" not implemented for 'Half'"), "lacks an operation"),
    (TypeError("the MPS framework doesn't support float64"), "lacks an operation"),
]


def learn(twin, **options):
    rng = np.random.default_rng(8)
    X, Y = rng.standard_normal((40, 4)), rng.integers(0, 3, 40)
    return fit_twin(
        twin, X, Y, rng=rng, epochs=3, batch_size=8, lr=0.05, **options
    ), twin.state_dict()


@pytest.mark.parametrize(("error", "words"), ERRORS)
def test_a_failing_device_loses_nothing(error, words):
    twin = to_torch(dense_network())
    undisturbed = copy.deepcopy(twin)
    said = []
    twin.append(Fails(error, at=8))
    losses, weights = learn(twin, device=STAND_IN, say=said.append)
    expected_losses, expected = learn(undisturbed, device="cpu")
    assert losses == expected_losses
    for name, value in expected.items():
        assert torch.equal(weights[name], value)
    assert len(said) == 1
    assert words in said[0]
    assert f"{STAND_IN} " in said[0]
    assert "after 7 steps" in said[0]
    assert "\n" not in said[0]


def test_an_optimiser_that_fails_loses_nothing():
    twin = to_torch(dense_network())
    undisturbed = copy.deepcopy(twin)
    optimiser = torch.optim.Adam(twin.parameters(), 0.05)
    original, calls = optimiser.step, []

    def step(*arguments, **options):
        calls.append(1)
        if len(calls) == 3:
            raise torch.OutOfMemoryError("out of memory")
        return original(*arguments, **options)

    optimiser.step = step
    said = []
    losses, weights = learn(twin, device=STAND_IN, optimiser=optimiser, say=said.append)
    expected_losses, expected = learn(undisturbed, device="cpu")
    assert losses == expected_losses
    assert all(torch.equal(weights[name], expected[name]) for name in expected)
    assert len(said) == 1


def test_a_device_that_fails_at_the_door(monkeypatch):
    twin = to_torch(dense_network())
    original = twin.to

    def to(device):
        if device != "cpu":
            raise torch.OutOfMemoryError("out of memory")
        return original(device)

    monkeypatch.setattr(twin, "to", to)
    said = []
    losses, _ = learn(twin, device=STAND_IN, say=said.append)
    assert losses[-1] < losses[0]
    assert "after 0 steps" in said[0]


def test_the_line_goes_to_the_log_by_default(caplog):
    twin = to_torch(dense_network())
    twin.append(Fails(torch.OutOfMemoryError("out of memory"), at=2))
    with caplog.at_level(logging.WARNING, "nnbyhand"):
        learn(twin, device=STAND_IN)
    assert [r.getMessage()[:9] for r in caplog.records] == ["fit_twin:"]


@pytest.mark.parametrize(
    ("error", "device"),
    [
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), STAND_IN),
        (torch.OutOfMemoryError("out of memory"), "cpu"),
        (ValueError("out of memory"), STAND_IN),
    ],
)
def test_other_errors_are_not_swallowed(error, device):
    twin = to_torch(dense_network())
    twin.append(Fails(error, at=2))
    with pytest.raises(type(error), match=str(error)):
        learn(twin, device=device, say=pytest.fail)


def test_the_best_device_is_used_unless_told_otherwise(monkeypatch):
    monkeypatch.setattr("nnbyhand.twins.best_device", lambda: "meta")
    twin = to_torch(dense_network())
    with pytest.raises((RuntimeError, NotImplementedError)):
        learn(twin, say=lambda text: None)


def test_mixed_precision_only_when_asked():
    kinds = []

    class Spy(torch.nn.Module):
        def forward(self, X):
            kinds.append(X.dtype)
            return X

    for mixed in (False, True):
        twin = to_torch(dense_network(np.float32)).append(Spy())
        losses, _ = learn(twin, device="cpu", mixed_precision=mixed)
        assert losses[-1] < losses[0]
    assert kinds[0] == torch.float32
    assert kinds[-1] == torch.bfloat16
    assert set(kinds[:15]) == {torch.float32}


@pytest.mark.parametrize("loss", ["mse", "mae", "binary_cross_entropy"])
def test_losses_by_name_and_by_function(loss):
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((20, 4)), rng.integers(0, 2, (20, 3)).astype(float)
    kinds = {"mse": "MSELoss", "mae": "L1Loss"}
    function = getattr(torch.nn, kinds.get(loss, "BCEWithLogitsLoss"))()
    results = [
        fit_twin(to_torch(dense_network()), X, Y, rng=generator(), loss=choice)
        for choice in (loss, function)
    ]
    assert results[0] == results[1]


def test_twin_ends_on_the_cpu_and_set_to_predict():
    twin = to_torch(dense_network())
    learn(twin, device=STAND_IN)
    assert not twin.training
    assert {p.device.type for p in twin.parameters()} == {"cpu"}


X4, Y4 = np.ones((6, 4)), np.zeros(6, int)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: to_torch("x"), "to_torch: str has no torch twin"),
        (lambda: to_torch(Activation("step")), "activation 'step' has no torch twin"),
        (
            lambda: from_torch(torch.nn.Sequential(), dense_network()),
            "the twin has 0 parts, the network has 3 layers",
        ),
        (
            lambda: from_torch(torch.nn.Linear(9, 3), Dense(4, 3, generator())),
            r"needs weights \(3, 4\) in torch's layout, got \(3, 9\)",
        ),
        (
            lambda: from_torch(torch.nn.ReLU(), Dense(4, 3, generator())),
            "from_torch: ReLU has no weight",
        ),
        (lambda: _fit(X4, Y4[:5]), "as many examples, got 6 and 5"),
        (lambda: _fit(X4 * np.nan, Y4), "X must be finite"),
        (lambda: _fit(X4, Y4, rng=0), "rng must be a numpy Generator, got int"),
        (lambda: _fit(X4, Y4, epochs=0), "epochs and batch_size must be at least 1"),
        (lambda: _fit(X4, Y4, loss="nll"), "loss must be one of cross_entropy"),
    ],
)
def test_errors_are_one_clear_line(call, message):
    with pytest.raises((ValueError, TypeError), match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


def _fit(X, Y, **options):
    return fit_twin(to_torch(dense_network()), X, Y, **{"rng": generator()} | options)
