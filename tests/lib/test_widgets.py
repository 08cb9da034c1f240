"""Explorers and quizzes: what they say and show when something moves."""

import base64
import time

import pytest

from nnbyhand.quizzes import QUIZZES, Question
from nnbyhand.widgets import gate_explorer, quiz


def sliders(explorer):
    return explorer.controls[:3]


def test_moving_a_slider_changes_words_and_picture():
    explorer = gate_explorer()
    words, before = explorer.controls[3], explorer.picture.value
    assert "This is AND." in words.value
    sliders(explorer)[2].value = -0.5
    assert "This is OR." in words.value
    assert explorer.picture.value != before
    assert bytes(explorer.picture.value).startswith(b"\x89PNG")


def test_weights_of_zero_are_no_error():
    explorer = gate_explorer()
    for slider in sliders(explorer):
        slider.value = 0.0
    assert "no name of its own" in explorer.controls[3].value


def test_an_explorer_reads_complete_where_nothing_moves():
    data, metadata = gate_explorer()._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert "AND" in metadata["image/png"]["alt"]
    assert "AND" in data["text/plain"]


@pytest.mark.parametrize("item", list(QUIZZES))
def test_every_option_answers_with_its_own_sentence(item):
    for question, box in zip(QUIZZES[item], quiz(item).children, strict=True):
        _label, choice, said = box.children
        for option, sentence in question.options.items():
            choice.value = option
            assert sentence in said.value
            assert ("Right." in said.value) == (option == question.right)


def test_a_quiz_reads_complete_as_text():
    text = quiz("G-15")._repr_mimebundle_()["text/plain"]
    assert text.count("( )") == 10


def test_an_unknown_quiz_names_the_known_ones():
    with pytest.raises(KeyError, match="no questions for 'G-99'"):
        quiz("G-99")


def test_the_right_option_must_exist():
    with pytest.raises(ValueError, match="right must be one of"):
        Question("?", {"a": "b"}, "c")


def test_redraws_keep_up_with_a_hand():
    # a hand moves a slider; this only guards against a redraw that takes seconds
    explorer = gate_explorer()
    begun = time.monotonic()
    for step in range(10):
        sliders(explorer)[0].value = step / 10
    assert time.monotonic() - begun < 10
