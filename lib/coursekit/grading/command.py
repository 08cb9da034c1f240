"""``coursekit grade``: ask what is missing, grade, and say what came of it."""

import gc
import os
import sys

from coursekit.course import Course, CourseError
from coursekit.grading import sandbox, summary
from coursekit.grading.journal import Busy, Journal
from coursekit.grading.pool import Refused, Servers
from coursekit.grading.terms import Executor, Line, Options

STOPPED = 130  # what a shell reports for Ctrl-C


def grade(
    course: Course,
    words: list[str],
    options: Options,
    *,
    jobs: int = 0,
    scheduler: str = "",
) -> int:
    """Grade assignments; 0 when every submission has its receipt, else 1."""
    if options.policy.sandbox and not scheduler and (why := sandbox.probe()):
        raise CourseError(
            f"submissions cannot be contained on this machine: {why}. Grade on a "
            "Linux machine that allows namespaces, use plain nbgrader autograde, or "
            "give --no-sandbox if you trust everyone who handed in."
        )
    jobs = jobs or os.cpu_count() or 1
    # they import while this process imports and reads the course
    servers = None if scheduler else _launch(jobs, options)
    failed = False
    try:
        with Journal(course.root).alone():
            gc.disable()  # nothing of what is imported is garbage
            from coursekit.grading import lean  # noqa: F401 (before nbformat)
            from coursekit.grading.run import Grader

            gc.freeze()
            gc.enable()
            for assignment in choose(course, words):
                grader = Grader(course, assignment, options)

                def start(grader: Grader = grader) -> Executor:
                    nonlocal servers
                    if scheduler:
                        from coursekit.grading.cluster import Cluster

                        contained = options.policy.sandbox
                        return Cluster(scheduler, grader.preload(), sandbox=contained)
                    ready, servers = servers or _launch(jobs, options), None
                    return ready.prepare(grader.preload())

                lines = grader.run(start, window=4 * jobs)
                print("\n".join(summary.table(assignment, lines)))
                print(summary.count(lines))
                failed |= any(line.done in {"failed", "held back"} for line in lines)
    except Busy as error:
        raise CourseError(str(error)) from error
    except Refused as error:
        raise CourseError(f"the grader stopped: {error}") from error
    except KeyboardInterrupt:
        print(
            "\nstopped: what was graded is safe, run the same command to go on",
            file=sys.stderr,
        )
        return STOPPED
    finally:
        if servers is not None:
            servers.stop()
    return 1 if failed else 0


def _launch(jobs: int, options: Options) -> Servers:
    return Servers(jobs, sandbox=options.policy.sandbox)


def choose(course: Course, words: list[str]) -> list[str]:
    """Give the names of assignments for what was typed: ``01`` or a whole name."""
    handed = {
        path.name for path in (course.root / "submitted").glob("*/*") if path.is_dir()
    }
    if not words:
        if not handed:
            raise CourseError(
                "nothing is handed in: put work into submitted/STUDENT/ASSIGNMENT/, or "
                "collect it with nbgrader collect or nbgrader zip_collect"
            )
        return sorted(handed)
    known = sorted(handed | {p.name for p in (course.root / "source").glob("*/")})
    chosen = []
    for word in words:
        start = f"{int(word):02d}_" if word.isdigit() else word
        found = [name for name in known if name == word or name.startswith(start)]
        if len(found) != 1:
            raise CourseError(
                f"no assignment {word!r}; there are {', '.join(known) or 'none'}"
            )
        chosen += found
    return chosen


def ask(lowered: list[Line]) -> bool:
    """Show which grades would fall, and ask; without a terminal the answer is no."""
    print("\nthese grades would fall:")
    for line in lowered:
        print(f"  {line.student}")
        print("\n".join(f"      {change}" for change in line.changes))
    if not sys.stdin.isatty():
        print("they stay as they were; give --yes to lower them")
        return False
    return input("lower them? [y/N] ").strip().lower() in {"y", "yes"}
