"""See whether dicts were changed, without looking at what they hold.

CPython up to 3.13 numbers the versions of a dict (PEP 509): the number lies in the
dict's memory and is another after every change. To compare numbers takes a fiftieth of
the time that it takes to compare thousands of names, and nothing is touched: a forked
process that touches an object must first copy the page on which it lies.
"""

import ctypes
import gc
import itertools
import operator
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

LAST = 3, 13  # the last Python that numbers them
PLACE = 24  # bytes before the number: reference count, type, length

# a dict, or the view of one that a class gives
Names = Mapping[str, Any]


def reader(tables: Iterable[Names]) -> Callable[[], tuple[Any, ...]]:
    """Make a function that gives a mark for each table, another after each change.

    It calls nothing that code of a notebook could replace. Where versions are not
    numbered the marks are always new: each table looks changed.
    """
    tables = tuple(tables)
    map_, tuple_, always = map, tuple, itertools.repeat
    if not numbered():
        new = object
        return lambda: tuple_([new() for _ in tables])
    views, item = tuple([_number(table) for table in tables]), operator.getitem
    return lambda: tuple_(map_(item, views, always(0)))


def numbered() -> bool:
    """Try it: the number must change with the dict or the class, and only then."""
    if sys.version_info[:2] > LAST or sys.implementation.name != "cpython":
        return False

    class Tried:
        a = 1

    table: dict[str, Any] = {"a": 1, "b": 2}
    numbers = _number(table), _number(vars(Tried))
    seen: set[int] = set()
    for value in (2, 3):
        for number in numbers:
            seen.add(number[0])
            if number[0] not in seen:
                return False
        table["a"] = Tried.a = value
    del table["b"], Tried.a
    seen |= {number[0] for number in numbers}
    return len(seen) == 6


def _number(table: Names) -> memoryview:
    (whole,) = [table] if isinstance(table, dict) else gc.get_referents(table)
    place = ctypes.c_uint64.from_address(id(whole) + PLACE)
    return memoryview(place).cast("B").cast("Q")
