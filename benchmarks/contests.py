"""Who is measured against whom: every row of the table, with equal numbers for all.

A row first checks that the contestants compute the same thing. Peers take part where
they can be imported: scikit-learn, micrograd, dezero (all on the package index).
"""

import importlib
import importlib.util
import itertools
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray
Work = Callable[[], Any]


class Row(NamedTuple):
    """One line of the table: what is done, by whom, and what was hoped for."""

    title: str
    contestants: dict[str, Work]  # the first is ours
    goals: dict[str, float]  # least ratio against a contestant


ROWS: dict[str, Callable[["Setting"], Iterator[Row]]] = {}


def row(function: Callable[["Setting"], Iterator[Row]]) -> Any:
    """Put a maker of rows into the table under its own name."""
    ROWS[function.__name__] = function
    return function


class Setting:
    """What all rows share: data, batches, torch, how many threads."""

    def __init__(self, threads: int, quick: bool) -> None:
        import torch

        from nnbyhand.data import find_set, load_fashion_mnist

        torch.set_num_threads(threads)
        self.torch = torch
        self.threads = threads
        full = find_set("fashion-mnist") is not None
        clothes = load_fashion_mnist(subset=not full)
        n = min(len(clothes.train_images), 3_200 if quick else 12_800)
        self.data = f"Fashion-MNIST, {n} of {len(clothes.train_images)} images"
        self.images = clothes.train_images[:n].astype(np.float32) / 255
        self.labels = clothes.train_labels[:n]
        self.X = self.images.reshape(n, -1)

    def batches(self, size: int, n_steps: int) -> list[Array]:
        """Draw the same row numbers for every contestant."""
        rng = np.random.default_rng(1)
        order = rng.permutation(len(self.X))
        return [order[i * size : (i + 1) * size] for i in range(n_steps)]

    def tensor(self, array: Array, **more: Any) -> Any:
        """Give a torch copy of an array."""
        return self.torch.tensor(np.array(array), **more)


def agree(title: str, *pairs: tuple[Array, Any], rtol: float = 2e-3) -> None:
    """Refuse to time contestants that do not compute the same thing."""
    for ours, theirs in pairs:
        theirs = theirs.detach().numpy() if hasattr(theirs, "detach") else theirs
        scale = np.abs(theirs).max() + 1e-30
        worst = float(np.abs(np.asarray(ours) - theirs).max() / scale)
        if not worst < rtol:
            raise AssertionError(f"{title}: contestants differ by {worst:.2g}")


def peer(name: str) -> Any:
    """Import a peer, or give None where it is not installed."""
    if importlib.util.find_spec(name.split(".")[0]) is None:
        return None
    if not hasattr(np, "int"):
        setattr(np, "int", int)  # noqa: B010 - dezero 0.0.13 still asks for it
    return importlib.import_module(name)


# Dense networks --------------------------------------------------------------


def our_steps(
    s: Setting,
    network: Any,
    optimiser: Any,
    loss: str,
    Y: Array,
    batches: list[Array],
    X: Array | None = None,
) -> Work:
    """Train over given batches: what ``fit`` does, without its bookkeeping."""
    from nnbyhand.losses import LOSSES

    _, gradient = LOSSES[loss]
    X = s.X if X is None else X
    room = np.empty((len(batches[0]), *X.shape[1:]), X.dtype)

    def run() -> None:
        for rows in batches:
            X_batch = np.take(X, rows, axis=0, out=room, mode="clip")
            A = network.forward(X_batch, train=True)
            network.backward(gradient(A, Y[rows]))
            optimiser.step(network.params, network.grads)

    return run


def torch_steps(
    model: Any, optimiser: Any, loss: Any, X: Any, Y: Any, batches: list
) -> Work:
    """The training loop of torch's own tutorials, on tensors in memory."""

    def run() -> None:
        for rows in batches:
            optimiser.zero_grad()
            loss(model(X[rows]), Y[rows]).backward()
            optimiser.step()

    return run


def dense_twins(s: Setting, sizes: list[int], hidden: str, output: str) -> tuple:
    """Give our network and torch's with equal weights."""
    from nnbyhand.network import Network

    nn = s.torch.nn
    rng = np.random.default_rng(0)
    network = Network(sizes, hidden, output, rng=rng, dtype=np.float32)
    between = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid}
    layers = []
    for i, (d_in, d_out) in enumerate(itertools.pairwise(sizes)):
        layers.append(nn.Linear(d_in, d_out))
        name = output if i == len(sizes) - 2 else hidden
        if name != "linear":
            layers.append(between[name]())
    model = nn.Sequential(*layers)
    copy_dense(s, network, model)
    return network, model


def copy_dense(s: Setting, network: Any, model: Any) -> None:
    """Copy the weights of our dense and convolution layers, in order."""
    ours = iter(network.params.values())
    with s.torch.no_grad():
        for p in model.parameters():
            array = next(ours)
            p.copy_(s.tensor(array.T if array.ndim == 2 else array).reshape(p.shape))


@row
def mlp(s: Setting) -> Iterator[Row]:
    """784-128-10 with ReLU and cross-entropy, batch 64."""
    from nnbyhand.optim import SGD, Adam

    for name, ours, theirs in (("SGD", SGD, "SGD"), ("Adam", Adam, "Adam")):
        lr = 0.1 if name == "SGD" else 1e-3
        sizes = [784, 128, 10]
        network, model = dense_twins(s, sizes, "relu", "linear")
        optimiser = getattr(s.torch.optim, theirs)(model.parameters(), lr=lr)
        fused = dense_twins(s, sizes, "relu", "linear")[1]
        fused_optimiser = getattr(s.torch.optim, theirs)(
            fused.parameters(), lr=lr, fused=True
        )
        loss = s.torch.nn.functional.cross_entropy
        numbers = s.batches(64, min(200, len(s.X) // 64))
        tensors = [s.tensor(rows) for rows in numbers]
        X, Y = s.tensor(s.X), s.tensor(s.labels)
        contestants = {
            "ours": our_steps(s, network, ours(lr), "cross_entropy", s.labels, numbers),
            "torch": torch_steps(model, optimiser, loss, X, Y, tensors),
            "torch fused": torch_steps(fused, fused_optimiser, loss, X, Y, tensors),
        }
        contestants["ours"](), contestants["torch"]()
        agree(f"MLP {name}", (network.forward(s.X[:64]), model(X[:64])), rtol=0.05)
        contestants |= mlp_peers(s, name, lr, numbers)
        if name == "SGD":
            contestants["our matmuls alone"] = matmul_floor(s, numbers)
            contestants["our matmuls, batches gathered"] = matmul_floor(
                s, numbers, gather=True
            )
            contestants["NumPy in a straight line"] = straight_line(s, numbers, lr)
        goals = {"torch": 1.4 if name == "SGD" else 1.3}
        yield Row(f"MLP 784-128-10, batch 64, {name}", contestants, goals)
    yield fit_row(s)


def fit_row(s: Setting) -> Row:
    """A whole epoch as a learner runs it: shuffle, loss and accuracy on the way."""
    from nnbyhand.optim import SGD
    from nnbyhand.train import fit

    torch = s.torch
    network, model = dense_twins(s, [784, 128, 10], "relu", "linear")
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
    X, Y = s.tensor(s.X), s.tensor(s.labels)
    rng, ours = np.random.default_rng(2), SGD(0.1)

    def run_ours() -> None:
        fit(network, s.X, s.labels, rng=rng, optimiser=ours, epochs=1, batch_size=64)

    def run_torch() -> None:
        total, right = 0.0, 0
        for rows in torch.randperm(len(X)).split(64):
            optimiser.zero_grad()
            logits = model(X[rows])
            loss = torch.nn.functional.cross_entropy(logits, Y[rows])
            loss.backward()
            optimiser.step()
            total += loss.item() * len(rows)
            right += int((logits.argmax(1) == Y[rows]).sum())

    return Row("MLP, a whole epoch of fit", {"ours": run_ours, "torch": run_torch}, {})


def matmul_floor(s: Setting, batches: list[Array], gather: bool = False) -> Work:
    """Do the five matrix products of a training step and nothing else.

    Without ``gather`` it is one batch again and again, which lies in the cache; with
    it the rows of every batch are fetched first, as any training on shuffled rows must.
    """
    rng = np.random.default_rng(0)
    W1, W2 = (rng.random(d, dtype=np.float32) for d in ((784, 128), (128, 10)))
    dW1, dW2 = np.empty_like(W1), np.empty_like(W2)
    X = np.ascontiguousarray(s.X[:64])
    A, Z = np.empty((64, 128), np.float32), np.empty((64, 10), np.float32)

    def run() -> None:
        for rows in batches:
            if gather:
                np.take(s.X, rows, axis=0, out=X, mode="clip")
            np.matmul(X, W1, out=A)
            np.matmul(A, W2, out=Z)
            np.matmul(A.T, Z, out=dW2)
            np.matmul(Z, W2.T, out=A)
            np.matmul(X.T, A, out=dW1)
            Z.fill(0.1), A.fill(0.1)  # else the numbers grow without end

    return run


def straight_line(s: Setting, batches: list[Array], lr: float) -> Work:
    """The same training by hand: no layers, no names, no checks, nothing kept apart.

    It shows what the parts of a library cost: nobody would want to read or change it.
    """
    network, _ = dense_twins(s, [784, 128, 10], "relu", "linear")
    agreed, _ = dense_twins(s, [784, 128, 10], "relu", "linear")
    W1, b1, W2, b2 = network.params.values()
    X, A = np.empty((64, 784), np.float32), np.empty((64, 128), np.float32)
    dW1, zeros, labels = np.empty_like(W1), np.zeros_like(A), s.labels.astype(np.intp)
    examples, share = np.arange(64), np.float32(1 / 64)

    def run(batches: list[Array] = batches) -> None:
        for rows in batches:
            np.take(s.X, rows, axis=0, out=X, mode="clip")
            Z = X @ W1
            Z += b1
            np.maximum(Z, zeros, out=A)
            P = A @ W2
            P += b2
            P -= P.max(axis=1, keepdims=True)
            np.exp(P, out=P)
            P /= P.sum(axis=1, keepdims=True)
            P[examples, labels[rows]] -= 1
            P *= share
            dW2, db2 = A.T @ P, P.sum(axis=0)
            delta = P @ W2.T
            delta *= Z > 0
            db1 = delta.sum(axis=0)
            np.matmul(X.T, delta, out=dW1)
            for w, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
                g *= lr
                w -= g

    from nnbyhand.optim import SGD

    run(batches[:20])
    our_steps(s, agreed, SGD(lr), "cross_entropy", s.labels, batches[:20])()
    agree("straight line", (agreed.params["0.W"], W1), (agreed.params["2.b"], b2))
    return run


def mlp_peers(s: Setting, name: str, lr: float, batches: list[Array]) -> dict:
    """The same steps in scikit-learn and dezero, where they are installed."""
    peers = {}
    sklearn = peer("sklearn.neural_network")
    if sklearn is not None:
        solver = name.lower()
        theirs = sklearn.MLPClassifier(
            (128,), solver=solver, alpha=0, batch_size=64, learning_rate_init=lr,
            **({"momentum": 0.0} if solver == "sgd" else {}),
        )  # fmt: skip
        classes = np.arange(10)

        def run_sklearn() -> None:
            for rows in batches:
                theirs.partial_fit(s.X[rows], s.labels[rows], classes=classes)

        peers["scikit-learn"] = run_sklearn
    dezero = peer("dezero")
    if dezero is not None:
        F = peer("dezero.functions")
        model = peer("dezero.models").MLP((128, 10), activation=F.relu)
        optimiser = getattr(peer("dezero.optimizers"), name)(lr).setup(model)

        def run_dezero() -> None:
            for rows in batches:
                loss = F.softmax_cross_entropy(model(s.X[rows]), s.labels[rows])
                model.cleargrads()
                loss.backward()
                optimiser.update()

        peers["dezero"] = run_dezero
    return peers


@row
def small(s: Setting) -> Iterator[Row]:
    """784-15-10 with sigmoids and the half squared error, mini-batch 10."""
    from nnbyhand.optim import SGD

    network, model = dense_twins(s, [784, 15, 10], "sigmoid", "sigmoid")
    Y = np.eye(10, dtype=np.float32)[s.labels]
    numbers = s.batches(10, 300)
    optimiser = s.torch.optim.SGD(model.parameters(), lr=3.0)

    def half_squared(A: Any, T: Any) -> Any:
        return ((A - T) ** 2).sum() / (2 * len(A))

    X, T = s.tensor(s.X), s.tensor(Y)
    contestants = {
        "ours": our_steps(s, network, SGD(3.0), "half_squared", Y, numbers),
        "torch": torch_steps(
            model, optimiser, half_squared, X, T, [s.tensor(r) for r in numbers]
        ),
        "one example at a time": one_by_one(s, Y, numbers),
    }
    contestants["ours"](), contestants["torch"]()
    agree("small", (network.forward(s.X[:64]), model(X[:64])), rtol=0.05)
    yield Row("784-15-10 sigmoid, mini-batch 10", contestants, {"torch": 3.5})


def one_by_one(s: Setting, Y: Array, batches: list[Array]) -> Work:
    """Column vectors and a loop over examples, as an early lesson writes it."""
    rng = np.random.default_rng(0)
    W = [rng.normal(0, 0.05, (b, a)) for a, b in ((784, 15), (15, 10))]
    b = [np.zeros((15, 1)), np.zeros((10, 1))]

    def run() -> None:
        for rows in batches:
            dW, db = [np.zeros_like(w) for w in W], [np.zeros_like(v) for v in b]
            for i in rows:
                a0, y = s.X[i][:, None], Y[i][:, None]
                a1 = 1 / (1 + np.exp(-(W[0] @ a0 + b[0])))
                a2 = 1 / (1 + np.exp(-(W[1] @ a1 + b[1])))
                d2 = (a2 - y) * a2 * (1 - a2)
                d1 = W[1].T @ d2 * a1 * (1 - a1)
                for k, (d, a) in enumerate(((d1, a0), (d2, a1))):
                    dW[k] += d @ a.T
                    db[k] += d
            for k in range(2):
                W[k] -= 3.0 / len(rows) * dW[k]
                b[k] -= 3.0 / len(rows) * db[k]

    return run


# Scalars ---------------------------------------------------------------------


@row
def scalar(s: Setting) -> Iterator[Row]:
    """Two moons, 2-16-16-1 with ReLU, a margin loss and a penalty on the weights."""
    from nnbyhand import autodiff

    rng = np.random.default_rng(0)
    n, angle = 100, np.linspace(0, np.pi, 50)
    moons = np.concatenate(
        [
            np.column_stack([np.cos(angle), np.sin(angle)]),
            np.column_stack([1 - np.cos(angle), 0.5 - np.sin(angle)]),
        ]
    )
    points = (moons + rng.normal(0, 0.1, moons.shape)).tolist()
    signs = [1] * (n // 2) + [-1] * (n // 2)
    sizes = [2, 16, 16, 1]
    start = [
        [[*rng.uniform(-1, 1, a).tolist(), 0.0] for _ in range(b)]
        for a, b in itertools.pairwise(sizes)
    ]
    engines = {"ours": (autodiff.Value, autodiff.relu)}
    micrograd = peer("micrograd.engine")
    engines["closures"] = (Closure, Closure.relu)
    if micrograd is not None:
        engines["micrograd"] = (micrograd.Value, micrograd.Value.relu)
    works = {
        name: scalar_work(start, points, signs, *engine)
        for name, engine in engines.items()
    }
    gradients = {name: work() for name, work in works.items()}
    for name in works:
        agree("scalar", (gradients["ours"], np.array(gradients[name])), rtol=1e-9)
    goals = {"micrograd" if micrograd is not None else "closures": 7.0}
    yield Row("scalar reverse mode, 2-16-16-1, 100 points", works, goals)


def scalar_work(start: list, points: list, signs: list, value: Any, relu: Any) -> Work:
    """One forward and backward pass over all points, operation by operation."""
    net = [[[value(w) for w in unit] for unit in layer] for layer in start]
    params = [w for layer in net for unit in layer for w in unit]

    def unit_sum(unit: list, x: list) -> Any:
        *weights, bias = unit
        return sum((w * xi for w, xi in zip(weights, x, strict=True)), bias)

    def forward(x: list) -> Any:
        for layer in net[:-1]:
            x = [relu(unit_sum(unit, x)) for unit in layer]
        return unit_sum(net[-1][0], x)

    def run() -> list[float]:
        for p in params:
            p.grad = 0.0
        losses = [
            relu(1 + -sign * forward([value(v) for v in x]))
            for x, sign in zip(points, signs, strict=True)
        ]
        penalty = 1e-4 * sum(p * p for p in params)
        (sum(losses) * (1.0 / len(losses)) + penalty).backward()
        return [p.grad for p in params]

    return run


class Closure:
    """A scalar engine with one closure for each operation, written for comparison."""

    def __init__(self, value: float, parents: tuple = ()) -> None:
        self.value, self.grad, self.parents = value, 0.0, set(parents)
        self.send_back = lambda: None

    def __add__(self, other: Any) -> "Closure":
        other = other if isinstance(other, Closure) else Closure(other)
        out = Closure(self.value + other.value, (self, other))

        def send_back() -> None:
            self.grad += out.grad
            other.grad += out.grad

        out.send_back = send_back
        return out

    def __mul__(self, other: Any) -> "Closure":
        other = other if isinstance(other, Closure) else Closure(other)
        out = Closure(self.value * other.value, (self, other))

        def send_back() -> None:
            self.grad += other.value * out.grad
            other.grad += self.value * out.grad

        out.send_back = send_back
        return out

    def relu(self) -> "Closure":
        """Give max(0, self)."""
        out = Closure(max(self.value, 0.0), (self,))

        def send_back() -> None:
            self.grad += (out.value > 0) * out.grad

        out.send_back = send_back
        return out

    def backward(self) -> None:
        """Visit every node once, users before what they use."""
        order, seen = [], set()

        def visit(node: "Closure") -> None:
            if node not in seen:
                seen.add(node)
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.send_back()

    __radd__ = __add__
    __rmul__ = __mul__


# Convolution and pooling -----------------------------------------------------


def our_pass(layer: Any, X: Array, dA: Array, times: int, input_gradient: bool) -> Work:
    """Forward and backward of one layer for a given upstream gradient."""
    layer.input_gradient = input_gradient

    def run() -> None:
        for _ in range(times):
            layer.forward(X, train=True)
            layer.backward(dA)

    return run


def torch_pass(module: Any, X: Any, dA: Any, times: int) -> Work:
    """The same in torch; X says by requires_grad whether its gradient is wanted."""

    def run() -> None:
        for _ in range(times):
            for p in (X, *module.parameters()):
                p.grad = None
            module(X).backward(dA)

    return run


@row
def conv(s: Setting) -> Iterator[Row]:
    """3 x 3 with padding 1 on a batch of 64; the first layer needs no dX."""
    goals = {(1, 8): 1.1, (8, 16): 0.55}
    for c_in, c_out, size in ((1, 8, 28), (8, 16, 14), (16, 32, 7)):
        title = f"conv {c_in} to {c_out}, {size} x {size}, forward and backward"
        works = conv_works(s, title, c_in, c_out, size)
        goal = goals.get((c_in, c_out))
        yield Row(title, works, {"torch best layout": goal} if goal else {})


def conv_works(s: Setting, title: str, c_in: int, c_out: int, size: int) -> dict:
    """Give the passes of one convolution in every contestant."""
    from nnbyhand.conv import Conv2d

    torch, inner = s.torch, c_in > 1
    rng = np.random.default_rng(0)
    X = rng.normal(size=(64, c_in, size, size)).astype(np.float32)
    dA = rng.normal(size=(64, c_out, size, size)).astype(np.float32)
    layer = Conv2d(c_in, c_out, 3, rng=rng, padding=1, dtype=np.float32)
    # every contestant gets images as it likes them best, as inside a network; only
    # the first layer meets them as they were stored
    likes = samples_last(X) if inner else X
    works = {"ours": our_pass(layer, likes, samples_last(dA), 10, inner)}
    for name, layout in layouts(torch).items():
        module = torch.nn.Conv2d(c_in, c_out, 3, padding=1)
        copy_dense(s, layer, module)
        module = module.to(memory_format=layout)
        x = s.tensor(X).contiguous(memory_format=layout).requires_grad_(inner)
        upstream = s.tensor(dA).contiguous(memory_format=layout)
        works[name] = torch_pass(module, x, upstream, 10)
        works["ours"](), works[name]()
        agree(
            title,
            (layer.grads["W"], module.weight.grad),
            (layer.grads["b"], module.bias.grad),
            (layer.forward(X), module(x)),
        )
    works["ours, batch first"] = our_pass(layer, X, dA, 10, inner)
    F = peer("dezero.functions")
    if F is not None:
        as_variable = peer("dezero").as_variable
        W, b = (as_variable(layer.params[k].copy()) for k in "Wb")

        def run_dezero() -> None:
            for _ in range(10):
                W.cleargrad(), b.cleargrad()
                out = F.conv2d(as_variable(X), W, b, 1, 1)
                out.grad = as_variable(dA)
                out.backward()

        works["dezero"] = run_dezero
    return works


def samples_last(X: Array) -> Array:
    """Lay images in memory as our own layers hand them on; the shape stays."""
    return np.ascontiguousarray(X.transpose(1, 2, 3, 0)).transpose(3, 0, 1, 2)


def layouts(torch: Any) -> dict[str, Any]:
    """Torch's two orders of the axes of images in memory."""
    return {
        "torch NCHW": torch.contiguous_format,
        "torch channels_last": torch.channels_last,
    }


@row
def pool(s: Setting) -> Iterator[Row]:
    """Max-pooling 2 x 2 of 8 channels, as it stands after the first convolution."""
    from nnbyhand.conv import MaxPool2d

    torch = s.torch
    rng = np.random.default_rng(0)
    X = rng.normal(size=(64, 8, 28, 28)).astype(np.float32)
    dA = rng.normal(size=(64, 8, 14, 14)).astype(np.float32)
    layer = MaxPool2d(2)
    works = {"ours": our_pass(layer, samples_last(X), samples_last(dA), 20, True)}
    module = torch.nn.MaxPool2d(2)
    for name, layout in layouts(torch).items():
        x = s.tensor(X).contiguous(memory_format=layout).requires_grad_()
        upstream = s.tensor(dA).contiguous(memory_format=layout)
        works[name] = torch_pass(module, x, upstream, 20)
        works[name]()
        layer.forward(X)
        agree("pool", (layer.backward(dA), x.grad))
    yield Row("max-pool 2 x 2", works, {"torch best layout": 1.0})


@row
def cnn(s: Setting) -> Iterator[Row]:
    """Two convolutions, two poolings and a dense layer, trained with Adam."""
    from nnbyhand.conv import Conv2d, MaxPool2d
    from nnbyhand.layers import Activation, Dense, Flatten
    from nnbyhand.network import Network
    from nnbyhand.optim import Adam

    torch, nn = s.torch, s.torch.nn
    rng = np.random.default_rng(0)
    more = {"rng": rng, "dtype": np.float32}
    network = Network.from_layers(
        [
            *(Conv2d(1, 8, 3, padding=1, **more), Activation("relu"), MaxPool2d(2)),
            *(Conv2d(8, 16, 3, padding=1, **more), Activation("relu"), MaxPool2d(2)),
            *(Flatten(), Dense(784, 10, **more)),
        ]
    )
    numbers = s.batches(64, min(30, len(s.X) // 64))
    tensors = [s.tensor(rows) for rows in numbers]
    models, works = {}, {}
    for name, layout in layouts(torch).items():
        model = nn.Sequential(
            *(nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Flatten(), nn.Linear(784, 10)),
        )
        copy_dense(s, network, model)
        models[name] = model.to(memory_format=layout)
        X = s.tensor(s.images).contiguous(memory_format=layout)
        optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
        loss, Y = nn.functional.cross_entropy, s.tensor(s.labels)
        agree("CNN", (network.forward(s.images[:64]), model(X[:64])))
        works[name] = torch_steps(model, optimiser, loss, X, Y, tensors)
    ours = our_steps(
        s, network, Adam(1e-3), "cross_entropy", s.labels, numbers, s.images
    )
    ours(), works["torch NCHW"]()
    theirs = models["torch NCHW"](s.tensor(s.images[:64]))
    agree("CNN trained", (network.forward(s.images[:64]), theirs), rtol=0.05)
    goals = {"torch NCHW": 1.35, "torch channels_last": 0.9}
    yield Row("small CNN, batch 64, Adam", {"ours": ours, **works}, goals)


# Sequences -------------------------------------------------------------------


@row
def lstm(s: Setting) -> Iterator[Row]:
    """100 steps of 2 numbers, 64 units, batch 64; the last state is what counts."""
    from nnbyhand.recurrent import LSTM

    torch, nn = s.torch, s.torch.nn
    d, h, n, t = 2, 64, 64, 100
    rng = np.random.default_rng(0)
    X = rng.normal(size=(n, t, d)).astype(np.float32)
    dH = rng.normal(size=(n, h)).astype(np.float32)
    layer = LSTM(d, h, rng=rng, every_step=False, dtype=np.float32)
    layer.input_gradient = False  # torch is not asked for it either
    fused, cell = nn.LSTM(d, h, batch_first=True), nn.LSTMCell(d, h)
    with torch.no_grad():
        for module in (fused, cell):
            w_x, w_h, b_x, b_h = module.parameters()
            w_x.copy_(s.tensor(layer.params["W_x"].T))
            w_h.copy_(s.tensor(layer.params["W_h"].T))
            b_x.copy_(s.tensor(layer.params["b"]))
            b_h.zero_()
    x, upstream = s.tensor(X), s.tensor(dH)

    def run_ours() -> None:
        layer.forward(X, train=True)
        layer.backward(dH)

    def run_fused() -> None:
        fused.zero_grad()
        fused(x)[0][:, -1].backward(upstream)

    def run_loop() -> None:
        cell.zero_grad()
        state = None
        for step in x.unbind(1):
            state = cell(step, state)
        state[0].backward(upstream)

    works = {"ours": run_ours, "torch nn.LSTM": run_fused, "torch cell loop": run_loop}
    for work in works.values():
        work()
    for module in (fused, cell):
        w_x, w_h, b_x, _ = (p.grad for p in module.parameters())
        agree(
            "LSTM",
            (layer.grads["W_x"].T, w_x),
            (layer.grads["W_h"].T, w_h),
            (layer.grads["b"], b_x),
        )
    goals = {"torch nn.LSTM": 0.6, "torch cell loop": 2.0}
    yield Row("LSTM, 100 steps, 64 units, batch 64", works, goals)
