"""The shape of an entry: a topic's sentences, and a task's wrong forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

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


def any_of(*forms: Callable[..., Any]) -> Probe:
    """Recognise one misconception that comes in several forms, whatever the shape."""

    def gives(form: Callable[..., Any], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine = np.asarray(value, dtype=float).ravel()
            its = np.asarray(form(*call.arguments), dtype=float).ravel()
            if mine.size != its.size or not np.allclose(mine, its):
                return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


def one_of(*forms: Callable[..., Any]) -> Probe:
    """Recognise one misconception in several forms, shapes and all."""

    def gives(form: Callable[..., Any], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine, its = np.asarray(value, float), np.asarray(form(*call.arguments))
            if mine.shape != its.shape or not np.allclose(mine, its):
                return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


def one_answer(values: list, calls: list) -> bool:
    """Tell whether a single answer came back where several rows were asked."""
    return all(
        np.asarray(value).size == 1 < len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
    )


def shaped(*shape: int) -> Probe:
    """Recognise numbers in a wrong arrangement."""
    return Probe(
        lambda values, _: (
            not isinstance(values[0], str) and np.shape(values[0]) == shape
        )
    )
