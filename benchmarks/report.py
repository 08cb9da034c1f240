"""Turn the figures of benchmarks/library.py into a picture and a table."""

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
    name = "1 thread" if run["threads"] == 1 else f"{run['threads']} threads"
    if "OPENBLAS_CORETYPE" in run["environment"]:
        name += f", BLAS held to {run['environment']['OPENBLAS_CORETYPE']}"
    if "MALLOC_TRIM_THRESHOLD_" in run["environment"]:
        name += ", memory kept"
    return name


def put_table(report: dict[str, Any], path: Path) -> None:
    """Write the tables between the two marks of docs/performance.md."""
    before, rest = path.read_text(encoding="utf-8").split("<!-- figures -->\n")
    _, after = rest.split("<!-- end of figures -->\n")
    lines = ["<!-- figures -->", *machine(report), *table(report), *memory(report)]
    text = before + "\n".join([*lines, "<!-- end of figures -->", ""]) + after
    path.write_text(text, encoding="utf-8")


def machine(report: dict[str, Any]) -> list[str]:
    """Say what was measured on."""
    run = report["runs"][0]
    blas = next(pool for pool in run["pools"] if pool["user_api"] == "blas")
    return [
        f"Measured on {run['processor']}, {run['cores']} cores, Python "
        f"{run['python']}, NumPy {run['numpy']} ({blas['internal_api']} "
        f"{blas['version']}, kernels {blas['architecture']}), torch {run['torch']}, "
        f"float32, {run['data']}. {busy(run)}",
        "",
    ]


def busy(run: dict[str, Any]) -> str:
    """Say whether other programs wanted the same cores."""
    if run["load"] is None:
        return ""
    load = run["load"][0]
    state = "busy" if load > run["threads"] + 0.5 else "quiet"
    return f"The machine was {state} (load {load:.1f} at the end of the first run)."


def table(report: dict[str, Any]) -> list[str]:
    """One line for each row and contestant, one column for each run."""
    names = [name_of(run) for run in report["runs"]]
    lines = ["| work | our time | beside | goal | " + " | ".join(names) + " |"]
    lines.append("|---|---|---|---|" + "---|" * len(names))
    for number, row in enumerate(report["runs"][0]["rows"]):
        ours = f"{1e3 * row['seconds']['ours']['median']:.1f} ms"
        title = row["row"]
        for who in (name for name in row["ratios"] if name != "ours"):
            runs = [run["rows"][number]["ratios"][who] for run in report["runs"]]
            goal = row["goals"].get(who, "")
            cells = " | ".join(f"{ratio:.2f}" for ratio in runs)
            lines.append(f"| {title} | {ours} | {who} | {goal} | {cells} |")
            title = ours = ""
    return [*lines, ""]


def memory(report: dict[str, Any]) -> list[str]:
    """What one epoch of the dense network needs."""
    if "memory" not in report:
        return []
    peak = {who: found["peak MB"] for who, found in report["memory"].items()}
    ours = report["memory"]["ours"]
    return [
        f"Peak memory of a process that trains 784-128-10 for one epoch: ours "
        f"{peak['ours']:.0f} MB, torch {peak['torch']:.0f} MB; loading the data alone "
        f"takes {peak['data only']:.0f} MB. The epoch itself allocates at most "
        f"{ours['allocated MB']:.1f} MB beyond the data; a batch is "
        f"{ours['batch MB']:.2f} MB.",
        "",
    ]
