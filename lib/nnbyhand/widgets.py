"""Things to move in a lesson: one idea, a few sliders, the state in words.

Each explorer is a plain plot under an ``Image`` that one figure keeps feeding, so it
redraws quickly, works offline, and can be tested without a browser. Where no widget can
be shown, its picture or its words stand in its place.
"""

import base64
import html
import io
import re
from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure
from traitlets import Unicode

from nnbyhand import plots
from nnbyhand.gates import GATES, neuron, step, truth_inputs
from nnbyhand.quizzes import QUIZZES, Question

WIDTH = "352px"
LIVE = re.compile(r"<p aria-live='polite'[^>]*>(.*?)</p>", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")


class DescribedImage(widgets.Image):
    """A picture with an alternative text, which a browser reads from its tooltip.

    An ``Image`` has no other place for one; and its view looks at the description
    before it sets a tooltip, so that without this trait it would break.
    """

    description = Unicode("").tag(sync=True)

    def feed(self, figure: Figure) -> None:
        """Show a figure as it is now, and say what it shows if the figure knows."""
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png")
        self.show(buffer.getvalue(), getattr(figure, "alt", ""))

    def show(self, png: bytes, alt: str) -> None:
        """Show the bytes of a PNG and say what they show."""
        with self.hold_sync():  # one message: the text belongs to this picture
            self.tooltip, self.value = alt or None, png


class Explorer(widgets.HBox):
    """Sliders and words beside a picture; the picture alone where nothing moves."""

    def __init__(
        self, controls: Sequence[widgets.Widget], picture: DescribedImage, alt: str
    ) -> None:
        self.controls, self.picture, self.alt = list(controls), picture, alt
        super().__init__([widgets.VBox(self.controls), picture])
        if not picture.tooltip:
            picture.tooltip = alt
            picture.observe(self._describe, "value")

    def _describe(self, _change: object) -> None:
        """Give a picture that cannot speak for itself the words beside it."""
        said = " ".join(c.value for c in self.controls if isinstance(c, widgets.HTML))
        live = LIVE.search(said)
        words = html.unescape(TAGS.sub("", live[1])) if live else self.alt
        self.picture.tooltip = f"Picture beside the words: {words}"

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict, dict]:
        data = super()._repr_mimebundle_(**options)
        data["text/plain"] = f"{self.alt} Run the cell to try it."
        data["image/png"] = base64.b64encode(self.picture.value).decode()
        return data, {"image/png": {"alt": self.alt}}


class Quiz(widgets.VBox):
    """Questions with one answer each; in plain text where nothing can be chosen."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = list(questions)
        super().__init__([_ask(question) for question in questions])

    def _repr_mimebundle_(self, **options: Any) -> dict:
        data = super()._repr_mimebundle_(**options)
        data["text/plain"] = "\n\n".join(
            "\n".join([question.text, *(f"  ( ) {o}" for o in question.options)])
            for question in self.questions
        )
        return data


def quiz(item: str) -> Quiz:
    """Ask the questions of a syllabus ID; nothing is stored or counted.

    Raises KeyError for an ID without questions, naming those that have some.
    """
    if item not in QUIZZES:
        raise KeyError(f"quiz: no questions for {item!r}; there are {list(QUIZZES)}")
    return Quiz(QUIZZES[item])


def gate_explorer() -> Explorer:
    """Move two weights and a bias: the line moves, the truth table follows.

    Taught in course/01_neurons_and_gates.
    """
    sliders = [_slider("w1", 1.0), _slider("w2", 1.0), _slider("b", -1.5)]
    figure = plots.new_figure(width=3.2, height=3.2)
    image = DescribedImage(format="png", layout={"width": WIDTH, "height": WIDTH})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        # a browser sends 0.1 + 0.2 for 0.3, which a tie would not survive
        w1, w2, b = (round(slider.value, 6) for slider in sliders)
        axes = figure.axes[0]
        axes.clear()
        plots.plot_gate(np.array([w1, w2]), b, ax=axes)
        outputs = step(neuron(truth_inputs(2), [w1, w2], b)).astype(int)
        words.value = _gate_words(outputs, w1, w2, b)
        image.feed(figure)

    for slider in sliders:
        slider.observe(redraw, "value")
    redraw()
    plots.close(figure)
    return Explorer(
        [*sliders, words],
        image,
        "The corners of a square, a circle at (1, 1), crosses at the others, and the "
        "line of a unit that computes AND.",
    )


def shape_explorer() -> Explorer:
    """Choose two shapes: do they fit, and what is the shape of their sum?

    Taught in course/00_start.
    """
    left, right = _shapes("left", (3, 4)), _shapes("right", (3, 1))
    figure = plots.new_figure(width=4.6, height=2.2)
    image = DescribedImage(format="png", layout={"width": "506px", "height": "242px"})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        axes = figure.axes[0]
        axes.clear()
        plots.draw_broadcast(left.value, right.value, ax=axes)
        words.value = _shape_words(left.value, right.value)
        image.feed(figure)

    for choice in (left, right):
        choice.observe(redraw, "value")
    redraw()
    plots.close(figure)
    return Explorer([left, right, words], image, figure.alt)


def _ask(question: Question) -> widgets.VBox:
    label = widgets.HTML(f"<b>{question.text}</b>")
    choice = widgets.RadioButtons(
        options=list(question.options), value=None, layout={"width": "auto"}
    )
    said = widgets.HTML("Choose an answer.")

    def answer(change: dict[str, str]) -> None:
        word = "Right." if change["new"] == question.right else "Not yet."
        word = word if question.right else "Noted, here only."
        said.value = f"<b>{word}</b> {question.options[change['new']]}"

    choice.observe(answer, "value")
    return widgets.VBox([label, choice, said])


def _gate_words(outputs: Sequence[int], w1: float, w2: float, b: float) -> str:
    named = [
        name
        for name, (weights, bias) in GATES.items()
        if len(weights) == 2
        and np.array_equal(step(neuron(truth_inputs(2), weights, bias)), outputs)
    ]
    name = f"This is {named[0]}." if named else "This gate has no name of its own."
    rows = "".join(
        f"<tr><td>{int(x1)}</td><td>{int(x2)}</td><td>{x1 * w1 + x2 * w2 + b:.1f}</td>"
        f"<td><b>{y}</b></td></tr>"
        for (x1, x2), y in zip(truth_inputs(2), outputs, strict=True)
    )
    head = "<tr><th>x1</th><th>x2</th><th>z</th><th>y</th></tr>"
    cells = "style='border-spacing:14px 0; text-align:right'"
    return f"<table {cells}>{head}{rows}</table><p aria-live='polite'>{name}</p>"


def _shapes(name: str, value: tuple[int, ...]) -> widgets.Dropdown:
    shapes = [(), (3,), (4,), (1, 4), (3, 1), (4, 1), (3, 4), (4, 3)]
    return widgets.Dropdown(
        options=[(str(shape) if shape else "one number", shape) for shape in shapes],
        value=value,
        description=name,
        layout={"width": "220px"},
    )


def _shape_words(left: tuple[int, ...], right: tuple[int, ...]) -> str:
    try:
        shape = np.broadcast_shapes(left, right)
    except ValueError:
        met = next(
            (a, b)
            for a, b in zip(left[::-1], right[::-1], strict=False)
            if a != b and 1 not in (a, b)
        )
        text = f"Rule 3: from the right, {met[0]} meets {met[1]}. This is an error."
    else:
        repeated = [
            name
            for name, own in (("left", left), ("right", right))
            if np.prod(own) < np.prod(shape)
        ]
        said = " and ".join(repeated) if repeated else "nothing"
        verb = "are" if len(repeated) == 2 else "is"
        text = f"The result has shape <b>{shape}</b>: {said} {verb} repeated."
    return f"<p aria-live='polite'>{text}</p>"


def _slider(name: str, value: float) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value=value, min=-3, max=3, step=0.1, description=name, readout_format=".1f"
    )
