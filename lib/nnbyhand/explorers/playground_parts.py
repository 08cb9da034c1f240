"""What the picture of the playground is made of: axes, squares, lines, points.

``Pasted`` lays pixels into a figure as they are; ``small_surfaces`` colours what the
units answer, ``set_edges`` draws the weights, ``colours`` gives orange, white, blue.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from nnbyhand import plots
from nnbyhand.playground import Playground, Surfaces
from nnbyhand.playground_points import FEATURES, REACH
from nnbyhand.shapes import Array

DPI, WIDE, HIGH = 110, 840, 570  # pixels
SURFACE = (468, 210, 324)  # left, bottom and side of the large surface
BLOCK = 3  # pixels across for each computed answer in it
SIDE = SURFACE[2] // BLOCK**2  # of a small surface, which shows each third answer
LOSSES = (62, 46, 744, 116)  # left, bottom, width, height
TOP, BOTTOM = 512, 192  # middles of the first and the last row of units
COLUMNS = (86, 404)  # middles of the first and the last column of units
Piece = tuple[int, int, Array]  # left, bottom, pixels (rows, columns, 4), lowest first
COLOURS = LinearSegmentedColormap.from_list(
    "signed", [plots.BLUE, "white", plots.ORANGE]
)(np.linspace(0, 1, 21), bytes=True)


class Pasted(Artist):
    """Pixels laid into axes as they are: no interpolation, little time.

    The axes count in pixels; where the figure is saved larger, pixels are repeated.
    Taught in course/07_training_in_practice.
    """

    def __init__(self, net: Axes, zorder: float) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self.set(animated=True, zorder=zorder)
        net.add_artist(self)

    def draw(self, renderer: RendererBase) -> None:
        """Lay every piece at its place."""
        style = renderer.new_gc()
        place = self.axes.transData.transform
        for left, bottom, pixels in self.pieces:
            high, wide = pixels.shape[:2]
            corners = place([(left, bottom), (left + wide, bottom + high)])
            (x, y), (x_end, y_end) = np.rint(corners).astype(int)
            if (x_end - x, y_end - y) != (wide, high):
                rows = np.arange(y_end - y) * high // (y_end - y)
                columns = np.arange(x_end - x) * wide // (x_end - x)
                pixels = pixels[rows][:, columns]
            renderer.draw_image(style, x, y, pixels)
        style.restore()


def three_axes(figure: Figure) -> tuple[Axes, Axes, Axes]:
    """Lay out a page counted in pixels, the large surface, and the losses.

    Taught in course/07_training_in_practice.
    """
    net = figure.add_axes((0, 0, 1, 1), zorder=-1)
    net.set(xlim=(0, WIDE), ylim=(0, HIGH))
    net.axis("off")
    left, bottom, side = SURFACE
    surface = figure.add_axes((left / WIDE, bottom / HIGH, side / WIDE, side / HIGH))
    surface.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), facecolor="none")
    surface.set(xticks=range(-6, 7, 2), yticks=range(-6, 7, 2))
    surface.set_xlabel("x1", labelpad=0)
    surface.set_ylabel("x2", labelpad=2, rotation=0, va="center")
    surface.yaxis.set(ticks_position="right", label_position="right")
    surface.spines[:].set_visible(True)
    left, bottom, width, height = LOSSES
    losses = figure.add_axes((left / WIDE, bottom / HIGH, width / WIDE, height / HIGH))
    losses.set_xlabel("epoch", labelpad=1)
    losses.set_ylabel("loss")
    return net, surface, losses


def unit_places(sizes: Sequence[int]) -> list[Array]:
    """Give the middle of each unit's square.

    Shapes: units of each column -> a (units, 2) for each.
    Taught in course/07_training_in_practice.
    """
    first, last = COLUMNS
    x = np.linspace(first, last, len(sizes)) if len(sizes) > 1 else np.array([first])
    step = (TOP - BOTTOM) / 7
    return [
        np.column_stack([np.full(n, x[k]), TOP - step * np.arange(n)]).round()
        for k, n in enumerate(sizes)
    ]


def write_headings(net: Axes, middles: Sequence[Array], play: Playground) -> None:
    """Name the columns, the features and the large surface.

    Taught in course/07_training_in_practice.
    """
    names = ["features", *(f"hidden {k}" for k in range(1, len(middles)))]
    style = {"ha": "center", "va": "bottom", "fontsize": 9, "color": "0.3"}
    for name, column in zip(names, middles, strict=True):
        net.text(column[0, 0], TOP + SIDE / 2 + 8, name, **style)
    left, bottom, side = SURFACE
    net.text(left + side / 2, bottom + side + 8, "answer of the network", **style)
    for name, (x, y) in zip(play.settings.features, middles[0], strict=True):
        label = FEATURES[name].label
        net.text(x - SIDE / 2 - 6, y, label, ha="right", va="center", fontsize=10)


def mark_points(surface: Axes, play: Playground) -> list[PathCollection]:
    """Mark the training points, circles for 1 and crosses for 0; give the marks.

    Taught in course/07_training_in_practice.
    """
    X, labels = play.points.train_X, play.points.train_y
    ones, zeros = X[labels == 1].T, X[labels == 0].T
    return [
        surface.scatter(
            *ones, s=22, marker="o", fc="white", ec="black", lw=1, zorder=2
        ),
        surface.scatter(*zeros, s=20, marker="x", color="black", lw=1.2, zorder=2),
    ]


def new_edges(net: Axes, sign: int) -> LineCollection:
    """Make room for the weights of one sign: solid if positive, dashed if negative.

    Taught in course/07_training_in_practice.
    """
    lines = LineCollection(
        [],
        colors=plots.ORANGE if sign > 0 else plots.BLUE,
        linestyles="solid" if sign > 0 else (0, (4, 2)),
        animated=True,
        zorder=0,
    )
    net.add_collection(lines, autolim=False)
    return lines


def set_edges(
    lines: LineCollection, sign: int, middles: Sequence[Array], play: Playground
) -> None:
    """Draw each weight of one sign as wide as it is large; none that is nearly 0.

    Taught in course/07_training_in_practice.
    """
    left, bottom, side = SURFACE
    ends = [*middles[1:], np.array([[left, bottom + side / 2]])]
    weights = [
        layer.params["W"] for layer in play.network.layers if "W" in layer.params
    ]
    segments, widths = [], []
    for start, end, W in zip(middles, ends, weights, strict=True):
        i, j = np.nonzero(sign * W > 0.02)
        segments.append(np.stack([start[i], end[j]], axis=1))
        widths.append(np.minimum(np.abs(W[i, j]) * 1.3, 5) + 0.3)
    lines.set_segments(np.concatenate(segments))
    lines.set_linewidths(np.concatenate(widths))


def small_surfaces(middles: Sequence[Array], seen: Surfaces) -> Iterator[Piece]:
    """Give place and pixels of each unit's small surface, in a grey frame.

    Each is coloured by its own largest answer: a quiet unit shows its shape, too.
    Taught in course/07_training_in_practice.
    """
    for column, values in zip(middles, [seen.features, *seen.hidden], strict=True):
        small = values[:, ::BLOCK, ::BLOCK]
        largest = np.maximum(np.abs(small).max(axis=(1, 2), keepdims=True), 1e-12)
        for (x, y), square in zip(column, colours(small / largest), strict=True):
            framed = np.full((SIDE + 2, SIDE + 2, 4), (90, 90, 90, 255), np.uint8)
            framed[1:-1, 1:-1] = square
            yield int(x) - SIDE // 2 - 1, int(y) - SIDE // 2 - 1, framed


def colours(values: Array) -> Array:
    """Colour numbers from -1, blue, over 0, white, to 1, orange, in 21 bands.

    Shapes: (...) -> (..., 4) of bytes.
    Taught in course/07_training_in_practice.
    """
    return COLOURS[np.rint(10 * values).astype(int) + 10]


def widen(losses: Axes, play: Playground) -> bool:
    """Widen the axes of the losses in steps; tell whether they changed.

    Taught in course/07_training_in_practice.
    """
    most = max(*play.train_loss, *play.test_loss)
    right = next(n for n in (50, 100, 200, 500, 1000, 2000, 5000) if n >= play.epoch)
    top = next((n for n in (0.8, 1.5, 3, 8) if n >= most), 20)
    if losses.get_xlim() == (0, right) and losses.get_ylim() == (0, top):
        return False
    losses.set(xlim=(0, right), ylim=(0, top))
    return True
