"""Known misreadings of learning curves, and hasty verdicts."""

from typing import Any

from nnbyhand.misconceptions.task import Probe, Task

LESSON = "lesson 07, section "

READING = {
    "more-epochs-always": "The validation loss is rising. More epochs make that worse.",
    "smaller-rate-always": "The curve falls slowly and smoothly. The rate is too "
    "small, not too large.",
    "gap-unseen": "In run 1 the two curves part: one goes on falling, the other rises.",
    "good-run-changed": "In run 2 both losses end flat and close together, where the "
    "other group's network ends.",
    "slowness-unseen": "Run 3 has fallen by a twentieth in 40 epochs, evenly. What "
    "sets the length of its steps?",
    "jumps-unseen": "Run 4 jumps up and down from epoch to epoch and never settles. "
    "Its steps overshoot.",
    "floor-unseen": "Run 5 lies flat and close together, far above 0.06: even its "
    "training examples are beyond it.",
    "fall-unseen": "At the end of run 6 both losses still fall, steadily and at a good "
    "speed.",
    "hyper-counted": "Rate, patience and dropout share are chosen. Parameters are what "
    "training moves.",
    "biases-forgotten": "You counted the weights. Biases are learned as well.",
    "all-low": "Softmax shares out 100 % among the ten digits, whatever the picture "
    "shows. Ten numbers near 0 do not add up to that.",
    "half-and-half": "Softmax shares out 100 %, but nothing makes it share evenly.",
    "error-expected": "No error is raised: a picture of the right size always gets its "
    "ten probabilities.",
    "confidence-is-truth": "A high probability says how sure the network is, not that "
    "it is right.",
    "fault-suspected": "Nothing is broken: it has learned no eleventh answer, and its "
    "sums may lie far apart on any picture.",
    "accuracy-is-enough": "Compare with always answering the larger class.",
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


def _asked(key: Any, look: str, **wrong: str) -> Task:
    """Make the task of one key: which letters betray which misconception."""
    told = {
        code.replace("_", "-"): _letter(key, letters) for code, letters in wrong.items()
    }
    return Task(READING, {"key-missing": _missing(key)} | told, look)


TASKS = {
    "training-reading-1": _asked(1, CURVES, more_epochs_always="E", gap_unseen="ABCF"),
    "training-reading-2": _asked(2, CURVES, good_run_changed="BCDEF"),
    "training-reading-3": _asked(
        3, CURVES, smaller_rate_always="B", slowness_unseen="ADEF"
    ),
    "training-reading-4": _asked(4, CURVES, jumps_unseen="ACDEF"),
    "training-reading-5": _asked(5, CURVES, floor_unseen="ABCDE"),
    "training-reading-6": _asked(6, CURVES, fall_unseen="ABCDF"),
    "training-reading-learned": _asked(
        "learned", JUDGED, hyper_counted="AD", biases_forgotten="B"
    ),
    "training-reading-letter": _asked(
        "letter", JUDGED, all_low="A", half_and_half="B", error_expected="C"
    ),
    "training-reading-sure": _asked(
        "sure", JUDGED, confidence_is_truth="A", fault_suspected="C"
    ),
    "training-reading-broken": _asked(
        "broken", JUDGED, accuracy_is_enough="A", overfitting_suspected="B"
    ),
}
