"""Keep the interpreter honest around every test.

Student and test share one Python. ``Guard`` remembers, before any student code runs,
the functions and classes a test stands on; ``restore`` puts them back and tells what
had been changed. ``coursekit.grading.aside`` sees to IPython's own hooks, and
``coursekit.grading.watch`` to what can be seen only while it happens.
"""

import builtins
import contextlib
import copy
import copyreg
import json
import operator
import struct
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursekit.grading import versions

# whose functions and classes a test, or the answer to the grader, stands on
WATCHED = {
    "builtins",
    "math",
    "copy",
    "copyreg",
    "inspect",
    "warnings",
    "traceback",
    "linecache",
    "signal",
    "functools",
    "contextlib",
    "io",
    "ast",
    "os",
    "json",
    "json.decoder",
    "json.encoder",
    "socket",
    "struct",
    "numpy",
    "numpy.linalg",
    "numpy.testing",
    "numpy.testing._private.utils",
    "numpy._core.numeric",
    "numpy._core.fromnumeric",
    "numpy.lib._type_check_impl",
    "numpy.random",
    "torch",
    "torch.testing",
    "nnbyhand",
    "IPython.core.interactiveshell",
    "IPython.core.displayhook",
    "IPython.core.formatters",
    "IPython.core.compilerop",
    "ipykernel.compiler",
    "ipykernel.zmqshell",
    "ipykernel.displayhook",
    "coursekit.grading.aside",
    "coursekit.grading.cells",
    "coursekit.grading.compiled",
    "coursekit.grading.guard",
    "coursekit.grading.versions",
    "coursekit.grading.watch",
    "coursekit.grading.wire",
}
# the wrong forms of misconceptions word a refusal; they never grant a point
UNWATCHED = ("nnbyhand.misconceptions.", "nnbyhand.explorers.")
# IPython sets these itself while it runs cells
FREE = {"_", "__", "___", "get_ipython", "display", "input"}
# torch replaces this one when a notebook imports it
REPLACED_BY_IMPORTS = {"inspect.getfile"}
KEPT = property | classmethod | struct.Struct | types.ModuleType
HEAP_TYPE = 1 << 9  # the flag of a class written in Python


@dataclass
class _Place:
    """A module or class with the callables it held."""

    name: str
    owner: Any
    keys: tuple[str, ...]
    values: tuple[Any, ...]
    now: Callable[[Any], tuple[Any, ...]]
    size: int  # a name that was not there may stand before one that was
    before: frozenset[str]


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
        self.tables = [
            (name, table, copy.copy(table)) for name, table in self._tables()
        ]
        self.instances = [
            (owner, set(vars(owner)))
            for owner in (shell, shell.compile, shell.displayhook, shell.display_pub)
        ]
        self.spaces = shell.user_ns, shell.user_module
        self.streams = (sys.displayhook, sys.excepthook, sys.stdout, sys.stderr)
        self.finders = list(sys.meta_path), list(sys.path_hooks), list(sys.path)
        self.read = versions.reader([vars(place.owner) for place in self.places])
        self.seen = self.read()
        # kept here, where replacing them in their module changes nothing
        self.same, self.all, self.map = operator.is_, all, map
        self.vars, self.size = vars, len
        self.put_back, self.refill = _put_back, refill

    def _remember(self, name: str, owner: Any, seen: set[int]) -> None:
        if id(owner) in seen:
            return
        seen.add(id(owner))
        kept = {
            key: value
            for key, value in vars(owner).items()
            if key not in FREE
            and f"{name}.{key}" not in REPLACED_BY_IMPORTS
            and (
                callable(value)
                or isinstance(value, KEPT)
                or (key.isupper() and name.startswith("nnbyhand"))
            )
        }
        keys, names = tuple(kept), frozenset(vars(owner))
        now = operator.itemgetter(*keys) if len(keys) > 1 else _few(keys)
        self.places.append(
            _Place(name, owner, keys, tuple(kept.values()), now, len(names), names)
        )
        for key, value in kept.items():
            if isinstance(value, types.FunctionType):
                self.functions[id(value)] = f"{name}.{key}"
            elif (
                isinstance(value, type)
                and value.__flags__ & HEAP_TYPE
                and _watched(value.__module__)
            ):
                self._remember(f"{name}.{key}", value, seen)

    def _tables(self) -> list[tuple[str, Any]]:
        """Give the dicts and lists a test stands on, with their names."""
        found = [
            (f"{name}.{key}", value)
            for name, module in self.modules.items()
            if name.startswith("nnbyhand")
            for key, value in vars(module).items()
            if isinstance(value, dict | list) and key.isupper()
        ]
        return [
            *found,
            ("copy._deepcopy_dispatch", copy._deepcopy_dispatch),  # type: ignore[attr-defined]
            ("copyreg.dispatch_table", copyreg.dispatch_table),
            ("json's decoder", vars(json._default_decoder)),  # type: ignore[attr-defined]
            ("json's encoder", vars(json._default_encoder)),  # type: ignore[attr-defined]
        ]

    def restore(self) -> list[str]:
        """Put everything back; tell the names that had been changed."""
        changed = []
        for name, module in self.modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                changed.append(f"sys.modules[{name!r}]")
        now = self.read()
        seen = [*now] if now != self.seen else []
        # all in here: a method could have been replaced like any other
        for i, (place, mark) in enumerate(zip(self.places, seen, strict=False)):
            if mark != self.seen[i]:
                names = self.vars(place.owner)
                with contextlib.suppress(KeyError):
                    same = self.all(self.map(self.same, place.now(names), place.values))
                    if same and self.size(names) == place.size:
                        continue
                changed += self.put_back(place)
                place.size = self.size(names)
                seen[i] = None  # a thread may change it again: look once more
        if seen:
            self.seen = (*seen,)
        for name, table, before in self.tables:
            changed += self.refill(name, table, before)
        return changed + self._restore_shell() + self._restore_hooks()

    def _restore_shell(self) -> list[str]:
        changed = []
        for owner, before in self.instances:
            for key in set(vars(owner)) - before:
                if callable(vars(owner)[key]):  # a method laid over the class's own
                    delattr(owner, key)
                    changed.append(f"{type(owner).__name__}.{key}")
        shell, (names, module) = self.shell, self.spaces
        if shell.user_ns is not names or shell.user_module is not module:
            shell.user_ns, shell.user_module = names, module
            changed.append("the notebook's namespace")
        given = names.get("__builtins__", builtins)
        if given is not builtins and given is not vars(builtins):
            changed.append("__builtins__ of the notebook")
        names["__builtins__"] = builtins
        shell.ast_node_interactivity = "last_expr"
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


def _few(keys: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    # an itemgetter of one key gives no tuple
    return lambda names: tuple([names[key] for key in keys])


def _put_back(place: _Place) -> list[str]:
    changed = []
    for key, value in zip(place.keys, place.values, strict=True):
        if vars(place.owner).get(key) is not value:
            setattr(place.owner, key, value)
            changed.append(f"{place.name}.{key}")
    for key in set(vars(place.owner)) - place.before:
        if key in _behind(place.owner):
            delattr(place.owner, key)
            changed.append(f"{place.name}.{key}")
    return changed


def _behind(owner: Any) -> set[str]:
    """Give the names that a new one in a class or module would stand before."""
    if isinstance(owner, type):
        return {key for base in owner.__mro__[1:] for key in vars(base)}
    # code of these two hardly stands in them, and old names are given back to them
    if owner.__name__ in {"numpy", "torch"}:
        return set()
    return set(vars(builtins)) - {"_"}


def refill(name: str, table: Any, before: Any) -> list[str]:
    """Give a dict or list its first content back, compared without any ``__eq__``."""
    if len(table) == len(before):
        same = all(map(operator.is_, table, before))
        if same and isinstance(table, dict):
            same = all(map(operator.is_, table.values(), before.values()))
        if same:
            return []
    table.clear()
    if isinstance(table, dict):
        table.update(before)
    else:
        table.extend(before)
    return [name]


def _watched(name: str) -> bool:
    if name in WATCHED:
        return True
    return name.startswith("nnbyhand.") and not name.startswith(UNWATCHED)
