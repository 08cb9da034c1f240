"""Measure ``coursekit grade`` beside stock ``nbgrader autograde``, all in one run.

    python benchmarks/grading.py                 # three units, 40 to 640 submissions
    python benchmarks/grading.py --quick         # a glance: 6 submissions of unit 01

Every contestant grades the same class, each in its own copy of one course folder, and
afterwards gradebooks and notebooks are compared. A ratio is stock nbgrader's time
divided by ours. Written are docs/grading.json and the tables in docs/grading.md (not
with --quick); the page says what the figures mean.
"""

import argparse
import contextlib
import ctypes
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit import bank
from coursekit.classroom import Classroom, fill
from coursekit.course import Course, find_course, steady_environment
from coursekit.grading.compare import differences
from coursekit.roles import MARKER

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "grading.md"
# what somebody has who follows nbgrader's own documentation
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "nnbyhand"\n'
NBGRADER = (sys.executable, "-m", "nbgrader", "autograde")
COURSEKIT = (sys.executable, "-m", "coursekit.cli", "grade")
SET_CHILD_SUBREAPER = 36  # from linux/prctl.h: orphans become our children
ROUNDS = 3  # of ours; stock nbgrader takes minutes and goes once


@dataclass(frozen=True)
class Contestant:
    """A way to grade a class."""

    name: str
    command: tuple[str, ...]
    stock: bool = False
    rounds: int = ROUNDS


CONTESTANTS = (
    Contestant("stock nbgrader", NBGRADER, stock=True, rounds=1),
    Contestant("nbgrader, this course's configuration", NBGRADER, rounds=1),
    Contestant("coursekit grade --jobs 1", (*COURSEKIT, "--jobs", "1")),
    Contestant("coursekit grade --jobs 2", (*COURSEKIT, "--jobs", "2")),
    Contestant(
        "coursekit grade --jobs 2 --no-sandbox",
        (*COURSEKIT, "--jobs", "2", "--no-sandbox"),
    ),
)
OURS = CONTESTANTS[3]


def main() -> None:
    """Measure what was asked for and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a glance, not written")
    parser.add_argument("--units", nargs="*", default=["05", "08", "01"])
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of coursekit grade")
    parser.add_argument("--scale", type=int, nargs="*", default=[40, 160, 640])
    options = parser.parse_args()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    if options.quick:
        options.units, options.students, options.scale = ["01"], 6, [6, 12]
    course = find_course(ROOT)
    report = {"machine": machine(), "units": [], "scale": []}
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
        for unit in course.choose(options.units):
            room = make_class(course, unit, options.students, Path(place))
            report["units"].append(
                contest(room, unit, options.students, options.rounds)
            )
        unit = course.choose(options.units[:1])[0]
        for students in options.scale:
            room = make_class(course, unit, students, Path(place))
            report["scale"].append(scale(room, unit, students))
    report["machine"]["load at the end"] = round(os.getloadavg()[0], 1)
    lines = tables(report)
    print("\n".join(lines))
    if not options.quick:
        (ROOT / "docs" / "grading.json").write_text(json.dumps(report, indent=1) + "\n")
        before, rest = PAGE.read_text("utf-8").split("<!-- figures -->\n")
        _, after = rest.split("<!-- end of figures -->\n")
        middle = ["<!-- figures -->", *lines, "<!-- end of figures -->", ""]
        PAGE.write_text(before + "\n".join(middle) + after, "utf-8")


def make_class(course: Course, unit: str, students: int, place: Path) -> Classroom:
    """Fabricate a class: everyone has all right but one answer from the bank."""
    folder = place / f"{unit}-{students}"
    shutil.rmtree(folder, ignore_errors=True)
    room = Classroom.open(course, [unit], folder)
    _, exercises = bank.exercises(course, unit)
    solutions = {e.grade_id: MARKER.sub("", e.solution) for e in exercises}
    # an answer that is too slow would measure the limit of time
    others = [
        answer
        for exercise in exercises
        for answer in bank.answers(course, exercise)
        if answer.code != "too-slow"
    ]
    for i in range(students):
        answer = others[i * len(others) // students]
        work = fill(room.released(unit), solutions | {answer.exercise: answer.source})
        room.hand_in(f"student-{i:04d}", unit, work)
    return room


def contest(room: Classroom, unit: str, students: int, rounds: int) -> dict[str, Any]:
    """Let all contestants grade the same class; compare what they give."""
    seen: dict[str, dict[str, Any]] = {}
    folders: dict[str, Path] = {}
    for turn in range(rounds):
        for contestant in CONTESTANTS:
            if turn < contestant.rounds:
                folder = fresh(room, contestant)
                folders[contestant.name] = folder
                times = run(contestant, folder, unit)
                kept = seen.setdefault(contestant.name, {"wall": [], "cpu": []})
                for kind, value in times.items():
                    kept[kind].append(value)
                print(f"{unit}, {contestant.name}: {times['wall']:.1f} s", flush=True)
    oracle = folders[CONTESTANTS[1].name]
    return {
        "unit": unit,
        "students": students,
        "seconds": seen,
        "medians": {
            name: {kind: statistics.median(times) for kind, times in kinds.items()}
            for name, kinds in seen.items()
        },
        "different": {
            contestant.name: len(differences(oracle, folders[contestant.name], unit))
            for contestant in CONTESTANTS[2:]
        },
        "cells": in_cells(folders[OURS.name], unit),
    }


def scale(room: Classroom, unit: str, students: int) -> dict[str, Any]:
    """Grade a class of another size, once, and see what a submission costs."""
    folder = fresh(room, OURS)
    times = run(OURS, folder, unit)
    print(f"{students} submissions: {times['wall']:.1f} s", flush=True)
    shutil.rmtree(room.folder)
    return {"students": students, **times, "memory": peak(folder)}


def fresh(room: Classroom, contestant: Contestant) -> Path:
    """Copy the class to a folder where nothing is graded."""
    folder = room.folder.with_name(room.folder.name + "-graded")
    folder = folder.with_name(f"{folder.name}-{CONTESTANTS.index(contestant)}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(room.folder, folder)
    if contestant.stock:
        (folder / "nbgrader_config.py").write_text(STOCK, "utf-8")
    return folder


def run(contestant: Contestant, folder: Path, unit: str) -> dict[str, float]:
    """Grade a folder; give seconds on the wall and of the processor, children's too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    done = subprocess.run(
        [*contestant.command, unit],
        cwd=folder,
        env=steady_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - begun
    # what was ended by force comes to us, and counts once it was waited for
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{contestant.name} failed:\n{done.stdout}{done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu}


def in_cells(folder: Path, unit: str) -> float:
    """Give the seconds in which submissions were executed, from the receipts."""
    receipts = (folder / "autograded").glob(f"*/{unit}/receipt.json")
    return sum(json.loads(path.read_text("utf-8"))["seconds"] for path in receipts)


def peak(folder: Path) -> float:
    """Give the most memory the grading process itself held, in MB."""
    lines = (folder / ".grading" / "journal.jsonl").read_text("utf-8").splitlines()
    return max(json.loads(line).get("memory", 0.0) for line in lines)


def machine() -> dict[str, Any]:
    """Say what is measured on."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "load at the start": round(os.getloadavg()[0], 1),
        "date": time.strftime("%Y-%m-%d"),
    }


def tables(report: dict[str, Any]) -> list[str]:
    """Lay the figures out for the page."""
    about = report["machine"]
    lines = [
        f"Measured on {about['cores']} cores, {about['system']}, Python "
        f"{about['python']}, {about['date']}; load {about['load at the start']} at the "
        f"start, {about['load at the end']} at the end.",
        "",
    ]
    for unit in report["units"]:
        stock = unit["medians"]["stock nbgrader"]
        lines += [
            f"**{unit['unit']}, {unit['students']} submissions**",
            "",
            "| grader | wall | CPU | wall ratio | CPU ratio | differences |",
            "|---|---|---|---|---|---|",
        ]
        for name, kinds in unit["medians"].items():
            lines.append(
                f"| {name} | {kinds['wall']:.1f} s | {kinds['cpu']:.1f} s "
                f"| {stock['wall'] / kinds['wall']:.1f} "
                f"| {stock['cpu'] / kinds['cpu']:.1f} "
                f"| {unit['different'].get(name, '')} |"
            )
        share = unit["cells"] / unit["students"]
        lines += ["", f"Executing one submission took {share:.2f} s.", ""]
    lines += [
        "| submissions | wall | CPU | CPU for each | most memory of the grader |",
        "|---|---|---|---|---|",
    ]
    for row in report["scale"]:
        lines.append(
            f"| {row['students']} | {row['wall']:.1f} s | {row['cpu']:.1f} s "
            f"| {row['cpu'] / row['students']:.3f} s | {row['memory']:.0f} MB |"
        )
    return lines


if __name__ == "__main__":
    main()
