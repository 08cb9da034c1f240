"""What assignment 11 is tried with, and the facts a capstone is judged by."""

import dataclasses

import numpy as np
import pytest

from nnbyhand import beyond_practice as practice
from nnbyhand import capstone, device, optim, plots, train, twins
from nnbyhand.layers import Dense, Flatten
from nnbyhand.network import Network

seed = np.random.default_rng


def test_known_digits_are_few_new_and_apart():
    old, X, labels, X_new, new = practice.known_digits(0, "thirds")
    assert X.shape == (20, 64)
    assert X_new.shape == (577, 64)
    assert set(labels) == set(new) == {0, 1, 2}
    assert repr(old).startswith("Network 64-32-10")


@pytest.mark.parametrize(
    ("optimiser", "moves"),
    [
        (optim.SGD(0.1), False),
        (optim.RMSProp(0.01), False),
        (optim.SGD(0.1, weight_decay=0.1), True),
        (optim.Momentum(0.1), True),
        (optim.Adam(0.01), True),
    ],
)
def test_zeroed_gradients_freeze_only_without_memory_or_decay(optimiser, moves):
    assert (practice.frozen_path(optimiser) > 1e-6) == moves


def test_pca_error_equals_what_the_last_directions_hold():
    X = seed(0).normal(size=(30, 5)) @ seed(1).normal(size=(5, 5))
    spread = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    for k in (0, 2, 5):
        rest = np.sum(spread[k:] ** 2) / X.size
        np.testing.assert_allclose(practice.pca_error(X, X, k), rest, atol=1e-12)


def test_coco_has_eighty_ids_up_to_ninety():
    assert (len(set(practice.COCO_IDS)), max(practice.COCO_IDS)) == (80, 90)


def test_letters_are_compared_one_by_one_and_strange_ones_refused():
    assert practice.letters_right("f t", "FF").tolist() == [1, 0]
    assert practice.letters_right(["F", "t, f"], "FTF").tolist() == [1, 1, 1]
    with pytest.raises(ValueError, match="expected a text of letters, got X"):
        practice.letters_right("XF", "FF")
    with pytest.raises(ValueError, match="expected a text of letters, got int 5"):
        practice.letters_right(5, "FF")


def test_an_unknown_project_is_refused_by_name():
    with pytest.raises(ValueError, match="name must be one of"):
        capstone.load_project("cats")


def sunspot_report():
    """A small sound project, with a few hidden units against one linear layer."""
    project = capstone.load_project("sunspots")
    tr, va, te = np.arange(200), np.arange(200, 240), np.arange(240, 300)
    linear = Network.from_layers([Dense(9, 1, seed(0))])
    net = Network([9, 8, 1], rng=seed(0))
    for one in (linear, net):
        history = train.fit(
            one,
            project.X[tr],
            project.Y[tr],
            rng=seed(0),
            loss="mse",
            optimiser=optim.Adam(0.02),
            epochs=40,
            validation=(project.X[va], project.Y[va]),
            early_stopping=train.EarlyStopping(patience=4),
        )
    found, plain = (
        capstone.score(project, one.predict(project.X[te]), te) for one in (net, linear)
    )
    figure = plots.new_figure()
    figure.axes[0].plot(history.val_loss)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.alt = "The loss falls over the epochs, then it flattens."
    plots.close(figure)
    return capstone.Report(
        project="sunspots",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=found,
        majority=capstone.majority_score(project, tr, te),
        linear=linear,
        linear_score=plain,
        figure=figure,
    )


@pytest.fixture(scope="module")
def report():
    return sunspot_report()


def facts(report):
    return (
        *capstone.split_facts(report),
        *capstone.baseline_facts(report),
        *capstone.epoch_facts(report),
        *capstone.score_facts(report),
        *capstone.figure_facts(report),
    )


SOUND = (0,) * 5 + (1,) * 11


def test_a_sound_project_has_all_facts(report):
    assert facts(report) == SOUND
    again = capstone.run_facts(sunspot_report())
    np.testing.assert_array_equal(again, capstone.run_facts(report))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("train", lambda rows: np.append(rows, 299)),
        ("val", lambda rows: rows[:10]),
        ("test", lambda rows: rows[::-1][:20]),
        ("majority", lambda value: value + 1),
        ("linear", lambda _: Network.from_layers([Flatten(), Dense(9, 1, seed(9))])),
        ("linear_score", lambda value: value - 1),
        ("epoch", lambda value: value - 1),
        ("val_losses", lambda losses: [loss + 0.1 for loss in losses]),
        ("score", lambda value: value - 1),
    ],
)
def test_one_slip_changes_a_fact(report, part, change):
    slipped = dataclasses.replace(report, **{part: change(getattr(report, part))})
    assert facts(slipped) != SOUND


def test_a_second_linear_layer_is_no_network(report):
    slipped = dataclasses.replace(report, network=report.linear)
    assert capstone.baseline_facts(slipped) == (1, 1, 1, 0)


def frozen_twin(where):
    """Train a twin whose first layer is frozen; give the network before and after."""
    network = Network([6, 5, 3], rng=seed(0), dtype=np.float32)
    network.freeze([0])
    twin = twins.to_torch(network)
    X, labels = np.float32(seed(1).normal(size=(40, 6))), seed(2).integers(0, 3, 40)
    twins.fit_twin(twin, X, labels, rng=seed(3), lr=0.01, epochs=3, device=where)
    return network, twins.from_torch(twin, network)


def moved(network, learned):
    """Name the parameters that are not as they were."""
    after = learned.params
    return [k for k, p in network.params.items() if not np.array_equal(p, after[k])]


def test_a_frozen_layer_stays_frozen_in_the_twin():
    pytest.importorskip("torch")
    assert moved(*frozen_twin("cpu")) == ["2.W", "2.b"]


@pytest.mark.gpu
def test_a_frozen_layer_stays_frozen_on_an_accelerator():
    pytest.importorskip("torch")
    where = device.best_device()
    if where == "cpu":
        pytest.skip("no accelerator here")
    assert moved(*frozen_twin(where)) == ["2.W", "2.b"]
