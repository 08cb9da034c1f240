"""Formulas as MathML: readable without a script, harmless whoever wrote them."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coursekit.math import formula, markdown_to_html, math_to_mathml
from coursekit.text import to_notebook

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "course").glob("*.py"), *(ROOT / "source").glob("*.py")])


class Tags(HTMLParser):
    """Collect the tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, dict(attrs)))


@cache
def rendered(path: Path) -> str:
    """Give all texts of a lesson or an assignment, as HTML."""
    notebook = to_notebook(path.read_text("utf-8"), name=path.name)
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    return "".join(markdown_to_html(text) for text in texts)


@pytest.mark.parametrize(
    "path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_formula_of_the_course_is_understood(path) -> None:
    typed = re.findall(r'<code class="math.*?</code>', rendered(path))
    assert not typed, "these formulas would be shown as they were typed"


def test_the_course_has_formulas() -> None:
    """Else the test above would pass on nothing."""
    assert "".join(map(rendered, TEXTS)).count("<math") > 300


def test_a_formula_becomes_mathml() -> None:
    made = formula(r"\frac{1}{n}\sum_i w_i")
    assert "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>" in made
    assert "∑" in made
    assert 'display="block"' in formula("x", block=True)


def test_all_delimiters_are_seen_and_code_is_left() -> None:
    page = r"<p>$a$ $$b$$ \(c\) \[d\] \begin{align}e&amp;=f\end{align}</p>"
    assert math_to_mathml(page).count("<math") == 5
    kept = '<pre>$a$</pre><code>$b$ and $c$</code><img alt="$d$ and > $e$">'
    assert math_to_mathml(kept) == kept
    assert markdown_to_html("`$a$`").strip() == "<p><code>$a$</code></p>"


def test_money_stays_money() -> None:
    for page in ("<p>$5 and $6</p>", "<p>it costs $5</p>", r"<p>\$5 and \$6</p>"):
        assert math_to_mathml(page) == page
    assert "<math" not in markdown_to_html(r"\$5 and \$6")


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(https://example.org)}{x}",
        r"\class{alert}{x}",
        r'\color{"onclick="alert(1)}{x}',
        r"</math><script>alert(1)</script>",
    ],
)
def test_a_formula_runs_and_loads_nothing(latex) -> None:
    for page in (
        formula(latex),
        markdown_to_html(f"a ${latex}$ b"),
        markdown_to_html(f"![${latex}$](data:,)"),
    ):
        for tag, attributes in Tags(page).found:
            assert tag not in {"script", "style", "iframe"}, page
            assert tag != "img" or attributes["src"] in {"data:,", "#harmful-link"}
            names = {name for name in attributes if name.startswith("on")}
            assert not names | ({"href", "style"} & set(attributes)), page
            if tag.startswith("m"):
                assert "class" not in attributes, page


def test_a_formula_nobody_can_read_stays_as_typed() -> None:
    assert formula(r"\nosuch x") == r'<code class="math">\nosuch x</code>'
    assert formula("x" * 3000).startswith("<code")
    assert formula("{" * 1500).startswith("<code")
    assert formula("<b>" * 900) == f'<code class="math">{"&lt;b&gt;" * 900}</code>'


def test_a_number_of_no_formula_is_dropped() -> None:
    page = markdown_to_html("&#xe000;b7&#xe001; and $x$")
    assert page.count("<math") == 1
    assert "\ue000" not in page


def test_cleaning_happens_before_the_formulas_are_put_in() -> None:
    seen = []

    def clean(page: str) -> str:
        seen.append(page)
        return page.replace("<em>", "").replace("</em>", "")

    made = markdown_to_html("*a* $x$", clean)
    assert "<math" in made
    assert "<em>" not in made
    assert "<math" not in seen[0]
