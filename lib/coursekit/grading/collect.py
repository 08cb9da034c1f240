"""Know whose work is whose in a zip file from a learning platform.

``MoodleCollector`` and ``CanvasCollector`` plug into ``nbgrader zip_collect``: they
read the names that Moodle and Canvas give to files, and find the student in the
gradebook by number or by name. Nobody's work is laid over somebody else's: two people
of one name get folders of their own, and a warning says so.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import FileNameCollectorPlugin
from traitlets import Unicode

# what is matched is the whole path of a file; the last folder may be the student's
MOODLE = (
    r".*[/\\](?P<name>[^/\\]+?)_(?P<number>\d+)_assignsubmission_file_?"
    r"(?:[/\\](?:.*[/\\])?)?(?P<file_id>[^/\\]+)$"
)
CANVAS = (
    r".*[/\\](?P<name>[^/\\]*?)(?P<late>_LATE)?_(?P<number>\d+)_\d+_"
    r"(?P<file_id>[^/\\]+)$"
)
# what platforms and browsers add to a file that was handed in or saved twice
AGAIN = re.compile(r"(-\d+| ?\(\d+\))+$")


class LmsCollector(FileNameCollectorPlugin):
    """Find the student of a file; subclasses say how the platform names files."""

    named_regexp = Unicode(help="how the platform names files").tag(config=True)
    number_is_the_student = False  # or is counted anew in each assignment

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.owners: dict[str, str] = {}  # student: number of the submission
        self.kept: dict[tuple[str, str], str] = {}
        self.known, self.numbers = self._roster()

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Give the student and the name of the notebook, or None to skip a file."""
        found = super().collect(submitted_file)
        if found is None:
            return None
        file = Path(found["file_id"])
        student = self._student(found["name"], found["number"])
        name = AGAIN.sub("", file.stem) + file.suffix
        first = self.kept.setdefault((student, name), submitted_file)
        if first != submitted_file:  # one person's second file must not stop the class
            self.log.warning(
                "%s handed in %s twice: %s is kept, %s is not",
                *(student, name, first, submitted_file),
            )
            return None
        if found.get("late"):
            self.log.warning("%s came late, says the platform", student)
        return {"student_id": student, "file_id": name}

    def _student(self, name: str, number: str) -> str:
        if self.number_is_the_student and number in self.numbers:
            return self.numbers[number]
        same = self.known.get(key(name), [])
        if len(same) == 1:
            student = same[0]
        else:
            student = slug(name) or f"student-{number}"
            if not same and self.known:
                self.log.warning(
                    "%s is not in the gradebook: kept as %s", name, student
                )
        owner = self.owners.setdefault(student, number)
        if len(same) > 1 or owner != number:
            alone = f"{slug(name)}-{number}"
            self.log.warning(
                "more than one person is called %s: this work is kept as %s; "
                "move submitted/%s to the right student",
                name,
                alone,
                alone,
            )
            return alone
        return student

    def _roster(self) -> tuple[dict[str, list[str]], dict[str, str]]:
        """Give the students of the gradebook by name and by number."""
        place = getattr(self.parent, "coursedir", None)
        known: dict[str, list[str]] = {}
        numbers: dict[str, str] = {}
        if place is None:
            return known, numbers
        with Gradebook(place.db_url, place.course_id) as gradebook:
            for student in gradebook.students:
                first, last = student.first_name or "", student.last_name or ""
                names = {key(student.id), key(first + last), key(last + first)}
                for name in names - {""}:
                    known.setdefault(name, []).append(student.id)
                if student.lms_user_id:
                    numbers[student.lms_user_id] = student.id
        return known, numbers


class MoodleCollector(LmsCollector):
    """Files of a Moodle assignment: ``Ada Lovelace_1234567_assignsubmission_file_…``.

    The number is that of the submission, another one in each assignment.
    """

    named_regexp = Unicode(MOODLE, help="how Moodle names files").tag(config=True)


class CanvasCollector(LmsCollector):
    """Files of a Canvas assignment: ``lovelaceada_LATE_12345_67890_….ipynb``.

    The first number is the user's; put it into ``lms_user_id`` of the gradebook.
    """

    named_regexp = Unicode(CANVAS, help="how Canvas names files").tag(config=True)
    number_is_the_student = True


def key(name: str) -> str:
    """Give what is left of a name when accents, case, spaces and signs are gone.

    >>> key("Müller-Østby, Zoë") == key("muller ØSTBY zoe")
    True
    """
    apart = unicodedata.normalize("NFKD", name)
    return "".join(c for c in apart.casefold() if c.isalnum())


def slug(name: str) -> str:
    """Make a name fit for a folder, and for a command line without quotes.

    >>> slug("Müller, Zoë")
    'muller-zoe'
    """
    apart = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", plain.casefold().replace("_", " ")))
