"""Compare two graded course folders: are their gradebooks and notebooks the same?

Two graders, or one grader twice, must give equal rows and equal notebooks. What cannot
be equal is masked: the number of a process in the name of a temporary file, and how a
stream happened to be cut into pieces.
"""

import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook

Rows = dict[tuple[str, str], tuple[Any, ...]]
# the file a cell is compiled under: its folder and process number differ
CELL_FILE = re.compile(r"\S*/ipykernel_\d+/\d+\.py")


def rows(folder: Path, assignment: str, url: str = "") -> Rows:
    """Give every grade, comment and penalty, by student and name."""
    found: Rows = {}
    with Gradebook(url or f"sqlite:///{folder / 'gradebook.db'}") as book:
        for submission in book.assignment_submissions(assignment):
            student = submission.student_id
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    found[student, grade.name] = (
                        grade.auto_score,
                        grade.manual_score,
                        grade.needs_manual_grade,
                    )
                for comment in notebook.comments:
                    found[student, f"comment {comment.name}"] = (comment.auto_comment,)
                found[student, f"late {notebook.name}"] = (
                    notebook.late_submission_penalty,
                )
    return found


def notebooks(folder: Path, assignment: str) -> dict[str, NotebookNode]:
    """Give the executed notebooks by student, masked."""
    found = (folder / "autograded").glob(f"*/{assignment}/*.ipynb")
    return {
        f"{path.parts[-3]}/{path.name}": masked(nbformat.read(path, as_version=4))
        for path in found
    }


def masked(work: NotebookNode) -> NotebookNode:
    """Take out what differs from run to run though nothing is different."""
    work.metadata.pop("widgets", None)
    for cell in work.cells:
        if cell.cell_type != "code":
            continue
        cell.metadata.pop("execution", None)
        joined: list[NotebookNode] = []
        for output in cell.outputs:
            last = joined[-1] if joined else None
            if (
                output.output_type == "stream"
                and last is not None
                and last.output_type == "stream"
                and last.name == output.name
            ):
                last.text += output.text
            else:
                joined.append(output)
        for output in joined:
            if output.output_type == "stream":
                output.text = CELL_FILE.sub("<cell>", output.text)
        cell.outputs = joined
    return work


def differences(one: Path, other: Path, assignment: str) -> list[str]:
    """Say in words where two graded folders differ; nothing where they do not."""
    told = []
    first, second = rows(one, assignment), rows(other, assignment)
    for key in sorted(set(first) | set(second)):
        if first.get(key) != second.get(key):
            told.append(f"{' '.join(key)}: {first.get(key)} and {second.get(key)}")
    left, right = notebooks(one, assignment), notebooks(other, assignment)
    for name in sorted(set(left) | set(right)):
        if name not in left or name not in right:
            told.append(f"{name}: only in {one if name in left else other}")
        elif left[name] != right[name]:
            told += _different_cells(name, left[name], right[name])
    return told


def _different_cells(name: str, one: NotebookNode, other: NotebookNode) -> list[str]:
    if len(one.cells) != len(other.cells):
        return [f"{name}: {len(one.cells)} and {len(other.cells)} cells"]
    told = [
        f"{name}, cell {i + 1}: {key} {a.get(key)} and {b.get(key)}"
        for i, (a, b) in enumerate(zip(one.cells, other.cells, strict=True))
        for key in sorted(set(a) | set(b))
        if a.get(key) != b.get(key)
    ]
    return told or [f"{name}: metadata {one.metadata} and {other.metadata}"]
