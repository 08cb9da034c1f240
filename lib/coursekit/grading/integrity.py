"""Restore the instructor's metadata before a submission is graded.

Stock nbgrader restores the text of locked cells but trusts their flags, tags and
order of ids: a copied test cell ends the run for the whole class, a tag can skip a
test. ``RestoreCells`` rebuilds all of it from the gradebook.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbformat.v4.nbbase import random_cell_id
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import compute_checksum

SCHEMA = 3
# of a cell, the rest is no notebook's
CELL = {
    *("id", "cell_type", "metadata", "source", "attachments"),
    *("outputs", "execution_count"),
}
IDENTIFIER = re.compile(r"[\w-]{1,64}", re.ASCII)  # what nbformat takes for an id


@dataclass(frozen=True)
class Sheet:
    """What the instructor made of one notebook, as the gradebook keeps it."""

    flags: dict[str, dict[str, Any]]  # metadata by grade_id, in the order of the cells
    sources: dict[str, str]  # texts by grade_id, hidden tests included
    kernelspec: dict[str, Any]


def sheet_of(gradebook: Gradebook, notebook: str, assignment: str) -> Sheet:
    """Read from the gradebook what the instructor made."""
    source = gradebook.find_notebook(notebook, assignment)
    return Sheet(
        known_cells(gradebook, notebook, assignment),
        {cell.name: cell.source for cell in source.source_cells},
        json.loads(source.kernelspec or "{}"),
    )


class RestoreCells(NbGraderPreprocessor):
    """Restore a submission's cells; for ``Autograde.sanitize_preprocessors``."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            sheet = sheet_of(gradebook, where["notebook"], where["assignment"])
        for line in restore(nb, sheet):
            self.log.warning("restored %s", line)
        return nb, resources


def restore(nb: NotebookNode, sheet: Sheet) -> list[str]:
    """Give every known cell its own metadata back, and every other cell none.

    Locked cells get their text back too, outputs go. Tells what had been changed.
    """
    kept = chosen_cells(nb, sheet.flags)
    restored: list[str] = []
    for index, cell in enumerate(nb.cells):
        came = cell.metadata.get("nbgrader")
        grade_id = kept.get(index)
        if grade_id is not None:
            flags = sheet.flags[grade_id]
            if isinstance(came, dict) and _differs(came, flags):
                restored.append(f"{grade_id}: its settings were changed")
            cell.metadata = NotebookNode({"nbgrader": dict(flags)})
            _set_type(cell, flags["cell_type"])
            if flags["locked"] and _checksum(cell, flags) != flags["checksum"]:
                cell.source = sheet.sources[grade_id]
        else:
            if came:
                name = came.get("grade_id") if isinstance(came, dict) else came
                restored.append(f"{name}: a copy, or unknown to this assignment")
            cell.metadata = NotebookNode()
        for key in set(cell) - CELL:
            del cell[key]
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    restored += put_back(nb, sheet.flags, sheet.sources)
    renew_ids(nb)
    kernelspec = sheet.kernelspec or nb.metadata.get("kernelspec", {})
    nb.metadata = NotebookNode({"kernelspec": kernelspec})
    nb.metadata["nnbyhand"] = {"restored": restored}
    return restored


def _set_type(cell: NotebookNode, kind: str) -> None:
    if cell.cell_type == kind:
        return
    cell.cell_type = kind
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def put_back(
    nb: NotebookNode, known: dict[str, dict[str, Any]], sources: dict[str, str]
) -> list[str]:
    """Put graded cells that are missing back where they stood; tell which.

    nbgrader can do this too, but fails where the cell above was a locked text.
    """
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells]
    ids = {cell.get("id") for cell in nb.cells}
    told, place = [], 0
    for grade_id, flags in known.items():
        if grade_id in names:
            place = names.index(grade_id) + 1
        elif flags["grade"]:
            make = new_code_cell if flags["cell_type"] == "code" else new_markdown_cell
            cell = make(sources[grade_id], metadata={"nbgrader": dict(flags)})
            if grade_id not in ids:
                cell.id = grade_id
            nb.cells.insert(place, cell)
            names.insert(place, grade_id)
            told.append(f"{grade_id}: it was missing")
            place += 1
    return told


def renew_ids(nb: NotebookNode) -> None:
    """Give copies an id of their own: two cells with one id are no valid notebook."""
    nb.nbformat_minor = 5  # the first in which cells have ids
    taken: set[str] = set()
    for cell in nb.cells:
        name = cell.get("id")
        usable = isinstance(name, str) and IDENTIFIER.fullmatch(name)
        if not usable or name in taken:
            cell.id = random_cell_id()
        taken.add(cell.id)


def known_cells(
    gradebook: Gradebook, notebook: str, assignment: str
) -> dict[str, dict[str, Any]]:
    """Give the metadata of every cell the instructor made, by grade_id."""
    source = gradebook.find_notebook(notebook, assignment)
    points = {cell.name: cell.max_score for cell in source.grade_cells}
    tasks = {cell.name: cell.max_score for cell in source.task_cells}
    solutions = {cell.name for cell in source.solution_cells}
    known = {}
    for cell in source.source_cells:
        known[cell.name] = {
            "grade_id": cell.name,
            "schema_version": SCHEMA,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            "locked": bool(cell.locked),
            "grade": cell.name in points,
            "solution": cell.name in solutions,
            "task": cell.name in tasks,
        }
        worth = points.get(cell.name, tasks.get(cell.name))
        if worth is not None:
            known[cell.name]["points"] = worth
    return known


def chosen_cells(nb: NotebookNode, known: dict[str, dict[str, Any]]) -> dict[int, str]:
    """Choose the one cell that counts for each known grade_id: index -> grade_id.

    Of several copies the first that was written in counts, else the first.
    """
    copies: dict[str, list[int]] = {}
    for index, cell in enumerate(nb.cells):
        flags = cell.metadata.get("nbgrader")
        grade_id = flags.get("grade_id") if isinstance(flags, dict) else None
        if isinstance(grade_id, str) and grade_id in known:
            copies.setdefault(grade_id, []).append(index)
    chosen = {}
    for grade_id, places in copies.items():
        written = [
            place
            for place in places
            if not known[grade_id]["locked"]
            and _checksum(nb.cells[place], known[grade_id])
            != known[grade_id]["checksum"]
        ]
        chosen[(written or places)[0]] = grade_id
    return chosen


def _checksum(cell: NotebookNode, flags: dict[str, Any]) -> str:
    plain = NotebookNode(
        {
            "cell_type": flags["cell_type"],
            "source": cell.source,
            "metadata": NotebookNode({"nbgrader": NotebookNode(flags)}),
        }
    )
    return str(compute_checksum(plain))


def _differs(came: dict[str, Any], flags: dict[str, Any]) -> bool:
    keys = ("grade", "solution", "locked", "task")
    return any(bool(came.get(key)) != bool(flags[key]) for key in keys) or (
        flags["grade"] and came.get("points") != flags["points"]
    )
