"""Building twice gives the same bytes; only what changed is built."""

import sys

import pytest

from coursekit.build import build, build_lesson, build_release
from coursekit.ci import stages
from coursekit.course import CourseError, find_course

COURSE = find_course()


@pytest.mark.parametrize("unit", COURSE.lessons)
def test_a_lesson_built_again_is_the_same_notebook(spoiled, unit):
    if reason := spoiled.lacks_torch(unit):
        pytest.skip(reason)
    before = spoiled.lesson(unit).read_bytes()
    spoiled.lesson(unit).unlink()
    build_lesson(spoiled, unit)
    # pictures differ between versions of matplotlib; a second build may not
    again = spoiled.lesson(unit).read_bytes()
    build_lesson(spoiled, unit)
    assert spoiled.lesson(unit).read_bytes() == again
    assert len(again) == pytest.approx(len(before), rel=0.2)


@pytest.mark.parametrize("unit", COURSE.assignments)
def test_the_release_generated_by_nbgrader_is_the_committed_one(spoiled, unit):
    committed = spoiled.release(unit).read_bytes()
    spoiled.release(unit).unlink()
    build_release(spoiled, unit)
    assert spoiled.release(unit).read_bytes() == committed


def test_nothing_is_built_twice(spoiled):
    assert build(spoiled, spoiled.choose([])) == []


def test_only_what_changed_is_built(spoiled):
    text = spoiled.source_text("01_neurons_and_gates")
    text.write_text(text.read_text("utf-8") + "\n# %% [markdown]\n# One more cell.\n")
    assert build(spoiled, spoiled.choose([])) == [
        "built source 01_neurons_and_gates",
        "built release 01_neurons_and_gates",
    ]


def test_a_lesson_that_fails_is_told_and_not_written(spoiled):
    text = spoiled.lesson_text("01_neurons_and_gates")
    text.write_text(text.read_text("utf-8") + "\n# %%\n1 / 0\n")
    before = spoiled.lesson("01_neurons_and_gates").read_bytes()
    with pytest.raises(CourseError, match=r"(?s)does not run.*ZeroDivisionError"):
        build_lesson(spoiled, "01_neurons_and_gates")
    assert spoiled.lesson("01_neurons_and_gates").read_bytes() == before


@pytest.mark.parametrize("word", ["1", "01", "01_neurons_and_gates"])
def test_a_unit_is_found_by_what_is_typed(word):
    assert COURSE.choose([word]) == ["01_neurons_and_gates"]


def test_only_units_that_need_torch_are_left_out_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    able = [unit for unit in COURSE.choose([]) if not COURSE.lacks_torch(unit)]
    left = set(COURSE.choose([])) - set(able)
    assert "08_networks_in_pytorch" in left
    assert not left & {"07_training_in_practice", "09_convolutional_networks"}
    assert "needs PyTorch" in COURSE.lacks_torch("08_networks_in_pytorch")
    (course,) = [stage for stage in stages(COURSE) if stage.name == "course"]
    run = " ".join(part for command in course.commands for part in command)
    assert "07_training" in run
    assert "08_networks" not in run


def test_an_unknown_unit_names_the_known_ones():
    with pytest.raises(CourseError, match="the units here are"):
        COURSE.choose(["77"])
