"""Know what submissions will import, so that warm servers have it ready."""

import re
from collections import Counter
from collections.abc import Iterable

IMPORT = re.compile(r"^\s*(?:import|from) +([\w.]+)", re.MULTILINE)
# slow to import: made ready for all where several submissions ask for it
SLOW = re.compile(rb"\b(?:import|from) +(torch|matplotlib\.pyplot)\b")
# who lets torch train: an optimiser's first step imports as much as torch itself
TRAINS = re.compile(rb"\b(?:optim|twins|torch_practice)\b")
COMPILER = "torch._dynamo"


class Asked:
    """What the assignment and the submissions import."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()  # submissions that import it

    def see(self, raw: bytes) -> None:
        """Note what one submission imports, by the bytes of its notebook."""
        self.count.update({name.decode() for name in SLOW.findall(raw)})
        self.count.update([COMPILER] if TRAINS.search(raw) else [])

    def modules(self, texts: Iterable[str]) -> list[str]:
        """Give what to import beforehand, the texts of the assignment's cells known."""
        text = "\n".join(texts)
        # what one alone asks for costs no less here than in that one's own process
        common = {name for name, count in self.count.items() if count > 1}
        asked = set(IMPORT.findall(text)) | common - {COMPILER}
        trains = TRAINS.search(text.encode()) or COMPILER in common
        if trains and any(name.split(".")[0] == "torch" for name in asked):
            asked.add(COMPILER)
        return sorted(asked)
