"""Slide a kernel, look through kernels, see what a convolutional network has learned.

``sliding_explorer`` builds one sum after the other, ``kernel_explorer`` filters real
pictures; ``draw_filters``, ``draw_maps`` and ``draw_parts`` open a trained network.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from nnbyhand import data, plots
from nnbyhand.conv import conv2d, output_size
from nnbyhand.shapes import Array
from nnbyhand.widgets import DescribedImage, Explorer

# positive is orange, zero white, negative blue
SIGNED = LinearSegmentedColormap.from_list(
    "signed", [plots.BLUE, "#FFFFFF", plots.ORANGE]
)
BOARD = (6.0, 2.7)
GALLERY = (6.0, 2.3)

EXAMPLES = {
    "slide, zeros and ones": (data.SLIDE_IMAGE, data.SLIDE_KERNEL),
    "signed numbers": (data.SIGNED_IMAGE, data.SIGNED_KERNEL),
}

KERNELS: dict[str, tuple[list[list[float]], str]] = {
    "copy": ([[0, 0, 0], [0, 1, 0], [0, 0, 0]], "Only the middle counts: a copy."),
    "blur": (
        [[1 / 9] * 3] * 3,
        "The mean of nine pixels: fine patterns are lost, the brightness stays.",
    ),
    "sharpen": (
        [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
        "The middle stands out against its neighbours; the weights add up to 1.",
    ),
    "edge, left to right": (
        [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
        "Positive where it is brighter on the right, negative where it is darker.",
    ),
    "edge, top to bottom": (
        [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
        "Positive where it is brighter below, negative where it is darker.",
    ),
    "outline": (
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        "The weights add up to 0: even areas vanish, every edge stays.",
    ),
}
PICTURES = {"ankle boot": 6, "shirt": 3, "dress": 2, "sandal": 0}


def draw_sliding(
    image: Array, kernel: Array, place: int = 0, stride: int = 1, padding: int = 0
) -> Figure:
    """Draw a kernel over one window of an image, and the results up to there.

    Shapes: image (h, w), kernel (kh, kw). Taught in course/09_convolutional_networks.
    """
    figure = plots.new_figure(width=BOARD[0], height=BOARD[1])
    board = _Board(figure.axes[0], image, kernel, stride, padding)
    figure.alt = board.move(place)
    return figure


def sliding_explorer() -> Explorer:
    """Move a kernel from place to place; each sum is built in words.

    Taught in course/09_convolutional_networks.
    """
    example = _choice("example", {k: k for k in EXAMPLES}, "slide, zeros and ones")
    stride = _choice("stride", {"1": 1, "2": 2}, "1")
    padding = _choice("padding", {"0": 0, "1": 1}, "0")
    names = (("back", -1), ("next", 1), ("start again", 0))
    buttons = [
        widgets.Button(description=name, layout={"width": "92px"}) for name, _ in names
    ]
    figure, image = _stage(BOARD)
    words, state = widgets.HTML(), {}

    def show() -> None:
        said = state["board"].move(state["place"])
        words.value = (
            f"<div style='width: 300px'><p aria-live='polite'>{said}</p></div>"
        )
        image.feed(figure)

    def lay(_change: object = None) -> None:
        figure.axes[0].clear()
        settings = (stride.value, padding.value)
        state["board"] = _Board(figure.axes[0], *EXAMPLES[example.value], *settings)
        state["place"] = 0
        show()

    def walk(by: int) -> None:
        last = len(state["board"].places) - 1
        state["place"] = min(max(state["place"] + by, 0), last) if by else 0
        show()

    for control in (example, stride, padding):
        control.observe(lay, "value")
    for button, (_, by) in zip(buttons, names, strict=True):
        button.on_click(lambda _button, by=by: walk(by))
    lay()
    controls = [example, stride, padding, widgets.HBox(buttons), words]
    return _explorer(controls, image, state["board"].move(0))


def draw_kernel(name: str, picture: Array) -> Figure:
    """Draw a picture, a kernel of the gallery, and what the kernel makes of it.

    Shapes: picture (h, w). Taught in course/09_convolutional_networks.
    """
    figure = plots.new_figure(columns=3, width=GALLERY[0], height=GALLERY[1])
    figure.alt = _fill_gallery(figure, name, np.asarray(picture))
    return figure


def kernel_explorer() -> Explorer:
    """Choose a kernel and a real picture: blur, sharpen, edges.

    Taught in course/09_convolutional_networks.
    """
    kernel = _choice("kernel", {name: name for name in KERNELS}, "edge, left to right")
    which = _choice("picture", PICTURES, "ankle boot")
    figure, image = _stage(GALLERY, columns=3)
    pictures, words = data.load_fashion_mnist().test_images, widgets.HTML()
    parts: dict = {}

    def redraw(_change: object = None) -> None:
        said = _fill_gallery(figure, kernel.value, pictures[which.value, 0], parts)
        words.value = (
            f"<div style='width: 300px'><p aria-live='polite'>{said}</p></div>"
        )
        image.feed(figure)

    redraw()
    figure.canvas.draw()
    figure.set_layout_engine("none")  # found once; finding it again costs most of it
    for control in (kernel, which):
        control.observe(redraw, "value")
    alt = _fill_gallery(figure, kernel.value, pictures[which.value, 0], parts)
    return _explorer([kernel, which, words], image, alt)


def draw_layers(rows: Sequence[tuple[str, int, int]]) -> Figure:
    """Draw the layers of a network, a box each: as high as its maps, wider for more.

    Rows are name, height, channels; height 1 is a dense layer.
    Taught in course/09_convolutional_networks.
    """
    figure = plots.new_figure(width=6.8, height=2.4)
    ax, x, told = figure.axes[0], 0.0, []
    for name, size, channels in rows:
        dense = size == 1
        high = 0.2 + channels / 600 if dense else size / 75
        wide = 0.12 if dense else 0.05 + channels / 200
        colour = plots.VERMILION if dense else plots.BLUE
        box = (x - wide / 2, -high / 2)
        ax.add_patch(Rectangle(box, wide, high, fc="white", ec=colour, lw=2))
        shape = f"{channels}" if dense else f"{size}×{size}\n×{channels}"
        ax.text(x, -1.2, shape, ha="center", va="top", fontsize=8)
        ax.text(x, 1.15, name, ha="center", va="bottom", fontsize=8)
        told.append(f"{name} {shape}".replace("\n", ""))
        x += 0.95
    ax.set(xlim=(-0.5, x - 0.5), ylim=(-1.75, 1.5))
    ax.axis("off")
    figure.alt = f"Boxes from left to right, lower and wider: {', '.join(told)}."
    return figure


def draw_filters(W: Array) -> Figure:
    """Draw the filters of a first layer, orange for positive, blue for negative.

    Shapes: W (c_out, 1, kh, kw). Taught in course/09_convolutional_networks.
    """
    W = np.asarray(W)[:, 0]
    figure = plots.new_figure(columns=len(W), width=6.8, height=1.25)
    most = np.abs(W).max()
    for i, (ax, kernel) in enumerate(zip(figure.axes, W, strict=True)):
        ax.imshow(kernel, SIGNED, vmin=-most, vmax=most)
        _bare(ax, str(i))
        for (r, c), value in np.ndenumerate(kernel):
            sign = "+" if value > 0 else "−"
            ax.text(c, r, sign, ha="center", va="center", fontsize=8)
    figure.alt = (
        f"{len(W)} filters of {W.shape[1]} by {W.shape[2]} weights, each weight with "
        "its sign and a colour, orange for plus and blue for minus; in most of them "
        "plus and minus gather on different sides."
    )
    return figure


def draw_maps(picture: Array, layers: Mapping[str, Array]) -> Figure:
    """Draw a picture and, a row for each layer, the first maps it turns into.

    Shapes: picture (h, w), each layer (c, h, w).
    Taught in course/09_convolutional_networks.
    """
    columns = 8
    figure = plots.new_figure(width=6.8, height=1.0 * len(layers) + 0.1)
    figure.clear()
    grid = figure.subplots(len(layers), columns + 1, squeeze=False)
    for row, (name, maps) in zip(grid, layers.items(), strict=True):
        row[0].imshow(picture, "gray")
        _bare(row[0], "picture")
        for i, (ax, shown) in enumerate(zip(row[1:], maps, strict=False)):
            ax.imshow(shown, "gray")
            _bare(ax, f"{name}, {i}" if i == 0 else str(i))
    sizes = [
        f"{name}: {len(m)} maps of {m.shape[1]}×{m.shape[2]}"
        for name, m in layers.items()
    ]
    figure.alt = (
        f"A picture and its first {columns} maps in each layer "
        f"({'; '.join(sizes)}): those of the first layer still show the picture, with "
        "its edges brightened; the later ones are coarse spots."
    )
    return figure


def draw_parts(
    images: Array, maps: Array, channels: Sequence[int], reach: tuple[int, int, int]
) -> Figure:
    """Draw, for some channels, the patches of pictures that excite them most.

    ``reach`` is stride, size and padding of what one unit sees in the picture.
    Shapes: images (n, h, w), maps (n, c, h, w).
    Taught in course/09_convolutional_networks.
    """
    stride, size, padding = reach
    padded = np.pad(images, ((0, 0), (padding, size), (padding, size)))
    count = 9
    figure = plots.new_figure(width=6.8, height=0.85 * len(channels))
    figure.clear()
    grid = figure.subplots(len(channels), count, squeeze=False)
    for row, channel in zip(grid, channels, strict=True):
        best = maps[:, channel].reshape(len(maps), -1)
        order = np.argsort(-best.max(axis=1), kind="stable")[:count]
        for ax, i in zip(row, order, strict=True):
            r, c = np.unravel_index(best[i].argmax(), maps.shape[2:])
            top, left = stride * r, stride * c
            patch = padded[i, top : top + size, left : left + size]
            ax.imshow(patch, "gray", vmin=0, vmax=images.max())
            _bare(ax)
        row[0].set_ylabel(str(channel), rotation=0, labelpad=8, va="center", fontsize=8)
    figure.alt = (
        f"Rows for the filters {', '.join(map(str, channels))}, each with the {count} "
        f"patches of {size} by {size} pixels, from {count} pictures, that it answers "
        "most strongly: within a row they look alike."
    )
    return figure


class _Board:
    """An image with a window that moves, and the results found so far."""

    def __init__(
        self, ax: Axes, image: Array, kernel: Array, stride: int, padding: int
    ) -> None:
        self.kernel, self.stride = np.asarray(kernel), stride
        self.image = np.pad(np.asarray(image), padding)
        sizes = zip(np.shape(image), self.kernel.shape, strict=True)
        grid = tuple(output_size(*size, stride, padding) for size in sizes)
        self.places = list(np.ndindex(*grid))
        high, wide = self.image.shape
        self._cells(ax, (0, 0), padding)
        for i, j in np.ndindex(high, wide):
            rim = not (padding <= i < high - padding and padding <= j < wide - padding)
            style = {"color": "0.55" if rim else "black", "va": "center"}
            ax.text(j + 0.42, -i - 0.42, _plain(self.image[i, j]), ha="center", **style)
        kh, kw = self.kernel.shape
        self.window = Rectangle(
            (0, -kh), kw, kh, fc=plots.PALE[0], ec=plots.VERMILION, lw=2.5, zorder=0.5
        )
        ax.add_patch(self.window)
        small = {"fontsize": 7, "color": plots.VERMILION, "style": "italic"}
        self.weights = {
            place: ax.text(0, 0, f"×{_plain(value)}", ha="right", va="bottom", **small)
            for place, value in np.ndenumerate(self.kernel)
        }
        left, top = wide + 1.2, -(high - grid[0]) / 2
        self._cells(ax, (left, top), 0, grid)
        bold = {"ha": "center", "va": "center"}
        self.results = [
            ax.text(left + c + 0.5, top - r - 0.5, "", **bold) for r, c in self.places
        ]
        ax.text(0, 0.25, "image" + (", padded" if padding else ""), fontsize=9)
        ax.text(left, top + 0.25, "result", fontsize=9)
        ax.set(xlim=(-0.3, left + grid[1] + 0.3), ylim=(-high - 0.3, 0.9))
        ax.set_aspect("equal")
        ax.axis("off")

    def _cells(
        self,
        ax: Axes,
        corner: tuple[float, float],
        padding: int,
        grid: tuple[int, ...] = (),
    ) -> None:
        """Draw the lines of a grid; those of the padding are dashed."""
        high, wide = grid or self.image.shape
        x, y = corner
        for p, style in ((0, "--" if padding else "-"), (padding, "-")):
            for i in range(p, high - p + 1):
                ax.plot([x + p, x + wide - p], [y - i, y - i], style, color="0.6", lw=1)
            for j in range(p, wide - p + 1):
                ax.plot([x + j, x + j], [y - p, y - high + p], style, color="0.6", lw=1)

    def move(self, place: int) -> str:
        """Put the window on a place, fill in the results, give the sum in words."""
        row, column = self.places[place]
        top, left = self.stride * row, self.stride * column
        kh, kw = self.kernel.shape
        self.window.set_xy((left, -top - kh))
        for (i, j), text in self.weights.items():
            text.set_position((left + j + 0.96, -top - i - 0.98))
        for k, text in enumerate(self.results):
            text.set_text(_plain(self._sum(k)) if k <= place else "")
            text.set_weight("bold" if k == place else "normal")
        window = self.image[top : top + kh, left : left + kw]
        pairs = zip(window.ravel(), self.kernel.ravel(), strict=True)
        products = " + ".join(f"{_factor(x)}·{_factor(k)}" for x, k in pairs)
        return (
            f"Place {place + 1} of {len(self.places)}, row {row}, column {column}: "
            f"{products} = {_plain(self._sum(place))}."
        )

    def _sum(self, place: int) -> float:
        row, column = self.places[place]
        top, left = self.stride * row, self.stride * column
        kh, kw = self.kernel.shape
        return float((self.image[top : top + kh, left : left + kw] * self.kernel).sum())


def _fill_gallery(
    figure: Figure, name: str, picture: Array, parts: dict | None = None
) -> str:
    """Draw a kernel at work, or change what is drawn; give it in words."""
    parts = {} if parts is None else parts
    values, sentence = KERNELS[name]
    kernel, picture = np.array(values), picture / 255.0
    result = conv2d(picture[None, None], kernel[None, None], padding=1)[0, 0]
    signed = kernel.sum() < 0.5
    if not parts:
        names = ("picture", "kernel", "result")
        for ax, part in zip(figure.axes, names, strict=True):
            shape = (3, 3) if part == "kernel" else picture.shape
            parts[part] = ax.imshow(np.zeros(shape))
            _bare(ax, part)
        ax = figure.axes[1]
        style = {"ha": "center", "va": "center", "fontsize": 9}
        parts["weights"] = [ax.text(c, r, "", **style) for r, c in np.ndindex(3, 3)]
    largest = float(np.abs(result).max())
    shown = {
        "picture": (picture, "gray", 0, 1),
        "kernel": (kernel, SIGNED, *(1.6 * np.abs(kernel).max() * np.array([-1, 1]))),
        "result": (result, SIGNED, -largest, largest)
        if signed
        else (result, "gray", 0, 1),
    }
    for part, (array, colours, *limits) in shown.items():
        parts[part].set_data(array)
        parts[part].set_cmap(colours)
        parts[part].set_clim(*limits)
    for text, value in zip(parts["weights"], kernel.ravel(), strict=True):
        text.set_text("1/9" if name == "blur" else _plain(value))
    colour = " Orange is positive, blue is negative." if signed else ""
    low, high = (_plain(round(end, 2)) for end in (result.min(), result.max()))
    return (
        f"The kernel “{name}”: {sentence} The result lies between {low} and {high}."
        f"{colour}"
    )


def _stage(
    size: tuple[float, float], columns: int = 1
) -> tuple[Figure, DescribedImage]:
    figure = plots.new_figure(columns=columns, width=size[0], height=size[1])
    plots.close(figure)
    width, height = (f"{0.75 * 110 * inches:.0f}px" for inches in size)
    layout = {"width": width, "height": height}
    return figure, DescribedImage(format="png", layout=layout)


def _explorer(controls: list, image: DescribedImage, alt: str) -> Explorer:
    explorer = Explorer(controls, image, alt)
    explorer.children[0].layout.flex = "0 0 310px"  # the picture gives way, not words
    return explorer


def _choice(name: str, options: Mapping, value: str) -> widgets.Dropdown:
    return widgets.Dropdown(
        options=list(options.items()),
        value=options[value],
        description=name,
        layout={"width": "290px"},
    )


def _bare(ax: Axes, title: str = "") -> None:
    ax.set(xticks=[], yticks=[])
    ax.set_title(title, fontsize=8)
    for side in ax.spines.values():
        side.set(visible=True, color="0.7")


def _plain(value: float) -> str:
    return f"{value + 0.0:g}".replace("-", "−")


def _factor(value: float) -> str:
    return f"({_plain(value)})" if value < 0 else _plain(value)
