"""A network with what runs forward and what runs back; rounding against step size.

``draw_passes`` writes both into one picture, ``backprop_explorer`` trains it step by
step; ``draw_step_sizes`` and ``draw_curves`` plot what the lesson measures.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from nnbyhand import plots
from nnbyhand.backprop import backprop, train_step
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

# the 2-2-1 network of the lesson: one example, both layers with signs
X = np.array([[1.0, 0.5]])
WEIGHTS = (np.array([[0.5, -1.0], [1.0, 2.0]]), np.array([[2.0], [-1.0]]))
BIASES = (np.array([-0.5, 0.25]), np.array([0.5]))
FORWARD = {"color": plots.BLUE}
BACKWARD = {"color": plots.VERMILION, "style": "italic"}
ROLES = (("-", plots.BLUE), ("--", plots.VERMILION), (":", plots.GREEN))
WIDTH, HEIGHT = 4.8, 3.5


def draw_passes(
    weights: Sequence[Array] = WEIGHTS,
    biases: Sequence[Array] = BIASES,
    target: float = 0.0,
    *,
    empty: bool = False,
) -> Figure:
    """Draw the 2-2-1 network: forward upright in blue, gradients in orange italics.

    ``empty`` leaves out all that a reader is to work out.

    Shapes: weights (2, 2) and (2, 1), biases (2,) and (1,).
    Taught in course/06_backpropagation.
    """
    figure = plots.new_figure(width=WIDTH, height=HEIGHT)
    texts = _lay(figure.axes[0], empty)
    figure.alt = _fill(texts, weights, biases, target)
    return figure


def draw_step_sizes(errors: Mapping[str, Sequence[float]], hs: Array) -> Figure:
    """Draw the error of numerical gradients over the step h, a line for each kind.

    Taught in course/06_backpropagation.
    """
    figure = plots.new_figure(width=5.4, height=3.0)
    ax = figure.axes[0]
    told = []
    for (name, values), (style, colour) in zip(errors.items(), ROLES, strict=False):
        ax.plot(hs, values, style, color=colour, label=name)
        best = int(np.argmin(values))
        told.append(f"{name} is smallest near h = {hs[best]:.0e}")
    ax.set(xscale="log", yscale="log", xlabel="step h", ylabel="error of the gradient")
    ax.legend(frameon=False)
    figure.alt = (
        "The error over the step h, both on logarithmic axes: each line falls to a "
        f"lowest point and rises on either side of it; {'; '.join(told)}."
    )
    return figure


def draw_curves(curves: Mapping[str, Sequence[float]], xlabel: str) -> Figure:
    """Draw named losses, each with a line style of its own.

    Taught in course/06_backpropagation.
    """
    figure = plots.new_figure(width=5.4, height=2.8)
    ax = figure.axes[0]
    told = []
    for (name, values), (style, colour) in zip(curves.items(), ROLES, strict=False):
        ax.plot(range(len(values)), values, style, color=colour, label=name)
        told.append(f"{name} from {values[0]:.2f} to {values[-1]:.2f}")
    ax.set(xlabel=xlabel, ylabel="loss", ylim=(0, None))
    ax.legend(frameon=False)
    figure.alt = f"The loss over the {xlabel}: {'; '.join(told)}."
    return figure


def backprop_explorer() -> Explorer:
    """Take one training step at a time: all values and gradients are shown.

    Taught in course/06_backpropagation.
    """
    target = widgets.Dropdown(
        options=[("0", 0.0), ("1", 1.0)],
        description="target",
        layout={"width": "220px"},
    )
    rate = widgets.FloatSlider(
        value=2.0, min=0.5, max=10, step=0.5, description="rate", readout_format=".1f"
    )
    buttons = {
        count: widgets.Button(description=name, layout={"width": "95px"})
        for count, name in ((1, "one step"), (10, "ten steps"), (0, "start again"))
    }
    figure = plots.new_figure(width=WIDTH, height=HEIGHT)
    texts, words = _lay(figure.axes[0], False), widgets.HTML()
    state = {"weights": WEIGHTS, "biases": BIASES, "steps": 0}
    _fill(texts, WEIGHTS, BIASES, 0.0)
    figure.canvas.draw()
    figure.set_layout_engine("none")  # found once; finding it again takes half the time
    plots.close(figure)
    width, height = (f"{110 * inches:.0f}px" for inches in (WIDTH, HEIGHT))
    image = DescribedImage(format="png", layout={"width": width, "height": height})

    def redraw(_change: object = None) -> None:
        figure.alt = _fill(texts, state["weights"], state["biases"], target.value)
        words.value = _words(state, target.value, rate.value)
        image.feed(figure)

    def walk(count: int) -> None:
        for _ in range(count):
            state["weights"], state["biases"] = train_step(
                X, [[target.value]], state["weights"], state["biases"], rate.value
            )
        state["steps"] += count
        if not count:
            state.update(weights=WEIGHTS, biases=BIASES, steps=0)
        redraw()

    for count, button in buttons.items():
        button.on_click(lambda _button, count=count: walk(count))
    for control in (target, rate):
        control.observe(redraw, "value")
    redraw()
    row = widgets.HBox(list(buttons.values()))
    explorer = Explorer([target, rate, row, words], image, figure.alt)
    explorer.children[0].layout.flex = "0 0 310px"  # the picture gives way, not words
    return explorer


def _lay(ax: Axes, empty: bool) -> dict[str, Text]:
    """Draw all that never changes; give the texts that do, by name."""
    texts: dict[str, Text] = {}
    places = [[(0.0, 0.8), (0.0, -0.8)], [(1.25, 0.8), (1.25, -0.8)], [(2.5, 0.0)]]

    def text(name: str, x: float, y: float, style: dict, **more: object) -> None:
        if style is FORWARD or not empty:
            place = {"ha": "center", "va": "center", "zorder": 5} | more
            texts[name] = ax.text(x, y, "", fontsize=9, **style, **place)

    for k, (left, right) in enumerate(pairwise(places)):
        for i, (x0, y0) in enumerate(left):
            for j, (x1, y1) in enumerate(right):
                ax.plot([x0, x1], [y0, y1], color="0.75", lw=1, zorder=1)
                along = 0.4 if k else 0.34
                x, y = x0 + along * (x1 - x0), y0 + along * (y1 - y0)
                box = {"bbox": {"fc": "white", "ec": "none", "pad": 0.4}}
                text(f"W{k}{i}{j}", x, y, FORWARD, va="bottom", **box)
                text(f"dW{k}{i}{j}", x, y, BACKWARD, va="top", **box)
    for k, column in enumerate(places):
        ax.scatter(*zip(*column, strict=True), s=1500, fc="white", ec="0.25", zorder=3)
        for i, (x, y) in enumerate(column):
            if not (empty and k):
                text(f"a{k}{i}", x, y, FORWARD)
            if k:
                text(f"b{k}{i}", x, y + 0.34, FORWARD)
                text(f"d{k}{i}", x, y - 0.35, BACKWARD)
    text("target", 2.5, 0.8, FORWARD)
    if not empty:
        text("loss", 2.5, -0.78, FORWARD)
    ax.annotate(
        "",
        xy=(0.8, 1.5),
        xytext=(0.0, 1.5),
        arrowprops={"arrowstyle": "->", "color": plots.BLUE},
    )
    ax.text(0.88, 1.5, "forward", fontsize=9, va="center", **FORWARD)
    if not empty:
        ax.annotate(
            "",
            xy=(0.0, -1.5),
            xytext=(0.8, -1.5),
            arrowprops={"arrowstyle": "->", "ls": "--", "color": plots.VERMILION},
        )
        told = "back, in italics: ∂ weights, δ units"
        ax.text(0.88, -1.5, told, fontsize=9, va="center", **BACKWARD)
    ax.set(xlim=(-0.25, 2.95), ylim=(-1.25 if empty else -1.65, 1.65))
    ax.axis("off")
    return texts


def _fill(
    texts: dict[str, Text],
    weights: Sequence[Array],
    biases: Sequence[Array],
    target: float,
) -> str:
    """Write all numbers into the picture and give them in words."""
    _, As = forward(X, weights, biases)
    dWs, dbs = backprop(X, [[target]], weights, biases)
    said = {"target": f"target {target:g}"}
    said["loss"] = f"loss {half_squared(As[-1], [[target]]):.4f}"
    for k, (W, dW) in enumerate(zip(weights, dWs, strict=True)):
        for i, j in np.ndindex(W.shape):
            said[f"W{k}{i}{j}"] = f"w {_number(W[i, j], 3)}"
            said[f"dW{k}{i}{j}"] = f"∂ {_number(dW[i, j])}"
    for k, values in enumerate((X, *As)):
        for i, value in enumerate(values[0]):
            said[f"a{k}{i}"] = f"{value:.4f}" if k else f"{value:g}"
    for k, (b, db) in enumerate(zip(biases, dbs, strict=True), start=1):
        for i in range(len(b)):
            said[f"b{k}{i}"] = f"b {_number(b[i], 3)}"
            said[f"d{k}{i}"] = f"δ {_number(db[i])}"
    for name, text in texts.items():
        text.set_text(said[name])
    if "d20" not in texts:
        return (
            f"A 2-2-1 network: inputs 1 and 0.5, {said['target']}, weights and biases "
            f"written beside the lines: {_listed(weights, biases)}."
        )
    return (
        f"A 2-2-1 network. Forward: inputs 1 and 0.5, hidden {said['a10']} and "
        f"{said['a11']}, output {said['a20']}, {said['target']}, {said['loss']}."
        f" Back, in italics: output {said['d20']}, hidden {said['d10']} and "
        f"{said['d11']}, and beside each weight its gradient."
    )


def _listed(weights: Sequence[Array], biases: Sequence[Array]) -> str:
    rows = _named(weights, biases, weights, biases)
    return ", ".join(f"{name} {_number(value, 2)}" for name, value, _ in rows)


def _number(value: float, digits: int = 4) -> str:
    """Write a true minus, and no minus before zero."""
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−")


def _words(state: dict, target: float, rate: float) -> str:
    weights, biases, steps = state["weights"], state["biases"], state["steps"]
    output = float(forward(X, weights, biases)[1][-1][0, 0])
    dWs, dbs = backprop(X, [[target]], weights, biases)
    new = train_step(X, [[target]], weights, biases, rate)
    next_output = float(forward(X, *new)[1][-1][0, 0])
    rows = "".join(
        f"<tr><td style='white-space:nowrap'>{name}</td>"
        f"<td>{_number(value, 3)}</td><td>{_number(grad)}</td></tr>"
        for name, value, grad in _named(weights, biases, dWs, dbs)
    )
    head = "<tr><th></th><th>value</th><th>gradient</th></tr>"
    cells = "style='border-spacing:12px 0; text-align:right'"
    way = "too high" if output > target else "too low"
    count = f"{steps} step" + ("" if steps == 1 else "s")
    return (
        "<div style='width: 300px; line-height: 1.4'>"
        f"<p aria-live='polite'>After {count}: output <b>{_number(output)}</b>, {way}; "
        f"loss <b>{_number((output - target) ** 2 / 2, 5)}</b>. One step of rate "
        f"{rate:g} would make it {_number(next_output)}.</p>"
        f"<table {cells}>{head}{rows}</table></div>"
    )


def _named(
    weights: Sequence[Array],
    biases: Sequence[Array],
    dWs: Sequence[Array],
    dbs: Sequence[Array],
) -> list[tuple[str, float, float]]:
    """List every parameter with its value and gradient, in the words of the picture."""
    rows = []
    units = (("input 1", "input 2"), ("hidden 1", "hidden 2"), ("output",))
    for k, (W, b, dW, db) in enumerate(zip(weights, biases, dWs, dbs, strict=True)):
        for j in range(W.shape[1]):
            for i in range(len(W)):
                name = f"{units[k][i]} → {units[k + 1][j]}"
                rows.append((name, W[i, j], dW[i, j]))
            rows.append((f"bias of {units[k + 1][j]}", b[j], db[j]))
    return rows
