"""Draw the figures of benchmarks/library.py: one line for each row of the table."""

from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.ticker import ScalarFormatter

STYLE = Path(__file__).resolve().parents[1] / "lib" / "nnbyhand" / "course.mplstyle"
TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20]


def draw(report: dict[str, Any], path: Path) -> None:
    """Show the ratio to torch, or to the closest peer, beside each goal."""
    with plt.style.context(STYLE):
        rows = [row["row"] for row in report["runs"][0]["rows"] if row["goals"]]
        figure, ax = plt.subplots(figsize=(7.5, 0.42 * len(rows) + 1.4))
        ax.axvline(1, color="black", linewidth=1)
        for mark, run in zip("osD^", report["runs"], strict=False):
            draw_run(ax, run, rows, mark)
        ax.set_yticks(range(len(rows)), rows)
        ax.invert_yaxis()
        ax.set_xscale("log")
        ax.set_xticks(TICKS)
        ax.xaxis.set_major_formatter(ScalarFormatter())
        ax.minorticks_off()
        ax.grid(axis="x", color="0.9")
        ax.set_axisbelow(True)
        ax.set_xlabel("time of the other / our time (right of 1: ours is faster)")
        figure.legend(loc="outside lower center", ncols=2)
        figure.savefig(path)
        plt.close(figure)


def draw_run(ax: Any, run: dict[str, Any], rows: list[str], mark: str) -> None:
    """Put the ratios of one run as marks, the goals as short lines."""
    at, ratios = [], []
    for row in run["rows"]:
        for who, goal in row["goals"].items():
            at.append(rows.index(row["row"]))
            ratios.append(row["ratios"][who])
            ax.plot([goal, goal], [at[-1] - 0.35, at[-1] + 0.35], color="0.5")
    ax.plot(ratios, at, mark, fillstyle="none", markeredgewidth=1.6, label=name_of(run))


def name_of(run: dict[str, Any]) -> str:
    """Name a run by its threads and what the environment fixed."""
    fixed = run["environment"].get("OPENBLAS_CORETYPE")
    threads = "1 thread" if run["threads"] == 1 else f"{run['threads']} threads"
    return threads + (f", BLAS held to {fixed}" if fixed else "")
