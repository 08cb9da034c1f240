"""Look into feedback pages: nothing hidden shows, nothing runs, the words are there."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from coursekit.grading.feedback import HIDDEN, MARKS

SHORTEST = 12  # characters of a hidden line that cannot stand elsewhere by chance
# where an address may come from; anything else could be fetched or run
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "xlink:href"}
HARMLESS = re.compile(r"^(#|https?://|mailto:|data:image/(png|jpeg);base64,)", re.I)
LOADED = {"src", "data", "poster"}  # fetched by the page itself, without a click
RUNS = {"script", "iframe", "object", "embed", "form", "base", "link", "frame"}


@dataclass(frozen=True)
class Secrets:
    """Lines that stand in hidden tests and mark schemes and nowhere else."""

    lines: tuple[str, ...]


@dataclass
class _Page(HTMLParser):
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    skip: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skip = tag == "style"
        if tag in RUNS:
            self.faults.append(f"the page has a <{tag}>")
        for name, value in attrs:
            address = re.sub(r"[\s\x00-\x1f]", "", value or "")
            odd = name in ADDRESSES and not HARMLESS.match(address)
            if odd or name.startswith("on"):
                self.faults.append(f"<{tag}> has {name}={value!r}")
            elif name in LOADED and not address.startswith("data:"):
                self.faults.append(f"<{tag}> loads {value!r}")
            elif name == "http-equiv" and (value or "").lower() == "refresh":
                self.faults.append("the page sends its reader elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self.skip = False

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.words.append(data)


def secrets(text: str) -> Secrets:
    """Collect from an assignment's text what no feedback page may show."""
    comments = re.compile(r"^# ?", re.MULTILINE)
    hidden = [match[0] for match in HIDDEN.finditer(text)]
    marks = [comments.sub("", match[0]) for match in MARKS.finditer(text)]
    shown = _plain(comments.sub("", MARKS.sub("", HIDDEN.sub("", text))))
    lines = {
        _plain(line)
        for part in hidden + marks
        for line in part.splitlines()
        if len(_plain(line)) >= SHORTEST
    }
    return Secrets(tuple(sorted(line for line in lines if line not in shown)))


def page_faults(html: str, hidden: Secrets, says: tuple[str, ...]) -> list[str]:
    """List what is wrong with a feedback page."""
    page = _Page()
    page.feed(html)
    words = _plain("".join(page.words))
    faults = list(dict.fromkeys(page.faults))
    faults += [f"the page shows {line!r}" for line in hidden.lines if line in words]
    faults += [f"the page lacks {line!r}" for line in says if _plain(line) not in words]
    return faults


def _plain(text: str) -> str:
    return " ".join(text.split())
