"""What nbgrader_config.py plugs into plain nbgrader so that grades are right.

``integrity`` restores what a student may not change, ``verdict`` reads a test cell's
result strictly, ``feedback`` keeps hidden tests hidden and student HTML harmless.
"""

import os
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"


def offer_templates() -> None:
    """Let nbconvert find the course's templates before its own.

    The formgrader replaces the setting that names folders of templates, and looks into
    Jupyter's data folders. This adds one, for this process and those it starts.
    """
    ours = str(TEMPLATES / "jupyter")
    folders = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    others = [folder for folder in folders if folder and folder != ours]
    os.environ["JUPYTER_PATH"] = os.pathsep.join([ours, *others])
