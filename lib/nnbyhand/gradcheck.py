"""Is a gradient right? Compare it with central differences, parameter by parameter.

``check_network`` checks a network with a loss, ``check_gradients`` any parameters,
``numerical_gradient`` gives the differences themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnbyhand.losses import LOSSES
from nnbyhand.network import Network
from nnbyhand.shapes import Array, check_array, check_shape

CLOSE = 1e-6  # below it a gradient is right
WRONG = 1e-3  # above it a gradient is wrong


@dataclass
class Comparison:
    """One parameter: ``largest`` is the largest difference over the largest gradients.

    Taught in course/06_backpropagation.
    """

    name: str
    exact: bool
    close: bool
    largest: float
    verdict: str  # right, unclear, wrong, or untested when both gradients are zero

    def __repr__(self) -> str:
        exact, close = "exact" if self.exact else "-", "close" if self.close else "-"
        return (
            f"{self.name:8} {exact:5}  {close:5}  "
            f"largest difference {self.largest:.1e}  {self.verdict}"
        )


class Report(list[Comparison]):
    """Comparisons of all parameters; ``passed`` only if every single one is right.

    Taught in course/06_backpropagation.
    """

    @property
    def passed(self) -> bool:
        """Whether there is something to compare and all of it is right."""
        return bool(self) and all(row.verdict == "right" for row in self)

    def __repr__(self) -> str:
        result = "passed" if self.passed else "NOT PASSED"
        return "\n".join([*map(repr, self), f"gradient check {result}"])


def numerical_gradient(
    function: Callable[[Array], float], x: Array, h: float = 1e-5
) -> Array:
    """Move every number of x by ±h and see how the function changes.

    The error shrinks with h², and at a kink the answer means nothing.

    Shapes: x of any shape -> the same shape. Taught in course/06_backpropagation.

    >>> numerical_gradient(lambda x: float((x**2).sum()), [1.0, -2.0]).round(6)
    array([ 2., -4.])
    """
    x = check_array("numerical_gradient", "x", x).astype(np.float64)  # a copy
    return _differences(lambda: float(function(x)), x, h)


def compare(name: str, gradient: Array, numerical: Array) -> Comparison:
    """Compare a gradient with its numerical twin, relative to their size.

    A fixed tolerance would let a gradient of zero pass where the true one is small.
    Relative to their size, zero against anything else differs by 1, so it is wrong.

    Shapes: gradient and numerical of one shape. Taught in course/06_backpropagation.

    >>> compare("W", [0.0, 0.0], [1e-10, 0.0]).verdict
    'wrong'
    """
    gradient = check_array("compare", "gradient", gradient)
    numerical = check_array("compare", "numerical", numerical)
    check_shape("compare", f"the gradient of {name}", gradient, numerical.shape)
    size = np.abs(gradient).max() + np.abs(numerical).max()
    if size == 0:
        return Comparison(name, True, True, 0.0, "untested: both are zero")
    largest = float(np.abs(gradient - numerical).max() / size)
    verdict = "right" if largest < CLOSE else "unclear" if largest <= WRONG else "wrong"
    exact = bool((gradient == numerical).all())
    return Comparison(name, exact, largest < CLOSE, largest, verdict)


def check_gradients(
    loss: Callable[[], float],
    params: dict[str, Array],
    grads: dict[str, Array],
    h: float = 1e-5,
) -> Report:
    """Move every parameter a little and compare with ``grads``; old values come back.

    ``loss`` computes the loss anew from the arrays in ``params``, which must be
    float64: in float32 a step of 1e-5 drowns in rounding.
    Taught in course/06_backpropagation.
    """
    if params.keys() != grads.keys():
        raise ValueError(
            "check_gradients: params and grads must have equal names, "
            f"got {', '.join(params)} and {', '.join(grads)}"
        )
    for name, array in params.items():
        if array.dtype != np.float64:
            raise TypeError(
                f"check_gradients: {name} must be float64, got {array.dtype}; "
                "build the network with dtype=np.float64 for this check"
            )
    given = {name: array.copy() for name, array in grads.items()}
    return Report(
        compare(name, given[name], _differences(loss, array, h))
        for name, array in params.items()
    )


def check_network(
    network: Network, X: Array, Y: Array, loss: str = "cross_entropy", h: float = 1e-5
) -> Report:
    """Check all gradients of a network on a small batch, with dropout off.

    Shapes: X (n, ...), Y (n,) or (n, k). Taught in course/06_backpropagation.
    """
    if loss not in LOSSES:
        raise ValueError(
            f"check_network: loss must be one of {', '.join(LOSSES)}, got {loss!r}"
        )
    value, gradient = LOSSES[loss]
    network.backward(gradient(network.forward(X), Y))
    return check_gradients(
        lambda: value(network.forward(X), Y), network.params, network.grads, h
    )


def _differences(loss: Callable[[], float], array: Array, h: float) -> Array:
    """Move each entry in place, up and down, and put it back whatever happens."""
    slopes = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        kept = array[place]
        try:
            array[place] = kept + h
            up = loss()
            array[place] = kept - h
            down = loss()
        finally:
            array[place] = kept
        slopes[place] = (up - down) / (2 * h)
    return slopes
