"""What the ball, the valley and the range test say and show when a rate moves."""

import base64
import time

import numpy as np
import pytest

from nnbyhand import plots
from nnbyhand.descent import range_losses
from nnbyhand.explorers.descent import (
    TEST_RATES,
    ball_explorer,
    curve,
    curve_gradient,
    draw_digits,
    draw_epochs,
    draw_losses,
    draw_range,
    draw_rates,
    range_explorer,
    valley_explorer,
)

EXPLORERS = [ball_explorer, valley_explorer, range_explorer]


@pytest.mark.parametrize(
    ("rate", "steps", "told"),
    [
        (0.1, 1, ["After 1 step:", "0.600", "on one side"]),
        (0.5, 1, ["3.000", "The bottom is reached"]),
        (0.9, 3, ["4.536", "jumps across"]),
        (1.0, 4, ["0.000", "gets nowhere"]),
        (1.1, 5, ["Too large"]),
        (1.2, 12, ["outside the picture"]),
        (0.1, 0, ["has not moved"]),
    ],
)
def test_the_ball(rate, steps, told):
    explorer = ball_explorer()
    lr, n, words = explorer.controls
    assert "2.017" in words.value
    before = explorer.picture.value
    lr.value, n.value = rate, steps
    assert explorer.picture.value != before
    for piece in told:
        assert piece in words.value


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        (0.1, ["0.739", "creeps"]),
        (0.18, ["0.0185", "The bottom is reached"]),
        (0.2, ["5.007", "to and fro along w2"]),
        (0.21, ["226.3", "diverges along w2"]),
    ],
)
def test_the_valley(rate, told):
    explorer = valley_explorer()
    _surface, lr, words = explorer.controls
    assert "<b>6.426</b>, from 55" in words.value
    before = explorer.picture.value
    lr.value = rate
    assert explorer.picture.value != before
    for piece in told:
        assert piece in words.value


def test_the_round_bowl():
    explorer = valley_explorer()
    surface, lr, words = explorer.controls
    before = explorer.picture.value
    surface.value = "round bowl"
    assert explorer.picture.value != before
    lr.value = 0.1
    assert "w = (0.00, 0.00)" in words.value


@pytest.mark.parametrize(
    ("k", "told"),
    [
        (0, "slow"),
        (17, "About a tenth"),
        (21, "Between"),
        (25, "Close to the edge"),
        (28, "climbs"),
    ],
)
def test_the_range_test(k, told):
    explorer = range_explorer()
    slider, words = explorer.controls
    slider.value = 12
    before = explorer.picture.value
    slider.value = k
    assert explorer.picture.value != before
    assert f"<b>{TEST_RATES[k]:.4f}</b>" in words.value
    assert told in words.value


def test_the_curve_has_the_slope_it_says():
    w = np.array([-1.0, 3.0, 4.5])
    slopes = (curve(w + 1e-6) - curve(w - 1e-6)) / 2e-6
    np.testing.assert_allclose(curve_gradient(w), slopes, atol=1e-6)


def test_pictures_say_what_they_show():
    losses = range_losses(lambda w: 2 * w**2, lambda w: 4 * w, 1.0, TEST_RATES)
    X = np.zeros((2, 64))
    for figure, told in (
        (draw_losses(), "sharp corner"),
        (draw_rates(), "rate 1.1: w = 0, 6.6, -1.32"),
        (draw_range(TEST_RATES, losses), "from the rate 0.501 on"),
        (draw_epochs({"one": [2.0, 1.0]}), "one from 2.00 to 1.00"),
        (draw_digits(X, np.linspace(-1, 1, 64), ["a 1", "a 7"]), "a 1 and a 7"),
    ):
        assert told in figure.alt
        plots.close(figure)


@pytest.mark.parametrize("make", EXPLORERS)
def test_an_explorer_reads_complete_where_nothing_moves(make):
    data, metadata = make()._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert len(metadata["image/png"]["alt"]) > 40
    assert "aria-live='polite'" in make().controls[-1].value


@pytest.mark.parametrize("make", EXPLORERS)
def test_redraws_keep_up_with_a_hand(make):
    slider = next(control for control in make().controls if hasattr(control, "min"))
    begun = time.monotonic()
    for k in range(1, 11):
        slider.value = slider.min + k * slider.step
    assert time.monotonic() - begun < 10
