"""Say what a new grade changes, and why it is another."""

from coursekit.grading.record import Points

REASONS = {
    "submission": "other work was handed in",
    "tests": "the assignment was changed",
    "library": "the library or the grader was changed",
    "policy": "the limits were changed",
}


def changes(before: Points | None, after: Points) -> tuple[list[str], bool]:
    """Tell before → after for each graded cell, and whether anything falls."""
    told, lower = [], False
    for name, cells in after.items():
        for cell, new in cells.items():
            old = (before or {}).get(name, {}).get(cell)
            if old is not None and old != new:
                shown = "not graded" if new is None else f"{new:g}"
                told.append(f"{cell}: {old:g} → {shown}")
                lower |= new is None or new < old
    return told, lower


def reason(old: dict[str, str], new: dict[str, str]) -> str:
    """Give in words which parts of the key differ."""
    reasons = [text for part, text in REASONS.items() if old.get(part) != new[part]]
    return "; ".join(reasons) if old else "graded before without a receipt"


def worst(statuses: set[str]) -> str:
    """Give the status that most needs a look."""
    for status in ("tampered", "unreadable", "timed out", "partly graded"):
        if status in statuses:
            return status
    return "graded"


def total(points: Points) -> float | None:
    """Add up the points that are known; None where none is."""
    known = [p for cells in points.values() for p in cells.values() if p is not None]
    return sum(known) if known else None
