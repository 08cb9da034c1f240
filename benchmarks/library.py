"""Measure the library beside torch and teaching peers, all in one run.

    python benchmarks/library.py                    # every row, one and two threads
    python benchmarks/library.py --quick --only mlp # a glance at some rows

Round after round, each contestant of a row works once; the medians count. A ratio is
the other's time divided by ours: above 1, ours is faster. Written are
docs/performance.json, docs/performance.png and the table in docs/performance.md (not
with --quick or --only). The rows are in
benchmarks/contests.py; docs/performance.md says what the figures mean.
"""

import argparse
import gc
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SLOW = ("scikit-learn", "dezero", "closures", "micrograd", "one example at a time")
# extra runs with one thread: what an environment may fix, and what it changes
SPECIAL = (
    {"OPENBLAS_CORETYPE": "Haswell"},
    {"MALLOC_TRIM_THRESHOLD_": "1000000000", "MALLOC_MMAP_THRESHOLD_": "1000000000"},
)
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def measure(contest: Any, rounds: int, threads: int) -> dict[str, Any]:
    """Time all contestants of a row in turns; give medians and spread in seconds.

    With one thread it is processor time, which other programs disturb less; with more
    it must be the time on the wall.
    """
    clock, rest = (time.process_time, 0.0) if threads == 1 else (time.perf_counter, 0.3)
    times: dict[str, list[float]] = {name: [] for name in contest.contestants}
    for number in range(rounds + 1):
        for name, work in contest.contestants.items():
            if name in SLOW and number > 3:
                continue
            # idle threads of one library spin and disturb the next contestant
            time.sleep(rest)
            gc.collect()
            start = clock()
            work()
            if number > 0:  # the first round warms up
                times[name].append(clock() - start)
    return {
        name: {
            "median": statistics.median(seen),
            "least": min(seen),
            "most": max(seen),
            "rounds": len(seen),
        }
        for name, seen in times.items()
    }


def worker(threads: int, quick: bool, only: list[str]) -> dict[str, Any]:
    """Measure all rows with a number of threads; runs in a process of its own."""
    import numpy as np
    from contests import ROWS, Setting

    setting = Setting(threads, quick)
    rounds = 3 if quick else 9
    results = []
    for name, make in ROWS.items():
        if only and name not in only:
            continue
        for contest in make(setting):
            seconds = measure(contest, rounds, threads)
            ours = seconds["ours"]["median"]
            ratios = {who: t["median"] / ours for who, t in seconds.items()}
            layouts = ("torch NCHW", "torch channels_last")
            if set(layouts) <= set(ratios):
                ratios["torch best layout"] = min(ratios[who] for who in layouts)
            results.append(
                {
                    "row": contest.title,
                    "seconds": seconds,
                    "ratios": ratios,
                    "goals": contest.goals,
                }
            )
            print(as_line(results[-1]), file=sys.stderr, flush=True)
    machine = describe(np, setting.torch)
    return {"threads": threads, "data": setting.data, **machine, "rows": results}


def describe(np: Any, torch: Any) -> dict[str, Any]:
    """Say what was measured on, as far as the figures depend on it."""
    from threadpoolctl import threadpool_info

    keys = ("user_api", "internal_api", "version", "architecture", "num_threads")
    settings = ("OPENBLAS_", "OMP_", "MKL_", "MALLOC_", "KMP_")
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "torch": torch.__version__,
        "processor": processor(),
        "cores": os.cpu_count(),
        "pools": [{k: pool.get(k) for k in keys} for pool in threadpool_info()],
        "environment": {k: v for k, v in os.environ.items() if k.startswith(settings)},
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
    }


def processor() -> str:
    """Name the processor in a line."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def as_line(result: dict[str, Any]) -> str:
    """Put one result into words."""
    ours = result["seconds"]["ours"]["median"]
    parts = []
    for who, ratio in result["ratios"].items():
        if who != "ours":
            goal = result["goals"].get(who)
            parts.append(f"{who} {ratio:.2f}" + (f" (goal {goal:g})" if goal else ""))
    return f"{result['row']}: {1e3 * ours:.1f} ms; {', '.join(parts)}"


def memory() -> dict[str, Any]:
    """Peak memory of an epoch: of the whole process, and what ours allocates in it."""
    found = {}
    for who in ("data only", "ours", "torch"):
        done = run_self("--memory", who)
        found[who] = json.loads(done)
    return found


def memory_worker(who: str) -> dict[str, float]:
    """Train one epoch alone in a process and report its peak in MB."""
    import resource
    import tracemalloc

    import numpy as np

    from nnbyhand.data import find_set, load_fashion_mnist

    clothes = load_fashion_mnist(subset=find_set("fashion-mnist") is None)
    X = (clothes.train_images.reshape(len(clothes.train_images), -1)) / np.float32(255)
    y = clothes.train_labels
    found = {}
    if who == "torch":
        train_torch(X, y)
    elif who == "ours":
        from nnbyhand.network import Network
        from nnbyhand.train import fit

        rng = np.random.default_rng(0)
        network = Network([784, 128, 10], rng=rng, dtype=np.float32)
        tracemalloc.start()
        fit(network, X, y, rng=rng, epochs=1, batch_size=64)
        found["allocated MB"] = tracemalloc.get_traced_memory()[1] / 1e6
        found["batch MB"] = X[:64].nbytes / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found["peak MB"] = peak / (1e6 if sys.platform == "darwin" else 1e3)
    return found


def train_torch(X: Any, y: Any) -> None:
    """Train the same network for an epoch in torch."""
    import torch

    model = torch.nn.Sequential(
        torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)
    )
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    for rows in torch.randperm(len(X)).split(64):
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(model(X[rows]), y[rows]).backward()
        optimiser.step()


def run_self(*arguments: str, threads: int = 1, **variables: str) -> str:
    """Start this file again with a fixed number of threads; give what it prints."""
    environment = {**os.environ, **dict.fromkeys(THREADS, str(threads)), **variables}
    done = subprocess.run(
        [sys.executable, __file__, *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no files")
    parser.add_argument("--only", nargs="*", default=[], help="names of rows")
    parser.add_argument("--threads", nargs="*", type=int, default=[1, 2])
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--memory", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(worker(options.worker, options.quick, options.only)))
        return
    if options.memory:
        print(json.dumps(memory_worker(options.memory)))
        return
    if importlib.util.find_spec("threadpoolctl") is None:
        parser.error("threadpoolctl is needed too: pip install threadpoolctl")
    more = ["--quick"] * options.quick
    more += ["--only", *options.only] if options.only else []
    runs = []
    plan = [(threads, {}) for threads in options.threads]
    if not (options.quick or options.only):
        plan += [(1, variables) for variables in SPECIAL]
    for threads, variables in plan:
        print(f"\n{threads} thread(s) {variables or ''}", file=sys.stderr)
        arguments = ("--worker", str(threads), *more)
        runs.append(json.loads(run_self(*arguments, threads=threads, **variables)))
    report = {"runs": runs}
    if not options.only:
        report["memory"] = memory()
        print(json.dumps(report["memory"]), file=sys.stderr)
    if not (options.quick or options.only):
        from report import draw, put_table

        docs = ROOT / "docs"
        text = json.dumps(report, indent=1) + "\n"
        (docs / "performance.json").write_text(text, encoding="utf-8")
        draw(report, docs / "performance.png")
        put_table(report, docs / "performance.md")


if __name__ == "__main__":
    main()
