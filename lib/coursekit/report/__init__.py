"""``coursekit report``: what a class can do, where it goes wrong, who needs a look.

``gather`` reads the gradebook and the graded notebooks, ``page`` writes one page of
HTML that needs nothing else.
"""

from coursekit.report.gather import gather
from coursekit.report.page import page

__all__ = ["gather", "page"]
