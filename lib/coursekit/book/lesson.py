"""Turn a built lesson into the HTML of a page: what moved stands still in it.

``LessonExporter`` is nbconvert's own with our template; ``Freeze`` puts a widget's
stored picture and words, or a quiz's questions and answers, in the widget's place.
"""

import html
import re
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets import Bool
from traitlets.config import Config

from coursekit.math import markdown_to_html
from nnbyhand.quizzes import QUIZZES, Question

TEMPLATES = Path(__file__).parent / "templates"
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
QUIZ = re.compile(r"^(?:widgets\.)?quiz\(\"([^\"]+)\"\)$", re.MULTILINE)
POINTER = "IPY_MODEL_"
WORDS = {"HTMLModel", "HTMLMathModel", "LabelModel"}
MANY_WORDS = 500  # characters of an explorer's words that are shown without a click
CODE = re.compile(r"`([^`]+)`")
TAGS = re.compile(r"<[^>]*>")
LIVE = re.compile(r"\s(aria-live|aria-atomic|role)=(\"[^\"]*\"|'[^']*')")


class LessonExporter(HTMLExporter):
    """Write the cells of a lesson; the page around them is made elsewhere."""

    def __init__(self, **options: Any) -> None:
        config = Config(options.pop("config", Config()))
        config.LessonExporter.template_name = "nnbyhand-book"
        config.LessonExporter.extra_template_basedirs = [str(TEMPLATES)]
        config.LessonExporter.preprocessors = [Freeze]
        config.LessonExporter.filters = {"markdown2html": markdown_to_html}
        super().__init__(config=config, **options)


class Freeze(Preprocessor):
    """Replace every widget by what it showed when the lesson was built."""

    enabled = Bool(True).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        states = nb.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
        for cell in nb.cells:
            asked = QUIZ.findall(cell.source)
            for output in cell.get("outputs", []):
                if VIEW not in output.get("data", {}):
                    continue
                model = output.data.pop(VIEW)["model_id"]
                if "image/png" in output.data:
                    output.metadata["nnbyhand"] = _still(states, model)
                elif asked:
                    output.data = NotebookNode({"text/html": _questions(asked.pop(0))})
        return nb, resources


def _still(states: dict[str, Any], model: str) -> dict[str, Any]:
    """Collect what could be moved, and what its words said, in the order on screen."""
    controls: list[str] = []
    words: list[str] = []

    def visit(name: str) -> None:
        entry = states.get(name.removeprefix(POINTER), {})
        state = entry.get("state", {})
        if entry.get("model_name") in WORDS:
            words.append(LIVE.sub("", state.get("value", "")))
        elif state.get("description"):
            controls.append(state["description"].strip(" :"))
        for child in state.get("children", []):
            visit(child)

    visit(model)
    short = [text for text in words if len(TAGS.sub("", text)) <= MANY_WORDS]
    return {
        "controls": list(dict.fromkeys(controls)),
        "words": short,
        "more": [text for text in words if text not in short],
    }


def _questions(item: str) -> str:
    asked = "\n".join(_question(question) for question in QUIZZES[item])
    return f'<div class="quiz">\n{asked}\n</div>'


def _question(question: Question) -> str:
    """Write a question, and the answers where they must be opened to be seen."""
    options = "".join(f"<li>{_option(option)}</li>" for option in question.options)
    said = "".join(
        f"<li><strong>{_option(option)}</strong>{_verdict(question, option)}: "
        f"{_code(sentence)}</li>"
        for option, sentence in question.options.items()
    )
    name = "Answer" if question.right else "What each choice says"
    return (
        f"<p><strong>{_code(question.text)}</strong></p>\n<ul>{options}</ul>\n"
        f"<details><summary>{name}</summary><ul>{said}</ul></details>"
    )


def _option(option: str) -> str:
    return _code(html.escape(option))


def _code(text: str) -> str:
    return CODE.sub(r"<code>\1</code>", text)


def _verdict(question: Question, option: str) -> str:
    if not question.right:
        return ""
    return " (right)" if option == question.right else " (not yet)"
