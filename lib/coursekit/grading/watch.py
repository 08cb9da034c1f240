"""Notice code of the notebook that reaches for frames, the garbage collector or C.

``watch`` adds an audit hook, which Python cannot remove again.
"""

import sys
import sysconfig
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

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
