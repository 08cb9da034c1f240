"""Where weights start: random, and scaled so that sums neither grow nor die out.

``he`` suits ReLU, ``glorot`` suits sigmoid and tanh, ``uniform`` is torch's default
for dense layers. ``zeros`` is here to show why nobody starts there.
"""

from collections.abc import Callable

import numpy as np

from nnbyhand.shapes import Array


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """Count the inputs and outputs of one unit of a weight array.

    Shapes: dense (d_in, d_out), convolution (c_out, c_in, h, w) -> (n_in, n_out).
    Taught in course/07_training_in_practice.

    >>> fans((784, 512)), fans((8, 3, 5, 5))
    ((784, 512), (75, 200))
    """
    if len(shape) not in (2, 4) or min(shape) < 1:
        raise ValueError(
            "fans: shape must be (d_in, d_out) or (c_out, c_in, h, w) of positive "
            f"sizes, got {tuple(shape)}"
        )
    if len(shape) == 2:
        return shape[0], shape[1]
    window = shape[2] * shape[3]
    return shape[1] * window, shape[0] * window


def he(
    shape: tuple[int, ...], rng: np.random.Generator, dtype: type = np.float64
) -> Array:
    """Draw normal weights with deviation ``sqrt(2 / n_in)``, for ReLU.

    Shapes: shape (d_in, d_out) or (c_out, c_in, h, w) -> an array of it.
    Taught in course/07_training_in_practice.
    """
    n_in, _ = fans(shape)
    return _normal("he", shape, rng, np.sqrt(2 / n_in), dtype)


def glorot(
    shape: tuple[int, ...], rng: np.random.Generator, dtype: type = np.float64
) -> Array:
    """Draw normal weights with deviation ``sqrt(2 / (n_in + n_out))``.

    Shapes: shape (d_in, d_out) or (c_out, c_in, h, w) -> an array of it.
    Taught in course/07_training_in_practice.
    """
    n_in, n_out = fans(shape)
    return _normal("glorot", shape, rng, np.sqrt(2 / (n_in + n_out)), dtype)


def uniform(
    shape: tuple[int, ...], rng: np.random.Generator, dtype: type = np.float64
) -> Array:
    """Draw weights evenly from ``-1 / sqrt(n_in)`` to ``1 / sqrt(n_in)``, as torch.

    Shapes: shape (d_in, d_out) or (c_out, c_in, h, w) -> an array of it.
    Taught in course/07_training_in_practice.
    """
    _check_rng("uniform", rng)
    n_in, _ = fans(shape)
    limit = 1 / np.sqrt(n_in)
    return rng.uniform(-limit, limit, shape).astype(dtype)


def zeros(
    shape: tuple[int, ...],
    rng: np.random.Generator | None = None,
    dtype: type = np.float64,
) -> Array:
    """Give weights of zero: hidden units start equal and stay equal.

    Shapes: shape (d_in, d_out) or (c_out, c_in, h, w) -> an array of it.
    Taught in course/07_training_in_practice.
    """
    return np.zeros(shape, dtype)


def _normal(
    function: str,
    shape: tuple[int, ...],
    rng: np.random.Generator,
    deviation: float,
    dtype: type,
) -> Array:
    """Draw in float64 and round, so that a seed gives the same weights in float32."""
    _check_rng(function, rng)
    return (rng.standard_normal(shape) * deviation).astype(dtype)


def _check_rng(function: str, rng: np.random.Generator) -> None:
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"{function}: rng must be a numpy Generator such as "
            f"np.random.default_rng(0), got {type(rng).__name__}"
        )


INITIALISERS: dict[str, Callable[..., Array]] = {
    "he": he,
    "glorot": glorot,
    "uniform": uniform,
    "zeros": zeros,
}
