"""Loops, gates and series drawn; a memory that is kept or forgotten by hand.

``memory_explorer`` has a slider for each gate of one unit; the ``draw_`` functions give
a Figure with its alternative text.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from nnbyhand import plots
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

STYLES = (
    *(("-", plots.BLUE), ("--", plots.VERMILION), (":", plots.GREEN)),
    *(("-.", plots.PURPLE), ((0, (1, 3)), plots.BLACK)),
)
STAGE = (4.6, 3.0)
N_STEPS = 50
# what is offered to the memory at each step of the explorer, the candidate
OFFERS = np.where(np.arange(N_STEPS) % 16 < 8, -0.9, 0.6)


def draw_unrolled(n_steps: int = 4) -> Figure:
    """Draw a unit with a loop, and the same unit once for each step.

    Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=6.6, height=2.3)
    ax = figure.axes[0]
    _unit(ax, 0, "x", "h")
    style = {"arrowstyle": "->", "color": plots.VERMILION, "lw": 2}
    style["connectionstyle"] = "arc3,rad=-2.2"
    ax.annotate("", (0.32, -0.1), (0.32, 0.1), arrowprops=style)
    ax.text(0.62, -0.42, "W_h", color=plots.VERMILION, ha="center", fontsize=9)
    ax.text(1.3, 0.5, "is", ha="center", va="center", fontsize=10)
    ax.text(1.18, 0, "h0", ha="right", va="center", fontsize=10)
    for t in range(n_steps):
        x = 2.2 + 1.3 * t
        _unit(ax, x, f"x{t + 1}", f"h{t + 1}")
        _arrow(ax, (x - 0.98, 0), (x - 0.32, 0), plots.VERMILION, lw=2)
        ax.text(x - 0.65, 0.1, "W_h", color=plots.VERMILION, ha="center", fontsize=9)
    ax.set(xlim=(-0.5, 2.2 + 1.3 * n_steps - 0.7), ylim=(-1.05, 1.05))
    ax.set_aspect("equal")
    ax.axis("off")
    figure.alt = (
        "On the left a unit that reads x and gives h, with an arrow W_h from itself to "
        f"itself. On the right the same unit {n_steps} times in a row, from h0 through "
        f"h1 to h{n_steps}: each reads its own x and, by the same W_h, the h before."
    )
    return figure


def draw_fading(lengths: Mapping[str, Array]) -> Figure:
    """Draw the length of a gradient over the steps it went back, one line a network.

    Shapes: each (t,), of the last step first. Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=5.6, height=3.2)
    ax, told = figure.axes[0], []
    for (name, values), (line, colour) in zip(lengths.items(), STYLES, strict=False):
        ax.semilogy(np.maximum(values, 1e-12), linestyle=line, color=colour)
        ax.text(len(values), max(values[-1], 1e-12), f" {name}", va="center")
        told.append(f"with {name} it goes from {values[0]:.2g} to {values[-1]:.1g}")
    ax.set(xlabel="steps back", ylabel="length of dC/dh")
    ax.set_xlim(0, 1.22 * len(values))
    figure.alt = (
        "The length of the gradient on a logarithmic scale over the steps it has gone "
        f"back: {'; '.join(told)}."
    )
    return figure


def draw_cell() -> Figure:
    """Draw an LSTM unit with letters in place of the names, to be found in the quiz.

    Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=6.4, height=3.5)
    ax = figure.axes[0]
    ax.add_patch(
        FancyBboxPatch(
            (0.6, 0), 5.2, 3.1, boxstyle="round,pad=0.1", fc="white", ec=".6"
        )
    )
    line, low = 2.6, 0.35
    _arrow(ax, (0, line), (6.4, line), plots.BLUE, lw=2.5)
    ax.plot([0, 4.3], [low, low], color=plots.BLACK, lw=1.5)
    for x, letter, kind in ((1.3, "R", "σ"), (2.3, "S", "σ"), (3.2, "T", "tanh")):
        _arrow(ax, (x, low), (x, 0.85), plots.BLACK)
        _gate(ax, x, letter, kind)
    _arrow(ax, (4.3, low), (4.3, 0.85), plots.BLACK)
    _gate(ax, 4.3, "U", "σ")
    _arrow(ax, (1.3, 1.3), (1.3, line - 0.17), plots.BLACK)
    _knot(ax, 1.3, line, "×")
    _arrow(ax, (2.3, 1.3), (2.72, 1.72), plots.BLACK)
    _arrow(ax, (3.2, 1.3), (2.92, 1.7), plots.BLACK)
    _knot(ax, 2.82, 1.86, "×")
    _arrow(ax, (2.82, 2.03), (2.82, line - 0.17), plots.BLACK)
    _knot(ax, 2.82, line, "+")
    _arrow(ax, (5.2, line), (5.2, 2.12), plots.BLACK)
    ax.text(5.2, 2.0, "tanh", ha="center", va="center", fontsize=9)
    _arrow(ax, (5.2, 1.86), (5.2, 1.27), plots.BLACK)
    _arrow(ax, (4.55, 1.1), (5.03, 1.1), plots.BLACK)
    _knot(ax, 5.2, 1.1, "×")
    ax.plot([5.2, 5.2], [0.93, low], color=plots.BLACK, lw=1.5)
    _arrow(ax, (5.2, low), (6.4, low), plots.BLACK)
    for x, y, letter, side in (
        (-0.1, line, "P", "right"),
        (-0.1, low, "Q", "right"),
        (6.5, line, "V", "left"),
        (6.5, low, "W", "left"),
    ):
        ax.text(x, y, letter, ha=side, va="center", weight="bold", fontsize=12)
    _arrow(ax, (0.3, -0.5), (0.3, low), plots.BLACK)
    ax.text(0.3, -0.55, "x", ha="center", va="top", fontsize=11)
    ax.set(xlim=(-0.4, 6.9), ylim=(-0.85, 3.3))
    ax.set_aspect("equal")
    ax.axis("off")
    figure.alt = (
        "A box with two lines from left to right. The upper one, from P to V, is "
        "multiplied by what comes from R, a sigmoid, and then S, a sigmoid, times T, a "
        "tanh, is added to it. The lower one, Q joined by x from below, feeds R, S, T "
        "and U, a sigmoid; U times tanh of the upper line leaves at W."
    )
    return figure


def draw_losses(losses: Mapping[str, Sequence[float]], mean: float) -> Figure:
    """Draw the loss of each epoch, and the loss of always saying the mean.

    Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=5.6, height=3.0)
    ax, told = figure.axes[0], []
    for (name, values), (line, colour) in zip(losses.items(), STYLES, strict=False):
        epochs = np.arange(1, len(values) + 1)
        ax.plot(epochs, values, linestyle=line, color=colour, marker="o", ms=4)
        ax.text(epochs[-1] + 0.15, values[-1], name, va="center", color=colour)
        told.append(f"{name} ends at {values[-1]:.2f}")
    ax.axhline(mean, color="0.5", lw=1, linestyle=(0, (1, 3)))
    ax.text(1, 0.97 * mean, "always the mean", va="top", fontsize=8, color="0.35")
    ax.set(xlabel="epoch", ylabel="mean squared error", ylim=(0, None))
    ax.set_xlim(0.8, len(values) * 1.16)
    figure.alt = (
        f"Loss over the epochs: {', '.join(told)}; a dotted line at {mean:.3f} is the "
        "loss of always saying the mean."
    )
    return figure


def draw_gates(marks: Array, lines: Mapping[str, Array]) -> Figure:
    """Draw what gates and memory do over the steps of one sequence, marks shaded.

    Shapes: marks (t,), each line (t,). Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=6.2, height=3.2)
    ax = figure.axes[0]
    steps, marked = np.arange(len(marks)), np.flatnonzero(marks)
    for place in marked:
        ax.axvspan(place - 0.5, place + 0.5, color="0.88", lw=0)
    told = []
    for (name, values), (line, colour) in zip(lines.items(), STYLES, strict=False):
        ax.plot(steps, values, linestyle=line, color=colour, label=name)
        at, rest = values[marked].mean(), np.delete(values, marked).mean()
        told.append(f"{name} {at:.2f} at the marks and {rest:.2f} elsewhere")
    ax.set(xlabel="step", ylabel="value")
    ax.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=9)
    figure.alt = (
        f"Gates over the steps of one sequence, the marked steps {marked.tolist()} "
        f"shaded: on average {', '.join(told)}."
    )
    return figure


def draw_forecast(
    years: Array, values: Array, forecasts: Mapping[str, Array], first: int
) -> Figure:
    """Draw a series and, from the year ``first`` on, what was forecast for it.

    Shapes: years and values (t,), each forecast as many as years from ``first`` on.
    Taught in course/10_recurrent_networks.
    """
    figure = plots.new_figure(width=6.6, height=3.0)
    ax = figure.axes[0]
    ax.plot(years, values, color=plots.BLACK, lw=1, label="sunspots")
    ax.axvspan(first - 0.5, years[-1] + 0.5, color="0.92", lw=0)
    new = years >= first
    for (name, guess), (_, colour), marker in zip(
        forecasts.items(), STYLES, "ox^", strict=False
    ):
        ax.plot(years[new], guess, marker, color=colour, ms=4, label=name, alpha=0.8)
    ax.set(xlabel="year", ylabel="sunspots, yearly mean")
    ax.legend(fontsize=8, loc="upper left", ncol=3)
    ax.set_ylim(0, 1.25 * values.max())
    names = " and ".join(forecasts)
    figure.alt = (
        f"Sunspots from {years[0]} to {years[-1]} rise and fall about every eleven "
        f"years; from {first} on, shaded, the forecasts by {names} follow the curve, "
        "those of the last value a year late."
    )
    return figure


def memory(
    forget: float, admit: float, show: float, n_steps: int = N_STEPS
) -> tuple[Array, Array, Array]:
    """Give the share of the first memory, the memory and the output after each step.

    The memory begins at 1. Shapes: -> three arrays (t + 1,), the start first.
    Taught in course/10_recurrent_networks.
    """
    share, C = [1.0], [1.0]
    for offer in OFFERS[:n_steps]:
        share.append(forget * share[-1])
        C.append(forget * C[-1] + admit * offer)
    return np.array(share), np.array(C), show * np.tanh(C)


def memory_explorer() -> Explorer:
    """Move the three gates of one unit: is the first memory kept or forgotten?

    Taught in course/10_recurrent_networks.
    """
    sliders = [
        _slider("forget gate f", 0.9),
        _slider("input gate i", 0.1),
        _slider("output gate o", 1.0),
    ]
    figure = plots.new_figure(width=STAGE[0], height=STAGE[1])
    plots.close(figure)
    width, height = (f"{0.75 * 110 * inches:.0f}px" for inches in STAGE)
    image = DescribedImage(format="png", layout={"width": width, "height": height})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        gates = [round(slider.value, 6) for slider in sliders]
        figure.axes[0].clear()
        said = fill_memory(figure.axes[0], *gates)
        words.value = (
            f"<div style='width: 300px'><p aria-live='polite'>{said}</p></div>"
        )
        image.feed(figure)

    for slider in sliders:
        slider.observe(redraw, "value")
    redraw()
    figure.axes[0].clear()
    explorer = Explorer(
        [*sliders, words], image, fill_memory(figure.axes[0], 0.9, 0.1, 1)
    )
    explorer.children[0].layout.flex = "0 0 310px"
    return explorer


def fill_memory(ax: Axes, forget: float, admit: float, show: float) -> str:
    """Draw the memory under three gates; give what happens in words.

    Taught in course/10_recurrent_networks.
    """
    share, C, h = memory(forget, admit, show)
    lines = {"C": C, "h = o · tanh C": h, "first memory": share}
    for (name, values), (line, colour) in zip(lines.items(), STYLES, strict=False):
        ax.plot(values, linestyle=line, color=colour, label=name)
    top = max(1.15, float(np.abs(C).max()) * 1.15)
    ax.set(
        xlabel="step", ylabel="value", ylim=(-top if C.min() < -0.05 else -0.05, top)
    )
    ax.legend(fontsize=8, loc="upper right")
    left = share[-1]
    state = "kept" if left >= 0.5 else "half forgotten" if left >= 0.05 else "forgotten"
    amount = f"{left:.0%}" if left >= 0.01 else f"a share of {left:.1g}"
    said = f"After {N_STEPS} steps {amount} of the first memory is left: {state}."
    if 0 < forget < 1:
        said += f" Half of it is gone after {np.log(0.5) / np.log(forget):.0f} steps."
    if admit:
        said += (
            f" {admit:.0%} of what is offered enters: the memory is now {C[-1]:.2f}."
        )
    else:
        said += " Nothing new enters."
    said += f" Shown is {h[-1]:.2f}." if show else " Nothing is shown."
    return said.replace("-", "−")


def _slider(name: str, value: float) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value=value,
        min=0,
        max=1,
        step=0.01,
        description=name,
        readout_format=".2f",
        style={"description_width": "95px"},
        layout={"width": "300px"},
    )


def _unit(ax: Axes, x: float, entering: str, leaving: str) -> None:
    ax.add_patch(Circle((x, 0), 0.32, fc="white", ec=plots.BLUE, lw=2))
    ax.text(x, 0, "tanh", ha="center", va="center", fontsize=8)
    _arrow(ax, (x, -0.75), (x, -0.33), plots.BLACK)
    _arrow(ax, (x, 0.33), (x, 0.75), plots.BLACK)
    ax.text(x, -0.78, entering, ha="center", va="top", fontsize=10)
    ax.text(x, 0.78, leaving, ha="center", va="bottom", fontsize=10)


def _gate(ax: Axes, x: float, letter: str, kind: str) -> None:
    ax.add_patch(Rectangle((x - 0.25, 0.87), 0.5, 0.43, fc=plots.PALE[1], ec="0.3"))
    ax.text(x, 1.08, kind, ha="center", va="center", fontsize=9)
    ax.text(x + 0.3, 0.8, letter, ha="left", va="top", weight="bold", fontsize=12)


def _knot(ax: Axes, x: float, y: float, sign: str) -> None:
    ax.add_patch(Circle((x, y), 0.17, fc="white", ec=plots.VERMILION, lw=1.5, zorder=3))
    ax.text(x, y, sign, ha="center", va="center", fontsize=11, zorder=4)


def _arrow(
    ax: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    lw: float = 1.3,
) -> None:
    style = {"arrowstyle": "->", "color": colour, "lw": lw, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", end, start, arrowprops=style)
