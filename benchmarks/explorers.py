"""How often each explorer can redraw in a second, beside a bare figure of its size.

python benchmarks/explorers.py [--rounds 5]

For every explorer that needs no argument one slider is moved (or one button clicked),
and the processor time until its picture and words are new is taken. By turns a bare
line in a figure of the same size is drawn and packed as PNG: that much any picture
costs here. The ratio says how much our own drawing adds; it holds for other machines
better than the redraws a second do.
"""

import argparse
import importlib
import inspect
import io
import itertools
import pkgutil
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

from nnbyhand import explorers
from nnbyhand import widgets as basic

MOVES = 6


def makers() -> Iterator[tuple[str, Callable[[], basic.Explorer]]]:
    """Find every function that makes an explorer without being given anything."""
    names = [found.name for found in pkgutil.iter_modules(explorers.__path__)]
    for module in [
        basic,
        *(importlib.import_module(f"nnbyhand.explorers.{name}") for name in names),
    ]:
        for name, thing in inspect.getmembers(module, inspect.isfunction):
            signature = inspect.signature(thing)
            free = all(p.default is not p.empty for p in signature.parameters.values())
            own = thing.__module__ == module.__name__ and not name.startswith("_")
            if own and free and "Explorer" in str(signature.return_annotation):
                yield name, thing


def inside(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    """Give a widget and all that stand in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def movers(explorer: basic.Explorer) -> Iterator[Callable[[int], object]]:
    """Give functions that move a slider, choose from a list or click a button."""
    for widget in inside(explorer):
        if all(hasattr(widget, name) for name in ("min", "max", "step", "value")):
            places = np.linspace(widget.min, widget.max, MOVES + 2)[1:-1]
            values = [type(widget.value)(place) for place in places]
            yield partial(_set, widget, values)
        elif isinstance(widget, widgets.Dropdown):
            yield partial(_set, widget, [value for _, value in widget._options_full])
        elif isinstance(widget, widgets.Button):
            yield lambda _, button=widget: button.click()


def _set(widget: widgets.Widget, values: list[Any], k: int) -> None:
    widget.value = values[k % len(values)]


def mover(explorer: basic.Explorer) -> Callable[[int], object] | None:
    """Give the first of these that changes the picture each time."""
    for move in movers(explorer):
        pictures = []
        for k in range(MOVES):
            move(k)
            pictures.append(explorer.picture.value)
        if all(a != b for a, b in itertools.pairwise(pictures)):
            return move
    return None


def bare(png: bytes) -> Callable[[int], None]:
    """Give a function that draws a line in a figure as large as a picture."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    figure = Figure(figsize=(width / 110, height / 110), dpi=110)
    (line,) = figure.subplots().plot([0, 1], [0, 1])

    def draw(k: int) -> None:
        line.set_ydata([0, k])
        figure.savefig(io.BytesIO(), format="png")

    return draw


def seconds(do: Callable[[int], object]) -> float:
    begun = time.process_time()
    for k in range(MOVES):
        do(k)
    return (time.process_time() - begun) / MOVES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(f"{'explorer':28}{'redraws a CPU second':>22}{'bare / ours':>14}")
    for name, make in makers():
        explorer = make()
        move = mover(explorer)
        if move is None:
            print(f"{name:28}  nothing to move")
            continue
        draw = bare(explorer.picture.value)
        pairs = [(seconds(move), seconds(draw)) for _ in range(rounds)]
        ours = statistics.median(pair[0] for pair in pairs)
        ratio = statistics.median(theirs / own for own, theirs in pairs)
        print(f"{name:28}{1 / ours:>22.0f}{ratio:>14.2f}")


if __name__ == "__main__":
    main()
