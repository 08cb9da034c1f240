"""The lessons as a book: pages of HTML that need no server, no network and no kernel.

``write_book`` puts a page for each lesson, a contents page and a search into a folder.
Built twice it gives the same bytes.
"""

import json
import shutil
from pathlib import Path

import nbformat
from jinja2 import Environment, FileSystemLoader

from coursekit.book.lesson import TEMPLATES, LessonExporter
from coursekit.book.page import Page, lesson_page
from coursekit.build import built_from
from coursekit.course import Course, CourseError
from coursekit.text import text_hash

TITLE = "Neural Networks by Hand"
MARK = ".coursekit-book"  # a folder that carries it may be replaced


def write_book(course: Course, folder: Path) -> list[Path]:
    """Write the whole book into a folder, replacing an older one, and list its pages.

    Raises CourseError for a lesson that is not built from its text as it is now, and
    for a folder that holds something else.
    """
    pages = lesson_pages(course)
    if not pages:
        raise CourseError(f"no lessons in {course.root / 'course'}: nothing to print")
    _empty(folder)
    made = Environment(loader=FileSystemLoader(TEMPLATES / "book"), autoescape=True)
    written = []
    for number, page in enumerate(pages):
        around = {
            "before": pages[number - 1] if number else None,
            "after": pages[number + 1] if number + 1 < len(pages) else None,
        }
        html = made.get_template("lesson.html.j2").render(
            page=page, title=page.title, book=TITLE, **around
        )
        written.append(_write(folder / page.file, html))
    for name in ("index.html", "search.html"):
        html = made.get_template(f"{name}.j2").render(
            pages=pages, arcs=_arcs(pages), title=TITLE, book=TITLE
        )
        written.append(_write(folder / name, html))
    for name in ("book.css", "search.js"):
        shutil.copyfile(TEMPLATES / "book" / name, folder / name)
    _write(folder / "search-index.js", _index(pages))
    return written


def lesson_pages(course: Course) -> list[Page]:
    """Give the lessons of a course as pages, in order."""
    exporter, pages = LessonExporter(), []
    for unit in course.lessons:
        fresh = text_hash(course.lesson_text(unit).read_text("utf-8"))
        if built_from(course.lesson(unit)) != fresh:
            raise CourseError(
                f"course/{unit}.ipynb is not built from its text as it is now: run "
                f"coursekit build {unit[:2]}"
            )
        notebook = nbformat.read(course.lesson(unit), as_version=4)
        body, _ = exporter.from_notebook_node(notebook)
        pages.append(lesson_page(unit, body, course.lessons))
    return pages


def _arcs(pages: list[Page]) -> list[tuple[int, int]]:
    """Give the lines of the map: the row of a lesson and of one it builds on."""
    rows = {page.unit: row for row, page in enumerate(pages)}
    return [(row, rows[need]) for row, page in enumerate(pages) for need in page.needs]


def _index(pages: list[Page]) -> str:
    """Write what the search looks through as a script: a page may not read a file."""
    entries = [
        {
            "page": page.file,
            "lesson": page.title,
            "at": section.anchor,
            "heading": section.heading,
            "text": section.text,
        }
        for page in pages
        for section in page.sections
    ]
    return f"const BOOK = {json.dumps(entries, ensure_ascii=False, indent=0)};\n"


def _empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise CourseError(
            f"{folder} holds files that are not a book's: name another folder, or "
            "empty it first"
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARK).write_text("coursekit book may replace this folder\n", "utf-8")


def _write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="\n")
    return path
