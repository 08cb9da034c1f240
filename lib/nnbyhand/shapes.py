"""Say clearly what is wrong with an argument, once, at the door of a function.

``check_array`` turns an argument into a floating-point array and refuses what is no
array of numbers; ``check_shape`` refuses the wrong shape. Both name the function, the
argument, what came, what was expected and what the axes mean.
"""

from typing import Any

import numpy as np

Array = np.ndarray

AXES = {
    "n": "examples",
    "d": "features",
    "d_in": "inputs",
    "d_out": "units",
    "k": "classes",
    "c": "channels",
    "h": "height",
    "w": "width",
    "t": "time steps",
}


def check_array(
    function: str, name: str, value: Any, *, finite: bool = True, empty: bool = False
) -> Array:
    """Give ``value`` as an array of floats; float32 stays float32.

    Raises TypeError for text and ragged lists, ValueError for NaN, infinity or
    nothing at all.
    """
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "fiub":
            raise TypeError
        if array.dtype.kind != "f":
            array = array.astype(np.float64)
    except (TypeError, ValueError):
        raise TypeError(
            f"{function}: {name} must be an array of numbers, got {describe(value)}"
        ) from None
    if array.size == 0 and not empty:
        raise ValueError(f"{function}: {name} is empty, shape {array.shape}")
    if finite and not np.isfinite(array).all():
        bad = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(
            f"{function}: {name} must be finite, got {array[bad]} at index {bad}"
        )
    return array


def check_shape(
    function: str, name: str, array: Array, expected: tuple[int | str, ...]
) -> None:
    """Refuse an array of another shape; a name such as ``"n"`` stands for any size.

    Raises ValueError, for example
    ``Dense.forward: X must be (n, 3) = (examples, 3), got (3, 5)``.
    """
    got = np.shape(array)
    if got == expected:  # the usual case, and a training loop asks it often
        return
    fits = len(got) == len(expected) and all(
        isinstance(want, str) or want == have
        for want, have in zip(expected, got, strict=True)
    )
    if fits:
        return
    letters = _tuple_text(expected)
    meaning = _tuple_text([AXES.get(axis, axis) for axis in expected])
    what = letters if letters == meaning else f"{letters} = {meaning}"
    raise ValueError(f"{function}: {name} must be {what}, got {_tuple_text(got)}")


def describe(value: Any) -> str:
    """Say in a few words what a value is: ``text 'abc'``, ``array of shape (2, 3)``."""
    if value is None:
        return "None"
    if isinstance(value, str):
        return f"text {value!r}" if len(value) < 40 else "a long text"
    if isinstance(value, np.ndarray):
        return f"array of shape {value.shape} and type {value.dtype}"
    if isinstance(value, (list, tuple, dict, set)):
        return f"a {type(value).__name__} of length {len(value)}"
    if callable(value):
        return "a function"
    return f"{type(value).__name__} {value!r}"[:60]


def _tuple_text(axes: Any) -> str:
    items = [str(axis) for axis in axes]
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
