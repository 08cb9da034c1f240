"""The same network in PyTorch: equal weights, equal outputs, equal gradients.

``to_torch(network)`` builds the twin, ``fit_twin`` trains it on the best device of the
machine and falls back to the CPU where that fails, ``from_torch`` brings the trained
weights back. torch is imported when a function is called, not before.
"""

import copy
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np

from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.device import best_device
from nnbyhand.layers import Activation, Dense, Dropout, Flatten, Layer
from nnbyhand.network import Network
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.shapes import Array, check_array

Module = Any  # torch.nn.Module, which cannot be named before torch is imported

# our name: the torch module's name; "linear" passes on, step and sign have no slope
ACTIVATION_TWINS = {
    "linear": "Identity",
    "relu": "ReLU",
    "sigmoid": "Sigmoid",
    "tanh": "Tanh",
    "softmax": "Softmax",
}
LOSS_TWINS = {
    "cross_entropy": "CrossEntropyLoss",
    "binary_cross_entropy": "BCEWithLogitsLoss",
    "mse": "MSELoss",
    "mae": "L1Loss",
}
# the words of errors that another device may not make
OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "alloc_failed")
UNSUPPORTED = ("not implemented", "not supported", "doesn't support", "unsupported")


def to_torch(layer: Layer | Network) -> Module:
    """Build the equal torch module: same weights, same dtype, same outputs.

    A network becomes ``nn.Sequential``, and frozen layers stay frozen. RNN and LSTM
    return one array, as ours do.
    Taught in course/08_networks_in_pytorch.
    """
    import torch

    if isinstance(layer, Network):
        twin = torch.nn.Sequential(*(to_torch(part) for part in layer.layers))
        for i in layer.frozen:
            twin[i].requires_grad_(False)
        return twin
    for kind, build in BUILDERS.items():
        if isinstance(layer, kind):
            twin = build(torch, layer)
            break
    else:
        raise TypeError(f"to_torch: {type(layer).__name__} has no torch twin")
    for ours, theirs in _pairs(layer, twin):
        theirs.data = torch.tensor(ours)
    return twin


def from_torch(twin: Module, layer: Layer | Network) -> Layer | Network:
    """Give a copy of ``layer`` with the twin's weights; ``layer`` itself stays.

    Taught in course/08_networks_in_pytorch.
    """
    trained = copy.deepcopy(layer)
    if isinstance(trained, Network):
        if len(twin) != len(trained.layers):
            raise ValueError(
                f"from_torch: the twin has {len(twin)} parts, the network has "
                f"{len(trained.layers)} layers"
            )
        parts = list(zip(trained.layers, twin, strict=True))
    else:
        parts = [(trained, twin)]
    for part, module in parts:
        for ours, theirs in _pairs(part, module):
            _bring_back(part, ours, theirs)
        if isinstance(part, (RNN, LSTM)) and module.inner.bias_hh_l0.any():
            # torch keeps two biases and trains both; only their sum counts
            part.params["b"] += module.inner.bias_hh_l0.detach().cpu().double().numpy()
    return trained


def fit_twin(
    twin: Module,
    X: Array,
    Y: Array,
    *,
    rng: np.random.Generator,
    loss: str | Callable[..., Any] = "cross_entropy",
    optimiser: Any | None = None,
    lr: float = 1e-3,
    epochs: int = 1,
    batch_size: int = 64,
    device: str | None = None,
    mixed_precision: bool = False,
    say: Callable[[str], None] | None = None,
) -> list[float]:
    """Train ``twin`` in place on the best device; give the mean loss of each epoch.

    If the device runs out of memory or lacks an operation, training goes on from the
    same batch on the CPU with everything learnt so far, and ``say`` gets one line. In
    the end the twin lies on the CPU, set to predict. The optimiser is Adam at ``lr``
    unless you pass one over ``twin.parameters()``.

    Shapes: X (n, ...), Y labels (n,) or targets as the output.
    Taught in course/08_networks_in_pytorch.
    """
    import torch

    X, Y = _check_data(X, Y, rng, epochs, batch_size)
    dtype = next(twin.parameters()).dtype
    X, Y = (torch.as_tensor(np.require(a, requirements="W")) for a in (X, Y))
    X, Y = X.to(dtype), Y.to(dtype) if Y.is_floating_point() else Y
    say = logging.getLogger("nnbyhand").warning if say is None else say
    if isinstance(loss, str):
        if loss not in LOSS_TWINS:
            known = ", ".join(LOSS_TWINS)
            raise ValueError(f"fit_twin: loss must be one of {known}, got {loss!r}")
        loss = getattr(torch.nn, LOSS_TWINS[loss])()
    optimiser = optimiser or torch.optim.Adam(twin.parameters(), lr)
    run = _Run(twin, loss, optimiser, X, Y, mixed_precision, say)
    run.enter(device or best_device())
    losses = []
    for _ in range(epochs):
        total = 0.0
        for batch in _batches(len(X), batch_size, rng):
            total += run.step(batch) * len(batch)
        losses.append(total / len(X))
    run.leave()
    return losses


class _Run:
    """One training on one device, and on the CPU once that device has failed."""

    def __init__(
        self,
        twin: Module,
        loss: Callable[..., Any],
        optimiser: Any,
        X: Any,
        Y: Any,
        mixed_precision: bool,
        say: Callable[[str], None],
    ) -> None:
        self.twin, self.loss, self.optimiser = twin, loss, optimiser
        self.data = X, Y
        self.mixed_precision, self.say = mixed_precision, say
        self.steps = 0

    def enter(self, device: str) -> None:
        self.device = device
        problem = self._try(self._move)
        if problem is not None:
            self._fall_back(problem)

    def step(self, batch: Array) -> float:
        """Train on one batch; on the CPU if the device fails at it."""
        problem = self._try(lambda: self._gradients(batch))
        if problem is None:
            problem = self._try(self._update)
        if problem is not None:
            self._fall_back(problem)
            self._gradients(batch)
            self._update()
        self.steps += 1
        return self.batch_loss

    def leave(self) -> None:
        """Bring the twin home, ready to predict."""
        self.device = "cpu"
        self._move()
        self.twin.eval()

    def _move(self) -> None:
        import torch

        self.twin.to(self.device).train()
        for memory in self.optimiser.state.values():
            for name, value in memory.items():
                if torch.is_tensor(value) and value.ndim:  # a counter stays where it is
                    memory[name] = value.to(self.device)
        self.X, self.Y = (tensor.to(self.device) for tensor in self.data)
        # float16 has so few small numbers that gradients must be scaled up first
        scaled = self.mixed_precision and self.device.startswith("cuda")
        self.scaler = torch.amp.GradScaler("cuda", enabled=scaled)

    def _gradients(self, batch: Array) -> None:
        import torch

        rows = torch.as_tensor(batch).to(self.device)
        self.optimiser.zero_grad()
        with self._precision():
            loss = self.loss(self.twin(self.X[rows]), self.Y[rows])
        self.scaler.scale(loss).backward()
        self.batch_loss = loss.item()

    def _update(self) -> None:
        self.scaler.step(self.optimiser)
        self.scaler.update()

    def _precision(self) -> AbstractContextManager:
        import torch

        if not self.mixed_precision:
            return nullcontext()
        kind = self.device.split(":")[0]
        half = torch.float16 if kind == "cuda" else torch.bfloat16
        return torch.autocast(kind, dtype=half)

    def _try(self, work: Callable[[], None]) -> str | None:
        """Do the work; if the device, not the program, is at fault, say what failed.

        Only the text is kept: the exception would hold on to the device's memory.
        """
        try:
            work()
        except (RuntimeError, NotImplementedError, TypeError) as error:
            problem = _device_problem(error)
            if problem is None or self.device == "cpu":
                raise
            return problem
        return None

    def _fall_back(self, problem: str) -> None:
        import torch

        self.say(
            f"fit_twin: {self.device} {problem}; going on with the CPU after "
            f"{self.steps} steps, nothing learnt is lost."
        )
        failed, self.device = self.device, "cpu"
        self.X = self.Y = None  # let go of the device's memory first
        self.optimiser.zero_grad()
        self._move()
        if failed.startswith("cuda") and torch.cuda.is_available():
            torch.cuda.empty_cache()


def _device_problem(error: Exception) -> str | None:
    text = str(error).lower()
    if any(words in text for words in OUT_OF_MEMORY):
        return "ran out of memory"
    if isinstance(error, NotImplementedError) or any(w in text for w in UNSUPPORTED):
        return "lacks an operation this network needs"
    return None


def _batches(n: int, size: int, rng: np.random.Generator) -> Iterator[Array]:
    order = rng.permutation(n)
    for start in range(0, n, size):
        yield order[start : start + size]


def _check_data(
    X: Array, Y: Array, rng: np.random.Generator, epochs: int, batch_size: int
) -> tuple[Array, Array]:
    X, Y = check_array("fit_twin", "X", X), np.asarray(Y)
    labels = Y.dtype.kind in "iu"  # torch wants labels as 64-bit integers
    Y = Y.astype(np.int64) if labels else check_array("fit_twin", "Y", Y)
    if len(X) != len(Y):
        raise ValueError(
            f"fit_twin: X and Y must have as many examples, got {len(X)} and {len(Y)}"
        )
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"fit_twin: rng must be a numpy Generator, got {type(rng).__name__}"
        )
    if epochs < 1 or batch_size < 1:
        raise ValueError(
            "fit_twin: epochs and batch_size must be at least 1, "
            f"got {epochs} and {batch_size}"
        )
    return X, Y


def _dense(torch: Any, layer: Dense) -> Module:
    d_in, d_out = layer.params["W"].shape
    return torch.nn.Linear(d_in, d_out, bias="b" in layer.params)


def _conv(torch: Any, layer: Conv2d) -> Module:
    c_out, c_in, *window = layer.params["W"].shape
    sizes = {"stride": layer.stride, "padding": layer.padding}
    bias = "b" in layer.params
    return torch.nn.Conv2d(c_in, c_out, tuple(window), bias=bias, **sizes)


def _activation(torch: Any, layer: Activation) -> Module:
    if layer.name not in ACTIVATION_TWINS:
        raise TypeError(f"to_torch: activation {layer.name!r} has no torch twin")
    arguments = {"dim": -1} if layer.name == "softmax" else {}
    return getattr(torch.nn, ACTIVATION_TWINS[layer.name])(**arguments)


def _recurrent(torch: Any, layer: RNN | LSTM) -> Module:
    class OneOutput(torch.nn.Module):
        """torch returns outputs and states; ours is one array, for Sequential."""

        def __init__(self) -> None:
            super().__init__()
            kind = torch.nn.LSTM if isinstance(layer, LSTM) else torch.nn.RNN
            d_in, d_hidden = len(layer.params["W_x"]), len(layer.params["W_h"])
            self.inner = kind(d_in, d_hidden, batch_first=True)
            self.every_step = layer.every_step

        def forward(self, X: Any) -> Any:
            A, _ = self.inner(X)
            return A if self.every_step else A[:, -1]

    twin = OneOutput()
    # torch's second bias starts at 0: the sum of the two is our b
    twin.inner.bias_hh_l0.data = torch.zeros_like(torch.tensor(layer.params["b"]))
    return twin


BUILDERS: dict[type, Callable[[Any, Any], Module]] = {
    Dense: _dense,
    Activation: _activation,
    Conv2d: _conv,
    MaxPool2d: lambda torch, layer: torch.nn.MaxPool2d(layer.size, layer.stride),
    AveragePool2d: lambda torch, layer: torch.nn.AvgPool2d(layer.size, layer.stride),
    Flatten: lambda torch, layer: torch.nn.Flatten(),
    Dropout: lambda torch, layer: torch.nn.Dropout(layer.p),
    RNN: _recurrent,
    LSTM: _recurrent,
}


def _pairs(layer: Layer, twin: Module) -> list[tuple[Array, Any]]:
    """Pair our arrays, as views in torch's layout, with the twin's parameters."""
    p = layer.params
    if isinstance(layer, (RNN, LSTM)):
        inner = getattr(twin, "inner", None)
        names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0")
        ours = [p["W_x"].T, p["W_h"].T, p["b"]]  # torch stores (units, inputs)
        return [(a, _weight(inner, n)) for a, n in zip(ours, names, strict=True)]
    if "W" not in p:
        return []
    W = p["W"].T if isinstance(layer, Dense) else p["W"]
    pairs = [(W, _weight(twin, "weight"))]
    return [*pairs, (p["b"], _weight(twin, "bias"))] if "b" in p else pairs


def _weight(module: Module, name: str) -> Any:
    weight = getattr(module, name, None)
    if weight is None:
        raise ValueError(f"from_torch: {type(module).__name__} has no {name}")
    return weight


def _bring_back(layer: Layer, ours: Array, theirs: Any) -> None:
    if ours.shape != tuple(theirs.shape):
        raise ValueError(
            f"from_torch: {layer!r} needs weights {ours.shape} in torch's layout, "
            f"got {tuple(theirs.shape)}"
        )
    ours[...] = theirs.detach().cpu().double().numpy()  # float64 holds every type
