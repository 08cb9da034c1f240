"""Every picture has words: in texts, in pages, and in the widgets of lessons.

``mute`` looks through the whole course; pictures that cells put out are looked at in
``check.lesson_outputs``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from coursekit.course import Course

IN_MARKDOWN = re.compile(r"!\[\s*\]\(([^)\s]*)")
IN_HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
SAYS_ALT = re.compile(r"""\balt\s*=\s*(["'])\s*[^\s"']""", re.IGNORECASE)
STATE = "application/vnd.jupyter.widget-state+json"


def mute(course: Course) -> list[str]:
    """Name every picture of the course that says nothing to those who cannot see it."""
    problems = []
    for path in _pages(course.root):
        name = path.relative_to(course.root)
        problems += [
            f"{name}: {what}" for what in without_words(path.read_text("utf-8"))
        ]
    for unit in course.choose([]):
        for path in (course.lesson(unit), course.source(unit)):
            if path.exists():
                notebook = nbformat.read(path, as_version=4)
                name = path.relative_to(course.root)
                problems += [f"{name}, {what}" for what in _in_notebook(notebook)]
    return problems


def without_words(text: str) -> Iterator[str]:
    """Give the pictures of a Markdown or HTML text that have no alternative text."""
    for found in IN_MARKDOWN.finditer(text):
        yield f"the picture {found[1]} has no alternative text"
    for found in IN_HTML.finditer(text):
        if not SAYS_ALT.search(found[0]):
            yield f"{found[0]} has no alternative text"


def _in_notebook(notebook: NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for what in without_words(cell.source):
                yield f"cell {cell.id}: {what}"
    models = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for number, model in models.items():
        # a browser takes the tooltip for the name of a picture that has no alt
        says = (model["state"].get("tooltip") or "").strip()
        if model["model_name"] == "ImageModel" and not says:
            yield f"widget {number}: a picture without alternative text"


def _pages(root: Path) -> list[Path]:
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])
