"""Make a feedback page that helps and harms nobody.

``HideTests`` takes the source and the inputs of hidden tests out and leaves what the
checks say. ``Sanitise`` and ``safe_markdown`` let nothing a student wrote run in the
reader's browser.
"""

import base64
import binascii
import html
import re
from typing import Any

import nh3
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from nnbyhand.checks import NotAttempted, NotYet

HIDDEN = re.compile(
    r"[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[^\n]*\n?", re.DOTALL
)
MARKS = re.compile(
    r"[ \t]*### BEGIN MARK SCHEME.*?### END MARK SCHEME[^\n]*\n?", re.DOTALL
)
OUTCOMES = {NotYet.__name__, NotAttempted.__name__}
PICTURES = {"image/png", "image/jpeg"}
TEXTS = {"text/plain"}


class HideTests(NbGraderPreprocessor):
    """Keep the words of a hidden test, not its source, inputs or traceback."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        cell.source = MARKS.sub("", cell.source)
        if not HIDDEN.search(cell.source):
            return cell, resources
        cell.source = HIDDEN.sub("# (hidden tests)\n", cell.source)
        if cell.cell_type == "code":
            cell.outputs = [shown for o in cell.outputs for shown in _words(o)]
        return cell, resources


def _words(output: NotebookNode) -> list[NotebookNode]:
    """Give what may be seen of an output of a hidden test."""
    if output.output_type == "error":
        if output.ename not in OUTCOMES:
            text = f"A hidden test stopped with {output.ename}."
            output.evalue, output.traceback = text, [text]
        else:
            output.traceback = output.evalue.splitlines()
        return [output]
    if output.output_type == "stream" and output.name == "stdout":
        # what a student printed here may show the hidden inputs
        verdicts = re.findall(r"^\w+: CORRECT .*$", output.text, re.MULTILINE)
        if verdicts:
            output.text = "\n".join(verdicts) + "\n"
            return [output]
    return []


class Sanitise(NbGraderPreprocessor):
    """Leave of a student's outputs only text, clean HTML and real pictures."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            cell.pop("attachments", None)
            if cell.cell_type == "raw":
                cell.cell_type = "markdown"
                cell.source = html.escape(cell.source)
            for output in cell.get("outputs", []):
                if "data" in output:
                    output.data = _clean_data(output.data)
                    output.metadata = _clean_metadata(output.get("metadata", {}))
        return nb, resources


def _clean_data(data: dict[str, Any]) -> NotebookNode:
    clean: dict[str, Any] = {}
    for kind, value in data.items():
        if kind in PICTURES:
            picture = _picture(value)
            if picture:
                clean[kind] = picture
        elif kind == "text/html":
            clean[kind] = nh3.clean(_text(value))
        elif kind in TEXTS:
            clean[kind] = _text(value)
    return NotebookNode(clean or {"text/plain": "(an output that is not shown here)"})


def _clean_metadata(metadata: dict[str, Any]) -> NotebookNode:
    clean = NotebookNode()
    for kind in PICTURES & set(metadata):
        alt = metadata[kind].get("alt") if isinstance(metadata[kind], dict) else None
        if isinstance(alt, str):
            clean[kind] = {"alt": html.escape(alt)}
    return clean


def _picture(value: Any) -> str:
    try:
        raw = base64.b64decode(_text(value).replace("\n", ""), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return base64.b64encode(raw).decode()


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)


def safe_markdown(source: str) -> str:
    """Render Markdown and take out what could run: scripts, handlers, odd links."""
    return nh3.clean(
        markdown2html_mistune(source),
        tags=nh3.ALLOWED_TAGS | {"details", "summary"},
        link_rel="noopener noreferrer",
    )
