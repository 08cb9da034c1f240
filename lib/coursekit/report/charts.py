"""Charts as SVG inside the page: no script, sharp in print, as wide as the screen.

Widths are percentages, so that letters stay as large on a phone. Every bar has a number
and a pattern of its own; colour alone says nothing.
"""

from html import escape

# Okabe and Ito's colours; the pattern tells the parts apart without them
PARTS = {
    "correct": ("correct", "#0072B2", "white"),
    "partly": ("some points", "url(#dots)", "black"),
    "not yet": ("not yet", "url(#stripes)", "black"),
    "blank": ("not attempted", "white", "black"),
    "waits": ("waits for a reader", "url(#grid)", "black"),
    "no grade": ("no grade", "#bbbbbb", "black"),
}
NARROW = 7  # percent; a number does not fit into a narrower part

PATTERNS = """
<svg width="0" height="0" aria-hidden="true" class="patterns"><defs>
<pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect width="7" height="7" fill="#E69F00"/>
<rect width="2" height="7" fill="#fff3d6"/></pattern>
<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
<rect width="7" height="7" fill="#56B4E9"/><circle cx="3.5" cy="3.5" r="1.3"
 fill="#0b3d5c"/></pattern>
<pattern id="grid" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" fill="white"/><path d="M0 0H6M0 0V6" stroke="#666"/>
</pattern></defs></svg>
"""


def histogram(bins: list[int], about: str) -> str:
    """Draw how many students are in each tenth of the points."""
    height, foot, head = 130, 38, 18
    step = 100 / len(bins)
    most = max([*bins, 1])
    shapes = []
    for i, count in enumerate(bins):
        tall = height * count / most
        top = head + height - tall
        middle = (i + 0.5) * step
        shapes.append(
            f'<rect x="{i * step + 0.5:g}%" y="{top:.1f}" width="{step - 1:g}%" '
            f'height="{tall:.1f}" fill="#0072B2"/>'
            f'<text x="{middle:g}%" y="{top - 4:.1f}" class="count">{count}</text>'
        )
    base = head + height
    shapes.append(
        f'<line x1="0" x2="100%" y1="{base}" y2="{base}" stroke="#333" />'
        + "".join(
            f'<text x="{i * step:g}%" y="{base + 15}" '
            f'class="{_edge(i, len(bins))}">{round(i * step)}</text>'
            for i in range(len(bins) + 1)
        )
        + f'<text x="50%" y="{base + 33}" class="count">percent of the points</text>'
    )
    words = ", ".join(
        f"{count} from {round(i * step)} to {round((i + 1) * step)} percent"
        for i, count in enumerate(bins)
        if count
    )
    return _svg(shapes, head + height + foot, f"{about}: {words or 'none yet'}")


def _edge(i: int, last: int) -> str:
    return "first" if i == 0 else "last" if i == last else "count"


def stack(outcomes: dict[str, int], about: str) -> str:
    """Draw one bar whose parts are how far students came."""
    total = sum(outcomes.values())
    shapes, left = [], 0.0
    for name, (_, fill, ink) in PARTS.items():
        count = outcomes.get(name, 0)
        if not count:
            continue
        wide = 100 * count / total
        shapes.append(
            f'<rect x="{left:.3f}%" y="1" width="{wide:.3f}%" height="22" '
            f'fill="{fill}" stroke="#333" stroke-width="1"/>'
        )
        if wide >= NARROW:
            halo = "" if ink == "white" or fill == "white" else " halo"
            shapes.append(
                f'<text x="{left + wide / 2:.3f}%" y="17" class="count{halo}" '
                f'fill="{ink}">{count}</text>'
            )
        left += wide
    return _svg(shapes, 24, f"{about}: {told(outcomes)}")


def told(outcomes: dict[str, int]) -> str:
    """Say what a stack shows."""
    parts = [
        f"{outcomes[name]} {said}"
        for name, (said, _, _) in PARTS.items()
        if outcomes.get(name)
    ]
    return ", ".join(parts) or "nobody"


def legend() -> str:
    """Say what the parts of a stack mean."""
    return "".join(
        f'<span class="key"><svg width="22" height="14" aria-hidden="true">'
        f'<rect x="0.5" y="0.5" width="21" height="13" fill="{fill}" stroke="#333"/>'
        f"</svg> {escape(said)}</span>"
        for said, fill, _ in PARTS.values()
    )


def bar(count: int, of: int, about: str) -> str:
    """Draw one plain bar."""
    wide = 100 * count / of if of else 0
    shape = f'<rect x="0" y="3" width="{wide:.2f}%" height="14" fill="#D55E00"/>'
    return _svg([shape], 20, about)


def _svg(shapes: list[str], height: float, alt: str) -> str:
    said = escape(alt, quote=True)
    return (
        f'<svg class="chart" width="100%" height="{height:g}" role="img" '
        f'aria-label="{said}"><title>{said}</title>{"".join(shapes)}</svg>'
    )
