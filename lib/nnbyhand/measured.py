"""What chance made, as numbers that can be compared: splits, dropouts, first weights.

``split_counts``, ``dropout_facts`` and ``start_facts`` measure; ``named`` lays dicts of
arrays out in a fixed order. The tests of assignment 07 use them.
"""

from collections.abc import Sequence

import numpy as np

from nnbyhand.shapes import Array, check_array, check_shape, describe

Params = dict[str, Array]


def split_counts(parts: Sequence[Array], labels: Array) -> tuple[Array, Array]:
    """Count the classes in each part, and the rows that are in two parts or in none.

    Shapes: parts of row numbers, labels (n,) -> (parts, k) and (2,).
    Taught in course/07_training_in_practice.

    >>> split_counts([[0, 1], [1, 3]], np.array([0, 0, 1, 1]))
    (array([[2, 0],
           [1, 1]]), array([1, 1]))
    """
    labels = np.asarray(labels)
    n, k = len(labels), int(labels.max()) + 1
    found = np.zeros(n, dtype=int)
    counts = []
    for part in parts:
        rows = _row_numbers(part, n)
        np.add.at(found, rows, 1)
        counts.append(np.bincount(labels[rows], minlength=k))
    return np.array(counts), np.array([(found > 1).sum(), (found == 0).sum()])


def _row_numbers(part: Array, n: int) -> Array:
    """Read a part as whole numbers; one without rows may be of any kind."""
    if isinstance(part, (list, tuple)) and any(np.ndim(piece) for piece in part):
        raise ValueError("a part holds lists or arrays where row numbers belong")
    rows = np.ravel(part)
    if rows.dtype == bool:
        raise ValueError("a part holds row numbers, not truth values")
    if rows.size and rows.dtype.kind not in "iu":
        raise ValueError(f"a part holds {rows.dtype.name} numbers, not whole ones")
    if rows.size and (rows.min() < 0 or rows.max() >= n):
        raise ValueError(f"a part holds row numbers, whole and from 0 to {n - 1}")
    return rows.astype(int)


def dropout_facts(X: Array, found: Sequence[Array], p: float) -> Array:
    """Measure a dropout: share dropped, factor of the kept, slips of the mask, alike.

    ``found`` is the pair A, kept. A share within 0.03 of ``p`` counts as ``p``. Slips
    are places where ``kept`` is not 1 although A was kept, or not 0 although it was
    not; the last number is 1 where all rows have one mask, else 0.

    Shapes: X, A and kept (n, d) without zeros in X -> (4,).
    Taught in course/07_training_in_practice.

    >>> X = np.ones((2, 3))
    >>> kept = np.array([[1, 0, 1], [1, 1, 1]])
    >>> dropout_facts(X, (X * kept, kept), 0.2).round(4).tolist()
    [0.1667, 1.0, 0.0, 0.0]
    """
    X = check_array("dropout_facts", "X", X)
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        raise ValueError(f"expected two arrays, A and kept, got {describe(found)}")
    A, kept = found
    A = check_array("dropout_facts", "A", A)
    check_shape("dropout_facts", "A", A, X.shape)
    kept = np.asarray(kept)
    check_shape("dropout_facts", "kept", kept, X.shape)
    passed = A != 0
    share = 1 - passed.mean()
    factors = (A / X)[passed]
    factor = factors.mean() if len(factors) else 0.0
    alike = len(np.unique(passed, axis=0)) == 1
    told = p if abs(share - p) < 0.03 else share
    return np.array([told, factor, (passed != kept).sum(), alike])


def start_facts(start: Sequence[tuple[Array, Array]], sizes: Sequence[int]) -> Array:
    """Measure starting weights: deviation and mean against He's rule, and the biases.

    A deviation within 5 % of the rule counts as 1, a mean below a tenth of it as 0.

    Shapes: pairs W (d_in, d_out), b (d_out,) -> (layers, 3).
    Taught in course/07_training_in_practice.

    >>> start_facts([(np.zeros((4, 3)), np.zeros(3))], [4, 3]).tolist()
    [[0.0, 0.0, 0.0]]
    """
    if len(start) != len(sizes) - 1:
        raise ValueError(f"expected {len(sizes) - 1} pairs (W, b), got {len(start)}")
    facts = []
    for number, pair in enumerate(start):
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise ValueError(f"expected pairs (W, b), got {describe(pair)}")
        W, b = pair
        W = check_array("layer", f"W of pair {number}", W)
        check_shape(
            "layer", f"W of pair {number}", W, tuple(sizes[number : number + 2])
        )
        b = check_array("layer", f"b of pair {number}", b)
        check_shape("layer", f"b of pair {number}", b, (sizes[number + 1],))
        rule = np.sqrt(2 / sizes[number])
        ratio, mean = W.std() / rule, abs(W.mean()) / rule
        facts.append(
            [
                1.0 if abs(ratio - 1) < 0.05 else ratio,
                0.0 if mean < 0.1 else mean,
                np.abs(b).max(),
            ]
        )
    return np.array(facts)


def named(parts: Sequence[Params], names: Sequence[str]) -> tuple[Array, ...]:
    """Lay two dicts of arrays, params and memory, out as one tuple in the names' order.

    Shapes: each dict holds just these names. Taught in course/07_training_in_practice.

    >>> named([{"b": 1.0, "W": 2.0}, {"W": 3.0, "b": 4.0}], ["W", "b"])
    (2.0, 1.0, 3.0, 4.0)
    """
    if not isinstance(parts, (tuple, list)) or len(parts) != 2:
        raise ValueError(
            f"expected two dicts, params and memory, got {describe(parts)}"
        )
    for part in parts:
        if not isinstance(part, dict) or set(part) != set(names):
            got = (
                ", ".join(map(str, part)) if isinstance(part, dict) else describe(part)
            )
            raise ValueError(f"expected dicts of {', '.join(names)}, got {got}")
    return tuple(part[name] for part in parts for name in names)
