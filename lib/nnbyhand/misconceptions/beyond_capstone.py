"""Known slips in a project: leaks, missing baselines, chance, a test that chooses."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand import capstone
from nnbyhand.misconceptions.task import Probe, Task

GUIDE = "the guide above, and lesson 11, section “A project of your own”"

SENTENCES = {
    "test-in-training": "{got} test examples are in the training part.",
    "test-in-validation": "Test examples are in the validation part, which chooses "
    "the epoch.",
    "validation-in-training": "Examples of the validation part are trained on.",
    "parts-too-small": "A part has a wrong size. The guide says what each needs at "
    "least, and digits allow 200 labels.",
    "years-shuffled": "A later year stands before an earlier part. Split years in "
    "their order.",
    "no-baseline": "Give the score of the majority class and of one linear layer.",
    "majority-of-test": "Your majority score is another one than the training "
    "part's commonest class (or mean) gets on the test.",
    "linear-has-hidden": "Your linear network is more than one Dense layer.",
    "linear-score-elsewhere": "The linear score is not what your linear network "
    "gets on the test part.",
    "linear-untrained": "Your linear network loses against the simple answer. Train "
    "it.",
    "linear-as-network": "Your network has one layer that learns, as the baseline "
    "has. Give it a hidden layer: the two are to be compared.",
    "not-reproducible": "Two runs differ. Pass a generator.",
    "best-epoch-on-test": "You chose the epoch on the test set.",
    "last-weights-kept": "The network you return has not the loss stated for the "
    "chosen epoch on your validation part. Are its weights those of the last epoch?",
    "curve-of-training": "Your curve is of the training part. The validation part "
    "chooses.",
    "epoch-from-zero": "You counted epochs from 0. The first one is 1.",
    "last-epoch-chosen": "The chosen epoch is not the one with the smallest "
    "validation loss.",
    "plots-unlabelled": "A reader who cannot see the figure learns nothing from it. "
    "Name both axes and write what it shows into `alt`.",
    "nothing-drawn": "The figure is empty.",
    "no-figure": "There is no figure in your report.",
    "one-axis-named": "One of two axes has no name.",
    "score-of-training": "Your score is that of the training part.",
    "score-of-validation": "Your score is that of the validation part.",
    "percent-given": "You gave per cent. A share is asked, such as 0.91.",
    "score-elsewhere": "The score is not what the returned network gets on your "
    "test part.",
    "simple-wins": "Your network loses against the simple answer. Look at the loss "
    "of the first epochs.",
}


def _count(place: int) -> Probe:
    return Probe(lambda values, _: capstone.split_facts(values[0])[place] > 0)


def _fact(facts: Callable[[Any], tuple], place: int) -> Probe:
    return Probe(lambda values, _: facts(values[0])[place] == 0)


def _without(values: list, _calls: list) -> bool:
    report = values[0]
    parts = report.majority, report.linear, report.linear_score
    return any(part is None for part in parts)


def _linear_found(values: list) -> tuple[float, float]:
    """Give the linear network's score on the test, and that of the simple answer."""
    report = values[0]
    project = capstone.load_project(report.project)
    outputs = report.linear.predict(project.X[np.asarray(report.test)])
    return (
        capstone.score(project, outputs, np.asarray(report.test)),
        capstone.majority_score(project, report.train, report.test),
    )


def _linear_elsewhere(values: list, _calls: list) -> bool:
    return abs(_linear_found(values)[0] - float(values[0].linear_score)) > 2e-3


def _chosen(values: list) -> float:
    losses = np.asarray(values[0].val_losses, dtype=float)
    return float(losses[min(max(int(values[0].epoch), 1), len(losses)) - 1])


def _loss_is_of(part: str) -> Probe:
    """Tell whether the chosen epoch's loss is the network's on another part."""
    return Probe(
        lambda values, _: (
            abs(
                capstone.loss_on(values[0], np.asarray(getattr(values[0], part)))
                - _chosen(values)
            )
            < 2e-3
        )
    )


def _from_zero(values: list, _calls: list) -> bool:
    return int(values[0].epoch) == int(np.argmin(values[0].val_losses))


def _score_is_of(part: str) -> Probe:
    def holds(values: list, _calls: list) -> bool:
        report = values[0]
        project = capstone.load_project(report.project)
        rows = np.asarray(getattr(report, part))
        found = capstone.score(project, report.network.predict(project.X[rows]), rows)
        return abs(found - float(report.score)) < 2e-3

    return Probe(holds)


def _in_percent(values: list, _calls: list) -> bool:
    report = values[0]
    report_share = float(report.score) / 100
    project = capstone.load_project(report.project)
    rows = np.asarray(report.test)
    found = capstone.score(project, report.network.predict(project.X[rows]), rows)
    return project.loss != "mse" and abs(found - report_share) < 2e-3


def _half_named(values: list, _calls: list) -> bool:
    """Tell whether some plot has just one of its two names."""
    plots = values[0].figure.axes
    return any(bool(ax.get_xlabel()) != bool(ax.get_ylabel()) for ax in plots)


def _differs(values: list, calls: list) -> bool:
    """Tell whether two runs with equal generators give different reports."""
    runs = [capstone.run_facts(value) for value in values]
    return len(runs) == 2 and (runs[0].shape != runs[1].shape or not np.allclose(*runs))


TASKS = {
    "capstone-split": Task(SENTENCES, {"test-in-training": _count(0)}, GUIDE),
    "capstone-parts": Task(
        SENTENCES,
        {
            "test-in-validation": _count(1),
            "validation-in-training": _count(2),
            "years-shuffled": _count(4),
            "parts-too-small": _count(3),
        },
        GUIDE,
    ),
    "capstone-baseline": Task(
        SENTENCES,
        {
            "no-baseline": Probe(_without),
            "linear-has-hidden": _fact(capstone.baseline_facts, 1),
            "majority-of-test": _fact(capstone.baseline_facts, 0),
            "linear-score-elsewhere": Probe(_linear_elsewhere),
            "linear-untrained": _fact(capstone.baseline_facts, 2),
            "linear-as-network": _fact(capstone.baseline_facts, 3),
        },
        GUIDE,
    ),
    "capstone-epoch": Task(
        SENTENCES,
        {
            "best-epoch-on-test": _loss_is_of("test"),
            "curve-of-training": _loss_is_of("train"),
            "epoch-from-zero": Probe(_from_zero),
            "last-epoch-chosen": _fact(capstone.epoch_facts, 0),
            "last-weights-kept": _fact(capstone.epoch_facts, 1),
        },
        GUIDE,
    ),
    "capstone-figure": Task(
        SENTENCES,
        {
            "no-figure": Probe(lambda values, _: values[0].figure is None),
            "one-axis-named": Probe(_half_named),
            "nothing-drawn": _fact(capstone.figure_facts, 1),
            "plots-unlabelled": Probe(
                lambda values, _: 0 in capstone.figure_facts(values[0])
            ),
        },
        GUIDE,
    ),
    "capstone-run": Task(
        SENTENCES,
        {
            "not-reproducible": Probe(_differs),
            "percent-given": Probe(_in_percent),
            "score-of-training": _score_is_of("train"),
            "score-of-validation": _score_is_of("val"),
            "simple-wins": _fact(capstone.score_facts, 1),
            "score-elsewhere": _fact(capstone.score_facts, 0),
        },
        GUIDE,
    ),
}
