"""Run all tests in stages, the fast ones first; stop at the first stage that fails.

``coursekit ci`` runs everything, ``coursekit ci style lib`` only what is named.
"""

import re
import subprocess
import sys
import time
from dataclasses import dataclass

from coursekit import warmkernel
from coursekit.course import Course, CourseError, steady_environment

PYTHON = sys.executable
PYTEST = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
COUNTS = re.compile(r"(\d+) (passed|failed|error|errors|skipped)\b")
# nbval waits 2000 s for a dead kernel unless it is told otherwise
NBVAL = ["--nbval-cell-timeout=60", "--nbval-current-env"]


@dataclass(frozen=True)
class Stage:
    """A group of commands with one purpose."""

    name: str
    purpose: str
    commands: tuple[tuple[str, ...], ...]


def stages(course: Course) -> list[Stage]:
    """Give all stages in the order in which they run."""
    able = [unit for unit in course.choose([]) if not course.lacks_torch(unit)]
    lessons = [str(course.lesson(unit)) for unit in course.lessons if unit in able]
    sources = [str(course.source(unit)) for unit in course.assignments if unit in able]
    two = ["-n", "2", "--dist", "loadfile"]
    graders = ["tests/assignments", "tests/grading"]
    return [
        Stage(
            "style",
            "format and lint of every text",
            (
                (PYTHON, "-m", "ruff", "check", "."),
                (PYTHON, "-m", "ruff", "format", "--check", "."),
            ),
        ),
        Stage(
            "lib",
            "the library: unit tests, examples in docstrings",
            (
                (*PYTEST, *two, "tests/lib"),
                (*PYTEST, "--doctest-modules", "lib/nnbyhand"),
            ),
        ),
        Stage(
            "check",
            "everything built is in step, nothing leaks",
            ((PYTHON, "-m", "coursekit.cli", "check"),),
        ),
        Stage(
            "course",
            "lessons give their stored outputs, sources run",
            (
                (*PYTEST, *two, "--nbval", *NBVAL, *lessons),
                (*PYTEST, *two, "--nbval-lax", *NBVAL, *sources),
                (*PYTEST, *two, "tests/course"),
            ),
        ),
        Stage(
            "assignments",
            "release scores 0, solutions full marks, the bank in process",
            ((*PYTEST, *two, *graders, "-m", "not slow"),),
        ),
        Stage(
            "setup",
            "start.py, environment.yml, doctor",
            (
                (
                    *PYTEST,
                    *sorted(
                        str(path) for path in (course.root / "tests").glob("test_*.py")
                    ),
                ),
            ),
        ),
        Stage(
            "browser",
            "students, instructors and authors in a real browser, where there is one",
            ((*PYTEST, "tests/browser"),),
        ),
        Stage(
            "grading",
            "the bank through whole grading, the demo class, attacks, kills, a cluster",
            ((*PYTEST, *two, *graders, "-m", "slow"),),
        ),
    ]


def run(course: Course, names: list[str]) -> int:
    """Run the named stages, or all; give 0 when every command ended well."""
    every = stages(course)
    unknown = set(names) - {stage.name for stage in every}
    if unknown:
        raise CourseError(
            f"no stage {', '.join(sorted(unknown))}; the stages are "
            + ", ".join(stage.name for stage in every)
        )
    chosen = [stage for stage in every if not names or stage.name in names]
    for unit in course.choose([]):
        if reason := course.lacks_torch(unit):
            print(f"left out: {reason}")
    totals = {"passed": 0, "failed": 0, "skipped": 0}
    times: list[tuple[str, float]] = []
    good = True
    for stage in chosen:
        print(f"\n== {stage.name}: {stage.purpose}", flush=True)
        begun = time.monotonic()
        for command in stage.commands:
            good = _run(course, command, totals) and good
            if not good:
                break
        times.append((stage.name, time.monotonic() - begun))
        if not good:
            print(f"\nstage {stage.name} failed; the later ones were not run")
            break
    print("\n" + "   ".join(f"{name} {seconds:.0f} s" for name, seconds in times))
    failed = max(totals["failed"], 0 if good else 1)
    print(f"{totals['passed']} passed, {failed} failed, {totals['skipped']} skipped")
    return 0 if good else 1


def _run(course: Course, command: tuple[str, ...], totals: dict[str, int]) -> bool:
    """Run one command, show what it prints as it comes, and count its tests."""
    environment = steady_environment()
    environment.pop("NNBYHAND_DEVICE")  # tests choose their device themselves
    if "--nbval" in command or "--nbval-lax" in command:
        environment["JUPYTER_DEFAULT_PROVISIONER_NAME"] = warmkernel.NAME
    process = subprocess.Popen(
        command,
        cwd=course.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    last = ""
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="", flush=True)
        if COUNTS.search(line) and " in " in line:
            last = line
    for count, what in COUNTS.findall(last):
        key = "failed" if what.startswith("error") else what
        totals[key] += int(count)
    return process.wait() == 0
