"""Everything the lessons compute with: fixed inputs and small data sets, offline.

For example ``from nnbyhand.data import TWELVE_POINTS, load_digits``. Nothing here asks
the network; ``nnbyhand.data.fetch`` does, and only when you call it.
"""

from nnbyhand.data import fixed
from nnbyhand.data.fixed import *  # noqa: F403
from nnbyhand.data.loaders import (
    Images,
    Series,
    load_digits,
    load_fashion_mnist,
    load_mnist,
    load_sunspots,
    load_text,
)
from nnbyhand.data.sets import find_set

__all__ = [
    "Images",
    "Series",
    "find_set",
    "load_digits",
    "load_fashion_mnist",
    "load_mnist",
    "load_sunspots",
    "load_text",
    *fixed.__all__,
]
