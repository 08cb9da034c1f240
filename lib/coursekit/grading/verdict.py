"""Read the result of a test cell strictly: an error is 0, no error is full points.

Stock nbgrader gives 0 for any warning on stderr and full points for a result of NaN,
for a negative one, and for a cell that never ran.
"""

import math
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import SaveAutoGrades

# How a test says no, and how it ends when its time is up. Every error in a student's
# code becomes one of them, so any other error is the grader's own: a person must look.
OUTCOMES = {
    "NotYet",
    "NotAttempted",
    "KeyboardInterrupt",
    "CellTimeoutError",
    "DeadKernelError",
}


class StrictSaveAutoGrades(SaveAutoGrades):
    """Save the strict verdict; what a machine cannot settle waits for a human."""

    def _add_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        grade = self.gradebook.find_grade(
            cell.metadata["nbgrader"]["grade_id"],
            self.notebook_id,
            self.assignment_id,
            self.student_id,
        )
        score, doubtful = verdict(cell)
        grade.auto_score = score
        grade.needs_manual_grade = (
            doubtful or grade.manual_score is not None or score is None
        )
        self.gradebook.db.commit()


def verdict(cell: NotebookNode) -> tuple[float | None, bool]:
    """Give (points, needs a human) for a graded cell that was executed.

    Points are None where nobody can know yet: for a written answer that somebody has
    to read, and for a test that never ran.
    """
    worth = float(cell.metadata["nbgrader"]["points"])
    if cell.cell_type != "code" or utils.is_solution(cell):
        unchanged = cell.metadata["nbgrader"].get("checksum") == utils.compute_checksum(
            cell
        )
        return (0.0, False) if unchanged else (None, True)
    errors = {o.ename for o in cell.outputs if o.output_type == "error"}
    if errors:
        return 0.0, not errors <= OUTCOMES
    if cell.execution_count is None:  # the kernel never reached it
        return None, True
    results = [o for o in cell.outputs if o.output_type == "execute_result"]
    if not results:
        return worth, False
    try:
        points = float(results[-1]["data"]["text/plain"])
    except (KeyError, ValueError):
        return 0.0, True
    if math.isfinite(points) and 0 <= points <= worth:
        return points, False
    return 0.0, True
