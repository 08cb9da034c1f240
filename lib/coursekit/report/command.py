"""``coursekit report``: read the course's gradebook and write the page."""

from datetime import date
from pathlib import Path

from coursekit.course import Course
from coursekit.grading.run import course_settings
from coursekit.report import gather, page


def report(course: Course, words: list[str], to: Path, *, anonymous: bool) -> Path:
    """Write the report on the assignments named, or on all, and give its path."""
    _, place = course_settings(course)
    told = gather(course, place.db_url, place.course_id, words)
    text = page(
        told,
        title=place.course_id or course.root.name,
        day=date.today().isoformat(),
        anonymous=anonymous,
    )
    to.write_text(text, "utf-8")
    return to
