"""Losses, paths downhill and the range test, drawn; and three of them to move.

The ``draw_`` functions give a Figure with its alternative text; ``ball_explorer``,
``valley_explorer`` and ``range_explorer`` move a learning rate over them.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from nnbyhand import plots
from nnbyhand.descent import VALLEY, descend, range_losses, valley, valley_gradient
from nnbyhand.optim import first_rise
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

BOTTOM = 3.0  # of the one-dimensional curve
TEST_RATES = 10 ** (-3 + np.arange(31) / 10)
# name: how steep along w1 and w2, where the ball starts, how far the picture reaches
SURFACES = {
    "valley": (VALLEY, np.array([10.0, 1.0]), (12.0, 4.0)),
    "round bowl": (np.array([10.0, 10.0]), np.array([10.0, 6.0]), (14.0, 10.5)),
}
STYLES = (("-", plots.BLUE), ("--", plots.VERMILION), (":", plots.GREEN))


def curve(w: Array) -> Array:
    """Give ``(w - 3)**2``, the curve of the ball.

    Taught in course/04_loss_and_gradient_descent.
    """
    return (np.asarray(w) - BOTTOM) ** 2


def curve_gradient(w: Array) -> Array:
    """Give the slope of ``curve``. Taught in course/04_loss_and_gradient_descent."""
    return 2 * (np.asarray(w) - BOTTOM)


def draw_losses() -> Figure:
    """Draw what an error costs, and what a probability of the true class costs.

    Taught in course/04_loss_and_gradient_descent.
    """
    figure = plots.new_figure(columns=2, width=6.4, height=2.8)
    left, right = figure.axes
    e, p = np.linspace(-2, 2, 401), np.linspace(0.01, 1, 400)
    left.plot(e, e**2 / 2, color=plots.BLUE, label="half squared")
    left.plot(e, np.abs(e), "--", color=plots.VERMILION, label="absolute")
    left.set(xlabel="error a − y", ylabel="loss", ylim=(-0.1, 2.6))
    left.legend(loc="upper center", frameon=False)
    right.plot(p, -np.log(p), color=plots.GREEN)
    right.set(xlabel="probability of the true class", ylabel="−log p", ylim=(-0.2, 5))
    figure.alt = (
        "Left: the half squared error is a smooth bowl, the absolute error a V with a "
        "sharp corner at error 0. Right: minus the logarithm falls from 4.6 at "
        "probability 0.01 to 0 at probability 1."
    )
    return figure


def draw_rates(lrs: Sequence[float] = (0.1, 0.5, 1.1), n_steps: int = 5) -> Figure:
    """Draw the ball's way along the curve for several learning rates, side by side.

    Taught in course/04_loss_and_gradient_descent.
    """
    figure = plots.new_figure(len(lrs), width=2.3 * len(lrs), height=2.7)
    told = []
    for lr, ax in zip(lrs, figure.axes, strict=True):
        places = descend(curve_gradient, 0.0, lr, n_steps)
        _hill(ax)
        ax.plot(places, curve(places), "o-", color=plots.VERMILION, ms=5, lw=1)
        ax.set_title(f"learning rate {lr:g}")
        told.append(f"rate {lr:g}: w = {', '.join(f'{w:.3g}' for w in places)}")
    figure.alt = "A curve with its bottom at w = 3, a ball starting at w = 0; "
    figure.alt += "; ".join(told) + "."
    return figure


def draw_range(lrs: Array, losses: Array) -> Figure:
    """Draw the loss after each rate of a range test, with edge and a tenth of it.

    Taught in course/04_loss_and_gradient_descent.
    """
    figure = plots.new_figure(width=5.0, height=2.9)
    _range(figure.axes[0], np.asarray(lrs), np.asarray(losses))
    edge = lrs[first_rise(losses)]
    figure.alt = (
        "The loss over the learning rate, both on logarithmic axes: it stays, falls "
        f"ever faster, and rises from the rate {edge:.3f} on, marked as the edge. A "
        f"dashed line marks a tenth of it, {edge / 10:.3f}."
    )
    return figure


def draw_epochs(curves: Mapping[str, Sequence[float]]) -> Figure:
    """Draw the loss after each epoch, a named line for each way of training.

    Taught in course/04_loss_and_gradient_descent.
    """
    figure = plots.new_figure(width=5.0, height=2.9)
    ax = figure.axes[0]
    told = []
    for (name, losses), (style, colour) in zip(curves.items(), STYLES, strict=False):
        ax.plot(range(len(losses)), losses, style, color=colour)
        end = (len(losses) - 0.9, losses[-1])
        ax.annotate(name, end, color=colour, va="center", annotation_clip=False)
        told.append(f"{name} from {losses[0]:.2f} to {losses[-1]:.2f}")
    ax.set(xlabel="epoch", ylabel="loss", ylim=(0, None))
    figure.alt = f"The loss after each epoch: {'; '.join(told)}."
    return figure


def draw_digits(X: Array, w: Array, names: Sequence[str]) -> Figure:
    """Draw two digits and the weights that tell them apart, 8 by 8 pixels each.

    Shapes: X (2, 64), w (64,). Taught in course/04_loss_and_gradient_descent.
    """
    figure = plots.new_figure(columns=3, width=6.0, height=2.3)
    for ax, x, name in zip(figure.axes, X, names, strict=False):
        ax.imshow(x.reshape(8, 8), cmap="Greys", vmin=0, vmax=1)
        ax.set_title(name)
    _signed(figure.axes[2], w.reshape(8, 8))
    figure.axes[2].set_title("weights, + and −")
    for ax in figure.axes:
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(True)
    figure.alt = (
        f"Two digits of 8 by 8 pixels, {names[0]} and {names[1]}, and the weights as a "
        "picture: plus signs mark pixels that speak for the second digit, minus signs "
        "those that speak for the first."
    )
    return figure


def ball_explorer() -> Explorer:
    """Move the learning rate and the number of steps; a ball walks along a curve.

    Taught in course/04_loss_and_gradient_descent.
    """
    rate = _rate(0.1, 1.2, 0.01)
    steps = widgets.IntSlider(value=5, min=0, max=20, description="steps")
    figure = plots.new_figure(width=4.4, height=3.2)
    ax, words = figure.axes[0], widgets.HTML()
    _hill(ax)
    path, ball = _path(ax)
    image = _image(figure)

    def redraw(_change: object = None) -> None:
        places = descend(curve_gradient, 0.0, rate.value, steps.value)
        _walk(path, ball, places, curve(places))
        words.value = _ball_words(places)
        image.feed(figure)

    return _explorer(
        [rate, steps],
        words,
        image,
        redraw,
        "A curve with its bottom at w = 3 and a ball that has walked down from w = 0 "
        "in five shrinking steps of learning rate 0.1, to w = 2.02.",
    )


def valley_explorer() -> Explorer:
    """Move the learning rate; see the path of 20 steps in a valley or a round bowl.

    Taught in course/04_loss_and_gradient_descent.
    """
    choice = widgets.Dropdown(
        options=list(SURFACES), description="surface", layout={"width": "220px"}
    )
    rate = _rate(0.05, 0.22, 0.005, digits=3)
    figure = plots.new_figure(width=4.4, height=3.3)
    ax, words, drawn = figure.axes[0], widgets.HTML(), {}

    def lay() -> None:
        ax.clear()
        _heights(ax, choice.value)
        drawn["path"], drawn["ball"] = _path(ax)
        drawn["surface"] = choice.value

    lay()
    image = _image(figure)

    def redraw(_change: object = None) -> None:
        if drawn["surface"] != choice.value:
            lay()
        steep, start, _reach = SURFACES[choice.value]
        places = descend(lambda w: valley_gradient(w, steep), start, rate.value, 20)
        _walk(drawn["path"], drawn["ball"], *places.T)
        words.value = _valley_words(places, steep)
        image.feed(figure)

    return _explorer(
        [choice, rate],
        words,
        image,
        redraw,
        "Lines of equal height of a long valley, and a path of 20 steps of learning "
        "rate 0.05 from (10, 1): first to the floor of the valley, then slowly along "
        "it towards the bottom at (0, 0).",
    )


def range_explorer() -> Explorer:
    """Choose a rate on the range test's curve; see 20 steps of training with it.

    Taught in course/04_loss_and_gradient_descent.
    """
    losses = _test_losses()
    k = widgets.IntSlider(value=17, min=0, max=30, description="rate", readout=False)
    figure = plots.new_figure(columns=2, width=4.5, height=2.9)
    left, right = figure.axes
    _range(left, TEST_RATES, losses)
    left.set(title="range test")
    (mark,) = left.plot([], [], "o", color=plots.VERMILION, ms=9, zorder=4)
    right.set(xlim=(0, 20), ylim=(1e-9, 1e6), yscale="log", xlabel="step")
    right.set(title="20 steps with it")
    _plain(right.yaxis, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6)
    right.axhline(2.0, color="0.7", lw=1, ls=":")
    (line,) = right.plot([], [], color=plots.BLUE)
    words, image = widgets.HTML(), _image(figure)

    def redraw(_change: object = None) -> None:
        lr = float(TEST_RATES[k.value])
        trained = 2 * descend(lambda w: 4 * w, 1.0, lr, 20) ** 2
        mark.set_data([lr], [losses[k.value]])
        line.set_data(range(21), np.maximum(trained, 1e-30))
        words.value = _range_words(k.value, losses, trained[-1])
        image.feed(figure)

    return _explorer(
        [k],
        words,
        image,
        redraw,
        "Left the loss of a range test over the rate, which falls and rises again from "
        "0.501 on, with a mark at 0.050. Right the loss of 20 training steps with the "
        "marked rate: it falls evenly.",
    )


def _explorer(
    controls: Sequence[widgets.Widget],
    words: widgets.HTML,
    image: DescribedImage,
    redraw: object,
    alt: str,
) -> Explorer:
    for control in controls:
        control.observe(redraw, "value")
    redraw()
    return Explorer([*controls, words], image, alt)


def _rate(
    value: float, most: float, step: float, digits: int = 2
) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value=value,
        min=step,
        max=most,
        step=step,
        description="rate",
        readout_format=f".{digits}f",
    )


def _image(figure: Figure) -> DescribedImage:
    """Lay the figure out once, so that a redraw is quick, and hide it from pyplot."""
    figure.canvas.draw()
    figure.set_layout_engine("none")
    plots.close(figure)
    width, height = (f"{110 * inches:.0f}px" for inches in figure.get_size_inches())
    return DescribedImage(format="png", layout={"width": width, "height": height})


def _hill(ax: Axes) -> None:
    w = np.linspace(-4, 10, 281)
    ax.plot(w, curve(w), color="0.6", lw=1.5)
    ax.set(xlim=(-4, 10), ylim=(-2, 50), xlabel="w", ylabel="loss C")


def _path(ax: Axes) -> tuple[Line2D, Line2D]:
    (path,) = ax.plot([], [], "o-", color=plots.VERMILION, ms=4, lw=1, zorder=3)
    (ball,) = ax.plot([], [], "o", color=plots.BLUE, mec="black", ms=12, zorder=4)
    return path, ball


def _walk(path: Line2D, ball: Line2D, x: Array, y: Array) -> None:
    path.set_data(x, y)
    ball.set_data(x[-1:], y[-1:])


def _heights(ax: Axes, surface: str) -> None:
    steep, _start, (wide, high) = SURFACES[surface]
    w1, w2 = np.meshgrid(np.linspace(-wide, wide, 97), np.linspace(-high, high, 97))
    heights = valley(np.stack([w1, w2], axis=-1), steep)
    levels = heights.max() * np.linspace(0.05, 1, 9) ** 2
    ax.contour(w1, w2, heights, levels=levels, colors="0.75", linewidths=1)
    ax.plot(0, 0, "k+", ms=10)
    ax.set(xlim=(-wide, wide), ylim=(-high, high), xlabel="w1", ylabel="w2")
    ax.set_aspect("equal")  # or a long valley would look round


def _test_losses() -> Array:
    return range_losses(lambda w: 2 * w**2, lambda w: 4 * w, 1.0, TEST_RATES)


def _range(ax: Axes, lrs: Array, losses: Array) -> None:
    edge = first_rise(losses)
    ax.plot(lrs, losses, color=plots.BLUE)
    ax.plot(lrs[edge], losses[edge], "X", color=plots.BLACK, ms=9)
    ax.axvline(lrs[edge] / 10, color=plots.GREEN, ls="--", lw=1.2)
    ax.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="loss")
    _plain(ax.xaxis, 0.001, 0.01, 0.1, 1)
    _plain(ax.yaxis, 1e-9, 1e-6, 1e-3, 1)
    ax.annotate(
        "edge",
        (lrs[edge], losses[edge]),
        xytext=(0, 10),
        textcoords="offset points",
        ha="center",
        fontsize=9,
    )
    ax.annotate(
        "a tenth",
        (lrs[edge] / 10, np.nanmin(losses)),
        xytext=(-5, 6),
        textcoords="offset points",
        ha="right",
        fontsize=9,
    )


def _plain(axis: Axis, *ticks: float) -> None:
    """Label a logarithmic axis with plain numbers, which are also drawn quicker."""
    axis.set_ticks(ticks, labels=[f"{tick:g}" for tick in ticks])
    axis.minorticks_off()


def _signed(ax: Axes, values: Array) -> None:
    """Write a sign into each pixel, as large as its weight: colour only repeats it."""
    largest = float(np.abs(values).max()) or 1.0
    ax.set(xlim=(-0.5, 7.5), ylim=(7.5, -0.5), aspect="equal")
    for sign, marker, colour in ((1, "P", plots.ORANGE), (-1, "_", plots.BLUE)):
        rows, columns = np.nonzero(values * sign > 0.08 * largest)
        size = 90 * np.abs(values[rows, columns]) / largest
        width = {"linewidths": 3} if marker == "_" else {"edgecolors": "none"}
        ax.scatter(columns, rows, s=size, marker=marker, color=colour, **width)


def _said(text: str, more: str = "") -> str:
    return (
        "<div style='width: 290px; line-height: 1.5'>"
        f"<p aria-live='polite'>{text}</p>{more}</div>"
    )


def _ball_words(places: Array) -> str:
    w, n = float(places[-1]), len(places) - 1
    now, begun = float(curve(w)), float(curve(places[0]))
    text = f"After {n} step{'' if n == 1 else 's'}: w = <b>{w:.3f}</b>, "
    text += f"loss <b>{now:.3g}</b>. "
    crossed = bool((np.diff(np.sign(places[: n + 1] - BOTTOM)) != 0).any())
    if n == 0:
        text += "The ball has not moved yet."
    elif now > begun * 1.001:
        text += "Too large: each step lands higher on the other side."
    elif now > begun * 0.999:
        text += "It jumps to and fro and gets nowhere."
    elif now < 1e-3:
        text += "The bottom is reached."
    elif crossed:
        text += "It jumps across the bottom, and a little lower each time."
    else:
        text += "It rolls down on one side, and each step is shorter."
    outside = not -4 <= w <= 10 or now > 50
    return _said(text + (" The ball is outside the picture." if outside else ""))


def _valley_words(places: Array, steep: Array) -> str:
    begun, now = (float(valley(places[i], steep)) for i in (0, -1))
    w1, w2 = (float(value) + 0.0 for value in np.round(places[-1], 2))
    text = f"After 20 steps: w = ({w1:.2f}, {w2:.2f}), loss <b>{now:.4g}</b>, "
    text += f"from {begun:.4g}. "
    flips = (np.sign(places[1:]) * np.sign(places[:-1]) < 0).any(axis=0)
    names = [name for name, flip in zip(("w1", "w2"), flips, strict=True) if flip]
    if now > begun:
        text += f"It diverges along {' and '.join(names)}, where the surface is steep."
    elif now < 0.05:
        text += "The bottom is reached."
    elif names:
        text += f"It jumps to and fro along {' and '.join(names)}."
    else:
        text += "It creeps along: the rate could be larger."
    return _said(text)


def _range_words(k: int, losses: Array, last: float) -> str:
    lr, edge = TEST_RATES[k], first_rise(losses)
    text = f"Rate <b>{lr:.4f}</b>: after 20 steps the loss is <b>{last:.2g}</b>, "
    text += "from 2. "
    if k >= edge:
        text += "The edge is passed: training climbs."
    elif k >= edge - 5:
        text += "Close to the edge: here, with an exact gradient, it still works."
    elif edge - 13 <= k <= edge - 7:
        text += "About a tenth of the edge: safe, and quick enough."
    elif k < edge - 13:
        text += "Far below the edge: safe, but slow."
    else:
        text += "Between the two: often good."
    return _said(text)
