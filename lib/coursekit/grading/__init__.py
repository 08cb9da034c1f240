"""What nbgrader_config.py plugs into plain nbgrader so that grades are right.

``integrity`` restores what a student may not change, ``verdict`` reads a test cell's
result strictly, ``feedback`` keeps hidden tests hidden and student HTML harmless.
"""
