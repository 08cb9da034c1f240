"""Known slips with convolution and pooling on the way forward."""

from collections.abc import Callable
from inspect import isgenerator
from typing import Any

import numpy as np

from nnbyhand.data import SLIDE_IMAGE, SLIDE_KERNEL
from nnbyhand.misconceptions.task import Probe, Task, one_of
from nnbyhand.shapes import Array

LESSON = "lesson 09, section "
WINDOW = LESSON + "“One window at a time”"
SETTINGS = LESSON + "“Padding, stride, channels”"
POOLING = LESSON + "“Pooling”"

FORWARD = {
    "kernel-flipped": "You flipped the kernel. Networks slide it as it is.",
    "kernel-transposed": "You transposed the kernel.",
    "bias-per-element": "The bias was added several times. Add it once per output.",
    "bias-forgotten": "The bias is missing.",
    "mean-not-sum": "You averaged the window. Add up the products.",
    "always-same-window": "Every output is the first window's.",
    "output-too-large": "Your output is larger than the number of windows that fit. A "
    "side of n has n − k + 1 of them with stride 1.",
    "stride-ignored": "You moved by one. The stride is larger.",
    "channels-separate": "Add up the channels: one filter gives one map.",
    "padding-one-side": "Padding goes on both sides.",
    "padding-ignored": "The frame of zeros is missing: you used the picture without "
    "padding.",
    "first-channel-only": "You used the first channel only. A filter has a kernel for "
    "each channel, and the sums are added.",
    "bias-each-channel": "The bias was added once for each channel. Add it once per "
    "output.",
    "one-bias-for-all": "All maps got the same bias. Filter k has the bias b[k].",
    "first-filter-only": "All your maps are the first filter's. Map k belongs to W[k].",
    "stride-rows-only": "The stride holds for rows and for columns. One of the two "
    "still moves by one.",
    "start-not-stretched": "Your windows begin at row r and column q. With a stride "
    "they begin at r · s and q · s.",
    "axis-too-many": "Your result has one axis too many. Asked is (f, h_out, w_out): "
    "there is one picture, no batch.",
    "whole-numbers": "Your results are whole numbers. An array made with integers cuts "
    "off what stands behind the point: make it with floats.",
    "size-before-padding": "You counted the places before the frame was there. Count "
    "them on the framed picture.",
    "frame-on-channels": "You framed every axis, so channels of zeros stand before and "
    "behind yours. Frame the last two axes only.",
    "edge-repeated": "Your frame repeats the border. It is made of zeros.",
    "maps-last": "Your maps are the last axis. Asked is (f, h_out, w_out).",
    "relu-applied": "Your result has no negative numbers. The activation comes after "
    "this layer: give the sums.",
    "bias-subtracted": "You subtracted the bias. Add it.",
    "one-axis-flipped": "You turned the kernel along one axis. Slide it as it is.",
    "filters-added": "You added up the filters. Each filter gives a map of its own.",
}


def _frame(X: Array, padding: int) -> Array:
    return np.pad(X, ((0, 0), (padding, padding), (padding, padding)))


def _sum(window: Array, kernel: Array, b: float) -> float:
    return (window * kernel).sum() + b


def maps(
    X: Array,
    W: Array,
    b: Array,
    stride: int,
    padding: int,
    one: Callable[..., float] = _sum,
    frame: Callable[[Array, int], Array] = _frame,
    steps: tuple[int, int] | None = None,
) -> Array:
    """Convolve a picture, with one step of it replaced."""
    X = frame(np.asarray(X, float), padding)
    (down, across), (f, _, kh, kw) = steps or (stride, stride), np.shape(W)
    h, w = (X.shape[1] - kh) // down + 1, (X.shape[2] - kw) // across + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        top, left = r * down, q * across
        Z[k, r, q] = one(X[:, top : top + kh, left : left + kw], W[k], b[k])
    return Z


def _slide(image: Array, kernel: Array, b: float, *settings: Any, **how: Any) -> Array:
    image, kernel = np.array(image, float), np.array(kernel, float)
    return maps(image[None], kernel[None, None], [b], *settings, **how)[0]


def _first_window(*arguments: Any) -> Array:
    Z = maps(*arguments)
    return np.zeros(Z.shape) + Z[:, :1, :1]


def _unstretched(X: Array, W: Array, b: Array, stride: int, padding: int) -> Array:
    Z = maps(X, W, b, stride, padding)
    return maps(X, W, b, 1, padding)[:, : Z.shape[1], : Z.shape[2]]


def _counted_early(X: Array, W: Array, b: Array, stride: int, padding: int) -> Array:
    few = maps(X, W, b, stride, 0)
    return maps(X, W, b, stride, padding)[:, : few.shape[1], : few.shape[2]]


def _too_large(values: list, calls: list) -> bool:
    """Tell whether an output has more rows or columns than windows fit."""
    for value, call in zip(values, calls, strict=True):
        X, W, _, stride, padding = call.arguments
        if np.ndim(value) != 3:
            return False
        fits = [
            (n + 2 * padding - k) // stride + 1
            for n, k in zip(X.shape[1:], W.shape[2:], strict=True)
        ]
        if any(got > n for got, n in zip(np.shape(value)[1:], fits, strict=True)):
            return True
    return False


def _by_channel(X: Array, W: Array, b: Array, stride: int, padding: int) -> Array:
    """Give one map for each channel of each filter."""
    kept = [
        maps(X[c : c + 1], W[:, c : c + 1], b, stride, padding) for c in range(len(X))
    ]
    return np.stack(kept, axis=1)


def _not_added(values: list, calls: list) -> bool:
    """Recognise maps that are still apart by channel, however they are arranged."""
    pairs = list(zip(values, calls, strict=True))
    counts = [len(call.arguments[0]) for call in calls]
    return max(counts) > 1 and all(
        np.size(value) == n * maps(*call.arguments).size
        for (value, call), n in zip(pairs, counts, strict=True)
    )


FORWARD_WRONG = {
    "kernel-flipped": lambda X, W, *rest: maps(X, W[..., ::-1, ::-1], *rest),
    "kernel-transposed": lambda X, W, *rest: maps(X, W.swapaxes(2, 3), *rest),
    "bias-forgotten": lambda X, W, b, *rest: maps(X, W, 0 * b, *rest),
    "bias-per-element": lambda *rest: maps(
        *rest, one=lambda x, k, b: (x * k + b).sum()
    ),
    "bias-each-channel": lambda *rest: maps(
        *rest, one=lambda x, k, b: (x * k).sum() + len(x) * b
    ),
    "mean-not-sum": one_of(
        lambda *rest: maps(*rest, one=lambda x, k, b: (x * k).mean() + b),
        lambda *rest: maps(
            *rest, one=lambda x, k, b: (x * k).mean(axis=(1, 2)).sum() + b
        ),
    ),
    "always-same-window": _first_window,
    "one-bias-for-all": lambda X, W, b, *rest: maps(X, W, 0 * b + b[0], *rest),
    "first-filter-only": lambda X, W, *rest: maps(X, 0 * W + W[:1], *rest),
    "first-channel-only": lambda X, W, *rest: maps(X[:1], W[:, :1], *rest),
    "stride-ignored": lambda X, W, b, _s, p: maps(X, W, b, 1, p),
    "stride-rows-only": one_of(
        lambda X, W, b, s, p: maps(X, W, b, s, p, steps=(s, 1)),
        lambda X, W, b, s, p: maps(X, W, b, s, p, steps=(1, s)),
    ),
    "start-not-stretched": _unstretched,
    "padding-ignored": lambda X, W, b, s, _p: maps(X, W, b, s, 0),
    "size-before-padding": _counted_early,
    "padding-one-side": one_of(
        lambda *rest: maps(
            *rest, frame=lambda X, p: np.pad(X, ((0, 0), (0, p), (0, p)))
        ),
        lambda *rest: maps(
            *rest, frame=lambda X, p: np.pad(X, ((0, 0), (0, 2 * p), (0, 2 * p)))
        ),
        lambda *rest: maps(
            *rest, frame=lambda X, p: np.pad(X, ((0, 0), (p, 0), (p, 0)))
        ),
        lambda *rest: maps(
            *rest, frame=lambda X, p: np.pad(X, ((0, 0), (p, p), (0, 0)))
        ),
        lambda *rest: maps(
            *rest, frame=lambda X, p: np.pad(X, ((0, 0), (0, 0), (p, p)))
        ),
    ),
    "channels-separate": Probe(_not_added),
    "axis-too-many": Probe(
        lambda values, _: all(np.ndim(v) == 4 and len(v) == 1 for v in values)
    ),
    "whole-numbers": lambda *rest: np.trunc(maps(*rest)),
    "filters-added": lambda *rest: maps(*rest).sum(axis=0),
    "frame-on-channels": lambda *rest: maps(
        *rest, frame=lambda X, p: np.pad(X, p)[: len(X)]
    ),
    "edge-repeated": lambda *rest: maps(
        *rest, frame=lambda X, p: np.pad(X, ((0, 0), (p, p), (p, p)), mode="edge")
    ),
    "maps-last": one_of(
        lambda *rest: maps(*rest).transpose(1, 2, 0),
        lambda *rest: maps(*rest).transpose(2, 1, 0),
    ),
    "relu-applied": lambda *rest: np.maximum(maps(*rest), 0),
    "bias-subtracted": lambda X, W, b, *rest: maps(X, W, -b, *rest),
    "one-axis-flipped": one_of(
        lambda X, W, *rest: maps(X, W[..., ::-1, :], *rest),
        lambda X, W, *rest: maps(X, W[..., ::-1], *rest),
    ),
    "output-too-large": Probe(_too_large),
}

UNKNOWN = np.array([[1, 0, -2], [3, -1, 0], [4, 2, 5]])  # of exercise conv-hand
SIGNED = ([[1, -2, 0], [4, 1, -1], [-3, 2, 5]], np.array([[2, -1], [3, -2]]), 1.5, 1, 0)

SIZE = {
    "rounded-up": "A window that does not fit is dropped: 75 becomes 37.",
    "not-rounded": "A shape is made of whole numbers. Round down: a window that does "
    "not fit is dropped.",
    "padding-once": "The frame adds p on both sides of each row and column: 2p.",
    "padding-ignored": "The padding does not enter your result.",
    "stride-ignored": FORWARD["stride-ignored"],
    "first-place-forgotten": "You counted the moves, not the places. There is one "
    "place more than there are moves.",
    "window-ignored": "The window's size does not enter your result: its first place "
    "takes up k pixels.",
    "rounded-to-nearest": "You rounded to the nearest whole number. Round down: a "
    "window that does not fit is dropped.",
    "window-one-side": "You used one side of the window for both axes. Its rows belong "
    "to the picture's rows, its columns to the columns.",
    "generator": "You returned a generator, which has counted nothing yet. Wrap it in "
    "tuple( ).",
    "sides-swapped": "Rows first, then columns: yours are the other way round.",
    "window-sides-swapped": "The window's rows belong to the picture's rows, its "
    "columns to the columns.",
    "one-side-only": "You counted one side and used it for both. Each side is counted "
    "on its own.",
    "one-added-inside": "You added 1 before you divided. First divide and round down, "
    "then add 1.",
}


def _sides(rule: Callable[[int, int, int, int], float]) -> Callable[..., list]:
    """Count both sides by a rule of n, k, s and p."""

    def count(shape: Any, window: Any, s: int, p: int) -> list[float]:
        return [rule(n, k, s, p) for n, k in zip(shape, window, strict=True)]

    return count


_right = _sides(lambda n, k, s, p: (n + 2 * p - k) // s + 1)

PATCHES = {
    "patches-turned": "Your matrix lies on its side: windows are rows.",
    "channels-last": "A row holds channel 0 completely, then channel 1. Yours mixes "
    "them, pixel by pixel.",
    "columns-first": "Your windows go down the columns. Reading order goes along the "
    "rows.",
    "window-by-columns": "Inside a row your windows are read column by column. Reading "
    "order goes along the rows.",
    "stride-ignored": FORWARD["stride-ignored"],
    "first-channel-only": "Your rows hold the first channel only.",
    "windows-not-flat": "Your windows are still blocks. Lay each out as one row, for "
    "example with ravel.",
    "channel-rows": "You made a row for each channel of a window. One window is one "
    "row, with all its channels.",
    "stride-rows-only": FORWARD["stride-rows-only"],
    "windows-apart": "Your windows do not overlap. They move by the stride, not by "
    "their own size.",
    "window-sides-swapped": "Rows and columns of the window are exchanged: kh is its "
    "rows.",
    "window-turned": "Inside a row your windows run backwards. Patches are read as "
    "they lie.",
    "last-window-dropped": "The last windows of each side are missing. Windows begin "
    "at 0 up to and including n − k.",
}


def _windows(X: Array, kh: int, kw: int, stride: int) -> Array:
    """Give the windows as (h_out, w_out, c, kh, kw)."""
    view = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    return view[:, ::stride, ::stride].transpose(1, 2, 0, 3, 4)


def _laid(*axes: int) -> Callable[..., Array]:
    """Lay windows out with their axes in another order; the first two are places."""

    def rows(X: Array, kh: int, kw: int, stride: int) -> Array:
        return _windows(X, kh, kw, stride).transpose(axes).reshape(-1, len(X) * kh * kw)

    return rows


def _rows_of(X: Array, kh: int, kw: int, down: int, across: int) -> Array:
    view = _windows(X, kh, kw, 1)[::down, ::across]
    return view.reshape(-1, len(X) * kh * kw)


def _short(X: Array, kh: int, kw: int, stride: int) -> Array:
    return _laid(0, 1, 2, 3, 4)(X[:, :-1, :-1], kh, kw, stride)


KERNELS = {
    "picture-returned": "You returned a picture. Return the kernel, 3 × 3.",
    "moves-left": "Your picture moves to the left. A place of the result takes the "
    "pixel on which the 1 lies: for a move to the right that is its left neighbour.",
    "moves-down": "Your picture moves down. The 1 lies on the pixel above: rows of the "
    "kernel are rows of the picture.",
    "moves-up": "Your picture moves up. The 1 lies on the pixel below: rows of the "
    "kernel are rows of the picture.",
    "stays": "Your picture stays where it is: the 1 lies on the pixel itself.",
    "copied-twice": "Your result holds the picture more than once. A move has a single "
    "1, and 0 in the middle.",
    "mean-not-sum": "You added up the five pixels. A mean divides by how many there "
    "are.",
    "nine-for-five": "You averaged nine pixels. The corners do not count here.",
    "middle-forgotten": "You left out the pixel itself. The mean is of five.",
    "divided-by-nine": "Five pixels count, and you divided by nine.",
    "corners-for-neighbours": "You took the corners. Asked are above, below, left and "
    "right.",
    "scaled": "Your numbers are a multiple of those asked. Which weight makes the "
    "pixel count once?",
    "edge-turned": "You took left minus right. The weight of the right neighbour is "
    "+1.",
    "edge-upright": "You compared above and below. Left and right neighbours stand in "
    "the middle row.",
    "pixel-for-left": "You subtracted the pixel itself. Subtract its left neighbour.",
    "all-three-rows": "You used three rows. Asked are the two neighbours in the same "
    "row.",
    "neighbours-added": "You added the neighbours. Subtract the left one.",
}


PICTURE = Probe(
    lambda values, _: np.ndim(values[0]) >= 2 and min(np.shape(values[0])[-2:]) > 3
)


def _kernel(*rows: tuple[float, ...], by: float = 1) -> Callable[[], Array]:
    return lambda: np.array(rows, dtype=float) / by


def _multiple(*rows: tuple[float, ...]) -> Probe:
    """Recognise a kernel times some positive number."""

    def holds(values: list, _calls: list) -> bool:
        mine, its = np.asarray(values[0], float), np.array(rows, float)
        return mine.max() > 0 and np.allclose(mine / mine.max(), its)

    return Probe(holds)


POOL = {
    "average-for-max": "You averaged. Take the largest.",
    "maximum-from-zero": "A window of negatives gave 0. Start with its first value.",
    "absolute-maximum": "You dropped the sign.",
    "corner-last": "You took the window's last value.",
    "windows-overlap": "Your windows overlap. The stride is 2.",
    "diagonal-only": "You looked at two of the four values.",
    "corner-first": "You took the window's first value.",
    "smallest-for-max": "You took the smallest.",
    "stride-is-size": "You moved by the window's size. Move by the stride.",
    "rounded-up": "A window that does not fit any more is dropped.",
    "channels-mixed": "You took one number over all channels. Each channel is pooled "
    "on its own.",
    "max-for-average": "You took the largest. Here the mean is asked.",
    "sum-for-average": "You added up. A mean divides by how many numbers a window has.",
    "whole-numbers": FORWARD["whole-numbers"],
    "divided-by-four": "You divided by 4 whatever the size. A window has size · size "
    "numbers.",
    "side-assumed": "Your result is square. Rows and columns are counted each on their "
    "own.",
    "divided-by-size": "You divided by the size. A window has size · size numbers.",
}
OVERLAP = POOL | {
    "windows-overlap": "Your windows overlap where they should not. Move by the stride."
}


def pooled(
    keep: Callable[[Array], Array], step: str = "stride", up: bool = False
) -> Callable[..., Array]:
    """Pool with a rule of the windows (c, rows, columns), with one step replaced."""

    def pool(A: Array, size: int, stride: int, _kind: str) -> Array:
        A = np.asarray(A, float)
        stride = {"stride": stride, "size": size, "one": 1}[step]
        more = stride - 1 if up else 0
        counts = ((n - size + more) // stride + 1 for n in A.shape[1:])
        tops, lefts = (stride * np.arange(count) for count in counts)
        out = [[keep(A[:, t : t + size, q : q + size]) for q in lefts] for t in tops]
        return np.moveaxis(np.array(out), 2, 0)

    return pool


def _over(rule: Callable[..., Array]) -> Callable[[Array], Array]:
    return lambda window: rule(window, axis=(1, 2))


def _diagonal(window: Array) -> Array:
    return np.diagonal(window, axis1=1, axis2=2).max(axis=1)


def _mixed(rule: Callable[..., Array]) -> Probe:
    """Recognise one map for all channels, repeated or alone."""

    def holds(values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            one = pooled(lambda w: rule(w)[None])(*call.arguments)
            if not np.allclose(np.asarray(value, float), one):
                return False
        return max(len(call.arguments[0]) for call in calls) > 1

    return Probe(holds)


def _is_square(maps_: Any) -> bool:
    return np.ndim(maps_) == 3 and np.shape(maps_)[1] == np.shape(maps_)[2]


POOL_WRONG = {
    "windows-overlap": pooled(_over(np.max), "one"),
    "stride-is-size": pooled(_over(np.max), "size"),
    "rounded-up": pooled(_over(np.max), up=True),
    "average-for-max": pooled(_over(np.mean)),
    "maximum-from-zero": pooled(lambda w: np.maximum(w.max(axis=(1, 2)), 0)),
    "absolute-maximum": pooled(lambda w: np.abs(w).max(axis=(1, 2))),
    "corner-last": pooled(lambda w: w[:, -1, -1]),
    "corner-first": pooled(lambda w: w[:, 0, 0]),
    "smallest-for-max": pooled(_over(np.min)),
    "diagonal-only": pooled(_diagonal),
    "channels-mixed": _mixed(np.max),
    "side-assumed": Probe(lambda values, _: all(map(_is_square, values))),
}
AVERAGE_WRONG = {
    "whole-numbers": lambda *rest: np.trunc(pooled(_over(np.mean))(*rest)),
    "windows-overlap": pooled(_over(np.mean), "one"),
    "stride-is-size": pooled(_over(np.mean), "size"),
    "rounded-up": pooled(_over(np.mean), up=True),
    "max-for-average": pooled(_over(np.max)),
    "sum-for-average": pooled(_over(np.sum)),
    "divided-by-size": pooled(lambda w: w.sum(axis=(1, 2)) / w.shape[1]),
    "corner-last": pooled(lambda w: w[:, -1, -1]),
    "divided-by-four": pooled(lambda w: w.sum(axis=(1, 2)) / 4),
    "channels-mixed": _mixed(np.mean),
    "side-assumed": Probe(lambda values, _: all(map(_is_square, values))),
}

TASKS = {
    "conv-hand-slide": Task(
        FORWARD
        | {
            "ones-counted": "You counted the ones under the window. Multiply each by "
            "the weight that lies on it.",
            "padding-ignored": "Those are numbers without the frame of zeros. With "
            "padding 1 the first window begins above and left of the picture.",
        },
        {
            "padding-ignored": one_of(
                lambda: _slide(SLIDE_IMAGE, SLIDE_KERNEL, 0, 1, 0),
                lambda: _slide(SLIDE_IMAGE, SLIDE_KERNEL, 0, 2, 0),
            ),
            "stride-ignored": lambda: _slide(SLIDE_IMAGE, SLIDE_KERNEL, 0, 1, 1),
            "start-not-stretched": lambda: _slide(SLIDE_IMAGE, SLIDE_KERNEL, 0, 1, 1)[
                :3, :3
            ],
            "ones-counted": lambda: _slide(SLIDE_IMAGE, np.ones((3, 3)), 0, 2, 1),
            "padding-one-side": lambda: _slide(
                np.pad(SLIDE_IMAGE, (0, 2)), SLIDE_KERNEL, 0, 2, 0
            ),
        },
        SETTINGS,
    ),
    "conv-hand-signed": Task(
        FORWARD
        | {
            "signs-dropped": "You counted negative products as positive. Minus times "
            "plus is minus."
        },
        {
            "bias-forgotten": lambda: _slide(*SIGNED[:2], 0, 1, 0),
            "bias-per-element": lambda: _slide(*SIGNED[:2], 4 * 1.5, 1, 0),
            "kernel-flipped": lambda: _slide(
                SIGNED[0], SIGNED[1][::-1, ::-1], *SIGNED[2:]
            ),
            "kernel-transposed": lambda: _slide(SIGNED[0], SIGNED[1].T, *SIGNED[2:]),
            "mean-not-sum": lambda: _slide(SIGNED[0], SIGNED[1] / 4, *SIGNED[2:]),
            "signs-dropped": lambda: _slide(
                *SIGNED, one=lambda x, k, b: np.abs(x * k).sum() + b
            ),
        },
        WINDOW,
    ),
    "conv-hand-kernel": Task(
        {
            "kernel-unturned": "Your kernel is the picture it made of one pixel. In "
            "the first window that pixel lay under the last weight: the result shows "
            "the kernel turned by half a turn.",
            "pixel-of-two": "The pixel is a 2, so each number is twice a weight.",
            "kernel-transposed": "You exchanged rows and columns. The window moves "
            "along a row first.",
            "one-axis-turned": "You turned one axis only. The pixel moves through the "
            "window from last to first row, and from last to first column.",
        },
        {
            "kernel-unturned": one_of(
                lambda: UNKNOWN[::-1, ::-1], lambda: 2 * UNKNOWN[::-1, ::-1]
            ),
            "pixel-of-two": one_of(lambda: 2 * UNKNOWN, lambda: 4 * UNKNOWN),
            "kernel-transposed": one_of(
                lambda: UNKNOWN.T, lambda: UNKNOWN[::-1, ::-1].T
            ),
            "one-axis-turned": one_of(lambda: UNKNOWN[::-1], lambda: UNKNOWN[:, ::-1]),
        },
        WINDOW,
    ),
    "conv-size": Task(
        SIZE,
        {
            "rounded-up": _sides(lambda n, k, s, p: -(-(n + 2 * p - k) // s) + 1),
            "not-rounded": _sides(lambda n, k, s, p: (n + 2 * p - k) / s + 1),
            "generator": Probe(lambda values, _: all(map(isgenerator, values))),
            "rounded-to-nearest": one_of(
                _sides(lambda n, k, s, p: round((n + 2 * p - k) / s) + 1),
                _sides(lambda n, k, s, p: round((n + 2 * p - k) / s + 1)),
            ),
            "padding-once": _sides(lambda n, k, s, p: (n + p - k) // s + 1),
            "padding-ignored": _sides(lambda n, k, s, p: (n - k) // s + 1),
            "stride-ignored": _sides(lambda n, k, s, p: n + 2 * p - k + 1),
            "first-place-forgotten": _sides(lambda n, k, s, p: (n + 2 * p - k) // s),
            "window-ignored": one_of(
                _sides(lambda n, k, s, p: (n + 2 * p) // s),
                _sides(lambda n, k, s, p: (n + 2 * p) // s + 1),
            ),
            "one-added-inside": _sides(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
            "sides-swapped": lambda *rest: _right(*rest)[::-1],
            "window-sides-swapped": lambda shape, window, s, p: _right(
                shape, window[::-1], s, p
            ),
            "window-one-side": one_of(
                lambda shape, window, s, p: _right(shape, window[:1] * 2, s, p),
                lambda shape, window, s, p: _right(shape, window[1:] * 2, s, p),
            ),
            "one-side-only": one_of(
                lambda *rest: [_right(*rest)[0]] * 2,
                lambda *rest: [_right(*rest)[1]] * 2,
            ),
        },
        SETTINGS,
    ),
    "conv-kernels-shift": Task(
        KERNELS,
        {
            "picture-returned": PICTURE,
            "moves-left": _kernel((0, 0, 0), (0, 0, 1), (0, 0, 0)),
            "moves-down": _kernel((0, 1, 0), (0, 0, 0), (0, 0, 0)),
            "moves-up": _kernel((0, 0, 0), (0, 0, 0), (0, 1, 0)),
            "stays": _kernel((0, 0, 0), (0, 1, 0), (0, 0, 0)),
            "scaled": _multiple((0, 0, 0), (1, 0, 0), (0, 0, 0)),
            "copied-twice": Probe(
                lambda values, _: (
                    np.shape(values[0]) == (3, 3)
                    and np.count_nonzero(np.asarray(values[0], float)) > 1
                )
            ),
        },
        LESSON + "“What kernels see”",
    ),
    "conv-kernels-soften": Task(
        KERNELS,
        {
            "picture-returned": PICTURE,
            "mean-not-sum": _kernel((0, 1, 0), (1, 1, 1), (0, 1, 0)),
            "nine-for-five": _kernel((1, 1, 1), (1, 1, 1), (1, 1, 1), by=9),
            "middle-forgotten": one_of(
                _kernel((0, 1, 0), (1, 0, 1), (0, 1, 0), by=4),
                _kernel((0, 1, 0), (1, 0, 1), (0, 1, 0), by=5),
            ),
            "divided-by-nine": _kernel((0, 1, 0), (1, 1, 1), (0, 1, 0), by=9),
            "corners-for-neighbours": _kernel((1, 0, 1), (0, 1, 0), (1, 0, 1), by=5),
        },
        LESSON + "“What kernels see”",
    ),
    "conv-kernels-edge": Task(
        KERNELS,
        {
            "picture-returned": PICTURE,
            "edge-turned": _kernel((0, 0, 0), (1, 0, -1), (0, 0, 0)),
            "edge-upright": one_of(
                _kernel((0, -1, 0), (0, 0, 0), (0, 1, 0)),
                _kernel((0, 1, 0), (0, 0, 0), (0, -1, 0)),
            ),
            "pixel-for-left": _kernel((0, 0, 0), (0, -1, 1), (0, 0, 0)),
            "all-three-rows": one_of(
                _kernel((-1, 0, 1), (-1, 0, 1), (-1, 0, 1)),
                _kernel((-1, 0, 1), (-2, 0, 2), (-1, 0, 1)),
            ),
            "neighbours-added": _kernel((0, 0, 0), (1, 0, 1), (0, 0, 0)),
            "scaled": _multiple((0, 0, 0), (-1, 0, 1), (0, 0, 0)),
        },
        LESSON + "“What kernels see”",
    ),
    "conv-forward": Task(FORWARD, FORWARD_WRONG, SETTINGS),
    "conv-patches": Task(
        PATCHES,
        {
            "patches-turned": lambda *rest: _laid(0, 1, 2, 3, 4)(*rest).T,
            "channels-last": _laid(0, 1, 3, 4, 2),
            "columns-first": _laid(1, 0, 2, 3, 4),
            "window-by-columns": _laid(0, 1, 2, 4, 3),
            "stride-ignored": lambda X, kh, kw, _s: _laid(0, 1, 2, 3, 4)(X, kh, kw, 1),
            "first-channel-only": lambda X, *rest: _laid(0, 1, 2, 3, 4)(X[:1], *rest),
            "windows-not-flat": Probe(
                lambda values, _: all(np.ndim(value) > 2 for value in values)
            ),
            "channel-rows": one_of(
                lambda X, kh, kw, s: _windows(X, kh, kw, s).reshape(-1, kh * kw),
                lambda X, kh, kw, s: np.moveaxis(_windows(X, kh, kw, s), 2, 0).reshape(
                    -1, kh * kw
                ),
            ),
            "last-window-dropped": _short,
            "stride-rows-only": one_of(
                lambda X, kh, kw, s: _rows_of(X, kh, kw, s, 1),
                lambda X, kh, kw, s: _rows_of(X, kh, kw, 1, s),
            ),
            "windows-apart": lambda X, kh, kw, _s: _rows_of(X, kh, kw, kh, kw),
            "window-sides-swapped": lambda X, kh, kw, s: _rows_of(X, kw, kh, s, s),
            "window-turned": lambda X, kh, kw, s: _windows(X, kh, kw, s)[
                ..., ::-1, ::-1
            ].reshape(-1, len(X) * kh * kw),
        },
        LESSON + "“The same sums, four ways”",
    ),
    "pool-forward-max": Task(OVERLAP, POOL_WRONG, POOLING),
    "pool-forward-average": Task(OVERLAP, AVERAGE_WRONG, POOLING),
}
