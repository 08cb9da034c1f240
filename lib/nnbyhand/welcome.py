"""The welcome page: the units as a map, what is done, what is next, how long it takes.

``welcome`` writes ``work/welcome.md`` and its map, and puts a copy of every assignment
that is not there yet beside them. Nothing a learner has is ever written over. It reads
what is on the disk and needs no kernel.
"""

import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nnbyhand.progress import NOT_ATTEMPTED, NOT_RUN, Progress, saved

WORK, PAGE, MAP = "work", "welcome.md", "map.svg"
ESTIMATE = re.compile(r"([^.]+?)\s+\(an\s+estimate\)")
DONE, NEXT, BEGUN, LATER, READ = "done", "next", "begun", "not begun", "lesson only"
SYMBOLS = {DONE: "✓", NEXT: "➤", BEGUN: "◐", LATER: "○", READ: "–"}
# blue and vermilion differ for every eye, and each box says its state in words
FILLS = {DONE: "#cfe3f1", NEXT: "#ffffff", BEGUN: "#fbe6d4"}
BLUE, VERMILION, GREY = "#0072B2", "#D55E00", "#767676"
EDGES = {DONE: BLUE, NEXT: VERMILION, BEGUN: VERMILION}
COLUMNS, WIDE, HIGH, GAP = 3, 268, 100, 34


@dataclass
class Unit:
    """What the page says of a unit; ``work`` is where its assignment lies, if any."""

    number: str
    title: str
    lesson: Path | None
    lesson_time: str
    work: Path | None
    work_time: str
    progress: Progress | None
    newer: bool = False
    state: str = LATER

    @property
    def points(self) -> str:
        """The points of the tests that can be seen."""
        found = self.progress
        return f"{found.got} of {found.visible}" if found else ""


def welcome(root: Path) -> Path:
    """Write the page for the course in ``root`` and give its place.

    Raises OSError where the folder cannot be written to.
    """
    place = root / WORK
    place.mkdir(exist_ok=True)
    copy_assignments(root)
    found = units(root)
    (place / MAP).write_text(draw_map(found), "utf-8")
    (place / PAGE).write_text(page(found, place), "utf-8")
    return place / PAGE


def after_save(os_path: str, contents_manager: Any, **_more: Any) -> None:
    """Bring the page up to date when JupyterLab has saved a notebook."""
    root = Path(contents_manager.root_dir)
    if os_path.endswith(".ipynb") and (root / WORK / PAGE).exists():
        try:
            welcome(root)
        except Exception as error:  # the notebook is saved: nothing may say it is not
            contents_manager.log.warning(f"welcome page not written: {error}")


def copy_assignments(root: Path) -> None:
    """Copy what was released and is nowhere yet: neither fetched nor begun."""
    for released in sorted((root / "release").glob("[0-9]*/*.ipynb")):
        if _own(root, released.stem) is None:
            there = root / WORK / released.stem
            shutil.copytree(released.parent, there, dirs_exist_ok=True)


def units(root: Path) -> list[Unit]:
    """Read every unit from its notebooks, in their order, and say what is next."""
    lessons = {path.stem: path for path in (root / "course").glob("[0-9]*_*.ipynb")}
    released = {path.stem: path for path in (root / "release").glob("[0-9]*/*.ipynb")}
    found = [
        _unit(root, stem, lessons.get(stem), released.get(stem))
        for stem in sorted(lessons.keys() | released.keys())
    ]
    for unit in found:
        unit.state = _state(unit.progress)
    open_ones = [unit for unit in found if unit.state in (BEGUN, LATER)]
    if open_ones:
        open_ones[0].state = NEXT
    return found


def page(found: list[Unit], place: Path) -> str:
    """Write the page in Markdown, as it lies in the folder ``place``."""
    done = sum(unit.state == DONE for unit in found)
    due = sum(unit.progress is not None for unit in found)
    lines = [
        "# Neural Networks by Hand",
        "",
        _advice(found, place),
        "",
        f"![{_alt(found)}]({MAP})",
        "",
        "| unit | state | lesson | takes | assignment | takes | points |",
        "|---|---|---|---|---|---|---|",
        *(_row(unit, place) for unit in found),
        "",
        f"Done: {done} of {due} assignments. *Done* means that every test you can see "
        "says CORRECT in your saved notebook; points are those of these tests. Hidden "
        "tests and written answers are judged after you have handed in. Times are "
        "estimates.",
        "",
        "Your assignments lie in the folder `work` and are yours: nothing overwrites "
        "them. To begin one anew, rename its folder and start the course again. This "
        "page follows what you save; close and open it, or reload the browser's page, "
        "to see it.",
        "",
        "If something does not work, open a terminal (File, New, Terminal) and type "
        "`nnbyhand doctor`.",
        "",
    ]
    newer = [unit for unit in found if unit.newer]
    if newer:
        names = ", ".join(f"{unit.number} {unit.title}" for unit in newer)
        lines += [
            f"A newer version of these assignments has come: {names}. Yours was kept; "
            "the new one is in the folder `release`.",
            "",
        ]
    return "\n".join(lines)


def draw_map(found: list[Unit]) -> str:
    """Draw the units as a way of boxes, row by row, as SVG."""
    rows = -(-len(found) // COLUMNS)
    width = COLUMNS * (WIDE + GAP) - GAP + 4
    height = max(rows * (HIGH + GAP) - GAP, 0) + 4
    corners = [
        (2 + (k % COLUMNS) * (WIDE + GAP), 2 + (k // COLUMNS) * (HIGH + GAP))
        for k in range(len(found))
    ]
    way = " ".join(f"{x:g},{y:g}" for x, y in _way(corners))
    boxes = "".join(
        _box(unit, x, y) for unit, (x, y) in zip(found, corners, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif">'
        f"<title>{html.escape(_alt(found))}</title>"
        f'<polyline points="{way}" fill="none" stroke="{GREY}" stroke-width="2"/>'
        f"{boxes}</svg>\n"
    )


def _way(corners: list[tuple[int, int]]) -> Iterator[tuple[float, float]]:
    """Lead from box to box, and between the rows back to the left."""
    last = None
    for x, y in corners:
        middle = x + WIDE / 2
        if last and last[1] != y:
            yield from ((place, y - GAP / 2) for place in (last[0] + WIDE / 2, middle))
        yield middle, y + HIGH / 2
        last = x, y


def _box(unit: Unit, x: float, y: float) -> str:
    edge, wide = EDGES.get(unit.state, GREY), 4 if unit.state == NEXT else 2
    dashes = ' stroke-dasharray="6 4"' if unit.state in (LATER, READ) else ""
    points = f", {unit.points} points" if unit.points else ""
    said = f"{SYMBOLS[unit.state]} {unit.state}{points}"
    texts = (
        (30, 16, "bold", f"{unit.number} {unit.title}"),
        (50, 13, "normal", said),
        (68, 13, "normal", f"lesson {unit.lesson_time}" if unit.lesson_time else ""),
        (86, 13, "normal", f"assignment {unit.work_time}" if unit.work_time else ""),
    )
    return (
        f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="8" stroke="{edge}" '
        f'stroke-width="{wide}"{dashes} fill="{FILLS.get(unit.state, "#ffffff")}"/>'
    ) + "".join(
        f'<text x="{x + 14}" y="{y + down}" font-size="{size}" font-weight="{weight}" '
        f'fill="#1a1a1a">{html.escape(text)}</text>'
        for down, size, weight, text in texts
    )


def _alt(found: list[Unit]) -> str:
    told = (f"{unit.number} {unit.title}: {unit.state}" for unit in found)
    return f"A map of the units, one after the other: {'; '.join(told)}"


def _advice(found: list[Unit], place: Path) -> str:
    following = [unit for unit in found if unit.state == NEXT]
    if not following:
        return "You have done every assignment that is here."
    (unit,) = following
    lesson = f"read the [lesson]({_link(unit.lesson, place)})" if unit.lesson else ""
    work = f"do the [assignment]({_link(unit.work, place)})" if unit.work else ""
    steps = ", then ".join(part for part in (lesson, work) if part)
    return f"**Next: {unit.number} {unit.title}.** {steps[:1].upper()}{steps[1:]}."


def _row(unit: Unit, place: Path) -> str:
    name = f"{unit.number} {unit.title}"
    lesson = f"[Lesson {name}]({_link(unit.lesson, place)})" if unit.lesson else ""
    work = (
        f"[Assignment {unit.number}]({_link(unit.work, place)})" if unit.work else "–"
    )
    cells = (
        unit.number,
        f"{SYMBOLS[unit.state]} {unit.state}",
        lesson,
        unit.lesson_time,
        work,
        unit.work_time,
        unit.points,
    )
    return f"| {' | '.join(cells)} |"


def _link(path: Path | None, place: Path) -> str:
    assert path is not None
    return quote(f"../{path.relative_to(place.parent).as_posix()}")


def _unit(root: Path, stem: str, lesson: Path | None, released: Path | None) -> Unit:
    heading, lesson_time = _opening(lesson) if lesson else ("", "")
    work = _own(root, stem)
    title, work_time = _opening(work or released) if work or released else ("", "")
    number, _, name = (heading or title.removesuffix(": assignment")).partition(" ")
    newer = bool(work and released) and _version(work) != _version(released)
    return Unit(
        number,
        name,
        lesson,
        lesson_time,
        work,
        work_time,
        saved(work) if work else None,
        newer,
    )


def _own(root: Path, stem: str) -> Path | None:
    """Find the learner's notebook: as nbgrader fetched it, or copied from release."""
    places = (root / stem, root / WORK / stem)
    paths = (place / f"{stem}.ipynb" for place in places)
    return next((path for path in paths if path.exists()), None)


def _opening(path: Path) -> tuple[str, str]:
    """Read title and time from the first cell; a notebook is long, its head is not."""
    try:
        with path.open(encoding="utf-8") as file:
            head = file.read(20_000)
        start = head.index("{", head.index('"cells"'))
        cell, _ = json.JSONDecoder().raw_decode(head, start)
        text = "".join(cell["source"])
    except (OSError, ValueError, KeyError):
        return path.stem.replace("_", " "), ""
    title = re.search(r"^# +(.+)$", text, re.MULTILINE)
    prose = re.sub(r"^# .+$", "", text, flags=re.MULTILINE)
    time = ESTIMATE.search(" ".join(prose.split()))
    said = time[1].strip().removeprefix("About ") if time else ""
    return (
        title[1].strip() if title else path.stem.replace("_", " "),
        said[:1].lower() + said[1:],
    )


def _version(path: Path) -> str:
    """Give the mark of the text a notebook was built from; '' where none is read."""
    try:
        marks = json.loads(path.read_text("utf-8"))["metadata"]["nnbyhand"]
        return str(marks["text"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _state(progress: Progress | None) -> str:
    if progress is None:
        return READ
    words = set(progress.states)
    if progress.got == progress.visible:
        return DONE
    return LATER if words <= {NOT_RUN, NOT_ATTEMPTED} else BEGUN
