"""What a submission can do to a grader: the corpus, written as code, run by a test.

Every ``Behaviour`` makes the files of one submission from the notebook that students
receive. No such notebook lies about in the repository. ``test_attacks`` hands all of
them in to one class and grades it with the real command; ``docs/security.md`` lists
them with what each of them gets.

The course is cut down to four answers and seven points, so that a class is cheap:
``start-first``, ``start-loop`` (where most attacks try their luck: four points),
``start-shapes`` and a written answer.
"""

# ruff: noqa: E501  (what students write is not wrapped)

import copy
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

UNIT = "00_start"
HONEST, TAKES, HARMS, MACHINE = (
    "honest accident",
    "takes points",
    "harms others",
    "harms the machine",
)
WORTH = {
    "start-first-value": 1.0,
    "start-loop-value": 1.0,
    "start-loop-hidden": 1.0,
    "start-loop-part": 2.0,
    "start-shapes-hidden": 2.0,
}
WRITTEN = "start-words"
LOOP = {name for name in WORTH if name.startswith("start-loop")}
RIGHT = {
    "start-first": "def give_back(value):\n    return value\n",
    "start-loop": (
        "def sum_by_loop(x, w, b):\n"
        "    z = b\n"
        "    for x_i, w_i in zip(x, w, strict=True):\n"
        "        z = z + x_i * w_i\n"
        "    return z\n"
    ),
    "start-shapes": (
        "def shapes():\n"
        '    return {"A": (12, 12), "B": (12, 3), "C": (12,), "D": (3,),\n'
        '            "E": (12, 3), "F": (12,)}\n'
    ),
}
WRONG = "def sum_by_loop(x, w, b):\n    return 0.0\n"


@dataclass(frozen=True)
class Kit:
    """What a behaviour is made of, and where the things it goes for lie."""

    release: NotebookNode
    folder: Path  # of the whole course
    canary: Path  # a file in somebody's home
    marker: str  # by which its processes are known

    def notebook(self, answers: Mapping[str, str]) -> NotebookNode:
        work = copy.deepcopy(self.release)
        for cell in work.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = answers.get(name, cell.source)
        return work


Make = Callable[[Kit, Path], None]


@dataclass(frozen=True)
class Behaviour:
    """One submission: what it does, and what is due to it."""

    name: str
    does: str
    kind: str
    make: Make
    loses: frozenset[str] = frozenset()  # cells whose answer is not right
    flagged: bool | None = False  # a person must look and is told why; None: perhaps
    status: str = "graded"
    written: bool = False  # it holds a written answer, which waits for a reader

    @property
    def deserved(self) -> dict[str, float | None]:
        if self.status == "unreadable":
            return dict.fromkeys([*WORTH, WRITTEN])
        points = {n: 0.0 if n in self.loses else w for n, w in WORTH.items()}
        return {**points, WRITTEN: None if self.written else 0.0}

    @property
    def due(self) -> str:
        """Say in a few words what it gets."""
        if self.flagged:
            return "flagged for a person"
        if self.status == "unreadable":
            return "not graded, with the reason"
        points = sum(p or 0.0 for p in self.deserved.values())
        more = "" if self.status == "graded" else f", {self.status}"
        more += "" if self.flagged is False else ", or flagged"
        return f"{points:g} of {sum(WORTH.values()):g}{more}"


def write(folder: Path, work: NotebookNode | str | bytes, name: str = UNIT) -> None:
    """Write a notebook as it is: nbformat would mend what somebody has broken."""
    text = json.dumps(work) if isinstance(work, dict) else work
    path = folder / f"{name}.ipynb"
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, "utf-8")


def right(
    top: str = "", end: str = "", answers: Mapping[str, str] = RIGHT, **more: str
) -> Make:
    """Make right work with a cell of one's own at the top, or at the end."""

    def make(kit: Kit, folder: Path) -> None:
        work = kit.notebook({**answers, **more})
        for source, place in ((top, 1), (end, len(work.cells) + 1)):
            if source:
                source = source.replace("MARKER", kit.marker)
                source = source.replace("COURSE", str(kit.folder))
                source = source.replace("CANARY", str(kit.canary))
                number = len(work.cells)
                work.cells.insert(place, new_code_cell(source, id=f"own-{number}"))
        write(folder, work)

    return make


def loop(source: str, top: str = "") -> Make:
    """Make right work, but for the answer that most attacks are about."""
    return right(top, answers={**RIGHT, "start-loop": source})


def changed(change: Callable[[NotebookNode], None], **answers: str) -> Make:
    """Make work whose notebook is changed as a whole."""

    def make(kit: Kit, folder: Path) -> None:
        work = kit.notebook({**RIGHT, **answers})
        change(work)
        write(folder, work)

    return make


def graded(work: NotebookNode) -> list[NotebookNode]:
    """Give the test cells of a notebook."""
    cells = [cell for cell in work.cells if "nbgrader" in cell.metadata]
    return [cell for cell in cells if cell.metadata["nbgrader"]["grade_id"] in WORTH]


# --- honest accidents -----------------------------------------------------------------

# a top cell that costs nothing, or the answer of start-loop written in another way
HONEST_TOPS = {
    "warnings": (
        "warns and writes to stderr",
        "import sys, warnings\nwarnings.warn('look')\nprint('oops', file=sys.stderr)",
    ),
    "nan-loss": (
        "computes NaN and divides by zero",
        "import numpy as np\nnp.array([0.0]) / 0\nloss = np.log(-1.0)\nloss",
    ),
    "exit-at-top": ("calls exit()", "exit()"),
    "input-at-top": ("asks with input()", "name = input('Your name? ')"),
    "print-flood": (
        "prints in a loop a few megabytes too many",
        "for i in range(400_000):\n    print('step', i, 'loss', i / 7)",
    ),
    "plot-without-show": (
        "plots and never shows",
        "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])",
    ),
    "numpy-settings": (
        "changes how NumPy prints and warns",
        "import numpy as np\nnp.seterr(all='raise')\n"
        "np.set_printoptions(precision=1, suppress=True)",
    ),
    "precision-magic": ("sets %precision 2", "%precision 2\n1 / 3"),
    "common-names": (
        "calls its variables sum, list, max and np",
        "list = [1, 2]\nsum = 3\nmax = 3\nnp = 3\nlen = 2\nprint_ = print\nabs = 1",
    ),
    "own-functions": (
        "defines functions called like the library's",
        "def sum(a):\n    return a\n\ndef check(*a):\n    return True\n\n"
        "def float(x):\n    return x\n\nclass checks:\n    pass",
    ),
    "logging": (
        "uses logging and prints a traceback",
        "import logging, traceback\nlogging.basicConfig(level=logging.INFO)\n"
        "logging.info('started')\nlogging.getLogger('me').warning('careful')\n"
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n"
        "    traceback.print_exc()\n    text = traceback.format_exc()\n"
        "traceback.print_stack()",
    ),
    "introspection": (
        "looks at its own functions with inspect",
        "import inspect, dis\ndef f(a, b=2):\n    return a + b\n"
        "print(inspect.signature(f), inspect.getsource(f), f.__code__.co_varnames)\n"
        "dis.dis(f)\nhelp(f)",
    ),
    "typed-classes": (
        "uses dataclasses, named tuples, enums and types",
        "from collections import namedtuple\nfrom dataclasses import dataclass\n"
        "from enum import Enum\nfrom typing import NamedTuple, TypedDict\n"
        "P = namedtuple('P', 'x y')\nE = Enum('E', 'a b')\n"
        "T = TypedDict('T', {'x': int})\n"
        "class N(NamedTuple):\n    x: int\n"
        "@dataclass(order=True)\nclass D:\n    x: int = 1\nP(1, 2), N(1), D(), E.a",
    ),
    "threads": (
        "computes in threads and leaves a pool open",
        "import threading\nfrom concurrent.futures import ThreadPoolExecutor\n"
        "t = threading.Thread(target=lambda: None); t.start(); t.join()\n"
        "pool = ThreadPoolExecutor(2)\nprint(list(pool.map(abs, [1, -2])))",
    ),
    "processes": (
        "computes in processes",
        "import multiprocessing\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool:\n"
        "    print(pool.map(abs, [1, -2]))",
    ),
    "error-at-top": ("has a cell that raises", "undefined_name"),
    "syntax-error-at-top": ("has a cell with a syntax error", "def (:\n    retrun 1"),
    "endless-at-top": ("has an endless loop in a cell of its own", "while True: pass"),
    "random-seeds": (
        "sets all seeds",
        "import random\nimport numpy as np\nrandom.seed(1)\nnp.random.seed(1)",
    ),
    "own-files": (
        "writes and reads a file beside the notebook",
        "from pathlib import Path\nPath('notes.txt').write_text('x')\n"
        "print(Path('notes.txt').read_text())",
    ),
    "exec-and-eval": (
        "uses exec, eval and compile",
        "exec('a = 1')\nprint(eval('a + 1'), eval(compile('a', '<string>', 'eval')))",
    ),
    "half-characters": (
        "prints half a character",
        "print('\\ud83d broken')\n'\\udc80'",
    ),
    "closed-output": (
        "replaces and closes sys.stdout",
        "import io, sys\nsys.stdout = io.StringIO()\nsys.stdout.close()",
    ),
    "magics": (
        "times and lists with magics",
        "%timeit -n1 -r1 sum([1])\n%whos\n!ls",
    ),
    "own-monkeypatch": (
        "gives NumPy an old name back and patches its own class",
        "import numpy as np\nnp.float = float\nclass A: pass\nA.f = lambda self: 1\n"
        "np.random.seed(0)",
    ),
    "many-figures": (
        "draws thirty figures",
        "import matplotlib.pyplot as plt\nfor i in range(30):\n    plt.figure(figsize=(1, 1))",
    ),
    "big-array": (
        "asks for more memory than there is",
        "import numpy as np\na = np.ones((100_000, 100_000))",
    ),
}
HONEST_ANSWERS = {
    "numpy-answer": (
        "answers with NumPy, another right algorithm",
        "import numpy as np\ndef sum_by_loop(x, w, b):\n    return np.dot(x, w) + b\n",
    ),
    "noisy-answer": (
        "warns and prints while it is tried",
        "import warnings\nprint = print\n"
        + RIGHT["start-loop"].replace(
            "    z = b\n", "    warnings.warn('hm')\n    print('z', b)\n    z = b\n"
        ),
    ),
    "typed-answer": (
        "annotates, decorates and nests",
        "import functools\ndef log(f):\n    @functools.wraps(f)\n"
        "    def g(*a: float) -> float:\n        return f(*a)\n    return g\n\n@log\n"
        + RIGHT["start-loop"],
    ),
    "plotting-answer": (
        "draws while it is tried",
        "import matplotlib.pyplot as plt\n"
        + RIGHT["start-loop"].replace("    z = b\n", "    plt.plot(x)\n    z = b\n"),
    ),
}
LOST_ANSWERS = {
    "recursive-answer": (
        "recurses without end",
        "def sum_by_loop(x, w, b):\n    return sum_by_loop(x, w, b)\n",
    ),
    "none-answer": ("forgets to return", "def sum_by_loop(x, w, b):\n    x @ w + b\n"),
    "nan-answer": (
        "returns NaN",
        "def sum_by_loop(x, w, b):\n    return float('nan')\n",
    ),
    "raising-answer": (
        "raises",
        "def sum_by_loop(x, w, b):\n    return 1 / 0\n",
    ),
    "asking-answer": (
        "asks with input() while it is tried",
        "def sum_by_loop(x, w, b):\n    return float(input('b? '))\n",
    ),
    "leaving-answer": (
        "calls exit() while it is tried",
        "def sum_by_loop(x, w, b):\n    exit()\n",
    ),
    "broken-answer": ("has a syntax error", "def sum_by_loop(x, w, b)\n    return 1\n"),
}


def _honest() -> Iterator[Behaviour]:
    for name, (does, top) in HONEST_TOPS.items():
        yield Behaviour(name, does, HONEST, right(top))
    for name, (does, answer) in HONEST_ANSWERS.items():
        yield Behaviour(name, does, HONEST, loop(answer))
    for name, (does, answer) in LOST_ANSWERS.items():
        yield Behaviour(name, does, HONEST, loop(answer), frozenset(LOOP))
    lost = frozenset(LOOP)
    words = right("", "", RIGHT, **{WRITTEN: "It is the sum of the products."})
    yield Behaviour(
        "blank", "hands in the stubs", HONEST, right("", "", {}), frozenset(WORTH)
    )
    yield Behaviour("words", "answers in words too", HONEST, words, written=True)
    yield Behaviour(
        "endless-answer",
        "loops without end while it is tried",
        HONEST,
        loop("def sum_by_loop(x, w, b):\n    while True:\n        pass\n"),
        lost,
    )
    yield Behaviour(
        "segfault-by-accident",
        "ends the interpreter with a recursion in C",
        HONEST,
        right("import faulthandler\nfaulthandler._stack_overflow()"),
        status="partly graded",
    )
    yield Behaviour("copied-cells", "copies every cell", HONEST, changed(_copy_all))
    yield Behaviour("copied-tests", "copies the tests", HONEST, changed(_copy_tests))
    yield Behaviour(
        "deleted-tests", "deletes the tests", HONEST, changed(_delete_tests)
    )
    yield Behaviour(
        "deleted-texts", "deletes all texts", HONEST, changed(_delete_texts)
    )
    yield Behaviour(
        "no-metadata",
        "an editor dropped the notebook's metadata",
        HONEST,
        changed(lambda work: work.update(metadata={})),
    )
    yield Behaviour(
        "not-a-number",
        "an editor wrote NaN into the JSON",
        HONEST,
        changed(lambda work: work.metadata.update(loss=float("nan"))),
    )
    yield Behaviour(
        "own-files-beside", "adds pictures and data files", HONEST, _extra_files
    )
    yield Behaviour(
        "no-stamp",
        "timestamp.txt holds garbage",
        HONEST,
        _stamped("yesterday, about noon"),
    )
    yield Behaviour("empty-stamp", "timestamp.txt is empty", HONEST, _stamped(""))
    yield Behaviour("checkpoints", "leaves checkpoints and caches", HONEST, _litter)
    yield _unreadable(
        "wrong-name", "calls the notebook otherwise", HONEST, _named("homework")
    )
    yield _unreadable("empty-file", "hands in an empty file", HONEST, _file(b""))
    yield _unreadable("truncated", "hands in half a notebook", HONEST, _truncated)
    yield _unreadable(
        "html-page", "hands in a saved web page", HONEST, _file(b"<html>no</html>")
    )
    yield _unreadable(
        "empty-folder", "hands in nothing", HONEST, lambda kit, folder: None
    )
    yield _unreadable(
        "latin-1",
        "is saved in another encoding",
        HONEST,
        _file('{"cells": "é"}'.encode("latin-1")),
    )


def _unreadable(name: str, does: str, kind: str, make: Make) -> Behaviour:
    return Behaviour(name, does, kind, make, status="unreadable")


def _copy_all(work: NotebookNode) -> None:
    work.cells = [part for cell in work.cells for part in (cell, copy.deepcopy(cell))]


def _copy_tests(work: NotebookNode) -> None:
    for cell in graded(work):
        other = copy.deepcopy(cell)
        other.id = f"{cell.id}-copy"
        work.cells.insert(work.cells.index(cell) + 1, other)


def _delete_tests(work: NotebookNode) -> None:
    tests = {cell.id for cell in graded(work)}
    work.cells = [cell for cell in work.cells if cell.id not in tests]


def _delete_texts(work: NotebookNode) -> None:
    work.cells = [cell for cell in work.cells if cell.cell_type == "code"]


def _extra_files(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    (folder / "plot.png").write_bytes(b"\x89PNG")
    (folder / "daten ü.csv").write_text("1,2\n", "utf-8")


def _stamped(text: str) -> Make:
    def make(kit: Kit, folder: Path) -> None:
        right()(kit, folder)
        (folder / "timestamp.txt").write_text(text, "utf-8")

    return make


def _litter(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    for name in (".ipynb_checkpoints", "__pycache__"):
        (folder / name).mkdir()
        (folder / name / f"{UNIT}-checkpoint.ipynb").write_text("{}", "utf-8")


def _named(name: str) -> Make:
    def make(kit: Kit, folder: Path) -> None:
        write(folder, kit.notebook(RIGHT), name)

    return make


def _file(content: bytes) -> Make:
    return lambda kit, folder: write(folder, content)


def _truncated(kit: Kit, folder: Path) -> None:
    text = json.dumps(kit.notebook(RIGHT))
    write(folder, text[: len(text) // 2])


# --- it takes points ------------------------------------------------------------------

# name: (what it does, is it flagged, the answer of start-loop)
EQUALS = '''
class Same:
    """Equal to everything."""
    shape, ndim, dtype, size = (), 0, float, 1
    def __eq__(self, other): return True
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __le__ = __ge__ = __eq__
    def __hash__(self): return 0
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __radd__ = __mul__ = __rmul__ = __sub__
    def __abs__(self): return 0.0
    def __array_ufunc__(self, *a, **k): return 0.0
    def __array_function__(self, *a, **k): return 0.0

def sum_by_loop(x, w, b):
    return Same()
'''
SUBCLASS = """
import numpy as np
class Sly(np.ndarray):
    def __eq__(self, other): return np.ones(self.shape, bool)
    def __array_ufunc__(self, ufunc, method, *a, **k): return np.zeros(())
    def __array_function__(self, f, types, a, k): return np.zeros(())

def sum_by_loop(x, w, b):
    return np.zeros(()).view(Sly)
"""
TENSOR = """
import numpy as np
class Tensor(float):
    __array_priority__ = 1e9
    def detach(self): return self
    cpu = numpy = detach
    def __array__(self, *a, **k): return np.float64(0.0)
    def __sub__(self, other): return 0.0
    __rsub__ = __abs__ = lambda self, *a: 0.0

def sum_by_loop(x, w, b):
    return Tensor(3.0)
"""
RENDER = """
class Fine(BaseException):
    def _render_traceback_(self): return ["sum_by_loop: CORRECT  (2 cases)"]

def sum_by_loop(x, w, b):
    raise Fine
"""
PATCHES = {
    "patch-same": (
        "replaces the comparison of the checks",
        "from nnbyhand.checks import compare, ladder\n"
        "compare.same = ladder.same = lambda *a: True\n"
        "compare.difference = ladder.difference = lambda *a: compare.Gap(0.0, 0.0, ())",
    ),
    "patch-ladder": (
        "replaces a rung of the ladder",
        "from nnbyhand.checks import ladder\nladder._value_faults = lambda a: []\n"
        "ladder._climb = lambda *a: None",
    ),
    "patch-check": (
        "replaces checks.check",
        "from nnbyhand import checks\nchecks.check = lambda *a, **k: None",
    ),
    "patch-tolerances": (
        "makes the tolerances large",
        "from nnbyhand import checks\nchecks.TOLERANCES['code'] = (1e9, 1e9)",
    ),
    "patch-shadow": (
        "puts a function of its own before a builtin",
        "from nnbyhand.checks import ladder\nladder.any = lambda values: False",
    ),
    "patch-inherited": (
        "puts methods of its own before inherited ones",
        "from nnbyhand.checks import ladder\n"
        "ladder.NotYet.__init_subclass__ = ladder.NotYet.__setattr__ = lambda *a: None",
    ),
    "patch-constants": (
        "replaces a table of the checks",
        "from nnbyhand.checks import compare\n"
        "compare.TOLERANCES = dict.fromkeys(compare.TOLERANCES, (1e9, 1e9))",
    ),
    "patch-numpy": (
        "replaces functions of NumPy",
        "import numpy as np\nnp.allclose = np.array_equal = lambda *a, **k: True\n"
        "np.abs = lambda *a, **k: np.zeros(())\nnp.argmax = lambda *a: 0",
    ),
    "patch-numpy-inside": (
        "replaces what np.nan_to_num is made of",
        "import types\nimport numpy as np\nimport numpy.lib._type_check_impl as inside\n"
        "fake = types.ModuleType('fake')\nfake.__dict__.update(vars(inside._nx))\n"
        "fake.array = lambda *a, **k: np.full((), np.inf)\ninside._nx = fake\n"
        "inside._getmaxmin = lambda t: (np.inf, -np.inf)",
    ),
    "patch-testing": (
        "replaces numpy.testing",
        "import numpy.testing as t\nt.assert_allclose = lambda *a, **k: None\n"
        "t.assert_array_equal = t.assert_equal = t.assert_allclose",
    ),
    "patch-builtins": (
        "replaces builtins",
        "import builtins\nbuiltins.any = lambda values: False\n"
        "builtins.abs = lambda value: 0\nbuiltins.print = lambda *a, **k: None",
    ),
    "patch-assertion-error": (
        "replaces the builtin AssertionError",
        "import builtins\nbuiltins.AssertionError = type('Quiet', (Exception,), {})",
    ),
    "patch-notyet": (
        "replaces the error that says NOT YET",
        "from nnbyhand.checks import feedback, ladder\n"
        "class Fine(SystemExit):\n    def __init__(self, *a, **k): pass\n"
        "feedback.NotYet = ladder.NotYet = Fine",
    ),
    "patch-notyet-init": (
        "replaces methods of the error that says NOT YET",
        "from nnbyhand.checks import feedback\n"
        "feedback.Feedback.__init__ = lambda self, *a, **k: None\n"
        "feedback.Feedback._render_traceback_ = lambda self: []",
    ),
    "patch-modules": (
        "puts another module in the place of nnbyhand.checks",
        "import sys, types\nfake = types.ModuleType('nnbyhand.checks')\n"
        "fake.check = lambda *a, **k: None\nimport nnbyhand\n"
        "sys.modules['nnbyhand.checks'] = nnbyhand.checks = fake",
    ),
    "patch-import": (
        "hangs a finder before all others",
        "import sys\nclass Finder:\n    def find_spec(self, *a): return None\n"
        "sys.meta_path.insert(0, Finder())",
    ),
    "patch-deepcopy": (
        "lets copies of arguments be zeros",
        "import copy\nimport numpy as np\n"
        "copy._deepcopy_dispatch[np.ndarray] = lambda x, memo: x * 0\n"
        "copy._deepcopy_dispatch[tuple] = lambda x, memo: tuple(v * 0 for v in x)",
    ),
    "patch-random": (
        "replaces the random generator",
        "import numpy as np\nnp.random.default_rng = lambda *a: None",
    ),
    "patch-shell": (
        "replaces methods of the shell",
        "shell = get_ipython()\nshell.run_code = lambda *a, **k: False\n"
        "type(shell).run_cell = lambda self, *a, **k: None",
    ),
    "patch-result": (
        "lets every cell end well",
        "from IPython.core.interactiveshell import ExecutionResult\n"
        "ExecutionResult.success = property(lambda self: True)",
    ),
    "custom-exception-handler": (
        "handles every exception itself",
        "get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)",
    ),
    "ast-transformer": (
        "strips the tests by an AST transformer",
        "import ast\nclass Strip(ast.NodeTransformer):\n"
        "    def visit_Expr(self, node): return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Strip())",
    ),
    "namespace": (
        "gives the notebook a namespace that answers for the tests",
        "class Names(dict):\n    def __getitem__(self, name):\n"
        "        if name == 'checks':\n            raise KeyError(name)\n"
        "        return dict.__getitem__(self, name)\n"
        "get_ipython().user_ns = Names(get_ipython().user_ns)",
    ),
    "own-builtins": (
        "gives the notebook builtins of its own",
        "import builtins, types\nfake = types.SimpleNamespace(check=lambda *a, **k: None)\n"
        "real = builtins.__import__\n"
        "def importer(name, *a, **k):\n    module = real(name, *a, **k)\n"
        "    return types.SimpleNamespace(checks=fake) if name == 'nnbyhand' else module\n"
        "class Evil(dict):\n    def __missing__(self, name): return getattr(builtins, name)\n"
        "__builtins__ = Evil(vars(builtins), __import__=importer)",
    ),
    "audit-evasion": (
        "silences what would tell on it, then looks at frames",
        "import json, os, socket, sys\nfrom pathlib import Path\n"
        "Path.cwd = classmethod(lambda cls: Path('/nowhere'))\nos.getcwd = lambda: '/nowhere'\n"
        "os.environ['IPYKERNEL_CELL_NAME'] = sys.prefix + '/lib/x.py'\n"
        "plain = json.dumps\njson.dumps = lambda o, **k: '{}' if 'evidence' in o else plain(o, **k)\n"
        "socket.socket.sendall = lambda self, b: None if b'evidence' in b else len(b)\n"
        "sys._getframe()",
    ),
    "borrowed-file-name": (
        "compiles code under the name of a library's file, which looks at frames",
        "import numpy, sys\ncode = compile('import sys; f = sys._getframe()', numpy.__file__, 'exec')\n"
        "exec(code)",
    ),
    "borrowed-loader": (
        "lets a loader compile code under the name of a library's file",
        "import importlib.machinery, numpy\n"
        "loader = importlib.machinery.SourceFileLoader('numpy.x', numpy.__file__)\n"
        "code = loader.source_to_code(b'import sys; f = sys._getframe()', numpy.__file__)\n"
        "exec(code, {})",
    ),
    "man-in-the-middle": (
        "hears what passes between the grader and the shell",
        "import json, socket\nheard = []\nreceive = socket.socket.recv\n"
        "def recv(self, n):\n    heard.append(receive(self, n))\n    return heard[-1]\n"
        "socket.socket.recv = recv\n"
        "loads = json.loads\njson.loads = lambda s, **k: heard.append(s) or loads(s, **k)\n"
        "json._default_decoder.scan_once = lambda *a: 1 / 0",
    ),
    "change-code": (
        "changes the code of a function of the checks",
        "from nnbyhand.checks import ladder\n"
        "ladder._value_faults.__code__ = (lambda attempt: []).__code__",
    ),
    "change-defaults": (
        "changes the defaults of a function of the checks",
        "from nnbyhand import checks\nchecks.check.__kwdefaults__ = {'tol': 'hand'}",
    ),
    "debugger": (
        "hangs a tracer into everything that runs",
        "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)",
    ),
}
# what the answer does while it is tried, to learn what is expected
SPIES = {
    "frames": (
        "reads the expected values in the frames above it",
        "import sys\nframe = sys._getframe()",
    ),
    "frames-by-inspect": (
        "reads them through inspect",
        "import inspect\nframe = inspect.currentframe()",
    ),
    "frames-by-stack": (
        "reads them through inspect.stack",
        "import inspect\nframe = inspect.stack()[1].frame",
    ),
    "frames-by-traceback": (
        "reads them through an exception it catches",
        "try:\n        raise ValueError\n    except ValueError as error:\n"
        "        frame = error.__traceback__.tb_frame",
    ),
    "frames-by-walking": (
        "reads them through traceback.walk_stack",
        "import traceback\nframe = next(iter(traceback.walk_stack(None)))[0]",
    ),
    "frames-by-logging": (
        "reads them through logging",
        "import logging\nframe = logging.currentframe()",
    ),
    "frames-by-generator": (
        "reads them through a generator",
        "def g():\n        yield it.gi_frame\n    it = g()\n    frame = next(it)",
    ),
    "frames-by-mock": (
        "lets a library fetch the frame",
        "import sys\nfrom unittest.mock import Mock\n    frame = Mock(side_effect=sys._getframe)(0)",
    ),
    "frames-of-threads": (
        "reads them from another thread",
        "import sys, threading\n"
        "    frame = sys._current_frames()[threading.get_ident()]",
    ),
}
CLIMB = """
def sum_by_loop(x, w, b):
    SPY
    while frame is not None:
        if "targets" in frame.f_locals:
            for case, target in zip(frame.f_locals["cases"], frame.f_locals["targets"]):
                if case[0] is x or (len(case[0]) == len(x) and (case[0] == x).all()):
                    return target
        frame = frame.f_back
    return 0.0
"""
TASK = """
import asyncio
def sum_by_loop(x, w, b):
    async def look():
        return asyncio.current_task().get_stack()
    for frame in asyncio.run(look()):
        if "targets" in frame.f_locals:
            return frame.f_locals["targets"][0]
    return 0.0
"""
LOCALS = """
import traceback
def sum_by_loop(x, w, b):
    stack = traceback.walk_stack(None)
    for summary in traceback.StackSummary.extract(stack, capture_locals=True):
        if summary.locals and "targets" in summary.locals:
            return eval(summary.locals["targets"], {"array": list})[0]
    return 0.0
"""
COLLECTOR = """
import gc, types
def sum_by_loop(x, w, b):
    for found in gc.get_objects():
        if type(found) is dict and "targets" in found:
            return found["targets"][0]
    return 0.0
"""
THREADED = """
import gc
from concurrent.futures import ThreadPoolExecutor
def sum_by_loop(x, w, b):
    with ThreadPoolExecutor(1) as pool:
        pool.submit(gc.get_referrers, x).result()
    return 0.0
"""
CTYPES = """
import ctypes
def sum_by_loop(x, w, b):
    ctypes.CDLL(None).getpid()
    return float(ctypes.c_double.from_address(id(x) + 16).value)
"""
FORK = """
import os, sys
from pathlib import Path
def sum_by_loop(x, w, b):
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        said = Path("said")
        return float(said.read_text()) if said.exists() else 0.0
    class Last:
        def __del__(self):
            Path("said").write_text("0.0")
    return Last()
"""
READER = """
import linecache, re
def sum_by_loop(x, w, b):
    shell = get_ipython()
    texts = [*In, *shell.history_manager.input_hist_raw, _i, _ii, shell.history_manager._i00]
    texts += ["".join(entry[2]) for entry in linecache.cache.values() if len(entry) > 2]
    texts.append(str(getattr(shell.displayhook.exec_result, "info", "")))
    texts += [str(value) for value in vars(shell).values()]
    texts += [str(vars(t)) for t in shell.ast_transformers]
    for text in texts:
        found = re.search(r"reference=(lambda x, w, b: np.dot.*),", str(text))
        if found and "np.dot" not in READER_TEXT:
            return eval(found[1], {"np": __import__("numpy")})(x, w, b)
        if found:
            return eval(found[1], {"np": __import__("numpy")})(x, w, b)
    return 0.0
READER_TEXT = ""
"""
TRANSFORMER = """
def instead(lines):
    return ["pass\\n"] if any("sum_by_loop" in line and "def" not in line for line in lines) else lines
shell = get_ipython()
shell.input_transformers_cleanup.append(instead)
shell.input_transformers_post.append(instead)
shell.input_transformer_manager.line_transforms.append(instead)
"""
EVENTS = """
import re
shell = get_ipython()
def before(info):
    found = re.search(r"reference=(lambda x, w, b: np.dot.*),", info.raw_cell)
    if found:
        shell.user_ns["sum_by_loop"] = eval(found[1], {"np": __import__("numpy")})
def after(*a):
    send = shell.display_pub.session.send
    send(None, "clear_output", {"wait": False})
    send(None, "execute_result", {"data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1})
for event in ("pre_run_cell", "pre_execute"):
    shell.events.register(event, before if event == "pre_run_cell" else lambda *a: None)
for event in ("post_execute", "post_run_cell"):
    shell.events.register(event, after)
"""
FORMATTER = """
shell = get_ipython()
shell.display_formatter.formatters["text/plain"].for_type(float, lambda v, p, c: p.text("2.0"))
shell.display_formatter.ipython_display_formatter.for_type(float, lambda v: print("2.0"))
"""
QUIET = 'get_ipython().ast_node_interactivity = "none"\n'
PUBLISH = """
def sum_by_loop(x, w, b):
    send = get_ipython().display_pub.session.send
    send(None, "clear_output", {"wait": True})
    send(None, "execute_result", {"data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1})
    display(2.0)
    print("sum_by_loop: CORRECT  (2 cases)")
    return 0.0
"""
LATER = """
import threading, time
def publish():
    send = get_ipython().display_pub.session.send
    while True:
        time.sleep(0.001)
        send(None, "clear_output", {"wait": False})
        send(None, "execute_result", {"data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1})
def sum_by_loop(x, w, b):
    if threading.active_count() < 3:
        threading.Thread(target=publish, daemon=True).start()
        time.sleep(0.05)
    return 0.0
"""
REPLY = """
import json, os, struct
def answer(fd):
    body = json.dumps({"reply": "ok", "count": 3, "reached": [""], "evidence": []}).encode()
    os.write(fd, struct.pack("!I", len(body)) + body)
def sum_by_loop(x, w, b):
    answer(get_ipython().display_pub.session.end.fileno())
    return 0.0
"""
REPLY_BY_FD = """
import os
def sum_by_loop(x, w, b):
    body = b'{"reply": "ok", "reached": [""]}'
    for name in os.listdir("/proc/self/fd"):
        if int(name) > 2:
            try:
                os.write(int(name), len(body).to_bytes(4, "big") + body)
            except OSError:
                pass
    return 0.0
"""
REPLY_THREAD = """
import threading, time
from coursekit.grading import wire
def answer():
    end = get_ipython().display_pub.session.end
    for _ in range(200):
        wire.send(end, {"reply": "ok", "reached": [""], "ticket": "0" * 32})
        time.sleep(0.002)
threading.Thread(target=answer, daemon=True).start()
"""
MARK = """
import builtins
def sum_by_loop(x, w, b):
    for name in dir(builtins):
        if name.startswith("_t"):
            reached = getattr(builtins, name)
            reached()
            for cell in reached.__closure__ or ():
                if isinstance(cell.cell_contents, list):
                    cell.cell_contents.append("")
    return 0.0
"""
ZEROES = """
import numpy as np
from nnbyhand import data
for name in ("THREE_INPUTS", "THREE_WEIGHTS"):
    array = getattr(data, name)
    array.setflags(write=True)
    array[:] = 0.0
"""
ALARM = """
import signal
def sum_by_loop(x, w, b):
    def ring(*a):
        raise SystemExit
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
    return 0.0
"""
SLY_TEXT = """
class Sly(str):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = str.__hash__
class One(int):
    __str__ = lambda self: Sly("x")
def shapes():
    return {name: One(1) for name in "ABCDEF"}
"""
STATIC_TRIES = {
    "equal-to-everything": ("returns an object equal to everything", EQUALS),
    "sly-array": ("returns an array whose operations lie", SUBCLASS),
    "false-tensor": ("returns a number that claims to be a tensor", TENSOR),
    "own-rendering": ("raises an error that renders as CORRECT", RENDER),
    "reads-hidden-tests": ("looks for the hidden test in all the shell holds", READER),
    "input-transformer": ("rewrites the text of tests", TRANSFORMER + WRONG),
    "events": ("reads and publishes in IPython's callbacks", EVENTS + WRONG),
    "formatter": ("lets every number be shown as 2.0", FORMATTER + WRONG),
    "publishes": ("publishes results and clears errors while it is tried", PUBLISH),
    "fixed-inputs": ("sets the fixed inputs of the course to zero", ZEROES + WRONG),
    "alarm": ("leaves the test by an alarm", ALARM),
    "interrupt": (
        "interrupts the test",
        "def sum_by_loop(x, w, b):\n    raise KeyboardInterrupt\n",
    ),
    "text-answer": (
        "returns the word CORRECT",
        "def sum_by_loop(x, w, b):\n    return 'CORRECT'\n",
    ),
    "infinite": (
        "returns infinity",
        "def sum_by_loop(x, w, b):\n    return float('inf')\n",
    ),
}
FLAGGED_TRIES = {
    "marks": ("calls what only the end of a test calls", MARK),
    "locals-as-text": ("lets traceback print the locals above it", LOCALS),
    "frames-of-tasks": ("reads the frames of a task of asyncio", TASK),
    "garbage-collector": ("looks for the expected values in all objects", COLLECTOR),
    "collector-in-thread": ("asks the collector from a thread of a library", THREADED),
    "ctypes": ("reads the memory with ctypes", CTYPES),
    "fork-oracle": ("forks in a test to see what comes of a guess", FORK),
    "forged-answer": ("answers the grader in the shell's place", REPLY),
    "forged-by-descriptor": ("writes answers into every open descriptor", REPLY_BY_FD),
    "forged-in-thread": ("answers the grader from a thread", REPLY_THREAD + WRONG),
}


def _takes() -> Iterator[Behaviour]:
    lost = frozenset(LOOP)
    for name, (does, patch) in PATCHES.items():
        make = loop(f"{patch}\n\n{WRONG}")
        yield Behaviour(name, does, TAKES, make, lost, flagged=True)
    for name, (does, spy) in SPIES.items():
        make = loop(
            CLIMB.replace(
                "SPY",
                spy.replace("\nfrom", "\n    from").replace("\nframe", "\n    frame"),
            )
        )
        yield Behaviour(name, does, TAKES, make, lost, flagged=True)
    for name, (does, source) in STATIC_TRIES.items():
        yield Behaviour(name, does, TAKES, loop(source), lost)
    for name, (does, source) in FLAGGED_TRIES.items():
        yield Behaviour(name, does, TAKES, loop(source), lost, flagged=True)
    yield Behaviour(
        "sly-text",
        "returns texts that equal every text",
        TAKES,
        right(**{"start-shapes": SLY_TEXT}),
        frozenset({"start-shapes-hidden"}),
    )
    yield Behaviour(
        "late-publisher",
        "publishes results from a thread, without end",
        TAKES,
        loop(LATER),
        lost,
        flagged=None,
    )
    yield Behaviour(
        "no-results", "lets no cell show a result", TAKES, loop(QUIET + WRONG), lost
    )
    for name, does, change in (
        ("edited-tests", "empties the tests", _set_source),
        ("skip-tags", "tags the tests to be skipped", _skip),
        ("flags", "makes the tests answers", _ungrade),
        ("points", "makes the tests worth 100", _enrich),
        ("text-tests", "turns the tests into texts", _to_text),
        ("tests-first", "puts empty copies before the tests", _shadow),
        ("tests-last", "moves the tests to the end, after another answer", _reorder),
        ("swapped-ids", "gives the hard test the name of the easy one", _swap),
    ):
        yield Behaviour(
            name, does, TAKES, changed(change, **{"start-loop": WRONG}), lost
        )
    yield Behaviour(
        "manual-to-machine",
        "lets the written answer be graded by the machine",
        TAKES,
        changed(_machine),
    )
    yield Behaviour(
        "early",
        "claims to be early: a stamp of the year 1",
        TAKES,
        _stamped("0001-01-01 00:00:00"),
    )
    yield Behaviour(
        "future",
        "a stamp far in the future",
        TAKES,
        _stamped("9999-12-31 23:59:59 UTC"),
    )
    yield Behaviour(
        "shadows",
        "ships modules called numpy, nnbyhand and random",
        TAKES,
        _modules,
        lost,
    )
    yield Behaviour(
        "startup",
        "ships sitecustomize, .pth, IPython startup and a pickle",
        TAKES,
        _startup,
        lost,
    )
    yield _unreadable(
        "link-to-solution", "hands in a link to the solution", TAKES, _link
    )
    yield Behaviour(
        "link-beside", "hands in links to the gradebook and the sources", TAKES, _links
    )


def _set_source(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.source = "pass"


def _skip(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]


def _ungrade(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.metadata["nbgrader"].update(grade=False, solution=True, locked=False)


def _enrich(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.metadata["nbgrader"].update(points=100)


def _to_text(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]


def _shadow(work: NotebookNode) -> None:
    for cell in graded(work):
        other = copy.deepcopy(cell)
        other.source = "pass"
        work.cells.insert(work.cells.index(cell), other)


def _reorder(work: NotebookNode) -> None:
    tests = graded(work)
    ids = {cell.id for cell in tests}
    work.cells = [cell for cell in work.cells if cell.id not in ids] + tests


def _swap(work: NotebookNode) -> None:
    by_name = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in graded(work)}
    easy, hard = by_name["start-first-value"], by_name["start-loop-hidden"]
    easy.metadata, hard.metadata = hard.metadata, easy.metadata


def _machine(work: NotebookNode) -> None:
    for cell in work.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade_id") == WRITTEN:
            about.update(solution=False, locked=False, points=100)


def _modules(kit: Kit, folder: Path) -> None:
    loop(WRONG)(kit, folder)
    fake = "def check(*a, **k): pass\nallclose = lambda *a, **k: True\n"
    for name in ("numpy.py", "random.py", "torch.py", "checks.py"):
        (folder / name).write_text(fake, "utf-8")
    (folder / "nnbyhand").mkdir()
    (folder / "nnbyhand" / "__init__.py").write_text(fake, "utf-8")


def _startup(kit: Kit, folder: Path) -> None:
    loop(WRONG)(kit, folder)
    patch = "import nnbyhand.checks as c; c.check = lambda *a, **k: None\n"
    for name in (
        "sitecustomize.py",
        "usercustomize.py",
        "x.pth",
        "ipython_config.py",
        "nbgrader_config.py",
    ):
        (folder / name).write_text(patch, "utf-8")
    place = folder / ".ipython" / "profile_default" / "startup"
    place.mkdir(parents=True)
    (place / "00.py").write_text(patch, "utf-8")
    (folder / "receipt.json").write_text('{"status": "graded"}', "utf-8")
    (folder / "answer.pkl").write_bytes(b"cos\nsystem\n(S'true'\ntR.")


def _link(kit: Kit, folder: Path) -> None:
    (folder / f"{UNIT}.ipynb").symlink_to(
        kit.folder / "source" / UNIT / f"{UNIT}.ipynb"
    )


def _links(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    (folder / "book.db").symlink_to(kit.folder / "gradebook.db")
    (folder / "source").symlink_to(kit.folder / "source")
    (folder / "loop").symlink_to(folder)
    os.link(kit.folder / "nbgrader_config.py", folder / "hard-link.py")


# --- it harms others ------------------------------------------------------------------

READS = """
import glob, os
from pathlib import Path
found = []
for pattern in ("../*", "../../*", "/home/*", "/root/*", "/etc/shadow", "/srv/*", "/tmp/*/*",
                "COURSE/*", "COURSE/gradebook.db", "CANARY", str(Path.home()) + "/.ssh/*",
                "/proc/[0-9]*/environ", "/proc/[0-9]*/root/COURSE", "/proc/[0-9]*/cwd/*"):
    for name in glob.glob(pattern):
        try:
            text = Path(name).read_bytes()
        except OSError:
            continue
        found.append((name, b"MARKER" in text or b"SQLite" in text))
secrets = [key for key, value in os.environ.items() if "MARKER" in value]
assert not secrets and not any(bad for _, bad in found), ("LEAK", secrets, found)
"""
WRITES = """
import os, sys
from pathlib import Path
import nnbyhand, numpy
places = ["COURSE/gradebook.db", "COURSE/x", "CANARY", "../x", "/x", "/usr/x", "/etc/x", "/dev/x", "/proc/1/oom_adj",
          sys.prefix + "/x", numpy.__file__, nnbyhand.__file__, str(Path(nnbyhand.__file__).parent / "checks" / "x.py")]
written = []
for place in places:
    try:
        with open(place, "ab") as file:
            file.write(b"MARKER")
        written.append(place)
    except OSError:
        pass
assert not written, ("LEAK", written)
"""
KILLS = """
import os, signal
for pid in (1, os.getppid(), -1, -os.getpgid(0), *range(2, 400)):
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            if pid not in (0, 1, os.getpid()):
                os.kill(pid, number)
        except OSError:
            pass
"""
DAEMON = """
import os, sys, subprocess
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execve("/bin/sh", ["/bin/sh", "-c", "while true; do /bin/sleep 1; done # MARKER"],
                      {"MARKER": "1"})
        os._exit(0)
subprocess.Popen(["/bin/sleep", "1000"], start_new_session=True, env={"MARKER": "1"})
"""
NETWORK = """
import errno, socket, urllib.request
open_ = []
for address in (("127.0.0.1", 22), ("8.8.8.8", 53), ("169.254.169.254", 80)):
    try:
        socket.create_connection(address, timeout=0.2).close()
        open_.append(address)
    except OSError:
        pass
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"MARKER", ("8.8.8.8", 53))
    open_.append("udp")
except OSError:
    pass
try:
    urllib.request.urlopen("http://example.org", timeout=0.2)
    open_.append("http")
except OSError:
    pass
assert not open_, ("LEAK", open_)
"""
ESCAPES = """
import os
escaped = []
for what, act in (
    ("chroot", lambda: os.chroot("/")),
    ("setuid", lambda: os.setuid(0)),
    ("setgid", lambda: os.setgid(0)),
    ("groups", lambda: os.setgroups([0])),
    ("device", lambda: os.mknod("disk", 0o60600, os.makedev(8, 0))),
    ("chown", lambda: os.chown(".", 0, 0)),
    ("nice", lambda: os.nice(-5)),
    ("hostname", lambda: __import__("socket").sethostname("x")),
    ("reboot-file", lambda: open("/proc/sysrq-trigger", "w").write("b")),
):
    try:
        act()
        escaped.append(what)
    except (OSError, PermissionError):
        pass
    except Exception:
        pass
for program in ("/bin/su", "/usr/bin/sudo", "/bin/mount", "/usr/bin/newgrp"):
    if os.path.exists(program):
        import subprocess
        done = subprocess.run([program, "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL)
        if done.returncode == 0 and program != "/bin/mount":
            escaped.append(program)
assert not escaped or (os.getuid() == 0 and escaped == ["LEAK"]), ("LEAK", escaped)
"""
NAMESPACES = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
gained = []
if libc.unshare(0x10000000 | 0x20000) == 0:  # user and mounts
    if libc.mount(b"tmpfs", b"/usr", b"tmpfs", 0, None) == 0:
        pass  # seen by nobody else
    for pid in range(1, 300):
        if pid != os.getpid() and libc.setns(os.open("/proc/self/ns/mnt", 0), 0) == 0:
            break
if libc.ptrace(16, os.getppid(), 0, 0) == 0:
    gained.append("ptrace")
if libc.umount2(b"/submission", 2) == 0:
    pass
for name in ("COURSE/gradebook.db", "CANARY"):
    if os.path.exists(name):
        gained.append(name)
assert not gained, ("LEAK", gained)
"""
MEMORY = """
import os
seen = []
for pid in [p for p in os.listdir("/proc") if p.isdigit()]:
    try:
        with open(f"/proc/{pid}/mem", "rb") as memory:
            if int(pid) != os.getpid():
                seen.append(pid)
    except OSError:
        pass
assert not seen, ("LEAK", seen)
"""


def _harms() -> Iterator[Behaviour]:
    flagged = {"new-namespaces"}
    for name, does, top in (
        (
            "reads-files",
            "reads sources, gradebook, others, secrets, environments",
            READS,
        ),
        ("writes-files", "writes into gradebook, packages, homes and system", WRITES),
        ("daemons", "leaves processes behind that outlive it", DAEMON),
        ("network", "asks the network and the machine's own services", NETWORK),
        ("escapes", "tries to become root, to leave the box, to make devices", ESCAPES),
        (
            "new-namespaces",
            "makes namespaces of its own, traces its parent",
            NAMESPACES,
        ),
        ("reads-memory", "reads the memory of other processes", MEMORY),
    ):
        yield Behaviour(name, does, HARMS, right(top), flagged=name in flagged)
    yield Behaviour(
        "kills",
        "sends signals to all processes it can name",
        HARMS,
        right(KILLS),
    )
    yield Behaviour(
        "bad-outputs",
        "publishes messages that are no outputs",
        HARMS,
        right(BAD_OUTPUTS),
    )
    yield Behaviour(
        "bad-count",
        "sets the number of the cell to nonsense",
        HARMS,
        right("get_ipython().execution_count = 10**40"),
    )
    yield Behaviour(
        "garbage-frames",
        "writes garbage into the grader's channel",
        HARMS,
        right(
            "import os\nos.write(get_ipython().display_pub.session.end.fileno(), b'\\xff' * 8)"
        ),
        status="partly graded",
    )
    yield Behaviour(
        "deep-frames",
        "writes a frame nested too deep to read",
        HARMS,
        right(
            "import os\nbody = b'[' * 200_000\n"
            "os.write(get_ipython().display_pub.session.end.fileno(), len(body).to_bytes(4, 'big') + body)"
        ),
        status="partly graded",
    )
    yield Behaviour(
        "false-alarm",
        "claims that the sandbox is broken",
        HARMS,
        right(
            "from coursekit.grading import wire\n"
            "wire.send(get_ipython().display_pub.session.end, {'broken': 'x', 'ready': True})"
        ),
    )
    yield Behaviour(
        "swapped-channel",
        "puts a socket of its own in the channel's place",
        HARMS,
        right(
            "import os, socket\na, b = socket.socketpair()\n"
            "os.dup2(a.fileno(), get_ipython().display_pub.session.end.fileno())"
        ),
        status="partly graded",
    )
    yield Behaviour(
        "scripts", "shows scripts to whoever opens the notebook", HARMS, right(SCRIPTS)
    )
    yield from _notebooks()


BAD_OUTPUTS = """
send = get_ipython().display_pub.session.send
for kind, content in (
    ("display_data", {"data": {"text/plain": 5, "x": [None]}, "metadata": 3}),
    ("display_data", {"data": None, "metadata": None}),
    ("execute_result", {"execution_count": -1, "data": {"text/plain": float("nan")}, "metadata": {}}),
    ("stream", {"name": "elsewhere", "text": 7}),
    ("error", {"ename": 1, "evalue": None, "traceback": "x"}),
    ("update_display_data", {}),
    ("no_such_kind", {"a": 1}),
    (None, {"a": 1}),
):
    send(None, kind, content)
send(None, "display_data", [1, 2])
"""
SCRIPTS = """
from IPython.display import HTML, Javascript, display
display(HTML("<script>alert(1)</script><img src=x onerror=alert(2)>"))
display(Javascript("alert(3)"))
"""


def _notebooks() -> Iterator[Behaviour]:
    """Notebooks that are no notebooks: they may cost their owner, never the class."""
    for name, does, change in (
        ("duplicate-ids", "gives all cells one id", _one_id),
        ("old-schema", "claims an old version of nbgrader's metadata", _schema(1)),
        ("new-schema", "claims a version of the future", _schema(99)),
        ("odd-metadata", "fills nbgrader's metadata with nonsense", _nonsense),
        ("unknown-cells", "adds graded cells of its own", _unknown),
        ("extra-keys", "adds keys that no notebook has", _extra_keys),
        ("bad-ids", "gives cells ids that nbformat forbids", _bad_ids),
        ("half-character-source", "writes half a character into a cell", _half),
        ("future-format", "claims a notebook format of the future", _minor),
    ):
        yield Behaviour(name, does, HARMS, changed(change))
    yield Behaviour(
        "old-format", "hands in notebook format 3", HARMS, _version_3, frozenset(WORTH)
    )
    yield _unreadable(
        "no-sources", "hands in cells without a source", HARMS, changed(_no_source)
    )
    yield _unreadable(
        "odd-cells",
        "hands in cells that are numbers",
        HARMS,
        changed(lambda work: work.update(cells=[1, None])),
    )
    yield _unreadable(
        "odd-types", "hands in cells of an unknown type", HARMS, changed(_no_type)
    )
    yield _unreadable(
        "odd-ids", "hands in cells whose ids are no texts", HARMS, changed(_odd_ids)
    )
    yield _unreadable(
        "deep-json", "hands in JSON nested too deep", HARMS, _file(b"[" * 200_000)
    )
    yield _unreadable("no-object", "hands in a list", HARMS, _file(b"[]"))
    yield _unreadable("huge-notebook", "hands in 25 MB", HARMS, _huge)
    yield Behaviour("many-files", "hands in thousands of files", HARMS, _many)
    yield Behaviour(
        "odd-names", "uses file names with escapes and broken bytes", HARMS, _odd_names
    )
    yield Behaviour("pipes", "hands in a named pipe and a socket", HARMS, _pipes)
    yield _unreadable("pipe-notebook", "hands in a pipe as its notebook", HARMS, _pipe)
    yield _unreadable(
        "folder-notebook",
        "hands in a folder as its notebook",
        HARMS,
        lambda kit, folder: (folder / f"{UNIT}.ipynb").mkdir(),
    )


def _one_id(work: NotebookNode) -> None:
    for cell in work.cells:
        cell.id = "one"


def _odd_ids(work: NotebookNode) -> None:
    for cell, name in zip(
        work.cells, ({}, 7, None, "x" * 999, "a b", [], ""), strict=False
    ):
        cell["id"] = name


def _bad_ids(work: NotebookNode) -> None:
    for cell, name in zip(work.cells, ("x" * 999, "a b", "", "é"), strict=False):
        cell.id = name


def _schema(version: int) -> Callable[[NotebookNode], None]:
    def change(work: NotebookNode) -> None:
        for cell in work.cells:
            if "nbgrader" in cell.metadata:
                cell.metadata["nbgrader"]["schema_version"] = version

    return change


def _nonsense(work: NotebookNode) -> None:
    for cell in graded(work):
        cell.metadata["nbgrader"].update(
            points=["lots"], cell_type={}, checksum=7, task="yes", locked=None
        )
    work.cells.append(new_markdown_cell("x", metadata={"nbgrader": "text"}))
    work.cells.append(new_markdown_cell("x", metadata={"nbgrader": {"grade_id": [1]}}))


def _unknown(work: NotebookNode) -> None:
    about = {
        "grade_id": "mine",
        "grade": True,
        "solution": False,
        "locked": False,
        "points": 50,
        "schema_version": 3,
        "task": False,
    }
    work.cells.append(new_code_cell("1", metadata={"nbgrader": about}))


def _extra_keys(work: NotebookNode) -> None:
    work["worksheets"], work["x"] = [], {"y": 1}
    for cell in work.cells:
        cell["x"] = [1]


def _half(work: NotebookNode) -> None:
    work.cells.insert(1, new_code_cell("x = '\ud800'", id="half"))


def _minor(work: NotebookNode) -> None:
    work["nbformat_minor"] = 99


def _version_3(kit: Kit, folder: Path) -> None:
    cells = [
        {
            "cell_type": "code",
            "input": "1",
            "outputs": [],
            "language": "python",
            "metadata": {},
        }
    ]
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }
    write(folder, json.dumps(old))


def _no_source(work: NotebookNode) -> None:
    for cell in work.cells:
        del cell["source"]


def _no_type(work: NotebookNode) -> None:
    for cell in work.cells:
        cell["cell_type"] = "exe"


def _huge(kit: Kit, folder: Path) -> None:
    work = kit.notebook(RIGHT)
    work.cells.append(new_markdown_cell("x" * (25 * 2**20)))
    write(folder, work)


def _many(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    for i in range(3000):
        (folder / f"z{i}").touch()


def _odd_names(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    for name in (
        b"a\x1b[2Jb",
        b"\xff\xfe",
        b"new\nline.ipynb",
        b"--force",
        b"*",
        b"$(id)",
        b"a" * 200,
    ):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"x")


def _pipes(kit: Kit, folder: Path) -> None:
    right()(kit, folder)
    os.mkfifo(folder / "pipe.csv")


def _pipe(kit: Kit, folder: Path) -> None:
    os.mkfifo(folder / f"{UNIT}.ipynb")


# --- it harms the machine -------------------------------------------------------------

STUBBORN = """
import signal
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
    signal.signal(number, lambda *a: None)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""
FORK_BOMB = """
import os, time
for _ in range(10_000):
    try:
        if os.fork() == 0:
            time.sleep(60)
    except OSError:
        break
"""
PROCESS_MEMORY = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        block = bytearray(80 * 2**20)
        for i in range(0, len(block), 4096):
            block[i] = 1
        time.sleep(60)
time.sleep(60)
"""
SHARED_MEMORY = """
import os, time
kept = []
for _ in range(12):
    number = os.memfd_create("x")
    os.ftruncate(number, 60 * 2**20)
    for _ in range(60):
        os.write(number, b"x" * 2**20)
    kept.append(number)
time.sleep(60)
"""
CHATTY_MEMORY = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        block = bytearray(80 * 2**20)
        for i in range(0, len(block), 4096):
            block[i] = 1
        time.sleep(60)
while True:
    print(".", end="", flush=True)
"""
DISK = """
import os
for place in (".", "/tmp", "/dev/shm"):
    for i in range(100):
        try:
            with open(f"{place}/fill-{i}", "wb") as file:
                for _ in range(100):
                    file.write(b"x" * 2**20)
        except OSError as error:
            print(place, i, error)
            break
    else:
        raise AssertionError("LEAK")
for place in (".", "/tmp", "/dev/shm"):
    for name in os.listdir(place):
        if name.startswith("fill-"):
            os.remove(f"{place}/{name}")
"""
INODES = """
n = 0
try:
    while n < 200_000:
        open(f"/tmp/i{n}", "w").close()
        n += 1
except OSError:
    pass
assert n < 100_000, ("LEAK", n)
"""


def _machine_harms() -> Iterator[Behaviour]:
    for name, does, top in (
        ("output-flood", "prints without end", "while True:\n    print('x' * 1000)"),
        ("huge-line", "prints one line of 60 MB", "print('x' * (60 * 2**20))"),
        (
            "images",
            "shows images without end",
            "from IPython.display import Image, display\nwhile True:\n    display(Image(data=b'\\x89PNG' + b'x' * 2**20, format='png'))",
        ),
        (
            "memory",
            "takes all memory",
            "import time\na = []\ntry:\n    while True:\n        a.append(b'x' * 2**24)\nexcept MemoryError:\n    time.sleep(60)",
        ),
        ("disk", "fills every disk it can write to", DISK),
        ("inodes", "makes files without end", INODES),
        ("fork-bomb", "forks without end", FORK_BOMB),
        (
            "threads-forever",
            "starts threads without end",
            "import threading, time\ntry:\n    while True:\n        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nexcept RuntimeError:\n    pass",
        ),
        (
            "descriptors",
            "opens files without end",
            "kept = []\nwhile True:\n    kept.append(open('/dev/null'))",
        ),
    ):
        status = "partly graded" if name == "memory" else "graded"
        yield Behaviour(name, does, MACHINE, right(top), status=status)
    for name, does, top in (
        ("stubborn", "ignores every signal and loops", STUBBORN),
        (
            "c-loop",
            "loops in C, where no signal arrives",
            "import itertools, collections\ncollections.deque(itertools.repeat(0), maxlen=0)",
        ),
        ("memory-of-many", "takes memory in many processes", PROCESS_MEMORY),
        ("memory-in-files", "takes memory in files without a name", SHARED_MEMORY),
        ("memory-while-talking", "takes memory and prints meanwhile", CHATTY_MEMORY),
        ("leaves", "ends the interpreter", "import os\nos._exit(0)"),
        ("aborts", "aborts the interpreter", "import os\nos.abort()"),
        (
            "kills-itself",
            "kills its own process group",
            "import os, signal\nos.killpg(0, signal.SIGKILL)\nos.kill(os.getpid(), signal.SIGSEGV)\nos._exit(1)",
        ),
    ):
        yield Behaviour(name, does, MACHINE, right(top), status="partly graded")
    yield Behaviour(
        "leaves-in-test",
        "ends the interpreter while it is tried",
        MACHINE,
        loop("import os\ndef sum_by_loop(x, w, b):\n    os._exit(0)\n"),
        frozenset(LOOP),
        status="partly graded",
    )


def corpus() -> list[Behaviour]:
    """Give all behaviours; their names differ."""
    return [*_honest(), *_takes(), *_harms(), *_machine_harms()]


def table() -> list[str]:
    """Lay the corpus out as a table for docs/security.md."""
    rows = ["| behaviour | what it does | kind | gets |", "|---|---|---|---|"]
    return rows + [f"| `{b.name}` | {b.does} | {b.kind} | {b.due} |" for b in corpus()]


BEGIN, END = "<!-- the corpus: built, see below -->", "<!-- end of the corpus -->"


def page_with_table(page: str) -> str:
    """Give the page with the table, and the totals, of the corpus as it is now."""
    made, kinds = corpus(), (HONEST, TAKES, HARMS, MACHINE)
    counts = [f"{k} {sum(b.kind == k for b in made)}" for k in kinds]
    flagged = sum(bool(b.flagged) for b in made)
    totals = (
        f"{len(made)} behaviours: {', '.join(counts)}. {flagged} of them are flagged "
        "for a person, with evidence; no honest one is."
    )
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join([before + BEGIN, "", totals, "", *table(), "", END + after])


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.write_text(page_with_table(place.read_text("utf-8")), "utf-8")
