"""Put values and calls into a few readable characters."""

import inspect
from typing import Any

import numpy as np

from nnbyhand.checks.calling import Call
from nnbyhand.checks.compare import NotNumbers, read

MOST_CHARACTERS = 60


def show_value(value: Any, digits: int = 6) -> str:
    """Write a value on one line: short arrays in full, long ones by their shape."""
    if isinstance(value, str):
        return repr(value) if len(value) < MOST_CHARACTERS else repr(value[:50] + "…")
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, tuple):
        return "(" + ", ".join(show_value(part, digits) for part in value) + ")"
    if isinstance(value, dict):
        return _show_dict(value, digits)
    if isinstance(value, list) and any(isinstance(part, np.ndarray) for part in value):
        return _show_arrays(value, digits)
    if isinstance(value, np.random.Generator):
        return "rng"
    if callable(value):
        return getattr(value, "__name__", None) or _named(value)
    try:
        array = read(value)
    except NotNumbers:
        text = repr(value)
        return text if len(text) <= MOST_CHARACTERS else text[:57] + "..."
    if array.dtype.kind == "b":
        array = array.astype(int)
    if array.ndim == 0:
        return f"{array[()]:.{digits}g}" if array.dtype.kind == "f" else str(array[()])
    text = np.array2string(
        array,
        separator=" ",
        max_line_width=10_000,
        # whole numbers as they are: NumPy would pad them to one width
        formatter={"float_kind": lambda number: f"{number:.4g}", "int_kind": str},
    ).replace("\n", "")
    if len(text) <= MOST_CHARACTERS + 20:
        return text
    return f"array of shape {array.shape}, first {_short(array.ravel()[0])}"


def _show_dict(value: dict, digits: int) -> str:
    """Write a dict on one line; a long one by its keys and the shapes under them."""
    pairs = {str(key): show_value(part, digits) for key, part in value.items()}
    text = "{" + ", ".join(f"{key}: {part}" for key, part in pairs.items()) + "}"
    if len(text) <= 2 * MOST_CHARACTERS:
        return text
    shapes = [
        f"{key} {np.shape(part)}" if isinstance(part, np.ndarray) else key
        for key, part in value.items()
    ]
    return f"a dict of {', '.join(map(str, shapes))}"


def _show_arrays(value: list, digits: int) -> str:
    """Write a list of arrays on one line; a long one by their shapes."""
    text = "[" + ", ".join(show_value(part, digits) for part in value) + "]"
    if len(text) <= MOST_CHARACTERS + 20 and "array of shape" not in text:
        return text
    shapes = ", ".join(str(np.shape(part)) for part in value)
    return f"a list of {len(value)} arrays, {shapes}"


def show_case(name: str, names: list[str], done: Call) -> str:
    """Write a call as the learner would: ``step(z=0.0)``."""
    arguments = ", ".join(
        f"{parameter}={show_value(value)}"
        if not parameter.startswith("argument")
        else show_value(value)
        for parameter, value in zip(names, done.arguments, strict=True)
    )
    return f"{name}({arguments})"


def type_of(value: Any) -> str:
    """Say what kind of thing a value is, in words a learner knows."""
    if isinstance(value, str):
        return f"text {show_value(value)}"
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} of length {len(value)}"
    if callable(value):
        return _named(value)
    text = show_value(value)
    if text.startswith("array of shape"):
        return f"an {text}"
    kind = "the array" if isinstance(value, np.ndarray) else type(value).__name__
    return f"{kind} {text}"


def _named(value: Any) -> str:
    """Name a thing that can be called: a network of torch is one, too."""
    if inspect.isclass(value):
        return f"the class {value.__name__}"
    if hasattr(value, "state_dict"):  # without importing torch
        return f"a network, {type(value).__name__}"
    if inspect.isroutine(value):
        return "a function"
    return f"an object, {type(value).__name__}"


def _short(number: Any) -> str:
    return f"{float(number):.4g}"
