"""Known slips with autoencoders, with choosing networks, and with who is harmed."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from nnbyhand.misconceptions.beyond import length_probe, letter_probe, letters_of
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.network import Network
from nnbyhand.shapes import Array

LESSON = "lesson 11, section "
CODE = LESSON + "“Without labels”"
KINDS = LESSON + "“A map of networks”"
HARM = LESSON + "“Who is harmed”"

LINE = {
    "mean-kept": "You did not subtract the mean before projecting.",
    "one-mean-for-all": "You subtracted one number everywhere. Each column has a mean "
    "of its own.",
    "mean-not-added": "Your decoding does not add the mean again.",
    "mean-of-new": "Mean and directions come from X alone: new examples may not "
    "teach them.",
    "measured-on-known": "You measured on X. The error on X_new is asked.",
    "summed-not-meant": "You added the errors of an example up. Take the mean over "
    "all numbers.",
    "columns-for-rows": "You took columns of Vt. A direction is a row of it.",
    "least-spread": "You took the last directions, in which there is least spread.",
    "root-taken": "You took the root. The mean squared error is asked.",
    "one-direction-more": "You kept one direction too many.",
}


def line_error(X: Array, X_new: Array, k: int, how: str = "") -> float:
    """Give the error of the k best directions; ``how`` names a slip."""
    known = np.concatenate([X, X_new]) if how == "new mean" else X
    m = 0 * X[0] if how == "mean kept" else known.mean(axis=0)
    m = X.mean() + 0 * X[0] if how == "one mean" else m
    Vt = np.linalg.svd(known - m, full_matrices=False)[2]
    k = k + (how == "more")
    V = {"columns": Vt[:, :k].T, "least": Vt[len(Vt) - k :]}.get(how, Vt[:k])
    seen = X if how == "known" else X_new
    back = (seen - m) @ V.T @ V + (0 if how == "not added" else m)
    squares = (back - seen) ** 2
    if how == "summed":
        return float(squares.sum(axis=1).mean())
    return float(np.sqrt(squares.mean()) if how == "root" else squares.mean())


def _line(how: str) -> Callable[..., float]:
    return lambda X, X_new, k: line_error(X, X_new, k, how)


CODING = {
    "no-bottleneck": "Your narrowest layer is wider than k, so nothing is squeezed.",
    "too-narrow": "Your narrowest layer has fewer than k units.",
    "encoder-only": "Your network gives the code. The decoder belongs to it: as "
    "many outputs as inputs.",
    "mean-image": "Your network gives nearly the same picture for every input, as "
    "if it knew the mean alone. Did it train, towards X itself?",
    "straight-lines": "Your layers join to one linear map, which cannot do better "
    "than the best directions. Put ReLU between them.",
    "trained-too-little": "Right form, and the error is still too large: train "
    "longer, or with a larger hidden layer.",
    "relu-in-the-code": "ReLU stands right behind the k units: they can say nothing "
    "below 0, and some may say nothing at all. Leave it out there.",
}


def _dense(network: Network) -> list:
    return [layer for layer in network.layers if "W" in layer.params]


def _narrow(network: Network) -> int:
    return min(layer.params["W"].shape[1] for layer in _dense(network))


def _alike(values: list, calls: list) -> bool:
    """Tell whether outputs hardly depend on the input."""
    X = calls[0].arguments[0]
    spread = values[0].predict(X[:100]).std(axis=0).mean()
    return bool(spread < 0.3 * X[:100].std(axis=0).mean())


def _straight(values: list, _calls: list) -> bool:
    curved = [layer for layer in values[0].layers if not layer.params]
    return not any("activation" in type(layer).__name__.lower() for layer in curved)


def _gated_code(values: list, calls: list) -> bool:
    layers = values[0].layers
    for layer, following in pairwise(layers):
        if "W" in layer.params and layer.params["W"].shape[1] == calls[0].arguments[1]:
            return getattr(following, "name", "") == "relu"
    return False


KIND = {
    "one-letter-throughout": "You gave one letter throughout. There are both kinds.",
    "labels-are-inputs": "The answers are given, so this is supervised.",
    "answers-imagined": "Nobody gives answers here: groups, codes and oddities are "
    "found in the inputs alone.",
    "letters-missing": "The text has another length than asked.",
}


def _letters(places: list[int], wrong: str) -> Probe:
    """Recognise a wrong letter at one or more of some places."""
    probes = [letter_probe(place, wrong) for place in places]
    return Probe(
        lambda values, calls: any(probe.holds(values, calls) for probe in probes)
    )


PLAN = {
    "output-mismatch": "A price is a number: no activation, squared error.",
    "network-mismatch": "Order matters here.",
    "several-as-one": "Several tags may be right at once: each needs a yes or no of "
    "its own.",
    "picture-without-filters": "Neighbouring pixels belong together, wherever they "
    "are: take filters.",
    "one-as-several": "One of k is right: softmax lets them share one whole.",
    "table-with-order": "Twelve figures of a house have no order and no neighbours: "
    "plain dense layers do.",
    "letters-missing": "The text has another length than asked.",
}


def _numbers(values: list, _calls: list) -> bool:
    text = letters_of(values[0])
    return text[1] != "N" or text[9] != "N"


def _plain_sequence(values: list, _calls: list) -> bool:
    text = letters_of(values[0])
    return text[4] != "R" or text[8] != "R"


COUNTED = {
    "ids-are-classes": "The largest id is 90, some ids are unused.",
    "repetitions-counted": "You counted entries. A class that occurs twice is one "
    "class.",
    "span-counted": "You counted from the smallest to the largest id, with the "
    "unused ones between.",
    "ninety-answered": "You gave a fixed number. Count the list that was given.",
    "zero-dropped": "An id of 0 is an id too.",
    "unrepeated-counted": "You counted the ids that occur once. One that occurs "
    "often is a class as well.",
}


def _distinct(ids: Any) -> set:
    return set(np.asarray(ids).ravel().tolist())


RATES = {
    "harm-one-sided": "Say who is hurt by a false alarm and who by a miss: your two "
    "rates are the same number.",
    "shares-of-all": "You divided by the whole group. False alarms are a share of "
    "the zeros, misses a share of the ones.",
    "precision-for-alarms": "You divided by what was flagged. The false alarm rate "
    "is a share of those whose truth is 0.",
    "rates-swapped": "Accuracy, then false alarms, then misses: yours are swapped.",
    "groups-ignored": "Your rows are alike: each group has rates of its own.",
    "hits-for-misses": "You gave the share that was found. Those that were not are "
    "misses.",
    "counts-given": "You gave counts. Shares are asked.",
    "group-left-out": "A group is missing: numbers run from 0 to the largest, with it.",
    "nothing-divided": "A group without a one, or without a zero, has a rate of 0, "
    "not 0/0.",
}


def true_rates(found: Array, truth: Array, group: Array, how: str = "") -> Array:
    """Give accuracy, false alarms and misses of each group; ``how`` names a slip."""
    rows = []
    for g in range(group.max() + 1):
        own = np.full(len(group), True) if how == "all" else group == g
        f, t = found[own], truth[own]
        alarms, misses = ((f == 1) & (t == 0)).sum(), ((f == 0) & (t == 1)).sum()
        below = [(t == 0).sum(), (t == 1).sum()]
        if how == "of all":
            below = [len(t), len(t)]
        elif how == "precision":
            below[0] = (f == 1).sum()
        elif how == "counts":
            below = [1, 1]
        a, m = alarms / max(below[0], 1), misses / max(below[1], 1)
        if how == "hits":
            m = 1 - m if below[1] else 0
        if how == "undefined":
            a, m = a if below[0] else np.nan, m if below[1] else np.nan
        row = [(f == t).mean() * (len(t) if how == "counts" else 1), a, m]
        if how == "one-sided":
            row[2] = row[1]
        rows.append([row[0], row[2], row[1]] if how == "swapped" else row)
    return np.array(rows[:-1] if how == "one less" else rows)


def _rates(how: str) -> Callable[..., Array]:
    return lambda found, truth, group: true_rates(found, truth, group, how)


TASKS = {
    "code-line": Task(
        LINE,
        {
            "mean-kept": _line("mean kept"),
            "one-mean-for-all": _line("one mean"),
            "mean-not-added": _line("not added"),
            "mean-of-new": _line("new mean"),
            "measured-on-known": _line("known"),
            "summed-not-meant": _line("summed"),
            "columns-for-rows": _line("columns"),
            "least-spread": _line("least"),
            "root-taken": _line("root"),
            "one-direction-more": _line("more"),
        },
        CODE,
    ),
    "code-train": Task(
        CODING,
        {
            "encoder-only": Probe(
                lambda values, calls: (
                    values[0].predict(calls[0].arguments[0][:1]).shape[1] != 64
                )
            ),
            "no-bottleneck": Probe(
                lambda values, calls: _narrow(values[0]) > calls[0].arguments[1]
            ),
            "too-narrow": Probe(
                lambda values, calls: _narrow(values[0]) < calls[0].arguments[1]
            ),
            "relu-in-the-code": Probe(_gated_code),
            "mean-image": Probe(_alike),
            "straight-lines": Probe(_straight),
            "trained-too-little": Probe(
                lambda values, _: isinstance(values[0], Network)
            ),
        },
        CODE,
    ),
    "task-kinds": Task(
        KIND,
        {
            "letters-missing": length_probe(8),
            "one-letter-throughout": Probe(
                lambda values, _: len(set(letters_of(values[0]))) == 1
            ),
            "labels-are-inputs": _letters([0, 2, 4, 6, 7], "U"),
            "answers-imagined": _letters([1, 3, 5], "S"),
        },
        CODE,
    ),
    "task-plans": Task(
        PLAN,
        {
            "letters-missing": length_probe(10),
            "output-mismatch": Probe(_numbers),
            "network-mismatch": Probe(_plain_sequence),
            "several-as-one": letter_probe(7, "S"),
            "picture-without-filters": _letters([2, 6], "F"),
            "one-as-several": _letters([3, 5], "Y"),
            "table-with-order": Probe(
                lambda values, _: letters_of(values[0])[:1] in ("R", "C")
            ),
        },
        KINDS,
    ),
    "task-count": Task(
        COUNTED,
        {
            "ids-are-classes": lambda ids: max(ids),
            "repetitions-counted": lambda ids: len(ids),
            "span-counted": lambda ids: max(ids) - min(ids) + 1,
            "ninety-answered": Probe(
                lambda values, _: len({float(value) for value in values}) == 1
            ),
            "zero-dropped": lambda ids: len(_distinct(ids) - {0}),
            "unrepeated-counted": lambda ids: sum(
                list(ids).count(i) == 1 for i in _distinct(ids)
            ),
        },
        KINDS,
    ),
    "harm-rates": Task(
        RATES,
        {
            "harm-one-sided": _rates("one-sided"),
            "shares-of-all": _rates("of all"),
            "precision-for-alarms": _rates("precision"),
            "rates-swapped": _rates("swapped"),
            "groups-ignored": _rates("all"),
            "hits-for-misses": _rates("hits"),
            "counts-given": _rates("counts"),
            "group-left-out": Probe(
                lambda values, calls: all(
                    np.shape(value) == (call.arguments[2].max(), 3)
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "nothing-divided": _rates("undefined"),
        },
        HARM,
    ),
}
