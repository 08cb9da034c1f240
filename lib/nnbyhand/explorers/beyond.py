"""What lesson 11 draws: transfer, depth, codes, and a map of networks.

``draw_transfer``, ``draw_moves``, ``draw_restored`` and ``draw_map`` give a Figure with
its alternative text; ``parity_explorer`` and ``code_explorer`` are for moving.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from nnbyhand import plots
from nnbyhand.network import Network
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

STYLES = (("-", plots.VERMILION), ("--", plots.BLUE), (":", plots.GREEN))
# name: (layers of units, what is drawn beside them, one line)
Shape = tuple[tuple[int, ...], str, str]
MAP: dict[str, Shape] = {
    "feed-forward": ((3, 4, 2), "", "one way, from input to output"),
    "deep": ((3, 4, 4, 4, 2), "", "many hidden layers"),
    "convolutional": ((6, 4, 2), "near", "each unit sees its neighbourhood"),
    "recurrent": ((3, 4, 2), "loop", "hidden units see their last output"),
    "LSTM": ((3, 4, 2), "gated", "a memory with gates"),
    "autoencoder": ((5, 3, 2, 3, 5), "", "the target is the input"),
    "denoising": ((5, 2, 5), "noisy", "noise goes in, the clean input is the target"),
    "variational": ((5, 2, 5), "chance", "the code is drawn by chance"),
    "adversarial": ((2, 4, 4, 1), "judge", "one half forges, the other judges"),
    "attention": ((4, 4, 2), "all", "each place asks all others"),
    "Boltzmann": ((4, 3), "both", "links both ways, units by chance"),
    "kernel": ((3, 5, 1), "kernel", "hidden units compare with examples"),
}
CELLS = {
    "input": "what comes in",
    "backfed input": "gets its own output back",
    "noisy input": "noise is added to it",
    "hidden": "a unit as in lesson 03",
    "probabilistic hidden": "fires by chance",
    "spiking hidden": "fires in pulses, over time",
    "capsule": "gives a vector, not a number",
    "output": "what goes out",
    "match input output": "the target is the input",
    "recurrent": "sees its last output",
    "memory": "keeps a number",
    "gated memory": "keeps it behind gates",
    "kernel": "compares with an example",
    "convolution or pool": "sees a window",
}


def draw_transfer(runs: Mapping[str, Sequence[float]], change: int = 0) -> Figure:
    """Draw the accuracy on new examples after each epoch, each line with its name.

    ``change`` marks the epoch at which layers were set free.
    Taught in course/11_fine_tuning_and_beyond.
    """
    ax = plots.new_figure(width=5.8, height=3.0).axes[0]
    told = []
    for (name, values), (style, colour) in zip(runs.items(), STYLES, strict=False):
        ax.plot(np.arange(1, len(values) + 1), values, style, color=colour, label=name)
        told.append(f"{name}: {values[0]:.2f} after one epoch, {values[-1]:.2f} last")
    if change:
        ax.axvline(change, color="0.6", lw=1)
        ax.text(change + 0.3, 0.22, "set free", fontsize=8, color="0.3")
    ax.set(xlabel="epoch", ylabel="right on new clothes", ylim=(0.15, 1))
    ax.legend(loc="lower right")
    ax.figure.alt = f"Accuracy on new clothes over epochs; {'; '.join(told)}."
    return ax.figure


def relative_moves(before: Mapping[str, Array], after: Mapping[str, Array]) -> dict:
    """Say for each weight matrix how far it moved, in parts of its own length.

    Taught in course/11_fine_tuning_and_beyond.

    >>> relative_moves({"0.W": np.ones(4), "0.b": np.ones(1)}, {"0.W": np.full(4, 1.5)})
    {'0.W': 0.5}
    """
    return {
        name: float(np.linalg.norm(after[name] - W) / np.linalg.norm(W))
        for name, W in before.items()
        if name.endswith("W") and name in after
    }


def draw_moves(moves: Mapping[str, float]) -> Figure:
    """Draw how far the weights of each layer moved, as bars with their numbers.

    Taught in course/11_fine_tuning_and_beyond.
    """
    ax = plots.new_figure(width=5.0, height=2.2).axes[0]
    shares = [100 * value for value in moves.values()]
    bars = ax.barh(list(moves), shares, color=plots.BLUE)
    ax.bar_label(bars, [f"{share:.1f}%" for share in shares], padding=3)
    ax.set(xlabel="moved, in % of its own length")
    ax.set_xlim(0, max(max(shares) * 1.25, 1))
    ax.invert_yaxis()
    told = ", ".join(f"{name} {value:.1%}" for name, value in moves.items())
    ax.figure.alt = f"How far the weights of each layer moved: {told}."
    return ax.figure


def draw_restored(rows: Mapping[str, Array]) -> Figure:
    """Draw digits, and under them what each way of squeezing gives back.

    Shapes: each row (n, 8, 8), values from 0 to 1.
    Taught in course/11_fine_tuning_and_beyond.
    """
    n = len(next(iter(rows.values())))
    figure = plots.new_figure(width=6.4, height=0.85 * len(rows))
    figure.clear()
    grid = figure.subplots(len(rows), n, squeeze=False)
    for line, (name, images) in zip(grid, rows.items(), strict=True):
        for ax, image in zip(line, images, strict=True):
            ax.imshow(image, "Greys", vmin=0, vmax=1)
            _bare(ax)
        line[0].set_ylabel(name, rotation=0, ha="right", va="center", fontsize=8)
    figure.alt = (
        f"{n} digits in {len(rows)} rows: {', '.join(rows)}. The lower rows are "
        "blurred copies of the first; where fewer numbers were kept they are alike."
    )
    return figure


def draw_map(names: Sequence[str] = tuple(MAP)) -> Figure:
    """Draw architectures as small pictures, each with its name and one line.

    Taught in course/11_fine_tuning_and_beyond.
    """
    n_rows = -(-len(names) // 3)
    figure = plots.new_figure(width=6.8, height=1.75 * n_rows)
    figure.clear()
    grid = figure.subplots(n_rows, 3, squeeze=False)
    for ax in grid.ravel():
        ax.axis("off")
    for ax, name in zip(grid.ravel(), names, strict=False):
        sizes, mark, line = MAP[name]
        _draw_shape(ax, sizes, mark)
        ax.set_title(f"{name}\n{line}", fontsize=7.5)
    figure.alt = "Small pictures of networks: " + "; ".join(
        f"{name}, {MAP[name][2]}" for name in names
    )
    return figure


def parity_units(n: int) -> dict[str, int]:
    """Give the units three networks need for the parity of n inputs.

    Taught in course/11_fine_tuning_and_beyond.

    >>> parity_units(8)
    {'by rows': 128, 'chain of XORs': 21, 'counting': 8}
    """
    return {"by rows": 2 ** (n - 1), "chain of XORs": 3 * (n - 1), "counting": n}


def parity_explorer() -> Explorer:
    """Move the number of inputs: what does parity cost in three networks?

    Taught in course/11_fine_tuning_and_beyond.
    """
    slider = widgets.IntSlider(8, 2, 20, description="inputs")
    words = widgets.HTML()
    figure = plots.new_figure(width=4.6, height=2.2)
    layout = {"width": "506px", "height": "242px"}
    picture = DescribedImage(format="png", layout=layout)

    def redraw(_change: object = None) -> None:
        ax, units = figure.axes[0], parity_units(slider.value)
        ax.clear()
        bars = ax.barh(list(units), list(units.values()), color=plots.BLUE)
        ax.bar_label(bars, [f"{count:,}" for count in units.values()], padding=3)
        ax.set(xscale="log", xlim=(1, 3e6), xlabel="units, each mark ten times more")
        ax.invert_yaxis()
        words.value = (
            f"<p aria-live='polite'>{slider.value} inputs: {units['by rows']:,} hidden "
            f"units by rows, {units['chain of XORs']} units in the chain, "
            f"{units['counting']} hidden units that count.</p>"
        )
        picture.feed(figure)

    slider.observe(redraw, "value")
    redraw()
    plots.close(figure)
    alt = "Bars on a logarithmic scale: 128 units by rows, 21 in a chain, 8 that count."
    return Explorer([slider, words], picture, alt)


def code_explorer(decoder: Network, codes: Array, labels: Array) -> Explorer:
    """Move through a code of two numbers and see the digit it is decoded into.

    Shapes: codes (n, 2) of known digits, labels (n,).
    Taught in course/11_fine_tuning_and_beyond.
    """
    low, high = np.percentile(codes, [2, 98], axis=0)
    sliders = [
        widgets.FloatSlider(
            float(np.round((a + b) / 2, 1)),
            min=float(np.floor(a)),
            max=float(np.ceil(b)),
            step=0.1,
            description=f"number {i + 1}",
        )
        for i, (a, b) in enumerate(zip(low, high, strict=True))
    ]
    words = widgets.HTML()
    figure = plots.new_figure(columns=2, width=5.4, height=2.7)
    layout = {"width": "594px", "height": "297px"}
    picture = DescribedImage(format="png", layout=layout)
    for digit in range(10):
        own = codes[labels == digit]
        mark = {"marker": f"${digit}$", "ls": "none", "ms": 4, "mew": 0.2}
        figure.axes[0].plot(*own.T, color="0.45", **mark)
    (spot,) = figure.axes[0].plot([], [], "o", mfc="none", mec=plots.VERMILION, ms=12)
    figure.axes[0].set(xlabel="number 1", ylabel="number 2")
    shown = figure.axes[1].imshow(np.zeros((8, 8)), "Greys", vmin=0, vmax=1)
    _bare(figure.axes[1], "decoded")

    def redraw(_change: object = None) -> None:
        code = np.array([[slider.value for slider in sliders]])
        spot.set_data(code[:, 0], code[:, 1])
        shown.set_data(decoder.predict(code)[0].reshape(8, 8))
        near = ((codes - code) ** 2).sum(axis=1).argsort(kind="stable")[:5]
        found = ", ".join(str(digit) for digit in labels[near])
        words.value = (
            f"<p aria-live='polite'>Code ({code[0, 0]:.1f}, {code[0, 1]:.1f}). The "
            f"five digits nearest to it are {found}.</p>"
        )
        picture.feed(figure)

    for slider in sliders:
        slider.observe(redraw, "value")
    redraw()
    plots.close(figure)
    alt = (
        "Left, digits strewn over a plane by their two code numbers, equal digits near "
        "each other, and a circle; right, the digit decoded from the circle's place."
    )
    return Explorer([*sliders, words], picture, alt)


def _draw_shape(ax: Axes, sizes: Sequence[int], mark: str) -> None:
    """Draw columns of units with their links; ``mark`` says what is special."""
    places = [
        [(x, y - (size - 1) / 2) for y in range(size)] for x, size in enumerate(sizes)
    ]
    for left, right in pairwise(places):
        for i, (x, y) in enumerate(left):
            for j, (u, v) in enumerate(right):
                if mark == "near" and not 0 <= i - j * len(left) // len(right) <= 2:
                    continue
                style = "<->" if mark == "both" else "-"
                line = {"arrowstyle": style, "color": "0.6", "lw": 0.7}
                ax.annotate("", (u, v), (x, y), arrowprops=line)
    hidden = range(1, len(sizes) - 1)
    for column, spots in enumerate(places):
        for x, y in spots:
            colour = plots.ORANGE if column == 0 else plots.BLUE
            ends = column == len(sizes) - 1 and mark != "both"  # no output of its own
            colour = plots.VERMILION if ends else colour
            ax.add_patch(Circle((x, y), 0.24, fc="white", ec=colour, lw=1.6, zorder=3))
            text = {"gated": "m", "chance": "?", "kernel": "k"}.get(mark, "")
            text = text if column in hidden else ""
            text = "~" if mark == "noisy" and column == 0 else text
            text = "?" if mark == "both" else text
            ax.text(x, y, text, ha="center", va="center", fontsize=7, zorder=4)
            if mark in ("loop", "gated") and column in hidden:
                ax.add_patch(Circle((x, y + 0.3), 0.18, fc="none", ec="0.4", zorder=2))
    if mark == "all":
        for _, y in places[0]:
            for _, v in places[0]:
                bend = {"arrowstyle": "-", "color": plots.GREEN, "lw": 0.7}
                bend["connectionstyle"] = "arc3,rad=0.5"
                if v > y:
                    ax.annotate("", (0, v), (0, y), arrowprops=bend)
    if mark == "judge":
        ax.axvline(1.5, color="0.4", ls="--", lw=1)
    most = max(sizes) / 2 + 0.2
    ax.set(xlim=(-0.9, len(sizes) - 0.4), ylim=(-most, most), aspect="equal")


def _bare(ax: Axes, title: str = "") -> None:
    ax.set(xticks=[], yticks=[])
    ax.set_title(title, fontsize=8)
