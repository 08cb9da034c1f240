"""What the activation and forward explorers say and show when something moves."""

import base64
import time

import numpy as np
import pytest

from nnbyhand import data, plots
from nnbyhand.explorers.forward import (
    activation_explorer,
    draw_activations,
    draw_network,
    forward_explorer,
    plot_stairs,
)


def test_moving_z_changes_words_and_picture():
    explorer = activation_explorer()
    _choice, z, words = explorer.controls
    before = explorer.picture.value
    assert "sigmoid is <b>0.6225</b> and its slope is <b>0.2350</b>" in words.value
    z.value = -2.0
    assert "<b>0.1192</b>" in words.value
    assert "<b>0.1050</b>" in words.value
    assert explorer.picture.value != before


def test_another_function_changes_words_and_picture():
    explorer = activation_explorer()
    choice, _z, words = explorer.controls
    before = explorer.picture.value
    choice.value = "step"
    assert "step is <b>1.0000</b>" in words.value
    assert "It is flat here" in words.value
    assert explorer.picture.value != before


def test_moving_an_input_changes_every_value():
    explorer = forward_explorer()
    words, x1 = explorer.controls[-1], explorer.controls[1]
    before = explorer.picture.value
    for stated in ("1.160", "0.761", "0.976", "0.726", "0.709", "0.778"):
        assert stated in words.value
    assert "Output 3 is the largest" in words.value
    x1.value = -1.0
    assert "0.726" not in words.value
    assert explorer.picture.value != before


def test_the_other_network_has_signs_and_biases():
    explorer = forward_explorer()
    choice, words = explorer.controls[0], explorer.controls[-1]
    choice.value = "signs and biases"
    for stated in ("-2.000", "2.450", "0.796", "0.596", "0.384"):
        assert stated in words.value
    assert "Output 1 is the largest" in words.value


def test_weights_are_printed_on_demand():
    explorer = forward_explorer()
    before = explorer.picture.value
    explorer.controls[4].value = True
    assert explorer.picture.value != before


def network_axes(**more):
    columns = [data.SQUARE_X[0], np.zeros(3), np.zeros(3)]
    return draw_network(columns, [data.SQUARE_W1, data.SQUARE_W2], **more)


def test_an_edge_shows_size_and_sign_of_its_weight():
    ax = network_axes()
    positive, negative = ax.collections[:2]
    W = data.SQUARE_W1
    assert len(positive.get_segments()) == (W >= 0).sum()
    assert len(negative.get_segments()) == (W < 0).sum()
    widths = np.array(negative.get_linewidths())
    np.testing.assert_array_equal(np.argsort(widths), np.argsort(np.abs(W[W < 0])))
    assert negative.get_linestyles()[0][1] is not None  # dashed, not colour alone
    assert positive.get_linestyles()[0][1] is None
    plots.close(ax.figure)


def test_every_weight_and_every_value_is_written():
    ax = network_axes(numbers=True)
    texts = [text.get_text() for text in ax.texts]
    weights = [f"{w:g}" for w in (*data.SQUARE_W1.ravel(), *data.SQUARE_W2.ravel())]
    for weight in weights:
        assert weight in texts
    assert "0.9" in texts
    assert "Weights from inputs, unit by unit: 1, -2, 0.5; 0.5" in ax.figure.alt
    plots.close(ax.figure)


def test_alternative_texts_say_the_numbers():
    ax = network_axes()
    assert "3-3-3 network" in ax.figure.alt
    assert "inputs 0.9, 0.1, 0.8" in ax.figure.alt
    plots.close(ax.figure)
    for figure, told in (
        (draw_activations(), "hill of height 0.25"),
        (plot_stairs(np.sin, [5, 10], "sin x"), "sin x as a thin curve"),
    ):
        assert told in figure.alt
        plots.close(figure)


def test_a_unit_without_a_value_stays_empty():
    empty = [np.nan] * 3
    columns = [data.SQUARE_X[0], empty, empty]
    ax = draw_network(columns, [data.SQUARE_W1, data.SQUARE_W2])
    texts = [text.get_text() for text in ax.texts]
    assert sorted(texts) == ["0.1", "0.8", "0.9", "hidden", "inputs", "outputs"]
    assert ax.figure.alt.endswith("negative. inputs 0.9, 0.1, 0.8.")
    plots.close(ax.figure)


@pytest.mark.parametrize("make", [activation_explorer, forward_explorer])
def test_an_explorer_reads_complete_where_nothing_moves(make):
    data_, metadata = make()._repr_mimebundle_()
    assert base64.b64decode(data_["image/png"]).startswith(b"\x89PNG")
    assert len(metadata["image/png"]["alt"]) > 40
    assert "aria-live='polite'" in make().controls[-1].value


@pytest.mark.parametrize("make", [activation_explorer, forward_explorer])
def test_redraws_keep_up_with_a_hand(make):
    slider = make().controls[1]
    begun = time.monotonic()
    for step in range(10):
        slider.value = step / 10
    assert time.monotonic() - begun < 10
