"""Keep the interpreter honest around every test, and notice who looks behind it.

Student and test share one Python. ``Guard`` remembers, before any student code runs,
the functions and classes a test stands on; ``restore`` puts them back and tells what
had been changed. ``watch`` adds an audit hook, which Python cannot remove again: it
tells when code of the notebook reaches for frames, the garbage collector, C or hooks.
``reaching`` lets a test prove that it ran to its end.
"""

import ast
import inspect
import operator
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

# whose functions and classes a test stands on
WATCHED = {
    "builtins",
    "math",
    "copy",
    "inspect",
    "warnings",
    "traceback",
    "linecache",
    "signal",
    "functools",
    "contextlib",
    "io",
    "ast",
    "numpy",
    "numpy.linalg",
    "numpy.testing",
    "numpy.testing._private.utils",
    "numpy._core.numeric",
    "numpy._core.fromnumeric",
    "numpy.random",
    "torch",
    "torch.testing",
    "nnbyhand",
    "IPython.core.interactiveshell",
    "IPython.core.displayhook",
    "IPython.core.formatters",
    "ipykernel.zmqshell",
    "ipykernel.displayhook",
    "coursekit.grading.cells",
    "coursekit.grading.wire",
}
# IPython sets these itself while it runs cells
FREE = {"_", "__", "___", "get_ipython", "display", "input"}
HEAP_TYPE = 1 << 9  # the flag of a class written in Python

EVENTS = {
    "sys._getframe",
    "sys._current_frames",
    "sys.settrace",
    "sys.setprofile",
    "sys.addaudithook",
    "gc.get_objects",
    "gc.get_referrers",
    "gc.get_referents",
    "ctypes.dlopen",
    "ctypes.dlsym",
    "ctypes.cdata",
    "code.__new__",
    "object.__setattr__",
    "object.__getattr__",
}
# to look at other attributes is no wonder; to reach for a frame or for code is
TELLING = {"__code__", "tb_frame", "gi_frame", "cr_frame", "ag_frame", "f_back"}


@dataclass
class _Place:
    """A module or class with the callables it held."""

    name: str
    owner: Any
    keys: tuple[str, ...]
    values: tuple[Any, ...]


class Guard:
    """The functions and classes a test stands on, as they were at the start."""

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.modules = {
            name: module
            for name, module in list(sys.modules.items())
            if module is not None and _watched(name)
        }
        self.places: list[_Place] = []
        self.functions: dict[int, str] = {}
        seen: set[int] = set()
        for name, module in self.modules.items():
            self._remember(name, module, seen)
        self.instances = [
            (owner, set(vars(owner)))
            for owner in (shell, shell.displayhook, shell.display_pub)
        ]
        self.streams = (sys.displayhook, sys.excepthook, sys.stdout, sys.stderr)
        self.finders = list(sys.meta_path), list(sys.path_hooks), list(sys.path)
        # kept here, where replacing them in their module changes nothing
        self.same, self.all, self.map = operator.is_, all, map

    def _remember(self, name: str, owner: Any, seen: set[int]) -> None:
        if id(owner) in seen:
            return
        seen.add(id(owner))
        kept = {
            key: value
            for key, value in vars(owner).items()
            if key not in FREE
            and (callable(value) or isinstance(value, property | classmethod))
        }
        self.places.append(_Place(name, owner, tuple(kept), tuple(kept.values())))
        for key, value in kept.items():
            if isinstance(value, types.FunctionType):
                self.functions[id(value)] = f"{name}.{key}"
            elif (
                isinstance(value, type)
                and value.__flags__ & HEAP_TYPE
                and _watched(value.__module__)
            ):
                self._remember(f"{name}.{key}", value, seen)

    def restore(self) -> list[str]:
        """Put everything back; tell the names that had been changed."""
        changed = []
        for name, module in self.modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                changed.append(f"sys.modules[{name!r}]")
        for place in self.places:
            # in C: this runs twice around every test
            now = self.map(vars(place.owner).get, place.keys)
            if not self.all(self.map(self.same, now, place.values)):
                changed += _put_back(place)
        return changed + self._restore_shell() + self._restore_hooks()

    def _restore_shell(self) -> list[str]:
        changed = []
        for owner, before in self.instances:
            for key in set(vars(owner)) - before:
                if callable(vars(owner)[key]):  # a method laid over the class's own
                    delattr(owner, key)
                    changed.append(f"{type(owner).__name__}.{key}")
        if self.shell.ast_transformers:
            self.shell.ast_transformers.clear()
            changed.append("ast_transformers")
        if self.shell.custom_exceptions:
            self.shell.custom_exceptions = ()
            changed.append("set_custom_exc")
        return changed

    def _restore_hooks(self) -> list[str]:
        changed = []
        sys.displayhook, sys.excepthook, sys.stdout, sys.stderr = self.streams
        finders, hooks, paths = self.finders
        for now, before in ((sys.meta_path, finders), (sys.path_hooks, hooks)):
            if now[: len(before)] != before:
                now[:] = before
                changed.append("sys.meta_path or sys.path_hooks")
        sys.path[:] = [*paths, *(path for path in sys.path if path not in paths)]
        if sys.gettrace() or sys.getprofile():
            sys.settrace(None)
            sys.setprofile(None)
            changed.append("sys.settrace or sys.setprofile")
        return changed


def _put_back(place: _Place) -> list[str]:
    changed = []
    for key, value in zip(place.keys, place.values, strict=True):
        if vars(place.owner).get(key) is not value:
            setattr(place.owner, key, value)
            changed.append(f"{place.name}.{key}")
    return changed


def watch(
    is_student: Callable[[str], bool],
    tell: Callable[[str], None],
    functions: Mapping[int, str],
) -> None:
    """Tell, by Python's audit events, of what honest exercises never do.

    ``is_student`` knows the file names of the notebook's code, ``functions`` the ids of
    functions whose code or defaults nobody may change: that is refused. Each thing is
    told once, and at once: what is held back could be taken away again.
    """
    # all in this closure: there is no attribute by which it could be switched off
    events, telling = frozenset(EVENTS), frozenset(TELLING)
    through, guarded = inspect.__file__, dict(functions)
    frame_of, told, busy = sys._getframe, set(), []

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in events or busy:
            return
        busy.append(event)
        try:
            name = str(arguments[1]) if event.startswith("object.") else ""
            changes = event == "object.__setattr__" and id(arguments[0]) in guarded
            if name and not changes and name not in telling:
                return
            if changes:
                said = (
                    f"the notebook's code tried to change {guarded[id(arguments[0])]}"
                )
            else:
                frame = frame_of(1)
                while frame is not None and frame.f_code.co_filename == through:
                    frame = frame.f_back
                if frame is None or not is_student(frame.f_code.co_filename):
                    return
                said = f"the notebook's code used {event} {name}".rstrip()
            if said not in told:
                told.add(said)
                tell(said)
            if changes:
                raise PermissionError(f"{name} of a function of the grader")
        finally:
            busy.clear()

    sys.addaudithook(heard)


def reaching(name: str) -> Callable[[ast.Module], ast.Module]:
    """Make a transformer: the last thing a test does is to call ``name``.

    Where the test ends in an expression the call passes its value on, so that it is
    displayed as if nothing stood around it.
    """

    def transform(tree: ast.Module) -> ast.Module:
        last = tree.body[-1] if tree.body else None
        given = last.value if isinstance(last, ast.Expr) else ast.Constant(None)
        call = ast.Call(ast.Name(name, ast.Load()), [given], [])
        if isinstance(last, ast.Expr):
            ast.copy_location(call, last.value)
            last.value = call
        else:
            added = ast.Expr(call)
            if last is not None:
                ast.copy_location(added, last)
            tree.body.append(added)
        return ast.fix_missing_locations(tree)

    return transform


def _watched(name: str) -> bool:
    return name in WATCHED or name.startswith("nnbyhand.")
