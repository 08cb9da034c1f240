"""Known slips with image files, graphs, modules, one step, and losses in PyTorch."""

import copy
import gzip
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid, softmax
from nnbyhand.data.sets import CLOTHES
from nnbyhand.losses import binary_cross_entropy, cross_entropy
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array
from nnbyhand.torch_practice import torch_module

LESSON = "lesson 08, section "

DATA = {
    "header-not-skipped": "Your first image starts inside the file's header.",
    "endianness": "Your file seems to hold billions of images: the counts are "
    "big-endian.",
    "still-packed": "You read the packed bytes as they came. Unpack both arguments "
    "with gzip.decompress first.",
    "names-shifted": "Labels start at 0: label 9 is an ankle boot.",
    "initialiser-not-called": "Without parentheses you pass the function, not its "
    "result.",
    "labels-float": "Class labels are integers.",
    "labels-short": "Your y is a shorter integer, such as uint8. Make it int64.",
    "one-hot-given": "This loss expects the class number, not a one-hot row.",
    "axes-assumed": "You read three sizes whatever the file says. Byte 3 is the number "
    "of axes.",
    "one-byte-read": "You read one byte of each size. A size has four bytes: 300 is 1 "
    "in the third and 44 in the last.",
    "sizes-start-late": "Your sizes begin at byte 8. They begin at byte 4, after the "
    "type and the number of axes.",
    "channel-missing": "The axis of channels is missing: X is (n, 1, rows, columns).",
    "rows-columns-exchanged": "You exchanged rows and columns: rows come first in the "
    "file.",
    "images-double": "Your X is float64. Networks in torch compute in float32, and do "
    "not take the other.",
    "scaled-by-largest": "You divided by the largest pixel found. Divide by 255, so "
    "that all files are scaled alike.",
    "by-three-letters": "The names are asked in full, as the library has them.",
    "not-scaled": "Your pixels reach 255. Divide them by 255, so that they lie between "
    "0 and 1.",
    "scaled-around-zero": "Your pixels lie between −1 and 1. Between 0 and 1 is asked.",
    "numbers-returned": "You returned the class numbers. Their names are asked.",
}
FIRST_LOSS = {
    "not-scaled": "The first loss is {got}. Ten classes start near 2.30: divide the "
    "pixels by 255."
}

GRAPH = {
    "one-use-only": "c is used twice, in d and in e. Both ways to a add up.",
    "gradients-exchanged": "You exchanged the derivatives: by b first, then by c.",
    "walked-twice": "Your gradients are twice as large. backward() was called twice, "
    "or old gradients were still there.",
    "value-in-place": "Your first number is not a, but d or e.",
    "constant-for-b": "The 2 in e is a constant. You used b there.",
    "sum-for-product": "a is the product of d and e, not their sum.",
}

MODULE = {
    "relu-forgotten": "Two linear layers without activation make one linear layer.",
    "relu-on-output": "Your logits can no longer be negative.",
    "softmax-in-forward": "Return the logits. The loss applies softmax itself.",
    "weight-not-transposed": "torch stores (out, in). Transpose when you copy.",
    "layers-not-registered": "`parameters()` does not see your layers. Use "
    "`nn.ModuleList`.",
    "flatten-batch": "You flattened the examples together. Keep axis 0.",
    "dropout-inside": "Your network drops units by chance in training. There is no "
    "dropout in this one.",
    "layers-recreated": "Your weights are drawn again on every call. Create them in "
    "`__init__`.",
    "bias-left-out": "Your layers have no biases. Every unit has one.",
    "sigmoid-for-relu": "Your hidden layers use another activation. ReLU is asked.",
    "layer-shared": "Your net has too few Linear layers, or uses one of them in "
    "several places. Each pair of sizes has a layer of its own.",
    "one-relu-only": "Only one of your hidden layers has a ReLU. Each of them needs "
    "one.",
    "input-relu": "You sent the inputs through a ReLU. It stands between two Linear "
    "layers only.",
    "not-flattened": "Your network takes rows only. Lay each image in one row first, "
    "with axis 0 kept.",
}

STEP = {
    "softmax-twice": "Softmax is applied twice: a perfect answer still costs 1.46 for "
    "ten classes.",
    "uphill": "You stepped along the gradient. Subtract.",
    "loss-summed": "You added the costs of the examples up. Their mean is asked.",
    "step-before-backward": "You stepped before the gradients were computed.",
    "gradients-returned": "You returned the gradients. The new weights are asked.",
    "rate-ignored": "Your step has another size. Multiply the gradient by lr.",
    "adam-for-sgd": "Your weights move by lr itself, as with Adam. Plain SGD moves by "
    "lr times the gradient.",
    "loss-after-step": "Your loss is the one after the step. The one before is asked.",
    "biases-kept": "Your biases stand still. They move too.",
    "two-steps": "You took two steps. One is asked.",
    "last-layer-kept": "Your last layer stands still. It moves too.",
    "first-layer-kept": "Your first layer stands still. The gradient goes back to it "
    "too.",
}

LOSS = {
    "softmax-twice": "Softmax is applied twice: a perfect answer still costs 1.46 for "
    "ten classes.",
    "softmax-axis": "Your columns sum to 1.",
    "argmax-before-loss": "argmax has no slope. Give the loss the logits.",
    "sigmoid-alone": "Your rows do not sum to 1: each logit went through a sigmoid of "
    "its own.",
    "shares-of-logits": "You divided the logits by their sum. Take the exponentials "
    "first.",
    "logarithms-returned": "These are the logarithms of the probabilities.",
    "classes-returned": "You returned a class for each row. All its probabilities are "
    "asked.",
    "whole-table": "All your numbers together sum to 1. Each row is an example of its "
    "own.",
    "classes-for-labels": "For yes or no you used the loss of one class of k. There "
    "each place is a question of its own.",
    "sigmoid-twice": "For yes or no the loss takes logits. Yours went through a "
    "sigmoid before.",
    "broadcast-cost": "For quantities Z is (n, 1) and Y is (n,): their difference is "
    "(n, n). Bring both into one shape.",
    "loss-summed": "You added the costs up. Their mean is asked.",
    "absolute-error": "For quantities you took the absolute error. The square is "
    "asked.",
    "sign-forgotten": "Your costs are negative. A cost is minus the logarithm.",
    "rows-averaged-only": "For yes or no you divided by the number of examples. The "
    "mean is over all places.",
    "half-of-the-formula": "For yes or no you left out the places where y is 0.",
    "root-taken": "For quantities you took the root. The mean of the squares is asked.",
    "half-squared": "For quantities you halved the squares. The plain mean is asked.",
}


def sizes_read(content: bytes, *, order: str = "big", skip: int = 4) -> list[int]:
    """Read the sizes of an IDX content, in the right way or in another."""
    starts = range(skip, skip + 4 * content[3], 4)
    return [int.from_bytes(content[i : i + 4], order) for i in starts]


def _last_bytes(content: bytes) -> list[int]:
    return [content[7 + 4 * i] for i in range(content[3])]


def _pair(
    packed_images: bytes,
    packed_labels: bytes,
    *,
    at: int = 16,
    at_label: int = 8,
    largest: float = 255,
    labels: str = "int64",
    images: str = "float32",
    turned: bool = False,
    channel: bool = True,
) -> tuple[Any, Any]:
    """Read images and labels, with one part done otherwise."""
    torch = torch_module()
    content, marks = gzip.decompress(packed_images), gzip.decompress(packed_labels)
    n, rows, columns = sizes_read(content)
    pixels = np.frombuffer(content, np.uint8)[at:][: n * rows * columns]
    y = np.frombuffer(marks, np.uint8)[at_label:][:n].astype(np.int64)
    largest = largest or float(pixels.max())
    shape = (n, columns, rows) if turned else (n, rows, columns)
    X = (pixels / largest).reshape(shape)
    X = X[:, None] if channel else X
    y = np.eye(10, dtype=np.int64)[y] if labels == "one-hot" else y.astype(labels)
    return torch.tensor(X.astype(images)), torch.tensor(y)


def _read(**options: Any) -> Callable[..., tuple]:
    return lambda *arguments: _pair(*arguments, **options)


def _types(images: str, labels: str) -> Probe:
    """Recognise the types of the two tensors."""
    return Probe(
        lambda values, _: (
            str(values[0][0].dtype) == f"torch.{images}"
            and str(values[0][1].dtype) == f"torch.{labels}"
        )
    )


def _float_labels(values: list, _calls: list) -> bool:
    return values[0][1].is_floating_point()


def _short_labels(values: list, _calls: list) -> bool:
    y = values[0][1]
    return not y.is_floating_point() and y.element_size() < 8


def _header_in(values: list, calls: list) -> bool:
    """One of the two tensors begins with bytes of a header."""
    (X, y), (images, labels) = values[0], calls[0].arguments
    right_X, right_y = _pair(images, labels)
    first = X.double().reshape(len(X), -1)[0]
    heads = [0, 4, 8, 12, 14]
    for start in heads:
        other, _ = _pair(images, labels, at=start)
        if first.allclose(other.double().reshape(len(other), -1)[0], atol=1e-5):
            return True
        if first.allclose(255 * other.double().reshape(len(other), -1)[0], atol=1e-3):
            return True
    n = len(right_y)
    read = [_pair(images, labels, at_label=start)[1] for start in (0, 4)]
    return X.numel() == right_X.numel() and any(
        len(y) == n and y.tolist() == other.tolist() for other in read
    )


def _around_zero(values: list, _calls: list) -> bool:
    return -1.01 < float(values[0][0].min()) < 0 < float(values[0][0].max()) < 1.01


def _one_hot(values: list, _calls: list) -> bool:
    return values[0][1].ndim == 2


IDX = LESSON + "“Pictures of clothes”"
NAMES = [*CLOTHES]


def _named(shift: int) -> Callable[[Any], list[str]]:
    return lambda y: [NAMES[(int(label) + shift) % 10] for label in y]


def _slopes(form: str) -> Callable[[float, float], tuple]:
    """Give a and two slopes, with one part done otherwise."""

    def slopes(b: float, c: float) -> tuple[float, float, float]:
        d, e = b + c, c + 2
        return {
            "twice": (d * e, 2 * e, 2 * (d + e)),
            "by d": (d * e, e, e),
            "by e": (d * e, e, d),
            "exchanged": (d * e, d + e, e),
            "d": (d, e, d + e),
            "e": (e, e, d + e),
            "b for 2": (d * (c + b), 2 * d, 2 * d),
            "sum": (d + e, 1, 2),
        }[form]

    return slopes


def _either(*forms: Callable[..., Any]) -> Probe:
    """Recognise numbers that one of several forms gives."""

    def holds(values: list, calls: list) -> bool:
        return any(
            all(
                np.allclose([float(v) for v in value], form(*call.arguments))
                for value, call in zip(values, calls, strict=True)
            )
            for form in forms
        )

    return Probe(holds)


def _uncalled(values: list, _calls: list) -> bool:
    return any(part is None or callable(part) for part in values[0])


def build(sizes: list[int], how: str = "right") -> Any:
    """Build the network, in the right way or in another."""
    nn = torch_module().nn
    pairs = list(pairwise(sizes))
    unit = nn.Sigmoid if how == "sigmoid" else nn.ReLU
    parts: list[Any] = [nn.Flatten()]
    if how == "input":
        parts.append(nn.ReLU())
    for i, (d_in, d_out) in enumerate(pairs):
        parts.append(nn.Linear(d_in, d_out, bias=how != "no bias"))
        hidden = i < len(pairs) - 1
        if how == "one relu":
            hidden = i == 0 and hidden
        if (hidden and how != "linear") or (how == "output" and not hidden):
            parts.append(unit())
    if how == "softmax":
        parts.append(nn.Softmax(dim=1))
    return nn.Sequential(*parts)


def _built(how: str) -> Callable[[list[int]], Any]:
    return lambda sizes: build(sizes, how)


def _images_for(sizes: list[int], n: int = 2) -> Any:
    torch = torch_module()
    return torch.ones(n, 1, sizes[0], 1)


def _outputs(net: Any, X: Any) -> Any:
    torch = torch_module()
    p = next(net.parameters(), None)
    with torch.no_grad():
        return net(X if p is None else X.to(p.dtype))


def _drawn_again(values: list, calls: list) -> bool:
    X = _images_for(calls[0].arguments[0], 3)
    return not torch_module().equal(_outputs(values[0], X), _outputs(values[0], X))


def _drops(values: list, calls: list) -> bool:
    net, X = values[0], _images_for(calls[0].arguments[0], 3)
    torch = torch_module()
    quiet = copy.deepcopy(net).eval()
    noisy = not torch.equal(_outputs(net, X), _outputs(net, X))
    return noisy and torch.equal(_outputs(quiet, X), _outputs(quiet, X))


def _unseen(values: list, _calls: list) -> bool:
    return any(sum(p.numel() for p in net.parameters()) == 0 for net in values)


def _one_row(values: list, calls: list) -> bool:
    """It takes a batch of one image, and either fails at two or joins them."""
    net, sizes = values[0], calls[0].arguments[0]
    _outputs(net, _images_for(sizes, 1))
    try:
        found = _outputs(net, _images_for(sizes))
    except RuntimeError:
        return True
    return found.shape != (2, sizes[-1])


def _rows_only(values: list, calls: list) -> bool:
    net, sizes = values[0], calls[0].arguments[0]
    _outputs(net, _images_for(sizes).flatten(1))
    try:
        _outputs(net, _images_for(sizes).reshape(2, 1, 1, sizes[0], 1)[:, 0])
    except RuntimeError:
        return True
    return False


def _shared(values: list, calls: list) -> bool:
    """Fewer weight matrices than neighbouring sizes."""
    return any(
        0 < sum(p.ndim == 2 for p in net.parameters()) < len(call.arguments[0]) - 1
        for net, call in zip(values, calls, strict=True)
    )


def numpy_step(
    W1: Array,
    b1: Array,
    W2: Array,
    b2: Array,
    X: Array,
    labels: Array,
    lr: float,
    how: str = "right",
) -> tuple[float, Array, Array, Array, Array]:
    """Take one step of gradient descent in NumPy, in the right way or in another."""
    if how == "turned in":
        W1, W2 = W1.T, W2.T
    Z = X @ W1 + b1
    A = Z if how == "linear" else np.maximum(Z, 0)
    L = A @ W2 + b2
    L = np.maximum(L, 0) if how == "relu out" else L
    P = softmax(L)
    Y = np.eye(P.shape[1])[labels]
    delta = (softmax(P) if how == "twice" else P) - Y
    if how == "twice":
        delta = P * (delta - (P * delta).sum(axis=1, keepdims=True))
    if how == "relu out":
        delta = delta * (L > 0)
    delta = delta if how == "sum" else delta / len(X)
    loss = cross_entropy(P if how == "twice" else L, labels)
    loss = loss * len(X) if how == "sum" else loss
    back = delta @ W2.T * (1 if how == "linear" else Z > 0)
    grads = [X.T @ back, back.sum(axis=0), A.T @ delta, delta.sum(axis=0)]
    if how == "adam":
        grads = [np.sign(g) for g in grads]
    if how == "gradients":
        return loss, *grads
    rate = {"uphill": -lr, "no step": 0.0, "one": 1.0}.get(how, lr)
    new = [p - rate * g for p, g in zip((W1, b1, W2, b2), grads, strict=True)]
    if how in ("biases", "first", "last"):
        layers = {"first": {0: W1, 1: b1}, "last": {2: W2, 3: b2}}
        kept = {"biases": {1: b1, 3: b2}, **layers}[how]
        new = [kept.get(i, p) for i, p in enumerate(new)]
    if how == "two":
        return numpy_step(*new, X, labels, lr)
    if how == "late":
        loss = numpy_step(*new, X, labels, 0.0)[0]
    if how == "turned out":
        new[0], new[2] = new[0].T, new[2].T
    return loss, *new


def _stepped(how: str) -> Callable[..., tuple]:
    return lambda *arguments: numpy_step(*arguments, how)


def _turned(values: list, calls: list) -> bool:
    """Weights come back transposed, or went in untransposed, whatever the shapes."""
    for value, call in zip(values, calls, strict=True):
        mine = [_array(part) for part in value]
        forms = []
        for how in ("turned out", "turned in"):
            try:
                forms.append(numpy_step(*call.arguments, how))
            except ValueError:  # shapes that do not fit
                continue
        both = numpy_step(*call.arguments)
        if len(mine) != 5 or not any(_alike(mine, form) for form in forms):
            if not _alike([m.T for m in mine], [np.asarray(f).T for f in both]):
                return False
            continue
    return any(
        not _alike([_array(part) for part in value], numpy_step(*call.arguments))
        for value, call in zip(values, calls, strict=True)
    )


def _alike(mine: list, form: Any) -> bool:
    return all(
        np.shape(m) == np.shape(f) and np.allclose(m, f)
        for m, f in zip(mine, form, strict=True)
    )


def _array(value: Any) -> Array:
    return np.asarray(value.detach() if hasattr(value, "detach") else value, float)


def _numpy(*tensors: Any) -> list[Array]:
    return [tensor.detach().numpy() for tensor in tensors]


def numpy_cost(kind: str, Z: Any, Y: Any, how: str = "right") -> float:
    """Give the mean cost in NumPy, in the right way or in another."""
    Z, Y = _numpy(Z, Y)
    sign = -1 if how == "negative" else 1
    if kind == "one of k":
        if how == "argmax":
            Z = np.eye(Z.shape[1])[Z.argmax(axis=1)]
        Z = softmax(Z) if how == "twice" else Z
        return sign * cross_entropy(Z, Y) * (len(Z) if how == "sum" else 1)
    if kind == "yes or no":
        if how == "classes":
            logs = np.log(softmax(Z))
            return float(-(Y * logs).sum(axis=1).mean())
        if how == "ones":
            return float(-(Y * np.log(sigmoid(Z))).mean())
        Z = sigmoid(Z) if how == "sigmoid" else Z
        mean = binary_cross_entropy(Z, Y.astype(float))
        return sign * mean * {"sum": Y.size, "rows": Y.shape[1]}.get(how, 1)
    if how == "broadcast":
        return float(((Z - Y) ** 2).mean())
    gap = Z[:, 0] - Y
    if how == "absolute":
        return float(np.abs(gap).mean())
    if how == "root":
        return float(np.sqrt((gap**2).mean()))
    half = 0.5 if how == "half" else 1
    return half * float((gap**2).sum() if how == "sum" else (gap**2).mean())


def _cost(how: str) -> Callable[..., float]:
    return lambda *arguments: numpy_cost(*arguments, how)


def _table(Z: Any) -> Array:
    E = np.exp(_numpy(Z)[0])
    return E / E.sum()


def _class_each(values: list, calls: list) -> bool:
    return all(
        np.size(_array(value)) == len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
    )


NET = LESSON + "“A network is a class”"
COST = LESSON + "“The loss wants logits”"

_net = {
    "dropout-inside": Probe(_drops),
    "layers-recreated": Probe(_drawn_again),
    "layers-not-registered": Probe(_unseen),
    "flatten-batch": Probe(_one_row),
    "not-flattened": Probe(_rows_only),
    "layer-shared": Probe(_shared),
    "bias-left-out": _built("no bias"),
    "relu-forgotten": _built("linear"),
    "relu-on-output": _built("output"),
    "softmax-in-forward": _built("softmax"),
    "sigmoid-for-relu": _built("sigmoid"),
    "one-relu-only": _built("one relu"),
    "input-relu": _built("input"),
}

TASKS = {
    "torch-idx-sizes": Task(
        DATA,
        {
            "endianness": lambda content: sizes_read(content, order="little"),
            "one-byte-read": _last_bytes,
            "sizes-start-late": lambda content: sizes_read(content, skip=8),
            "axes-assumed": Probe(
                lambda values, _: {len(value) for value in values} == {3}
            ),
        },
        IDX,
    ),
    "torch-idx-pair": Task(
        DATA,
        {
            "one-hot-given": Probe(_one_hot),
            "header-not-skipped": Probe(_header_in),
            "labels-float": Probe(_float_labels),
            "labels-short": Probe(_short_labels),
            "images-double": _types("float64", "int64"),
            "not-scaled": _read(largest=1),
            "scaled-around-zero": Probe(_around_zero),
            "scaled-by-largest": _read(largest=0),
            "rows-columns-exchanged": _read(turned=True),
            "channel-missing": Probe(lambda values, _: values[0][0].ndim == 3),
        },
        IDX,
    ),
    "torch-idx-packed": Task(
        DATA, {"still-packed": Probe(lambda values, calls: True)}, IDX
    ),
    "torch-idx-loss": Task(
        DATA | FIRST_LOSS,
        {
            "one-hot-given": Probe(_one_hot),
            "header-not-skipped": Probe(_header_in),
            "scaled-around-zero": Probe(_around_zero),
            "not-scaled": _read(largest=1),
        },
        LESSON + "“Find the mistake: a famous run”",
    ),
    "torch-idx-names": Task(
        DATA,
        {
            "names-shifted": _named(-1),
            "by-three-letters": Probe(
                lambda values, _: all(len(str(name)) == 3 for name in values[0])
            ),
            "numbers-returned": Probe(
                lambda values, _: str(values[0][0]).strip("[]").isdigit()
            ),
        },
        IDX,
    ),
    "torch-graph": Task(
        DATA | GRAPH,
        {
            "initialiser-not-called": Probe(_uncalled),
            "walked-twice": _slopes("twice"),
            "one-use-only": _either(_slopes("by d"), _slopes("by e")),
            "gradients-exchanged": _slopes("exchanged"),
            "value-in-place": _either(_slopes("d"), _slopes("e")),
            "constant-for-b": _slopes("b for 2"),
            "sum-for-product": _slopes("sum"),
        },
        LESSON + "“Tensors remember”",
    ),
    "torch-net": Task(MODULE, _net, NET),
    "torch-net-small": Task(MODULE, _net, NET),
    "torch-net-clothes": Task(MODULE, _net, NET),
    "torch-step": Task(
        MODULE | STEP,
        {
            "weight-not-transposed": Probe(_turned),
            "gradients-returned": _stepped("gradients"),
            "softmax-twice": _stepped("twice"),
            "uphill": _stepped("uphill"),
            "loss-summed": _stepped("sum"),
            "relu-forgotten": _stepped("linear"),
            "relu-on-output": _stepped("relu out"),
            "step-before-backward": _stepped("no step"),
            "rate-ignored": _stepped("one"),
            "adam-for-sgd": _stepped("adam"),
            "loss-after-step": _stepped("late"),
            "biases-kept": _stepped("biases"),
            "first-layer-kept": _stepped("first"),
            "last-layer-kept": _stepped("last"),
            "two-steps": _stepped("two"),
        },
        LESSON + "“Your layer and theirs”",
    ),
    "torch-loss-rows": Task(
        LOSS,
        {
            "softmax-axis": lambda Z: softmax(_numpy(Z)[0].T).T,
            "sigmoid-alone": lambda Z: sigmoid(_numpy(Z)[0]),
            "shares-of-logits": lambda Z: (
                _numpy(Z)[0] / _numpy(Z)[0].sum(axis=1, keepdims=True)
            ),
            "logarithms-returned": lambda Z: np.log(softmax(_numpy(Z)[0])),
            "softmax-twice": lambda Z: softmax(softmax(_numpy(Z)[0])),
            "whole-table": _table,
            "classes-returned": Probe(_class_each),
        },
        COST,
    ),
    "torch-loss": Task(
        LOSS,
        {
            "softmax-twice": _cost("twice"),
            "argmax-before-loss": _cost("argmax"),
            "classes-for-labels": _cost("classes"),
            "sigmoid-twice": _cost("sigmoid"),
            "broadcast-cost": _cost("broadcast"),
            "loss-summed": _cost("sum"),
            "absolute-error": _cost("absolute"),
            "half-squared": _cost("half"),
            "root-taken": _cost("root"),
            "rows-averaged-only": _cost("rows"),
            "half-of-the-formula": _cost("ones"),
            "sign-forgotten": Probe(lambda values, _: float(values[0]) < 0),
        },
        COST,
    ),
}
