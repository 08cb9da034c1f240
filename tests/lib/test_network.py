"""Whole networks against torch; building, saving, loading, and what is refused."""

import numpy as np
import pytest

from nnbyhand.conv import Conv2d, MaxPool2d
from nnbyhand.gradcheck import check_network
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.losses import LOSSES
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam
from nnbyhand.train import fit

pytestmark = pytest.mark.filterwarnings("error")

CASES = [
    ([2, 4, 3], "relu", "linear", "cross_entropy"),
    ([2, 4, 3], "sigmoid", "sigmoid", "half_squared"),
    ([5, 7, 3, 2], "tanh", "linear", "mse"),
    ([3, 6, 2], "relu", "softmax", "half_squared"),
    ([4, 3], "relu", "linear", "binary_cross_entropy"),
    ([1, 1, 1], "tanh", "tanh", "mae"),
]


def rng(seed=0):
    return np.random.default_rng(seed)


def torch_twin(network):
    torch = pytest.importorskip("torch")
    functions = {
        "relu": torch.nn.ReLU,
        "sigmoid": torch.nn.Sigmoid,
        "tanh": torch.nn.Tanh,
        "softmax": lambda: torch.nn.Softmax(dim=1),
    }
    layers = []
    for layer in network.layers:
        if isinstance(layer, Activation):
            layers.append(functions[layer.name]())
            continue
        W, b = layer.params["W"], layer.params["b"]
        linear = torch.nn.Linear(*W.shape)
        linear.weight = torch.nn.Parameter(torch.tensor(W.T.copy()))
        linear.bias = torch.nn.Parameter(torch.tensor(b))
        layers.append(linear)
    return torch.nn.Sequential(*layers)


@pytest.mark.parametrize("n", [1, 7])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("sizes", "hidden", "output", "loss"), CASES)
def test_forward_and_all_gradients_agree_with_torch(
    sizes, hidden, output, loss, dtype, n
):
    torch = pytest.importorskip("torch")
    network = Network(sizes, hidden, output, rng=rng(), dtype=dtype)
    for name, p in network.params.items():
        p += rng(len(name)).normal(size=p.shape).astype(dtype) / 3
    twin = torch_twin(network)
    X = rng(1).normal(size=(n, sizes[0])).astype(dtype)
    upstream = rng(2).normal(size=(n, sizes[-1])).astype(dtype)
    inputs = torch.tensor(X, requires_grad=True)
    A = twin(inputs)
    A.backward(torch.tensor(upstream))
    close = {"rtol": 1e-4, "atol": 1e-5} if dtype == np.float32 else {"rtol": 1e-9}
    np.testing.assert_allclose(network.forward(X), A.detach().numpy(), **close)
    dX = network.backward(upstream, input_gradient=True)
    np.testing.assert_allclose(dX, inputs.grad.numpy(), **close)
    for ours, parameter in zip(network.grads.values(), twin.parameters(), strict=True):
        theirs = parameter.grad.numpy()
        theirs = theirs.T if theirs.ndim == 2 else theirs
        np.testing.assert_allclose(ours, theirs, **close)
        assert ours.dtype == dtype


@pytest.mark.parametrize(("sizes", "hidden", "output", "loss"), CASES)
def test_all_gradients_agree_with_central_differences(sizes, hidden, output, loss):
    network = Network(sizes, hidden, output, rng=rng(3))
    X = rng(4).normal(size=(5, sizes[0]))
    Y = rng(5).random((5, sizes[-1]))
    Y = Y.argmax(axis=1) if loss == "cross_entropy" else Y
    report = check_network(network, X, Y, loss)
    assert report.passed, report


def test_backward_without_input_gradient_gives_the_same_gradients():
    network = Network([4, 5, 3], rng=rng())
    X, dA = rng(1).normal(size=(6, 4)), rng(2).normal(size=(6, 3))
    network.forward(X)
    assert network.backward(dA, input_gradient=True).shape == (6, 4)
    full = network.grads
    assert network.backward(dA) is None
    for name, gradient in network.grads.items():
        np.testing.assert_array_equal(gradient, full[name])
    assert network.layers[0].input_gradient  # alone, the layer gives dX again


def test_the_first_layer_that_learns_may_stand_behind_others():
    dense = Dense(12, 2, rng())
    network = Network.from_layers([Flatten(), dense])
    images = rng(1).normal(size=(5, 3, 2, 2))
    network.forward(images)
    assert network.backward(np.ones((5, 2))) is None
    dX = network.backward(np.ones((5, 2)), input_gradient=True)
    np.testing.assert_allclose(dX.reshape(5, 12), np.ones((5, 2)) @ dense.params["W"].T)


def test_layers_before_the_first_that_learns_are_not_asked_in_training():
    class Silent(Flatten):
        def backward(self, dA):
            raise AssertionError("nobody needs this gradient")

    network = Network.from_layers([Silent(), Dense(4, 2, rng())])
    network.forward(np.ones((3, 2, 2)))
    network.backward(np.ones((3, 2)))
    with pytest.raises(AssertionError, match="nobody needs"):
        network.backward(np.ones((3, 2)), input_gradient=True)


def test_names_are_equal_and_say_the_layer():
    network = Network([4, 5, 3], rng=rng())
    assert list(network.params) == ["0.W", "0.b", "2.W", "2.b"]
    assert network.params.keys() == network.grads.keys()


def test_repr_teaches():
    assert repr(Network([784, 128, 10], rng=rng())) == (
        "Network 784-128-10, relu, 101770 parameters"
    )
    assert repr(Network([2, 3, 1], "tanh", "sigmoid", rng=rng())) == (
        "Network 2-3-1, tanh, sigmoid, 13 parameters"
    )
    layers = [Flatten(), Dense(4, 3, rng()), Activation("relu"), Dropout(0.2, rng())]
    text = repr(Network.from_layers([*layers, Dense(3, 2, rng())]))
    assert text == "Network 4-3-2, Flatten, relu, dropout 0.2, 23 parameters"


def test_float32_starts_at_the_rounded_float64_weights_and_input_is_cast():
    double = Network([4, 3], rng=rng(9))
    single = Network([4, 3], rng=rng(9), dtype=np.float32)
    W = double.params["0.W"].astype(np.float32)
    np.testing.assert_array_equal(W, single.params["0.W"])
    assert single.forward(np.ones((2, 4))).dtype == np.float32
    assert double.forward(np.ones((2, 4), np.float32)).dtype == np.float64
    assert double.forward(np.ones((2, 4), np.uint8)).dtype == np.float64


def test_relu_starts_with_he_and_the_rest_with_glorot():
    big = Network([400, 300, 200], rng=rng())
    assert big.params["0.W"].std() == pytest.approx((2 / 400) ** 0.5, rel=0.02)
    assert big.params["2.W"].std() == pytest.approx((2 / 500) ** 0.5, rel=0.02)
    assert not big.params["0.b"].any()
    assert not Network([3, 2], rng=rng(), init="zeros").params["0.W"].any()


def test_predict_walks_in_batches_without_dropout():
    layers = [Dense(3, 4, rng()), Dropout(0.5, rng(1)), Dense(4, 2, rng(2))]
    network = Network.from_layers(layers)
    X = rng(3).normal(size=(23, 3))
    np.testing.assert_allclose(network.predict(X, 7), network.forward(X), rtol=1e-12)
    np.testing.assert_array_equal(network.predict(X), network.predict(X))


def test_forward_leaves_X_alone():
    X = rng().normal(size=(5, 2))
    before = X.copy()
    network = Network([2, 4, 3], rng=rng())
    network.backward(network.forward(X, train=True))
    np.testing.assert_array_equal(X, before)


def trained(optimiser, steps, network=None):
    network = network or Network([3, 4, 2], rng=rng(1))
    X, Y = rng(2).normal(size=(6, 3)), np.array([0, 1, 0, 1, 1, 0])
    for _ in range(steps):
        network.backward(LOSSES["cross_entropy"][1](network.forward(X), Y))
        optimiser.step(network.params, network.grads)
    return network


def test_saved_and_loaded_networks_go_on_alike(tmp_path):
    optimiser = Adam(0.01)
    network = trained(optimiser, 5)
    network.save(tmp_path / "net", optimiser)
    other, memory = Network([3, 4, 2], rng=rng(8)), Adam(0.01)
    other.load(tmp_path / "net", memory)
    X = rng(3).normal(size=(4, 3))
    np.testing.assert_array_equal(network.forward(X), other.forward(X))
    trained(optimiser, 3, network), trained(memory, 3, other)
    np.testing.assert_array_equal(network.forward(X), other.forward(X))
    fresh = Network([3, 4, 2], rng=rng(8))
    fresh.load(tmp_path / "net")
    trained(Adam(0.01), 3, fresh)
    assert (network.forward(X) != fresh.forward(X)).any()


def test_saved_values_do_not_follow_the_network(tmp_path):
    network = Network([3, 2], rng=rng())
    network.save(tmp_path / "net.npz")
    W = network.params["0.W"].copy()
    network.params["0.W"] += 1
    network.load(tmp_path / "net.npz")
    np.testing.assert_array_equal(network.params["0.W"], W)
    copies = network.copy_params()
    network.params["0.W"] += 1
    np.testing.assert_array_equal(copies["0.W"], W)


@pytest.mark.parametrize(
    "other",
    [
        Network([3, 5, 2], rng=rng()),
        Network([3, 4, 2], "tanh", rng=rng()),
        Network([3, 4, 2, 2], rng=rng()),
    ],
    ids=repr,
)
def test_a_file_of_another_architecture_is_refused(tmp_path, other):
    Network([3, 4, 2], rng=rng()).save(tmp_path / "net")
    before = other.copy_params()
    with pytest.raises(
        ValueError, match="net holds Dense 3-4, relu, Dense 4-2; this network is Dense"
    ):
        other.load(tmp_path / "net")
    for name, p in other.params.items():
        np.testing.assert_array_equal(p, before[name])


def test_damaged_and_foreign_files_are_refused(tmp_path):
    network = Network([30, 40, 2], rng=rng())
    network.save(tmp_path / "net")
    whole = (tmp_path / "net").read_bytes()
    np.savez(tmp_path / "other.npz", a=np.ones(3))
    np.save(tmp_path / "one.npy", np.ones(3))
    files = {"cut": whole[: len(whole) // 2], "empty": b"", "text": b"hello"}
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 255
    files["flipped"] = bytes(flipped)
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for name in [*files, "other.npz", "one.npy"]:
        with pytest.raises(ValueError, match=f"Network.load: {name} is not a file"):
            network.load(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        network.load(tmp_path / "missing")


def test_another_optimisers_memory_is_refused(tmp_path):
    network = Network([3, 2], rng=rng())
    network.save(tmp_path / "plain")
    network.save(tmp_path / "adam", trained(optimiser := Adam(), 1) and optimiser)
    with pytest.raises(ValueError, match=r"SGD.set_state: this is the state of"):
        network.load(tmp_path / "adam", SGD())
    with pytest.raises(ValueError, match=r"Adam.set_state"):
        network.load(tmp_path / "plain", Adam())


def test_refusals():
    network = Network([3, 4, 2], rng=rng())
    for sizes in ([3], [3, 0], [3, 2.5], []):
        with pytest.raises(ValueError, match="sizes must be two or more positive"):
            Network(sizes, rng=rng())
    with pytest.raises(ValueError, match="name must be one of"):
        Network([3, 2], output="logits", rng=rng())
    with pytest.raises(TypeError, match="rng must be a numpy Generator"):
        Network([3, 2], rng=0)
    with pytest.raises(ValueError, match="one or more different layers"):
        Network.from_layers([])
    layer = Dense(2, 2, rng())
    with pytest.raises(ValueError, match="one or more different layers"):
        Network.from_layers([layer, layer])
    with pytest.raises(ValueError, match="share one dtype"):
        Network.from_layers([layer, Dense(2, 2, rng(), dtype=np.float32)])
    with pytest.raises(
        ValueError, match=r"X must be finite, got nan at index \(0, 1\)"
    ):
        network.forward([[0.0, np.nan, 1.0]])
    with pytest.raises(ValueError, match=r"Dense.forward: X must be \(n, 3\)"):
        network.forward(np.zeros((5, 4)))
    with pytest.raises(ValueError, match=r"Network.predict: X is empty"):
        network.predict(np.zeros((0, 3)))
    with pytest.raises(ValueError, match=r"names must be 0.W, 0.b, 2.W, 2.b, got W"):
        network.set_params({"W": np.zeros((3, 4))})
    wrong = network.copy_params() | {"2.b": np.zeros(3)}
    with pytest.raises(ValueError, match=r"set_params: 2.b must be \(2,\)"):
        network.set_params(wrong)


def fresh_memory(name, like, shape=()):
    return np.full(shape or like.shape, 7, like.dtype)


def image_network(memory):
    """A network of all layers that keep memory; fresh memory everywhere if not so."""
    rng_ = rng(3)
    layers = [
        Conv2d(1, 3, 3, rng_, padding=1),
        Activation("relu"),
        MaxPool2d(2),
        Conv2d(3, 2, 3, rng_),
        Activation("relu"),
        MaxPool2d(3, stride=1),
        Flatten(),
        Dense(8, 4, rng_),
        Activation("relu"),
    ]
    if not memory:
        for layer in layers:
            layer.result = fresh_memory
    return Network.from_layers(layers)


def test_kept_memory_changes_no_number():
    kept = image_network(True)
    for n in (5, 5, 2, 5):  # the last batch of an epoch is smaller
        fresh = image_network(False)
        images, dA = rng(n).normal(size=(n, 1, 12, 12)), rng(n).normal(size=(n, 4))
        for network in (kept, fresh):
            A = network.forward(images, train=True)
            network.backward(dA)
        np.testing.assert_array_equal(A, kept.forward(images))
        for name, gradient in fresh.grads.items():
            np.testing.assert_array_equal(kept.grads[name], gradient)


@pytest.mark.parametrize("train", [False, True])
def test_what_a_network_gave_stays_as_it_was(train):
    network = image_network(True)
    images = rng(1).normal(size=(3, 1, 12, 12))
    A = network.forward(images, train)
    dX = network.backward(np.ones_like(A), input_gradient=True)
    guess = network.predict(images)
    kept = A.copy(), dX.copy(), guess.copy()
    grads = {name: (g, g.copy()) for name, g in network.grads.items()}
    for _ in range(2):
        other = network.forward(images[::-1] * 2, train)
        network.backward(np.ones_like(A), input_gradient=True)
        network.backward(np.ones_like(A))
        assert not np.shares_memory(A, other)
        assert not np.shares_memory(guess, other)
    for now, before in zip((A, dX, guess), kept, strict=True):
        np.testing.assert_array_equal(now, before)
    for now, before in grads.values():
        np.testing.assert_array_equal(now, before)


@pytest.mark.parametrize("layer", image_network(True).layers, ids=repr)
@pytest.mark.parametrize("train", [False, True])
def test_a_layer_outside_a_network_gives_new_arrays(layer, train):
    shapes = {"Conv2d": (2, layer.params["W"].shape[1], 6, 6)} if layer.params else {}
    shape = shapes.get(type(layer).__name__, (2, 8) if layer.params else (2, 3, 6, 6))
    X = rng(1).normal(size=shape)
    A = layer.forward(X, train)
    dX = layer.backward(np.ones_like(A))
    kept = A.copy(), dX.copy()
    again = layer.forward(2 * X, train)
    layer.backward(2 * np.ones_like(A))
    assert not np.shares_memory(A, again)
    np.testing.assert_array_equal(A, kept[0])
    np.testing.assert_array_equal(dX, kept[1])


def test_kept_memory_follows_the_dtype():
    shared = [MaxPool2d(2), Activation("relu"), Flatten()]
    for dtype in (np.float64, np.float32):
        dense = Dense(4, 2, rng(), dtype=dtype)
        network = Network.from_layers([*shared, dense])
        assert network.forward(np.ones((3, 1, 4, 4)), train=True).dtype == dtype


def frozen_network():
    rng = np.random.default_rng(3)
    return Network([4, 5, 3, 2], rng=rng)


def test_frozen_layers_stay_and_free_ones_move():
    net = frozen_network()
    before, rng = net.copy_params(), np.random.default_rng(0)
    X, labels = rng.normal(size=(20, 4)), rng.integers(0, 2, 20)
    net.freeze([0, 2])
    assert net.n_free == 8
    adam = Adam(0.1, weight_decay=0.5)  # a decay would move what it is given
    fit(net, X, labels, rng=rng, optimiser=adam, epochs=2)
    moved = {
        name for name, p in net.params.items() if not np.array_equal(p, before[name])
    }
    assert moved == {"4.W", "4.b"}
    net.freeze([4])
    fit(net, X, labels, rng=rng, optimiser=adam, epochs=1)
    moved = {
        name for name, p in net.params.items() if not np.array_equal(p, before[name])
    }
    assert moved == set(net.params)
    net.freeze([])
    assert net.n_free == net.n_params


def test_a_free_layer_gets_the_gradient_it_had_before_others_were_frozen():
    X, up = np.random.default_rng(1).normal(size=(6, 4)), np.ones((6, 2))
    net, other = frozen_network(), frozen_network()
    other.freeze([0, 4])
    for one in (net, other):
        one.forward(X)
        one.backward(up)
    np.testing.assert_allclose(other.grads["2.W"], net.grads["2.W"])
    assert other.free_grads.keys() == {"2.W", "2.b"}
    assert not other.grads["0.W"].any()  # backward did not go that far


def test_what_cannot_be_frozen():
    net = frozen_network()
    for wrong in ([5], [-1], [True], ["0"]):
        with pytest.raises(ValueError, match="from 0 to 4"):
            net.freeze(wrong)
    net.freeze([0, 2, 4])
    net.forward(np.ones((1, 4)))
    net.backward(np.ones((1, 2)))
    with pytest.raises(ValueError, match="every layer is frozen"):
        fit(net, np.ones((2, 4)), np.array([0, 1]), rng=np.random.default_rng(0))


def test_a_frozen_layer_is_frozen_in_its_twin_too():
    pytest.importorskip("torch")
    from nnbyhand.twins import fit_twin, from_torch, to_torch

    net, rng = frozen_network(), np.random.default_rng(0)
    net.freeze([0])
    twin = to_torch(net)
    fit_twin(twin, rng.normal(size=(9, 4)), rng.integers(0, 2, 9), rng=rng)
    learned = from_torch(twin, net)
    assert np.array_equal(learned.params["0.W"], net.params["0.W"])
    assert not np.array_equal(learned.params["2.W"], net.params["2.W"])
