"""Look for what keeps the course from working here, and say what to do about it.

``examine()`` gives a list of findings, each OK, NOTE or PROBLEM; ``report`` puts them
into words. It is the command ``nnbyhand doctor``.
"""

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

OK, NOTE, PROBLEM = "OK", "NOTE", "PROBLEM"
REPAIR = (
    "Run `python3 start.py --repair` in the course's folder, or `pip install -e .` "
    "there if this Python is not the one in its .venv."
)


class Finding(NamedTuple):
    """One thing that was looked at: how it is, and what to do if that is not well."""

    state: str
    about: str
    text: str
    advice: str = ""


def examine(folder: Path | None = None) -> list[Finding]:
    """Look at everything; a check that breaks down is itself a problem."""
    place = course_folder() if folder is None else folder
    checks: list[Callable[[], Iterator[Finding]]] = [
        check_python,
        check_packages,
        check_kernel,
        check_validate_button,
        check_data,
        check_device,
        check_jupyters_folders,
        lambda: check_folder(place),
        lambda: check_disk(place),
        lambda: check_names(place),
        lambda: check_notebooks(place),
    ]
    findings: list[Finding] = []
    for check in checks:
        try:
            findings += check()
        except Exception as error:  # the doctor must get to the end of its round
            about = check.__name__.removeprefix("check_").replace("_", " ")
            text = f"could not be checked: {type(error).__name__}: {error}"
            findings.append(Finding(PROBLEM, about, text, REPAIR))
    return findings


def report(findings: list[Finding]) -> str:
    """Put findings into words, one line each, and what to do below."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.state:<8} {finding.about}: {finding.text}")
        if finding.advice:
            lines.append(f"{'':<8} {finding.advice}")
    count = sum(finding.state == PROBLEM for finding in findings)
    lines.append("")
    lines.append("No problems." if not count else f"PROBLEMS: {count}, see above.")
    return "\n".join(lines)


def course_folder() -> Path:
    """Give the folder of the course when it runs from one, else where we are."""
    root = Path(__file__).resolve().parents[2]
    return root if (root / "pyproject.toml").exists() else Path.cwd()


def check_python() -> Iterator[Finding]:
    """Compare this Python with the range in pyproject.toml."""
    from packaging.specifiers import SpecifierSet

    version = platform.python_version()
    wanted = metadata.metadata("nnbyhand")["Requires-Python"]
    if SpecifierSet(wanted).contains(version, prereleases=True):
        yield Finding(OK, "Python", f"{version}, {sys.executable}")
    else:
        advice = "Install a newer Python and run `python3 start.py` with it."
        yield Finding(PROBLEM, "Python", f"{version}, wanted {wanted}", advice)


def check_packages() -> Iterator[Finding]:
    """Compare every package with its range in pyproject.toml."""
    from packaging.requirements import Requirement

    absent_tools = []
    for line in metadata.requires("nnbyhand") or []:
        wanted = Requirement(line)
        always = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if always or wanted.name == "torch":
            yield _package(wanted.name, wanted.specifier, needed=always)
        elif _version(wanted.name) is None:
            absent_tools.append(wanted.name)
    # a student's copy has no tests, and start.py refuses to install for them
    if absent_tools and (course_folder() / "tests").exists():
        text = f"{', '.join(absent_tools)} not installed; only the tests need them"
        advice = "If you want to run the tests, `python3 start.py test` installs them."
        yield Finding(NOTE, "tools of the tests", text, advice)


def _package(name: str, wanted: "SpecifierSet", needed: bool) -> Finding:
    version = _version(name)
    if version is None and needed:
        return Finding(PROBLEM, name, "is not installed", REPAIR)
    if version is None:
        text = "is not installed, so lessons and checks that use it are skipped"
        advice = "If you want it, run `python3 start.py --cpu`."
        return Finding(NOTE, name, text, advice)
    if not wanted.contains(version, prereleases=True):
        text = f"{version} is installed, wanted {wanted}"
        return Finding(PROBLEM, name, text, REPAIR)
    return Finding(OK, name, version)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def check_kernel() -> Iterator[Finding]:
    """Start the kernel that notebooks name, and ask it which Python it is."""
    from jupyter_client.manager import start_new_kernel

    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        manager, client = start_new_kernel(
            startup_timeout=60, kernel_name="python3", **silent
        )
    except Exception as error:
        text = f"python3 does not start: {type(error).__name__}: {error}"
        yield Finding(PROBLEM, "kernel", text, REPAIR)
        return
    try:
        asked = {"prefix": "__import__('sys').prefix * bool(__import__('nnbyhand'))"}
        reply = client.execute("", user_expressions=asked, reply=True, timeout=30)
        answer = reply["content"]["user_expressions"]["prefix"]
        prefix = answer.get("data", {}).get("text/plain", "").strip("'\"")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if prefix and Path(prefix).resolve() == Path(sys.prefix).resolve():
        yield Finding(OK, "kernel", "python3 starts and is this Python")
    else:
        where = f"the Python in {prefix}" if prefix else "a Python without nnbyhand"
        yield Finding(PROBLEM, "kernel", f"python3 is {where}", REPAIR)


def check_validate_button() -> Iterator[Finding]:
    """Look whether nbgrader's part of JupyterLab is there and switched on."""
    from jupyter_core.paths import jupyter_config_path, jupyter_path
    from jupyter_server.extension.config import ExtensionConfigManager
    from jupyterlab.commands import get_app_dir
    from jupyterlab_server.config import get_page_config

    name, about = "@jupyter/nbgrader", "Validate button"
    folders = jupyter_path("labextensions")
    page = get_page_config(folders, str(Path(get_app_dir()) / "settings"))
    switched_off = any(
        off and str(extension).startswith(name)
        for extension, off in _as_dict(page.get("disabledExtensions", {})).items()
    )
    server = ExtensionConfigManager(read_config_path=jupyter_config_path())
    part = "nbgrader.server_extensions.validate_assignment"
    if not any((Path(folder) / name / "package.json").exists() for folder in folders):
        text = "nbgrader's part of JupyterLab is not installed"
        yield Finding(PROBLEM, about, text, REPAIR)
    elif switched_off:
        advice = f"Run `jupyter labextension enable {name}`."
        yield Finding(PROBLEM, about, "it is switched off in JupyterLab", advice)
    elif not server.get_jpserver_extensions().get(part):
        advice = f"Run `jupyter server extension enable {part}`."
        yield Finding(PROBLEM, about, "its server part is switched off", advice)
    else:
        yield Finding(OK, about, "installed and switched on")


def check_data() -> Iterator[Finding]:
    """Load a bundled set; say which of the large ones are here."""
    from nnbyhand.data import find_set, load_digits
    from nnbyhand.data.sets import SETS

    try:
        load_digits()
        yield Finding(OK, "bundled data", "readable")
    except (OSError, ValueError) as error:
        advice = "Get the course again, a file of it is missing or damaged."
        yield Finding(PROBLEM, "bundled data", str(error), advice)
    for name, remote in SETS.items():
        where = find_set(name)
        if where:
            yield Finding(OK, remote.title, f"found in {where}")
        else:
            text = "the complete set is not here; lessons go on with what is bundled"
            advice = f"If you want it, run `nnbyhand data fetch {name}`."
            yield Finding(NOTE, remote.title, text, advice)


def check_device() -> Iterator[Finding]:
    """Say where torch computes."""
    if _version("torch") is None:
        return  # said among the packages
    from nnbyhand.device import best_device

    yield Finding(OK, "device", f"torch computes on {best_device()}")


def check_folder(folder: Path) -> Iterator[Finding]:
    """Try to write a file where the notebooks lie."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            yield Finding(OK, "folder", f"{folder} can be written to")
    except OSError as error:
        text = f"{folder} cannot be written to ({error.strerror})"
        advice = "Copy the course to a folder of your own, or your work is not saved."
        yield Finding(PROBLEM, "folder", text, advice)


def check_disk(folder: Path) -> Iterator[Finding]:
    """Look for room for notebooks and figures."""
    free = shutil.disk_usage(folder).free / 1e9
    if free >= 0.5:
        yield Finding(OK, "disk", f"{free:.1f} GB free")
    else:
        text = f"only {free:.1f} GB free"
        yield Finding(PROBLEM, "disk", text, "Make room, 0.5 GB at least.")


def check_jupyters_folders() -> Iterator[Finding]:
    """Try to write where Jupyter keeps its connections: a full home stops it."""
    from jupyter_core.paths import jupyter_runtime_dir

    place = Path(jupyter_runtime_dir())
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place) as file:
            file.write(b"x" * 4096)
            file.flush()
    except OSError as error:
        text = f"{place} cannot be written to ({error.strerror}), so no kernel starts"
        advice = "Make room in your home folder, or set JUPYTER_RUNTIME_DIR to another."
        yield Finding(PROBLEM, "Jupyter's folder", text, advice)
    else:
        yield Finding(OK, "Jupyter's folder", f"{place} can be written to")


def check_names(folder: Path) -> Iterator[Finding]:
    """Look for files of a learner that Python would import in a package's place."""
    taken = {"nnbyhand", "numpy", "matplotlib", "ipywidgets", "torch", "keras"}
    taken |= set(sys.stdlib_module_names)
    places = [folder, folder / "course", folder / "work", *(folder / "work").glob("*")]
    hiding = [
        path
        for place in places
        for path in sorted(place.glob("*.py"))
        if path.stem in taken
    ]
    for path in hiding:
        text = f"{path} is imported in place of the module {path.stem}"
        yield Finding(
            PROBLEM, "names of files", text, "Rename it, then restart kernels."
        )
    if not hiding:
        yield Finding(OK, "names of files", "none hides a module")


def check_notebooks(folder: Path) -> Iterator[Finding]:
    """Read every notebook in ``work``: one cut off while saving cannot be opened."""
    damaged = 0
    for path in sorted((folder / "work").glob("*/*.ipynb")):
        try:
            whole = "cells" in json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, TypeError):
            whole = False
        if not whole:
            damaged += 1
            text = f"{path} is damaged and cannot be opened"
            advice = (
                "Take the copy in .ipynb_checkpoints beside it, or rename its folder "
                "and run `nnbyhand welcome` for a new one."
            )
            yield Finding(PROBLEM, "your notebooks", text, advice)
    if not damaged:
        yield Finding(OK, "your notebooks", "readable")


def _as_dict(disabled: dict | list) -> dict:
    """Give the switched-off extensions as name and True; older files hold a list."""
    return disabled if isinstance(disabled, dict) else dict.fromkeys(disabled, True)
