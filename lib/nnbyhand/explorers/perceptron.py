"""Pictures of the perceptron, and two explorers: drag its boundary, step its rule.

The ``draw_`` functions give a Figure with its alternative text; ``boundary_explorer``
moves three numbers over the twelve points, ``rule_explorer`` learns step by step.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from nnbyhand import plots
from nnbyhand.data import (
    MATLAB_LABELS,
    MATLAB_POINTS,
    TWELVE_LABELS,
    TWELVE_POINTS,
)
from nnbyhand.gates import neuron, step, truth_inputs
from nnbyhand.metrics import confusion_matrix
from nnbyhand.perceptron import distance, update
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

WIDTH = "374px"
TASKS = {
    "four vectors": (MATLAB_POINTS, MATLAB_LABELS),
    "AND": (truth_inputs(2), np.array([0, 0, 0, 1])),
    "XOR": (truth_inputs(2), np.array([0, 1, 1, 0])),
}
STYLES = (("-", plots.BLUE), ("--", plots.VERMILION), (":", plots.GREEN))


def draw_points() -> Figure:
    """Draw the twelve points: circles for group 1, crosses for group 0.

    Taught in course/02_perceptron.
    """
    figure = plots.new_figure(width=3.8, height=3.4)
    _twelve(figure.axes[0])
    figure.axes[0].legend(title="group", loc="upper right", frameon=False)
    figure.alt = (
        "Twelve points: six circles of group 1 lie low and to the right, six crosses "
        "of group 0 high and to the left. A slanted line could pass between them."
    )
    return figure


def draw_lines(lines: Mapping[str, tuple[float, float]]) -> Figure:
    """Draw lines, given by slope and intercept, over the twelve points.

    Taught in course/02_perceptron.
    """
    figure = plots.new_figure(width=3.8, height=3.4)
    ax = figure.axes[0]
    _twelve(ax)
    told, drawn = [], []
    for (name, (slope, intercept)), (style, colour) in zip(
        lines.items(), STYLES, strict=False
    ):
        x1 = np.array([0.0, 6.0])
        drawn += ax.plot(x1, slope * x1 + intercept, style, color=colour, label=name)
        told.append(f"{name}, x2 = {slope:g} x1 {intercept:+g}")
    _legend(figure, drawn)
    figure.alt = f"The twelve points with the lines {'; '.join(told)}."
    return figure


def draw_distances(w: Array, b: float) -> Figure:
    """Draw a boundary, the arrow of its weights, and each point's way to the line.

    Shapes: w (2,). Taught in course/02_perceptron.
    """
    figure = plots.new_figure(width=3.8, height=3.4)
    ax = figure.axes[0]
    _twelve(ax)
    plots.plot_boundary(w, b, ax)
    w = np.asarray(w, dtype=float)
    normal = w / np.linalg.norm(w)
    feet = TWELVE_POINTS - distance(TWELVE_POINTS, w, b)[:, None] * normal
    for point, foot in zip(TWELVE_POINTS, feet, strict=True):
        ax.plot(*np.array([point, foot]).T, ":", color="0.35", lw=1.2, zorder=1)
    start = np.array([3.0, 3.0]) - distance([3, 3], w, b) * normal
    arrow = {"arrowstyle": "-|>", "color": plots.VERMILION, "lw": 2}
    ax.annotate("", start + 1.4 * normal, start, arrowprops=arrow)
    ax.text(*(start + 1.55 * normal), "w", color=plots.VERMILION, fontsize=11)
    figure.alt = (
        "The twelve points, the boundary between the groups, an arrow w that stands "
        "upright on it and points to the circles, and a dotted line from every point "
        "to the boundary, each meeting it at a right angle."
    )
    return figure


def draw_biases(w: Array, biases: Sequence[float]) -> Figure:
    """Draw the boundaries of one pair of weights with several biases.

    Shapes: w (2,). Taught in course/02_perceptron.
    """
    figure = plots.new_figure(width=3.8, height=3.4)
    ax = figure.axes[0]
    ax.set(xlim=(-3, 3), ylim=(-3, 3), xlabel="x1", ylabel="x2", aspect="equal")
    ax.plot(0, 0, "k+", ms=10)
    for bias, (style, colour) in zip(biases, STYLES, strict=False):
        line = plots.plot_boundary(w, bias, ax, shade=False)
        if line is not None:
            line.set(linestyle=style, color=colour, label=f"b = {bias:g}")
    _legend(figure, ax.get_lines()[1:])
    named = ", ".join(f"{bias:g}" for bias in biases)
    figure.alt = (
        f"Boundaries of the weights {w[0]:g} and {w[1]:g} with the biases {named}: "
        "parallel lines; the one with bias 0 passes through the origin."
    )
    return figure


def boundary_explorer() -> Explorer:
    """Drag the boundary over the twelve points; accuracy and counts follow in words.

    Taught in course/02_perceptron.
    """
    sliders = [_slider("w1", 0.75, 3), _slider("w2", -0.5, 3), _slider("b", 1.0, 6)]
    figure = plots.new_figure(width=3.4, height=3.4)
    ax = figure.axes[0]
    _twelve(ax)
    side, line = _movable(ax)
    image, words = _image(), widgets.HTML()
    _freeze(figure)

    def redraw(_change: object = None) -> None:
        # a browser sends 0.7500000000000004 back, and z would no longer be exactly 0
        w1, w2, b = (round(slider.value, 2) for slider in sliders)
        _move(ax, side, line, np.array([w1, w2]), b)
        words.value = _score_words(np.array([w1, w2]), b)
        image.feed(figure)

    for slider in sliders:
        slider.observe(redraw, "value")
    redraw()
    return Explorer(
        [*sliders, words],
        image,
        "The twelve points and the boundary of the weights 0.75 and -0.5 with bias 1: "
        "all six circles and three of the six crosses lie on its firing side.",
    )


def rule_explorer() -> Explorer:
    """Step through the learning rule, an example at a time; start again at will.

    Taught in course/02_perceptron.
    """
    stepper = _Stepper()
    return Explorer(
        [stepper.choice, widgets.HBox([stepper.onward, stepper.reset]), stepper.words],
        stepper.image,
        "Four points, two circles on the left and two crosses, before the first step "
        "of the learning rule: all weights are 0, so there is no line yet.",
    )


class _Stepper:
    """Where the rule stands: the numbers, the example to come, what was said."""

    def __init__(self) -> None:
        self.choice = widgets.Dropdown(
            options=list(TASKS), description="points", layout={"width": "220px"}
        )
        self.onward = widgets.Button(
            description="Next example", button_style="primary", icon="step-forward"
        )
        self.reset = widgets.Button(description="Reset", icon="undo")
        self.words, self.image = widgets.HTML(), _image()
        self.figure = plots.new_figure(width=3.4, height=3.4)
        self.onward.on_click(self.next)
        self.reset.on_click(self.begin)
        self.choice.observe(self.begin, "value")
        self.begin()
        _freeze(self.figure)
        self.image.feed(self.figure)

    def begin(self, _event: object = None) -> None:
        """Put all weights back to 0 and draw the chosen points."""
        self.X, self.t = TASKS[self.choice.value]
        self.w, self.b = np.zeros(2), 0.0
        self.seen, self.mistakes = 0, [0]
        self.onward.disabled = False
        ax = self.figure.axes[0]
        ax.clear()
        ax.set(xlim=(-1.2, 1.6), ylim=(-1.2, 1.6), aspect="equal")
        plots.plot_points(self.X, self.t, ax)
        self.side, self.line = _movable(ax)
        (self.ring,) = ax.plot([], [], "o", ms=19, mfc="none", mec=plots.VERMILION)
        self.show("No example yet: w is (0, 0), b is 0.")

    def next(self, _event: object = None) -> None:
        """Look at one example and learn from it if it was a mistake."""
        i = self.seen % len(self.X)
        if i == 0 and self.seen:
            self.mistakes.append(0)
        x, t = self.X[i], self.t[i]
        z = neuron(x, self.w, self.b)
        text = (
            f"Epoch {len(self.mistakes)}, example {i + 1}, x = {_pair(x)}, "
            f"t = {t}: z = {z:.2f}, so y = {step(z):.0f}. "
        )
        if step(z) == t:
            text += "<b>Right</b>, nothing changes. "
        else:
            self.w, self.b = update(self.w, self.b, x, t)
            self.mistakes[-1] += 1
            sign = "added" if t == 1 else "subtracted"
            text += f"<b>Mistake</b>: x is {sign}. "
        text += f"Now w is {_pair(self.w)}, b is {self.b:g}."
        self.seen += 1
        self.ring.set_data([x[0]], [x[1]])
        if self.seen % len(self.X) == 0 and self.mistakes[-1] == 0:
            text += " <b>An epoch without a mistake: the rule stops.</b>"
            self.onward.disabled = True
        self.show(text)

    def show(self, text: str) -> None:
        _move(self.figure.axes[0], self.side, self.line, self.w, self.b)
        counted = ", ".join(str(number) for number in self.mistakes[-12:])
        more = "…, " if len(self.mistakes) > 12 else ""
        self.words.value = (
            f"<div style='width: 330px; line-height: 1.5'><p aria-live='polite'>{text}"
            f"</p><p>Mistakes in each epoch: {more}{counted}</p></div>"
        )
        self.image.feed(self.figure)


def _twelve(ax: Axes) -> None:
    plots.plot_points(TWELVE_POINTS, TWELVE_LABELS, ax)
    ax.set(xlim=(0, 6), ylim=(0, 6), aspect="equal")


def _legend(figure: Figure, lines: Sequence[Line2D]) -> None:
    figure.legend(
        handles=lines, loc="outside upper center", ncols=len(lines), frameon=False
    )


def _movable(ax: Axes) -> tuple[Polygon, Line2D]:
    """Give the firing side and the line, to be moved without drawing all anew."""
    ax.set_facecolor(plots.PALE[0])
    side = Polygon(np.zeros((3, 2)), fc=plots.PALE[1], ec="none", zorder=0)
    ax.add_patch(side)
    (line,) = ax.plot([], [], color=plots.BLUE, zorder=2)
    return side, line


def _move(ax: Axes, side: Polygon, line: Line2D, w: Array, b: float) -> None:
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    corners = np.array([(left, low), (right, low), (right, high), (left, high)])
    inside, crossed = [], []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        z1, z2 = neuron(start, w, b), neuron(end, w, b)
        if z1 > 0:
            inside.append(start)
        if (z1 > 0) != (z2 > 0):
            crossed.append(start + z1 / (z1 - z2) * (end - start))
            inside.append(crossed[-1])
    side.set_xy(np.array(inside) if inside else corners[[0, 0, 0]])
    line.set_data(*(np.array(crossed).T if len(crossed) == 2 else ([], [])))


def _score_words(w: Array, b: float) -> str:
    fired = step(neuron(TWELVE_POINTS, w, b))
    M = confusion_matrix(fired, TWELVE_LABELS, 2)
    right = int(np.trace(M))
    cells = "style='border-spacing: 14px 0; text-align: right'"
    table = f"<table {cells}><tr><th></th><th>called 0</th><th>called 1</th></tr>"
    for group in (0, 1):
        table += f"<tr><th>group {group}</th><td>{M[group, 0]}</td>"
        table += f"<td>{M[group, 1]}</td></tr>"
    said = f"<b>{right} of 12 right</b>: accuracy {right / 12:.2f}."
    return f"<p aria-live='polite'>{said}</p>{table}</table>"


def _pair(values: Array) -> str:
    return f"({values[0] + 0.0:.2g}, {values[1] + 0.0:.2g})"


def _slider(name: str, value: float, most: float) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value=value,
        min=-most,
        max=most,
        step=0.25,
        description=name,
        readout_format=".2f",
    )


def _image() -> DescribedImage:
    return DescribedImage(format="png", layout={"width": WIDTH, "height": WIDTH})


def _freeze(figure: Figure) -> None:
    """Lay the figure out once, so that a redraw is quick, and hide it from pyplot."""
    figure.canvas.draw()
    figure.set_layout_engine("none")
    plots.close(figure)
