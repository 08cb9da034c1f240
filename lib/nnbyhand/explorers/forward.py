"""Activations with their slopes, a network with every weight, and stairs: to move.

``plot_activation``, ``draw_network`` and ``plot_stairs`` draw, ``activation_explorer``
and ``forward_explorer`` move what they draw.
"""

from collections.abc import Callable, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from nnbyhand import data, plots
from nnbyhand.activations import ACTIVATIONS
from nnbyhand.forward import forward, staircase, step_network
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

CURVES = ("step", "linear", "sigmoid", "tanh", "relu")
NETWORKS = {
    "the slide's network": (
        (data.SLIDE_W1, data.SLIDE_W2),
        (np.zeros(3), np.zeros(3)),
    ),
    "signs and biases": (
        (data.SQUARE_W1, data.SQUARE_W2),
        (data.SQUARE_B1, data.SQUARE_B2),
    ),
}


def plot_activation(name: str, z: float | None = None, ax: Axes | None = None) -> Axes:
    """Draw an activation, solid, its slope, dashed, and both at one sum ``z``.

    Taught in course/03_forward_propagation.
    """
    ax = ax or plots.new_figure().axes[0]
    function, slope = ACTIVATIONS[name]
    grid = np.linspace(-4, 4, 401)
    ax.plot(grid, function(grid), color=plots.BLUE, label=name)
    ax.plot(grid, slope(grid), color=plots.VERMILION, ls="--", label="its slope")
    if z is not None:
        value, steep = _at(name, z)
        near = np.array([z - 0.9, z + 0.9])
        ax.plot(near, value + steep * (near - z), color="0.4", lw=1.2, zorder=1)
        ax.plot(z, value, "o", color=plots.BLUE, ms=8)
        ax.plot(z, steep, "s", color=plots.VERMILION, ms=7)
    ax.set(xlim=(-4, 4), ylim=(-1.4, 2.2), xlabel="z")
    ax.axhline(0, color="0.8", lw=0.8, zorder=0)
    ax.legend(loc="upper left", frameon=False)
    at = "" if z is None else f" A tangent and two marks stand at z = {z:.1f}."
    ax.figure.alt = f"{_curve_words(name)}{at}"
    return ax


def draw_activations(names: Sequence[str] = CURVES[2:]) -> Figure:
    """Draw activations side by side, each with its slope.

    Taught in course/03_forward_propagation.
    """
    figure = plots.new_figure(columns=len(names), width=2.4 * len(names), height=2.6)
    for name, ax in zip(names, figure.axes, strict=True):
        plot_activation(name, ax=ax)
        ax.set_title(name)
        ax.get_legend().remove()
    figure.axes[0].legend(loc="upper left", fontsize=8, frameon=False)
    figure.alt = " ".join(_curve_words(name) for name in names)
    return figure


def draw_network(
    columns: Sequence[Array],
    weights: Sequence[Array],
    *,
    headings: Sequence[str] = ("inputs", "hidden", "outputs"),
    numbers: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Draw each unit with its value and each edge as wide as its weight is large.

    Positive weights are solid and orange, negative ones dashed and blue;
    ``numbers`` prints them. A value of NaN leaves its unit empty.

    Shapes: columns are (units,) arrays, from the inputs to the outputs; weights (d_in,
    d_out). Taught in course/03_forward_propagation.
    """
    ax = ax or plots.new_figure().axes[0]
    largest = max(float(np.abs(W).max()) for W in weights) or 1.0
    for k, W in enumerate(weights):
        _edges(ax, k, np.asarray(W), largest, numbers)
    for k, (values, heading) in enumerate(zip(columns, headings, strict=True)):
        places = _places(len(values))
        x = np.full(len(values), float(k))
        ax.scatter(x, places, s=1150, fc="white", ec="0.25", lw=1.6, zorder=3)
        for value, y in zip(values, places, strict=True):
            if np.isnan(value):
                continue
            text = f"{value + 0.0:.3f}" if k else f"{value + 0.0:g}"
            ax.text(k, y, text, ha="center", va="center", fontsize=9, zorder=4)
        ax.text(k, 1.42, heading, ha="center", color="0.3", fontsize=9)
    ax.set(xlim=(-0.22, len(columns) - 0.78), ylim=(-1.3, 1.6))
    ax.axis("off")
    sizes = "-".join(str(len(values)) for values in columns)
    told = "; ".join(
        f"{heading} {', '.join(f'{value + 0.0:.3g}' for value in values)}"
        for values, heading in zip(columns, headings, strict=True)
        if not np.isnan(values).all()
    )
    ax.figure.alt = (
        f"A {sizes} network; every unit of a column sends an edge to every unit of the "
        f"next, wide where the weight is large, dashed where it is negative. {told}."
    )
    if numbers:
        ax.figure.alt += "".join(
            f" Weights from {heading}, unit by unit: {_rows(W)}."
            for W, heading in zip(weights, headings[:-1], strict=True)
        )
    return ax


def _rows(W: Array) -> str:
    return "; ".join(", ".join(f"{w:g}" for w in row) for row in np.asarray(W))


def plot_stairs(
    f: Callable[[Array], Array], n_stairs: Sequence[int], name: str = "f"
) -> Figure:
    """Draw a curve on 0 to 1 and the stairs a network climbs along it.

    Taught in course/03_forward_propagation.
    """
    figure = plots.new_figure(len(n_stairs), width=2.9 * len(n_stairs), height=2.7)
    x = np.linspace(0, 1, 2001)
    for n, ax in zip(n_stairs, figure.axes, strict=True):
        answers = step_network(x, *staircase(f, n))
        error = np.abs(answers - f(x)).max()
        ax.plot(x, f(x), color="0.55", lw=1.2)
        ax.plot(x, answers, color=plots.BLUE)
        ax.set(xlabel="x", title=f"{n} stairs, largest error {error:.3f}")
    many = " and ".join(str(n) for n in n_stairs)
    figure.alt = (
        f"{name} as a thin curve, and a network of step units that follows it in "
        f"{many} stairs of equal width: the more stairs, the closer to the curve."
    )
    return figure


def activation_explorer() -> Explorer:
    """Choose an activation and move z: what comes out, and how steep is it there?

    Taught in course/03_forward_propagation.
    """
    choice = widgets.Dropdown(options=CURVES, value="sigmoid", description="function")
    slider = widgets.FloatSlider(
        value=0.5, min=-4, max=4, step=0.1, description="z", readout_format=".1f"
    )
    figure = plots.new_figure(width=4.2, height=3.0)
    image = DescribedImage(format="png", layout={"width": "462px", "height": "330px"})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        figure.axes[0].clear()
        plot_activation(choice.value, slider.value, ax=figure.axes[0])
        words.value = _activation_words(choice.value, slider.value)
        image.feed(figure)

    for control in (choice, slider):
        control.observe(redraw, "value")
    redraw()
    figure.set_layout_engine("none")  # found once; finding it again takes half the time
    plots.close(figure)
    return Explorer([choice, slider, words], image, figure.alt)


def forward_explorer() -> Explorer:
    """Move three inputs: every unit of a 3-3-3 network answers at once.

    Taught in course/03_forward_propagation.
    """
    choice = widgets.Dropdown(options=list(NETWORKS), description="network")
    sliders = [
        widgets.FloatSlider(
            value=value,
            min=-1,
            max=1,
            step=0.1,
            description=f"x{i + 1}",
            readout_format=".1f",
        )
        for i, value in enumerate(data.SLIDE_X[0])
    ]
    numbers = widgets.Checkbox(value=False, description="print the weights")
    figure = plots.new_figure(width=4.4, height=3.2)
    image = DescribedImage(format="png", layout={"width": "484px", "height": "352px"})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        x = np.array([slider.value for slider in sliders])
        weights, biases = NETWORKS[choice.value]
        sums, layers = forward(x[None], weights, biases)
        figure.axes[0].clear()
        columns = [x, *(A[0] for A in layers)]
        draw_network(columns, weights, numbers=numbers.value, ax=figure.axes[0])
        words.value = _forward_words(sums, layers)
        image.feed(figure)

    for control in (choice, *sliders, numbers):
        control.observe(redraw, "value")
    redraw()
    figure.set_layout_engine("none")  # found once; finding it again takes half the time
    plots.close(figure)
    return Explorer([choice, *sliders, numbers, words], image, figure.alt)


def _at(name: str, z: float) -> tuple[float, float]:
    function, slope = ACTIVATIONS[name]
    return float(function(np.array([z]))[0]), float(slope(np.array([z]))[0])


def _curve_words(name: str) -> str:
    shape = {
        "step": "jumps from 0 to 1 at 0, and its slope is 0",
        "linear": "is the straight line z, and its slope is 1 everywhere",
        "sigmoid": "rises like an S from 0 to 1; its slope is a hill of height 0.25",
        "tanh": "rises like an S from −1 to 1; its slope is a hill of height 1",
        "relu": "is 0 up to 0 and then z, and its slope jumps from 0 to 1",
    }
    return f"{name} {shape[name]}."


def _activation_words(name: str, z: float) -> str:
    value, slope = _at(name, z)
    if slope == 0:
        hint = "It is flat here: a little more z changes nothing."
    elif abs(slope) < 0.05:
        hint = "It is nearly flat here: a little more z changes next to nothing."
    else:
        hint = f"0.1 more in z adds about {0.1 * slope:.3f}."
    return (
        f"<p aria-live='polite'>At z = {z:.1f}, {name} is <b>{value:.4f}</b> and its "
        f"slope is <b>{slope:.4f}</b>. {hint}</p>"
    )


def _forward_words(sums: Sequence[Array], layers: Sequence[Array]) -> str:
    head = "<tr><th></th><th>1</th><th>2</th><th>3</th></tr>"
    named = zip(
        ("hidden z", "hidden a", "output z", "output a"),
        (sums[0], layers[0], sums[1], layers[1]),
        strict=True,
    )
    rows = "".join(
        f"<tr><td>{name}</td>"
        + "".join(f"<td>{value + 0.0:.3f}</td>" for value in np.round(row[0], 3))
        + "</tr>"
        for name, row in named
    )
    cells = "style='border-spacing:10px 0; text-align:right'"
    best = int(np.argmax(layers[-1][0])) + 1
    return (
        f"<table {cells}>{head}{rows}</table>"
        f"<p aria-live='polite'>Output {best} is the largest.</p>"
    )


def _places(n_units: int) -> Array:
    return np.linspace(1, -1, n_units) if n_units > 1 else np.zeros(1)


def _edges(ax: Axes, column: int, W: Array, largest: float, numbers: bool) -> None:
    """Draw all edges of a layer; a quarter of the way along, labels never meet."""
    left, right = (_places(size) for size in W.shape)
    for holds, colour, dashes in (
        (W >= 0, plots.ORANGE, "solid"),
        (W < 0, plots.BLUE, (0, (4, 2))),
    ):
        pairs = np.argwhere(holds)
        lines = [[(column, left[i]), (column + 1, right[j])] for i, j in pairs]
        widths = 0.6 + 4.4 * np.abs(W[holds]) / largest
        ax.add_collection(
            LineCollection(lines, colors=colour, linewidths=widths, linestyles=dashes)
        )
    if not numbers:
        return
    for i, j in np.ndindex(*W.shape):
        ax.text(
            column + 0.25,
            left[i] + 0.25 * (right[j] - left[i]),
            f"{W[i, j]:g}",
            ha="center",
            va="center",
            fontsize=8,
            bbox={"fc": "white", "ec": "none", "pad": 0.6},
            zorder=2,
        )
