"""Draw what the lessons show: a neuron, a gate with its line, truth tables.

Every function takes ``ax=None`` and returns the Axes; none of them shows anything.
Shape and text carry the meaning, colour only repeats it.
"""

from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle

from nnbyhand.gates import GATES, neuron, step, truth_inputs
from nnbyhand.shapes import Array

STYLE = Path(__file__).with_name("course.mplstyle")
BLUE, VERMILION, GREEN, ORANGE = "#0072B2", "#D55E00", "#009E73", "#E69F00"
SKY, PURPLE, YELLOW, BLACK = "#56B4E9", "#CC79A7", "#F0E442", "#000000"
UNSEPARABLE = {"XOR": (0, 1, 1, 0), "XNOR": (1, 0, 0, 1)}
PALE = {1: "#DCEAF5", 0: "#FBE9DD"}  # the sides of a boundary, behind everything


def new_figure(columns: int = 1, width: float = 5.0, height: float = 3.2) -> Figure:
    """Give a figure in the course's style with ``columns`` axes side by side."""
    with plt.style.context(STYLE):
        figure, _ = plt.subplots(1, columns, figsize=(width, height))
    return figure


def close(figure: Figure) -> None:
    """Take a figure out of pyplot's list, so that no cell shows it a second time."""
    plt.close(figure)


def draw_neuron(
    inputs: Sequence[str],
    weights: Sequence[str],
    bias: str,
    *,
    total: str = "sum",
    activation: str = "step",
    output: str = "y",
    ax: Axes | None = None,
) -> Axes:
    """Draw a unit: inputs, weights on the arrows, sum, activation, output.

    Taught in course/01_neurons_and_gates.
    """
    ax = ax or new_figure(height=2.6).axes[0]
    heights = np.linspace(1.0, -0.35, len(inputs) + 1)
    names = [*inputs, "1"]
    for name, weight, y in zip(names, [*weights, bias], heights, strict=True):
        colour = ORANGE if name == "1" else BLUE
        _node(ax, 0.0, y, name, colour)
        _arrow(ax, (0.14, y), (1.12, 0.32 + 0.18 * (y - 0.32)))
        ax.text(
            0.55,
            y + 0.343 * (0.32 - y) + 0.06,
            weight,
            ha="center",
            va="bottom",
            fontsize=10,
        )
    _node(ax, 1.3, 0.32, total, GREEN, size=1.35)
    _node(ax, 2.2, 0.32, activation, VERMILION, size=1.35)
    _arrow(ax, (1.49, 0.32), (2.0, 0.32))
    _arrow(ax, (2.4, 0.32), (2.86, 0.32))
    ax.text(2.93, 0.32, output, va="center", fontsize=11)
    for x, text in (
        (0.0, "inputs"),
        (0.58, "weights"),
        (1.3, "add up"),
        (2.2, "decide"),
    ):
        ax.text(x, -0.78, text, ha="center", color="0.3", fontsize=9)
    ax.set(xlim=(-0.3, 3.25), ylim=(-0.92, 1.25), aspect="equal")
    ax.axis("off")
    return _with_alt(
        ax,
        f"A neuron: the inputs {', '.join(inputs)} and a constant 1 send arrows, "
        f"labelled {', '.join(weights)} and {bias}, to a node {total} that adds up; an "
        f"arrow leads on to a node {activation} that decides, and out to {output}.",
    )


def plot_points(X: Array, labels: Array, ax: Axes | None = None) -> Axes:
    """Scatter two groups: filled circles for 1, crosses for 0, one colour for both.

    Shapes: X (n, 2), labels (n,).
    """
    ax = ax or new_figure().axes[0]
    labels = np.asarray(labels)
    X = np.asarray(X, dtype=float)
    ax.scatter(*X[labels == 1].T, marker="o", s=70, color=BLACK, label="1", zorder=3)
    ax.scatter(*X[labels == 0].T, marker="x", s=60, color=BLACK, label="0", zorder=3)
    ax.set(xlabel="x1", ylabel="x2")
    return ax


def plot_boundary(w: Array, b: float, ax: Axes, *, shade: bool = True) -> Line2D | None:
    """Draw the line where ``x1*w1 + x2*w2 + b`` is 0; shade where the unit fires.

    Gives the line, or None where both weights are 0 and there is no line.
    """
    low, high = np.array(ax.get_xlim()), np.array(ax.get_ylim())
    if shade:
        x1, x2 = np.meshgrid(np.linspace(*low, 201), np.linspace(*high, 201))
        fires = step(neuron(np.column_stack([x1.ravel(), x2.ravel()]), w, b))
        ax.contourf(
            x1,
            x2,
            fires.reshape(x1.shape),
            levels=[-0.5, 0.5, 1.5],
            colors=[PALE[0], PALE[1]],
            zorder=0,
        )
    w1, w2 = (float(value) for value in w)
    if w1 == w2 == 0:
        return None
    if abs(w2) > abs(w1):
        xs = low
        ys = -(w1 * xs + b) / w2
    else:
        ys = high
        xs = -(w2 * ys + b) / w1
    (line,) = ax.plot(xs, ys, color=BLUE, zorder=2)
    ax.set(xlim=low, ylim=high)
    return line


def plot_gate(w: Array, b: float, *, title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a two-input gate: its four rows as points, its line, where it fires.

    Taught in course/01_neurons_and_gates.
    """
    X = truth_inputs(2)
    ax = plot_table(step(neuron(X, w, b)), title=title, ax=ax)
    plot_boundary(np.asarray(w, dtype=float), b, ax)
    return ax


def plot_table(outputs: Array, *, title: str = "", ax: Axes | None = None) -> Axes:
    """Draw a truth table as four points: circles for 1, crosses for 0.

    Shapes: outputs (4,) in counting order. Taught in course/01_neurons_and_gates.
    """
    ax = ax or new_figure(width=3.2).axes[0]
    ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", title=title)
    plot_points(truth_inputs(2), outputs, ax)
    ax.set(xticks=[0, 1], yticks=[0, 1])
    return ax


def draw_gates(names: Sequence[str]) -> Figure:
    """Draw gates side by side: their rows as points, their line, where they fire.

    A name without a line of its own (XOR, XNOR) is drawn as points alone.
    Taught in course/01_neurons_and_gates.
    """
    figure = new_figure(columns=len(names), width=2.4 * len(names), height=2.7)
    told = []
    for name, ax in zip(names, figure.axes, strict=True):
        if name in GATES:
            weights, bias = GATES[name]
            plot_gate(np.array(weights, dtype=float), bias, title=name, ax=ax)
            outputs = step(neuron(truth_inputs(2), weights, bias))
        else:
            outputs = np.array(UNSEPARABLE[name], dtype=float)
            plot_table(outputs, title=name, ax=ax)
        circles = [f"({a:.0f}, {b:.0f})" for a, b in truth_inputs(2)[outputs == 1]]
        line = "a line between the two" if name in GATES else "no line between them"
        told.append(
            f"{name} has circles at {', '.join(circles)}, crosses elsewhere, {line}"
        )
    figure.alt = "Squares of four corners, a circle where the gate answers 1: "
    figure.alt += "; ".join(told) + "."
    return figure


def draw_broadcast(
    left: tuple[int, ...], right: tuple[int, ...], ax: Axes | None = None
) -> Axes:
    """Draw two arrays and their sum: solid cells are given, dashed ones repeated.

    Where the shapes do not fit, the arrays stand alone and the sum is missing.
    Taught in course/00_start.
    """
    ax = ax or new_figure(width=4.6, height=2.2).axes[0]
    a = np.arange(1, 1 + np.prod(left, dtype=int)).reshape(left)
    b = 10 * np.arange(1, 1 + np.prod(right, dtype=int)).reshape(right)
    try:
        shape = np.broadcast_shapes(left, right)
    except ValueError:
        shape = None
    x = 0.0
    for array, sign in ((a, "+"), (b, "=")):
        width = _grid(ax, x, array, array.shape if shape is None else shape)
        ax.text(x + width + 0.6, -0.5, sign, ha="center", va="center", fontsize=12)
        x += width + 1.2
    if shape is None:
        ax.text(x, -0.5, "error", va="center", fontsize=11)
        told = "they do not fit"
    else:
        _grid(ax, x, a + b, shape)
        told = f"the sum has shape {shape}; dashed cells are repeated"
    ax.set(xlim=(-0.2, 14.6), ylim=(-4.1, 0.9), aspect="equal")
    ax.axis("off")
    return _with_alt(
        ax,
        f"The cells of an array of shape {left} plus those of one of shape {right}: "
        f"{told}.",
    )


def _grid(ax: Axes, x: float, array: Array, shape: tuple[int, ...]) -> float:
    """Draw an array stretched to a shape; give how wide it is."""
    own = array.reshape((1,) * (2 - array.ndim) + array.shape)
    rows, columns = (1, 1, *shape)[-2:]
    ax.text(x, 0.35, str(array.shape) if array.shape else "one number", fontsize=9)
    for i, j in np.ndindex(rows, columns):
        given = i < own.shape[0] and j < own.shape[1]
        ax.add_patch(
            Rectangle(
                (x + j, -1.0 - i),
                1,
                1,
                fc=PALE[1] if given else "white",
                ec=BLUE if given else "0.6",
                ls="-" if given else "--",
                zorder=2 if given else 1,
            )
        )
        ax.text(
            x + j + 0.5,
            -0.5 - i,
            str(own[i % own.shape[0], j % own.shape[1]]),
            ha="center",
            va="center",
            fontsize=8,
            color=BLACK if given else "0.45",
            zorder=3,
        )
    return float(columns)


def _with_alt(ax: Axes, alt: str) -> Axes:
    ax.figure.alt = alt
    return ax


def _node(
    ax: Axes, x: float, y: float, text: str, colour: str, *, size: float = 1.0
) -> None:
    ax.add_patch(Circle((x, y), 0.14 * size, fc="white", ec=colour, lw=2, zorder=2))
    ax.text(x, y, text, ha="center", va="center", fontsize=10, zorder=3)


def _arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    style = {
        "arrowstyle": "-|>",
        "color": "0.35",
        "lw": 1.3,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    ax.annotate("", end, start, arrowprops=style)
