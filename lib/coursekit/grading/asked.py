"""Know what submissions will import, so that warm servers have it ready."""

import re
from collections.abc import Iterable

IMPORT = re.compile(r"^\s*(?:import|from) +([\w.]+)", re.MULTILINE)
# slow to import: made ready for all where one submission asks for it; in a file a line
# may begin behind the two characters of a written "\n"
SLOW = re.compile(rb"(?:\b|\\n)(?:import|from) +(torch|matplotlib\.pyplot)\b")
# who lets torch train: an optimiser's first step imports as much as torch itself
TRAINS = re.compile(rb"\b(?:optim|twins|torch_practice)\b")
COMPILER = "torch._dynamo"


class Asked:
    """What the assignment and the submissions import."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def see(self, raw: bytes) -> None:
        """Note what one submission imports, by the bytes of its notebook."""
        self.names |= {name.decode() for name in SLOW.findall(raw)}
        self.names |= {COMPILER} if TRAINS.search(raw) else set()

    def modules(self, texts: Iterable[str]) -> list[str]:
        """Give what to import beforehand, the texts of the assignment's cells known."""
        text = "\n".join(texts)
        # even for one alone: torch changes the interpreter as it is imported, and in
        # the middle of a test that would be taken for tampering
        asked = set(IMPORT.findall(text)) | self.names - {COMPILER}
        trains = TRAINS.search(text.encode()) or COMPILER in self.names
        if trains and any(name.split(".")[0] == "torch" for name in asked):
            asked.add(COMPILER)
        return sorted(asked)
