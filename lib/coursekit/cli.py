"""The ``coursekit`` command: build, check, prove and try out the course."""

import argparse
import sys
from pathlib import Path

from coursekit.course import Course, CourseError, find_course


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well, else 1."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(find_course(options.course), options))
    except CourseError as error:
        print(f"coursekit: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("coursekit: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="coursekit", description=__doc__)
    parser.add_argument(
        "--course", type=Path, help="a folder in the course (default: this one)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="build notebooks and release from text")
    build.add_argument("units", nargs="*", metavar="UNIT")
    build.add_argument("--force", action="store_true", help="build what is fresh too")
    build.set_defaults(run=_build)

    new = commands.add_parser("new", help="begin a unit or an exercise of your own")
    kinds = new.add_subparsers(required=True, metavar="KIND")
    unit = kinds.add_parser("unit", help="a lesson and an assignment")
    unit.add_argument("name", metavar="NN_NAME")
    unit.set_defaults(run=_new_unit)
    exercise = kinds.add_parser("exercise", help="one more exercise of an assignment")
    exercise.add_argument("unit", metavar="UNIT")
    exercise.add_argument("grade_id", metavar="TOPIC-TASK")
    exercise.add_argument("--function", default="", help="what learners are to write")
    exercise.set_defaults(run=_new_exercise)

    check = commands.add_parser("check", help="check that everything built is in step")
    check.add_argument("units", nargs="*", metavar="UNIT")
    check.set_defaults(run=_check)

    back = commands.add_parser("writeback", help="write an edited notebook to its text")
    back.add_argument("notebook", type=Path)
    back.set_defaults(run=_writeback)

    bank = commands.add_parser("bank", help="prove the graders with the answer bank")
    bank.add_argument("units", nargs="*", metavar="UNIT")
    bank.add_argument(
        "--pipeline", action="store_true", help="through real nbgrader (slow)"
    )
    bank.set_defaults(run=_bank)

    demo = commands.add_parser("demo", help="grade a fabricated class with nbgrader")
    demo.add_argument("units", nargs="*", metavar="UNIT", default=["01"])
    demo.add_argument("--folder", type=Path, help="keep the class here")
    demo.add_argument("--no-open", action="store_true", help="do not open the feedback")
    demo.set_defaults(run=_demo)

    book = commands.add_parser("book", help="write all lessons as a book of HTML")
    book.add_argument("--folder", type=Path, help="write it here (default: book/)")
    book.set_defaults(run=_book)

    grade = commands.add_parser(
        "grade", help="grade a class: contained, in parallel, resumable"
    )
    grade.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    grade.add_argument(
        "--jobs", type=int, default=0, help="submissions at a time (default: all cores)"
    )
    grade.add_argument(
        "--student", action="append", default=[], help="only this one (repeatable)"
    )
    grade.add_argument(
        "--force", action="store_true", help="grade again what is graded"
    )
    grade.add_argument("--yes", action="store_true", help="lower grades without asking")
    grade.add_argument(
        "--no-sandbox",
        action="store_true",
        help="run submissions with your own rights: only if you trust all of them",
    )
    grade.add_argument(
        "--allow",
        action="append",
        default=[],
        metavar="PATTERN",
        help="files students may hand in beside the notebook, such as '*.csv'",
    )
    grade.add_argument("--cell-seconds", type=float, help="time for one cell")
    grade.add_argument("--memory-mb", type=int, help="memory for one submission")
    grade.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster"
    )
    grade.set_defaults(run=_grade)

    report = commands.add_parser("report", help="write one page on how the class does")
    report.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    report.add_argument("--to", type=Path, default=Path("report.html"))
    report.add_argument("--anonymous", action="store_true", help="without names")
    report.set_defaults(run=_report)

    merge = commands.add_parser("merge", help="bring another section's class in here")
    merge.add_argument("other", type=Path, metavar="FOLDER")
    merge.set_defaults(run=_merge)

    kit = commands.add_parser("kit", help="pack a zip for students, without secrets")
    kit.add_argument("--units", nargs="*", default=[], metavar="UNIT")
    kit.add_argument("-o", "--output", type=Path, metavar="FILE")
    kit.set_defaults(run=_kit)

    ci = commands.add_parser("ci", help="run all tests, the fast ones first")
    ci.add_argument("stages", nargs="*", metavar="STAGE")
    ci.set_defaults(run=_ci)
    return parser


def _build(course: Course, options: argparse.Namespace) -> int:
    from coursekit.build import build
    from coursekit.coverage import write_coverage

    done = build(course, course.choose(options.units), force=options.force)
    done += write_coverage(course)
    print("\n".join(done) if done else "everything is up to date")
    return 0


def _new_unit(course: Course, options: argparse.Namespace) -> int:
    from coursekit import scaffold

    written = scaffold.new_unit(course, options.name)
    return _told(course, options.name, written)


def _new_exercise(course: Course, options: argparse.Namespace) -> int:
    from coursekit import scaffold

    (unit,) = course.choose([options.unit])
    written = scaffold.new_exercise(course, unit, options.grade_id, options.function)
    return _told(course, unit, written)


def _told(course: Course, unit: str, written: list[Path]) -> int:
    from coursekit.scaffold import what_next

    for path in dict.fromkeys(written):
        print(f"wrote {path.relative_to(course.root)}")
    banks = [p.stem for p in written if p.parent == course.bank(unit)]
    print("\n".join(what_next(unit, banks)))
    return 0


def _check(course: Course, options: argparse.Namespace) -> int:
    from coursekit.check import check

    problems = check(course, course.choose(options.units))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else "everything is in step")
    return 1 if problems else 0


def _writeback(course: Course, options: argparse.Namespace) -> int:
    from coursekit.build import write_back

    text = write_back(course, options.notebook)
    print(f"wrote {text}; look at the difference with git, then run coursekit build")
    return 0


def _bank(course: Course, options: argparse.Namespace) -> int:
    from coursekit import bank, pipeline

    results, short = [], []
    for unit in course.choose(options.units):
        if not course.source_text(unit).exists():
            continue
        if reason := course.lacks_torch(unit):
            print(f"left out: {reason}")
            continue
        prove = pipeline.prove if options.pipeline else bank.prove
        found = prove(course, unit)
        print("\n".join(bank.report(unit, found)))
        short += bank.shortages(found)
        for result in found:
            if result.fault:
                print(f"\n{result.fault}: {result.answer.name} in {result.cell}")
                print(result.message)
        results += found
    line, good = bank.summary(results)
    print("\n".join([*short, *bank.advice(results)]))
    print(line)
    return 0 if good and not short else 1


def _demo(course: Course, options: argparse.Namespace) -> int:
    from coursekit.demo import demo

    return demo(
        course,
        course.choose(options.units),
        folder=options.folder,
        show=not options.no_open,
    )


def _book(course: Course, options: argparse.Namespace) -> int:
    from coursekit.book import write_book

    folder = options.folder or course.root / "book"
    pages = write_book(course, folder)
    print(f"wrote {len(pages)} pages; open {folder / 'index.html'} in a browser")
    return 0


def _grade(course: Course, options: argparse.Namespace) -> int:
    from coursekit.grading.command import ask, grade
    from coursekit.grading.sandbox import Policy
    from coursekit.grading.terms import Options

    limits: dict[str, float | int] = {}
    if options.cell_seconds:
        limits["cell_seconds"] = options.cell_seconds
    if options.memory_mb:
        limits["memory"] = options.memory_mb * 2**20
    asked = Options(
        students=options.student,
        policy=Policy(sandbox=not options.no_sandbox, **limits),
        allow=tuple(options.allow),
        force=options.force,
        agree=(lambda _lowered: True) if options.yes else ask,
    )
    return grade(
        course,
        options.assignments,
        asked,
        jobs=options.jobs,
        scheduler=options.scheduler,
    )


def _report(course: Course, options: argparse.Namespace) -> int:
    from coursekit.report.command import report

    written = report(
        course, options.assignments, options.to, anonymous=options.anonymous
    )
    print(f"wrote {written}; open it in a browser")
    return 0


def _merge(course: Course, options: argparse.Namespace) -> int:
    from coursekit.merge import merge

    print("\n".join(merge(course, find_course(options.other))))
    return 0


def _kit(course: Course, options: argparse.Namespace) -> int:
    from coursekit.kit import FOLDER, make_kit

    target = options.output or course.root / "dist" / f"{FOLDER}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    files = make_kit(course, course.choose(options.units), target)
    size = target.stat().st_size / 1e6
    print(f"{target}: {len(files)} files, {size:.1f} MB, no leak found")
    return 0


def _ci(course: Course, options: argparse.Namespace) -> int:
    from coursekit.ci import run

    return run(course, options.stages)


if __name__ == "__main__":
    sys.exit(main())
