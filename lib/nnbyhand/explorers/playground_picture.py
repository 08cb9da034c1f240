"""The picture of the playground: a network of small surfaces, its answer, its losses.

``Picture`` keeps one figure and redraws only what moves, so that training can be
watched; ``draw_playground`` gives the same picture as an ordinary Figure, and
``draw_answers`` the large surfaces of several networks side by side.
"""

import io
from collections.abc import Iterator, Mapping

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure
from PIL import Image

from nnbyhand import plots
from nnbyhand.explorers.playground_parts import (
    BLOCK,
    DPI,
    HIGH,
    SURFACE,
    WIDE,
    Pasted,
    colours,
    mark_points,
    new_edges,
    set_edges,
    small_surfaces,
    three_axes,
    unit_places,
    widen,
    write_headings,
)
from nnbyhand.playground import Playground
from nnbyhand.playground_points import FEATURES, REACH
from nnbyhand.shapes import Array

N_COLOURS = 128  # of a picture on its way to the browser


def draw_playground(play: Playground) -> Figure:
    """Draw the state of a playground as a figure that does not move.

    Taught in course/07_training_in_practice.
    """
    return Picture(play).figure


def draw_answers(plays: Mapping[str, Playground]) -> Figure:
    """Draw the answers of several playgrounds side by side, each under its name.

    Taught in course/07_training_in_practice.
    """
    figure = plots.new_figure(len(plays), width=2.9 * len(plays), height=3.2)
    told = []
    for ax, (name, play) in zip(figure.axes, plays.items(), strict=True):
        logits = play.surfaces(150).output
        ends = (-REACH, REACH)
        ax.imshow(colours(np.tanh(logits / 2)), origin="lower", extent=ends * 2)
        draw_boundary(ax, logits)
        mark_points(ax, play)
        ax.set(xlim=ends, ylim=ends, title=name, xlabel="x1", ylabel="x2")
        ax.set(xticks=range(-6, 7, 3), yticks=range(-6, 7, 3))
        ax.spines[:].set_visible(True)
        right = f"{100 * play.accuracy():.0f} of 100 test points right"
        told.append(f"{name} after {play.epoch} epochs, {right}")
    figure.alt = (
        "The plane, orange where a network answers 1 and blue where it answers 0, with "
        f"a black line between them and the training points: {'; '.join(told)}."
    )
    return figure


class Picture:
    """One figure for a playground; what rests is drawn once, what moves each time.

    Taught in course/07_training_in_practice.
    """

    def __init__(self, play: Playground) -> None:
        self.figure = plots.new_figure(width=WIDE / DPI, height=HIGH / DPI)
        self.figure.set_layout_engine("none")
        self.figure.dpi = DPI
        plots.close(self.figure)
        FigureCanvasAgg(self.figure)  # whatever backend the notebook has
        self.lay(play)

    def lay(self, play: Playground) -> None:
        """Begin anew, for other settings; a redraw of the same ones is quicker.

        Taught in course/07_training_in_practice.
        """
        self.figure.clear()
        self.background: object = None
        self.places = unit_places(play.sizes[:-1])
        self.net, self.surface, self.losses = three_axes(self.figure)
        write_headings(self.net, self.places, play)
        self.marks = mark_points(self.surface, play)
        for marks in self.marks:
            marks.set_animated(True)
        self.small, self.large = Pasted(self.net, 3), Pasted(self.net, 1)
        self.edges = [new_edges(self.net, sign) for sign in (1, -1)]
        self.lines = [
            self.losses.plot([], [], style, color=colour, label=name, animated=True)[0]
            for name, style, colour in (
                ("training", "-", plots.BLUE),
                ("test", "--", plots.VERMILION),
            )
        ]
        self.losses.legend(loc="upper right", ncols=2, fontsize=9, frameon=False)
        self.boundary: QuadContourSet | None = None
        self.show(play)

    def show(self, play: Playground) -> None:
        """Put the state of the playground into the figure.

        Taught in course/07_training_in_practice.
        """
        seen = play.surfaces(SURFACE[2] // BLOCK)
        self.small.pieces = list(small_surfaces(self.places, seen))
        answer = colours(np.tanh(seen.output / 2))  # the probability, from -1 to 1
        answer = answer.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)
        self.large.pieces = [(*SURFACE[:2], answer)]
        self._bound(seen.output)
        for lines, sign in zip(self.edges, (1, -1), strict=True):
            set_edges(lines, sign, self.places, play)
        for line, losses in zip(
            self.lines, (play.train_loss, play.test_loss), strict=True
        ):
            line.set_data(range(len(losses)), losses)
        if widen(self.losses, play):
            self.background = None
        self.figure.alt = describe(play)

    def png(self) -> bytes:
        """Give the picture as the bytes of a PNG.

        Taught in course/07_training_in_practice.
        """
        canvas = self.figure.canvas
        if self.background is None:
            canvas.draw()
            self.background = canvas.copy_from_bbox(self.figure.bbox)
        canvas.restore_region(self.background)
        for artist in self._moving():
            self.figure.draw_artist(artist)
        pixels = Image.frombuffer(
            "RGBA", canvas.get_width_height(), canvas.buffer_rgba()
        )
        # few colours and little compression: a third of the time and of the bytes
        few = pixels.convert("RGB").quantize(
            N_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        # its mean colour of the ground is 254, which shows on a white page
        few.putpalette([255 if part > 252 else part for part in few.getpalette()])
        stream = io.BytesIO()
        few.save(stream, "png", compress_level=1)
        return stream.getvalue()

    def _moving(self) -> Iterator[Artist]:
        yield from self.edges
        yield self.small
        yield self.large
        if self.boundary is not None:
            yield self.boundary
        yield from self.marks
        yield from self.lines

    def _bound(self, logits: Array) -> None:
        """Draw the line where the answer changes, if it does."""
        if self.boundary is not None:
            self.boundary.remove()
        self.boundary = None
        self.boundary = draw_boundary(self.surface, logits)
        if self.boundary is not None:
            self.boundary.set_animated(True)


def draw_boundary(ax: Axes, logits: Array) -> QuadContourSet | None:
    """Draw the line where the answer changes, if it does somewhere.

    Shapes: logits (n, n) over the whole plane.
    Taught in course/07_training_in_practice.
    """
    if not logits.min() < 0 < logits.max():
        return None
    n = len(logits)
    middles = REACH * ((2 * np.arange(n) + 1) / n - 1)
    style = {"colors": "black", "linewidths": 1.8, "zorder": 1}
    return ax.contour(middles, middles, logits, [0.0], **style)


def describe(play: Playground) -> str:
    """Say in words what the picture shows.

    Taught in course/07_training_in_practice.
    """
    named = ", ".join(FEATURES[name].label for name in play.settings.features)
    ends = [(losses[0], losses[-1]) for losses in (play.train_loss, play.test_loss)]
    train, test = (f"{first:.3f} to {last:.3f}" for first, last in ends)
    right, right_test = (100 * play.accuracy(part) for part in ("train", "test"))
    return (
        f"A {'-'.join(map(str, play.sizes))} network with {play.settings.activation} "
        f"units, fed with {named}, after {play.epoch} epochs on the data set "
        f"{play.settings.data}. Small squares show what each unit answers over the "
        "plane, lines between them the weights, a large square the answer of the "
        "network with its boundary and the training points, circles for 1 and crosses "
        f"for 0. {right:.0f} of 100 training points and {right_test:.0f} of 100 test "
        f"points are right. Below, the training loss goes from {train}, the test loss "
        f"from {test}."
    )
