"""The book of all lessons: every lesson, the same bytes twice, colours one can read."""

import re
import shutil
from html.parser import HTMLParser

import pytest

from coursekit.book import MARK, write_book
from coursekit.book.lesson import TEMPLATES
from coursekit.book.page import lesson_page
from coursekit.course import CourseError, find_course

COURSE = find_course()
CSS = (TEMPLATES / "book" / "book.css").read_text("utf-8")
VOID = {"meta", "link", "input", "img", "br", "hr", "circle", "path"}


class Headings(HTMLParser):
    """Collect levels of headings, ids, and tags that were not closed in order."""

    def __init__(self, page):
        super().__init__()
        self.levels, self.ids, self.open, self.faults = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book") / "book"
    write_book(COURSE, folder)
    return folder


def test_every_lesson_has_a_page_between_its_neighbours(book):
    contents = (book / "index.html").read_text("utf-8")
    names = [f"{unit}.html" for unit in COURSE.lessons]
    assert len(names) >= 10
    for number, name in enumerate(names):
        page = (book / name).read_text("utf-8")
        assert f'href="{name}"' in contents
        before = names[number - 1] if number else "index.html"
        after = names[number + 1] if number + 1 < len(names) else "index.html"
        assert f'rel="prev" href="{before}"' in page
        assert f'rel="next" href="{after}"' in page


def test_written_twice_it_is_the_same(book, tmp_path):
    write_book(COURSE, tmp_path / "again")
    first = {path.name: path.read_bytes() for path in book.iterdir()}
    again = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert first == again


@pytest.mark.parametrize("unit", [*COURSE.lessons, "index", "search"])
def test_a_page_is_well_made(book, unit):
    page = (book / f"{unit}.html").read_text("utf-8")
    found = Headings(page)
    assert found.faults == []
    assert found.open == []
    assert found.levels[0] == 1
    assert found.levels.count(1) == 1
    steps = zip(found.levels, found.levels[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)
    assert len(found.ids) == len(set(found.ids))
    assert '<html lang="en">' in page
    assert 'class="skip" href="#main"' in page
    for landmark in ("<header>", "<main ", "<footer>"):
        assert page.count(landmark) == 1
    if unit != "search":
        assert "<script" not in page
    for left_over in ("$$", "\\frac", ".ipynb&quot;", "widget-view", "( ) "):
        assert left_over not in page, left_over


def test_formulas_and_pictures_are_in_the_page(book):
    page = (book / "03_forward_propagation.html").read_text("utf-8")
    assert page.count("<math") > 30
    pictures = re.findall(r"<img [^>]*>", page)
    assert len(pictures) >= 5
    assert all(re.search(r'alt="[^"]{20,}', picture) for picture in pictures)


def test_an_answer_shows_only_when_it_is_opened(book):
    page = (book / "01_neurons_and_gates.html").read_text("utf-8")
    closed = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
    for answer in ("A large weight makes its input count for much", "(right)"):
        assert answer in page
        assert answer not in closed
    assert re.search(r"<details><summary>z = \?</summary>-0\.75</details>", page)
    index = (book / "search-index.js").read_text("utf-8")
    assert "A large weight makes its input count for much" not in index


def test_what_moves_stands_still_with_its_words(book):
    page = (book / "01_neurons_and_gates.html").read_text("utf-8")
    (still,) = re.findall(r'<figure class="still">.*?</figure>', page, re.DOTALL)
    assert 'src="data:image/png;base64,' in still
    assert "In the notebook you can use: w1, w2, b." in still
    assert "This is AND." in still
    assert "aria-live" not in still


def test_a_lesson_out_of_step_is_told_not_printed(spoiled, tmp_path):
    text = spoiled.lesson_text("01_neurons_and_gates")
    text.write_text(text.read_text("utf-8") + "\n# %% [markdown]\n# More.\n")
    with pytest.raises(CourseError, match="run coursekit build 01"):
        write_book(spoiled, tmp_path / "book")
    assert not (tmp_path / "book").exists()


def test_only_a_book_is_replaced(spoiled, tmp_path):
    shutil.rmtree(spoiled.root / "course")
    (spoiled.root / "course").mkdir()
    for path in (COURSE.lesson_text("00_start"), COURSE.lesson("00_start")):
        shutil.copy(path, spoiled.root / "course")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work\n")
    with pytest.raises(CourseError, match="holds files that are not a book's"):
        write_book(spoiled, mine)
    assert (mine / "thesis.txt").exists()
    (mine / "thesis.txt").rename(mine / MARK)
    write_book(spoiled, mine)
    write_book(spoiled, mine)
    assert (mine / "00_start.html").exists()


BODY = """<div class="cell"><div class="prose"><h1>05 A</h1>
<ul><li>do <b>it</b>;</li></ul><p><a href="04_b.ipynb#One-Part!">04</a> and
<a href="../docs/grading.md">grading</a>, <math><mi>x</mi></math>, so.</p>
<h2>Same</h2><p>one</p><h2>Same</h2><p>two</p></div></div>"""


def test_links_headings_and_goals_of_a_page():
    page = lesson_page("05_a", BODY, ["04_b", "05_a"])
    assert (page.title, page.name, page.file) == ("05 A", "A", "05_a.html")
    assert page.goals == ("do <b>it</b>;",)
    assert page.needs == ()
    assert 'href="04_b.html#one-part"' in page.body
    assert "grading (<code>docs/grading.md</code> in the course)" in page.body
    assert "</math>,</span> so." in page.body
    assert [section.anchor for section in page.sections] == ["05-a", "same", "same-2"]
    assert [section.text for section in page.sections][1:] == ["one", "two"]


def test_lessons_it_needs_are_those_it_links_to(book):
    page = (book / "index.html").read_text("utf-8")
    part = page[page.index('href="03_forward_propagation.html"') :].split("</li>\n<li>")
    assert "01 Neurons and gates" in part[0]
    assert "02 Perceptron" in part[0]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_and_code_can_be_read(scheme):
    root = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", root))
    words = set(colours) - {"ground", "shade", "mark", "line"}
    assert len(words) == 8
    for name in sorted(words):
        for ground in ("ground", "shade"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["text"], colours["mark"]) >= 4.5
    assert contrast(colours["line"], colours["ground"]) >= 3
