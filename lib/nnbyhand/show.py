"""Show numbers, tables and pictures the same way on every machine.

``show`` prints with a stated number of digits, ``table`` lines values up,
``show_figure`` gives a picture its alternative text, ``guess`` hides an answer.
"""

import html
from collections.abc import Sequence
from typing import Any

import numpy as np


def show(value: Any, digits: int = 4, name: str = "") -> None:
    """Print a number or an array rounded, so that its last bits do not matter.

    >>> show(0.1 + 0.2, name="sum")
    sum = 0.3000
    """
    array = np.asarray(value)
    if array.dtype.kind in "iub":
        array = array.astype(int) if array.dtype.kind == "b" else array
        text = str(array if array.ndim > 1 else array.tolist()).replace(",", "")
    else:
        text = np.array2string(
            np.round(array, digits) + 0.0,  # adding 0.0 turns -0.0 into 0.0
            formatter={"float_kind": lambda number: f"{number:.{digits}f}"},
        )
    joint = " =\n" if "\n" in text else " = "  # rows stay below each other
    print(f"{name}{joint}{text}" if name else text)


def table(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print rows under headings, lined up.

    >>> table(["x1", "x2", "AND"], [[0, 1, 0], [1, 1, 1]])
    x1  x2  AND
     0   1    0
     1   1    1
    """
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [
        max(len(str(heading)), *(len(row[i]) for row in cells)) if cells else 0
        for i, heading in enumerate(headings)
    ]
    for row in [list(headings), *cells]:
        line = "  ".join(
            f"{text:>{width}}" for text, width in zip(row, widths, strict=True)
        )
        print(line.rstrip())


def show_figure(figure: Any, alt: str = "") -> None:
    """Display a figure with an alternative text that says what it shows.

    Without ``alt`` the text is the figure's own, which most functions of
    ``nnbyhand.plots`` write. Raises ValueError where there is none.
    """
    from IPython.display import display

    from nnbyhand import plots

    alt = alt or getattr(figure, "alt", "")
    if len(alt.strip()) < 20:
        raise ValueError(
            f"show_figure: alt must say what the figure shows, got {alt!r}"
        )
    display(figure, metadata={"image/png": {"alt": alt}})
    plots.close(figure)


class guess:
    """Hide an answer behind a line to click, or behind a word of warning in text."""

    def __init__(self, answer: Any, question: str = "Your guess first.") -> None:
        self.answer, self.question = answer, question

    def __repr__(self) -> str:
        return f"{self.question} Answer: {_cell(self.answer)}"

    def _repr_html_(self) -> str:
        question, answer = html.escape(self.question), html.escape(_cell(self.answer))
        return f"<details><summary>{question}</summary>{answer}</details>"


def _cell(value: Any) -> str:
    if isinstance(value, (float, np.floating)):
        return f"{value + 0.0:g}"
    return str(value)
