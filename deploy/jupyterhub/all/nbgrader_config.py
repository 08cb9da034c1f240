# nbgrader for everybody on the hub: the course's own configuration, and the exchange.

import os
from pathlib import Path

c = get_config()  # noqa: F821  (nbgrader puts it here)

load_subconfig(  # noqa: F821  (nbgrader puts it here)
    "nbgrader_config.py", path=str(Path(__file__).resolve().parents[3])
)
c.CourseDirectory.course_id = os.environ.get("NNBYHAND_COURSE", "nnbyhand")
c.Exchange.root = os.environ.get("NNBYHAND_EXCHANGE", "/srv/nbgrader/exchange")
# collecting warns where files belong to another account than the one they name
c.ExchangeCollect.check_owner = True

if os.environ.get("NNBYHAND_ROOT"):  # an instructor's folder with the gradebook
    c.CourseDirectory.root = os.environ["NNBYHAND_ROOT"]
