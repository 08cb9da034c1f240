"""A computation graph with values and gradients, errors and counts; two to move.

``draw_graph`` draws what ``nodes.trace`` kept, ``backward_stepper`` hands the gradients
back one node at a time, ``graph_explorer`` moves the inputs of a graph.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

from nnbyhand import plots
from nnbyhand.nodes import Node, backward, order, trace
from nnbyhand.symbolic import Expression
from nnbyhand.widgets import DescribedImage, Explorer

SLIDE = ("*", ("+", "b", "c"), ("+", "c", 2))
SQUARES = ("+", ("*", ("**", "x", 2), "y"), ("+", "y", 2))
CUBE = ("+", ("*", ("*", "x", "x"), "x"), "x")
# name: the graph, its inputs, what its nodes are called
GRAPHS: dict[str, tuple[Expression, dict[str, float], dict[Expression, str]]] = {
    "f = x²·y + (y + 2)": (SQUARES, {"x": 3.0, "y": 4.0}, {SQUARES: "f"}),
    "a = (b + c)·(c + 2)": (
        SLIDE,
        {"b": 5.0, "c": -1.5},
        {SLIDE: "a", SLIDE[1]: "d", SLIDE[2]: "e"},
    ),
    "u = x·x·x + x": (CUBE, {"x": 2.0}, {CUBE: "u"}),
}
# name of a node: its column and its height, where the picture is crossed otherwise
PLACES = {
    "x": (0, 1),
    "y": (0, -1),
    "x²": (1, 1),
    "y + 2": (2, -1),
    "x²·y": (2, 1),
    "f": (3, 0),
    "b": (0, 1),
    "c": (0, -1),
    "d": (1, 1),
    "e": (1, -1),
    "a": (2, 0),
}
CUBE_PLACES = {"x": (0, -1), "x·x": (0, 1), "x·x·x": (2, 1), "u": (3, -1)}


def graph(name: str, values: Mapping[str, float] | None = None) -> Node:
    """Give the last node of a graph of the lesson, at its own inputs or at others.

    Taught in course/05_automatic_differentiation.
    """
    expression, own, names = GRAPHS[name]
    return trace(expression, values or own, names)


def draw_graph(
    output: Node,
    *,
    gradients: bool = True,
    done: Sequence[Node] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the graph that ends in ``output``: a box for each node, values in it.

    With ``gradients`` each box holds its gradient too, and each arrow its local slope;
    ``done`` are the boxes that have handed theirs on, or None for a whole pass.
    Taught in course/05_automatic_differentiation.
    """
    ax = ax or plots.new_figure(width=5.2, height=2.5).axes[0]
    nodes = order(output)
    if gradients and done is None:
        backward(nodes)
        done = nodes
    places = CUBE_PLACES if output.name == "u" else PLACES
    at = {id(node): places[node.name] for node in nodes}
    boxes = {}
    for node in nodes:
        x, y = at[id(node)]
        handed = gradients and any(node is other for other in done or [])
        boxes[id(node)] = _box(ax, x, y, node, gradients, handed).get_bbox_patch()
    for node in nodes:
        _edges(ax, node, at, boxes, gradients)
    ax.set(xlim=(-0.45, max(x for x, _ in at.values()) + 0.45), ylim=(-1.6, 1.6))
    ax.axis("off")
    ax.figure.alt = _graph_words(nodes, gradients)
    return ax


def plot_errors(hs: Sequence[float], errors: Mapping[str, Sequence[float]]) -> Axes:
    """Draw how far numeric slopes are off for each step size, on logarithmic axes.

    Taught in course/05_automatic_differentiation.
    """
    ax = plots.new_figure(width=5.0, height=2.9).axes[0]
    styles = (("--", plots.VERMILION, "s"), ("-", plots.BLUE, "o"))
    told = []
    for (name, error), (dashes, colour, marker) in zip(
        errors.items(), styles, strict=False
    ):
        ax.loglog(hs, error, dashes, color=colour, marker=marker, ms=4)
        best = int(np.argmin(error))
        ax.annotate(
            name,
            (hs[0], error[0]),
            (6, 0),
            textcoords="offset points",
            color=colour,
            va="center",
            annotation_clip=False,
        )
        power = round(float(np.log10(hs[best])))
        told.append(f"{name}: smallest near h = 1e{power}, larger on both sides")
    ax.set(xlabel="step h", ylabel="error of the slope")
    ax.figure.alt = f"The error of a numeric slope over the step: {'; '.join(told)}."
    return ax


def plot_counts(
    n_inputs: Sequence[int], forward: Sequence[int], reverse: Sequence[int]
) -> Axes:
    """Draw the counted node visits of both modes over the number of inputs.

    Taught in course/05_automatic_differentiation.
    """
    ax = plots.new_figure(width=5.0, height=2.9).axes[0]
    for name, counts, dashes, colour, marker in (
        ("forward mode", forward, "--", plots.VERMILION, "s"),
        ("reverse mode", reverse, "-", plots.BLUE, "o"),
    ):
        ax.loglog(n_inputs, counts, dashes, color=colour, marker=marker, ms=5)
        end = (n_inputs[-1], counts[-1])
        ax.annotate(
            name,
            end,
            (8, 0),
            textcoords="offset points",
            color=colour,
            va="center",
            annotation_clip=False,
        )
    ax.set(xlabel="number of inputs", ylabel="nodes visited")
    ax.figure.alt = (
        "Nodes visited over the number of inputs, both axes logarithmic: forward mode "
        f"climbs twice as steeply, to {forward[-1]} at {n_inputs[-1]} inputs, where "
        f"reverse mode needs {reverse[-1]}."
    )
    return ax


def graph_explorer() -> Explorer:
    """Move b and c: values and gradients of a = (b + c)·(c + 2) follow.

    Taught in course/05_automatic_differentiation.
    """
    sliders = [
        widgets.FloatSlider(
            value=value,
            min=-6,
            max=6,
            step=0.5,
            description=name,
            readout_format=".1f",
        )
        for name, value in (("b", 5.0), ("c", -1.5))
    ]
    figure = plots.new_figure(width=4.6, height=2.6)
    image = DescribedImage(format="png", layout={"width": "506px", "height": "286px"})
    words = widgets.HTML()

    def redraw(_change: object = None) -> None:
        b, c = (round(slider.value, 6) for slider in sliders)
        output = graph("a = (b + c)·(c + 2)", {"b": b, "c": c})
        _wipe(figure.axes[0])
        draw_graph(output, ax=figure.axes[0])
        words.value = _slide_words(order(output))
        image.feed(figure)

    for slider in sliders:
        slider.observe(redraw, "value")
    redraw()
    figure.set_layout_engine("none")  # found once; finding it again takes half the time
    plots.close(figure)
    return Explorer([*sliders, words], image, figure.alt)


def backward_stepper() -> Explorer:
    """Hand gradients back one node at a time: next, back, start again.

    Taught in course/05_automatic_differentiation.
    """
    choice = widgets.Dropdown(
        options=list(GRAPHS),
        description="graph",
        style={"description_width": "45px"},
        layout={"width": "235px"},
    )
    buttons = [
        widgets.Button(description=word, layout={"width": width})
        for word, width in (("next", "65px"), ("back", "65px"), ("start again", "95px"))
    ]
    figure = plots.new_figure(width=4.8, height=2.8)
    image = DescribedImage(format="png", layout={"width": "528px", "height": "308px"})
    words = widgets.HTML()
    state = {"step": 0}

    def redraw(_change: object = None) -> None:
        nodes = order(graph(choice.value))
        said = hand_back(nodes, state["step"])
        _wipe(figure.axes[0])
        givers = _givers(nodes)
        done = givers[: state["step"]]
        draw_graph(nodes[-1], done=done, ax=figure.axes[0])
        buttons[0].disabled = state["step"] == len(givers)
        buttons[1].disabled = buttons[2].disabled = state["step"] == 0
        words.value = (
            f"<p aria-live='polite'>Step {state['step']} of {len(givers)}. {said}</p>"
        )
        image.feed(figure)

    def go(step: int) -> None:
        state["step"] = min(max(step, 0), len(_givers(order(graph(choice.value)))))
        redraw()

    buttons[0].on_click(lambda _: go(state["step"] + 1))
    buttons[1].on_click(lambda _: go(state["step"] - 1))
    buttons[2].on_click(lambda _: go(0))
    choice.observe(lambda _: go(0), "value")
    redraw()
    plots.close(figure)
    row = widgets.HBox(buttons)
    return Explorer([choice, row, words], image, figure.alt)


def hand_back(nodes: Sequence[Node], n_steps: int) -> str:
    """Let the last ``n_steps`` nodes hand their gradients on; say what the last did.

    Taught in course/05_automatic_differentiation.
    """
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = 1.0
    said = f"{nodes[-1].name} starts with gradient 1."
    for node in _givers(nodes)[:n_steps]:
        pieces = []
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            before, piece = parent.grad, slope * node.grad
            parent.grad += piece
            held = f"{_number(before)} + {_number(piece)} = " if before else ""
            pieces.append(
                f"{_number(node.grad)} × {_number(slope)} to <b>{parent.name}</b>, "
                f"which now holds {held}{_number(parent.grad)}"
            )
        said = f"<b>{node.name}</b> hands on {'; '.join(pieces)}."
    return said


def _wipe(ax: Axes) -> None:
    """Take all boxes and arrows away; clearing the axes takes much longer."""
    for text in list(ax.texts):
        text.remove()


def _givers(nodes: Sequence[Node]) -> list[Node]:
    """Give the nodes that have something to hand on, from the last to the first."""
    return [node for node in reversed(nodes) if node.parents]


def _slide_words(nodes: Sequence[Node]) -> str:
    values = {node.name: node for node in nodes}
    a, b, c, d, e = (values[name] for name in "abcde")
    rows = "".join(
        f"<tr><td>{node.name}</td><td>{_number(node.value)}</td>"
        f"<td>{_number(node.grad)}</td></tr>"
        for node in (b, c, d, e, a)
    )
    head = "<tr><th></th><th>value</th><th>gradient</th></tr>"
    cells = "style='border-spacing:14px 0; text-align:right'"
    return (
        f"<table {cells}>{head}{rows}</table><p aria-live='polite'>c is used twice: "
        f"{_number(e.value)} by way of d, {_number(d.value)} by way of e, together "
        f"<b>{_number(c.grad)}</b>. 0.1 more in c changes a by about "
        f"{_number(0.1 * c.grad)}.</p>"
    )


def _graph_words(nodes: Sequence[Node], gradients: bool) -> str:
    told = []
    for node in nodes:
        made = ""
        if node.parents:
            made = f" from {' and '.join(parent.name for parent in node.parents)}"
        held = f", gradient {_number(node.grad)}" if gradients else ""
        told.append(f"{node.name}{made}: value {_number(node.value)}{held}")
    return f"A graph, inputs on the left, the result on the right. {'; '.join(told)}."


def _box(
    ax: Axes, x: float, y: float, node: Node, gradients: bool, handed: bool
) -> Text:
    style = {
        "boxstyle": "round,pad=0.35",
        "fc": plots.PALE[1] if handed else "white",
        "ec": plots.BLUE if handed else "0.5",
        "lw": 1.8 if handed else 1.2,
    }
    lines = f"{node.name}\nvalue {_number(node.value)}"
    if gradients:
        lines += f"\ngrad {_number(node.grad) if node.grad or handed else '–'}"
    # drawn before the arrows, which end where the box does
    return ax.text(
        x, y, lines, ha="center", va="center", fontsize=9, bbox=style, zorder=1
    )


def _edges(
    ax: Axes,
    node: Node,
    at: Mapping[int, tuple[float, float]],
    boxes: Mapping[int, FancyBboxPatch],
    slopes: bool,
) -> None:
    """Draw an arrow from each parent; two from the same parent bend apart."""
    x, y = at[id(node)]
    ids = [id(parent) for parent in node.parents]
    for i, (parent, slope) in enumerate(zip(node.parents, node.slopes, strict=True)):
        px, py = at[id(parent)]
        twice = ids.count(id(parent)) > 1
        bend = (0.2 if i else -0.2) if twice else 0.0
        arrow = {
            "arrowstyle": "-|>",
            "color": "0.4",
            "lw": 1.3,
            "patchA": boxes[id(parent)],
            "patchB": boxes[id(node)],
            "shrinkA": 0,
            "shrinkB": 1,
            "connectionstyle": f"arc3,rad={bend}",
        }
        ax.annotate("", (x, y), (px, py), arrowprops=arrow, zorder=2)
        if slopes:
            # a bent arrow's middle lies half its bend to the side
            mx = px + 0.47 * (x - px) + bend * (y - py) / 2
            my = py + 0.47 * (y - py) - bend * (x - px) / 2
            box = {"fc": "white", "ec": "none", "pad": 0.8}
            ax.text(
                mx,
                my,
                f"×{_number(slope)}",
                ha="center",
                # above a level arrow, which is too short to be written on
                va="bottom" if y == py and not bend else "center",
                fontsize=8,
                color=plots.VERMILION,
                bbox=None if y == py and not bend else box,
                zorder=3,
            )


def _number(value: float) -> str:
    text = f"{round(value, 3) + 0.0:g}"
    return text.replace("-", "−")
