"""Where everything of a course lies, and the running of plain nbgrader on it.

``Course`` names the folders; ``run_nbgrader`` starts an nbgrader command in a course
folder and gives back what it printed.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Fixed, so that outputs repeat: hash order, time zone, language and figure backend.
STEADY = {
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NNBYHAND_DEVICE": "cpu",
}


class CourseError(Exception):
    """Something the author or instructor can mend; the text says what."""


@dataclass(frozen=True)
class Course:
    """The folders of a checkout."""

    root: Path

    @property
    def lessons(self) -> list[str]:
        """The stems of all lessons, in order."""
        return sorted(path.stem for path in (self.root / "course").glob("[0-9]*.py"))

    @property
    def assignments(self) -> list[str]:
        """The stems of all assignments, in order."""
        return sorted(path.stem for path in (self.root / "source").glob("[0-9]*.py"))

    def lesson_text(self, unit: str) -> Path:
        return self.root / "course" / f"{unit}.py"

    def lesson(self, unit: str) -> Path:
        return self.root / "course" / f"{unit}.ipynb"

    def source_text(self, unit: str) -> Path:
        return self.root / "source" / f"{unit}.py"

    def source(self, unit: str) -> Path:
        return self.root / "source" / unit / f"{unit}.ipynb"

    def release(self, unit: str) -> Path:
        return self.root / "release" / unit / f"{unit}.ipynb"

    def bank(self, unit: str) -> Path:
        return self.root / "tests" / "assignments" / "bank" / unit

    def lacks_torch(self, unit: str) -> str:
        """Say why a unit cannot run here, or '': it needs PyTorch, which is missing."""
        texts = (self.lesson_text(unit), self.source_text(unit))
        needed = any(
            "need_torch()" in text.read_text("utf-8") for text in texts if text.exists()
        )
        if not needed or importlib.util.find_spec("torch"):
            return ""
        return f"{unit} needs PyTorch, which is not installed here"

    def choose(self, units: list[str]) -> list[str]:
        """Give full stems for what was typed: ``01``, ``1`` or ``01_neurons…``."""
        known = sorted(set(self.lessons) | set(self.assignments))
        if not units:
            return known
        chosen = []
        for word in units:
            number = f"{int(word):02d}_" if word.isdigit() else word
            found = [unit for unit in known if unit.startswith(number)]
            if len(found) != 1:
                raise CourseError(
                    f"no unit {word!r}; the units here are {', '.join(known)}"
                )
            chosen += found
        return chosen


def find_course(start: Path | None = None) -> Course:
    """Find the checkout this folder belongs to, by its ``nbgrader_config.py``."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "nbgrader_config.py").is_file() and (folder / "source").is_dir():
            return Course(folder)
    raise CourseError(
        f"{here} does not lie in a course: no folder above it holds "
        "nbgrader_config.py and source/. Change into your checkout first."
    )


def steady_environment() -> dict[str, str]:
    """Give the environment in which notebooks are executed and graded."""
    # nbgrader calls alembic by name, so the environment's programs must be found
    # even where nobody has activated it
    programs = str(Path(sys.executable).parent)
    path = os.pathsep.join([programs, os.environ.get("PATH", os.defpath)])
    return {**os.environ, **STEADY, "PATH": path}


def copy_course(course: Course, folder: Path, units: list[str]) -> Path:
    """Copy what grading needs into another folder: configuration and sources."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(course.root / "nbgrader_config.py", folder)
    for unit in units:
        shutil.copytree(course.root / "source" / unit, folder / "source" / unit)
    return folder


def run_nbgrader(folder: Path, *arguments: str, accept: tuple[int, ...] = (0,)) -> str:
    """Run ``nbgrader …`` in a course folder and give what it wrote.

    Raises CourseError with the last lines of its log if it ends with another status
    than those accepted.
    """
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=steady_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    if done.returncode not in accept:
        tail = "\n".join(said.splitlines()[-25:])
        raise CourseError(
            f"nbgrader {' '.join(arguments)} ended with {done.returncode}:\n{tail}"
        )
    return said
