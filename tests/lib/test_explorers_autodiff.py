"""What the graphs of lesson 05 show and say when they are moved and stepped through."""

import base64

import pytest

from nnbyhand import nodes, plots
from nnbyhand.explorers.autodiff import (
    GRAPHS,
    backward_stepper,
    draw_graph,
    graph,
    graph_explorer,
    plot_counts,
    plot_errors,
)


@pytest.mark.parametrize(
    ("b", "c", "told"),
    [
        (2.0, 1.0, ["3 by way of d, 3 by way of e", "<b>6</b>", "about 0.6"]),
        (5.0, -3.5, ["−1.5 by way of d, 1.5 by way of e", "<b>0</b>", "about 0."]),
        (-4.0, 0.5, ["2.5 by way of d, −3.5 by way of e", "<b>−1</b>"]),
    ],
)
def test_the_graph_follows_its_inputs(b, c, told):
    explorer = graph_explorer()
    *sliders, words = explorer.controls
    assert "<b>4</b>" in words.value
    before = explorer.picture.value
    for slider, value in zip(sliders, (b, c), strict=True):
        slider.value = value
    assert explorer.picture.value != before
    for piece in told:
        assert piece in words.value


def test_the_stepper_hands_back_one_node_at_a_time():
    explorer = backward_stepper()
    choice, row, words = explorer.controls
    following, back, again = row.children
    assert "Step 0 of 4" in words.value
    assert back.disabled
    assert again.disabled
    seen = [explorer.picture.value]
    for told in (
        "1 × 1 to <b>x²·y</b>, which now holds 1; 1 × 1 to <b>y + 2</b>",
        "<b>y + 2</b> hands on 1 × 1 to <b>y</b>, which now holds 1.",
        "1 × 9 to <b>y</b>, which now holds 1 + 9 = 10",
        "4 × 6 to <b>x</b>, which now holds 24",
    ):
        following.click()
        assert told in words.value
        seen.append(explorer.picture.value)
    assert len(set(seen)) == 5
    assert following.disabled
    following.click()
    assert "Step 4 of 4" in words.value
    back.click()
    assert explorer.picture.value == seen[3]
    again.click()
    assert explorer.picture.value == seen[0]
    choice.value = "u = x·x·x + x"
    assert "Step 0 of 3" in words.value
    assert explorer.picture.value not in seen


@pytest.mark.parametrize(
    ("name", "at_inputs"),
    list(zip(GRAPHS, ([24, 10], [0.5, 4], [13]), strict=True)),
)
def test_the_drawn_graph_says_all_its_numbers(name, at_inputs):
    output = graph(name)
    ax = draw_graph(output)
    inputs = [node for node in nodes.order(output) if not node.parents]
    assert [node.grad for node in inputs] == at_inputs
    drawn = " ".join(text.get_text() for text in ax.texts)
    for node in nodes.order(output):
        assert node.name in ax.figure.alt
        assert f"{node.name}\nvalue" in drawn
    plots.close(ax.figure)


@pytest.mark.parametrize("name", GRAPHS)
def test_arrows_begin_and_end_at_boxes(name):
    ax = draw_graph(graph(name))
    boxes = [text.get_bbox_patch() for text in ax.texts if "value" in text.get_text()]
    arrows = [text.arrow_patch for text in ax.texts if hasattr(text, "arrow_patch")]
    arrows = [arrow for arrow in arrows if arrow is not None]
    assert len(arrows) == sum(len(node.parents) for node in nodes.order(graph(name)))
    for arrow in arrows:
        assert arrow.patchA in boxes
        assert arrow.patchB in boxes
        assert arrow.patchA is not arrow.patchB
        assert arrow.shrinkA == 0
    plots.close(ax.figure)


def test_a_graph_without_gradients_shows_none():
    ax = draw_graph(graph("a = (b + c)·(c + 2)"), gradients=False)
    assert "grad" not in " ".join(text.get_text() for text in ax.texts)
    assert "gradient" not in ax.figure.alt
    plots.close(ax.figure)


def test_curves_say_where_they_lead():
    ax = plot_errors([1e-1, 1e-4, 1e-9], {"a": [1, 1e-3, 1e-2], "b": [1, 0.1, 0.01]})
    assert "a: smallest near h = 1e-4" in ax.figure.alt
    assert "b: smallest near h = 1e-9" in ax.figure.alt
    plots.close(ax.figure)
    ax = plot_counts([1, 10], [3, 300], [6, 60])
    assert "300 at 10 inputs" in ax.figure.alt
    assert {line.get_linestyle() for line in ax.lines} == {"-", "--"}
    plots.close(ax.figure)


@pytest.mark.parametrize("make", [graph_explorer, backward_stepper])
def test_an_explorer_reads_without_a_browser(make):
    explorer = make()
    data, metadata = explorer._repr_mimebundle_()
    assert "Run the cell to try it." in data["text/plain"]
    assert base64.b64decode(data["image/png"]) == explorer.picture.value
    assert metadata["image/png"]["alt"] == explorer.alt
    assert "aria-live" in explorer.controls[-1].value
