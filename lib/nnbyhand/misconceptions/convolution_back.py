"""Known slips with gradients of convolution and pooling, with counting and training."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.network import Network
from nnbyhand.shapes import Array

LESSON = "lesson 09, section "
BACK = LESSON + "“The way back”"

BACKWARD = {
    "upstream-ignored": "Your gradient ignores what arrives from above.",
    "not-flipped-back": "Your kernel lies the wrong way round. Written into "
    "windows, G[r, q] * K goes back as it is; only the sliding form turns it.",
    "borders-lost": "dX has the size of X: pad G.",
    "pool-spread": "Only the winner gets the gradient.",
    "winner-by-value": "One place per window wins.",
    "overlap-overwritten": "A pixel serves several windows. Add its gradients.",
    "gradient-flipped": "You flipped the kernel's gradient. Weight (i, j) met the "
    "pixels that begin at row i, column j.",
    "places-averaged": "You averaged over the places. Add up: every place counts.",
    "last-place-only": "Your dW knows the last place only. A weight serves all places: "
    "add up what they give.",
    "channels-swapped": "dW has the shape of W: filters first, then channels. Yours "
    "has them exchanged.",
    "channels-alike": "Your dW is the same for all channels. Weight (k, c, i, j) met "
    "pixels of channel c.",
    "filters-alike": "Your dW is the same for all filters. Filter k gets the gradient "
    "G[k].",
    "parts-swapped": "You returned db first. Asked are dW, then db.",
    "bias-mean": "You averaged G for the bias. A bias enters every sum: add them up.",
    "bias-one-number": "Each filter has a bias of its own. Add up G over the places, "
    "not over the filters.",
    "bias-zero": "Your bias gradient is zero: biases learn too.",
    "bias-upstream-ignored": "Your bias gradient counts places. Add up what arrives "
    "from above.",
    "frame-kept": "Your result still has the frame. Cut it off: it is no part of the "
    "picture.",
    "frame-cut-at-end": "You cut the frame at the end only. It stands on all four "
    "sides.",
    "stride-ignored": "You moved by one. The window of place (r, q) begins at r · s "
    "and q · s.",
    "empty-cut": "One of your results is empty. With padding 0 the slice p : -p holds "
    "nothing: count from the front, p : p + h.",
    "kernel-ignored": "Your gradient ignores the kernel. Place (r, q) sends back "
    "G[r, q] times each weight.",
    "winner-by-size": "You chose the winner by its absolute value. The largest number "
    "wins, with its sign.",
    "last-of-equals": "Of equal numbers the first in reading order wins. Yours is the "
    "last.",
    "smallest-wins": "You gave the gradient to the smallest number.",
    "value-multiplied": "You multiplied by the number itself. The winner gets the "
    "gradient as it is.",
    "row-column-mixed": "Row and column of the winner are exchanged: in reading order "
    "its row is the number divided by the size, its column the rest.",
    "place-in-window": "You paid at the winner's place in its window. Add where the "
    "window begins.",
    "ties-shared": "You shared a gradient among equal numbers. The first in reading "
    "order gets all of it.",
    "value-paid": "You paid the winner's own number. It gets G[r, q].",
    "whole-picture": "You looked for the largest number of the whole picture. Each "
    "window has a winner of its own.",
    "windows-unstretched": "Your windows begin at row r and column q. With a stride "
    "they begin at r · stride and q · stride.",
    "bias-axes-kept": "Your db has axes of length 1. Asked is (f,), a number for each "
    "filter.",
    "bias-wrong-axes": "You added G over filters. Add over rows and columns: db is "
    "(f,).",
    "stride-rows-only": "The stride holds for rows and for columns.",
    "windows-left-out": "Windows that reach into the frame are missing. Pixels inside "
    "them get their share too.",
    "wraps-around": "What belongs to the frame came out at the other side of the "
    "picture. Make the frame, and cut it off.",
    "whole-numbers": "Your gradients are whole numbers. Make the array with floats.",
    "size-as-step": "You moved by the window's size. Move by the stride.",
    "column-order": "Of equal numbers yours is the first column by column. Reading "
    "order goes along the rows.",
    "one-array": "You returned one array. Asked are two: dW and db.",
    "upstream-turned": "You turned G. It lies on the picture as it is.",
    "channels-added": "You added up the channels. dW has a part of its own for each "
    "channel.",
    "first-place-paid": "You paid the first place of each window. Pay the place of its "
    "largest number.",
}

Form = Callable[..., Any]


def _part(index: int, form: Form) -> Probe:
    """Recognise one part of what came back, whatever the others are."""

    def holds(values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine, its = (
                np.asarray(value[index], float),
                np.asarray(form(*call.arguments)),
            )
            if mine.shape != its.shape or not np.allclose(mine, its):
                return False
        return True

    return Probe(holds)


def _weights(G: Array, X: Array) -> Array:
    """Give dW of exercise conv-weights."""
    (f, h, w), (c, *_) = G.shape, X.shape
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k, ch, i, j in np.ndindex(*dW.shape):
        dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW


def _last_place(G: Array, X: Array) -> Array:
    only = np.zeros(G.shape)
    only[:, -1, -1] = G[:, -1, -1]
    return _weights(only, X)


def _first_part_small(values: list, _calls: list) -> bool:
    return all(np.ndim(value[0]) == 1 and np.ndim(value[1]) == 4 for value in values)


def _input(
    G: Array,
    K: Array,
    shape: Sequence[int],
    stride: int,
    padding: int,
    add: bool = True,
    cut: str = "both",
) -> Array:
    """Give the gradient of exercise conv-input, with one step replaced."""
    framed = np.zeros([n + 2 * padding for n in shape])
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        place = np.s_[top : top + K.shape[0], left : left + K.shape[1]]
        framed[place] = G[r, q] * K + (framed[place] if add else 0)
    if cut == "none":
        return framed
    start = padding if cut == "both" else 0
    return framed[start : start + shape[0], start : start + shape[1]]


def _smaller(values: list, calls: list) -> bool:
    """Tell whether a result has lost the border of the picture."""
    return any(
        np.ndim(value) == 2
        and np.size(value) < np.prod(call.arguments[2])
        and all(np.less_equal(np.shape(value), call.arguments[2]))
        for value, call in zip(values, calls, strict=True)
    )


def _paid(pay: Callable[[Array, float], Array], add: bool = True) -> Form:
    """Walk over the windows of exercise pool-gradient and pay by another rule."""

    def gradient(G: Array, A: Array, size: int, stride: int) -> Array:
        dA = np.zeros(A.shape)
        for r, q in np.ndindex(*G.shape):
            top, left = r * stride, q * stride
            place = np.s_[top : top + size, left : left + size]
            paid = pay(A[place], float(G[r, q]))
            dA[place] = (
                np.where(paid != 0, paid, dA[place]) if not add else dA[place] + paid
            )
        return dA

    return gradient


def _one(choose: Callable[[Array], Any]) -> Callable[[Array, float], Array]:
    """Pay one place of a window, chosen by its number in reading order."""

    def pay(window: Array, g: float) -> Array:
        paid = np.zeros(window.size)
        paid[int(choose(window.ravel()))] = g
        return paid.reshape(window.shape)

    return pay


def _in_corner(G: Array, A: Array, size: int, stride: int) -> Array:
    """Pay in the first window what belongs into each."""
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        window = A[top : top + size, left : left + size]
        dA[:size, :size] += _one(np.argmax)(window, float(G[r, q]))
    return dA


def _one_by_column(window: Array, g: float) -> Array:
    return _one(np.argmax)(window.T, g).T


def _by_size(G: Array, A: Array, size: int, _stride: int) -> Array:
    """Pay in windows side by side, as far as they lie in the picture."""
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        window = A[r * size : (r + 1) * size, q * size : (q + 1) * size]
        if window.size:
            i, j = np.unravel_index(window.argmax(), window.shape)
            dA[r * size + i, q * size + j] += G[r, q]
    return dA


def _over_filters(values: list, calls: list) -> bool:
    """Tell whether db was added over filters and one more axis."""
    return all(
        any(
            np.shape(value[1]) == np.shape(form) and np.allclose(value[1], form)
            for axes in ((0, 1), (0, 2))
            for form in [call.arguments[0].sum(axis=axes)]
        )
        for value, call in zip(values, calls, strict=True)
    )


def _stepped(
    G: Array, K: Array, shape: Sequence[int], p: int, down: int, across: int
) -> Array:
    (high, wide), (kh, kw) = [n + 2 * p for n in shape], K.shape
    framed = np.zeros((high + 99, wide + 99))  # room for windows that stick out
    for r, q in np.ndindex(*G.shape):
        framed[r * down : r * down + kh, q * across : q * across + kw] += G[r, q] * K
    return framed[p : p + shape[0], p : p + shape[1]]


def _one_stride(values: list, calls: list) -> bool:
    """Tell whether the stride was used for one of the two axes only."""
    return any(
        all(
            np.allclose(value, _stepped(G, K, shape, p, *steps(s)))
            for value, call in zip(values, calls, strict=True)
            for G, K, shape, s, p in [call.arguments]
        )
        for steps in (lambda s: (s, 1), lambda s: (1, s))
    )


def _left_out(
    G: Array, K: Array, shape: Sequence[int], stride: int, padding: int
) -> Array:
    """Leave out every window that reaches into the frame."""
    kept = np.array(G, float)
    for r, q in np.ndindex(*G.shape):
        ends = zip((r, q), K.shape, shape, strict=True)
        inside = [
            i * stride - padding >= 0 and i * stride - padding + k <= n
            for i, k, n in ends
        ]
        kept[r, q] *= all(inside)
    return _input(kept, K, shape, stride, padding)


def _wrapped(
    G: Array, K: Array, shape: Sequence[int], stride: int, padding: int
) -> Array:
    """Write what belongs to the frame at the other side."""
    dX = np.zeros(shape)
    for r, q, i, j in np.ndindex(*G.shape, *K.shape):
        row, column = r * stride + i - padding, q * stride + j - padding
        dX[row % shape[0], column % shape[1]] += G[r, q] * K[i, j]
    return dX


def _whole_picture(G: Array, A: Array, _size: int, _stride: int) -> Array:
    dA = np.zeros(A.size)
    dA[np.argmax(A)] = G.sum()
    return dA.reshape(A.shape)


COUNTING = {
    "square-assumed": "You multiplied one side by itself. Flatten hands on rows · "
    "columns · channels.",
    "not-rounded": "A size is a whole number. Pooling drops half a window: halve with "
    "//.",
    "bias-once-per-layer": "A layer has one bias for each filter or unit, not one in "
    "all.",
    "dense-biases-forgotten": "The biases of the dense layers are missing.",
    "layers-missing": "Your parameters have too few entries. Each convolution and each "
    "dense layer has one.",
    "depth-forgotten": "A filter reaches through all input channels.",
    "bias-per-channel": "One bias per filter.",
    "same-is-valid": '"same" keeps the size. Only pooling halves it.',
    "rounded-up": "A window that does not fit is dropped: 75 becomes 37.",
    "pooling-has-weights": "Pooling has nothing to learn.",
    "spatial-counted": "The same filter is used everywhere, so its weights count once.",
    "valid-is-same": "Without padding a 3 × 3 convolution takes two rows and two "
    "columns away before pooling halves the rest.",
    "nothing-listed": "You listed layers that learn nothing. The parameters have one "
    "entry for each convolution and each dense layer.",
    "parameters-added": "You added up the parameters. Asked is a list, an entry for "
    "each layer that learns.",
    "biases-forgotten": "The biases are missing.",
    "flat-without-channels": "Flatten hands on all channels: rows · columns · "
    "channels.",
    "sizes-before-pooling": "Those are sizes before pooling. Asked are rows and "
    "columns after each block.",
    "channels-in-sizes": "Your sizes hold three numbers. Asked are rows and columns.",
    "rows-columns-exchanged": "You exchanged rows and columns of the picture: shape is "
    "(rows, columns, channels).",
    "pooled-first": "You pooled before the convolution. It comes first in each block.",
    "channels-not-carried": "The second convolution gets as many channels as the first "
    "has filters, not those of the picture.",
}


def _count(
    conv: Callable[..., int] = lambda c, f, h, w: (9 * c + 1) * f,
    pad: int | None = None,
    up: bool = False,
    flat: bool = True,
    before: bool = False,
    bias: int = 1,
    carry: bool = True,
    pooled_first: bool = False,
) -> Form:
    """Count a network with one rule replaced."""

    def count(shape: Any, filters: Any, units: Any, padding: int) -> tuple:
        padding = padding if pad is None else pad
        (*size, c), sizes, parameters = shape, [], []
        first = c
        for f in filters:
            wide = [n + 2 * padding - 2 for n in size]
            if pooled_first:
                wide = [2 * (n // 2 + 2 * padding - 2) for n in size]
            parameters.append(conv(c if carry else first, f, *wide))
            size, c = [-(-n // 2) if up else n // 2 for n in wide], f
            sizes.append(tuple(wide if before else size))
        joined = [size[0] * size[1] * (c if flat else 1), *units]
        parameters += [(joined[i] + bias) * n for i, n in enumerate(units)]
        return sizes, joined[0], parameters

    return count


def _square(values: list, calls: list) -> bool:
    """Recognise a flat size of one side squared."""
    sides = []
    for value, call in zip(values, calls, strict=True):
        *_, (h, w) = _count()(*call.arguments)[0]
        c = call.arguments[1][-1]
        sides.append((value[1] == h * h * c, value[1] == w * w * c))
    return any(all(side) for side in zip(*sides, strict=True))


def _extra(zero: bool) -> Probe:
    """Recognise more entries than layers that learn, empty ones or not."""

    def holds(values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            entries = list(value[2])
            learning = len(call.arguments[1]) + len(call.arguments[2])
            if len(entries) <= learning or (0 in entries) != zero:
                return False
        return True

    return Probe(holds)


TRAINING = {
    "no-convolution": "There is no Conv2d among your layers. Put one before Flatten.",
    "pixels-alone": "A kernel or a pooling window of 1 × 1 sees one pixel and nothing "
    "around it. Make it larger.",
    "pooling-forgotten": "There is no pooling layer among your layers.",
    "softmax-in-network": "Your outputs add up to 1. Return the logits: the loss "
    "applies softmax itself.",
    "outputs-wrong": "Ten digits need ten outputs, a row for each picture.",
    "too-many-parameters": "Your network has more than 2,000 parameters. Fewer "
    "filters, or pooling before the dense layer, make it smaller.",
    "one-digit-always": "Your network gives the same digit to every picture. The steps "
    "may be too large: try a smaller learning rate.",
    "not-trained": "Your network does little better than guessing. Was it trained, "
    "with the labels that belong to the pictures?",
    "part-only": "Your network knows the first pictures and not the others. Train on "
    "all of X.",
    "too-few-epochs": "Your network has begun to learn and is not there yet. Give it "
    "more epochs, or larger steps.",
    "rng-ignored": "Generators of different seeds gave the same network. Hand rng to "
    "the layers and to fit, in place of one of your own.",
    "seed-ignored": "Two generators of equal seed gave two different networks. Take "
    "all chance from rng.",
}


def _network(rule: Callable[[Network, tuple], bool]) -> Probe:
    """Recognise a fault of every network that came back."""
    return Probe(
        lambda values, calls: all(
            rule(value, call.arguments)
            for value, call in zip(values, calls, strict=True)
        )
    )


def _has(*kinds: type) -> Callable[[Network], bool]:
    return lambda network: any(isinstance(layer, kinds) for layer in network.layers)


def _sees_one(network: Network) -> bool:
    """Tell whether all kernels, or all pooling windows, are of 1 by 1."""
    kernels = [x for x in network.layers if isinstance(x, Conv2d)]
    pools = [x for x in network.layers if isinstance(x, MaxPool2d | AveragePool2d)]
    sizes = [max(x.params["W"].shape[2:]) for x in kernels], [x.size for x in pools]
    return any(kind and max(kind) == 1 for kind in sizes)


def _answers(network: Network, arguments: tuple) -> Array:
    return network.predict(np.asarray(arguments[0])).argmax(axis=1)


def _right(network: Network, arguments: tuple, rows: slice = slice(None)) -> float:
    return float((_answers(network, arguments) == arguments[1])[rows].mean())


def _differ(values: list, _calls: list) -> bool:
    if len(values) < 2:
        return False
    one, two = (list(value.params.values()) for value in values[:2])
    return len(one) != len(two) or not all(
        a.shape == b.shape and np.allclose(a, b) for a, b in zip(one, two, strict=True)
    )


OUTPUT_TEST = np.linspace(0, 1, 4 * 64).reshape(4, 1, 8, 8)

TASKS = {
    "conv-weights": Task(
        BACKWARD,
        {
            "one-array": Probe(
                lambda values, _: all(
                    np.ndim(part) == 3 for value in values for part in value
                )
            ),
            "parts-swapped": Probe(_first_part_small),
            "upstream-ignored": _part(0, lambda G, X: _weights(np.ones(G.shape), X)),
            "gradient-flipped": _part(0, lambda G, X: _weights(G, X)[..., ::-1, ::-1]),
            "upstream-turned": _part(0, lambda G, X: _weights(G[:, ::-1, ::-1], X)),
            "channels-added": _part(0, lambda G, X: _weights(G, 0 * X + X.sum(axis=0))),
            "places-averaged": _part(0, lambda G, X: _weights(G, X) / G[0].size),
            "last-place-only": _part(0, _last_place),
            "channels-swapped": _part(0, lambda G, X: _weights(G, X).swapaxes(0, 1)),
            "channels-alike": _part(0, lambda G, X: _weights(G, 0 * X + X[:1])),
            "filters-alike": _part(0, lambda G, X: _weights(0 * G + G[:1], X)),
            "bias-mean": _part(1, lambda G, X: G.mean(axis=(1, 2))),
            "bias-zero": _part(1, lambda G, X: np.zeros(len(G))),
            "bias-upstream-ignored": _part(1, lambda G, X: np.full(len(G), G[0].size)),
            "bias-one-number": _part(1, lambda G, X: G.sum()),
            "bias-axes-kept": _part(1, lambda G, X: G.sum(axis=(1, 2), keepdims=True)),
            "bias-wrong-axes": Probe(_over_filters),
        },
        BACK,
    ),
    "conv-input": Task(
        BACKWARD,
        {
            "not-flipped-back": lambda G, K, *rest: _input(G, K[::-1, ::-1], *rest),
            "overlap-overwritten": lambda *rest: _input(*rest, add=False),
            "upstream-ignored": lambda G, *rest: _input(np.ones(G.shape), *rest),
            "kernel-ignored": lambda G, K, *rest: _input(G, np.ones(K.shape), *rest),
            "stride-ignored": lambda G, K, shape, _s, p: _input(G, K, shape, 1, p),
            "frame-kept": lambda *rest: _input(*rest, cut="none"),
            "frame-cut-at-end": lambda *rest: _input(*rest, cut="end"),
            "empty-cut": Probe(lambda values, _: any(np.size(v) == 0 for v in values)),
            "stride-rows-only": Probe(_one_stride),
            "windows-left-out": _left_out,
            "wraps-around": _wrapped,
            "borders-lost": Probe(_smaller),
        },
        BACK,
    ),
    "pool-gradient": Task(
        BACKWARD
        | {
            "overlap-overwritten": "A number may win in several windows. Add its "
            "gradients.",
            "borders-lost": "Your result has the size of G. Every number of A gets a "
            "gradient, most of them 0.",
        },
        {
            "pool-spread": _paid(lambda w, g: np.full(w.shape, g / w.size)),
            "winner-by-value": _paid(lambda w, g: g * (w == w.max())),
            "overlap-overwritten": _paid(_one(np.argmax), add=False),
            "upstream-ignored": lambda G, *rest: _paid(_one(np.argmax))(
                np.ones(G.shape), *rest
            ),
            "winner-by-size": _paid(_one(lambda w: np.argmax(np.abs(w)))),
            "last-of-equals": _paid(_one(lambda w: w.size - 1 - np.argmax(w[::-1]))),
            "smallest-wins": _paid(_one(np.argmin)),
            "first-place-paid": _paid(_one(lambda w: 0)),
            "ties-shared": _paid(
                lambda w, g: g * (w == w.max()) / np.sum(w == w.max())
            ),
            "value-paid": _paid(lambda w, g: _one(np.argmax)(w, float(w.max()))),
            "whole-picture": _whole_picture,
            "windows-unstretched": lambda G, A, size, _s: _paid(_one(np.argmax))(
                G, A, size, 1
            ),
            "row-column-mixed": _paid(lambda w, g: _one(np.argmax)(w, g).T),
            "place-in-window": _in_corner,
            "whole-numbers": lambda G, *rest: _paid(_one(np.argmax))(
                np.trunc(G), *rest
            ),
            "size-as-step": _by_size,
            "column-order": _paid(_one_by_column),
            "value-multiplied": _paid(
                lambda w, g: _one(np.argmax)(w, g * float(w.max()))
            ),
        },
        BACK,
    ),
    "cnn-table": Task(
        COUNTING,
        {
            "layers-missing": Probe(
                lambda values, calls: all(
                    0 < len(value[2]) < len(call.arguments[1]) + len(call.arguments[2])
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "rows-columns-exchanged": lambda shape, *rest: _count()(
                (shape[1], shape[0], shape[2]), *rest
            ),
            "pooled-first": _count(pooled_first=True),
            "not-rounded": Probe(
                lambda values, _: all(
                    np.any(np.asarray(value[0], float) % 1) for value in values[:2]
                )
            ),
            "parameters-added": Probe(
                lambda values, _: all(np.ndim(value[2]) == 0 for value in values)
            ),
            "nothing-listed": _extra(zero=True),
            "pooling-has-weights": _extra(zero=False),
            "channels-in-sizes": Probe(
                lambda values, _: all(
                    np.shape(value[0])[-1:] == (3,) for value in values
                )
            ),
            "depth-forgotten": _part(
                2, lambda *rest: _count(lambda c, f, h, w: 10 * f)(*rest)[2]
            ),
            "bias-per-channel": _part(
                2, lambda *rest: _count(lambda c, f, h, w: 9 * c * f + c)(*rest)[2]
            ),
            "spatial-counted": _part(
                2,
                lambda *rest: _count(lambda c, f, h, w: 9 * c * f * h * w + f)(*rest)[
                    2
                ],
            ),
            "bias-once-per-layer": _part(
                2, lambda *rest: _count(lambda c, f, h, w: 9 * c * f + 1)(*rest)[2]
            ),
            "dense-biases-forgotten": _part(2, lambda *rest: _count(bias=0)(*rest)[2]),
            "biases-forgotten": _part(
                2, lambda *rest: _count(lambda c, f, h, w: 9 * c * f, bias=0)(*rest)[2]
            ),
            "channels-not-carried": _part(
                2, lambda *rest: _count(carry=False)(*rest)[2]
            ),
            "square-assumed": Probe(_square),
            "rounded-up": _count(up=True),
            "same-is-valid": _count(pad=0),
            "valid-is-same": _count(pad=1),
            "sizes-before-pooling": _count(before=True),
            "flat-without-channels": _part(
                1, lambda *rest: _count(flat=False)(*rest)[1]
            ),
        },
        LESSON + "“Layer by layer”",
    ),
    "cnn-train-parts": Task(
        TRAINING,
        {
            "no-convolution": _network(lambda net, _: not _has(Conv2d)(net)),
            "pixels-alone": _network(lambda net, _: _sees_one(net)),
            "pooling-forgotten": _network(
                lambda net, _: not _has(MaxPool2d, AveragePool2d)(net)
            ),
            "too-many-parameters": _network(lambda net, _: net.n_params > 2000),
            "outputs-wrong": _network(
                lambda net, _: net.forward(OUTPUT_TEST).shape != (4, 10)
            ),
            "softmax-in-network": _network(
                lambda net, _: np.allclose(net.forward(OUTPUT_TEST).sum(axis=1), 1)
            ),
        },
        LESSON + "“A small one that wins”",
    ),
    "cnn-train-accuracy": Task(
        TRAINING,
        {
            "seed-ignored": Probe(_differ),
            "rng-ignored": Probe(
                lambda values, _: len(values) > 2 and not _differ(values[1:], [])
            ),
            "one-digit-always": _network(lambda net, a: np.ptp(_answers(net, a)) == 0),
            "not-trained": _network(lambda net, a: _right(net, a) < 0.4),
            "part-only": _network(
                lambda net, a: (
                    _right(net, a, slice(50))
                    > 0.97
                    > 0.05 + _right(net, a, slice(600, None))
                )
            ),
            "too-few-epochs": _network(lambda net, a: _right(net, a) >= 0.4),
        },
        LESSON + "“A small one that wins”",
    ),
}
