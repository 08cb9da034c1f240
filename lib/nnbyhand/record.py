"""What came of each cell in this session, for the progress panel.

JupyterLab tells the kernel the id of every cell it runs, and the id of a test cell is
its grade_id. Graders tell none: nothing is noted there, so nothing can be read.
"""

import sys
from typing import Any

CORRECT, NOT_YET, NOT_ATTEMPTED = "correct", "not yet", "not attempted"
outcomes: dict[str, str] = {}


def cell_id() -> str:
    """Give the id of the cell that runs now; '' where nobody tells it."""
    shell = _shell()
    try:
        return str(shell.kernel.get_parent()["metadata"].get("cellId", ""))
    except (AttributeError, KeyError, TypeError):
        return ""


def watch() -> None:
    """Note from this cell on what comes of each; without effect in a grader."""
    if cell_id():
        _shell().events.register("post_run_cell", note)  # a second time does nothing


def note(result: Any) -> None:
    """Note what came of a cell: an error decides, as it does for nbgrader."""
    cell = result.info.cell_id
    if cell:
        outcomes[cell] = outcome(result.error_before_exec or result.error_in_exec)


def outcome(error: BaseException | None) -> str:
    """Give the word for what a test cell raised, or for nothing."""
    if error is None:
        return CORRECT
    # NotAttempted is one, too
    return NOT_ATTEMPTED if isinstance(error, NotImplementedError) else NOT_YET


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
