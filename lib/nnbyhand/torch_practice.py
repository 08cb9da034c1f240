"""What the exercises on PyTorch are tried with: small files, nets that tell, facts.

torch is loaded when a function is called, never by importing this module. Every
``..._facts`` turns what a learner's function returned into numbers to compare.
"""

import copy
import gzip
import importlib
import io
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from nnbyhand.shapes import Array

Module = Any  # torch.nn.Module
ENOUGH = 0.72  # accuracy on new clothes that a repaired training must reach


def torch_module() -> Any:
    """Give torch; ImportError where it is not installed.

    Taught in course/08_networks_in_pytorch.
    """
    return importlib.import_module("torch")


def pack_idx(array: Array) -> bytes:
    """Write whole numbers from 0 to 255 as the content of an IDX file, packed by gzip.

    Shapes: array of any shape. Taught in course/08_networks_in_pytorch.

    >>> list(gzip.decompress(pack_idx(np.array([7, 9]))))
    [0, 0, 8, 1, 0, 0, 0, 2, 7, 9]
    """
    array = np.asarray(array, dtype=np.uint8)
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    content = bytes([0, 0, 8, array.ndim]) + sizes + array.tobytes()
    return gzip.compress(content, mtime=0)


def pair_facts(pair: Any) -> tuple[Array, Array, Array]:
    """Give images, labels, and the bits of both: 0 where a float or an int is missing.

    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise ValueError("expected two tensors, X and y")
    if not all(torch.is_tensor(part) for part in pair):
        raise ValueError("expected tensors; torch.tensor(...) makes one of an array")
    X, y = pair
    bits = [8 * X.element_size() * X.is_floating_point()]
    bits.append(8 * y.element_size() * (not y.is_floating_point()))
    return X.detach().double().numpy(), y.detach().double().numpy(), np.array(bits)


def reads_packed(function: Callable[..., Any], images: bytes, labels: bytes) -> bool:
    """Whether a reader of two packed files unpacks both of them itself.

    A property for ``check_that``: False is a forgotten ``gzip.decompress``.
    Taught in course/08_networks_in_pytorch.
    """
    open_images, open_labels = gzip.decompress(images), gzip.decompress(labels)
    ways = [(images, labels), (images, open_labels), (open_images, labels)]
    for way in [*ways, (open_images, open_labels)]:
        try:
            X, y = function(*way)
            fits = len(X) == len(y)  # packed labels can be read, but are too many
        except NotImplementedError:
            raise
        except Exception:
            continue
        if fits:
            return way == (images, labels)
    return True


def first_loss(pair: Any) -> float:
    """Give the loss of a fixed untrained network, pixels-20-10, on images and labels.

    Taught in course/08_networks_in_pytorch.
    """
    X, y, _ = pair_facts(pair)
    if y.ndim != 1:
        raise ValueError(f"expected class numbers of shape (n,), got {y.shape}")
    X = X.reshape(len(y), -1)
    rng = np.random.default_rng(0)
    limits = 1 / np.sqrt([X.shape[1], 20])
    W1 = rng.uniform(-1, 1, (X.shape[1], 20)) * limits[0]
    W2 = rng.uniform(-1, 1, (20, 10)) * limits[1]
    Z = np.maximum(X @ W1, 0) @ W2
    top = Z.max(axis=1, keepdims=True)
    logs = Z - top - np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(y)), y.astype(int)].mean())


def small_net(sizes: Sequence[int], *, relu: bool = True, seed: int = 0) -> Module:
    """Give Linear, ReLU, ..., Linear with fixed weights of both signs, in float64.

    Taught in course/08_networks_in_pytorch.
    """
    nn = torch_module().nn
    parts = []
    for d_in, d_out in pairwise(sizes):
        parts += [nn.Linear(d_in, d_out), nn.ReLU() if relu else nn.Identity()]
    net = fixed_weights(nn.Sequential(*parts[:-1]), seed)
    with torch_module().no_grad():
        for i, p in enumerate(net.parameters()):
            p *= 1 + i / 10  # equal shapes have other weights
    net.__name__ = "a network " + "-".join(str(size) for size in sizes)
    return net


def fixed_weights(net: Module, seed: int = 0) -> Module:
    """Put numbers that depend on shape and seed alone into a net, in float64.

    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    net = net.double()
    with torch.no_grad():
        for p in net.parameters():
            rng = np.random.default_rng([seed, *p.shape])
            p.copy_(torch.tensor(rng.normal(size=tuple(p.shape)) / 2))
    return net


def _no_network(net: Any) -> str:
    if isinstance(net, type):
        return f"expected a network: make one of the class, {net.__name__}(...)"
    return "expected the network itself, an nn.Module"


def net_facts(net: Module, X: Array) -> tuple[int, Array, int]:
    """Give the number of parameters, the outputs, and 1 where two calls agree.

    Shapes: X (n, ...) -> outputs (n, k). Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    if not isinstance(net, torch.nn.Module):
        raise ValueError(_no_network(net))
    count = sum(p.numel() for p in net.parameters())
    net = fixed_weights(net)
    X = torch.tensor(X)
    if not count:  # its layers are unknown to it and stayed in float32
        X = X.float()
    with torch.no_grad():
        first, second = net(X), net(X)
    return count, first.numpy(), int(torch.equal(first, second))


def watchful(net: Module) -> Module:
    """Wrap a net: halves its logits in training, notes whether gradients are on.

    Halving stands for dropout, without chance. ``noted`` is 1 where a call was made
    with gradients on. Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()

    class Watchful(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner, self.noted = net, 0
            self.__name__ = getattr(net, "__name__", "a network")

        def forward(self, X: Any) -> Any:
            self.noted = max(self.noted, int(torch.is_grad_enabled()))
            Z = self.inner(X)
            return Z / 2 if self.training else Z

    return Watchful()


def loop_case(seed: int, sizes: Sequence[int], lengths: Sequence[int]) -> tuple:
    """Give a net in eval mode, batches of the given lengths, and SGD with momentum.

    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()

    class Batches(list):
        def __repr__(self) -> str:
            return f"{len(self)} batches of {', '.join(str(len(y)) for _, y in self)}"

    class Momentum(torch.optim.SGD):
        def __repr__(self) -> str:
            return "SGD at 0.1 with momentum"

    rng = np.random.default_rng(seed)
    net = watchful(small_net(sizes, seed=seed)).eval()
    batches = [
        (
            torch.tensor(rng.normal(size=(n, sizes[0]))),
            torch.tensor(rng.integers(0, sizes[-1], size=n)),
        )
        for n in lengths
    ]
    optimiser = Momentum(net.parameters(), lr=0.1, momentum=0.5)
    return net, Batches(batches), optimiser


def loop_facts(losses: Any) -> tuple[Array, int]:
    """Give the losses as numbers, and how many of them still hold a graph.

    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    if isinstance(losses, str) or not hasattr(losses, "__len__"):
        raise ValueError("expected a list of losses, one for each epoch")
    kept = sum(torch.is_tensor(loss) and loss.requires_grad for loss in losses)
    kept = max(kept, int(getattr(losses, "requires_grad", False)))
    return np.array([float(np.asarray(_plain(loss))) for loss in losses]), kept


def train_plainly(net: Module, batches: list, optimiser: Any, epochs: int) -> list:
    """Give the mean loss of each epoch of a plain loop: the right one.

    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    losses = []
    net.train()
    for _ in range(epochs):
        total = 0.0
        for X, y in batches:
            optimiser.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            total += loss.item() * len(y)
        losses.append(total / sum(len(y) for _, y in batches))
    return losses


def clothes_facts(
    net: Module, images: Array, labels: Array, enough: float = ENOUGH
) -> tuple[int, float, int]:
    """Give the number of parameters, accuracy up to ``enough``, and 1 for logits.

    Shapes: images (n, 1, 28, 28), 0 to 255, labels (n,).
    Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    if not isinstance(net, torch.nn.Module):
        raise ValueError(_no_network(net))
    count = sum(p.numel() for p in net.parameters())
    accuracy = min(enough, round(accuracy_of(net, images / 255, labels), 3))
    with torch.no_grad():
        Z = net(torch.tensor(images[:9] / 255).to(next(net.parameters())))
    shares = torch.allclose(Z.sum(1), torch.ones(len(Z), dtype=Z.dtype), atol=1e-4)
    return count, accuracy, int(not shares)


def stays_straight(net: Module, images: Array) -> bool:
    """Tell whether a net is one linear function: f(a) + f(b) = f(a + b) + f(0).

    Shapes: images (n, 1, 28, 28), 0 to 255. Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    X = torch.tensor(images[:2] / 255)
    Z = _quietly(net, torch.stack([*X, X[0] + X[1], 0 * X[0]]))
    return torch.allclose(Z[0] + Z[1], Z[2] + Z[3])


def flattens(net: Module, images: Array) -> bool:
    """Tell whether a net's outputs stop growing with its input, as sigmoids do.

    Shapes: images (n, 1, 28, 28), 0 to 255. Taught in course/08_networks_in_pytorch.
    """
    X = torch_module().tensor(images[:4] / 255)
    near, far = _quietly(net, 1e3 * X), _quietly(net, 1e6 * X)
    return bool((far - near).abs().max() < near.abs().max())


def _quietly(net: Module, X: Any) -> Any:
    with torch_module().no_grad():
        return copy.deepcopy(net).eval().double()(X)


def accuracy_of(net: Module, X: Array, labels: Array) -> float:
    """Give the share of right answers of a net, in eval mode.

    Shapes: X (n, ...), labels (n,). Taught in course/08_networks_in_pytorch.
    """
    torch = torch_module()
    parameter = next(net.parameters())
    with torch.no_grad():
        Z = net.eval()(torch.tensor(X).to(parameter))
    return float((Z.argmax(1).cpu().numpy() == labels).mean())


def content_of(net_or_dict: Any) -> bytes:
    """Save with torch and give the bytes. Taught in course/08_networks_in_pytorch."""
    file = io.BytesIO()
    torch_module().save(net_or_dict, file)
    return file.getvalue()


def content_facts(content: Any) -> dict[str, float]:
    """Give the names in saved bytes, with the sum of squares under each.

    Taught in course/08_networks_in_pytorch.
    """
    if hasattr(content, "getvalue"):
        return {"a file instead of its bytes": 0.0}
    if not isinstance(content, bytes):
        raise ValueError("expected bytes, as file.getvalue() gives them")
    found = torch_module().load(io.BytesIO(content), weights_only=True)
    if not isinstance(found, dict):
        raise ValueError("expected a dict of names and tensors in the bytes")
    squares = {name: float((found[name].double() ** 2).sum()) for name in sorted(found)}
    bits = {"bits": 8 * min((p.element_size() for p in found.values()), default=0)}
    return {name: round(value, 4) for name, value in squares.items()} | bits


def outputs_of(net: Module, X: Array) -> Array:
    """Give a net's outputs as an array. Taught in course/08_networks_in_pytorch."""
    torch = torch_module()
    if not isinstance(net, torch.nn.Module):
        raise ValueError(_no_network(net))
    with torch.no_grad():
        return net(torch.tensor(X)).numpy()


def numbers(values: Any) -> tuple[float, ...]:
    """Read tensors, also those that hold a graph, as plain numbers.

    Taught in course/08_networks_in_pytorch.
    """
    if isinstance(values, str) or not hasattr(values, "__len__"):
        raise ValueError("expected several numbers")
    if any(value is None for value in values):
        raise ValueError("one of them is None")
    if any(callable(value) for value in values):
        raise ValueError("one of them is a function")
    return tuple(float(np.asarray(_plain(value))) for value in values)


def arrays(values: Any) -> tuple[Array, ...]:
    """Read tensors, also those that hold a graph, as arrays.

    Taught in course/08_networks_in_pytorch.
    """
    if isinstance(values, str) or not hasattr(values, "__len__"):
        raise ValueError("expected several arrays")
    return tuple(np.asarray(_plain(value), dtype=float) for value in values)


def array(value: Any) -> Array:
    """Read a tensor, also one that holds a graph, as an array.

    Taught in course/08_networks_in_pytorch.
    """
    return arrays([value])[0]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str) or callable(value):
        raise ValueError(f"expected a number, got {value!r}")
    return value.detach().cpu().numpy() if hasattr(value, "detach") else value
