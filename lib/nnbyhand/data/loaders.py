"""Load the course's data sets: bundled ones at once, large ones where they are found.

Images come as whole numbers in ``(n, c, h, w)``, as they were stored; scaling them is
yours to do. ``load_digits``, ``load_fashion_mnist``, ``load_sunspots`` and
``load_text`` work without a network and without any file of yours.
"""

import csv
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nnbyhand.data.idx import read_idx
from nnbyhand.data.sets import CLOTHES, FILES, SETS, find_set, missing_text

Array = np.ndarray
BUNDLED = Path(__file__).parent / "files"


class Images(NamedTuple):
    """Pictures with their labels, apart for training and for the test at the end."""

    train_images: Array  # (n, 1, h, w), whole numbers
    train_labels: Array  # (n,), int64, 0 to k - 1
    test_images: Array
    test_labels: Array
    names: tuple[str, ...]  # name of each class

    def __repr__(self) -> str:
        n, _, h, w = self.train_images.shape
        k, m = len(self.names), len(self.test_images)
        return f"Images {n} for training, {m} for the test, {h} x {w}, {k} classes"


class Series(NamedTuple):
    """One number a year."""

    years: Array  # (t,)
    values: Array  # (t,)


def load_digits() -> Images:
    """Load 1797 handwritten digits of 8 x 8 pixels with values 0 to 16.

    The first 1437 are for training, the last 360 for the test, in the stored order.
    Shapes: images (n, 1, 8, 8), labels (n,)
    Taught in course/07_training_in_practice.

    >>> load_digits()
    Images 1437 for training, 360 for the test, 8 x 8, 10 classes
    """
    images, labels = _bundled("digits.npz", "images", "labels")
    parts = (images[:1437], labels[:1437], images[1437:], labels[1437:])
    return _images(*parts, names=tuple("0123456789"))


def load_fashion_mnist(subset: bool = True, folder: str | Path | None = None) -> Images:
    """Load Fashion-MNIST: the bundled 2000 + 500 images, or all 60,000 + 10,000.

    The full set is looked for in ``folder``, or else in the places that
    ``nnbyhand data list`` shows. Raises FileNotFoundError if it is nowhere.
    Shapes: images (n, 1, 28, 28), pixels 0 to 255, labels (n,)
    Taught in course/08_networks_in_pytorch.

    >>> load_fashion_mnist()
    Images 2000 for training, 500 for the test, 28 x 28, 10 classes
    """
    if not subset:
        return _load_remote("fashion-mnist", folder)
    parts = ("train_images", "train_labels", "test_images", "test_labels")
    return _images(*_bundled("fashion_mnist.npz", *parts), names=CLOTHES)


def load_mnist(folder: str | Path | None = None) -> Images:
    """Load all 60,000 + 10,000 handwritten digits of MNIST, if they are here.

    Raises FileNotFoundError if they are nowhere; ``load_digits`` is always here.
    Shapes: images (n, 1, 28, 28), pixels 0 to 255, labels (n,)
    Taught in course/08_networks_in_pytorch.
    """
    return _load_remote("mnist", folder)


def load_sunspots() -> Series:
    """Load the mean number of sunspots of each year from 1700 to 2008.

    Shapes: years (309,), values (309,)
    Taught in course/10_recurrent_networks.

    >>> years, values = load_sunspots()
    >>> int(years[0]), float(values[0])
    (1700, 5.0)
    """
    with (BUNDLED / "sunspots.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    years, values = zip(*rows, strict=True)
    return Series(np.array(years, dtype=np.int64), np.array(values, dtype=np.float64))


def load_text() -> str:
    """Load "A Midsummer Night's Dream", a play of 93,097 characters.

    Taught in course/10_recurrent_networks.

    >>> load_text()[:25]
    "A MIDSUMMER NIGHT'S DREAM"
    """
    return (BUNDLED / "midsummer.txt").read_text(encoding="utf-8")


def _bundled(file: str, *names: str) -> list[Array]:
    """Read named arrays of a bundled file; a damaged one is named."""
    path = BUNDLED / file
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return [arrays[name] for name in names]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ValueError(
            f"the bundled file {path} is damaged ({error}); install nnbyhand again"
        ) from None


def _load_remote(name: str, folder: str | Path | None) -> Images:
    """Read the four files of a large set, with every check."""
    where = find_set(name, folder)
    if where is None:
        raise FileNotFoundError(missing_text(name, folder))
    parts = (read_idx(where / file, SETS[name].sha256[file]) for file in FILES)
    return _images(*parts, names=SETS[name].names)


def _images(
    train: Array,
    train_labels: Array,
    test: Array,
    test_labels: Array,
    names: tuple[str, ...],
) -> Images:
    """Give the pictures their channel axis; labels of 8 bits would wrap around."""
    labels = (train_labels.astype(np.int64), test_labels.astype(np.int64))
    return Images(train[:, None], labels[0], test[:, None], labels[1], names)
