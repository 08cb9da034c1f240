"""Neural networks by hand: every part of a network in plain, readable NumPy.

Import the module you need, for example ``from nnbyhand import gates``. One module
is one concept; ``import nnbyhand`` alone loads nothing else, so it is quick.
"""

__version__ = "0.1.0"
