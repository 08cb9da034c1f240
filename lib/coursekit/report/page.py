"""Write the report of a class: one file, without a script, readable without a network.

``page`` turns what ``gather`` gave into HTML. With ``anonymous`` it holds no name of a
student, and can be shown to the class.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

from coursekit.report import charts
from coursekit.report.gather import AssignmentReport

MOST = 12  # misconceptions of the whole class; the rest stands with its assignment
CODE = re.compile(r"`([^`]+)`")
NOBODYS = {"not-recognised", "missing", "raises"}  # no idea behind them


@dataclass(frozen=True)
class Common:
    """A misconception of the class, in all exercises where it was met."""

    code: str
    sentence: str
    students: int
    where: tuple[str, ...]


def page(
    reports: list[AssignmentReport], *, title: str, day: str, anonymous: bool = False
) -> str:
    """Give the page as text."""
    shapes = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shapes.filters["words"] = words
    shapes.filters["points"] = lambda value: "–" if value is None else f"{value:.3g}"
    shapes.filters["many"] = many
    made = {
        name: lambda *given, draw=draw: Markup(draw(*given))
        for name, draw in vars(charts).items()
        if name in {"histogram", "stack", "bar", "legend"}
    }
    return shapes.get_template("report.html.j2").render(
        reports=reports,
        common=common(reports),
        title=title,
        day=day,
        anonymous=anonymous,
        parts=charts.PARTS,
        patterns=Markup(charts.PATTERNS),
        standings=standings,
        told=charts.told,
        **made,
    )


def common(reports: list[AssignmentReport]) -> list[Common]:
    """Add up misconceptions over all exercises; a student counts once for each."""
    who: dict[str, set[str]] = {}
    where: dict[str, dict[str, None]] = {}
    sentences: dict[str, Counter[str]] = {}
    for report in reports:
        for slip in report.slips:
            if slip.code in NOBODYS:
                continue
            who.setdefault(slip.code, set()).update(slip.who)
            where.setdefault(slip.code, {})[slip.exercise] = None
            sentences.setdefault(slip.code, Counter())[slip.sentence] += slip.students
    found = [
        Common(
            code, sentences[code].most_common(1)[0][0], len(students), (*where[code],)
        )
        for code, students in who.items()
    ]
    return sorted(found, key=lambda c: (-c.students, c.code))[:MOST]


def standings(report: AssignmentReport) -> list[tuple[str, int]]:
    """Count why submissions need a look, the commonest reason first."""
    return Counter(look.standing.value for look in report.looks).most_common()


def words(text: str) -> Markup:
    """Show a sentence of a test as a feedback page does, its code as code."""
    return Markup(CODE.sub(r"<code>\1</code>", html.escape(text)))


def many(count: int, what: str) -> str:
    """Count things.

    >>> many(1, "receipt"), many(2, "receipt")
    ('1 receipt', '2 receipts')
    """
    return f"{count} {what}" + ("" if count == 1 else "s")
