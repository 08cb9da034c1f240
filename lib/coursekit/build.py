"""Build what is read from what is written: notebooks, their outputs, and release.

``build`` does only what changed: a built notebook carries the hash of its text, and
a release carries the hash of its source. Building twice gives the same bytes.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from tqdm import tqdm

from coursekit.course import (
    Course,
    CourseError,
    copy_course,
    run_nbgrader,
    steady_environment,
)
from coursekit.text import KERNEL, text_hash, to_notebook, to_text

LESSON_SECONDS = 60  # what a lesson may take, cell by cell
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
MODEL_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


def build(course: Course, units: list[str], *, force: bool = False) -> list[str]:
    """Build the given units and tell what was done, a line for each."""
    jobs: list[tuple[str, Callable[[], None]]] = []
    for unit in units:
        if course.lesson_text(unit).exists() and (
            force or not _lesson_fresh(course, unit)
        ):
            jobs.append((f"lesson {unit}", lambda u=unit: build_lesson(course, u)))
        if course.source_text(unit).exists():
            fresh = _source_fresh(course, unit)
            if force or not fresh:
                jobs.append((f"source {unit}", lambda u=unit: build_source(course, u)))
            if force or not fresh or not _release_fresh(course, unit):
                jobs.append(
                    (f"release {unit}", lambda u=unit: build_release(course, u))
                )
    done = []
    with tqdm(jobs, unit="part", disable=not jobs, leave=False) as bar:
        for name, job in bar:
            bar.set_description(f"building {name}")
            job()
            done.append(f"built {name}")
    return done


def build_lesson(course: Course, unit: str) -> None:
    """Build a lesson and execute it, so that it reads complete without a kernel."""
    text = course.lesson_text(unit).read_text("utf-8")
    notebook = to_notebook(text, name=f"course/{unit}.py")
    execute(notebook, course.root / "course", f"course/{unit}.py")
    write(tidy(notebook, unit), course.lesson(unit))


def build_source(course: Course, unit: str) -> None:
    """Build the notebook with solutions that nbgrader reads; it is not executed."""
    text = course.source_text(unit).read_text("utf-8")
    course.source(unit).parent.mkdir(parents=True, exist_ok=True)
    write(to_notebook(text, name=f"source/{unit}.py"), course.source(unit))


def build_release(course: Course, unit: str) -> None:
    """Let nbgrader generate the release, in a folder of its own: no gradebook stays."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = copy_course(course, Path(scratch), [unit])
        run_nbgrader(folder, "generate_assignment", unit, "--create")
        target = course.root / "release" / unit
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(folder / "release" / unit, target)


def write_back(course: Course, notebook: Path) -> Path:
    """Write a notebook that was edited in JupyterLab back to its text."""
    notebook = notebook.resolve()
    for unit in course.choose([]):
        for built, text in (
            (course.lesson(unit), course.lesson_text(unit)),
            (course.source(unit), course.source_text(unit)),
        ):
            if built.resolve() == notebook:
                edited = nbformat.read(notebook, as_version=4)
                text.write_text(to_text(edited), "utf-8")
                return text
    raise CourseError(
        f"{notebook} is not built from a text here; give course/NN_name.ipynb or "
        "source/NN_name/NN_name.ipynb"
    )


def execute(notebook: NotebookNode, folder: Path, name: str) -> None:
    """Run a notebook from top to bottom in a fresh kernel; its outputs stay in it."""
    client = NotebookClient(
        notebook,
        timeout=LESSON_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        store_widget_state=True,
    )
    try:
        client.execute(env=steady_environment())
    except Exception as error:
        said = COLOURS.sub("", str(error)).strip()[-2000:]
        raise CourseError(f"{name} does not run: {said}") from None


def tidy(notebook: NotebookNode, unit: str) -> NotebookNode:
    """Take out of an executed notebook what differs from run to run."""
    notebook.metadata["kernelspec"] = KERNEL
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = _joined(cell.outputs)
    # Widgets get random ids: number them in the order in which they appear.
    raw = json.dumps(notebook)
    widgets = notebook.metadata.get("widgets", {})
    random = {model for kind in widgets.values() for model in kind["state"]}
    names: dict[str, str] = {}
    for model in MODEL_ID.findall(raw):
        if model in random and model not in names:
            names[model] = text_hash(f"{unit} {len(names)}") * 2
    raw = MODEL_ID.sub(lambda match: names.get(match[0], match[0]), raw)
    return nbformat.from_dict(json.loads(raw))


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook if it differs from what is there."""
    text = nbformat.writes(notebook)
    text = text if text.endswith("\n") else text + "\n"
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def _joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join what was printed in pieces: where the pieces break is chance."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and output.output_type == last.output_type == "stream"
            and output.name == last.name
        ):
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _lesson_fresh(course: Course, unit: str) -> bool:
    return built_from(course.lesson(unit)) == text_hash(
        course.lesson_text(unit).read_text("utf-8")
    )


def _source_fresh(course: Course, unit: str) -> bool:
    return built_from(course.source(unit)) == text_hash(
        course.source_text(unit).read_text("utf-8")
    )


def _release_fresh(course: Course, unit: str) -> bool:
    return built_from(course.release(unit)) == built_from(course.source(unit))


def built_from(path: Path) -> str | None:
    """Give the hash of the text a notebook was built from, if it is one of ours."""
    if not path.exists():
        return None
    try:
        notebook = json.loads(path.read_text("utf-8"))
        return notebook["metadata"]["nnbyhand"]["text"]
    except (json.JSONDecodeError, KeyError):
        return None
