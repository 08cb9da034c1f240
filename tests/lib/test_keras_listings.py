"""The listings in Keras 3 on its torch backend do what those in PyTorch do.

They run where keras is installed (``pip install .[torch,keras]``) and are skipped
elsewhere.
"""

import os
from types import SimpleNamespace

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.conv import Conv2d, MaxPool2d
from nnbyhand.explorers.listings import (
    LISTINGS,
    keras_models,
    keras_on_torch,
    side_by_side,
)
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.twins import to_torch

torch = pytest.importorskip("torch", reason="the listings need PyTorch")
# Keras asks NumPy in a way of NumPy 1
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation")
FORMS = ("sequential", "functional", "class")


@pytest.fixture(scope="module")
def keras():
    os.environ["KERAS_BACKEND"] = "torch"
    pytest.importorskip("keras", reason="keras is an extra: pip install .[keras]")
    found = keras_on_torch()
    if found is None:
        pytest.skip("keras is here, but was imported on another backend")
    return found


@pytest.fixture(scope="module")
def clothes():
    images, labels, *_ = data.load_fashion_mnist()
    X = (images[:320, 0] / 255).astype(np.float32)
    y = labels[:320]
    return SimpleNamespace(X=X, y=y, tensors=(torch.tensor(X), torch.tensor(y)))


def made_in_keras(form, clothes):
    scope = {}
    exec(LISTINGS[form].keras, scope)
    scope["model"](clothes.X[:1])  # a class knows its input sizes after the first call
    return scope


def made_in_torch(form):
    scope = {}
    exec(LISTINGS[form].torch, scope)
    return scope


def layers_of(scope, form):
    """Give the two nn.Linear of a PyTorch listing."""
    if form == "sequential":
        return scope["model"][1], scope["model"][3]
    if form == "functional":
        return scope["first"], scope["last"]
    return scope["model"].first, scope["model"].last


def ours():
    """Give a network by hand, its weights to be copied."""
    rng = np.random.default_rng(0)
    return Network.from_layers(
        [Flatten(), Dense(784, 128, rng), Activation("relu"), Dense(128, 10, rng)]
    )


def copy_into_keras(model, network):
    dense = [layer for layer in network.layers if layer.params]
    model.set_weights([dense[i].params[name] for i in (0, 1) for name in ("W", "b")])


def copy_into_torch(pair, network):
    dense = [layer for layer in network.layers if layer.params]
    for linear, layer in zip(pair, dense, strict=True):
        linear.weight.data = torch.tensor(layer.params["W"].T, dtype=torch.float32)
        linear.bias.data = torch.tensor(layer.params["b"], dtype=torch.float32)


def test_a_listing_is_shown_in_two_columns_and_as_text():
    pair = side_by_side("sequential")
    assert "PyTorch" in pair._repr_html_()
    assert "Keras 3" in pair._repr_html_()
    assert repr(pair).startswith("# PyTorch\nfrom torch import nn")
    with pytest.raises(KeyError, match="there are"):
        side_by_side("matlab")


@pytest.mark.parametrize("name", LISTINGS)
def test_lines_fit_into_a_column(name):
    for text in (LISTINGS[name].torch, LISTINGS[name].keras):
        compile(text, name, "exec")
        assert max(map(len, text.splitlines())) <= 41


def test_every_form_counts_alike(keras):
    assert set(keras_models().values()) == {101_770}


@pytest.mark.parametrize("form", FORMS)
def test_equal_weights_give_equal_outputs_three_times(form, keras, clothes):
    network, scope = ours(), made_in_torch(form)
    copy_into_torch(layers_of(scope, form), network)
    model = made_in_keras(form, clothes)["model"]
    copy_into_keras(model, network)
    by_hand = network.predict(clothes.X)
    in_torch = scope["model"](clothes.tensors[0]).detach().numpy()
    in_keras = model.predict(clothes.X, verbose=0)
    np.testing.assert_allclose(in_torch, by_hand, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(in_keras, by_hand, rtol=1e-4, atol=1e-5)


def test_count(keras, clothes, capsys):
    scope = made_in_torch("sequential")
    exec(LISTINGS["count"].torch, scope)
    assert "101770" in capsys.readouterr().out
    exec(LISTINGS["count"].keras, made_in_keras("class", clothes))
    assert "101770" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "count"), [("dropout", 407_050), ("cnn", 5_615_553)])
def test_larger_listings_count_alike(name, count, keras):
    scope = made_in_torch(name)
    assert sum(p.numel() for p in scope["model"].parameters()) == count
    theirs = {}
    exec(LISTINGS[name].keras, theirs)
    assert theirs["model"].count_params() == count


def test_equal_filters_give_equal_maps_three_times(keras):
    rng = np.random.default_rng(0)
    filters = Conv2d(3, 4, 3, rng, padding=1, dtype=np.float32)
    filters.params["b"][:] = rng.normal(size=4)
    network = Network.from_layers([filters, Activation("relu"), MaxPool2d(2)])
    X = rng.normal(size=(2, 3, 9, 7)).astype(np.float32)
    by_hand = network.predict(X)
    in_torch = to_torch(network)(torch.tensor(X)).detach().numpy()
    model = keras.Sequential(
        [
            keras.Input((9, 7, 3)),
            keras.layers.Conv2D(4, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
        ]
    )
    # Keras puts channels last, in pictures and in kernels
    model.set_weights([filters.params["W"].transpose(2, 3, 1, 0), filters.params["b"]])
    in_keras = model.predict(X.transpose(0, 2, 3, 1), verbose=0).transpose(0, 3, 1, 2)
    np.testing.assert_allclose(in_torch, by_hand, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(in_keras, by_hand, rtol=1e-4, atol=1e-5)


def test_both_learn(keras, clothes):
    torch.manual_seed(0)
    keras.utils.set_random_seed(0)
    scope = made_in_torch("sequential")
    scope |= {"X": clothes.tensors[0], "y": clothes.tensors[1], "nn": torch.nn}
    exec(LISTINGS["train"].torch, scope)
    found = scope["model"](scope["X"]).argmax(1)
    assert (found == scope["y"]).float().mean() > 0.4
    theirs = made_in_keras("sequential", clothes)
    theirs |= {"X": clothes.X, "y": clothes.y}
    exec(LISTINGS["train"].keras, theirs)
    found = theirs["model"].predict(clothes.X, verbose=0).argmax(1)
    assert (found == clothes.y).mean() > 0.4


def test_the_three_losses_agree(keras):
    Z, Q = data.MULTI_LOGITS.astype("float32"), data.MULTI_TARGETS.astype("float32")
    y = np.array([1, 2])
    arrays = {"Z": Z, "y": y, "Y": np.eye(3, dtype="float32")[y], "Q": Q}
    first = {name: torch.tensor(array) for name, array in arrays.items()}
    second = dict(arrays)
    exec(LISTINGS["losses"].torch, first)
    exec(LISTINGS["losses"].keras, second)
    for name in ("sparse", "full", "binary"):
        np.testing.assert_allclose(float(first[name]), float(second[name]), rtol=1e-5)
    assert float(first["sparse"]) == pytest.approx(float(first["full"]), rel=1e-6)


def test_weighted_losses(keras, clothes):
    network, scope = ours(), made_in_torch("sequential")
    copy_into_torch(layers_of(scope, "sequential"), network)
    theirs = made_in_keras("sequential", clothes)
    copy_into_keras(theirs["model"], network)
    theirs["model"].compile(
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    weights = np.linspace(0.5, 2, 10, dtype="float32")
    trust = np.linspace(0.1, 1, len(clothes.y), dtype="float32")
    X, y = clothes.tensors
    scope |= {"X": X, "y": y}
    scope |= {"class_weights": torch.tensor(weights), "trust": torch.tensor(trust)}
    theirs |= {"X": clothes.X, "y": clothes.y}
    theirs |= {"class_weights": weights, "trust": trust}
    exec(LISTINGS["weights"].torch, scope)
    exec(LISTINGS["weights"].keras, theirs)
    share = weights[clothes.y].sum() / len(clothes.y)  # Keras divides by n, not by Σw
    got = scope["by_class"].item() * share
    np.testing.assert_allclose(got, theirs["by_class"], rtol=1e-4)
    np.testing.assert_allclose(
        scope["by_example"].item(), theirs["by_example"], rtol=1e-4
    )


def test_what_is_saved_comes_back(keras, clothes, tmp_path):
    scope = made_in_torch("class") | {"torch": torch, "folder": tmp_path}
    exec(LISTINGS["save"].torch, scope)
    X = clothes.tensors[0]
    assert torch.equal(scope["model"](X), scope["again"](X))
    theirs = made_in_keras("sequential", clothes) | {"folder": tmp_path}
    exec(LISTINGS["save"].keras, theirs)
    before, after = (
        theirs[name].predict(clothes.X, verbose=0) for name in ("model", "again")
    )
    np.testing.assert_array_equal(before, after)
