"""Clothes, runs and answers of lesson 08, drawn; and one line where torch is missing.

``draw_clothes``, ``draw_runs``, ``draw_answers`` and ``draw_confusion`` give a Figure
with its alternative text; ``answer_explorer`` lets the reader look through the test.
"""

import importlib
import importlib.util
from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from nnbyhand import plots
from nnbyhand.checks.feedback import Feedback
from nnbyhand.metrics import confusion_matrix
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

STYLES = (("o-", plots.BLUE), ("s--", plots.VERMILION), ("^:", plots.GREEN))


class TorchMissing(Feedback, ImportError):
    """PyTorch is needed from here on and is not installed; one line says so."""

    outcome = "not installed"


def need_torch() -> None:
    """Stop a notebook at its first cell, with one line, where PyTorch is missing.

    Where it is, it computes in one thread from here on: the same seed then gives the
    same sums on every machine, and small networks do not wait for busy cores.

    Taught in course/08_networks_in_pytorch.
    """
    if importlib.util.find_spec("torch") is None:
        raise TorchMissing(
            "PyTorch",
            [
                "  This notebook needs it. Close it, run `python3 start.py --cpu` in",
                "  the course's folder (or `pip install torch`), and open it again.",
            ],
        )
    importlib.import_module("torch").set_num_threads(1)


def draw_clothes(images: Array, titles: Sequence[str]) -> Figure:
    """Draw images in rows of five, each under its title.

    Shapes: images (n, 28, 28). Taught in course/08_networks_in_pytorch.
    """
    n_rows = -(-len(images) // 5)
    figure = plots.new_figure(width=6.0, height=1.5 * n_rows)
    figure.clear()
    all_axes = figure.subplots(n_rows, 5, squeeze=False)
    for ax in all_axes.ravel():
        ax.axis("off")
    for ax, image, title in zip(all_axes.ravel(), images, titles, strict=False):
        ax.imshow(image, cmap="Greys")
        ax.set_title(title, fontsize=8)
    figure.alt = f"{len(images)} images of clothes, titled: {', '.join(titles)}."
    return figure


def draw_runs(runs: Mapping[str, Sequence[float]]) -> Figure:
    """Draw the accuracy of each run after every epoch, each line with its name.

    Taught in course/08_networks_in_pytorch.
    """
    ax = plots.new_figure(width=5.6, height=3.0).axes[0]
    heights, told = _spread({name: values[-1] for name, values in runs.items()}), []
    for (name, values), (style, colour) in zip(runs.items(), STYLES, strict=False):
        e = np.arange(1, len(values) + 1)
        ax.plot(e, values, style, color=colour, ms=4)
        ax.text(e[-1] + 0.4, heights[name], name, va="center", color=colour)
        told.append(f"{name}: from {values[0]:.2f} to {values[-1]:.2f}")
    longest = max(map(len, runs.values()))
    ax.set(xlabel="epoch", ylabel="validation accuracy", ylim=(0, 1))
    ax.set(xlim=(0.5, 1.45 * longest), xticks=np.arange(1, longest + 1))
    ax.figure.alt = f"Validation accuracy over epochs; {'; '.join(told)}."
    return ax.figure


def draw_answers(
    images: Array, P: Array, labels: Array, names: Sequence[str], n: int = 5
) -> Figure:
    """Draw the first ``n`` images that were read rightly, and the first ``n`` wrongly.

    Shapes: images (n, 28, 28), P (n, k) of probabilities, labels (n,).
    Taught in course/08_networks_in_pytorch.
    """
    found = P.argmax(axis=1)
    right, wrong = (np.flatnonzero(part)[:n] for part in _parts(found == labels))
    rows = np.concatenate([right, wrong])
    titles = [f"{names[found[i]]} {P[i].max():.0%}" for i in right]
    titles += [
        f"{names[found[i]]} {P[i].max():.0%}\nnot {names[labels[i]]}" for i in wrong
    ]
    figure = draw_clothes(images[rows], titles)
    figure.set_size_inches(6.4, 3.6)
    said = [title.replace("\n", ", ") for title in titles]
    figure.alt = (
        f"Top row, read rightly: {'; '.join(said[: len(right)])}. "
        f"Bottom row, read wrongly: {'; '.join(said[len(right) :])}."
    )
    return figure


def draw_confusion(found: Array, labels: Array, names: Sequence[str]) -> Figure:
    """Draw the confusion matrix with its counts; rows are the truth.

    Shapes: found and labels (n,). Taught in course/08_networks_in_pytorch.
    """
    M = confusion_matrix(found, labels, len(names))
    figure = plots.new_figure(width=5.6, height=4.6)
    ax = figure.axes[0]
    ax.imshow(M, cmap="Blues")
    for (i, j), count in np.ndenumerate(M):
        if count:
            colour = "white" if count > M.max() / 2 else "black"
            ax.text(j, i, count, ha="center", va="center", color=colour, fontsize=7)
    places = range(len(names))
    ax.set_xticks(places, names, rotation=60, ha="right", fontsize=7)
    ax.set_yticks(places, names, fontsize=7)
    ax.set(xlabel="read as", ylabel="is")
    told = [f"{c} of class {names[i]} read as {names[j]}" for i, j, c in mix_ups(M)]
    figure.alt = (
        f"A confusion matrix of {len(names)} classes, most on the diagonal: "
        f"{np.trace(M)} of {M.sum()}. The most frequent mistakes: {', '.join(told)}."
    )
    return figure


def mix_ups(M: Array, n: int = 3) -> list[tuple[int, int, int]]:
    """Give the ``n`` most frequent mistakes as (is, read as, how often).

    Shapes: M (k, k), rows are the truth. Taught in course/08_networks_in_pytorch.

    >>> mix_ups(np.array([[5, 2, 0], [1, 6, 0], [0, 3, 4]]), 2)
    [(2, 1, 3), (0, 1, 2)]
    """
    off = np.where(np.eye(len(M), dtype=bool), 0, M)
    order = np.argsort(-off, axis=None, kind="stable")[:n]
    places = [divmod(int(place), len(M)) for place in order]
    return [(i, j, int(off[i, j])) for i, j in places]


def answer_explorer(
    images: Array, P: Array, labels: Array, names: Sequence[str]
) -> Explorer:
    """Move through the test images: each with the ten probabilities it was given.

    Shapes: images (n, 28, 28), P (n, k), labels (n,).
    Taught in course/08_networks_in_pytorch.
    """
    wrong = np.flatnonzero(P.argmax(axis=1) != labels)
    slider = widgets.IntSlider(0, 0, len(images) - 1, description="image")
    button = widgets.Button(description="next mistake")
    words = widgets.HTML()
    picture = DescribedImage(format="png", layout={"width": "528px", "height": "264px"})
    figure = plots.new_figure(columns=2, width=4.8, height=2.4)
    shown = figure.axes[0].imshow(images[0], cmap="Greys", vmin=0, vmax=images.max())
    figure.axes[0].axis("off")
    bars = figure.axes[1].barh(names, P[0], color=plots.BLUE)
    figure.axes[1].set(xlim=(0, 1), xlabel="probability")
    figure.axes[1].tick_params(labelsize=7)
    figure.axes[1].invert_yaxis()
    figure.canvas.draw()
    figure.set_layout_engine("none")  # laid out once; redrawing is quicker so

    def redraw(_change: object = None) -> None:
        i = slider.value
        shown.set_data(images[i])
        for j, bar in enumerate(bars):
            bar.set_width(P[i, j])
            bar.set_hatch("//" if j == labels[i] else "")
        words.value = _answer_words(P[i], int(labels[i]), names)
        picture.feed(figure)

    def jump(_button: object) -> None:
        later = wrong[wrong > slider.value]
        if len(wrong):
            slider.value = int(later[0] if len(later) else wrong[0])

    slider.observe(redraw, "value")
    button.on_click(jump)
    redraw()
    plots.close(figure)
    alt = f"An image of class {names[labels[0]]} beside a bar for each probability."
    return Explorer([slider, button, words], picture, alt)


def _answer_words(p: Array, label: int, names: Sequence[str]) -> str:
    found = int(p.argmax())
    said = "right" if found == label else f"wrong, it is class {names[label]}"
    return (
        f"<p aria-live='polite'>Read as <b>{names[found]}</b> with {p[found]:.0%}: "
        f"{said}. Hatched: the true class, {p[label]:.0%}.</p>"
    )


def _spread(ends: Mapping[str, float], gap: float = 0.09) -> dict[str, float]:
    """Move heights up, from the lowest on, so that names do not overlap."""
    heights: dict[str, float] = {}
    for name in sorted(ends, key=lambda name: ends[name]):
        heights[name] = max([ends[name], *(h + gap for h in heights.values())])
    return heights


def _parts(truth: Array) -> tuple[Array, Array]:
    return truth, ~truth
