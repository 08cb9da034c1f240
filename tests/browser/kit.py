"""A student's machine: the kit unpacked in an empty folder, opened by its start.py.

The packages are those of this environment; installing them once more would take a
minute, and tests/test_start.py does that. All else is the kit's own: ``.venv`` is a new
environment that sees the kit's library and no coursekit.
"""

import json
import os
import re
import secrets
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from coursekit.course import find_course
from coursekit.kit import FOLDER, make_kit

STAMP = """
import start
environment = start.Environment()
options, _ = start.parse([])
environment.write_stamp(start.wanted_set_up(options, environment), finished=True)
"""


def unpack(place: Path, units: list[str]) -> Path:
    """Make the kit, unpack it in ``place`` and give the folder that comes out."""
    archive = place / "kit.zip"
    make_kit(find_course(), units, archive)
    with zipfile.ZipFile(archive) as file:
        file.extractall(place)
    return place / FOLDER


def make_environment(kit: Path) -> None:
    """Put a .venv there as start.py leaves it, with the packages that are here."""
    here, there = Path(sys.prefix), kit / ".venv"
    command = [sys.executable, "-m", "venv", "--without-pip", str(there)]
    subprocess.run(command, check=True)
    packages = Path("lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    packages /= "site-packages"
    paths = f"{kit / 'lib'}\n{here / packages}\n"
    (there / packages / "kit.pth").write_text(paths)
    for folder in ("etc/jupyter", "share/jupyter"):
        (there / folder).mkdir(parents=True)
        for part in (here / folder).iterdir():
            if part.name != "kernels":
                (there / folder / part.name).symlink_to(part)
    python = there / "bin" / "python"
    kernel = ["-m", "ipykernel", "install", "--sys-prefix", "--name", "python3"]
    for asked in (kernel, ["-c", STAMP]):
        subprocess.run([python, *asked], cwd=kit, check=True, capture_output=True)


@contextmanager
def started(
    kit: Path, home: Path, port: int, wait_for: Callable
) -> Iterator[tuple[str, str]]:
    """Start the kit as a student does, in an empty HOME; give address and token."""
    token, log = secrets.token_hex(16), home / "start.log"
    settings = home / ".jupyter"
    settings.mkdir(parents=True)
    # what only the test needs: a way to ask JupyterLab whether it is ready
    wanted = {
        "IdentityProvider": {"token": token},
        "LabApp": {"expose_app_in_browser": True},
    }
    (settings / "jupyter_lab_config.json").write_text(json.dumps(wanted))
    kept = {
        name: value
        for name, value in os.environ.items()
        if not re.match("JUPYTER|PYTHON|VIRTUAL_ENV|NNBYHAND", name)
    }
    python = getattr(sys, "_base_executable", sys.executable)  # none of our packages
    with log.open("w") as out:
        process = subprocess.Popen(
            [python, "start.py", "--no-browser", f"--port={port}"],
            cwd=kit,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=kept | {"HOME": str(home), "OMP_NUM_THREADS": "1"},
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api?token={token}", process, log)
        yield address, token
    finally:
        process.terminate()
        process.wait(20)
