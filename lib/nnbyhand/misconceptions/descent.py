"""Known slips with small changes, steps downhill, batches, training and rates."""

from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.activations import sigmoid, sigmoid_slope
from nnbyhand.descent import descend, range_losses
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.shapes import Array

LESSON = "lesson 04, section "

CHANGE = {
    "slope-forgotten": "You left out the slope of the activation.",
    "bias-change-forgotten": "The change of the bias also moves the output.",
    "change-is-value": "You returned the new output. Return the change.",
    "step-has-slope": "A step has no useful slope: its output does not change, or it "
    "jumps.",
    "true-change": "You computed both outputs and subtracted. Asked is the estimate "
    "from the slope, before anything is moved.",
    "slope-elsewhere": "You took the slope after the change. Take it where the unit "
    "stands now.",
    "slope-of-sum": "You used z (1 − z). The slope of the sigmoid is a (1 − a), with "
    "a = σ(z).",
    "inputs-forgotten": "A change of a weight moves the sum by that change times its "
    "input.",
    "changes-too-large": "A change of yours is larger than 0.01. The point is that a "
    "tiny one is enough.",
    "two-changes": "Three changes are asked: of w1, of w2 and of the bias.",
    "weights-given": "You returned the new weights. Return the changes.",
    "still-firing": "With your changes the unit still answers 1. Its sum has to fall "
    "to 0 or below.",
}

STEP = {
    "uphill": "Your loss grows: you stepped along the gradient. Step against it.",
    "rate-forgotten": "You moved by the whole gradient. Multiply by the learning rate.",
    "rate-divides": "You divided by the learning rate.",
    "one-step-only": "You took one step, more were asked.",
    "stale-gradient": "You reused the first gradient. Compute it again at every step.",
    "sequential-update": "You moved w before computing b's gradient. Compute both "
    "first.",
    "start-missing": "Your list begins after the first step. Put the start first.",
    "end-only": "You returned the last place. Return the start and every place after "
    "it.",
    "places-alike": "All places in your list are one array that moved on. Make a new "
    "array at each step.",
    "factor-two": "You are off by a factor of two: the square brings a 2.",
    "sum-not-mean": "Your step grows with the number of examples. Take the mean.",
    "bias-unmoved": "Your line only turns: b must move too.",
    "input-forgotten": "The gradient of w is the error times the input x.",
}

BATCHES = {
    "last-batch-dropped": "The last, smaller batch is missing.",
    "epoch-is-step": "An epoch is a pass over all examples, an iteration handles one "
    "batch.",
    "mean-of-means": "Your last batch is small but counts as much as a full one. "
    "Weight by size.",
    "labels-not-shuffled": "Your labels no longer belong to the examples. Use one "
    "permutation for both.",
    "shuffled-once": "Every epoch used the same order.",
    "with-replacement": "Some examples came twice and some never.",
    "epochs-forgotten": "This counts one epoch. Multiply by the number of epochs.",
    "not-rounded": "A part of a batch is an update too: round up.",
    "rounded": "You rounded to the nearest whole number. A part of a batch is an "
    "update too: round up.",
    "examples-counted": "You counted examples. An update handles a whole batch.",
    "epochs-joined": "Your batches run on across the end of an epoch. Each epoch ends "
    "with its own, smaller batch.",
    "one-too-many": "Where the batches fit exactly, you count one too many.",
    "sums-taken": "Each loss is a mean already. Multiply it by its size and divide by "
    "all examples.",
    "not-divided": "You added up everything. Divide by the number of examples.",
    "divided-by-batches": "You divided by the number of batches. Divide by the number "
    "of examples.",
    "not-shuffled": "Your batches come in the stored order. Shuffle with `rng`.",
    "generator-ignored": "The same `rng` gave two different orders: you drew from "
    "somewhere else. Use the generator passed in.",
}

TRAIN = {
    "uphill": STEP["uphill"],
    "rate-forgotten": STEP["rate-forgotten"],
    "epoch-is-step": BATCHES["epoch-is-step"],
    "last-batch-dropped": BATCHES["last-batch-dropped"],
    "sequential-update": STEP["sequential-update"],
    "sigmoid-forgotten": "Your unit answers with its sum. Put it through the sigmoid "
    "before you compare it with y.",
    "sum-not-mean": "Your step grows with the size of the batch. Take the mean.",
    "batch-size-divides": "The last batch is smaller: divide by its own size.",
    "batch-ignored": "Each of your steps used all examples. Use only the rows of its "
    "own batch.",
    "not-shuffled": BATCHES["not-shuffled"],
    "shuffled-once": BATCHES["shuffled-once"],
    "generator-ignored": BATCHES["generator-ignored"],
    "bias-unmoved": "Your bias stays 0. It has a gradient too: the mean error.",
    "slope-extra": "You multiplied by the slope of the sigmoid. With cross-entropy it "
    "cancels: the error is p − y.",
    "one-epoch-only": "You walked through the data once, more epochs were asked.",
    "stale-gradient": STEP["stale-gradient"],
}

RATE = {
    "rate-at-edge": "That rate is already too large. Choose about a tenth of it.",
    "rate-at-lowest-loss": "The lowest point sits next to the edge. Step back from it.",
    "linear-spacing": "Equal steps skip the small rates. Multiply by a constant "
    "factor.",
    "weights-not-restored": "After the test, start again from the saved weights.",
    "too-careful": "Your rate is far below a tenth of the edge: training would take "
    "for ever.",
    "first-rate": "You took the smallest rate. It is safe, and far too slow.",
    "last-rate-missing": "Your rates stop before the highest. Both ends belong to "
    "them.",
    "exponents-given": "These are the exponents. Raise 10 to them.",
    "one-rate-more": "You gave one rate too many: count the rates, not the gaps.",
    "same-start": "You took every step from the start. Each step goes on from the one "
    "before.",
    "loss-before-step": "You wrote the loss down before the step. Step first, then "
    "look.",
    "uphill": STEP["uphill"],
    "one-rate-used": "You stepped with one rate all the time. Every step has a rate of "
    "its own.",
    "rates-divided": STEP["rate-divides"],
    "saved-moved-along": "−= changed the saved weights too: copy them first.",
    "ends-for-exponents": "np.logspace wants exponents. Use np.geomspace.",
    "factor-ten": "You multiply by 10 each time. The factor follows from highest, "
    "lowest and n.",
}

SMALL = LESSON + "“Which way is down?”"
DOWN = LESSON + "“Step against it”"
PARTS = LESSON + "“Batches”"
WALK = "lesson 04, sections “Batches” and “Step against it”"
FIND = LESSON + "“Find the rate”"


def _still_firing(values: list, _calls: list) -> bool:
    numbers = [float(value) for value in np.ravel(values[0])]
    return len(numbers) == 3 and max(map(abs, numbers)) <= 0.01


def _weights_given(values: list, _calls: list) -> bool:
    return np.size(values[0]) == 3 and np.allclose(
        np.ravel(values[0]), (0.9, 0.3, -1.049), atol=0.02
    )


def _stale(gradient: Callable, w: Array, lr: float, n_steps: int) -> Array:
    w = np.asarray(w, dtype=float)
    return np.array([w - k * lr * gradient(w) for k in range(n_steps + 1)])


def _length(change: Callable[[int], int]) -> Probe:
    """Recognise a list of places of another length."""
    return Probe(
        lambda values, calls: all(
            np.ndim(value) == np.ndim(call.arguments[1]) + 1
            and len(value) == change(call.arguments[3])
            for value, call in zip(values, calls, strict=True)
        )
    )


def _end_only(values: list, calls: list) -> bool:
    return all(
        np.shape(value) == np.shape(call.arguments[1])
        for value, call in zip(values, calls, strict=True)
    )


def _alike(values: list, _calls: list) -> bool:
    return any(
        np.ndim(value) == 2 and np.ptp(value, axis=0).max() == 0 for value in values
    )


def _line(
    new_w: Callable[[Array, Array], float], new_b: Callable[[Array], float]
) -> Callable[..., tuple[float, float]]:
    """Give a wrong step: what is taken off w and b, times the rate."""

    def wrong(w: float, b: float, x: Array, y: Array, lr: float) -> tuple:
        e = w * x + b - y
        return w - lr * new_w(e, x), b - lr * new_b(e)

    return wrong


def _line_in_turn(w: float, b: float, x: Array, y: Array, lr: float) -> tuple:
    w = w - lr * (2 * (w * x + b - y) * x).mean()
    return w, b - lr * (2 * (w * x + b - y)).mean()


def _line_divided(w: float, b: float, x: Array, y: Array, lr: float) -> tuple:
    e = w * x + b - y
    return w - (2 * e * x).mean() / lr, b - (2 * e).mean() / lr


def _line_whole(w: float, b: float, x: Array, y: Array, lr: float) -> tuple:
    e = w * x + b - y
    return w - (2 * e * x).mean(), b - (2 * e).mean()


def _ids(batches: Sequence) -> list[float]:
    return [float(number) for X, _ in batches for number in np.asarray(X)[:, 0]]


def _dropped(values: list, calls: list) -> bool:
    return all(
        len({len(X) for X, _ in value}) == 1
        and len(_ids(value)) < len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
    )


def _repeated(values: list, _calls: list) -> bool:
    return any(len(set(_ids(value))) < len(_ids(value)) for value in values)


def _parted(values: list, calls: list) -> bool:
    """Recognise examples whose labels belong to others."""
    for value, call in zip(values, calls, strict=True):
        owner = dict(
            zip(np.asarray(call.arguments[0])[:, 0], call.arguments[1], strict=True)
        )
        for X, Y in value:
            if [owner[x] for x in np.asarray(X)[:, 0]] != list(np.asarray(Y)):
                return True
    return False


def _stored(values: list, calls: list) -> bool:
    return all(
        _ids(value) == list(np.asarray(call.arguments[0])[:, 0])
        for value, call in zip(values, calls, strict=True)
    )


def _elsewhere(values: list, _calls: list) -> bool:
    return _ids(values[0]) != _ids(values[1])


def _trained(
    delta: Callable[[Array, Array], Array] = lambda z, y: sigmoid(z) - y,
    *,
    walk: str = "",
    shares: Callable[[int, int], tuple[float, float]] = lambda m, size: (1 / m, 1 / m),
    rate: float | None = None,
    epochs: int | None = None,
) -> Callable[..., tuple[Array, float]]:
    """Give training with one thing changed; batches come in the stored order.

    ``shares`` gives what the sums of w and of b are multiplied by in a batch of m.
    """

    def wrong(
        X: Array, y: Array, lr: float, batch_size: int, n_epochs: int, _rng: object
    ) -> tuple[Array, float]:
        lr = lr if rate is None else rate
        w, b, n = np.zeros(X.shape[1]), 0.0, len(X)
        last = n // batch_size * batch_size if walk == "dropped" else n
        first = delta(X @ w + b, y)
        for _ in range(n_epochs if epochs is None else epochs):
            for i in range(0, last, batch_size):
                rows = slice(i, min(i + batch_size, last))
                rows = slice(None) if walk == "all" else rows
                e = first[rows] if walk == "stale" else delta(X[rows] @ w + b, y[rows])
                for_w, for_b = shares(len(e), batch_size)
                w = w - lr * for_w * X[rows].T @ e
                if walk == "in turn":
                    e = delta(X[rows] @ w + b, y[rows])
                b = b - lr * for_b * e.sum()
                if walk == "one":
                    break
        return w, b

    return wrong


def _walks(*forms: Callable[..., tuple[Array, float]]) -> Probe:
    """Recognise one slip of training in several forms, whatever the order was."""

    def gives(form: Callable[..., tuple], value: tuple, arguments: tuple) -> bool:
        w, b = form(*arguments)
        return np.allclose(np.sort(value[0]), np.sort(w)) and np.allclose(value[1], b)

    return Probe(
        lambda values, calls: any(
            all(
                gives(form, value, call.arguments)
                for value, call in zip(values, calls, strict=True)
            )
            for form in forms
        )
    )


def _same_seed_differs(values: list, _calls: list) -> bool:
    return not np.allclose(values[0][0], values[1][0])


def _walked_as_stored(values: list, calls: list) -> bool:
    w, _b = _trained()(*calls[0].arguments)
    return np.allclose(values[0][0], w)


def _range(
    values: Callable[..., Array], end: Callable[..., Array] | None = None
) -> Callable[..., tuple[Array, Array]]:
    """Give a wrong range test; the weights come back as they were, unless told."""
    return lambda loss, gradient, w, lrs: (
        values(loss, gradient, np.asarray(w, dtype=float), lrs),
        w if end is None else end(gradient, np.asarray(w, dtype=float), lrs),
    )


def _walked(gradient: Callable, w: Array, lrs: Sequence[float]) -> Array:
    for lr in lrs:
        w = w - lr * gradient(w)
    return w


def _before(loss: Callable, gradient: Callable, w: Array, lrs: Sequence) -> Array:
    return np.array([loss(_walked(gradient, w, lrs[:k])) for k in range(len(lrs))])


def _from_start(loss: Callable, gradient: Callable, w: Array, lrs: Sequence) -> Array:
    return np.array([loss(w - lr * gradient(w)) for lr in lrs])


def _with(change: Callable[[Array], Array]) -> Callable[..., Array]:
    """Give the losses of a range test with other rates."""

    def wrong(loss: Callable, gradient: Callable, w: Array, lrs: Sequence) -> Array:
        rates = change(np.asarray(lrs, dtype=float))
        return np.array(
            [loss(_walked(gradient, w, rates[: k + 1])) for k in range(len(rates))]
        )

    return wrong


def _changed_in_place(values: list, calls: list) -> bool:
    """Recognise saved weights that are the very array that moved on."""
    return any("w" in call.changed for call in calls)


def _edge(losses: Array) -> int:
    return int(np.argmax(np.diff(losses) > 0)) + 1


def _careful(values: list, calls: list) -> bool:
    return all(
        0 < float(value) < call.arguments[0][_edge(call.arguments[1])] / 20
        for value, call in zip(values, calls, strict=True)
    )


TASKS = {
    "descent-change": Task(
        CHANGE,
        {
            "slope-forgotten": lambda x, w, b, dw, db: x @ dw + db,
            "bias-change-forgotten": lambda x, w, b, dw, db: (
                sigmoid_slope(x @ w + b) * (x @ dw)
            ),
            "change-is-value": lambda x, w, b, dw, db: sigmoid(x @ (w + dw) + b + db),
            "step-has-slope": lambda x, w, b, dw, db: 0.0,
            "true-change": lambda x, w, b, dw, db: (
                sigmoid(x @ (w + dw) + b + db) - sigmoid(x @ w + b)
            ),
            "slope-elsewhere": lambda x, w, b, dw, db: (
                sigmoid_slope(x @ (w + dw) + b + db) * (x @ dw + db)
            ),
            "slope-of-sum": lambda x, w, b, dw, db: (
                (x @ w + b) * (1 - (x @ w + b)) * (x @ dw + db)
            ),
            "inputs-forgotten": lambda x, w, b, dw, db: (
                sigmoid_slope(x @ w + b) * (np.sum(dw) + db)
            ),
        },
        SMALL,
    ),
    "descent-change-flip": Task(
        CHANGE,
        {
            "two-changes": Probe(lambda values, calls: np.size(values[0]) in (1, 2)),
            "weights-given": Probe(_weights_given),
            "still-firing": Probe(_still_firing),
            "changes-too-large": Probe(lambda values, calls: np.size(values[0]) == 3),
        },
        SMALL,
    ),
    "descent-step": Task(
        STEP,
        {
            "end-only": Probe(_end_only),
            "one-step-only": _length(lambda n: 2),
            "start-missing": _length(lambda n: n),
            "places-alike": Probe(_alike),
            "uphill": lambda gradient, w, lr, n: descend(gradient, w, -lr, n),
            "rate-forgotten": lambda gradient, w, lr, n: descend(gradient, w, 1.0, n),
            "rate-divides": lambda gradient, w, lr, n: descend(gradient, w, 1 / lr, n),
            "stale-gradient": _stale,
        },
        DOWN,
    ),
    "descent-line": Task(
        STEP,
        {
            "uphill": _line(lambda e, x: -(2 * e * x).mean(), lambda e: -2 * e.mean()),
            "sequential-update": _line_in_turn,
            "factor-two": _line(lambda e, x: (e * x).mean(), lambda e: e.mean()),
            "sum-not-mean": _line(
                lambda e, x: (2 * e * x).sum(), lambda e: 2 * e.sum()
            ),
            "bias-unmoved": _line(lambda e, x: (2 * e * x).mean(), lambda e: 0.0),
            "input-forgotten": _line(lambda e, x: 2 * e.mean(), lambda e: 2 * e.mean()),
            "rate-forgotten": _line_whole,
            "rate-divides": _line_divided,
        },
        DOWN,
    ),
    "descent-batches-count": Task(
        BATCHES,
        {
            "last-batch-dropped": lambda n, size, epochs: n // size * epochs,
            "epoch-is-step": lambda n, size, epochs: epochs,
            "epochs-forgotten": lambda n, size, epochs: -(-n // size),
            "examples-counted": lambda n, size, epochs: n * epochs,
            "epochs-joined": lambda n, size, epochs: -(-n * epochs // size),
            "one-too-many": lambda n, size, epochs: (n // size + 1) * epochs,
            "not-rounded": any_of(lambda n, size, epochs: n / size * epochs),
            "rounded": any_of(
                lambda n, size, epochs: round(n / size) * epochs,
                lambda n, size, epochs: round(n / size * epochs),
                lambda n, size, epochs: int(n / size + 0.5) * epochs,
            ),
        },
        PARTS,
    ),
    "descent-batches-mean": Task(
        BATCHES,
        {
            "mean-of-means": lambda means, sizes: np.mean(means),
            "sums-taken": lambda means, sizes: np.sum(means) / np.sum(sizes),
            "not-divided": lambda means, sizes: np.dot(means, sizes),
            "divided-by-batches": lambda means, sizes: (
                np.dot(means, sizes) / len(means)
            ),
            "last-batch-dropped": lambda means, sizes: (
                np.dot(means[:-1], sizes[:-1]) / np.sum(sizes[:-1])
            ),
        },
        PARTS,
    ),
    "descent-batches": Task(
        BATCHES,
        {
            "last-batch-dropped": Probe(_dropped),
            "with-replacement": Probe(_repeated),
            "labels-not-shuffled": Probe(_parted),
        },
        PARTS,
    ),
    "descent-batches-order": Task(
        BATCHES,
        {
            "generator-ignored": Probe(_elsewhere),
            "not-shuffled": Probe(_stored),
            # neither of the two, so successive epochs were alike
            "shuffled-once": Probe(lambda values, calls: True),
        },
        PARTS,
    ),
    "descent-train": Task(
        TRAIN,
        {
            "uphill": _walks(
                _trained(shares=lambda m, size: (-1 / m, -1 / m)),
                _trained(shares=lambda m, size: (-1 / m, 1 / m)),
                _trained(shares=lambda m, size: (1 / m, -1 / m)),
            ),
            "rate-forgotten": _trained(rate=1.0),
            "sigmoid-forgotten": _trained(lambda z, y: z - y),
            "slope-extra": _trained(lambda z, y: (sigmoid(z) - y) * sigmoid_slope(z)),
            "sum-not-mean": _walks(
                _trained(shares=lambda m, size: (1.0, 1.0)),
                _trained(shares=lambda m, size: (1.0, 1 / m)),
                _trained(shares=lambda m, size: (1 / m, 1.0)),
            ),
            "batch-size-divides": _walks(
                _trained(shares=lambda m, size: (1 / size, 1 / size)),
                _trained(shares=lambda m, size: (1 / size, 1 / m)),
                _trained(shares=lambda m, size: (1 / m, 1 / size)),
            ),
            "bias-unmoved": _trained(shares=lambda m, size: (1 / m, 0.0)),
            "one-epoch-only": _trained(epochs=1),
            "epoch-is-step": _trained(walk="one"),
            "last-batch-dropped": _trained(walk="dropped"),
            "sequential-update": _trained(walk="in turn"),
            "stale-gradient": _trained(walk="stale"),
            "batch-ignored": _trained(walk="all"),
        },
        WALK,
    ),
    "descent-train-order": Task(
        TRAIN,
        {
            "generator-ignored": Probe(_same_seed_differs),
            "not-shuffled": Probe(_walked_as_stored),
            # neither of the two, so both epochs were alike
            "shuffled-once": Probe(lambda values, calls: True),
        },
        WALK,
    ),
    "descent-rate-spacing": Task(
        RATE,
        {
            "linear-spacing": np.linspace,
            "exponents-given": lambda low, high, n: np.linspace(
                np.log10(low), np.log10(high), n
            ),
            "ends-for-exponents": np.logspace,
            "factor-ten": lambda low, high, n: low * 10.0 ** np.arange(n),
            "last-rate-missing": lambda low, high, n: np.geomspace(
                low, high, n, endpoint=False
            ),
            "one-rate-more": Probe(
                lambda values, calls: all(
                    np.size(value) == call.arguments[2] + 1
                    for value, call in zip(values, calls, strict=True)
                )
            ),
        },
        FIND,
    ),
    "descent-rate": Task(
        RATE,
        {
            "saved-moved-along": Probe(_changed_in_place),
            "weights-not-restored": _range(range_losses, _walked),
            "same-start": _range(_from_start),
            "loss-before-step": _range(_before),
            "uphill": _range(_with(lambda lrs: -lrs)),
            "one-rate-used": _range(_with(lambda lrs: np.full(len(lrs), lrs[0]))),
            "rates-divided": _range(_with(lambda lrs: 1 / lrs)),
        },
        FIND,
    ),
    "descent-rate-choice": Task(
        RATE,
        {
            "rate-at-edge": lambda lrs, losses: lrs[_edge(losses)],
            "rate-at-lowest-loss": lambda lrs, losses: lrs[int(np.argmin(losses))],
            "first-rate": lambda lrs, losses: lrs[0],
            "too-careful": Probe(_careful),
        },
        FIND,
    ),
}
