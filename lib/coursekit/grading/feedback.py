"""Make a feedback page that helps and harms nobody.

``Outcomes`` says in words what came of every graded cell. ``HideTests`` takes the
source and the inputs of hidden tests out and leaves what the checks say. ``Sanitise``
and ``safe_markdown`` let nothing a student wrote run in the reader's browser. The page
itself is ``templates/nnbyhand-feedback``.
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nh3
from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades
from traitlets import Bool
from traitlets.config import Config

from coursekit.grading.export import note
from coursekit.math import markdown_to_html
from nnbyhand.checks import NotAttempted, NotYet

TEMPLATES = Path(__file__).parent / "templates"
HIDDEN = re.compile(
    r"[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[^\n]*\n?", re.DOTALL
)
MARKS = re.compile(
    r"[ \t]*### BEGIN MARK SCHEME.*?### END MARK SCHEME[^\n]*\n?", re.DOTALL
)
HEADING = re.compile(r"^## +(.+?)(?: \(.*\))?$", re.MULTILINE)
STANDS_FOR = "# (the rest of this test is hidden)\n"
SHORTEST = 12  # characters of a line that cannot stand elsewhere by chance
OUTCOMES = {NotYet.__name__, NotAttempted.__name__}
PICTURE = re.compile(r"data:image/(png|jpeg);base64,")
LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
UNDESCRIBED = "a picture this cell drew; it carries no description"
PICTURES = {"image/png", "image/jpeg"}
TEXTS = {"text/plain"}


class FeedbackExporter(HTMLExporter):
    """Write a page in our template; the formgrader goes on using its own."""

    def __init__(self, **options: Any) -> None:
        # nbgrader names its own template in the section of HTMLExporter
        config = Config(options.pop("config", Config()))
        config.FeedbackExporter.template_name = "nnbyhand-feedback"
        config.FeedbackExporter.extra_template_basedirs = [str(TEMPLATES)]
        super().__init__(config=config, **options)


class Outcomes(GetGrades):
    """Get the grades, and say in words what came of every graded cell."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        self.exercise, self.waits, self.open = "", False, False
        nb, resources = super().preprocess(nb, resources)
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            said = note(
                gradebook.find_submission(where["assignment"], where["student"])
            )
        nb.metadata["nnbyhand"] = {
            "waits": self.waits,
            "open": self.open,
            "note": said[:1].upper() + said[1:],
        }
        return nb, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        title = HEADING.search(cell.source) if cell.cell_type == "markdown" else None
        if title and utils.is_locked(cell):
            self.exercise = title[1]
        return super().preprocess_cell(cell, resources, cell_index)

    def _get_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._get_score(cell, resources)
        about = cell.metadata["nbgrader"]
        grade = self.gradebook.find_grade(
            about["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        about["exercise"] = self.exercise
        graded = grade.auto_score is not None or grade.manual_score is not None
        about["graded"] = graded
        if not graded and not about["solution"]:
            self.open = True
            about["outcome"] = "NOT GRADED"
        elif grade.needs_manual_grade:
            self.waits = True
            about["outcome"] = "waits for a reader"
        else:
            about["outcome"] = outcome(cell)


def outcome(cell: NotebookNode) -> str:
    """Say in words what came of a graded cell whose score is known."""
    about = cell.metadata["nbgrader"]
    if about["solution"]:
        unchanged = about.get("checksum") == utils.compute_checksum(cell)
        return "NOT ATTEMPTED" if unchanged else "read"
    if about["score"] == about["points"]:
        return "CORRECT"
    errors = {o.ename for o in cell.get("outputs", []) if o.output_type == "error"}
    return "NOT ATTEMPTED" if NotAttempted.__name__ in errors else "NOT YET"


class _Always(Preprocessor):
    enabled = Bool(True).tag(config=True)


class HideTests(_Always):
    """Keep the words of a hidden test, not its source, inputs or traceback."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        secret = hidden_lines(cell.source for cell in nb.cells)
        for cell in nb.cells:
            cell.source = MARKS.sub("", cell.source)
            if HIDDEN.search(cell.source):
                cell.source = HIDDEN.sub(STANDS_FOR, cell.source).strip()
                if cell.cell_type == "code":
                    cell.outputs = [s for o in cell.outputs for s in _words(o)]
            elif cell.cell_type == "code":
                # code may have printed the kernel's history, hidden tests and all
                cell.outputs = [o for o in cell.outputs if not _shows(o, secret)]
        return nb, resources


def hidden_lines(sources: Iterable[str]) -> set[str]:
    """Collect the lines that stand in hidden tests or mark schemes and nowhere else."""
    hidden, shown = set(), []
    for source in sources:
        parts = HIDDEN.findall(source) + MARKS.findall(source)
        hidden |= {_plain(line) for part in parts for line in part.splitlines()}
        shown.append(_plain(MARKS.sub("", HIDDEN.sub("", source))))
    plain = "\n".join(shown)
    return {line for line in hidden if len(line) >= SHORTEST and line not in plain}


def _shows(output: NotebookNode, secret: set[str]) -> bool:
    said = json.dumps(output, ensure_ascii=False)
    # an output may hold the text as it is or as a string inside a string
    words = _plain(said.replace("\\n", " ").replace("\\", ""))
    return any(line.replace("\\", "") in words for line in secret)


def _plain(text: str) -> str:
    return " ".join(text.split())


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


class Sanitise(_Always):
    """Leave of a student's outputs only text, clean HTML and real pictures.

    It serves feedback pages and, through HTMLExporter, the formgrader's pages too.
    """

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
                    output.metadata = _clean_metadata(
                        output.get("metadata", {}), PICTURES & set(output.data)
                    )
        return nb, resources


def _clean_data(data: dict[str, Any]) -> NotebookNode:
    clean: dict[str, Any] = {}
    for kind, value in data.items():
        if kind in PICTURES:
            picture = _picture(value)
            if picture:
                clean[kind] = picture
        elif kind == "text/html":
            clean[kind] = _clean_html(_text(value))
        elif kind in TEXTS:
            clean[kind] = _text(value)
    return NotebookNode(clean or {"text/plain": "(an output that is not shown here)"})


def _clean_metadata(metadata: dict[str, Any], shown: set[str]) -> NotebookNode:
    """Keep the descriptions of the pictures shown; each picture gets one."""
    clean = NotebookNode()
    for kind in shown:
        about = metadata.get(kind)
        alt = about.get("alt") if isinstance(about, dict) else None
        said = alt.strip() if isinstance(alt, str) else ""
        clean[kind] = {"alt": said or UNDESCRIBED}  # the template escapes it
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
    """Render Markdown, formulas too, and take out what could run or load something."""
    return markdown_to_html(source, _clean_html)


def _clean_html(source: str) -> str:
    return nh3.clean(
        source,
        tags=nh3.ALLOWED_TAGS | {"details", "summary"},
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer",
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    """Keep pictures inside the page and links out of it; load nothing, run nothing."""
    if name == "src":
        return value if tag == "img" and PICTURE.match(value) else None
    if name in {"href", "cite"}:
        return value if LINK.match(value) else None
    return value
