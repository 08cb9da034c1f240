"""The ``nnbyhand`` command, for learners.

``nnbyhand doctor`` looks for problems and says what to do about each, ``nnbyhand
welcome`` brings the welcome page up to date, ``nnbyhand data`` lists and fetches data
sets, ``nnbyhand version`` names the version.
"""

import argparse
import json
import sys
from pathlib import Path

import nnbyhand


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well, else 1."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except KeyboardInterrupt:
        print("nnbyhand: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nnbyhand", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    doctor = commands.add_parser("doctor", help="look for problems, say what to do")
    doctor.add_argument("--json", action="store_true", help="print it for a program")
    doctor.set_defaults(run=_doctor)

    welcome = commands.add_parser("welcome", help="write the welcome page anew")
    welcome.add_argument("--folder", help="the folder of the course")
    welcome.set_defaults(run=_welcome)

    version = commands.add_parser("version", help="print the version")
    version.set_defaults(run=_version)

    data = commands.add_parser("data", help="the data sets of the lessons")
    actions = data.add_subparsers(required=True, metavar="ACTION")
    shown = actions.add_parser("list", help="say which sets are here, and where")
    shown.set_defaults(run=_data_list)
    fetch = actions.add_parser("fetch", help="download one of the large sets")
    fetch.add_argument("name", nargs="?", default="fashion-mnist")
    fetch.add_argument("--folder", help="where to put it (default: your cache)")
    fetch.set_defaults(run=_data_fetch)
    return parser


def _doctor(options: argparse.Namespace) -> int:
    from nnbyhand.doctor import PROBLEM, examine, report

    findings = examine()
    problems = sum(finding.state == PROBLEM for finding in findings)
    if options.json:
        content = [finding._asdict() for finding in findings]
        print(json.dumps({"problems": problems, "findings": content}, indent=2))
    else:
        print(report(findings))
    return 1 if problems else 0


def _welcome(options: argparse.Namespace) -> int:
    from nnbyhand.doctor import course_folder
    from nnbyhand.welcome import welcome

    try:
        print(welcome(Path(options.folder) if options.folder else course_folder()))
    except OSError as error:
        print(f"nnbyhand: {error}", file=sys.stderr)
        return 1
    return 0


def _version(options: argparse.Namespace) -> int:
    print(nnbyhand.__version__)
    return 0


def _data_list(options: argparse.Namespace) -> int:
    from nnbyhand.data.fetch import inventory

    print(inventory())
    return 0


def _data_fetch(options: argparse.Namespace) -> int:
    from nnbyhand.data.fetch import FetchError, fetch

    def show(line: str) -> None:
        print(line, flush=True)

    try:
        folder = fetch(options.name, options.folder, report=show)
    except (FetchError, ValueError) as error:
        print(f"nnbyhand: {error}", file=sys.stderr)
        return 1
    print(f"{options.name} is in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
