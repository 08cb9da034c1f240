"""What the gates' explorer says and shows; the drawings carry words."""

import numpy as np
import pytest

from nnbyhand import plots
from nnbyhand.explorers.recurrent import (
    draw_cell,
    draw_fading,
    draw_forecast,
    draw_gates,
    draw_losses,
    draw_unrolled,
    memory,
    memory_explorer,
)
from nnbyhand.quizzes.recurrent import QUIZZES


def test_gates_move_words_and_picture():
    explorer = memory_explorer()
    forget, admit, show, words = explorer.controls
    assert "a share of 0.005 of the first memory is left: forgotten" in words.value
    assert "Half of it is gone after 7 steps" in words.value
    first = explorer.picture.value
    forget.value = 1
    assert "100% of the first memory is left: kept" in words.value
    assert explorer.picture.value != first
    admit.value = 0.5
    assert "50% of what is offered enters" in words.value
    show.value = 0
    assert "Nothing is shown." in words.value
    forget.value, admit.value, show.value = 0.9, 0.1, 1
    assert explorer.picture.value == first


def test_memory_follows_the_equations():
    share, C, h = memory(0.9, 0.0, 0.5)
    np.testing.assert_allclose(share, 0.9 ** np.arange(51))
    np.testing.assert_allclose(C, share)
    np.testing.assert_allclose(h, 0.5 * np.tanh(C))
    np.testing.assert_allclose(memory(0, 1, 1)[1][1:3], -0.9)
    assert memory(0.5, 0.25, 1)[1][1] == pytest.approx(0.5 - 0.225)


STEPS, YEARS = np.linspace(0, 1, 6), np.arange(1950, 1960)
DRAWINGS = {
    "unrolled": (lambda: draw_unrolled(3), "3 times"),
    "cell": (draw_cell, "multiplied by what comes from R"),
    "fading": (lambda: draw_fading({"W": 2.0 ** np.arange(4)}), "from 1 to 8"),
    "losses": (lambda: draw_losses({"RNN": [0.2, 0.17]}, 1 / 6), "RNN ends at 0.17"),
    "gates": (
        lambda: draw_gates(np.array([0, 1, 0, 0, 1, 0]), {"i": STEPS}),
        "i 0.50 at the marks",
    ),
    "forecast": (
        lambda: draw_forecast(YEARS, YEARS * 1.0, {"last": np.ones(4)}, 1956),
        "from 1956 on",
    ),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawings_say_what_they_show(name):
    draw, words = DRAWINGS[name]
    figure = draw()
    assert words in figure.alt
    plots.close(figure)


def test_every_question_has_its_answer_and_a_word_on_each_choice():
    for questions in QUIZZES.values():
        for question in questions:
            assert question.right in question.options
            assert all(question.options.values())
