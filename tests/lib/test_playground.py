"""The playground's model: points, settings as text, training, surfaces."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnbyhand.activations import sigmoid
from nnbyhand.playground import Playground, ShrinkingSGD, grid
from nnbyhand.playground_points import DATA, FEATURES, features, make_points
from nnbyhand.playground_settings import MOST_EPOCHS, ONE_OF, Settings, read, write

SMALL = Settings(data="circle", features=("x1", "x2"), layers=(4,))


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("name", DATA)
def test_points_come_in_equal_halves_that_do_not_overlap(name):
    points = make_points(name, 0.0, rng())
    assert points.train_X.shape == points.test_X.shape == (200, 2)
    assert points.train_y.sum() == points.test_y.sum() == 100
    both = np.concatenate([points.train_X, points.test_X])
    assert len(np.unique(both, axis=0)) == 400
    assert np.abs(both).max() < 6
    again = make_points(name, 0.0, rng())
    np.testing.assert_array_equal(again.train_X, points.train_X)
    noisy = make_points(name, 1.0, rng())
    assert np.abs(noisy.train_X - points.train_X).mean() > 0.3


def test_each_data_set_is_what_its_name_says():
    sets = {name: make_points(name, 0.0, rng()) for name in DATA}
    radius = np.linalg.norm(sets["circle"].train_X, axis=1)
    np.testing.assert_array_equal(radius < 3, sets["circle"].train_y == 1)
    product = sets["xor"].train_X.prod(axis=1)
    np.testing.assert_array_equal(product > 0, sets["xor"].train_y == 1)
    middles = [sets["groups"].train_X[sets["groups"].train_y == k] for k in (0, 1)]
    np.testing.assert_allclose([m.mean() for m in middles], [-2, 2], atol=0.2)
    X, y = sets["spiral"].train_X, sets["spiral"].train_y
    turned = np.concatenate(
        [X[y == 1], sets["spiral"].test_X[sets["spiral"].test_y == 1]]
    )
    other = np.concatenate(
        [X[y == 0], sets["spiral"].test_X[sets["spiral"].test_y == 0]]
    )
    # the second arm is the first, turned by half a circle
    order = [np.argsort(np.linalg.norm(arm, axis=1)) for arm in (turned, other)]
    np.testing.assert_allclose(turned[order[0]], -other[order[1]], atol=1e-12)


def test_features_are_the_named_columns():
    X = np.array([[2.0, -3.0], [0.5, 1.0]])
    x1, x2 = X.T
    expected = [x1, x2, x1**2, x2**2, x1 * x2, np.sin(x1), np.sin(x2)]
    np.testing.assert_allclose(features(X, list(FEATURES)), np.column_stack(expected))
    np.testing.assert_array_equal(features(X, ["x2", "x1"]), X[:, ::-1])


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: make_points("moons", 0.0, rng()), "spiral"),
        (lambda: make_points("xor", -1.0, rng()), "noise"),
        (lambda: features(np.ones((3, 3)), ["x1"]), r"\(n, 2\)"),
        (lambda: features(np.ones((3, 2)), []), "one or more"),
        (lambda: features(np.ones((3, 2)), ["x3"]), "x3"),
        (lambda: Playground().step(-1), "0 or more"),
        (lambda: Playground().step(1.5), "whole number"),
        (lambda: Playground().accuracy("validation"), "train or test"),
    ],
)
def test_wrong_arguments_are_refused_in_words(call, told):
    with pytest.raises(ValueError, match=told):
        call()


def test_the_defaults_are_those_of_the_slide():
    chosen = Settings()
    assert (chosen.lr, chosen.activation, chosen.penalty) == (0.03, "tanh", "none")
    assert {"sinx1", "sinx2"} <= set(chosen.features)


chosen_settings = st.builds(
    Settings,
    **{name: st.sampled_from(choices) for name, choices in ONE_OF.items()},
    features=st.lists(st.sampled_from(list(FEATURES)), min_size=1, unique=True).map(
        tuple
    ),
    layers=st.lists(st.integers(1, 8), max_size=3).map(tuple),
    seed=st.integers(0, 99),
)


@settings(max_examples=60, deadline=None)
@given(chosen=chosen_settings, epoch=st.integers(0, MOST_EPOCHS))
def test_what_is_written_is_read_again(chosen, epoch):
    text = write(chosen, epoch)
    assert read(text) == (chosen, epoch)
    assert write(*read(text)) == text
    assert len(text) < 200
    assert "\n" not in text


def test_a_part_of_a_text_leaves_the_rest_at_its_default():
    assert read("  layers=none   lr=0.1 ") == (Settings(layers=(), lr=0.1), 0)
    assert read("lr=0.10")[0].lr == 0.1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("spiral", "'spiral' is not of the form name=value"),
        ("speed=3", "There is no 'speed'; there are data"),
        ("data=moons", "data must be one of spiral, circle, xor, groups, got 'moons'"),
        ("lr=fast", "lr must be a number, got 'fast'"),
        ("lr=0.05", "lr must be one of 0.001"),
        ("lr=nan", "lr must be one of"),
        ("lr=inf", "lr must be one of"),
        ("lr=0.1 lr=0.3", "'lr' is given twice"),
        ("layers=8-", "layers must be units such as 8-8"),
        ("layers=9", "1 to 8 units"),
        ("layers=0", "1 to 8 units"),
        ("layers=2-2-2-2", "at most 3 layers"),
        ("features=", "features must be among x1"),
        ("features=x1,x1", "features must differ"),
        ("features=x1,x7", "got 'x7'"),
        ("seed=100", "seed must be a whole number from 0 to 99"),
        ("seed=-1", "seed must be a whole number"),
        ("seed=1.5", "seed must be a whole number"),
        ("epoch=5001", "epoch must be a whole number from 0 to 5000"),
        ("epoch=1e400", "epoch must be a whole number"),
        ("batch=7", "batch must be one of 1, 5, 10"),
        ("data=xor " * 100, "too long"),
    ],
)
def test_a_text_that_is_none_is_refused_with_the_wrong_word(text, told):
    with pytest.raises(ValueError) as caught:  # noqa: PT011, the text is what is tested
        read(text)
    assert told in str(caught.value)


def test_only_text_is_read_and_only_right_values_are_set():
    with pytest.raises(TypeError, match="must be text"):
        read(3)
    for wrong in ({"lr": True}, {"features": ()}, {"seed": True}, {"layers": ("4",)}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Settings(**wrong)


def test_equal_settings_give_equal_training():
    first, second = Playground(SMALL), Playground(SMALL)
    first.step(4)
    second.step(1)
    second.step(3)
    assert first.train_loss == second.train_loss
    assert len(first.test_loss) == first.epoch + 1 == 5
    assert first.train_loss[-1] < first.train_loss[0]


def test_a_text_restores_weights_and_losses():
    play = Playground(Settings(data="xor", layers=(3, 2), penalty="L1", noise=0.25))
    play.step(7)
    again = Playground.from_text(play.text)
    assert (again.text, again.test_loss) == (play.text, play.test_loss)
    for name, array in play.network.params.items():
        np.testing.assert_array_equal(again.network.params[name], array)


def test_reset_goes_back_to_the_start():
    play = Playground(SMALL)
    start, losses = play.network.copy_params(), list(play.train_loss)
    play.step(3)
    play.reset()
    assert (play.epoch, play.train_loss) == (0, losses)
    for name, array in start.items():
        np.testing.assert_array_equal(play.network.params[name], array)


def test_another_seed_gives_other_points_and_other_weights():
    first, other = (Playground(Settings(data="xor", seed=seed)) for seed in (1, 2))
    assert (first.points.train_X != other.points.train_X).all()
    name = "0.W"
    assert (first.network.params[name] != other.network.params[name]).all()


def test_another_network_sees_the_same_points():
    other = Playground(Settings(data="circle", layers=(8,), activation="relu"))
    np.testing.assert_array_equal(
        Playground(SMALL).points.train_X, other.points.train_X
    )


def test_losses_and_accuracy_are_those_of_the_data():
    play = Playground(SMALL)
    play.step(2)
    p = sigmoid(play.network.forward(play.test_columns)[:, 0])
    y = play.points.test_y
    expected = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    assert play.test_loss[-1] == pytest.approx(expected, rel=1e-12)
    assert play.accuracy() == np.mean((p > 0.5) == y)
    called = play.network.forward(play.train_columns)[:, 0] > 0
    assert play.accuracy("train") == np.mean(called == play.points.train_y)


@pytest.mark.parametrize("activation", ONE_OF["activation"])
@pytest.mark.parametrize("layers", [(), (3,), (4, 2, 3)])
def test_surfaces_are_what_the_units_answer(activation, layers):
    chosen = Settings(layers=layers, activation=activation, features=("x1", "x1x2"))
    play = Playground(chosen)
    play.step(1)
    seen = play.surfaces(7)
    assert seen.features.shape == (2, 7, 7)
    assert [squares.shape for squares in seen.hidden] == [(n, 7, 7) for n in layers]
    expected = play.network.forward(features(grid(7), chosen.features))
    np.testing.assert_allclose(seen.output.ravel(), expected[:, 0])
    if layers:
        out = list(play.network.params.values())[-2:]  # weights and bias of the output
        last = np.tensordot(seen.hidden[-1], out[0][:, 0], axes=(0, 0)) + out[1]
        np.testing.assert_allclose(seen.output, last)


def test_the_grid_begins_low_and_left():
    seen = Playground(SMALL).surfaces(6).features
    assert seen[0, 0, 0] == seen[1, 0, 0] == -5
    assert (seen[0, 0, -1], seen[1, 0, -1]) == (5, -5)


def test_relu_is_made_of_flat_pieces_and_tanh_is_not():
    bends = {}
    for name in ("relu", "tanh"):
        play = Playground(Settings(**{**vars(SMALL), "activation": name}))
        play.step(150)
        assert play.accuracy() >= 0.95
        bend = np.abs(np.diff(play.surfaces(120).output, n=2, axis=1))
        bends[name] = np.mean(bend > 1e-9)
    assert bends["relu"] < 0.1  # only where a unit switches
    assert bends["tanh"] > 0.9


@pytest.mark.parametrize(("activation", "epochs"), [("tanh", 200), ("relu", 300)])
def test_the_spiral_can_be_learned(activation, epochs):
    play = Playground(Settings(activation=activation))
    assert play.accuracy() < 0.7
    play.step(epochs)
    assert play.accuracy() >= 0.95
    assert play.accuracy("train") >= 0.95


def test_l1_shrinks_weights_to_exactly_zero_and_leaves_biases():
    params = {"0.W": np.array([[1.0, -1.0, 0.02]]), "0.b": np.array([0.5])}
    grads = {"0.W": np.array([[2.0, 0.0, 0.0]]), "0.b": np.array([0.0])}
    ShrinkingSGD(0.1, 0.5).step(params, grads)
    np.testing.assert_allclose(params["0.W"], [[0.75, -0.95, 0.0]])
    assert params["0.W"][0, 2] == 0.0
    assert params["0.b"][0] == 0.5


def test_penalties_make_weights_smaller():
    sizes = {}
    for penalty in ONE_OF["penalty"]:
        play = Playground(Settings(penalty=penalty, rate=0.03))
        play.step(20)
        weights = [layer.params["W"] for layer in play.network.layers if layer.params]
        sizes[penalty] = sum(np.abs(W).sum() for W in weights)
        zeros = sum((W == 0).sum() for W in weights)
        assert (zeros > 0) == (penalty == "L1")
    assert sizes["L1"] < sizes["none"]
    assert sizes["L2"] < sizes["none"]


def test_divergence_is_said_and_the_last_weights_stay():
    play = Playground(
        Settings(
            data="circle",
            features=tuple(FEATURES),
            activation="linear",
            layers=(8, 8, 8),
            lr=3,
        )
    )
    with pytest.raises(FloatingPointError, match="smaller learning rate"):
        play.step(50)
    assert all(np.isfinite(array).all() for array in play.network.params.values())
    assert len(play.train_loss) == play.epoch + 1
    assert np.isfinite(play.surfaces(5).output).all()


def test_training_ends_at_the_most_epochs_a_text_can_hold():
    play = Playground(SMALL)
    play.epoch = MOST_EPOCHS - 1
    play.step(5)
    assert play.epoch == MOST_EPOCHS
    assert read(play.text)[1] == MOST_EPOCHS


def test_it_says_what_it_is():
    assert repr(Playground()) == (
        "Playground spiral, 4-8-8-1 tanh, epoch 0, test accuracy "
        f"{Playground().accuracy():.2f}"
    )
