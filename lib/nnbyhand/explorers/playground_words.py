"""The playground in words and tables, for ears and for eyes.

``sentence`` says where training stands, ``losses_table`` repeats it as a table, and
``units_table`` and ``surface_text`` tell what the small and the large pictures show.
"""

from collections.abc import Sequence

import numpy as np

from nnbyhand.playground import Playground
from nnbyhand.playground_points import FEATURES, REACH

CELLS = "style='border-spacing: 12px 0; text-align: right; line-height: 1.5'"
NAME = "style='text-align: left; white-space: nowrap'"
N_LETTERS = 12  # along each side of the surface in letters


def sentence(play: Playground) -> str:
    """Say how many epochs are trained, the losses, and how many points are right.

    Taught in course/07_training_in_practice.
    """
    return (
        f"Epoch {play.epoch}: training loss {play.train_loss[-1]:.3f}, test loss "
        f"{play.test_loss[-1]:.3f}; {_right(play, 'train')} training points and "
        f"{_right(play, 'test')} test points are right."
    )


def losses_table(play: Playground) -> str:
    """Give losses and right answers of both parts, at the start and now, as HTML.

    Taught in course/07_training_in_practice.
    """
    rows = [
        [name, f"{losses[0]:.3f}", f"<b>{losses[-1]:.3f}</b>", _right(play, part)]
        for name, part, losses in (
            ("training", "train", play.train_loss),
            ("test", "test", play.test_loss),
        )
    ]
    heads = ["part", "loss at the start", f"loss after epoch {play.epoch}", "right"]
    return _table(heads, rows)


def units_table(play: Playground) -> str:
    """Give each unit's weights, bias and the range of its answers, as HTML.

    Taught in course/07_training_in_practice.
    """
    seen = play.surfaces(N_LETTERS)
    answers = [*seen.hidden, seen.output[None]]
    sources = [FEATURES[name].label for name in play.settings.features]
    dense = [layer.params for layer in play.network.layers if layer.params]
    rows = []
    for k, (params, squares) in enumerate(zip(dense, answers, strict=True)):
        last = k == len(dense) - 1
        for j, square in enumerate(squares):
            name = "output" if last else f"hidden {k + 1}, unit {j + 1}"
            weights = ", ".join(
                f"{source} {_short(w)}"
                for source, w in zip(sources, params["W"][:, j], strict=True)
            )
            ends = f"{_short(square.min())} to {_short(square.max())}"
            rows.append([name, weights, _short(params["b"][j]), ends])
        sources = [f"unit {j + 1}" for j in range(len(squares))]
    return _table(["unit", "its weights", "bias", "its answers"], rows)


def surface_text(play: Playground) -> str:
    """Give the answer of the network as letters: o where it says 1, x where 0.

    Taught in course/07_training_in_practice.
    """
    called = play.surfaces(N_LETTERS).output > 0
    high = REACH * (1 - 1 / N_LETTERS)
    rows = [
        f"x2 = {x2:4.1f}  {' '.join('o' if one else 'x' for one in row)}"
        for x2, row in zip(
            np.linspace(high, -high, N_LETTERS), called[::-1], strict=True
        )
    ]
    head = f"x1 from {-high:g} to {high:g}, a letter for each step of 1:"
    return "\n".join([head, *rows])


def _short(value: float) -> str:
    return f"{round(float(value), 2) + 0.0:.2f}"  # adding 0.0 turns -0.0 into 0.0


def _right(play: Playground, part: str) -> str:
    labels = play.points.train_y if part == "train" else play.points.test_y
    n = len(labels)
    return f"{round(play.accuracy(part) * n)} of {n}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th scope='col'>{text}</th>" for text in heads)
    body = "".join(
        f"<tr><th scope='row' {NAME}>{row[0]}</th>"
        + "".join(f"<td>{cell}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table {CELLS}><tr>{head}</tr>{body}</table>"
