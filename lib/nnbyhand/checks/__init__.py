"""Say what is right, what is not yet, and which idea would give exactly that.

``check`` tries a learner's function on cases and diagnoses by value; ``check_that``
tries a property that no single number shows; ``checkpoint`` pins a number of a
lesson. All of them speak in three outcomes: NOT ATTEMPTED, NOT YET, CORRECT.
"""

from nnbyhand.checks.compare import TOLERANCES
from nnbyhand.checks.feedback import Feedback, NotAttempted, NotYet
from nnbyhand.checks.ladder import check, check_that, checkpoint

__all__ = [
    "TOLERANCES",
    "Feedback",
    "NotAttempted",
    "NotYet",
    "check",
    "check_that",
    "checkpoint",
]
