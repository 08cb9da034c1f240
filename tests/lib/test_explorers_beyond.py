"""What lesson 11 draws and moves: transfer, depth, codes, the map of networks."""

import numpy as np
import pytest

from nnbyhand import plots
from nnbyhand.explorers import beyond
from nnbyhand.network import Network
from nnbyhand.quizzes.beyond import QUIZZES


def test_transfer_says_first_and_last_of_each_line():
    figure = beyond.draw_transfer({"tuned": [0.4, 0.8], "scratch": [0.2, 0.7]}, 1)
    assert "tuned: 0.40 after one epoch, 0.80 last" in figure.alt
    assert len({line.get_linestyle() for line in figure.axes[0].lines[:2]}) == 2
    assert [text.get_text() for text in figure.axes[0].texts] == ["set free"]
    plots.close(figure)


def test_moves_are_relative_and_leave_biases_out():
    before = {"0.W": np.ones((2, 2)), "0.b": np.zeros(2), "2.W": np.full((2, 2), 2.0)}
    after = {"0.W": np.ones((2, 2)), "0.b": np.ones(2), "2.W": np.full((2, 2), 3.0)}
    moves = beyond.relative_moves(before, after)
    assert moves == {"0.W": 0.0, "2.W": 0.5}
    figure = beyond.draw_moves(moves)
    assert "0.W 0.0%, 2.W 50.0%" in figure.alt
    plots.close(figure)


def test_restored_digits_have_a_named_row_each():
    images = np.zeros((3, 8, 8))
    figure = beyond.draw_restored({"input": images, "mean": images})
    assert [ax.get_ylabel() for ax in figure.axes[::3]] == ["input", "mean"]
    assert figure.alt.startswith("3 digits in 2 rows: input, mean.")
    plots.close(figure)


def test_the_map_draws_and_names_every_architecture():
    figure = beyond.draw_map()
    titles = [ax.get_title() for ax in figure.axes if ax.get_title()]
    assert len(titles) == len(beyond.MAP) == 12
    for ax, (name, (sizes, _, line)) in zip(
        figure.axes, beyond.MAP.items(), strict=True
    ):
        assert ax.get_title() == f"{name}\n{line}"
        assert f"{name}, {line}" in figure.alt
        units = [patch for patch in ax.patches if patch.get_radius() == 0.24]
        assert len(units) == sum(sizes)
    assert len(beyond.CELLS) == 14
    plots.close(figure)


def test_parity_words_follow_the_slider():
    explorer = beyond.parity_explorer()
    slider, words = explorer.controls
    assert "128 hidden units by rows, 21 units in the chain, 8" in words.value
    first = explorer.picture.value
    slider.value = 16
    assert "32,768 hidden units by rows, 45 units in the chain, 16" in words.value
    assert explorer.picture.value != first


def test_code_words_name_the_nearest_digits():
    codes = np.array([[0.0, 0.0]] * 5 + [[4.0, 4.0]] * 5)
    labels = np.array([3] * 5 + [7] * 5)
    decoder = Network([2, 8, 64], rng=np.random.default_rng(0))
    explorer = beyond.code_explorer(decoder, codes, labels)
    one, two, words = explorer.controls
    one.value = two.value = 0.5
    assert "are 3, 3, 3, 3, 3." in words.value
    before = explorer.picture.value
    one.value = two.value = 3.8
    assert "are 7, 7, 7, 7, 7." in words.value
    assert explorer.picture.value != before


@pytest.mark.parametrize("item", sorted(QUIZZES))
def test_every_option_has_a_sentence_and_one_is_right(item):
    for question in QUIZZES[item]:
        assert question.right in question.options
        assert len(question.options) >= 2
        assert all(reason.strip() for reason in question.options.values())


def test_right_answers_do_not_stand_at_one_place():
    places = {
        list(question.options).index(question.right)
        for questions in QUIZZES.values()
        for question in questions
    }
    assert places == {0, 1, 2}
