"""Import nbformat without a grammar of web addresses that nobody here asks for.

Import this module before nbformat. nbformat checks notebooks with jsonschema, which
builds, where it can, a grammar for addresses in all scripts of the world: that takes
longer than everything else of nbformat and nbgrader together, and no schema of a
notebook holds such an address.
"""

import sys

GRAMMAR = "rfc3987_syntax"

if GRAMMAR not in sys.modules:
    sys.modules[GRAMMAR] = None  # type: ignore[assignment]  # "there is none"
    import jsonschema  # noqa: F401

    del sys.modules[GRAMMAR]
