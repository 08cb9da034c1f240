"""One question of a self-check, with a sentence for every option."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question; ``options`` maps what can be chosen to what is said about it.

    A poll has no right answer: there ``right`` is left out.
    """

    text: str
    options: dict[str, str]
    right: str = ""

    def __post_init__(self) -> None:
        if self.right and self.right not in self.options:
            raise ValueError(f"right must be one of {list(self.options)}")
