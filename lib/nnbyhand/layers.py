"""The parts of a network: ``Dense``, ``Activation``, ``Dropout`` and ``Flatten``.

Every layer has ``forward`` and, right below it, ``backward``, and two dicts with equal
keys: ``params`` holds what is learned, ``grads`` how the loss changes with it. Any
class of this form, see ``Layer``, can be a part of a ``Network``.
"""

import numpy as np

from nnbyhand.activations import ACTIVATIONS
from nnbyhand.initialise import INITIALISERS
from nnbyhand.shapes import Array, check_array, check_shape


class Layer:
    """What all layers share; a layer of your own gives ``forward`` and ``backward``.

    The first layer of a network has nobody to pass its input gradient to. Where
    ``input_gradient`` is False, ``backward`` may leave it out and return None.
    Taught in course/06_backpropagation.
    """

    input_gradient = True
    inside_training = False  # see ``result``; a network in training sets it
    A_shape: tuple[int, ...] | None = None  # of the latest forward

    def __init__(self) -> None:
        self.params: dict[str, Array] = {}
        self.grads: dict[str, Array] = {}
        self._memory: dict[str, Array] = {}

    def forward(self, X: Array, train: bool = False) -> Array:
        """Compute the outputs and keep what ``backward`` needs.

        Shapes: X (n, ...) -> A (n, ...). Taught in course/03_forward_propagation.
        """
        raise NotImplementedError(f"{type(self).__name__} has no forward yet")

    def backward(self, dA: Array) -> Array | None:
        """Turn dC/dA into dC/dX and fill ``grads`` on the way.

        Shapes: dA as A -> dX as X. Taught in course/06_backpropagation.
        """
        raise NotImplementedError(f"{type(self).__name__} has no backward yet")

    def __repr__(self) -> str:
        return type(self).__name__

    # The faster form: memory that is used again -------------------------------------
    #
    # An array of a megabyte is new memory from the operating system each time, and its
    # pages cost more than the arithmetic on them. A layer therefore keeps its work
    # space (``scratch``) from batch to batch. What it gives to others (``result``) is
    # new for every caller, with one exception: between the layers of a network in
    # training, where the next layer is the only reader and has finished by the next
    # batch. What a network gives to its caller is never used again.
    # tests/lib/test_network.py checks that both ways agree and no result is changed.

    def scratch(self, name: str, like: Array, shape: tuple[int, ...] = ()) -> Array:
        """Give an array to write into: the one of the last batch, if it fits."""
        kept = self._memory.get(name)
        fits = kept is not None and kept.dtype == like.dtype
        if shape:
            fits = fits and kept.shape == shape
        else:
            fits = fits and (kept.shape, kept.strides) == (like.shape, like.strides)
        if not fits:
            kept = self._memory[name] = self._new(like, shape)
        return kept

    def result(self, name: str, like: Array, shape: tuple[int, ...] = ()) -> Array:
        """Give an array for an output: a new one, except inside a network in training.

        It has the dtype of ``like``, and its shape and order in memory unless another
        shape is given.
        """
        if self.inside_training:
            return self.scratch(name, like, shape)
        return self._new(like, shape)

    @staticmethod
    def _new(like: Array, shape: tuple[int, ...]) -> Array:
        return np.empty(shape, like.dtype) if shape else np.empty_like(like)


class Dense(Layer):
    """A layer in which every unit sees every input: ``Z = X @ W + b``.

    Column j of W holds the weights into unit j. Taught in
    course/03_forward_propagation (forward) and course/06_backpropagation (backward).
    """

    def __init__(
        self,
        d_in: int,
        d_out: int,
        rng: np.random.Generator,
        init: str = "glorot",
        dtype: type = np.float64,
    ) -> None:
        super().__init__()
        if init not in INITIALISERS:
            raise ValueError(
                f"Dense: init must be one of {', '.join(INITIALISERS)}, got {init!r}"
            )
        W = INITIALISERS[init]((d_in, d_out), rng, dtype)
        self._hold(W, np.zeros(d_out, dtype))

    @classmethod
    def from_arrays(cls, W: Array, b: Array | None = None) -> "Dense":
        """Build a layer from copies of given weights; without ``b`` it has no bias.

        Shapes: W (d_in, d_out), b (d_out,). Taught in course/03_forward_propagation.
        """
        W = check_array("Dense.from_arrays", "W", W)
        check_shape("Dense.from_arrays", "W", W, ("d_in", "d_out"))
        if b is not None:
            b = check_array("Dense.from_arrays", "b", b).astype(W.dtype)
            check_shape("Dense.from_arrays", "b", b, (W.shape[1],))
        layer = cls.__new__(cls)
        Layer.__init__(layer)
        layer._hold(W.copy(), b)
        return layer

    def _hold(self, W: Array, b: Array | None) -> None:
        self.params = {"W": W} if b is None else {"W": W, "b": b}
        self.grads = {name: np.zeros_like(p) for name, p in self.params.items()}

    def forward(self, X: Array, train: bool = False) -> Array:
        """Compute the sums of all units for all examples.

        Shapes: X (n, d_in) -> Z (n, d_out). Taught in course/03_forward_propagation.
        """
        X = check_array("Dense.forward", "X", X, finite=False)
        if X.ndim != 2 or X.shape[1] != len(self.params["W"]):
            check_shape("Dense.forward", "X", X, ("n", len(self.params["W"])))
        self.A_prev = X
        Z = X @ self.params["W"]
        if "b" in self.params:
            Z += self.params["b"]
        self.A_shape = Z.shape
        return Z

    def backward(self, delta: Array) -> Array | None:
        """Send the error back through ``Z = A_prev @ W + b``; delta is dC/dZ.

        Shapes: delta (n, d_out) -> dC/dX (n, d_in).
        Taught in course/06_backpropagation.
        """
        W = self.params["W"]
        delta = upstream("Dense.backward", "delta", delta, self.A_shape)
        # 1/n of the mean loss is already in delta, so these are plain sums
        if "b" in self.params:
            self.grads["b"] = delta.sum(axis=0)  # BP3
        self.grads["W"] = self.A_prev.T @ delta  # BP4
        if not self.input_gradient:
            return None
        return delta @ W.T  # BP2: the activation before multiplies by its slope

    def __repr__(self) -> str:
        d_in, d_out = self.params["W"].shape
        return f"Dense {d_in}-{d_out}" + ("" if "b" in self.params else " without bias")


class Activation(Layer):
    """Apply an activation by name to every unit: ``A = f(Z)``.

    Taught in course/03_forward_propagation (forward) and course/06_backpropagation
    (backward).
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        if name not in ACTIVATIONS:
            raise ValueError(
                f"Activation: name must be one of {', '.join(ACTIVATIONS)}, "
                f"got {name!r}"
            )
        self.name = name
        self.function, self.slope = ACTIVATIONS[name]

    def forward(self, Z: Array, train: bool = False) -> Array:
        """Compute the activations.

        Shapes: Z of any shape -> A of the same shape; softmax wants (n, k).
        Taught in course/03_forward_propagation.
        """
        if self.name == "relu":  # as the function does, into memory that is ready
            Z = check_array("Activation.forward", "Z", Z, finite=False)
            A = np.maximum(Z, self._zeros(Z), out=self.result("A", Z))
        else:
            A = self.function(Z)
        self.Z, self.A_shape = Z, A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Multiply by the slope at Z: the output's delta, or a hidden layer's.

        Shapes: dA as Z -> delta as Z. Taught in course/06_backpropagation.
        """
        dA = upstream("Activation.backward", "dA", dA, self.A_shape)
        if self.name == "relu":  # its slope, 0 or 1, is a comparison
            dZ = np.greater(self.Z, 0, out=self.result("dZ", dA))
            dZ *= dA
            return dZ
        slope = self.slope(self.Z)
        if self.name == "softmax":  # its slope is a matrix for each example
            return np.einsum("...i,...ij->...j", dA, slope)
        return dA * slope  # BP1

    def _zeros(self, Z: Array) -> Array:
        """Give zeros to compare with: three times as fast as with the one number 0."""
        kept, zeros = self._memory.get("zeros"), self.scratch("zeros", Z)
        if zeros is not kept:
            zeros.fill(0)
        return zeros

    def __repr__(self) -> str:
        return self.name


class Dropout(Layer):
    """Switch off a random share ``p`` of the inputs in training, nothing otherwise.

    Taught in course/07_training_in_practice.
    """

    def __init__(self, p: float, rng: np.random.Generator) -> None:
        super().__init__()
        _check_share("Dropout", p)
        if not isinstance(rng, np.random.Generator):
            raise TypeError(
                f"Dropout: rng must be a numpy Generator, got {type(rng).__name__}"
            )
        self.p = p
        self.rng = rng
        self.mask: Array | None = None

    def forward(self, X: Array, train: bool = False) -> Array:
        """Drop with a new mask in training; pass everything on otherwise.

        Shapes: X of any shape -> the same shape.
        Taught in course/07_training_in_practice.
        """
        X = check_array("Dropout.forward", "X", X, finite=False)
        self.A_shape = X.shape
        if not train:
            self.mask = None
            return X
        # float32 is enough to compare with p, and both dtypes get the same mask
        self.mask = self.rng.random(X.shape, dtype=np.float32) >= self.p
        return dropout(X, self.mask, self.p)

    def backward(self, dA: Array) -> Array:
        """Send the error through the units that were kept, with the same scale.

        Shapes: dA as X -> the same shape. Taught in course/07_training_in_practice.
        """
        dA = upstream("Dropout.backward", "dA", dA, self.A_shape)
        return dA if self.mask is None else dropout(dA, self.mask, self.p)

    def __repr__(self) -> str:
        return f"dropout {self.p:g}"


class Flatten(Layer):
    """Lay the pixels of each image in one row: ``(n, c, h, w) -> (n, c*h*w)``.

    Taught in course/08_networks_in_pytorch.
    """

    def forward(self, X: Array, train: bool = False) -> Array:
        """Keep the examples, join all other axes.

        Shapes: X (n, ...) -> (n, d). Taught in course/08_networks_in_pytorch.
        """
        X = check_array("Flatten.forward", "X", X, finite=False)
        if X.ndim < 2:
            raise ValueError(
                f"Flatten.forward: X must have an axis of examples, got {X.shape}"
            )
        self.X_shape = X.shape
        A = X.reshape(len(X), -1)
        self.A_shape = A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Give every number its old place.

        Shapes: dA (n, d) -> (n, ...). Taught in course/08_networks_in_pytorch.
        """
        dA = upstream("Flatten.backward", "dA", dA, self.A_shape)
        return dA.reshape(self.X_shape)


def dropout(X: Array, mask: Array, p: float) -> Array:
    """Keep what the mask keeps and divide it by the share kept, ``1 - p``.

    Shapes: X and mask of one shape -> the same shape.
    Taught in course/07_training_in_practice.

    >>> dropout(np.array([1.0, 2.0, 3.0]), np.array([1, 0, 1]), 0.2)
    array([1.25, 0.  , 3.75])
    """
    X = check_array("dropout", "X", X, finite=False)
    mask = np.asarray(mask)
    check_shape("dropout", "mask", mask, X.shape)
    _check_share("dropout", p)
    return X * (mask * X.dtype.type(1 / (1 - p)))


def _check_share(function: str, p: float) -> None:
    if not 0 <= p < 1:
        raise ValueError(f"{function}: p must be at least 0 and below 1, got {p}")


def upstream(
    function: str, name: str, dA: Array, shape: tuple[int, ...] | None
) -> Array:
    """Check the gradient that comes from behind: it must fit what forward gave."""
    if shape is None:
        raise RuntimeError(f"{function}: call forward first, there is nothing to undo")
    dA = check_array(function, name, dA, finite=False)
    if dA.shape != shape:  # the quick way out: this runs for every batch
        check_shape(function, name, dA, shape)
    return dA
