"""A network: layers in a row, forward to predict, backward to learn.

``Network([784, 128, 10], rng=rng)`` builds dense layers by sizes,
``Network.from_layers`` takes any layers. ``forward``, then ``backward`` with the
gradient of the loss, fills ``grads``; ``save`` and ``load`` keep what was learned.
"""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from nnbyhand.layers import Activation, Dense, Layer
from nnbyhand.optim import Optimiser
from nnbyhand.shapes import Array, check_array, check_shape

OPTIMISER = "optimiser."  # before the names of the optimiser's memory in a file

# what suits the activation that follows the weights
INIT_FOR = {"relu": "he"}


class Network:
    """Layers in a row; parameters carry names such as ``0.W``: layer 0, its weights.

    Taught in course/03_forward_propagation and course/06_backpropagation.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        hidden: str = "relu",
        output: str = "linear",
        *,
        rng: np.random.Generator,
        init: str | None = None,
        dtype: type = np.float64,
    ) -> None:
        """Build dense layers by sizes, inputs first.

        A linear output gives logits for the losses that want them. Without ``init``,
        ReLU layers start with ``he``, all others with ``glorot``.
        """
        if len(sizes) < 2 or any(int(size) != size or size < 1 for size in sizes):
            raise ValueError(
                "Network: sizes must be two or more positive whole numbers such as "
                f"[784, 128, 10], got {list(sizes)}"
            )
        names = [hidden] * (len(sizes) - 2) + [output]
        layers: list[Layer] = []
        for d_in, d_out, name in zip(sizes[:-1], sizes[1:], names, strict=True):
            start = init or INIT_FOR.get(name, "glorot")
            layers.append(Dense(int(d_in), int(d_out), rng, start, dtype))
            if name != "linear":
                layers.append(Activation(name))
        self._hold(layers)

    @classmethod
    def from_layers(cls, layers: Iterable[Layer]) -> "Network":
        """Put given layers in a row; they are kept, not copied.

        Taught in course/06_backpropagation.
        """
        network = cls.__new__(cls)
        network._hold(list(layers))
        return network

    def _hold(self, layers: list[Layer]) -> None:
        learning = [i for i, layer in enumerate(layers) if layer.params]
        if not layers or len({id(layer) for layer in layers}) < len(layers):
            raise ValueError("Network: layers must be one or more different layers")
        self.layers = layers
        self.learning = learning
        self.frozen: frozenset[int] = frozenset()
        self.first_learning = learning[0] if learning else 0
        self.last_learning = learning[-1] if learning else 0
        dtypes = sorted({str(p.dtype) for p in self.params.values()}) or ["float64"]
        if len(dtypes) > 1:
            raise ValueError(f"Network: layers must share one dtype, got {dtypes}")
        self.dtype = np.dtype(dtypes[0])

    @property
    def params(self) -> dict[str, Array]:
        """All parameters by name; the arrays are the network's own, not copies.

        Put values in with ``set_params``: assigning to this dict changes nothing.
        """
        return self._named("params")

    @property
    def grads(self) -> dict[str, Array]:
        """The gradients of the latest ``backward``, by the names of ``params``."""
        return self._named("grads")

    def _named(self, which: str) -> dict[str, Array]:
        return {
            f"{i}.{name}": array
            for i, layer in enumerate(self.layers)
            for name, array in getattr(layer, which).items()
        }

    def freeze(self, layers: Iterable[int]) -> None:
        """Let training pass these layers by; all others are free again.

        A frozen layer still computes and sends gradients back. ``freeze([])`` sets all
        of them free. Taught in course/11_fine_tuning_and_beyond.

        >>> network = Network([4, 3, 2], rng=np.random.default_rng(0))
        >>> network.freeze([0])
        >>> list(network.free_params), network.n_free
        (['2.W', '2.b'], 8)
        """
        layers = list(layers)
        places = range(len(self.layers))
        if any(isinstance(i, bool) or i not in places for i in layers):
            raise ValueError(
                "Network.freeze: layers must be places in network.layers, from 0 to "
                f"{len(places) - 1}, got {layers}"
            )
        self.frozen = frozenset(int(i) for i in layers)
        free = [i for i in self.learning if i not in self.frozen]
        # backward need go no further than the first layer that learns
        self.first_learning = free[0] if free else len(self.layers) - 1

    @property
    def free_params(self) -> dict[str, Array]:
        """The parameters that training may move: those outside frozen layers.

        Taught in course/11_fine_tuning_and_beyond.
        """
        return self._free(self.params)

    @property
    def free_grads(self) -> dict[str, Array]:
        """The gradients of ``free_params``, by the same names.

        Taught in course/11_fine_tuning_and_beyond.
        """
        return self._free(self.grads)

    def _free(self, named: dict[str, Array]) -> dict[str, Array]:
        if not self.frozen:
            return named
        return {
            name: array
            for name, array in named.items()
            if int(name.split(".")[0]) not in self.frozen
        }

    @property
    def n_free(self) -> int:
        """How many numbers training may move. Taught with ``freeze``."""
        return sum(p.size for p in self.free_params.values())

    @property
    def n_params(self) -> int:
        """How many numbers the network learns, biases included."""
        return sum(p.size for p in self.params.values())

    def forward(self, X: Array, train: bool = False) -> Array:
        """Send a batch through all layers, in the network's dtype.

        Shapes: X (n, d) or what the first layer takes -> what the last layer gives.
        Taught in course/03_forward_propagation.
        """
        # in training the data have been searched for NaN before, once, by fit
        A = check_array("Network.forward", "X", X, finite=not train)
        A = A.astype(self.dtype, copy=False)
        for i, layer in enumerate(self.layers):
            # a layer behind the last that learns may be what the caller gets
            layer.inside_training = train and i < self.last_learning
            try:
                A = layer.forward(A, train)
            finally:
                layer.inside_training = False
        return A

    def backward(self, dA: Array, input_gradient: bool = False) -> Array | None:
        """Send dC/d(output) back through all layers and fill ``grads``.

        In training nobody asks for dC/dX, so it is computed only on request: for
        784-128-10 it is a third of the work.

        Shapes: dA as the output -> dC/dX as X, or None.
        Taught in course/06_backpropagation.
        """
        first = 0 if input_gradient else self.first_learning
        self.layers[first].input_gradient = input_gradient
        for layer in reversed(self.layers[first:]):
            layer.inside_training = not input_gradient
            try:
                dA = layer.backward(dA)
            finally:
                layer.inside_training = False
        self.layers[first].input_gradient = True
        return dA if input_gradient else None

    def predict(self, X: Array, batch_size: int = 1024) -> Array:
        """Give the outputs for many examples, batch by batch, with dropout off.

        Shapes: X (n, ...) -> (n, k). Taught in course/07_training_in_practice.
        """
        X = check_array("Network.predict", "X", X, finite=False)
        starts = range(0, len(X), batch_size)
        return np.concatenate([self.forward(X[i : i + batch_size]) for i in starts])

    def set_params(self, params: dict[str, Array]) -> None:
        """Copy values into the parameters, by name; all names and shapes must fit.

        Shapes: as those of ``params``.
        Taught in course/07_training_in_practice.
        """
        own = self.params
        if params.keys() != own.keys():
            raise ValueError(
                f"Network.set_params: names must be {', '.join(own)}, "
                f"got {', '.join(params)}"
            )
        new = {k: check_array("Network.set_params", k, params[k]) for k in own}
        for name, array in own.items():
            check_shape("Network.set_params", name, new[name], array.shape)
        for name, array in own.items():
            array[...] = new[name]

    def copy_params(self) -> dict[str, Array]:
        """Give copies of all parameters, to come back to with ``set_params``.

        Taught in course/07_training_in_practice.
        """
        return {name: array.copy() for name, array in self.params.items()}

    @property
    def architecture(self) -> str:
        """The layers in words; a saved file fits only the same ones."""
        return ", ".join(repr(layer) for layer in self.layers)

    def save(self, path: str | Path, optimiser: Optimiser | None = None) -> None:
        """Write parameters by name, the architecture and the optimiser's memory.

        Taught in course/07_training_in_practice.
        """
        memory = {} if optimiser is None else optimiser.state()
        named = {OPTIMISER + name: array for name, array in memory.items()}
        with Path(path).open("wb") as file:
            np.savez(file, architecture=self.architecture, **self.params, **named)

    def load(self, path: str | Path, optimiser: Optimiser | None = None) -> None:
        """Read what ``save`` wrote; a file of other layers is refused.

        Taught in course/07_training_in_practice.
        """
        path = Path(path)
        try:
            with path.open("rb") as stream, np.load(stream) as file:
                saved = {name: file[name] for name in file.files}
            architecture = str(saved.pop("architecture"))
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, TypeError):
            raise ValueError(
                f"Network.load: {path.name} is not a file written by Network.save, "
                "or it is damaged"
            ) from None
        if architecture != self.architecture:
            raise ValueError(
                f"Network.load: {path.name} holds {architecture}; "
                f"this network is {self.architecture}"
            )
        self.set_params({k: v for k, v in saved.items() if k in self.params})
        if optimiser is not None:
            memory = {k: v for k, v in saved.items() if k.startswith(OPTIMISER)}
            optimiser.set_state({k.removeprefix(OPTIMISER): memory[k] for k in memory})

    def __repr__(self) -> str:
        return f"Network {self._shape_in_words()}, {self.n_params} parameters"

    def _shape_in_words(self) -> str:
        """Say ``784-128-10, relu`` for dense layers, else name all layers."""
        dense = [layer for layer in self.layers if isinstance(layer, Dense)]
        others = [layer for layer in self.layers if not isinstance(layer, Dense)]
        if not dense or any(layer.params for layer in others):
            return self.architecture
        sizes = [len(dense[0].params["W"])] + [d.params["W"].shape[1] for d in dense]
        words = ["-".join(map(str, sizes)), *(repr(layer) for layer in others)]
        return ", ".join(dict.fromkeys(words))
