"""Training watched: curves to read, stopping, starting weights, four optimisers.

The ``draw_`` functions give a Figure with its alternative text; ``next_step_explorer``,
``patience_explorer``, ``start_explorer`` and ``race_explorer`` let the reader act.
"""

from collections.abc import Callable, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnbyhand import plots
from nnbyhand.descent import valley, valley_gradient
from nnbyhand.history import EarlyStopping, History
from nnbyhand.optim import SGD, Adam, Momentum, Optimiser, RMSProp
from nnbyhand.practice import N_EPOCHS, VALIDATION, curves
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

OPTIMISERS: dict[str, tuple[type[Optimiser], str, str]] = {
    "SGD": (SGD, "-", plots.BLUE),
    "momentum": (Momentum, "--", plots.VERMILION),
    "RMSProp": (RMSProp, ":", plots.GREEN),
    "Adam": (Adam, "-.", plots.PURPLE),
}
START, STEEP, N_STEPS = (10.0, 1.0), (1.0, 50.0), 40
WIDTH, N_LAYERS = 100, 10
EDGES = np.linspace(-2, 2, 41)
SHOWN = (1, 4, 7, 10)  # the layers whose activations are drawn
SLOPES: dict[str, Callable[[Array], Array]] = {
    "tanh": np.tanh,
    "ReLU": lambda Z: np.maximum(Z, 0),
}
FOUR = ("too small", "overfitting", "jumping", "slow")  # the lesson's, A to D
# the assignment's, 1 to 6, on another task
SIX = ("overfitting", "fine", "slow", "jumping", "too small", "unfinished")
# what is done next, in words, and where each kind of run leads when it is right
ACTIONS = (
    "raise the rate",
    "lower the rate",
    "train longer",
    "larger network",
    "regularise, or stop earlier",
    "keep it",
)
STORY = (
    ("slow", "raise the rate", "The loss falls evenly and hardly at all."),
    ("jumping", "lower the rate", "The loss jumps up and down and never settles."),
    ("unfinished", "train longer", "Both losses still fall at the end."),
    ("too small", "larger network", "Both losses lie flat, close together, and high."),
    (
        "overfitting",
        "regularise, or stop earlier",
        "The training loss falls on while the validation loss rises.",
    ),
    ("fine", "keep it", "Both losses are low, flat and close together."),
)


def draw_curves(
    kinds: Sequence[str], names: Sequence[str] = "ABCDEF", task: int = 1
) -> Figure:
    """Draw runs side by side, three in a row: training solid, validation dashed.

    ``task`` says which of the two tasks of ``practice.curves`` they are of.
    Taught in course/07_training_in_practice.
    """
    rows = -(-len(kinds) // 3)
    columns = min(len(kinds), 3) if len(kinds) != 4 else 2
    rows = 2 if len(kinds) == 4 else rows
    figure, all_axes = _grid(rows, columns, 2.3 * columns + 0.4, 2.1 * rows)
    told = []
    for kind, name, ax in zip(kinds, names, all_axes.ravel(), strict=False):
        found = curves(kind, task)
        lines(ax, *found)
        ax.set_title(f"run {name}", loc="left")
        train, val = (np.round(curve[[0, 9, 19, 39]], 2) for curve in found)
        told.append(f"run {name}: training {_list(train)}, validation {_list(val)}")
    for ax in all_axes[-1]:
        ax.set_xlabel("epoch")
    for ax in all_axes[:, 0]:
        ax.set_ylabel("loss")
    all_axes[0, 0].legend(
        ["training", "validation"], loc="upper right", fontsize=8, frameon=False
    )
    figure.alt = "Losses after epochs 1, 10, 20 and 40; " + "; ".join(told) + "."
    return figure


def lines(ax: Axes, train: Array, val: Array) -> None:
    """Draw the two losses of a run into axes with the scale of its task.

    Shapes: train and val (epochs,). Taught in course/07_training_in_practice.
    """
    e = np.arange(1, len(train) + 1)
    ax.plot(e, train, color=plots.BLUE)
    ax.plot(e, val, "--", color=plots.VERMILION)
    top = 2.6 if max(train.max(), val.max()) > 1 else 0.8
    ax.set(xlim=(0, N_EPOCHS), ylim=(0, top), xticks=[0, 20, 40])


def draw_history(history: History) -> Figure:
    """Draw loss and accuracy of a real run, for training and validation.

    Taught in course/07_training_in_practice.
    """
    figure = plots.new_figure(columns=2, width=6.4, height=2.8)
    e = np.arange(1, len(history.loss) + 1)
    told = []
    for ax, what, train, val in (
        (figure.axes[0], "loss", history.loss, history.val_loss),
        (figure.axes[1], "accuracy", history.accuracy, history.val_accuracy),
    ):
        ax.plot(e, train, color=plots.BLUE, label="training")
        ax.plot(e, val, "--", color=plots.VERMILION, label="validation")
        ax.set(xlabel="epoch", ylabel=what)
        told.append(
            f"{what}: training from {train[0]:.2f} to {train[-1]:.2f}, validation "
            f"from {val[0]:.2f} to {val[-1]:.2f}"
        )
    figure.axes[0].legend(frameon=False)
    if history.best_epoch is not None:
        figure.axes[0].axvline(history.best_epoch, color="0.6", ls=":", lw=1.2)
        told.append(f"a dotted line marks the best epoch, {history.best_epoch}")
    figure.alt = f"A run of {len(e)} epochs; {'; '.join(told)}."
    return figure


def draw_augmented(digit: Array) -> Figure:
    """Draw a digit, four changed copies that are the same digit, and a mirrored one.

    Shapes: digit (8, 8). Taught in course/07_training_in_practice.
    """
    rng = np.random.default_rng(0)
    copies = {
        "original": digit,
        "left": np.concatenate([digit[:, 1:], 0 * digit[:, :1]], axis=1),
        "down": np.concatenate([0 * digit[:1], digit[:-1]]),
        "noise": np.clip(digit + 0.15 * rng.normal(size=digit.shape), 0, 1),
        "paler": 0.6 * digit,
        "mirrored": digit[:, ::-1],
    }
    figure = plots.new_figure(columns=len(copies), width=6.8, height=1.6)
    for ax, (name, image) in zip(figure.axes, copies.items(), strict=True):
        ax.imshow(image, cmap="Greys", vmin=0, vmax=1)
        ax.set(title=name, xticks=[], yticks=[])
        ax.spines[:].set_visible(True)
    figure.alt = (
        "A handwritten digit and five changed copies: moved left by a pixel, moved "
        "down by a pixel, with noise, paler, and mirrored. All but the mirrored one "
        "are still readable as the digit."
    )
    return figure


def draw_stopping(
    patience: int = 2, min_delta: float = 0.0, ax: Axes | None = None
) -> Axes:
    """Draw the ten validation losses, the best epoch, and where patience ends.

    Taught in course/07_training_in_practice.
    """
    ax = ax or plots.new_figure(width=5.0, height=2.9).axes[0]
    stopped, best = stop_at(VALIDATION, patience, min_delta)
    e = np.arange(1, len(VALIDATION) + 1)
    ax.plot(e, VALIDATION, "o--", color=plots.VERMILION, ms=4)
    ax.plot(best, VALIDATION[best - 1], "*", color=plots.BLACK, ms=14)
    ax.annotate(
        "best",
        (best, VALIDATION[best - 1]),
        xytext=(0, -16),
        textcoords="offset points",
        ha="center",
    )
    ax.axvspan(stopped, 10.5, color="0.9", zorder=0)
    ax.set(xlabel="epoch", ylabel="validation loss", xlim=(0.5, 10.5), ylim=(0.5, 0.95))
    ax.set_xticks(e)
    ax.figure.alt = (
        f"Ten validation losses: {_list(VALIDATION)}. With patience {patience} the run "
        f"ends at epoch {stopped}; a star marks the best epoch, {best}."
    )
    return ax


def stop_at(
    losses: Sequence[float], patience: int, min_delta: float = 0.0
) -> tuple[int, int]:
    """Give the epoch at which training ends and the best one, counted from 1.

    Taught in course/07_training_in_practice.

    >>> stop_at(VALIDATION, patience=2)
    (7, 5)
    """
    watch = EarlyStopping(patience, min_delta)
    for loss in losses:
        if watch.update(loss):
            break
    return watch.epoch, watch.best_epoch


def activations(scale: float, name: str) -> list[Array]:
    """Give the activations of ten layers whose weights have deviation scale/√100.

    Shapes: ten arrays (200, 100). Taught in course/07_training_in_practice.
    """
    rng = np.random.default_rng(0)
    A, kept = rng.normal(size=(200, WIDTH)), []
    for _ in range(N_LAYERS):
        A = SLOPES[name](A @ (scale / np.sqrt(WIDTH) * rng.normal(size=(WIDTH, WIDTH))))
        kept.append(A)
    return kept


def draw_starts(scales: Sequence[float], name: str = "tanh") -> Figure:
    """Draw the activations of four of ten layers, a row for each scale of the weights.

    Taught in course/07_training_in_practice.
    """
    figure, all_axes = _grid(len(scales), len(SHOWN), 6.4, 1.05 * len(scales) + 0.5)
    told = []
    for scale, row in zip(scales, all_axes, strict=True):
        kept = activations(scale, name)
        histograms(row, kept)
        row[0].set_ylabel(f"{scale:g} / √n")
        spreads = [float(kept[k - 1].std()) for k in SHOWN]
        told.append(f"weights {scale:g}/√n: {_list(np.round(spreads, 3))}")
    for ax, k in zip(all_axes[0], SHOWN, strict=True):
        ax.set_title(f"layer {k}")
    figure.alt = (
        f"Histograms of {name} activations in layers 1, 4, 7 and 10 of ten; their "
        f"spreads for {'; for '.join(told)}."
    )
    return figure


def histograms(row: Sequence[Axes], kept: Sequence[Array]) -> None:
    """Draw the shares of the activations of the shown layers from -2 to 2.

    Shapes: kept, ten arrays (n, units). Taught in course/07_training_in_practice.
    """
    for ax, k in zip(row, SHOWN, strict=True):
        ax.stairs(shares(kept[k - 1]), EDGES, fill=True, color=plots.SKY)
        ax.set(xlim=(-2, 2), ylim=(0, 1.05), yticks=[], xticks=[-2, 0, 2])


def shares(A: Array) -> Array:
    """Give the shares of the values in 40 bins from -2 to 2, as parts of the largest.

    Shapes: A of any shape -> (40,). Taught in course/07_training_in_practice.
    """
    counts = np.histogram(np.clip(A, -2, 2), EDGES)[0]
    return counts / counts.max()


def race(name: str, lr: float, n_steps: int = N_STEPS) -> Array:
    """Give an optimiser's places in the valley (w1² + 50 w2²)/2, the start first.

    Shapes: (n_steps + 1, 2). Taught in course/07_training_in_practice.
    """
    optimiser = OPTIMISERS[name][0](lr)
    params = {"W": np.array(START)}
    places = [params["W"].copy()]
    for _ in range(n_steps):
        optimiser.step(params, {"W": valley_gradient(params["W"], np.array(STEEP))})
        places.append(params["W"].copy())
    return np.array(places)


def height(place: Array) -> float:
    """Give the loss at a place of that valley.

    Shapes: place (2,) -> one number. Taught in course/07_training_in_practice.
    """
    return float(valley(place, np.array(STEEP)))


def draw_race(rates: dict[str, float], n_steps: int = N_STEPS) -> Figure:
    """Draw the ways of the four optimisers in one valley, each with its rate.

    Taught in course/07_training_in_practice.
    """
    figure, all_axes = _grid(2, 2, 6.4, 4.0)
    told = []
    for ax, (name, lr) in zip(all_axes.ravel(), rates.items(), strict=True):
        _, _style, colour = OPTIMISERS[name]
        places = race(name, lr, n_steps)
        _valley(ax)
        ax.plot(*places.T, ".-", color=colour, ms=4, lw=1)
        ax.plot(*places[-1], "X", color=plots.BLACK, ms=8, zorder=4)
        ax.set_title(f"{name}, rate {lr:g}", loc="left")
        told.append(
            f"{name} with rate {lr:g} ends at ({places[-1, 0]:.2f}, "
            f"{places[-1, 1]:.2f}), loss {height(places[-1]):.3g}"
        )
    figure.alt = (
        f"Four ways of {n_steps} steps through one long valley from (10, 1), its "
        f"bottom at (0, 0): {'; '.join(told)}."
    )
    return figure


def next_step_explorer() -> Explorer:
    """Read a run, choose what to do next, and see the run after it: six in a row.

    Taught in course/07_training_in_practice.
    """
    figure = plots.new_figure(width=4.2, height=2.9)
    ax, words = figure.axes[0], widgets.HTML()
    buttons = [
        widgets.Button(description=action, layout={"width": "215px"})
        for action in ACTIONS
    ]
    state = {"at": 0}
    ax.set(xlabel="epoch", ylabel="loss", title=" ")
    lines(ax, *curves("slow"))
    image = _image(figure)

    def say(said: str) -> None:
        train, val = (curve[[0, 19, 39]] for curve in curves(STORY[state["at"]][0]))
        words.value = _said(
            f"{said} Run {state['at'] + 1} of {len(STORY)}. Epochs 1, 20, 40: training "
            f"{_list(np.round(train, 2))}; validation {_list(np.round(val, 2))}. "
            "What next?"
        )

    def draw(said: str) -> None:
        ax.clear()
        lines(ax, *curves(STORY[state["at"]][0]))
        ax.set(xlabel="epoch", ylabel="loss")
        ax.legend(
            ["training", "validation"],
            loc="lower left",
            bbox_to_anchor=(0, 1),
            ncols=2,
            borderpad=0,
            frameon=False,
        )
        say(said)
        image.feed(figure)

    def choose(button: widgets.Button) -> None:
        _kind, right, reading = STORY[state["at"]]
        if button.description != right:
            say(f"Not yet. {reading}")
            return
        if state["at"] == len(STORY) - 1:
            words.value = _said(f"Right. {reading} Now, and once, the test set.")
            return
        state["at"] += 1
        draw(f"Right. {reading} You do that, and here is another run.")

    for button in buttons:
        button.on_click(choose)
    draw("")
    return Explorer(
        [*buttons, words],
        image,
        "A run of 40 epochs, training and validation loss, both falling evenly from "
        "2.3 to 2.15, and six buttons that say what could be done next.",
    )


def patience_explorer() -> Explorer:
    """Move patience and min_delta; see where training ends and which epoch is kept.

    Taught in course/07_training_in_practice.
    """
    patience = widgets.IntSlider(value=1, min=1, max=6, description="patience")
    delta = widgets.FloatSlider(
        value=0, min=0, max=0.1, step=0.01, description="min_delta"
    )
    figure = plots.new_figure(width=4.4, height=2.9)
    draw_stopping(1, 0.0, ax=figure.axes[0])
    image, words = _image(figure), widgets.HTML()

    def redraw(_change: object = None) -> None:
        figure.axes[0].clear()
        draw_stopping(patience.value, delta.value, ax=figure.axes[0])
        stopped, best = stop_at(VALIDATION, patience.value, delta.value)
        waited = stopped - best >= patience.value
        words.value = _said(
            f"Training ends at epoch <b>{stopped}</b>, "
            + ("when patience is used up" if waited else "the last one")
            + f"; the weights of epoch <b>{best}</b>, loss {VALIDATION[best - 1]:g}, "
            "come back."
        )
        image.feed(figure)

    return _explorer(
        [patience, delta],
        words,
        image,
        redraw,
        "Ten validation losses over the epochs. With patience 1 training ends at epoch "
        "4, and a star marks epoch 3, the best so far.",
    )


def start_explorer() -> Explorer:
    """Scale the starting weights; see the activations of ten layers grow or die out.

    Taught in course/07_training_in_practice.
    """
    scale = widgets.FloatSlider(
        value=1.0, min=0.0, max=3.0, step=0.1, description="scale"
    )
    scale.readout_format = ".1f"
    kind = widgets.Dropdown(
        options=list(SLOPES), description="units", layout={"width": "220px"}
    )
    figure = plots.new_figure(columns=4, width=4.6, height=2.0)
    histograms(figure.axes, activations(1.0, "tanh"))
    for ax, k in zip(figure.axes, SHOWN, strict=True):
        ax.set_title(f"layer {k}")
    image, words = _image(figure), widgets.HTML()

    def redraw(_change: object = None) -> None:
        kept = activations(scale.value, kind.value)
        for ax, k in zip(figure.axes, SHOWN, strict=True):
            ax.patches[0].set_data(shares(kept[k - 1]))
        first, last = float(kept[0].std()), float(kept[-1].std())
        words.value = _said(
            f"Weights {scale.value:.1f}/√100. Spread in layer 1: <b>{first:.3f}</b>, "
            f"in layer 10: <b>{last:.3g}</b>. {_start_words(kept, kind.value)}"
        )
        image.feed(figure)

    return _explorer(
        [kind, scale],
        words,
        image,
        redraw,
        "Histograms of the activations of tanh units in layers 1, 4, 7 and 10 of ten: "
        "with weights 1/√100 they get a little narrower from layer to layer.",
    )


def race_explorer() -> Explorer:
    """Choose an optimiser, its rate and the steps; see its way through the valley.

    Taught in course/07_training_in_practice.
    """
    choice = widgets.Dropdown(
        options=list(OPTIMISERS), description="optimiser", layout={"width": "220px"}
    )
    rate = widgets.FloatLogSlider(
        value=0.03, min=-3, max=0.5, step=0.05, description="rate"
    )
    rate.readout_format = ".3f"
    steps = widgets.IntSlider(value=N_STEPS, min=0, max=100, description="steps")
    figure = plots.new_figure(width=4.4, height=2.9)
    ax, words = figure.axes[0], widgets.HTML()
    _valley(ax)
    (path,) = ax.plot([], [], ".-", color=plots.VERMILION, ms=4, lw=1, zorder=3)
    (ball,) = ax.plot([], [], "X", color=plots.BLACK, ms=9, zorder=4)
    image = _image(figure)

    def redraw(_change: object = None) -> None:
        places = race(choice.value, rate.value, steps.value)
        path.set_data(*places.T)
        ball.set_data(places[-1:, 0], places[-1:, 1])
        words.value = _race_words(choice.value, places)
        image.feed(figure)

    return _explorer(
        [choice, rate, steps],
        words,
        image,
        redraw,
        "Lines of equal height of a long valley and the way of 40 steps of SGD with "
        "rate 0.03 from (10, 1) along its floor towards the bottom at (0, 0).",
    )


def _grid(rows: int, columns: int, width: float, height: float) -> tuple[Figure, Array]:
    """Give a figure of the course's style with axes in rows that share their scales."""
    with plots.plt.style.context(plots.STYLE):
        return plots.plt.subplots(
            rows,
            columns,
            figsize=(width, height),
            sharex=True,
            sharey=True,
            squeeze=False,
        )


def _explorer(
    controls: Sequence[widgets.Widget],
    words: widgets.HTML,
    image: DescribedImage,
    redraw: Callable[..., None],
    alt: str,
) -> Explorer:
    for control in controls:
        control.observe(redraw, "value")
    redraw()
    return Explorer([*controls, words], image, alt)


def _image(figure: Figure) -> DescribedImage:
    """Lay the figure out once, so that a redraw is quick, and hide it from pyplot."""
    figure.canvas.draw()
    figure.set_layout_engine("none")
    plots.close(figure)
    width, height = (f"{110 * inches:.0f}px" for inches in figure.get_size_inches())
    return DescribedImage(format="png", layout={"width": width, "height": height})


def _valley(ax: Axes) -> None:
    w1, w2 = np.meshgrid(np.linspace(-6, 12, 91), np.linspace(-2.5, 2.5, 91))
    heights = valley(np.stack([w1, w2], axis=-1), np.array(STEEP))
    levels = heights.max() * np.linspace(0.05, 1, 9) ** 2
    ax.contour(w1, w2, heights, levels=levels, colors="0.75", linewidths=1)
    ax.plot(0, 0, "k+", ms=10)
    ax.set(xlim=(-6, 12), ylim=(-2.5, 2.5), xlabel="w1", ylabel="w2")


def _said(text: str) -> str:
    style = "width: 290px; line-height: 1.5"
    return f"<div style='{style}'><p aria-live='polite'>{text}</p></div>"


def _list(values: Sequence[float]) -> str:
    return ", ".join(f"{value:g}" for value in values)


def _start_words(kept: Sequence[Array], name: str) -> str:
    last = float(kept[-1].std())
    if not kept[0].any():
        return "All units of a layer are equal, and stay equal."
    if last < 0.02:
        return "The signal dies out on the way."
    if name == "tanh" and float((np.abs(kept[-1]) > 0.95).mean()) > 0.3:
        return "Most units are stuck at −1 or 1, where tanh has no slope."
    if last > 5:
        return "The signal grows from layer to layer."
    return "The signal arrives."


def _race_words(name: str, places: Array) -> str:
    losses = valley(places, np.array(STEEP))
    w1, w2 = (float(value) + 0.0 for value in np.round(places[-1], 2))
    text = f"{name} after {len(places) - 1} steps: w = ({w1:.2f}, {w2:.2f}), loss "
    text += f"<b>{losses[-1]:.3g}</b>, from {losses[0]:g}. "
    turns = int((np.sign(places[1:, 1]) * np.sign(places[:-1, 1]) < 0).sum())
    if len(places) == 1:
        text += "It has not moved yet."
    elif losses[-1] > losses[0]:
        text += "It diverges: the rate is too large."
    elif losses[-1] < 0.05:
        text += "It has arrived."
    elif turns > len(places) / 3 and abs(w2) > 0.01:
        text += "It jumps from side to side."
    elif losses[-1] > losses[0] / 3:
        text += "It creeps: the rate could be larger."
    else:
        text += "It is on its way."
    return _said(text)
