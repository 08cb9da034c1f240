"""What makes grading fast must change nothing: versions, compiled tests, preloading."""

import os
import sys
import types
from collections.abc import Callable

import numpy.testing
import pytest

from coursekit.grading import versions
from coursekit.grading.asked import COMPILER, Asked
from coursekit.grading.compiled import codes, compile_test
from coursekit.grading.guard import Guard


class Kept:
    a = 1
    b = 2


def changes() -> dict[str, Callable[[types.ModuleType], object]]:
    def by_attribute(module: types.ModuleType) -> None:
        for i in range(100):  # Python specialises what it often does
            module.a = i + 0.5

    return {
        "set": by_attribute,
        "set in the dict": lambda module: vars(module).update(a=object()),
        "new": lambda module: setattr(module, "new", 1),
        "gone": lambda module: delattr(module, "a"),
        "all gone": lambda module: vars(module).clear(),
        "in order": lambda module: vars(module).update(a=vars(module).pop("a")),
        "of a class": lambda module: setattr(Kept, "a", object()),
        "gone from a class": lambda module: delattr(Kept, "b"),
    }


@pytest.mark.parametrize("name", changes())
@pytest.mark.parametrize("numbers", [True, False])
def test_every_change_has_another_mark(name, numbers, monkeypatch) -> None:
    if not numbers:
        monkeypatch.setattr(versions, "numbered", lambda: False)
    module = types.ModuleType("module")
    module.a = module.b = 1
    Kept.a, Kept.b = 1, 2
    marks = versions.reader([vars(module), vars(Kept)])
    before = marks()
    changes()[name](module)
    after, changed = marks(), int(name.endswith("class"))
    assert after[changed] != before[changed]
    assert numbers is (after[1 - changed] == before[1 - changed])


@pytest.mark.skipif(sys.version_info[:2] > versions.LAST, reason="no numbers here")
def test_python_numbers_versions() -> None:
    assert versions.numbered()


@pytest.fixture
def guard() -> Guard:
    """A guard of this process, around a shell in which nothing runs."""
    kinds = ("compile", "displayhook", "display_pub")
    parts = {kind: types.SimpleNamespace() for kind in kinds}
    return Guard(
        types.SimpleNamespace(
            **parts,
            user_ns={},
            user_module=None,
            ast_transformers=[],
            custom_exceptions=(),
        )
    )


CHANGED = "numpy.testing.assert_allclose"


@pytest.mark.parametrize("numbers", [True, False])
def test_guard_puts_back_what_was_changed(numbers, guard, monkeypatch) -> None:
    if not numbers:
        monkeypatch.setattr(versions, "numbered", lambda: False)
        guard.read = versions.reader([vars(place.owner) for place in guard.places])
    guard.restore()
    assert guard.restore() == []
    right = numpy.testing.assert_allclose
    numpy.testing.assert_allclose = print
    assert guard.restore() == [CHANGED]
    assert numpy.testing.assert_allclose is right
    assert guard.restore() == []


def test_guard_sees_what_a_thread_changes_behind_it(guard) -> None:
    """At once after it was put back: the version is new, and so is the value."""
    right, put_back = numpy.testing.assert_allclose, guard.put_back

    def and_again(place: object) -> list[str]:
        told = put_back(place)
        numpy.testing.assert_allclose = print
        return told

    guard.restore()
    guard.put_back = and_again
    numpy.testing.assert_allclose = print
    assert guard.restore() == [CHANGED]
    guard.put_back = put_back
    assert guard.restore() == [CHANGED]
    assert numpy.testing.assert_allclose is right


def run(source: str, end: str = "_t123456789abc") -> tuple[list[object], list[object]]:
    """Run a compiled test; give what was displayed and what its end was called with."""
    shown: list[object] = []
    reached: list[object] = []

    def last(value: object) -> object:
        reached.append(value)
        return value

    hook, sys.displayhook = sys.displayhook, shown.append
    names = {end: last, "__name__": "__main__"}
    try:
        for code in codes(compile_test(source), "/tmp/cell.py", end):
            exec(code, names)
    finally:
        sys.displayhook = hook
    return shown, reached


def test_compiled_test_shows_its_last_value_and_reaches_its_end() -> None:
    assert run("a = 1\na + 0.5\n") == ([1.5], [1.5])
    assert run("3\na = 1\n") == ([None], [None])  # None is not displayed
    assert run("def f():\n    return lambda: 7\n\n\nf()()") == ([7], [7])
    assert run("") == ([None], [None])


def test_compiled_test_understands_magics() -> None:
    (name, *_), _ = [*codes(compile_test("%matplotlib inline"), "x", "y")], None
    assert "run_line_magic" in name.co_names


def test_error_in_a_compiled_test_names_its_line() -> None:
    with pytest.raises(AssertionError) as caught:
        run("def fails():\n    assert 0\n\n\nfails()")
    places = [(entry.path, entry.lineno + 1) for entry in caught.traceback[-2:]]
    assert [(os.fspath(path), line) for path, line in places] == [
        ("/tmp/cell.py", 5),
        ("/tmp/cell.py", 2),
    ]


def test_test_that_cannot_be_compiled_is_left_to_the_shell() -> None:
    assert compile_test("def (") == ""


def test_imports_of_every_cell_are_made_ready() -> None:
    asked = Asked().modules(["x = 1", "import numpy as np\nfrom nnbyhand import a"])
    assert asked == ["nnbyhand", "numpy"]


@pytest.mark.parametrize(
    ("cells", "works", "ready"),
    [
        (["import torch"], [], {"torch"}),
        (["import torch\ntorch.optim.SGD"], [], {"torch", COMPILER}),
        (["from nnbyhand import optim"], [], {"nnbyhand"}),
        (["x"], [b"important torches"], set()),
        (["x"], [b"import torch"], {"torch"}),
        (["x"], [rb'"source": "x = 1\nimport torch"'], {"torch"}),
        (["x"], [b"", b"import torch, torch.optim"], {"torch", COMPILER}),
    ],
)
def test_what_is_slow_is_made_ready_for_those_who_need_it(cells, works, ready) -> None:
    asked = Asked()
    for raw in works:
        asked.see(raw)
    assert set(asked.modules(cells)) == ready
