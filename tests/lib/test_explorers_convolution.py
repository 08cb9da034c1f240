"""What the sliding kernel and the gallery say and show; the twin on an accelerator."""

import base64
import time

import numpy as np
import pytest

from nnbyhand import data, device, plots, twins
from nnbyhand.conv import Conv2d, MaxPool2d, conv2d
from nnbyhand.explorers.convolution import (
    KERNELS,
    draw_filters,
    draw_kernel,
    draw_layers,
    draw_maps,
    draw_parts,
    draw_sliding,
    kernel_explorer,
    sliding_explorer,
)
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network


def written(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_a_step_moves_words_and_picture():
    explorer = sliding_explorer()
    *_choices, row, words = explorer.controls
    back, forward, again = row.children
    assert "Place 1 of 9, row 0, column 0: 1·1 + 1·0" in words.value
    assert "= 4." in words.value
    first = explorer.picture.value
    forward.click()
    assert "Place 2 of 9" in words.value
    assert "= 3." in words.value
    assert explorer.picture.value != first
    back.click()
    assert explorer.picture.value == first
    for _ in range(12):
        forward.click()
    assert "Place 9 of 9, row 2, column 2" in words.value
    again.click()
    assert "Place 1 of 9" in words.value
    back.click()
    assert "Place 1 of 9" in words.value


def test_example_stride_and_padding_change_the_places():
    explorer = sliding_explorer()
    example, stride, padding, row, words = explorer.controls
    stride.value = 2
    assert "Place 1 of 4" in words.value
    padding.value = 1
    assert "Place 1 of 9" in words.value
    example.value = "signed numbers"
    assert "Place 1 of 6" in words.value
    row.children[1].click()
    assert "(−2)·1 + 0·3 + 3·(−2)" in words.value
    assert "= −11." in words.value
    assert "aria-live='polite'" in words.value


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("padding", [0, 1])
def test_the_last_place_shows_the_whole_result(stride, padding):
    image, kernel = data.SIGNED_IMAGE, data.SIGNED_KERNEL
    right = conv2d(image[None, None], kernel[None, None], None, stride, padding)[0, 0]
    figure = draw_sliding(image, kernel, right.size - 1, stride, padding)
    shown = written(figure)[-2 - right.size : -2]
    assert shown == [f"{value:g}".replace("-", "−") for value in right.ravel()]
    first = draw_sliding(image, kernel, 0, stride, padding)
    assert written(first)[-2 - right.size + 1 : -2] == [""] * (right.size - 1)
    for drawn in (figure, first):
        assert f"of {right.size}" in drawn.alt
        plots.close(drawn)


def test_every_kernel_says_what_it_does():
    explorer = kernel_explorer()
    kernel, which, words = explorer.controls
    seen = {explorer.picture.value}
    for name, (_values, sentence) in KERNELS.items():
        kernel.value = name
        assert sentence in words.value
        seen.add(explorer.picture.value)
    assert len(seen) == len(KERNELS)
    before = explorer.picture.value
    which.value = dict(which.options)["sandal"]
    assert explorer.picture.value not in {before, *seen}


def test_kernels_do_what_their_sentences_say():
    even = np.full((5, 5), 200)
    for name, (values, _sentence) in KERNELS.items():
        figure = draw_kernel(name, even)
        result = figure.axes[2].images[0].get_array()[1:-1, 1:-1]
        assert np.allclose(result, np.sum(values) * 200 / 255)
        plots.close(figure)


def test_explorers_read_complete_where_nothing_moves():
    for explorer, told in (
        (sliding_explorer(), "Place 1 of 9"),
        (kernel_explorer(), "brighter on the right"),
    ):
        data_, metadata = explorer._repr_mimebundle_()
        assert base64.b64decode(data_["image/png"]).startswith(b"\x89PNG")
        assert told in metadata["image/png"]["alt"]


def test_pictures_say_what_they_show():
    rng = np.random.default_rng(0)
    maps = rng.random((12, 4, 6, 6))
    layers = [("image", 150, 3), ("dense", 1, 512)]
    for figure, told in (
        (draw_layers(layers), "image 150×150×3, dense 512"),
        (draw_filters(rng.normal(size=(4, 1, 3, 3))), "4 filters of 3 by 3"),
        (draw_maps(maps[0, 0], {"layer 1": maps[0]}), "layer 1: 4 maps of 6×6"),
        (draw_parts(rng.random((12, 12, 12)), maps, [0, 2], (2, 8, 3)), "8 by 8"),
    ):
        assert told in figure.alt
        plots.close(figure)


def test_parts_are_cut_where_the_map_is_strongest():
    images, maps = np.zeros((9, 12, 12)), np.zeros((9, 1, 6, 6))
    images[4, 5, 7], maps[4, 0, 2, 3] = 1, 1
    figure = draw_parts(images, maps, [0], (2, 8, 3))
    patch = figure.axes[0].images[0].get_array()
    assert patch.shape == (8, 8)
    assert patch[5 + 3 - 4, 7 + 3 - 6] == 1
    plots.close(figure)


def test_redraws_keep_up_with_a_hand():
    forward = sliding_explorer().controls[3].children[1]
    begun = time.monotonic()
    for _ in range(8):
        forward.click()
    assert time.monotonic() - begun < 8


@pytest.mark.gpu
def test_the_cnn_gives_and_learns_the_same_on_an_accelerator(whole_float32):
    torch = whole_float32
    if device.available_devices() == ["cpu"]:
        pytest.skip("no accelerator on this machine")
    rng = np.random.default_rng(0)
    filters = Conv2d(1, 4, 3, rng, padding=1, dtype=np.float32)
    parts = [filters, Activation("relu"), MaxPool2d(2), Flatten()]
    network = Network.from_layers([*parts, Dense(64, 10, rng, dtype=np.float32)])
    digits = data.load_digits()
    X, labels = np.float32(digits.train_images) / 16, digits.train_labels
    learned = {}
    for where in ("cpu", device.available_devices()[0]):
        twin, rng = twins.to_torch(network), np.random.default_rng(1)
        shown = twin.to(where)(torch.tensor(X[:50]).to(where)).detach().cpu().numpy()
        np.testing.assert_allclose(shown, network.forward(X[:50]), atol=1e-4)
        losses = twins.fit_twin(twin, X, labels, rng=rng, epochs=3, device=where)
        learned[where] = losses
    one, other = learned.values()
    np.testing.assert_allclose(one, other, rtol=0.02)
