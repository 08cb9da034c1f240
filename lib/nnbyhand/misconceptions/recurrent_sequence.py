"""Known slips with series and text: windows, baselines, training, temperature."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.data import load_sunspots
from nnbyhand.misconceptions.convolution import one_of
from nnbyhand.misconceptions.recurrent import LESSON
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.network import Network
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem, rmse
from nnbyhand.sequences import windows as next_windows
from nnbyhand.shapes import Array

SPOTS = LESSON + "“Sunspots, honestly”"
ADDING = LESSON + "“The adding problem”"
LETTERS = LESSON + "“One letter after the other”"

SEQUENCE = {
    "future-leaked": "Your input already contains the answer.",
    "shuffled-time": "Shuffle windows, never the steps inside one.",
    "order-unused": "With the steps of each window in another order your network does "
    "about as well, or better. Either it learned from steps in disorder (shuffle "
    "windows, never the steps inside one), or too briefly: give it more epochs.",
    "repeats-the-last": "Your network repeats the last value of its window. Was y, the "
    "year after the window, its target?",
    "given-changed": "On the very windows you were given your network is worse than "
    "their mean. They are scaled already: hand X and y to fit as they came.",
    "fits-too-little": "On the very windows you were given, the mean squared error of "
    "your network is above 0.13; 0.09 is within reach. Did X and y go to fit as they "
    "came? Then give it more epochs, or another learning rate.",
    "baseline-skipped": "Compare with repeating the last value.",
    "one-ahead": "Your target is the value right after the window. Asked is the one "
    "`ahead` steps after its last.",
    "too-far": "Your target lies one step too late: with ahead = 1 it is the value "
    "right after the window.",
    "too-early": "Your target lies one step too early: with ahead = 1 it is the value "
    "right after the window.",
    "counted-from-first": "You counted `ahead` from the window's first value. Count "
    "from its last.",
    "targets-shifted": "You compared each window with its neighbour's target. Row i of "
    "X belongs to y[i].",
    "second-last": "You repeated the last but one. The last value is X[:, -1].",
    "table-of-errors": "Your difference is a table, (n, n): a column minus a row. Take "
    "X[:, -1], which is (n,).",
    "columns-summed": "You divided by the sums of columns. Each row adds up to 1.",
    "windows-apart": "Your windows do not overlap. The next one begins one step later.",
    "last-window-lost": "The last window is missing. Its target is the last value.",
    "window-too-long": "Your windows hold one value too many.",
    "inputs-only": "Two things are asked: the windows and their targets.",
    "first-for-last": "You repeated the first value of the window. The last one is the "
    "newest.",
    "window-mean": "You predicted the mean of the window. Repeat its last value.",
    "mean-for-last": "You predicted the mean of the targets, which nobody knows "
    "beforehand. Repeat the last value.",
    "root-forgotten": "The root is missing: your number has the unit of squares.",
    "absolute-error": "You averaged absolute errors. Asked is the root of the mean "
    "square.",
    "signed-error": "Your errors cancel: square them before you average.",
    "not-recurrent": "Your network has no recurrent layer. Put an LSTM or an RNN "
    "before the dense layer.",
    "not-a-number": "Your network gives several numbers for a window. One is asked: "
    "every_step=False, then a dense layer with one output.",
    "not-trained": "Your network says nearly the same for every window, as before its "
    "training. Call fit, and look at the loss.",
    "too-few-epochs": "Your network has learned, not enough, or not with every "
    "generator. Give it more epochs, or another learning rate.",
    "rng-ignored": "Two generators give the same network. Pass rng on to the layers "
    "and to fit, and make none of your own.",
    "seed-ignored": "The same seed gave two networks: take all chance from rng.",
    "says-the-mean": "Your network says nearly the same for every sequence: the mean. "
    "Is the layer able to keep what it saw early, was it trained long enough, and are "
    "its steps small enough?",
    "rate-too-high": "Your training went astray, with one generator at least: the "
    "error is far above that of the mean, or weights have grown beyond 8. Look at the "
    "learning rate, and at clipping.",
    "plain-unit": "A plain RNN is still in your network. The repair needs an LSTM.",
    "too-many-units": "Your LSTM has more than 32 units. Fewer are enough.",
    "without-effect": "Your temperature has no effect: dividing all shares by the same "
    "number changes nothing once they add up to 1. Divide the logarithms.",
    "temperature-turned": "Your temperature works the wrong way round: a high one "
    "makes shares more equal, a low one less.",
    "not-normalised": "Your shares do not add up to 1.",
    "log-forgotten": "You took the exponential of the shares themselves. Their "
    "logarithms are the sums that softmax wants.",
    "always-likeliest": "You always take the most likely. Shares are asked, of which "
    "the likeliest has the largest.",
    "whole-table": "Your shares add up to 1 over the whole table. Each row is a "
    "choice of its own.",
    "impossible-possible": "A share of 0 became possible, or was counted. It stays 0.",
}


def cut(values: Array, length: int, ahead: int) -> tuple[Array, Array]:
    """Give windows and targets of the exercise, the right ones."""
    values = np.asarray(values, dtype=float)
    count = len(values) - length - ahead + 1
    X = np.array([values[i : i + length] for i in range(count)])
    return X, values[length + ahead - 1 :]


def _leaked(values: Array, length: int, ahead: int) -> tuple[Array, Array]:
    X, y = cut(values, length, ahead)
    return np.array([values[i + ahead : i + ahead + length] for i in range(len(X))]), y


def _window_target(values: Array, length: int, ahead: int) -> tuple[Array, Array]:
    values = np.asarray(values, dtype=float)
    count = len(values) - length + 1
    X = np.array([values[i : i + length] for i in range(count)])
    return X, X[:, -1]


def _turned(values: Array, length: int, ahead: int) -> tuple[Array, Array]:
    X, y = cut(values, length, ahead)
    return X[:, ::-1], y


def _sorted(values: list[Any], calls: list[Any]) -> bool:
    """Tell whether each window has the right values in another order."""
    for value, call in zip(values, calls, strict=True):
        X = cut(*call.arguments)[0]
        mine = np.asarray(value[0], dtype=float)
        if mine.shape != X.shape:
            return False
        if not np.allclose(np.sort(mine, axis=1), np.sort(X, axis=1)):
            return False
    return any(
        not np.allclose(value[0], cut(*call.arguments)[0])
        for value, call in zip(values, calls, strict=True)
    )


def _target_at(
    place: Callable[[int, int], int], more: bool = False
) -> Callable[..., tuple[Array, Array]]:
    """Give the pair whose first target is at ``place(length, ahead)``.

    With ``more`` there are as many windows as have such a target, else as asked.
    """

    def pair(values: Array, length: int, ahead: int) -> tuple[Array, Array]:
        values = np.asarray(values, dtype=float)
        first = place(length, ahead)
        count = len(values) - length + 1
        count = min(count, len(values) - first) if more else count - ahead
        X = np.array([values[i : i + length] for i in range(count)])
        return X, values[first : first + count]

    return pair


def _either(place: Callable[[int, int], int]) -> Probe:
    return _pairs(_target_at(place), _target_at(place, more=True))


def _windows_by(
    rule: Callable[[Any, tuple[Array, Array], tuple], bool],
) -> Probe:
    """Recognise by each value, beside the right pair and the arguments."""

    def holds(values: list[Any], calls: list[Any]) -> bool:
        return all(
            rule(value, cut(*call.arguments), call.arguments)
            for value, call in zip(values, calls, strict=True)
        )

    return Probe(holds)


def _is_pair(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2


def _near(mine: Any, its: Array) -> bool:
    return np.shape(mine) == its.shape and bool(np.allclose(mine, its))


def _apart(value: Any, right: tuple, arguments: tuple) -> bool:
    X, _ = right
    return _is_pair(value) and _near(value[0], X[:: arguments[1]][: len(value[0])])


def _pairs(*forms: Callable[..., tuple[Array, Array]]) -> Probe:
    """Recognise a pair that one of the forms gives."""
    return Probe(
        lambda values, calls: any(
            all(
                _is_pair(value)
                and all(
                    _near(mine, its)
                    for mine, its in zip(value, form(*call.arguments), strict=True)
                )
                for value, call in zip(values, calls, strict=True)
            )
            for form in forms
        )
    )


WINDOWS_WRONG: dict[str, Any] = {
    "inputs-only": _windows_by(
        lambda value, right, _: not _is_pair(value) and _near(value, right[0])
    ),
    "window-too-long": _windows_by(
        lambda value, right, arguments: (
            _is_pair(value) and np.shape(value[0])[1:] == (arguments[1] + 1,)
        )
    ),
    "last-window-lost": _windows_by(
        lambda value, right, _: (
            _is_pair(value)
            and _near(value[0], right[0][:-1])
            and _near(value[1], right[1][:-1])
        )
    ),
    "too-far": _windows_by(
        lambda value, right, _: _is_pair(value) and _near(value[1], right[1][1:])
    ),
    "future-leaked": _pairs(_leaked, _window_target),
    "shuffled-time": Probe(_sorted),
    "windows-apart": _windows_by(_apart),
    "one-ahead": _either(lambda length, ahead: length),
    "too-early": _either(lambda length, ahead: length + ahead - 2),
    "counted-from-first": _either(lambda length, ahead: ahead),
}


def _root(errors: Array) -> float:
    return float(np.sqrt(np.mean(errors**2)))


def of_last(rule: Callable[[Array], float]) -> Callable[[Array, Array], float]:
    """Measure "same as last" by a rule of its errors."""
    return lambda X, y: float(rule(np.asarray(X)[:, -1] - np.asarray(y)))


PERSISTENCE_WRONG = {
    "baseline-skipped": one_of(lambda X, y: 0.0, lambda X, y: _root(np.asarray(y))),
    "mean-for-last": lambda X, y: _root(np.mean(y) - y),
    "first-for-last": lambda X, y: _root(X[:, 0] - y),
    "second-last": lambda X, y: _root(X[:, -2] - y),
    "targets-shifted": one_of(
        lambda X, y: _root(X[1:, -1] - y[:-1]),
        lambda X, y: _root(X[:-1, -1] - y[1:]),
        lambda X, y: _root(X[:, -1] - np.roll(y, 1)),
        lambda X, y: _root(X[:, -1] - np.roll(y, -1)),
    ),
    "table-of-errors": lambda X, y: _root(X[:, -1:] - y),
    "window-mean": lambda X, y: _root(X.mean(axis=1) - y),
    "root-forgotten": of_last(lambda errors: np.mean(errors**2)),
    "absolute-error": of_last(lambda errors: np.mean(np.abs(errors))),
    "signed-error": one_of(
        of_last(np.mean), of_last(lambda errors: abs(np.mean(errors)))
    ),
}

LENGTH = 12  # years in a window of the forecast exercise
MARGIN = 0.2  # part of the baseline's error that a forecast must save
STEPS = 15  # steps of the adding problem in the exercise
SOLVED = 0.02  # mean squared error that counts as solved; the mean has 0.167


def sunspot_parts(first: int, last: int) -> tuple[Array, ...]:
    """Cut the sunspots before ``first`` for training, up to ``last`` for the test.

    Values are scaled by mean and spread of the training years. Gives X (n, 12, 1) and
    y (n, 1) of the training, then of the test, and the spread.
    """
    years, values = load_sunspots()
    known = values[years < first]
    scaled = (values - known.mean()) / known.std()
    X, y = next_windows(scaled, LENGTH)
    when = years[LENGTH:]
    old, new = when < first, (when >= first) & (when <= last)
    return X[old][..., None], y[old][:, None], X[new][..., None], y[new][:, None]


def another_series() -> tuple[Array, ...]:
    """Cut a noisy wave of period 7 as ``sunspot_parts`` cuts the sunspots.

    Who learned from the sunspots in place of what was given cannot forecast it.
    """
    noise = np.random.default_rng(1018).normal(size=240)
    X, y = next_windows(np.sin(2 * np.pi * np.arange(240) / 7) + 0.2 * noise, LENGTH)
    X, y = X[..., None], y[:, None]
    return X[:188], y[:188], X[188:], y[188:]


def saved(network: Network, X: Array, y: Array) -> float:
    """Give the part of the error of "same as last" that a network saves."""
    error = rmse(network.predict(X)[:, 0], y[:, 0])
    return 1 - error / rmse(X[:, -1, 0], y[:, 0])


def is_recurrent(network: Network) -> bool:
    """Tell whether a network has a layer that reads step by step."""
    return any(isinstance(layer, (LSTM, RNN)) for layer in network.layers)


def expect_network(network: Any, n_steps: int, d: int) -> None:
    """Refuse what is no network that gives one number for a sequence."""
    if not isinstance(network, Network):
        raise ValueError("return the trained Network itself")
    outputs = network.predict(np.zeros((3, n_steps, d)))
    if outputs.shape != (3, 1):
        raise ValueError(
            f"for 3 sequences it should give (3, 1) numbers, it gives {outputs.shape}"
        )


def _network(test: Callable[[Network, tuple], bool]) -> Probe:
    return Probe(lambda values, calls: bool(test(values[0], calls[0].arguments)))


def _equal(one: Network, other: Network, X: Array) -> bool:
    return bool(np.allclose(one.predict(X), other.predict(X)))


def _fits(network: Network, X: Array, y: Array) -> float:
    """Give the mean squared error on the training windows; their spread is about 1."""
    return float(np.mean((network.predict(X) - y) ** 2))


def _says_little(network: Network, X: Array, y: Array) -> bool:
    """Tell whether all forecasts are about the same, as before training."""
    return bool(np.std(network.predict(X)) < 0.25)


def _scrambled(network: Network, X: Array, y: Array) -> bool:
    """Tell whether windows with steps in disorder are fitted about as well."""
    rng = np.random.default_rng(1)
    mixed = np.mean([_fits(network, rng.permuted(X, axis=1), y) for _ in range(5)])
    best = min(mixed / 1.4, _fits(network, X[:, ::-1], y))
    return best < _fits(network, X, y) and 0.5 < _fits(network, X, y) < 2


def _repeats(network: Network, X: Array, y: Array) -> bool:
    """Tell whether forecasts are much nearer to the last value than to the target."""
    apart = float(np.mean((network.predict(X) - X[:, -1]) ** 2))
    return apart < 0.1 and apart < 0.5 * _fits(network, X, y)


def _same_twice(values: list, calls: list) -> bool:
    return len(values) < 2 or _equal(*values[:2], calls[0].arguments[0][:5])


def error_of(network: Network, n_steps: int, seed: int) -> float:
    """Give the mean squared error on new sequences of the adding problem."""
    X, Y = adding_problem(500, n_steps, np.random.default_rng(seed))
    return float(np.mean((network.predict(X) - Y) ** 2))


def _worst(networks: list[Network]) -> tuple[float, float, float]:
    """Give the largest error; that network's spread of outputs and largest weight."""
    worst = max(networks, key=lambda network: error_of(network, STEPS, 1))
    said = worst.predict(adding_problem(200, STEPS, _rng())[0])
    weights = [np.abs(p).max() for layer in worst.layers for p in layer.params.values()]
    return error_of(worst, STEPS, 1), float(np.std(said)), float(max(weights))


def _width(network: Network) -> int:
    return int(np.prod(network.predict(adding_problem(2, STEPS, _rng())[0]).shape[1:]))


def _rng() -> np.random.Generator:
    return np.random.default_rng(77)


def warm(shares: Array, temperature: float, power: float = -1.0) -> Array:
    """Give the shares at another temperature."""
    raised = np.asarray(shares, dtype=float) ** (temperature**power)
    return raised / raised.sum(axis=-1, keepdims=True)


def _raised(shares: Array, temperature: float) -> Array:
    return np.asarray(shares, dtype=float) ** (1 / temperature)


def _exponential(shares: Array, temperature: float) -> Array:
    Z = np.exp(np.asarray(shares, dtype=float) / temperature)
    return Z / Z.sum(axis=-1, keepdims=True)


def _likeliest(shares: Array, temperature: float) -> Array:
    shares = np.asarray(shares)
    return np.eye(shares.shape[-1])[shares.argmax(axis=-1)]


def _smoothed(shares: Array, temperature: float) -> Array:
    return warm(np.asarray(shares) + 1e-3, temperature)


def _zero_is_possible(values: list[Any], calls: list[Any]) -> bool:
    return any(
        np.shape(value) == np.shape(call.arguments[0])
        and (np.asarray(value)[np.asarray(call.arguments[0]) == 0] > 0).any()
        for value, call in zip(values, calls, strict=True)
    )


TASKS = {
    "sequence-windows": Task(SEQUENCE, WINDOWS_WRONG, SPOTS),
    "sequence-persistence": Task(SEQUENCE, PERSISTENCE_WRONG, SPOTS),
    "sequence-forecast": Task(
        SEQUENCE,
        {
            "not-recurrent": _network(lambda net, _: not is_recurrent(net)),
            "seed-ignored": Probe(lambda *both: not _same_twice(*both)),
            "rng-ignored": Probe(
                lambda values, calls: (
                    len(values) > 2
                    and _equal(values[0], values[2], calls[0].arguments[0][:5])
                )
            ),
            "not-trained": _network(lambda net, a: _says_little(net, *a[:2])),
            "order-unused": _network(lambda net, a: _scrambled(net, *a[:2])),
            "repeats-the-last": _network(lambda net, a: _repeats(net, *a[:2])),
            "given-changed": _network(lambda net, a: _fits(net, *a[:2]) >= 1),
            "fits-too-little": _network(lambda net, a: 0.13 < _fits(net, *a[:2]) < 1),
        },
        SPOTS,
    ),
    "sequence-adder": Task(
        SEQUENCE,
        {
            "not-a-number": _network(lambda net, _: _width(net) != 1),
            "not-recurrent": _network(lambda net, _: not is_recurrent(net)),
            "plain-unit": _network(
                lambda net, _: any(isinstance(layer, RNN) for layer in net.layers)
            ),
            "too-many-units": _network(
                lambda net, _: (
                    max(len(layer.params.get("W_h", "")) for layer in net.layers) > 32
                )
            ),
            "rng-ignored": Probe(
                lambda values, _: (
                    len(values) > 1
                    and _equal(*values[:2], adding_problem(5, STEPS, _rng())[0])
                )
            ),
            "rate-too-high": Probe(
                lambda nets, _: _worst(nets)[0] > 0.22 or _worst(nets)[2] > 8
            ),
            "says-the-mean": Probe(lambda nets, _: _worst(nets)[1] < 0.15),
            "too-few-epochs": Probe(lambda nets, _: _worst(nets)[0] > SOLVED),
        },
        ADDING,
    ),
    "sequence-temperature": Task(
        SEQUENCE,
        {
            "impossible-possible": _smoothed,
            "without-effect": lambda shares, temperature: shares,
            "temperature-turned": lambda *rest: warm(*rest, power=1.0),
            "not-normalised": one_of(
                _raised, lambda shares, temperature: shares / temperature
            ),
            "columns-summed": lambda *rest: _raised(*rest) / _raised(*rest).sum(axis=0),
            "whole-table": lambda *rest: _raised(*rest) / _raised(*rest).sum(),
            "log-forgotten": _exponential,
            "always-likeliest": _likeliest,
        },
        LETTERS,
    ),
}
