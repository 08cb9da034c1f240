"""What the network says and shows while it is trained step by step."""

import base64
import time

import numpy as np
import pytest

from nnbyhand import plots
from nnbyhand.backprop import backprop
from nnbyhand.explorers.backprop import (
    BIASES,
    WEIGHTS,
    X,
    backprop_explorer,
    draw_curves,
    draw_passes,
    draw_step_sizes,
)


def texts(figure):
    return {text.get_text(): text for text in figure.axes[0].texts}


def parts(explorer):
    target, rate, row, words = explorer.controls
    return target, rate, row.children, words


def test_both_passes_are_told_apart_without_colour():
    figure = draw_passes()
    told = texts(figure)
    dWs, dbs = backprop(X, [[0.0]], WEIGHTS, BIASES)
    assert f"δ {dbs[1][0]:.4f}" in told
    assert f"∂ {dWs[0][0, 0]:.4f}" in told
    for text, drawn in told.items():
        if text.startswith(("δ", "∂")):
            assert drawn.get_style() == "italic"
            assert drawn.get_color() == plots.VERMILION
        elif text.startswith(("w ", "b ")):
            assert drawn.get_style() == "normal"
            assert drawn.get_color() == plots.BLUE
    for number in ("0.6225", "0.7654", "δ −0.0338", "loss 0.2929"):
        assert number in figure.alt
    plots.close(figure)


def test_the_empty_picture_gives_nothing_away():
    figure = draw_passes(empty=True)
    told = "".join(texts(figure)) + figure.alt
    for number in ("0.6225", "0.7654", "0.1374", "loss", "δ", "∂"):
        assert number not in told
    assert "w 0.500" in told
    plots.close(figure)


def test_steps_move_words_and_picture():
    explorer = backprop_explorer()
    _target, rate, (one, ten, again), words = parts(explorer)
    assert "After 0 steps: output <b>0.7654</b>, too high" in words.value
    assert "would make it 0.6325" in words.value
    first = explorer.picture.value
    one.click()
    assert "After 1 step: output <b>0.6325</b>" in words.value
    assert explorer.picture.value != first
    ten.click()
    assert "After 11 steps" in words.value
    rate.value = 8.0
    assert "One step of rate 8" in words.value
    again.click()
    assert "After 0 steps: output <b>0.7654</b>" in words.value
    assert explorer.picture.value == first


def test_the_other_target_turns_the_gradients():
    explorer = backprop_explorer()
    target, _rate, _buttons, words = parts(explorer)
    before = explorer.picture.value
    target.value = 1.0
    assert explorer.picture.value != before
    assert "too low" in words.value
    assert "−0.0421" in words.value  # the output's delta


def test_the_table_names_every_parameter():
    words = backprop_explorer().controls[-1].value
    names = ("input 2 → hidden 1", "bias of hidden 2", "hidden 2 → output")
    for name in (*names, "bias of output"):
        assert name in words
    assert words.count("<tr>") == 10
    assert "aria-live='polite'" in words


def test_it_reads_complete_where_nothing_moves():
    data, metadata = backprop_explorer()._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert "Forward: inputs 1 and 0.5" in metadata["image/png"]["alt"]


def test_pictures_say_what_they_show():
    hs = np.array([1e-8, 1e-5, 1e-2])
    for figure, told in (
        (draw_step_sizes({"both sides": [3.0, 1.0, 2.0]}, hs), "near h = 1e-05"),
        (draw_curves({"random": [2.0, 1.0]}, "step"), "random from 2.00 to 1.00"),
    ):
        assert told in figure.alt
        plots.close(figure)


@pytest.mark.parametrize("which", [0, 1])
def test_redraws_keep_up_with_a_hand(which):
    button = parts(backprop_explorer())[2][which]
    begun = time.monotonic()
    for _ in range(10):
        button.click()
    assert time.monotonic() - begun < 10
