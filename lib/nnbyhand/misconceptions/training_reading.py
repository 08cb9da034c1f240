"""Known misreadings of learning curves, and hasty verdicts."""

from typing import Any

from nnbyhand.misconceptions.task import Probe, Task

LESSON = "lesson 07, section "

READING = {
    "more-epochs-always": "The validation loss is rising. More epochs make that worse.",
    "smaller-rate-always": "The curve falls slowly and smoothly. The rate is too "
    "small, not too large.",
    "weights-are-hyper": "Weights are learned. Hyperparameters are chosen.",
    "open-world": "A network with two outputs must choose between its two classes.",
    "confidence-is-truth": "A high probability says how sure the network is, not that "
    "it is right.",
    "accuracy-is-enough": "Compare with always answering the larger class.",
    "gap-unseen": "In run 1 the two curves part: one goes on falling, the other rises.",
    "slowness-unseen": "Run 2 has fallen by a sixteenth in 40 epochs, evenly. What "
    "sets the length of its steps?",
    "good-run-changed": "In run 3 both losses end flat and close together, where the "
    "other group's network ends.",
    "fall-unseen": "At the end of run 4 both losses still fall, steadily and at a good "
    "speed.",
    "jumps-unseen": "Run 5 jumps up and down from epoch to epoch and never settles. "
    "Its steps overshoot.",
    "floor-unseen": "Run 6 lies flat and close together, far above 0.15: even its "
    "training examples are beyond it.",
    "half-and-half": "Softmax shares out 100 %, but nothing makes it share evenly.",
    "fault-suspected": "Nothing is broken: it has learned no third answer, and its "
    "sums may lie far apart on any picture.",
    "overfitting-suspected": "Overfitting is seen in two curves that part. Here one "
    "number is given: compare it with the baseline.",
    "key-missing": "This key is missing: return a dict with all the keys asked for.",
}

CURVES = LESSON + "“Read the curves”"
JUDGED = LESSON + "“Search honestly”"


def _letter(key: Any, letters: str) -> Probe:
    """Recognise one of these letters under a key."""

    def holds(values: list, _calls: list) -> bool:
        said = str(values[0].get(key, values[0].get(str(key), ""))).strip().upper()
        return len(said) == 1 and said in letters

    return Probe(holds)


def _missing(key: Any) -> Probe:
    return Probe(
        lambda values, _: (
            not isinstance(values[0], dict) or not {key, str(key)} & set(values[0])
        )
    )


def _run(number: int, wrong: dict[str, Probe]) -> Task:
    return Task(READING, {"key-missing": _missing(number)} | wrong, CURVES)


def _verdict(key: str, wrong: dict[str, Probe]) -> Task:
    return Task(READING, {"key-missing": _missing(key)} | wrong, JUDGED)


TASKS = {
    "training-reading-run-1": _run(
        1, {"more-epochs-always": _letter(1, "C"), "gap-unseen": _letter(1, "ABDF")}
    ),
    "training-reading-run-2": _run(
        2,
        {"smaller-rate-always": _letter(2, "B"), "slowness-unseen": _letter(2, "CDEF")},
    ),
    "training-reading-run-3": _run(3, {"good-run-changed": _letter(3, "ABCDE")}),
    "training-reading-run-4": _run(4, {"fall-unseen": _letter(4, "ABDEF")}),
    "training-reading-run-5": _run(5, {"jumps-unseen": _letter(5, "ACDEF")}),
    "training-reading-run-6": _run(6, {"floor-unseen": _letter(6, "ABCEF")}),
    "training-reading-chosen": _verdict(
        "chosen", {"weights-are-hyper": _letter("chosen", "AC")}
    ),
    "training-reading-cow": _verdict(
        "cow",
        {"open-world": _letter("cow", "AB"), "half-and-half": _letter("cow", "D")},
    ),
    "training-reading-sure": _verdict(
        "sure",
        {
            "confidence-is-truth": _letter("sure", "A"),
            "fault-suspected": _letter("sure", "C"),
        },
    ),
    "training-reading-ninety": _verdict(
        "ninety",
        {
            "accuracy-is-enough": _letter("ninety", "A"),
            "overfitting-suspected": _letter("ninety", "C"),
        },
    ),
}
