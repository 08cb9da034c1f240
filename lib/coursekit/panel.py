"""The progress panel: the last two cells of every assignment, written by the builder.

``panel`` makes them from the cells above, so that no text names its exercises a second
time; ``is_panel`` knows them again. They carry no points and judge nothing.
"""

import re
from collections.abc import Iterable, Iterator

import nbformat
from nbformat import NotebookNode

HEADING = re.compile(r"^## +(.+?)(?: \(.*\))?$", re.MULTILINE)
HIDDEN = "### BEGIN HIDDEN TESTS"
MADE_BY = {"made": "panel"}
WORDS = """## Your progress

Run the next cell whenever you like: it lists the exercises, correct, not yet or not
attempted, and the points so far. It knows what the tests above said since the kernel
was started."""


def panel(cells: Iterable[NotebookNode], schema: int) -> list[NotebookNode]:
    """Make the two cells for an assignment; none where nothing is tested."""
    cells = [cell for cell in cells if "nbgrader" in cell.metadata]
    if not any(_points(cell) for cell in cells):
        return []
    topic = cells[0].metadata["nbgrader"]["grade_id"].split("-")[0]
    listed = "\n".join(_lines(cells))
    code = f'from nnbyhand.progress import progress\n\nprogress("""\n{listed}\n""")'
    text = nbformat.v4.new_markdown_cell(WORDS)
    table = nbformat.v4.new_code_cell(code)
    # who looks for the progress wants the table and not the list it is made of
    table.metadata["jupyter"] = {"source_hidden": True}
    for cell, name in ((text, "progress-text"), (table, "progress")):
        cell.id = f"{topic}-{name}"
        cell.metadata["nnbyhand"] = MADE_BY
        cell.metadata["nbgrader"] = {
            "grade_id": cell.id,
            "schema_version": schema,
            "task": False,
            "grade": False,
            "locked": True,
            "solution": False,
        }
    return [text, table]


def is_panel(cell: NotebookNode) -> bool:
    """Tell a cell the builder wrote from one that stands in the text."""
    return cell.metadata.get("nnbyhand") == MADE_BY


def _lines(cells: list[NotebookNode]) -> Iterator[str]:
    """List exercises and tests as ``nnbyhand.progress`` reads them."""
    title, hidden, person = "", 0, 0

    def later() -> Iterator[str]:
        for name, points in (("hidden", hidden), ("person", person)):
            if points:
                yield f"    {name} {points}"

    for cell in cells:
        heading = cell.cell_type == "markdown" and HEADING.search(cell.source)
        if heading:
            yield from later()
            title, hidden, person = heading[1], 0, 0
        points = _points(cell)
        if points and title:
            yield title
            title = ""
        if cell.metadata["nbgrader"]["solution"]:
            person += points
        elif HIDDEN in cell.source:
            hidden += points
        elif points:
            yield f"    {cell.id} {points}"
    yield from later()


def _points(cell: NotebookNode) -> int:
    return int(cell.metadata["nbgrader"].get("points", 0))
