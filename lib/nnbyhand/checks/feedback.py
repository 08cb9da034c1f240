"""What a learner reads: one outcome in words and a few short lines, no traceback.

``Feedback`` is an AssertionError whose text looks the same in a notebook, in
``nbgrader validate``, behind the Validate button and on a feedback page.
"""

import textwrap

WIDTH = 84  # nbgrader's validator cuts lines at 90
INDENT = " " * 7


class Feedback(AssertionError):
    """An outcome with its lines.

    ``code`` names the misconception that was recognised, ``level`` the rung of the
    ladder that was not reached, and ``margin`` how many tolerances the largest
    difference is worth; the answer bank reads all three.
    """

    outcome = "NOT YET"

    def __init__(
        self,
        answer: str,
        lines: list[str],
        *,
        level: str = "",
        code: str | None = None,
        margin: float | None = None,
    ) -> None:
        self.answer, self.level, self.code, self.margin = answer, level, code, margin
        self.lines = [f"{answer}: {self.outcome}", *lines]
        super().__init__("\n".join(self.lines))

    def _render_traceback_(self) -> list[str]:
        """Let IPython print the lines themselves instead of a traceback."""
        return self.lines


class NotYet(Feedback):
    """The answer was tried and is not right yet."""


class NotAttempted(Feedback, NotImplementedError):
    """There is nothing to try yet: the stub still stands, or the cell was not run."""

    outcome = "NOT ATTEMPTED"


def mark(word: str, text: str) -> list[str]:
    """Lay a line out behind its mark (``ok``, ``no`` or ``note``), wrapped."""
    return _wrap(text, f"  {word:<4} ")


def below(text: str) -> list[str]:
    """Lay a line out under the text of a marked line, wrapped."""
    return _wrap(text, INDENT)


def _wrap(text: str, first: str) -> list[str]:
    lines = []
    for part in text.splitlines() or [""]:
        lines += textwrap.wrap(
            part,
            WIDTH,
            initial_indent=INDENT if lines else first,
            subsequent_indent=INDENT,
            break_long_words=True,
            break_on_hyphens=False,
        )
    return lines
