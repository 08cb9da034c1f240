"""What the training explorers say and show when something is moved or pressed."""

import base64
import time

import numpy as np
import pytest

from nnbyhand import data, plots
from nnbyhand.explorers import training as explore
from nnbyhand.history import History

EXPLORERS = [
    explore.next_step_explorer,
    explore.patience_explorer,
    explore.start_explorer,
    explore.race_explorer,
]


def test_the_six_runs_one_after_the_other():
    explorer = explore.next_step_explorer()
    *buttons, words = explorer.controls
    by_name = {button.description: button for button in buttons}
    assert "Run 1 of 6" in words.value
    by_name["lower the rate"].click()
    assert "Not yet." in words.value
    assert "falls evenly" in words.value
    assert "Run 1 of 6" in words.value
    for number, (_kind, right, reading) in enumerate(explore.STORY, start=1):
        before = explorer.picture.value
        by_name[right].click()
        assert reading in words.value
        if number < len(explore.STORY):
            assert explorer.picture.value != before
            assert f"Run {number + 1} of 6" in words.value
    assert "test set" in words.value


@pytest.mark.parametrize(
    ("patience", "delta", "ends", "best"),
    [(2, 0.0, 7, 5), (3, 0.0, 8, 5), (4, 0.0, 10, 9), (2, 0.03, 5, 3)],
)
def test_patience(patience, delta, ends, best):
    explorer = explore.patience_explorer()
    wait, least, words = explorer.controls
    before = explorer.picture.value
    wait.value, least.value = patience, delta
    assert explorer.picture.value != before
    assert f"epoch <b>{ends}</b>" in words.value
    assert f"weights of epoch <b>{best}</b>" in words.value


@pytest.mark.parametrize(
    ("units", "scale", "told"),
    [
        ("tanh", 0.0, "stay equal"),
        ("tanh", 0.4, "dies out"),
        ("tanh", 3.0, "stuck"),
        ("ReLU", 1.4, "arrives"),
        ("ReLU", 2.0, "grows"),
    ],
)
def test_starts(units, scale, told):
    explorer = explore.start_explorer()
    kind, slider, words = explorer.controls
    before = explorer.picture.value
    kind.value, slider.value = units, scale
    assert explorer.picture.value != before
    assert told in words.value


@pytest.mark.parametrize(
    ("name", "rate", "steps", "told"),
    [
        ("SGD", 0.05, 40, "diverges"),
        ("SGD", 0.002, 40, "creeps"),
        ("SGD", 0.0395, 20, "side to side"),
        ("momentum", 0.02, 100, "has arrived"),
        ("Adam", 0.3, 40, "on its way"),
        ("RMSProp", 0.3, 0, "not moved"),
    ],
)
def test_races(name, rate, steps, told):
    explorer = explore.race_explorer()
    choice, lr, count, words = explorer.controls
    before = explorer.picture.value
    choice.value, lr.value, count.value = name, rate, steps
    assert explorer.picture.value != before
    assert told in words.value
    assert name in words.value


def test_pictures_say_what_they_show():
    history = History()
    history.add(0.5, 0.8)
    history.add_validation(0.6, 0.7)
    history.best_epoch = 1
    rates = {"SGD": 0.035, "momentum": 0.02, "RMSProp": 0.3, "Adam": 0.3}
    for figure, told in (
        (explore.draw_curves(explore.FOUR), "run D: training 2.3, 2.26"),
        (explore.draw_curves(explore.SIX, "123456", task=2), "run 6: training 0.67"),
        (explore.draw_history(history), "best epoch, 1"),
        (explore.draw_augmented(np.zeros((8, 8))), "five changed copies"),
        (explore.draw_stopping(2).figure, "ends at epoch 7"),
        (explore.draw_starts([0, 3]), "for weights 0/√n: 0, 0, 0, 0"),
        (explore.draw_race(rates), "Adam with rate 0.3 ends"),
    ):
        assert told in figure.alt
        plots.close(figure)


def test_a_race_is_the_library_s_own_walk():
    places = explore.race("SGD", 0.01, 3)
    w = np.array(explore.START)
    for place in places:
        np.testing.assert_allclose(place, w)
        w = w - 0.01 * np.array([1.0, 50.0]) * w
    assert explore.height(places[0]) == pytest.approx(75)


def test_the_augmented_digits_stay_digits():
    digit = data.load_digits().train_images[13, 0] / 16
    figure = explore.draw_augmented(digit)
    assert len(figure.axes) == 6
    plots.close(figure)


@pytest.mark.parametrize("make", EXPLORERS)
def test_an_explorer_reads_complete_where_nothing_moves(make):
    explorer = make()
    bundle, metadata = explorer._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert len(metadata["image/png"]["alt"]) > 40
    assert "aria-live='polite'" in explorer.controls[-1].value


@pytest.mark.parametrize("make", EXPLORERS[1:])
def test_redraws_keep_up_with_a_hand(make):
    controls = make().controls
    slider = next(c for c in controls if hasattr(c, "min") and hasattr(c, "step"))
    first = slider.value
    begun = time.monotonic()
    for k in range(1, 9):
        slider.value = first + slider.step * (k % 4 + 1)
    assert time.monotonic() - begun < 8
