"""Compare what came with what was expected, whatever kind of number it came as.

``read`` turns floats, lists, arrays and torch tensors into one form; ``difference``
measures in tolerances how far two of them are apart.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnbyhand.shapes import Array

# name: (relative, absolute). Every tolerance of the course stands here.
TOLERANCES = {
    "code": (1e-6, 1e-9),  # computed in float64
    "float32": (1e-4, 1e-6),  # computed in float32, or on another device
    "hand": (0.0, 1e-3),  # rounded to three decimals at every stage
    "exact": (0.0, 1e-12),  # labels and counts
}


class NotNumbers(ValueError):
    """A value that cannot be read as an array of numbers."""


@dataclass(frozen=True)
class Gap:
    """The largest difference, where it is, and how many tolerances it is worth."""

    largest: float
    tolerances: float
    index: tuple[int, ...]


def read(value: Any) -> Array:
    """Give a float, bool, list, array or torch tensor as a NumPy array.

    Only real numbers and truth values are accepted, so an object with an ``__eq__``
    of its own cannot claim to be equal.
    """
    if hasattr(value, "detach"):  # a torch tensor, without importing torch
        value = value.detach().cpu().numpy()
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        array = np.asarray(None)
    if array.dtype == object and isinstance(value, (list, tuple)):
        try:  # a list of tensors, or rows of different kinds of number
            array = np.asarray([read(item) for item in value])
        except (NotNumbers, ValueError):
            array = np.asarray(None)
    if array.dtype.kind not in "fiub":
        raise NotNumbers
    return array


def tolerance(name: str, got: Array) -> tuple[float, float]:
    """Give (relative, absolute); an answer in float32 is held to float32's digits."""
    if name == "code" and got.dtype in (np.float32, np.float16):
        name = "float32"
    return TOLERANCES[name]


def difference(got: Array, expected: Array, tol: str) -> Gap:
    """Measure two arrays of one shape; a gap of at most 1 tolerance is equal."""
    relative, absolute = tolerance(tol, got)
    got, expected = got.astype(np.float64), np.asarray(expected, dtype=np.float64)
    if got.size == 0:
        return Gap(0.0, 0.0, ())
    with np.errstate(invalid="ignore"):
        gaps = np.abs(got - expected)
    gaps = np.where((got == expected) | (np.isnan(got) & np.isnan(expected)), 0, gaps)
    gaps = np.where(np.isnan(gaps), np.inf, gaps)
    scaled = gaps / (absolute + relative * np.abs(np.nan_to_num(expected)))
    index = np.unravel_index(int(np.argmax(scaled)), scaled.shape)
    return Gap(
        float(gaps[index]), float(scaled[index]), tuple(int(part) for part in index)
    )


def same(got: Any, other: Any, tol: str) -> bool:
    """Tell whether two values have one structure, one shape and close numbers."""
    if isinstance(other, str) or isinstance(got, str):
        # str's own comparison: a subclass of str may say that it equals everything
        return (
            isinstance(got, str) and isinstance(other, str) and str.__eq__(got, other)
        )
    if isinstance(other, dict) or isinstance(got, dict):
        return (
            isinstance(got, dict)
            and isinstance(other, dict)
            and got.keys() == other.keys()
            and all(same(got[key], other[key], tol) for key in other)
        )
    if isinstance(other, tuple):
        return (
            isinstance(got, (tuple, list))
            and len(got) == len(other)
            and all(same(mine, its, tol) for mine, its in zip(got, other, strict=True))
        )
    try:
        mine, its = read(got), read(other)
    except NotNumbers:
        return False
    if mine.shape != its.shape:
        return False
    return bool((mine == its).all()) or difference(mine, its, tol).tolerances <= 1
