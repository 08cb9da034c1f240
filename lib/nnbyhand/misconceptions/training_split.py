"""Known slips with splits, scaling, choosing a setting, and weights of examples."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.measured import split_counts
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.shapes import Array

LESSON = "lesson 07, section "

SPLIT = {
    "test-in-training": "Some examples are in two parts.",
    "remainder-lost": "Some examples belong to no part. The last part takes all that "
    "is left of each class.",
    "not-shuffled": "Your test part holds only the last classes. Shuffle first.",
    "stored-order": "Each class is cut in its stored order. Shuffle its rows with "
    "`rng` before you cut.",
    "not-stratified": "The sizes may be right, the classes are not: cut every class on "
    "its own.",
    "remainder-first": "The remainder of a class belongs to the last part, not to the "
    "first.",
    "rounded": "You rounded. Every part but the last takes n_c * percent // 100, "
    "rounded down.",
    "labels-returned": "Your parts hold labels. Return row numbers.",
    "class-places": "Your numbers count within a class. Give the row numbers of "
    "`labels`: np.flatnonzero(labels == label) holds them.",
    "not-whole": "Row numbers are whole numbers: give integers.",
    "classes-apart": "Each part is one flat array: join the classes with "
    "np.concatenate.",
    "cumulative": "Round each part by itself (n_c * percent // 100), not the running "
    "sum.",
    "labels-shuffled": "The sizes are right, the classes are mixed: for example you "
    "shuffled `labels`, and your row numbers no longer refer to the labels given. "
    "Shuffle row numbers.",
    "generator-ignored": "Your parts do not come from the `rng` passed in. Draw from "
    "it, and from nothing else.",
}

SCALE = {
    "scaled-with-all": "Your scaling has seen the test set. Use the training part's "
    "mean and deviation.",
    "scaled-each-part": "Every part was scaled by its own mean. Reuse the training "
    "part's.",
    "deviation-sample": "Your deviation divides by n − 1. We use n.",
    "one-mean-for-all": "You took one mean and one deviation for all columns. Each "
    "column has its own.",
    "rows-scaled": "You scaled along the rows. A column is a feature: axis=0.",
    "variance-for-deviation": "You divided by the variance. Take its root, the "
    "deviation.",
    "mean-kept": "You divided but did not subtract the mean.",
    "deviation-forgotten": "You subtracted the mean. Divide by the deviation as well.",
    "training-only": "Validation and test parts came back as they were. They are "
    "scaled too, by the training part's numbers.",
    "validation-used": "Your scaling has seen the validation part. Use the training "
    "part alone.",
    "zero-deviation": "The deviation of some column is 0, and you divided by it. Where "
    "it is 0, divide by 1.",
    "almost-zero": "You divided a column that never changes by almost 0. Divide it by "
    "1: it is shifted only.",
    "still-unshifted": "A column that never changes in training is shifted by its mean "
    "like the others, in all three parts. It is only not divided.",
    "zero-removed": "A column that never changes in training is shifted by its mean, "
    "in all three parts, and not set to 0.",
}

REPORT = {
    "test-as-validation": "You chose settings on the test set, so its score no longer "
    "means anything.",
    "baseline-from-test": "Your baseline knows the most frequent class of the test "
    "part. It may know the training part only.",
    "baseline-is-chance": "Your baseline is 1 divided by the number of classes. It "
    "always answers with the training part's most frequent class.",
    "baseline-on-training": "That is the class's share of the training part. Count the "
    "right answers in the test part.",
    "validation-reported": "You reported the validation score. Compare the chosen "
    "answers with y_test.",
    "counts-given": "You counted right answers. Divide by the number of test examples.",
    "worst-chosen": "You chose the lowest score. These are accuracies: the highest is "
    "the best.",
    "first-answers": "These are the answers of another setting. Take the row of "
    "`answers` that belongs to the chosen one.",
    "baseline-label": "You returned the class. Asked is how often it is right in the "
    "test part.",
    "all-settings": "You averaged over all settings. Take the row of `answers` that "
    "belongs to the chosen one.",
    "count-for-class": "You compared y_test with a count. Compare with the class that "
    "has this count: np.bincount(...).argmax().",
    "score-for-number": "Your first number is the best validation score. Asked is the "
    "number of the setting that has it.",
    "percent-given": "You gave percents. An accuracy is a share, from 0 to 1.",
    "chosen-from-one": "You counted settings from 1. They are numbered from 0.",
}

WEIGHTS = {
    "majority-favoured": "Your larger class got the larger weight.",
    "class-count-forgotten": "Your weights are k times too large: divide by the number "
    "of classes.",
    "divided-by-n": "Divide by the sum of the weights, as torch does.",
    "weights-per-class-only": "The examples have weights of their own.",
    "inverse-weights": "You divided by the weight.",
    "class-ignored": "You returned the trust. Multiply it by the weight of the "
    "example's class.",
    "trust-counted": "You added up the trust of a class. n_c counts its examples.",
    "sum-made-one": "Your weights add up to 1. Leave them as n / (k · n_c) times "
    "trust.",
    "weight-per-class": "You gave one weight for each class. Look it up for every "
    "example: weights[labels].",
    "weights-unused": "Your costs all count alike. Multiply each by its weight.",
    "not-divided": "You added up the weighted costs. Divide by the sum of the weights.",
    "sign-forgotten": "The logarithm of a probability is negative: the cost is −ln p.",
    "all-classes": "You counted the logarithms of all classes. Only the true class of "
    "each row costs.",
    "columns-taken": "P[:, labels] takes whole columns. Pick one number from each row: "
    "P[np.arange(len(P)), labels].",
    "log-forgotten": "You averaged probabilities. The cost is −ln p.",
    "squared-weights": "The weights enter once: they multiply the cost, and their sum "
    "divides.",
    "n-forgotten": "You divided by n_c alone. The weight of a class is n / (k · n_c).",
    "trust-added": "You added the two weights. They multiply.",
    "weights-looked-up": "`weights` holds one number for each example already. "
    "weights[labels] takes those of other examples.",
    "largest-taken": "You took the largest probability of each row. What costs is the "
    "probability of the true class.",
    "costs-kept": "You returned one number for each example. Asked is their weighted "
    "mean.",
}

PARTS = LESSON + "“Three parts”"
SCALING = LESSON + "“Scale by the training part”"
SEARCH = LESSON + "“Search honestly”"
COUNT = LESSON + "“Who counts how much”"


def _sizes(n: int, percents: list) -> list[int]:
    return [n * percent // 100 for percent in percents[:-1]]


def _of_classes(cut: Callable[[Array, list], list[Array]]) -> Callable[..., list]:
    """Cut each class by a rule, in stored order; the parts joined over the classes."""

    def split(labels: Array, percents: list, _rng: Any) -> list[Array]:
        cuts = [
            cut(np.flatnonzero(labels == label), percents)
            for label in np.unique(labels)
        ]
        return [np.concatenate(rows) for rows in zip(*cuts, strict=True)]

    return split


def _uncut(values: list, calls: list) -> bool:
    """Sorted labels cut as they lie: the last part holds the last classes."""
    labels = calls[0].arguments[0]
    found = np.concatenate(_rows(values))
    return bool((np.diff(labels) >= 0).all()) and np.array_equal(
        found, np.arange(len(labels))
    )


def _rest_first(rows: Array, percents: list) -> list[Array]:
    sizes = _sizes(len(rows), [*percents[1:], 0])
    return np.split(rows, np.cumsum([len(rows) - sum(sizes), *sizes])[:-1])


def _rounded(rows: Array, percents: list) -> list[Array]:
    sizes = [round(len(rows) * percent / 100) for percent in percents[:-1]]
    return np.split(rows, np.cumsum(sizes))


def _raised(rows: Array, percents: list) -> list[Array]:
    sizes = [-(-len(rows) * percent // 100) for percent in percents[:-1]]
    return np.split(rows, np.cumsum(sizes))


def _cumulated(rows: Array, percents: list) -> list[Array]:
    return np.split(rows, np.cumsum(percents[:-1]) * len(rows) // 100)


def _cumulated_round(rows: Array, percents: list) -> list[Array]:
    ends = np.cumsum(percents[:-1]) * len(rows) / 100
    return np.split(rows, np.round(ends).astype(int))


def _counted_as(*cuts: Callable[[Array, list], list[Array]]) -> Probe:
    """Recognise a rule for cutting by how many rows of each class the parts have."""

    def gives(
        cut: Callable[[Array, list], list[Array]], values: list, call: Any
    ) -> bool:
        labels = call.arguments[0]
        mine, slips = split_counts(_rows(values), labels)
        its, _ = split_counts(_of_classes(cut)(*call.arguments), labels)
        return not slips.any() and np.array_equal(mine, its)

    return Probe(
        lambda values, calls: any(gives(cut, values, calls[0]) for cut in cuts)
    )


def _fractions(values: list, _calls: list) -> bool:
    """Row numbers as floats; an empty part has no kind of its own."""
    return any(
        np.asarray(part).dtype.kind == "f" and np.size(part) for part in values[0]
    )


def _classes_apart(values: list, _calls: list) -> bool:
    return any(
        isinstance(part, (list, tuple)) and any(np.ndim(piece) for piece in part)
        for part in values[0]
    )


def _labels_shuffled(values: list, calls: list) -> bool:
    """The sizes of a split class by class, with rows of any class in them."""
    labels, percents, _ = calls[0].arguments
    sizes = [
        _sizes(count, percents) for count in np.unique(labels, return_counts=True)[1]
    ]
    return [len(part) for part in _rows(values)[:-1]] == np.sum(sizes, axis=0).tolist()


def _rows(values: list) -> list[Array]:
    parts = [np.ravel(part) for part in values[0]]
    if any(part.dtype == bool for part in parts):
        raise TypeError("truth values are no row numbers")
    return [part.astype(int) for part in parts]


def _twice_or_never(which: int) -> Callable[[list, list], bool]:
    def holds(values: list, calls: list) -> bool:
        return bool(split_counts(_rows(values), calls[0].arguments[0])[1][which] > 0)

    return holds


def _labels_returned(values: list, calls: list) -> bool:
    labels, found = calls[0].arguments[0], np.concatenate(_rows(values))
    return bool(
        len(found) == len(labels) and np.array_equal(np.sort(found), np.sort(labels))
    )


def _class_places(values: list, calls: list) -> bool:
    labels, found = calls[0].arguments[0], np.concatenate(_rows(values))
    places = np.concatenate([np.arange(count) for count in np.bincount(labels)])
    return np.array_equal(np.sort(found), np.sort(places))


def _not_stratified(values: list, calls: list) -> bool:
    labels, percents, _ = calls[0].arguments
    sizes = [len(part) for part in _rows(values)]
    return all(
        abs(size - len(labels) * percent / 100) < len(percents)
        for size, percent in zip(sizes, percents, strict=True)
    )


def _stored(values: list, calls: list) -> bool:
    labels, percents, rng = calls[0].arguments
    last = _of_classes(_rounded)(labels, percents, rng)[-1]
    return np.array_equal(np.sort(_rows(values)[-1]), np.sort(last))


def _any(_values: list, _calls: list) -> bool:
    return True


def _scaled(
    seen: Callable[..., Array],
    axis: int | None = 0,
    ddof: int = 0,
    power: float = 1.0,
    shift: float = 1.0,
) -> Callable[..., tuple]:
    """Scale all parts by the statistics of what was seen."""

    def scale(train: Array, val: Array, test: Array) -> tuple:
        X = seen(train, val, test)
        mean = X.mean(axis=axis, keepdims=True)
        deviation = X.std(axis=axis, ddof=ddof, keepdims=True) ** power
        deviation = np.where(deviation == 0, 1, deviation)
        return tuple((part - shift * mean) / deviation for part in (train, val, test))

    return scale


def _train(train: Array, _val: Array, _test: Array) -> Array:
    return train


def _each(train: Array, val: Array, test: Array) -> tuple:
    return tuple(_scaled(_train)(part, part, part)[0] for part in (train, val, test))


def _alone(train: Array, val: Array, test: Array) -> tuple:
    return _scaled(_train)(train, val, test)[0], val, test


def _zeroed(train: Array, val: Array, test: Array) -> tuple:
    parts = _scaled(_train)(train, val, test)
    return tuple(np.where(train.std(axis=0) == 0, 0, part) for part in parts)


def _not_finite(values: list, _calls: list) -> bool:
    return any(not np.isfinite(part).all() for value in values for part in value)


def _almost_zero(values: list, calls: list) -> bool:
    """Huge numbers, and only in columns that never change in training."""
    found = False
    for value, call in zip(values, calls, strict=True):
        still = call.arguments[0].std(axis=0) == 0
        for part in value:
            huge = (np.abs(part) > 1e4).any(axis=0)
            if (huge & ~still).any():
                return False
            found = found or bool(huge.any())
    return found


def _unshifted(train: Array, val: Array, test: Array) -> tuple:
    still = train.std(axis=0) == 0
    parts = zip(_scaled(_train)(train, val, test), (train, val, test), strict=True)
    return tuple(np.where(still, part, scaled) for scaled, part in parts)


def _by_rows(train: Array, val: Array, test: Array) -> tuple:
    return tuple(
        _scaled(_train, axis=1)(part, part, part)[0] for part in (train, val, test)
    )


def _reported(
    pick: Callable[..., int] | None = None,
    score: Callable[..., float] | None = None,
    baseline: Callable[..., float] | None = None,
) -> Callable[..., tuple]:
    """Report with one part of the work done otherwise."""

    def report(val: Array, answers: Array, y_test: Array, y_train: Array) -> tuple:
        chosen = int(np.argmax(val)) if pick is None else pick(val, answers, y_test)
        right = (answers[chosen] == y_test).mean()
        if score is not None:
            right = score(val, answers, y_test, chosen)
        always = np.bincount(y_train).argmax()
        base = (y_test == always).mean()
        return chosen, right, base if baseline is None else baseline(y_test, y_train)

    return report


def _best_on_test(_val: Array, answers: Array, y_test: Array) -> int:
    return int((answers == y_test).mean(axis=1).argmax())


def _counted(val: Array, answers: Array, y_test: Array, y_train: Array) -> tuple:
    chosen, right, base = _reported()(val, answers, y_test, y_train)
    return chosen, right * len(y_test), base * len(y_test)


def _half_counted(val: Array, answers: Array, y_test: Array, y_train: Array) -> tuple:
    chosen, right, base = _reported()(val, answers, y_test, y_train)
    return chosen, right * len(y_test), base


def _percents(val: Array, answers: Array, y_test: Array, y_train: Array) -> tuple:
    chosen, right, base = _reported()(val, answers, y_test, y_train)
    return chosen, right * 100, base * 100


def _score_first(val: Array, answers: Array, y_test: Array, y_train: Array) -> tuple:
    _, right, base = _reported()(val, answers, y_test, y_train)
    return val.max(), right, base


def _from_one(*arguments: Array) -> tuple:
    chosen, right, base = _reported()(*arguments)
    return chosen + 1, right, base


def _class_weights(labels: Array, k: int) -> Array:
    return len(labels) / (k * np.bincount(labels, minlength=k))


def _sum_one(labels: Array, trust: Array, k: int) -> Array:
    weights = trust * _class_weights(labels, k)[labels]
    return weights / weights.sum()


def _trust_counted(labels: Array, trust: Array, k: int) -> Array:
    sums = np.bincount(labels, weights=trust, minlength=k)
    return trust * (len(labels) / (k * sums))[labels]


def _per_class(values: list, calls: list) -> bool:
    return all(
        np.shape(value) == (call.arguments[2],)
        for value, call in zip(values, calls, strict=True)
    )


def _costs(P: Array, labels: Array) -> Array:
    return -np.log(P[np.arange(len(P)), labels])


def _shaped_as_weights(values: list, calls: list) -> bool:
    return all(
        np.shape(value) == np.shape(call.arguments[2])
        for value, call in zip(values, calls, strict=True)
    )


TASKS = {
    "training-split": Task(
        SPLIT,
        {
            "classes-apart": Probe(_classes_apart),
            "not-whole": Probe(_fractions),
            "labels-returned": Probe(_labels_returned),
            "class-places": Probe(_class_places),
            "test-in-training": Probe(_twice_or_never(0)),
            "remainder-lost": Probe(_twice_or_never(1)),
            "not-shuffled": Probe(_uncut),
            "remainder-first": _of_classes(_rest_first),
            "cumulative": _counted_as(_cumulated, _cumulated_round),
            "rounded": _counted_as(_rounded, _raised),
            "labels-shuffled": Probe(_labels_shuffled),
            "not-stratified": Probe(_not_stratified),
        },
        PARTS,
    ),
    "training-split-shuffle": Task(
        SPLIT,
        {
            "labels-returned": Probe(_labels_returned),
            "test-in-training": Probe(_twice_or_never(0)),
            "not-shuffled": Probe(_uncut),
            "stored-order": Probe(_stored),
            "generator-ignored": Probe(_any),
        },
        PARTS,
    ),
    "training-scale": Task(
        SCALE,
        {
            "zero-deviation": Probe(_not_finite),
            "almost-zero": Probe(_almost_zero),
            "still-unshifted": _unshifted,
            "deviation-sample": _scaled(_train, ddof=1),
            "scaled-with-all": _scaled(lambda *parts: np.concatenate(parts)),
            "validation-used": _scaled(lambda *parts: np.concatenate(parts[:2])),
            "scaled-each-part": _each,
            "one-mean-for-all": _scaled(_train, axis=None),
            "rows-scaled": _by_rows,
            "variance-for-deviation": _scaled(_train, power=2),
            "mean-kept": _scaled(_train, shift=0),
            "deviation-forgotten": _scaled(_train, power=0),
            "training-only": _alone,
            "zero-removed": _zeroed,
        },
        SCALING,
    ),
    "training-report": Task(
        REPORT,
        {
            "test-as-validation": _reported(pick=_best_on_test),
            "worst-chosen": _reported(pick=lambda val, _a, _y: int(np.argmin(val))),
            "chosen-from-one": _from_one,
            "validation-reported": _reported(
                score=lambda val, _a, _y, chosen: val[chosen]
            ),
            "first-answers": _reported(
                score=lambda _val, answers, y, _chosen: (answers[0] == y).mean()
            ),
            "all-settings": _reported(
                score=lambda _val, answers, y, _chosen: (answers == y).mean()
            ),
            "score-for-number": _score_first,
            "percent-given": _percents,
            "count-for-class": _reported(
                baseline=lambda y, train: (y == np.bincount(train).max()).mean()
            ),
            "counts-given": any_of(_counted, _half_counted),
            "baseline-from-test": _reported(
                baseline=lambda y, _train: np.bincount(y).max() / len(y)
            ),
            "baseline-is-chance": _reported(
                baseline=lambda _y, train: 1 / len(np.unique(train))
            ),
            "baseline-on-training": _reported(
                baseline=lambda _y, train: np.bincount(train).max() / len(train)
            ),
            "baseline-label": _reported(
                baseline=lambda _y, train: np.bincount(train).argmax()
            ),
        },
        SEARCH,
    ),
    "training-weights-examples": Task(
        WEIGHTS,
        {
            "weight-per-class": Probe(_per_class),
            "weights-per-class-only": lambda labels, _trust, k: _class_weights(
                labels, k
            )[labels],
            "class-ignored": lambda _labels, trust, _k: trust,
            "class-count-forgotten": lambda labels, trust, k: (
                k * trust * _class_weights(labels, k)[labels]
            ),
            "majority-favoured": any_of(
                lambda labels, trust, k: trust / _class_weights(labels, k)[labels],
                lambda labels, trust, k: (
                    trust * np.bincount(labels, minlength=k)[labels] / len(labels)
                ),
                lambda labels, trust, k: (
                    trust * np.bincount(labels, minlength=k)[labels]
                ),
            ),
            "n-forgotten": any_of(
                lambda labels, trust, k: (
                    trust / np.bincount(labels, minlength=k)[labels]
                ),
                lambda labels, trust, k: (
                    trust / np.bincount(labels, minlength=k)[labels] / k
                ),
            ),
            "trust-added": lambda labels, trust, k: (
                trust + _class_weights(labels, k)[labels]
            ),
            "inverse-weights": lambda labels, trust, k: (
                _class_weights(labels, k)[labels] / trust
            ),
            "trust-counted": _trust_counted,
            "sum-made-one": _sum_one,
        },
        COUNT,
    ),
    "training-weights-loss": Task(
        WEIGHTS,
        {
            "costs-kept": Probe(_shaped_as_weights),
            "weights-looked-up": any_of(
                lambda P, y, w: (w[y] * _costs(P, y)).sum() / w[y].sum(),
                lambda P, y, w: (w[y] * _costs(P, y)).sum() / w.sum(),
            ),
            "largest-taken": lambda P, _y, w: (
                -(w * np.log(P.max(axis=1))).sum() / w.sum()
            ),
            "divided-by-n": lambda P, y, w: (w * _costs(P, y)).mean(),
            "not-divided": lambda P, y, w: (w * _costs(P, y)).sum(),
            "inverse-weights": any_of(
                lambda P, y, w: (_costs(P, y) / w).sum() / w.sum(),
                lambda P, y, w: (_costs(P, y) / w).sum() / (1 / w).sum(),
                lambda P, y, w: (_costs(P, y) / w).mean(),
            ),
            "weights-unused": any_of(
                lambda P, y, _w: _costs(P, y).mean(),
                lambda P, y, w: _costs(P, y).sum() / w.sum(),
            ),
            "sign-forgotten": lambda P, y, w: -(w * _costs(P, y)).sum() / w.sum(),
            "all-classes": lambda P, _y, w: -(w[:, None] * np.log(P)).sum() / w.sum(),
            "columns-taken": any_of(
                lambda P, y, w: -(w * np.log(P[:, y])).sum() / w.sum(),
                lambda P, y, w: -(w[:, None] * np.log(P[:, y])).sum() / w.sum(),
            ),
            "log-forgotten": lambda P, y, w: (
                (w * P[np.arange(len(P)), y]).sum() / w.sum()
            ),
            "squared-weights": lambda P, y, w: (w**2 * _costs(P, y)).sum() / w.sum(),
        },
        COUNT,
    ),
}
