"""Let plain nbgrader survive a dead kernel: the cell that ended it loses, no other.

This is for ``nbgrader autograde`` where ``coursekit grade`` cannot run (macOS, Windows,
machines without namespaces); it does to a notebook what ``coursekit.grading.execute``
does, with real kernels and nothing contained.
"""

import copy
from typing import Any

from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute

from coursekit.grading.execute import CRASHED, LIVES, test_id
from coursekit.grading.outputs import died


class SurvivingExecute(Execute):
    """Execute a notebook; start again without the cell that ended the kernel."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        self.lives, self.count = LIVES, 0
        self.deadly: set[int] = set()
        return super().preprocess(nb, resources, km)

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        if cell.cell_type != "code" or not cell.source.strip() or not self.lives:
            return cell, resources
        try:
            if self.km is None:
                self._start_again(index)
            cell, resources = super().preprocess_cell(cell, resources, index)
            self.count = cell.execution_count or self.count
        except DeadKernelError:
            self._cleanup_kernel()
            self.lives -= 1
            self.deadly.add(index)
            self.count += 1
            cell.execution_count = self.count
            cell.outputs.append(died(CRASHED))
        return cell, resources

    def _cleanup_kernel(self) -> None:
        if self.km is not None:  # the last cell may have ended it
            super()._cleanup_kernel()

    def _start_again(self, index: int) -> None:
        """Start a kernel and run again what the earlier cells did."""
        self.create_kernel_manager()
        self.start_new_kernel()
        self.start_new_kernel_client()
        for earlier, cell in enumerate(self.nb.cells[:index]):
            if cell.cell_type == "code" and earlier not in self.deadly:
                if not test_id(cell):
                    self.execute_cell(copy.deepcopy(cell), earlier)
                self.nb.cells[earlier] = cell  # as it was shown the first time
        number = f"get_ipython().execution_count = {self.count + 1}"
        self.wait_for_reply(self.kc.execute(number, silent=True))
