"""The perceptron's pictures and explorers: words and picture follow what is moved."""

import base64
import io

import numpy as np
import pytest
from matplotlib import image
from matplotlib.colors import to_rgb

from nnbyhand.explorers.perceptron import (
    boundary_explorer,
    draw_biases,
    draw_distances,
    draw_lines,
    draw_points,
    rule_explorer,
)
from nnbyhand.plots import PALE


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        (draw_points(), "six crosses"),
        (draw_lines({"drawn": (0.25, 1)}), "drawn, x2 = 0.25 x1 +1"),
        (draw_distances(np.array([3, -2]), -1), "right angle"),
        (draw_biases(np.array([3, -2]), [-3, 0, 3]), "-3, 0, 3"),
    ],
    ids=["points", "lines", "distances", "biases"],
)
def test_pictures_say_what_they_show(figure, says):
    assert says in figure.alt


def test_the_arrow_of_the_distances_keeps_right_angles():
    ax = draw_distances(np.array([3, -2]), -1).axes[0]
    ways = [line.get_xydata() for line in ax.get_lines() if line.get_linestyle() == ":"]
    assert len(ways) == 12
    for way in ways:
        assert way[1] @ [3, -2] == pytest.approx(1)  # the foot lies on the boundary
        assert np.cross([*(way[1] - way[0]), 0], [3, -2, 0])[2] == pytest.approx(0)


def test_dragging_the_boundary_changes_words_and_picture():
    explorer = boundary_explorer()
    *sliders, words = explorer.controls
    before = explorer.picture.value
    assert "9 of 12 right" in words.value
    assert "<td>3</td><td>3</td>" in words.value
    for slider, value in zip(sliders, (3, -2, -1), strict=True):
        slider.value = value
    assert "12 of 12 right" in words.value
    assert "aria-live" in words.value
    assert explorer.picture.value != before
    assert bytes(explorer.picture.value).startswith(b"\x89PNG")


@pytest.mark.parametrize(("b", "right"), [(1, 6), (-1, 6), (0, 6)])
def test_without_weights_the_bias_alone_decides(b, right):
    explorer = boundary_explorer()
    *sliders, words = explorer.controls
    for slider, value in zip(sliders, (0, 0, b), strict=True):
        slider.value = value
    assert f"{right} of 12 right" in words.value
    column = "<td>0</td><td>6</td>" if b > 0 else "<td>6</td><td>0</td>"
    assert words.value.count(column) == 2


def test_explorers_read_complete_where_nothing_moves():
    for explorer in (boundary_explorer(), rule_explorer()):
        data, metadata = explorer._repr_mimebundle_()
        assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
        assert len(metadata["image/png"]["alt"]) > 60


def stepper():
    explorer = rule_explorer()
    choice, buttons, words = explorer.controls
    return explorer, choice, *buttons.children, words


def test_the_rule_stops_after_an_epoch_without_a_mistake():
    explorer, _choice, onward, reset, words = stepper()
    begun = explorer.picture.value
    onward.click()
    assert "Mistake" in words.value
    assert "x is added" in words.value
    assert "Now w is (-0.5, -0.5), b is 1" in words.value
    assert explorer.picture.value != begun
    onward.click()
    assert "Right" in words.value
    for _ in range(10):
        onward.click()
    assert "Now w is (-2, -0.5), b is 0" in words.value
    assert "Mistakes in each epoch: 3, 3, 0" in words.value
    assert "the rule stops" in words.value
    assert onward.disabled
    reset.click()
    assert "No example yet" in words.value
    assert not onward.disabled
    assert explorer.picture.value == begun


def test_xor_never_stops():
    explorer, choice, onward, _reset, words = stepper()
    before = explorer.picture.value
    choice.value = "XOR"
    assert explorer.picture.value != before
    for _ in range(60):
        onward.click()
    assert not onward.disabled
    assert "…, 4, 4, 4" in words.value


def test_the_noise_of_a_browsers_slider_is_taken_off():
    explorer = boundary_explorer()
    explorer.controls[0].value = 0.7500000000000004
    assert "9 of 12 right" in explorer.controls[3].value


def pale_share(explorer):
    """Give the share of pixels in the colour of the firing side."""
    pixels = image.imread(io.BytesIO(explorer.picture.value))[..., :3]
    return float(np.isclose(pixels, to_rgb(PALE[1]), atol=0.01).all(axis=-1).mean())


def test_the_firing_side_is_shaded():
    explorer = boundary_explorer()
    *sliders, _words = explorer.controls
    shares = []
    for numbers in ((0, 0, -1), (3, -2, -1), (0, 0, 1)):
        for slider, value in zip(sliders, numbers, strict=True):
            slider.value = value
        shares.append(pale_share(explorer))
    nothing, some, everything = shares
    assert nothing == 0
    assert 0.3 < some / everything < 0.8
    assert everything > 0.5
