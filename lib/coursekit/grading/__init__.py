"""What nbgrader_config.py plugs into plain nbgrader so that grades are right.

``integrity`` restores what a student may not change, ``verdict`` reads a test cell's
result strictly, ``feedback`` keeps hidden tests hidden and student HTML harmless.
"""

from pathlib import Path


def templates(name: str) -> str:
    """Give the path of a folder with templates for nbconvert."""
    return str(Path(__file__).parent / "templates" / name)
