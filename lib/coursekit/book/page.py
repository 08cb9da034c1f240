"""The parts of a lesson's page: its title, its sections, its links, what it needs.

``lesson_page`` reads them from the HTML of a lesson and mends what only a notebook can
use: links to notebooks, the anchors behind headings.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

INLINE = {"a", "b", "code", "em", "i", "span", "strong", "sub", "sup"}
HEADINGS = ("h1", "h2", "h3", "h4")
ABROAD = re.compile(r"^(https?:|mailto:|#)")


@dataclass(frozen=True)
class Section:
    """What stands under one heading, as text to search through."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Page:
    """A lesson as a page of the book."""

    unit: str
    title: str
    goals: tuple[str, ...]
    needs: tuple[str, ...]
    sections: tuple[Section, ...]
    body: str

    @property
    def file(self) -> str:
        return f"{self.unit}.html"

    @property
    def number(self) -> str:
        return self.unit[:2]

    @property
    def name(self) -> str:
        """The title without its number."""
        return self.title.removeprefix(self.number).strip()


def lesson_page(unit: str, body: str, units: list[str]) -> Page:
    """Make a page of a lesson's HTML; ``units`` are the lessons of the book."""
    soup = BeautifulSoup(body, "html.parser")
    _headings(soup)
    _links(soup, units)
    _punctuation(soup)
    for wide in soup.select("table"):
        if not wide.find_parent(class_="wide"):
            wide.wrap(soup.new_tag("div", attrs={"class": "wide"}))
    first = soup.select_one(".prose")
    title = first.h1.get_text(strip=True)
    goals = [str(item.decode_contents()) for item in first.select("ul > li")]
    needs = {
        str(link["href"]).removesuffix(".html")
        for link in first.select("a[href]")
        if str(link["href"]).endswith(".html") and not ABROAD.match(str(link["href"]))
    }
    return Page(
        unit=unit,
        title=title,
        goals=tuple(goals),
        needs=tuple(sorted(need for need in needs if need < unit)),
        sections=tuple(_sections(soup)),
        body=str(soup).strip(),
    )


def _headings(soup: BeautifulSoup) -> None:
    """Give every heading an anchor of its own, made of its words."""
    taken: dict[str, int] = {}
    for heading in soup.find_all(HEADINGS):
        for link in heading.select("a.anchor-link"):
            link.decompose()
        words = re.findall(r"\w+", heading.get_text().lower())
        name = "-".join(words) or "part"
        taken[name] = taken.get(name, 0) + 1
        heading["id"] = name if taken[name] == 1 else f"{name}-{taken[name]}"


def _links(soup: BeautifulSoup, units: list[str]) -> None:
    """Let links to lessons lead to pages; name a file the book does not have."""
    for link in soup.select("a[href]"):
        address = str(link["href"])
        if ABROAD.match(address):
            continue
        path, _, anchor = address.partition("#")
        unit = path.removeprefix("./").removesuffix(".ipynb")
        if unit in units:
            # a notebook's anchors have capitals and keep their signs
            words = "-".join(re.findall(r"\w+", anchor.lower()))
            link["href"] = f"{unit}.html" + (f"#{words}" if words else "")
        else:
            file = soup.new_tag("code")
            file.string = path.removeprefix("../")
            link.insert_after(" (", file, " in the course)")
            link.unwrap()


def _punctuation(soup: BeautifulSoup) -> None:
    """Keep a formula and the sign after it on one line."""
    for formula in soup.find_all("math"):
        after = formula.next_sibling
        sign = re.match(r"[.,;:?)]+", after) if isinstance(after, str) else None
        if sign and formula.get("display") != "block":
            together = formula.wrap(soup.new_tag("span", attrs={"class": "together"}))
            together.append(sign[0])
            after.replace_with(after[sign.end() :])


def _sections(soup: BeautifulSoup) -> list[Section]:
    found: list[tuple[str, str, list[str]]] = []
    for cell in soup.find_all("div", class_="cell", recursive=False):
        for part in cell.find_all(True, recursive=False):
            for piece in _pieces(part):
                if piece.name in HEADINGS:
                    found.append((str(piece["id"]), piece.get_text(), []))
                elif found:
                    found[-1][2].append(_plain(piece))
    return [Section(at, name, " ".join(" ".join(t).split())) for at, name, t in found]


def _pieces(part: Tag) -> list[Tag]:
    prose = "prose" in (part.get("class") or [])
    return part.find_all(True, recursive=False) if prose else [part]


def _plain(piece: Tag) -> str:
    """Give the words of a piece; an answer that must be opened is not searched.

    Only what begins a block begins a word: the parts of ``f(x)`` stay together.
    """
    words, last = [], None
    for text in piece.find_all(string=True):
        if any(parent.name == "details" for parent in text.parents):
            continue
        block = next(parent for parent in text.parents if parent.name not in INLINE)
        words.append(str(text) if block is last else f" {text}")
        last = block
    return "".join(words)
