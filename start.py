#!/usr/bin/env python3
"""Set up the course in the folder .venv and open it, or run its tests.

python3 start.py         open the welcome page in JupyterLab
python3 start.py test    run every test; what follows goes to `coursekit ci`

Needs Python 3.11 or newer and nothing else. Run again after any failure: a set-up
that did not finish is made anew, a finished one is found again at once.
"""

import argparse
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

MINIMUM = (3, 11)


def python_problem(version):
    """Say what is wrong with a Python version; nothing when it will do."""
    if tuple(version[:2]) >= MINIMUM:
        return ""
    return (
        f"this is Python {version[0]}.{version[1]}, the course needs "
        f"{MINIMUM[0]}.{MINIMUM[1]} or newer: install one, or call a newer one by "
        "name, for example `python3.12 start.py`."
    )


# Above every annotation: up to here, and in its syntax everywhere, this file must
# be fit for Python 3.6, or an old Python would show a traceback and no sentence.
if python_problem(sys.version_info):
    sys.exit("start.py: " + python_problem(sys.version_info))

ROOT = Path(__file__).resolve().parent
WELCOME = "work/welcome.md"
FIRST_LESSON = "course/00_start.ipynb"  # where no welcome page can be written

# The PyTorch project's index of builds without CUDA; Linux needs it because the
# usual build there brings several GB of CUDA libraries.
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
GB_NEEDED = {"none": 1.5, "cpu": 2.5, "cuda": 10.0}

NETWORK_SIGNS = re.compile(
    "connection broken by|ConnectionError|ConnectTimeout|Read timed out|ProxyError"
    "|IncompleteRead|name resolution|Name or service not known|getaddrinfo"
    "|ssl certificate|Failed to connect|Failed to establish",
    re.IGNORECASE,
)


class Stop(Exception):
    """The one sentence that says why the set-up cannot go on."""


class Environment:
    """The folder .venv: where its parts are and what its stamp says."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self.stamp = self.folder / "nnbyhand-setup.json"
        self.log = self.folder / "setup.log"

    def stamped(self) -> dict:
        """Give what the last set-up wrote down; nothing when there was none."""
        try:
            content = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def write_stamp(self, wanted: dict, finished: bool) -> None:
        """Write down what was asked for, and whether it is all there."""
        content = json.dumps({**wanted, "finished": finished})
        self.stamp.write_text(content, encoding="utf-8")

    def variables(self) -> dict:
        """Give the variables for every program that runs inside .venv."""
        kept = dict(os.environ)
        for name in ("PYTHONPATH", "PYTHONHOME"):
            kept.pop(name, None)  # another Python's packages must not leak in
        kept["VIRTUAL_ENV"] = str(self.folder)
        kept["PATH"] = os.pathsep.join([str(self.scripts), kept.get("PATH", "")])
        kept["JUPYTER_PREFER_ENV_PATH"] = "1"  # our kernel before the user's own
        # the threads of a matrix product wait for each other: small networks train no
        # faster with two, and many times slower while other programs are at work
        kept.setdefault("OPENBLAS_NUM_THREADS", "1")
        # pages open as they are read, and the welcome page follows what is saved
        places = [str(self.root / "lib" / "nnbyhand" / "jupyter")]
        places += [kept["JUPYTER_CONFIG_PATH"]] if "JUPYTER_CONFIG_PATH" in kept else []
        kept["JUPYTER_CONFIG_PATH"] = os.pathsep.join(places)
        return kept

    def pip(self, *arguments: str) -> list[str]:
        """Give a pip command that never asks a question."""
        quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar=off"]
        return [str(self.python), "-m", "pip", "install", *quiet, *arguments]


def wanted_set_up(options: argparse.Namespace, environment: Environment) -> dict:
    """Say what the environment must hold; choices made earlier stay made."""
    earlier = environment.stamped()
    requirements = (environment.root / "pyproject.toml").read_bytes()
    return {
        "root": str(environment.root),  # a copied .venv still points to the original
        "python": "{}.{}".format(*sys.version_info),
        "requirements": hashlib.sha256(requirements).hexdigest(),
        "torch": options.torch or earlier.get("torch", "cpu"),
        "dev": options.what == "test" or earlier.get("dev", False),
    }


def set_up(options: argparse.Namespace, environment: Environment) -> None:
    """Make .venv what it should be; do nothing when it is."""
    wanted = wanted_set_up(options, environment)
    earlier = environment.stamped()
    usable = earlier.pop("finished", False) and environment.python.exists()
    if usable and earlier == wanted and not options.repair:
        return
    began = time.monotonic()
    check_room(environment.root, wanted["torch"])
    in_place = usable and fits(earlier, wanted) and not options.repair
    if not in_place:
        make_environment(environment, wanted)
    environment.write_stamp(wanted, finished=False)
    try:
        install(environment, wanted)
    except Stop:
        if in_place:  # what worked yesterday still does: pip takes back what it began
            environment.write_stamp(earlier, finished=True)
        raise
    kernel = ["-m", "ipykernel", "install", "--sys-prefix", "--name", "python3"]
    run_step("Registering the kernel", [str(environment.python), *kernel], environment)
    environment.write_stamp(wanted, finished=True)
    print(f"  Ready after {time.monotonic() - began:.0f} s.", flush=True)


def fits(earlier: dict, wanted: dict) -> bool:
    """Say whether a finished .venv can be brought up to date where it is."""
    same_place = all(earlier.get(key) == wanted[key] for key in ("root", "python"))
    # pip would keep the build that is there, or leave its CUDA libraries behind
    return same_place and earlier.get("torch") in ("none", wanted["torch"])


def check_room(folder: Path, torch: str) -> None:
    """Refuse a disk that is too full."""
    free = shutil.disk_usage(folder).free / 1e9
    if free < GB_NEEDED[torch]:
        raise Stop(
            f"there is not enough room on the disk of {folder}: {free:.1f} GB are "
            f"free and {GB_NEEDED[torch]:.1f} GB are needed."
        )


def make_environment(environment: Environment, wanted: dict) -> None:
    """Make an empty .venv, in place of one that is unfinished or another Python's."""
    parts = ("venv", "ensurepip")
    if not all(importlib.util.find_spec(part) for part in parts):
        raise Stop(
            f"this Python {wanted['python']} came without its venv and ensurepip "
            "modules: on Debian or Ubuntu run `sudo apt install "
            f"python{wanted['python']}-venv`, elsewhere install Python with pip."
        )
    folder = environment.folder
    try:
        if folder.is_dir() and any(folder.iterdir()):
            if not (folder / "pyvenv.cfg").exists() and not environment.log.exists():
                raise Stop(f"{folder} is no virtual environment: move it away first.")
            print("  Removing the old .venv ...", flush=True)
            shutil.rmtree(folder)
        folder.mkdir(exist_ok=True)
        environment.write_stamp(wanted, finished=False)
        environment.log.write_text("", encoding="utf-8")
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise
        raise Stop(
            f"the folder {environment.root} cannot be written to ({problem.strerror}): "
            "copy the course to a folder of your own and start it there."
        ) from None
    # not sys.executable, which may lie in the very folder that was just removed
    python = getattr(sys, "_base_executable", None) or sys.executable
    command = [python, "-m", "venv", str(folder)]
    run_step("Making the environment .venv", command, environment)


def install(environment: Environment, wanted: dict) -> None:
    """Install the packages of pyproject.toml and the course itself."""
    extras = [] if wanted["torch"] == "none" else ["torch"]
    extras += ["dev"] if wanted["dev"] else []
    course = f"{environment.root}[{','.join(extras)}]" if extras else environment.root
    command = ["--editable", str(course)]
    size = {"none": "0.5", "cpu": "1.4", "cuda": "several"}[wanted["torch"]]
    what = f"Installing the packages, {size} GB"
    if wanted["torch"] == "cpu" and sys.platform.startswith("linux"):
        # First and by its full name: where there is no CPU build, pip stops here
        # and has downloaded nothing.
        command = [torch_pin(environment.root) + "+cpu", *command]
        if reachable(CPU_INDEX):
            command += ["--extra-index-url", CPU_INDEX]
        else:
            what += " (the PyTorch project's own index does not answer)"
    run_step(what, environment.pip(*command), environment)


def torch_pin(root: Path) -> str:
    """Read the version of torch from pyproject.toml, such as ``torch==2.13.0``."""
    import tomllib  # not at the top: an old Python has none

    with (root / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]["optional-dependencies"]["torch"][0]


def reachable(address: str, seconds: float = 3.0) -> bool:
    """Say whether an address answers, within ``seconds`` whatever happens."""
    import threading
    import urllib.request

    answers = []

    def ask() -> None:
        try:
            with urllib.request.urlopen(address, timeout=seconds) as answer:
                answers.append(answer.status)
        except Exception:  # whatever the reason, it does not answer
            return

    # a thread, because looking up the name has no time limit of its own
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    return bool(answers)


def run_step(what: str, command: list[str], environment: Environment) -> None:
    """Run one command, its output to the log; print one line with the time taken."""
    began = time.monotonic()
    moving = sys.stdout.isatty()
    print(f"  {what} ...", end="", flush=True)
    with environment.log.open("a", encoding="utf-8") as log:
        log.write(f"\n== {what}\n")
        log.flush()
        start_of_step = environment.log.stat().st_size
        with subprocess.Popen(
            command,
            cwd=environment.root,
            env=environment.variables(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process:
            try:
                while process.poll() is None:
                    time.sleep(0.1)
                    if moving:
                        seconds = time.monotonic() - began
                        print(f"\r  {what} ... {seconds:.0f} s", end="", flush=True)
            except BaseException:
                process.kill()
                raise
    seconds = time.monotonic() - began
    print(f"\r  {what} ... {seconds:.0f} s" if moving else f" {seconds:.0f} s")
    if process.returncode:
        with environment.log.open("rb") as log:
            log.seek(start_of_step)
            output = log.read().decode("utf-8", "replace")
        raise Stop(explain(what, output, environment))


def explain(what: str, output: str, environment: Environment) -> str:
    """Turn the output of a failed step into one sentence."""
    end = "\n".join(output.splitlines()[-40:])
    if "No space left on device" in end:
        return "the disk ran full; make room and run this again."
    # pip lists the versions it saw, so it did reach an index
    index_answered = re.search(r"\+cpu \(from versions: (?!none)", end)
    if NETWORK_SIGNS.search(end) and not index_answered:
        return (
            "the packages could not be downloaded: check the network connection "
            f"(or the proxy), then run this again; details in {environment.log}"
        )
    if re.search(r"No matching distribution found for torch==\S+\+cpu", end):
        return (
            f"no build of torch without CUDA was found for Python {sys.version_info[0]}"
            f".{sys.version_info[1]}, and the usual build downloads several GB: choose "
            "`--cuda` to take that one, or `--no-torch` to do without (lessons on "
            "PyTorch will not run then)."
        )
    shown = "\n".join("    " + line for line in output.splitlines()[-15:])
    return f"this failed: {what}; all of it is in {environment.log}, the end:\n{shown}"


def missing_notebooks(root: Path = ROOT) -> list[Path]:
    """Name the notebooks that have a text and are not built yet."""
    expected = [text.with_suffix(".ipynb") for text in (root / "course").glob("*_*.py")]
    for text in (root / "source").glob("*_*.py"):
        for folder in ("source", "release"):
            expected.append(root / folder / text.stem / f"{text.stem}.ipynb")
    return sorted(path for path in expected if not path.exists())


def build_missing(environment: Environment) -> None:
    """Build the notebooks that are missing, if any."""
    count = len(missing_notebooks(environment.root))
    if count:
        command = [str(environment.python), "-m", "coursekit.cli", "build"]
        run_step(f"Building {count} missing notebooks", command, environment)


def write_welcome(environment: Environment) -> None:
    """Bring the welcome page up to date; go on without one where that fails."""
    command = [str(environment.python), "-m", "nnbyhand.cli", "welcome"]
    command += ["--folder", str(environment.root)]
    done = subprocess.run(
        command, env=environment.variables(), capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        print(f"  No welcome page: {said}")


def jupyter_command(options: argparse.Namespace, environment: Environment) -> list[str]:
    """Give the command that opens JupyterLab on the welcome page."""
    pages = [
        page for page in (WELCOME, FIRST_LESSON) if (environment.root / page).exists()
    ]
    page = f"/lab/tree/{pages[0]}" if pages else "/lab"
    command = [str(environment.python), "-m", "jupyterlab"]
    command += [f"--ServerApp.root_dir={environment.root}"]
    command += [f"--LabApp.default_url={page}", "--JupyterApp.log_level=WARN"]
    if options.port:
        command += [f"--ServerApp.port={options.port}"]
    if options.no_browser or not has_browser():
        command += ["--no-browser"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command += ["--allow-root"]  # in a container there is often no other user
    return command


def has_browser() -> bool:
    """Say whether a browser window can be expected here."""
    if os.environ.get("CI"):
        return False
    if sys.platform.startswith("linux") and "microsoft" not in os.uname().release:
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def hand_over(command: list[str], variables: dict) -> int:
    """Become another program; on Windows, wait for it instead."""
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.call(command, env=variables)
    return os.execve(command[0], command, variables)


def parse(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Read the command line; what is meant for the tests comes back apart."""
    parser = argparse.ArgumentParser(
        prog="start.py",
        description="Set up the course in .venv and open it, or run its tests.",
        epilog="Options unknown here are passed on after `test`, such as -k gates.",
        allow_abbrev=False,
    )
    parser.add_argument("what", nargs="?", choices=["test"], help="run every test")
    torch = parser.add_mutually_exclusive_group()
    for option, value, text in (
        ("--cpu", "cpu", "torch without CUDA (the choice unless another was made)"),
        ("--cuda", "cuda", "torch with CUDA on Linux, a download of several GB"),
        ("--no-torch", "none", "without torch"),
    ):
        torch.add_argument(
            option, dest="torch", action="store_const", const=value, help=text
        )
    parser.add_argument("--repair", action="store_true", help="make .venv anew")
    parser.add_argument("--setup-only", action="store_true", help="open nothing")
    parser.add_argument("--port", type=int, metavar="N", help="port for JupyterLab")
    parser.add_argument("--no-browser", action="store_true", help="print the address")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.what != "test":
        parser.error(f"unknown: {' '.join(rest)}")
    return options, rest


def main(arguments: list[str]) -> int:
    """Set up, then hand over to JupyterLab or to the tests."""
    options, rest = parse(arguments)
    environment = Environment()
    if options.what == "test" and not (environment.root / "lib" / "coursekit").exists():
        print(
            "start.py: the tests are with the instructors' course, not in this copy "
            "for students; `nnbyhand doctor` checks the set-up.",
            file=sys.stderr,
        )
        return 1
    try:
        set_up(options, environment)
        build_missing(environment)
    except Stop as reason:
        print(f"\nstart.py: {reason}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"\nstart.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstart.py: stopped; run the same command to go on.", file=sys.stderr)
        return 130
    if options.setup_only:
        return 0
    if options.what == "test":
        command = [str(environment.python), "-m", "coursekit.cli", "ci", *rest]
        return hand_over(command, environment.variables())
    write_welcome(environment)
    print("  Opening JupyterLab; Ctrl-C here ends it.")
    return hand_over(jupyter_command(options, environment), environment.variables())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
