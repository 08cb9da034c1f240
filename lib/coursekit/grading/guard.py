"""Keep the interpreter honest around every test, and notice who looks behind it.

Student and test share one Python. ``Guard`` remembers, before any student code runs,
the functions and classes a test stands on; ``restore`` puts them back and tells what
had been changed. ``Aside`` takes away, for as long as a test runs, what IPython lets a
notebook hang into it. ``watch`` adds an audit hook, which Python cannot remove again:
it tells when code of the notebook reaches for frames, the garbage collector or C.
"""

import builtins
import contextlib
import copy
import copyreg
import itertools
import json
import operator
import struct
import sys
import sysconfig
import threading
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    "coursekit.grading.cells",
    "coursekit.grading.compiled",
    "coursekit.grading.guard",
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

# events that tell, and the name by which a library would call for them itself
EVENTS = {
    "sys._getframe": "_getframe",
    "sys._current_frames": "_current_frames",
    "gc.get_objects": "get_objects",
    "gc.get_referrers": "get_referrers",
    "gc.get_referents": "get_referents",
    "sys.settrace": "settrace",
    "sys.setprofile": "setprofile",
    "sys.addaudithook": "addaudithook",
    "sys.monitoring.register_callback": "register_callback",
    "ctypes.dlopen": "",
    "ctypes.dlsym": "",
    "ctypes.cdata": "",
    "code.__new__": "",
    "marshal.loads": "",
    "compile": "",
    "os.fork": "",
    "os.forkpty": "",
    "object.__setattr__": "",
    "object.__getattr__": "",
}
# to look at other attributes is no wonder; to reach for a frame is
TELLING = {"tb_frame", "gi_frame", "cr_frame", "ag_frame"}
# what they find they hand on: whoever called them is meant
THROUGH = (
    "inspect.py",
    "traceback.py",
    "bdb.py",
    "code.py",
    "codeop.py",
    "py_compile.py",
    "ctypes/__init__.py",
    "logging/__init__.py",
    "asyncio/base_tasks.py",
    "asyncio/tasks.py",
    "multiprocessing/popen_fork.py",
    "multiprocessing/context.py",
    "multiprocessing/process.py",
    "IPython/utils/frame.py",
    "stack_data/core.py",
    "executing/executing.py",
)
# what code is called that was made by exec, eval or compile without a file
ANYBODYS = frozenset(("<string>", "<unknown>", "<stdin>"))
# but these make a text of it, and nothing else
TEXT = {
    "_extract_from_extended_frame_gen",
    "extract_stack",
    "print_stack",
    "findCaller",
    "_find_and_load",  # an import
}


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
        self.glance = _glance(self.places)
        # kept here, where replacing them in their module changes nothing
        self.same, self.all, self.map = operator.is_, all, map
        self.vars, self.size = vars, len
        self.put_back, self.refill = _put_back, _refill

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
        if not self.glance():
            changed += self._restore_places()
        for name, table, before in self.tables:
            changed += self.refill(name, table, before)
        return changed + self._restore_shell() + self._restore_hooks()

    def _restore_places(self) -> list[str]:
        changed = []
        for place in self.places:
            names = self.vars(place.owner)
            with contextlib.suppress(KeyError):
                same = self.all(self.map(self.same, place.now(names), place.values))
                if same and self.size(names) == place.size:
                    continue
            changed += self.put_back(place)
            place.size = self.size(names)
        self.glance = _glance(self.places)
        return changed

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


def _glance(places: list[_Place]) -> Callable[[], bool]:
    """Make a function that tells quickly whether everything is in its place.

    It runs after every cell, so all of it happens in C: each ``now`` is called with the
    names of its owner, and what they give is compared, one by one, by identity.
    """
    names = tuple([vars(place.owner) for place in places])  # they follow every change
    nows = tuple([place.now for place in places])
    values = tuple(itertools.chain.from_iterable(place.values for place in places))
    sizes = tuple([place.size for place in places])
    call, same, chain = operator.call, operator.is_, itertools.chain.from_iterable
    all_, map_, tuple_, size, missing = all, map, tuple, len, KeyError

    def glance() -> bool:
        try:
            now = chain(map_(call, nows, names))
            return all_(map_(same, now, values)) and tuple_(map_(size, names)) == sizes
        except missing:
            return False

    return glance


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


def _refill(name: str, table: Any, before: Any) -> list[str]:
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


class Aside:
    """What a notebook may hang into IPython: transformers, callbacks, formatters.

    A test runs as if nothing hung there; afterwards everything hangs again. So a
    figure library may keep its callback, and an attack that hangs there is mute.
    """

    def __init__(self, shell: Any) -> None:
        self.containers = list(_containers(shell))
        self.first = [copy.copy(container) for container in self.containers]
        self.held: list[Any] = []

    def take(self) -> None:
        self.held = [copy.copy(container) for container in self.containers]
        for container, first in zip(self.containers, self.first, strict=True):
            _refill("", container, first)

    def give_back(self) -> None:
        """Hang everything up again, with what the test itself has hung there."""
        for container, first, held in zip(
            self.containers, self.first, self.held, strict=True
        ):
            if isinstance(container, dict):
                new = {k: v for k, v in container.items() if first.get(k) is not v}
                _refill("", container, {**held, **new})
            else:
                new = [v for v in container if not any(v is o for o in first)]
                new = [v for v in new if not any(v is o for o in held)]
                _refill("", container, [*held, *new])


def _containers(shell: Any) -> list[Any]:
    manager, display = shell.input_transformer_manager, shell.display_formatter
    formatters = [
        *display.formatters.values(),
        display.ipython_display_formatter,
        display.mimebundle_formatter,
    ]
    found = [
        vars(shell.events),
        shell.events.callbacks,
        *shell.events.callbacks.values(),
        shell.input_transformers_post,
        vars(manager),
        manager.cleanup_transforms,
        manager.line_transforms,
        manager.token_transformers,
        vars(display),
        display._trait_values,
        display.formatters,
        shell.display_pub._hooks,
        shell.displayhook._hooks,
    ]
    for formatter in formatters:
        found += [
            formatter._trait_values,
            formatter.type_printers,
            formatter.singleton_printers,
            formatter.deferred_printers,
        ]
    return found


def watch(
    libraries: tuple[str, ...],
    tell: Callable[[str], None],
    functions: Mapping[int, str],
    testing: list[Any],
) -> None:
    """Tell, by Python's audit events, of what honest exercises never do.

    What does not lie in ``libraries`` is the notebook's. Nobody may change the code or
    defaults of a function whose id is in ``functions``: that is refused. ``testing`` is
    not empty while a test runs: only then does a fork tell. Each thing is told once,
    and at once: what is held back could be taken away again.
    """
    # all in this closure: there is no attribute by which it could be switched off
    events, telling, text = dict(EVENTS), frozenset(TELLING), frozenset(TEXT)
    through, guarded = _files(THROUGH), dict(functions)
    frame_of, told, busy = sys._getframe, set(), set()
    text_of, id_of, me, looks = str, id, threading.get_ident, "object.__getattr__"

    def is_student(filename: str) -> bool:
        if filename.startswith("<"):  # the libraries make some code as they go
            return filename in ANYBODYS
        return not filename.startswith(libraries)

    def of_student(own: str) -> bool:
        try:
            frame = frame_of(2)
        except ValueError:  # a thread that is nothing but this call
            return True
        code = frame.f_code
        if own and own not in code.co_names and code.co_filename not in through:
            return True  # a library was given the function to call
        while frame is not None and frame.f_code.co_filename in through:
            if frame.f_code.co_name in text:
                return bool(frame.f_locals.get("capture_locals"))
            frame = frame.f_back
        return frame is not None and is_student(frame.f_code.co_filename)

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event == looks:  # by far the most frequent, and the name is Python's own
            if arguments[1] not in telling:
                return
        elif event not in events:
            return
        if me() in busy:
            return
        busy.add(me())
        try:
            name = text_of(arguments[1]) if event.startswith("object.") else ""
            changes = event == "object.__setattr__" and id_of(arguments[0]) in guarded
            if name and not changes and name not in telling:
                return
            if event == "compile" and text_of(arguments[1]) in ANYBODYS:
                return
            if event.startswith("os.fork") and not testing:
                return
            if changes:
                function = guarded[id_of(arguments[0])]
                said = f"the notebook's code tried to change {function}"
            elif of_student(events[event]):
                said = f"the notebook's code used {event} {name}".rstrip()
            else:
                return
            if said not in told:
                told.add(said)
                tell(said)
            if changes:
                raise PermissionError(f"{name} of a function of the grader")
        finally:
            busy.discard(me())

    sys.addaudithook(heard)


def libraries() -> tuple[str, ...]:
    """Give the folders whose code is not the notebook's."""
    import nnbyhand

    kinds = ("stdlib", "platstdlib", "purelib", "platlib")
    own = (Path(nnbyhand.__file__).parent, Path(__file__).parent.parent)
    found = {
        *(sysconfig.get_paths()[kind] for kind in kinds),
        *(path for path in sys.path if path.endswith("-packages")),
        *map(str, own),
    }
    return tuple(f"{path}/" for path in sorted(found))


def _files(endings: tuple[str, ...]) -> frozenset[str]:
    """Give the full names, as code objects know them, of files in the libraries."""
    found = (f"{folder}/{ending}" for folder in sys.path for ending in endings)
    importing = ("importlib._bootstrap", "importlib._bootstrap_external")
    return frozenset((*(f"<frozen {name}>" for name in importing), *found))


def _watched(name: str) -> bool:
    if name in WATCHED:
        return True
    return name.startswith("nnbyhand.") and not name.startswith(UNWATCHED)
