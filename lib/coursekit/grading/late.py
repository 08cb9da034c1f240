"""Take points off for work that came late: so much a day, up to a limit.

``PerDay`` plugs into nbgrader and takes nothing until the course says how much:

    c.PerDay.percent_a_day = 10
"""

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Dict, Float

DAY = 24 * 60 * 60


class PerDay(LateSubmissionPlugin):
    """A share of what the work has earned, for every day begun after the due date."""

    percent_a_day = Float(
        0.0, min=0, max=100, help="of the points earned, for each day begun"
    ).tag(config=True)
    most_percent = Float(
        50.0, min=0, max=100, help="of the points earned, however late"
    ).tag(config=True)
    grace_minutes = Float(
        15.0, min=0, help="nothing is taken off for coming this little too late"
    ).tag(config=True)
    extra_days = Dict(
        help="days that a student may come later, by student: {'ada': 2}"
    ).tag(config=True)

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float | None:
        """Give the points to take off, or None for none."""
        extra = float(self.extra_days.get(student_id, 0)) * DAY
        late = total_seconds_late - extra
        if not self.percent_a_day or late <= self.grace_minutes * 60:
            return None
        percent = min(math.ceil(late / DAY) * self.percent_a_day, self.most_percent)
        return round(score * percent / 100, 2)
