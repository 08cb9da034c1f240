"""Turn percent text into a notebook and back.

In the text a cell says its role in its first line:

    # %% [markdown] role="text" grade_id="neuron-sum-text" syllabus="G-03"
    # %% role="answer" grade_id="neuron-sum"
    # %% role="test" grade_id="neuron-sum-value" points=1
    # %% [markdown] role="written" grade_id="neuron-words" points=3

``to_notebook`` gives the notebook nbgrader reads, with cell ids that stay the same
from build to build, and the progress panel at the end of an assignment; ``to_text``
is its inverse.
"""

import hashlib
import re
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from coursekit.panel import is_panel, panel

GRADE_ID = re.compile(r"^[a-z]+(-[a-z0-9]+)+$")
DEFINITION = r"(async def|def|class|@)"
SCHEMA = 3  # of nbgrader's cell metadata
ROLES: dict[str, dict[str, bool]] = {
    "text": {"grade": False, "locked": True, "solution": False},
    "answer": {"grade": False, "locked": False, "solution": True},
    "test": {"grade": True, "locked": True, "solution": False},
    "written": {"grade": True, "locked": False, "solution": True},
}
KEYS = ("role", "grade_id", "points", "syllabus", "tags")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class TextError(ValueError):
    """A cell's first line that cannot be understood."""


def to_notebook(text: str, *, name: str) -> NotebookNode:
    """Build the notebook of a percent text; ``name`` is used in error messages."""
    parsed = jupytext.reads(text, fmt="py:percent")
    notebook = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
            "nnbyhand": {"text": text_hash(text)},
        }
    )
    taken: dict[str, int] = {}
    for number, cell in enumerate(parsed.cells, start=1):
        make = (
            nbformat.v4.new_markdown_cell
            if cell.cell_type == "markdown"
            else nbformat.v4.new_code_cell
        )
        metadata = _metadata(cell.metadata, f"{name}, cell {number}")
        notebook.cells.append(
            make(cell.source, metadata=metadata, id=_cell_id(metadata, cell, taken))
        )
    notebook.cells += panel(notebook.cells, SCHEMA)
    nbformat.validate(notebook)
    return notebook


def to_text(notebook: NotebookNode) -> str:
    """Write a notebook, built here and perhaps edited in JupyterLab, as text again."""
    plain = nbformat.v4.new_notebook()
    for cell in notebook.cells:
        if is_panel(cell):
            continue
        make = (
            nbformat.v4.new_markdown_cell
            if cell.cell_type == "markdown"
            else nbformat.v4.new_code_cell
        )
        plain.cells.append(make(cell.source, metadata=_line(cell.metadata)))
    plain.metadata["jupytext"] = {
        "notebook_metadata_filter": "-all",
        "cell_metadata_filter": ",".join((*KEYS, "-all")),
    }
    return _spaced(jupytext.writes(plain, fmt="py:percent"))


def _spaced(text: str) -> str:
    """Leave one empty line between cells, two around a definition, as ruff does."""
    spaced, code_above, after_definition = "", False, False
    for cell in re.split(r"(?m)^(?=# %%)", text):
        code = [line for line in cell.splitlines() if re.match(r"[^\s#)\]}]", line)]
        begins = bool(code) and bool(re.match(DEFINITION, code[0]))
        if spaced:
            two = after_definition or (begins and code_above)
            spaced += "\n\n\n" if two else "\n\n"
        spaced += cell.rstrip("\n")
        if code:
            after_definition = bool(re.match(DEFINITION, code[-1]))
            code_above = True
        else:
            after_definition = False
    return spaced + "\n"


def text_hash(text: str) -> str:
    """Give the mark by which a built notebook knows the text it was built from."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def role_of(cell: NotebookNode) -> str | None:
    """Give the role of a built cell: text, answer, test, written, or None."""
    flags = cell.metadata.get("nbgrader")
    if not flags:
        return None
    for role, expected in ROLES.items():
        if all(flags.get(key) == value for key, value in expected.items()):
            return role
    return None


def _metadata(line: dict[str, Any], where: str) -> dict[str, Any]:
    unknown = set(line) - {*KEYS, "lines_to_next_cell"}
    if unknown:
        raise TextError(f"{where}: unknown {sorted(unknown)}; known are {list(KEYS)}")
    metadata: dict[str, Any] = {}
    role = line.get("role")
    if role is not None:
        if role not in ROLES:
            raise TextError(f"{where}: role {role!r}; known are {list(ROLES)}")
        grade_id = line.get("grade_id", "")
        if not GRADE_ID.match(grade_id) or len(grade_id) > 48:
            raise TextError(
                f"{where}: grade_id {grade_id!r} must be words in small letters joined "
                "by hyphens, at least two of them, 48 characters at most"
            )
        metadata["nbgrader"] = {
            "grade_id": grade_id,
            "schema_version": SCHEMA,
            "task": False,
            **ROLES[role],
        }
        graded = ROLES[role]["grade"]
        points = line.get("points")
        if graded != (points is not None) or (graded and not isinstance(points, int)):
            raise TextError(
                f"{where}: {grade_id} is a {role} cell, so it must "
                + ("have whole points" if graded else "have no points")
                + f", got points={points!r}"
            )
        if graded:
            metadata["nbgrader"]["points"] = points
    elif {"grade_id", "points"} & set(line):
        raise TextError(f"{where}: a grade_id or points need a role")
    if "syllabus" in line:
        metadata["nnbyhand"] = {"syllabus": line["syllabus"].split()}
    if "tags" in line:
        metadata["tags"] = line["tags"]
    return metadata


def _line(metadata: dict[str, Any]) -> dict[str, Any]:
    line: dict[str, Any] = {}
    flags = metadata.get("nbgrader") or {}
    for role, expected in ROLES.items():
        if flags and all(flags.get(key) == value for key, value in expected.items()):
            line["role"], line["grade_id"] = role, flags["grade_id"]
    if flags.get("grade"):
        points = flags.get("points", 0)
        # JupyterLab's panel writes 1.0 or "1" where the text says 1
        line["points"] = int(float(points))
    if "nnbyhand" in metadata:
        line["syllabus"] = " ".join(metadata["nnbyhand"]["syllabus"])
    if metadata.get("tags"):
        line["tags"] = list(metadata["tags"])
    return line


def _cell_id(metadata: dict[str, Any], cell: Any, taken: dict[str, int]) -> str:
    if "nbgrader" in metadata:
        return str(metadata["nbgrader"]["grade_id"])
    base = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:12]
    taken[base] = taken.get(base, 0) + 1
    return base if taken[base] == 1 else f"{base}-{taken[base]}"
