"""Name the misconception behind what a failed test said.

A test says a misconception's own sentence, and the answer bank proves that it does. So
the sentence names it: nothing has to be stored with a grade, and nothing about codes
ever reaches a learner. It works on every graded notebook, whoever graded it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from nnbyhand.misconceptions import TASKS

TEXT = re.compile(r'"([a-z][\w{}-]*)"')  # what may be the name of a task
GAP = re.compile(r"\{\w+\}")

# what the ladder of checks says of any exercise: code, words in it, and what it means
LADDER = {
    "missing": ("there is no function called", "The function was not there: its cell "
    "is missing, or stops with an error."),
    "returns-none": ("Is there a `return`", "Nothing came back: no `return`."),
    "too-slow": ("was still running after", "The function did not come to an end."),
    "raises": ("stopped with", "The function stopped with an error."),
    "mutates-input": ("your function changed its argument", "The argument was changed "
    "on the way."),
    "library-answer": ("which does this task for you", "The library's function did "
    "the task."),
    "not-finite": ("which is not finite", "Infinity or NaN came back."),
    "wrong-kind": ("expected an array of shape|expected one number|expected numbers"
    r"|expected text|expected a dict|expected \d+ values", "Something of another kind "
    "or shape came back."),
}  # fmt: skip
UNKNOWN = ("not-recognised", "Another mistake, which no sentence is about.")
BLANK = "NotAttempted"


def slip(source: str, outputs: Iterable[Mapping[str, Any]]) -> tuple[str, str] | None:
    """Give (code, sentence) for what a failed test said, or None if it did not fail.

    ``source`` is the test's text, ``outputs`` what it left in the notebook. The code of
    what was not attempted is ``blank``.
    """
    errors = [output for output in outputs if output.get("output_type") == "error"]
    if not errors:
        return None
    said = _plain(str(errors[-1].get("evalue", "")))
    if errors[-1].get("ename") == BLANK and LADDER["missing"][0] not in said:
        return "blank", "Nothing was written."
    named = [
        (len(sentence), code, sentence)
        for task in tasks(source)
        for code, sentence, pattern in _sentences(task)
        if pattern.search(said)
    ]
    if named:  # the longest, where one sentence is part of another
        _, code, sentence = max(named)
        return code, sentence
    for code, (words, meaning) in LADDER.items():
        if re.search(words, said):
            return code, meaning
    return UNKNOWN


@cache
def tasks(source: str) -> list[str]:
    """Name the tasks a test asks about; ``f"engine-{name}"`` stands for several."""
    found = []
    for text in TEXT.findall(source):
        wanted = re.compile(GAP.sub(".+", re.sub(r"[^\w{}]", r"\\\g<0>", text)))
        found += [task for task in TASKS if wanted.fullmatch(task)]
    return list(dict.fromkeys(found))


@cache
def _sentences(task: str) -> list[tuple[str, str, re.Pattern[str]]]:
    """Give code, sentence and pattern for every misconception of a task."""
    entry = TASKS[task]
    return [
        (code, GAP.sub("…", sentence), _pattern(sentence))
        for code, sentence in entry.sentences.items()
        if code in entry.wrong
    ]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in GAP.split(_plain(sentence))]
    return re.compile(".*?".join(parts))


def _plain(text: str) -> str:
    return " ".join(text.split())
