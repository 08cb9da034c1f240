"""Formulas that every browser shows by itself: LaTeX into MathML, without a script.

``formula`` turns one formula into MathML. ``math_to_mathml`` does it for every formula
on a page of HTML, and ``markdown_to_html`` for a text in Markdown. What comes out loads
nothing and runs nothing, whatever stood in the formula.
"""

import html
import re
from collections.abc import Callable
from functools import partial
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

# presentation only: no links, no styles, no classes, no embedded HTML
TAGS = """
math mrow mi mn mo ms mtext mspace msub msup msubsup munder mover munderover mfrac
msqrt mroot mtable mtr mtd mstyle mpadded mphantom menclose
"""
ATTRIBUTES = """
accent accentunder columnalign depth display displaystyle fence form height
linethickness lspace mathvariant maxsize minsize notation rspace scriptlevel separator
stretchy symmetric width xmlns
"""
PLAIN_VALUE = re.compile(r"[\w .:/%+-]*")
LONGEST = 2000  # characters; a longer formula is shown as it was typed

# a tag with its quoted attributes; what lies between two of them is text
TAG = re.compile(r"(<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)", re.DOTALL)
LITERAL = {"code", "pre", "script", "style", "math", "textarea", "title", "svg"}
DISPLAY = re.compile(
    r"(?<!\\)\$\$(?P<dollars>[^$]+?)\$\$"
    r"|\\\[(?P<brackets>.+?)\\\]"
    r"|(?P<environment>\\begin\{(?P<name>[a-z]+\*?)\}.*?\\end\{(?P=name)\})"
    r"|(?<![\\$])\$(?P<inline>[^$]+?)(?<!\\)\$(?!\d)"
    r"|\\\((?P<parentheses>.+?)\\\)",
    re.DOTALL,
)
# private characters that frame the number of a formula while HTML is cleaned
FRAME = re.compile("\ue000([bi])(\\d+)\ue001")


def formula(latex: str, *, block: bool = False) -> str:
    """Give a formula as MathML; one that cannot be read stays as it was typed."""
    try:
        if len(latex) > LONGEST:
            raise ValueError("too long")
        display = "block" if block else "inline"
        return _write(convert_to_element(latex.strip(), display=display))
    except (Exception, RecursionError):  # any complaint of the converter
        kind = "math block" if block else "math"
        return f'<code class="{kind}">{html.escape(latex.strip())}</code>'


def math_to_mathml(page: str) -> str:
    r"""Turn the formulas of a page of HTML into MathML; code is left as it is.

    Formulas stand between ``$``, ``$$``, ``\(`` and ``\)``, ``\[`` and ``\]``, or in
    an environment.

    >>> math_to_mathml("<p>$x$ <code>$x$</code></p>").count("<math")
    1
    """
    parts, literal = TAG.split(page), ""
    for i, part in enumerate(parts):
        if i % 2 == 0:
            parts[i] = part if literal else DISPLAY.sub(_found, part)
            continue
        name = re.match(r"</?([a-zA-Z0-9]+)", part)
        word = name[1].lower() if name else ""
        if not literal and word in LITERAL and not part.startswith("</"):
            literal = "" if part.endswith("/>") else word
        elif literal and part.lower().startswith(f"</{literal}"):
            literal = ""
    return "".join(parts)


def markdown_to_html(source: str, clean: Callable[[str], str] = str) -> str:
    """Render Markdown as the notebook does, its formulas in MathML.

    ``clean`` gets the HTML before the formulas are put in, so that a filter for what
    strangers wrote needs to know nothing of MathML.
    """
    renderer = _Aside(escape=False)
    source = source.replace("\ue000", "").replace("\ue001", "")
    text = clean(MarkdownWithMath(renderer=renderer).render(source))

    def put(match: re.Match[str], inside_a_tag: bool) -> str:
        number = int(match[2])
        if number >= len(renderer.formulas):  # typed as an entity by somebody
            return ""
        latex = renderer.formulas[number]
        if inside_a_tag:  # the alternative text of a picture
            return html.escape(latex)
        return formula(latex, block=match[1] == "b")

    return "".join(
        FRAME.sub(partial(put, inside_a_tag=bool(i % 2)), part)
        for i, part in enumerate(TAG.split(text))
    )


class _Aside(IPythonRenderer):
    """Lay formulas aside and leave their numbers in the text."""

    def __init__(self, **options: bool) -> None:
        super().__init__(**options)
        self.formulas: list[str] = []

    def _lay(self, latex: str, kind: str) -> str:
        self.formulas.append(latex)
        return f"\ue000{kind}{len(self.formulas) - 1}\ue001"

    def block_math(self, body: str) -> str:
        return self._lay(body, "b")

    def inline_math(self, body: str) -> str:
        return self._lay(body, "i")

    def latex_environment(self, name: str, body: str) -> str:
        return self._lay(f"\\begin{{{name}}}{body}\\end{{{name}}}", "b")


def _found(match: re.Match[str]) -> str:
    kind = match.lastgroup if match.lastgroup != "name" else "environment"
    latex = html.unescape(match[kind or 0])
    return formula(latex, block=kind in {"dollars", "brackets", "environment"})


def _write(element: Element) -> str:
    """Write an element with what is known to be harmless, or raise ValueError."""
    if element.tag not in TAGS.split():
        raise ValueError(f"<{element.tag}> is not shown")
    text = html.unescape(element.text or "")
    if text.startswith("\\") and len(text) > 1:
        raise ValueError(f"the command {text} is not known")
    kept = "".join(
        f' {name}="{value}"'
        for name, value in element.attrib.items()
        if name in ATTRIBUTES.split() and PLAIN_VALUE.fullmatch(value)
    )
    inner = html.escape(text, quote=False) + "".join(_write(child) for child in element)
    return f"<{element.tag}{kept}>{inner}</{element.tag}>"
