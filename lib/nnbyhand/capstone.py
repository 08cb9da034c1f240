"""Three projects to choose from, and the facts that show whether the work is sound.

``load_project("clothes")`` gives examples and targets; a learner's ``Report`` says how
they were split, trained and measured; the ``..._facts`` compute it again.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from nnbyhand.data import load_digits, load_fashion_mnist, load_sunspots
from nnbyhand.layers import Flatten
from nnbyhand.network import Network
from nnbyhand.shapes import Array, describe
from nnbyhand.train import evaluate

YEARS = 9  # of sunspots, to forecast the next one
FEW = 200  # digits whose labels may be used before the test
LEAST = 0.15  # share of the examples that is kept for the test
NAMES = ("clothes", "digits", "sunspots")


class Project(NamedTuple):
    """Examples and targets; ``loss`` is what ``fit`` takes, ``names`` the classes."""

    name: str
    X: Array  # (n, 1, h, w) of pixels from 0 to 1, or (n, 9) of years
    Y: Array  # (n,) labels, or (n, 1) numbers
    loss: str
    names: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Project {self.name}, {len(self.X)} examples of {self.X.shape[1:]}"


@dataclass
class Report:
    """What a project found. Every part is checked by computing it again.

    Taught in course/11_fine_tuning_and_beyond.
    """

    project: str
    train: Any  # row numbers
    val: Any
    test: Any
    network: Any  # as it was after the chosen epoch
    val_losses: Any  # one for each epoch
    epoch: Any  # the chosen one, counted from 1
    score: Any  # on the test part: accuracy, or RMSE in sunspots
    majority: Any = None  # score of the training part's commonest class, or mean
    linear: Any = None  # a trained network with one Dense layer and nothing else
    linear_score: Any = None
    figure: Any = None

    def __repr__(self) -> str:
        return f"Report on {self.project}, score {self.score}"


def load_project(name: str) -> Project:
    """Load a project; nothing is split, and nothing is scaled by what it contains.

    Clothes are divided by 255, digits by 16, sunspots by 100. Sunspots are in the order
    of years: nine years, then the one to forecast.
    Taught in course/11_fine_tuning_and_beyond.

    >>> load_project("sunspots")
    Project sunspots, 300 examples of (9,)
    """
    if name not in NAMES:
        raise ValueError(f"load_project: name must be one of {NAMES}, got {name!r}")
    if name == "sunspots":
        values = load_sunspots().values / 100
        X = np.lib.stride_tricks.sliding_window_view(values, YEARS)[:-1].copy()
        return Project(name, X, values[YEARS:, None], "mse", ())
    images = load_fashion_mnist() if name == "clothes" else load_digits()
    pixels = np.concatenate([images.train_images, images.test_images])
    X = pixels.astype(np.float32) / (255 if name == "clothes" else 16)
    Y = np.concatenate([images.train_labels, images.test_labels])
    return Project(name, X, Y, "cross_entropy", images.names)


def score(project: Project, outputs: Array, rows: Array) -> float:
    """Give the accuracy of some rows, or for numbers the RMSE in sunspots.

    Shapes: outputs (n, k), rows (n,). Taught in course/11_fine_tuning_and_beyond.
    """
    truth = project.Y[rows]
    if project.loss == "mse":
        return float(
            100 * np.sqrt(np.mean((np.reshape(outputs, truth.shape) - truth) ** 2))
        )
    return float(np.mean(np.argmax(outputs, axis=1) == truth))


def majority_score(project: Project, train: Array, test: Array) -> float:
    """Give the score of always saying the training part's commonest class, or mean.

    Shapes: train and test hold row numbers. Used by the tests of assignment 11.
    """
    if project.loss == "mse":
        return score(project, np.full(len(test), project.Y[train].mean()), test)
    commonest = np.bincount(project.Y[train]).argmax()
    return float(np.mean(project.Y[test] == commonest))


def split_facts(report: Any) -> tuple[int, int, int, int, int]:
    """Count what is wrong with the parts; five zeros are right.

    Test examples that are in training; that are in validation; training examples that
    are in validation; parts that are too small or too large; for sunspots, 1 where a
    later year comes before an earlier part.
    """
    project, parts = _opened(report)
    train, val, test = (set(part.tolist()) for part in parts)
    sizes = [len(train) < 50, len(val) < 20, len(test) < LEAST * len(project.X)]
    if project.name == "digits":
        sizes.append(len(train | val) > FEW)
    late = project.name == "sunspots" and not (
        parts[0].max() < parts[1].min() and parts[1].max() < parts[2].min()
    )
    return (
        len(train & test),
        len(val & test),
        len(train & val),
        sum(sizes),
        int(late),
    )


def baseline_facts(report: Any) -> tuple[int, int, int, int]:
    """Give 1 four times: the majority's score, one linear layer, and its score fit.

    The last says that the network has two or more layers that learn.
    """
    project, (train, _, test) = _opened(report)
    named = report.majority is not None and report.linear is not None
    if not named or report.linear_score is None:
        return 0, 0, 0, 0
    linear = _network(report.linear, "linear")
    found = score(project, linear.predict(project.X[test]), test)
    return (
        int(_near(report.majority, majority_score(project, train, test))),
        int(_is_linear(linear)),
        int(_near(report.linear_score, found) and _beats(project, found, train, test)),
        int(len(_network(report.network, "network").learning) > 1),
    )


def epoch_facts(report: Any) -> tuple[int, int]:
    """Give 1 twice: the epoch is the best of the curve, the curve is of validation."""
    _, (_, val, _) = _opened(report)
    losses = _curve(report)
    best = int(np.argmin(losses)) + 1
    loss = loss_on(report, val)
    stated = losses[min(max(_whole(report.epoch), 1), len(losses)) - 1]
    return int(_whole(report.epoch) == best), int(_near(loss, stated))


def score_facts(report: Any) -> tuple[int, int]:
    """Give 1 twice: the score is the network's on the test; it beats the simple one."""
    project, (train, _, test) = _opened(report)
    network = _network(report.network, "network")
    found = score(project, network.predict(project.X[test]), test)
    return int(_near(report.score, found)), int(_beats(project, found, train, test))


def run_facts(report: Any) -> Array:
    """Lay a run out as numbers that two equal runs share: parts, curve, outputs."""
    project, parts = _opened(report)
    network = _network(report.network, "network")
    outputs = network.predict(project.X[parts[2][:20]]).ravel()
    sums = [np.sum(part * np.arange(1, len(part) + 1)) for part in parts]
    scores = [
        float(np.asarray(report.score)),
        float(np.asarray(report.linear_score or 0)),
    ]
    return np.concatenate([sums, _curve(report), scores, outputs]).astype(float)


def figure_facts(report: Any) -> tuple[int, int, int]:
    """Give 1 three times: axes are named, something is drawn, alt text says what."""
    figure = report.figure
    if not hasattr(figure, "axes"):
        raise ValueError(f"figure must be a matplotlib Figure, got {describe(figure)}")
    names = [(ax.get_xlabel().strip(), ax.get_ylabel().strip()) for ax in figure.axes]
    named = [all(pair) for pair in names]
    drawn = [ax.has_data() for ax in figure.axes]
    alt = getattr(figure, "alt", "")
    told = isinstance(alt, str) and len(alt.split()) >= 6
    return int(bool(named) and all(named)), int(any(drawn)), int(told)


def loss_on(report: Any, rows: Array) -> float:
    """Give the loss of the reported network on some rows."""
    project, _ = _opened(report)
    network = _network(report.network, "network")
    return evaluate(network, project.X[rows], project.Y[rows], project.loss)[0]


def _opened(report: Any) -> tuple[Project, list[Array]]:
    """Read project and parts; refuse, in one sentence, what is no report."""
    if not isinstance(report, Report):
        raise ValueError(f"return a Report, got {describe(report)}")
    project = load_project(report.project)
    parts = []
    for name in ("train", "val", "test"):
        rows = np.asarray(getattr(report, name))
        if rows.ndim != 1 or not len(rows) or rows.dtype.kind not in "iu":
            raise ValueError(f"{name} must hold row numbers, got {describe(rows)}")
        if rows.min() < 0 or rows.max() >= len(project.X):
            raise ValueError(
                f"{name} must hold row numbers from 0 to {len(project.X) - 1}"
            )
        if len(np.unique(rows)) < len(rows):
            raise ValueError(f"{name} holds a row number twice")
        parts.append(rows)
    return project, parts


def _network(network: Any, name: str) -> Network:
    if not isinstance(network, Network):
        raise ValueError(f"{name} must be a Network, got {describe(network)}")
    return network


def _is_linear(network: Network) -> bool:
    """Tell whether nothing but Flatten stands beside one layer that learns."""
    rest = [layer for layer in network.layers if not isinstance(layer, Flatten)]
    return len(rest) == 1 and "Dense" in type(rest[0]).__name__


def _curve(report: Any) -> Array:
    losses = np.asarray(report.val_losses, dtype=float)
    if losses.ndim != 1 or len(losses) < 2:
        raise ValueError("val_losses must hold a number for each epoch, two or more")
    return losses


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not np.isscalar(value) or int(value) != value:
        raise ValueError(f"epoch must be a whole number, got {describe(value)}")
    return int(value)


def _near(stated: Any, found: float) -> bool:
    """Compare with an allowance for a score that was rounded to three decimals."""
    stated = np.asarray(stated)
    return stated.size == 1 and bool(abs(float(stated.item()) - found) < 2e-3)


def _beats(project: Project, found: float, train: Array, test: Array) -> bool:
    simple = majority_score(project, train, test)
    return found < simple if project.loss == "mse" else found > simple
