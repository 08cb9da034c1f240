"""The shape of an entry: a topic's sentences, and a task's wrong forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Sentences = Mapping[str, str]


@dataclass(frozen=True)
class Probe:
    """Recognise a misconception by looking at the calls.

    ``holds(values, calls)`` gets the values that came back and the ``Call`` objects.
    """

    holds: Callable[[list[Any], list[Any]], bool]


@dataclass(frozen=True)
class Task:
    """One exercise: its wrong forms by code, their sentences, and where to look."""

    sentences: Sentences
    wrong: Mapping[str, Callable[..., Any] | Probe]
    look: str = ""

    def __post_init__(self) -> None:
        unknown = set(self.wrong) - set(self.sentences)
        if unknown:
            raise ValueError(f"no sentence for {sorted(unknown)}")
