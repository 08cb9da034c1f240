"""Printing, tables, hidden answers, and pictures with words."""

import matplotlib as mpl
import pytest

mpl.use("Agg")

from nnbyhand import plots
from nnbyhand.show import guess, show, show_figure, table


def test_show_rounds(capsys):
    show([0.1 + 0.2, -1e-12], name="x")
    assert capsys.readouterr().out == "x = [0.3000 0.0000]\n"


def test_whole_numbers_are_not_padded(capsys):
    show([300, 60], name="nodes")
    assert capsys.readouterr().out == "nodes = [300 60]\n"


def test_rows_of_a_named_matrix_stand_below_each_other(capsys):
    show([[1.0, 2.5], [3, 4]], 1, name="W")
    assert capsys.readouterr().out == "W =\n[[1.0 2.5]\n [3.0 4.0]]\n"


def test_table_lines_up(capsys):
    table(["x", "long"], [[1, 2.5], [10, 3]])
    assert capsys.readouterr().out == " x  long\n 1   2.5\n10     3\n"


def test_guess_hides_and_escapes():
    answer = guess("<b>1</b>", "z = ?")
    assert answer._repr_html_() == (
        "<details><summary>z = ?</summary>&lt;b&gt;1&lt;/b&gt;</details>"
    )
    assert repr(answer) == "z = ? Answer: <b>1</b>"


def test_a_figure_without_words_is_refused():
    figure = plots.new_figure()
    with pytest.raises(ValueError, match="must say what the figure shows"):
        show_figure(figure)
    plots.close(figure)


@pytest.mark.parametrize("names", [["AND", "XOR"], ["OR"], ["NAND", "NOR", "XNOR"]])
def test_gates_are_told_in_words(names):
    figure = plots.draw_gates(names)
    for name in names:
        assert name in figure.alt
    assert len(figure.axes) == len(names)
    plots.close(figure)


def test_a_unit_without_weights_has_no_line():
    figure = plots.new_figure()
    assert plots.plot_boundary([0.0, 0.0], 1.0, figure.axes[0]) is None
    plots.close(figure)


@pytest.mark.parametrize("w", [(0.0, 1.0), (1.0, 0.0), (3.0, -2.0)])
def test_the_line_is_where_the_sum_is_zero(w):
    figure = plots.new_figure()
    ax = figure.axes[0]
    ax.set(xlim=(-1, 2), ylim=(-1, 2))
    line = plots.plot_boundary(w, -0.5, ax)
    for x1, x2 in zip(*line.get_data(), strict=True):
        assert x1 * w[0] + x2 * w[1] - 0.5 == pytest.approx(0)
    plots.close(figure)
