"""A real JupyterHub with accounts of its own, which are gone when it has ended."""

import grp
import os
import pwd
import shutil
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "deploy" / "jupyterhub" / "jupyterhub_config.py"
PROXY = "configurable-http-proxy@5.3.0"
PREFIX = "nnbhtest"  # of every account made here
STUDENTS, INSTRUCTORS = "nnbyhand-students", "nnbyhand-instructors"  # as configured
AS = ("runuser", "-u")
NEEDED = "jupyterhub.singleuser, nbgrader, nnbyhand"
PROGRAMS = ("alembic", "nbgrader")  # called by their names on an instructor's server

EXTRA = """
load_subconfig({config!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.cookie_secret_file = {folder!r} + "/secret"
c.JupyterHub.db_url = "sqlite:///" + {folder!r} + "/hub.sqlite"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api_port}"
# only here: any password will do, and the accounts are named
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allowed_users = {users!r}
c.Spawner.args = ["--LabApp.expose_app_in_browser=True"]
"""


def require(reason: str, good: object) -> None:
    """Skip, saying why, where something is missing."""
    if not good:
        pytest.skip(reason)


def proxy() -> str:
    """Install the proxy once into a cache and give its program."""
    npm = shutil.which("npm")
    require("no npm on this machine: it installs configurable-http-proxy", npm)
    version = PROXY.rpartition("@")[2]
    cache = Path(tempfile.gettempdir(), f"nnbyhand-proxy-{version}-{os.getuid()}")
    program = cache / "node_modules" / ".bin" / "configurable-http-proxy"
    if not program.exists():
        cache.mkdir(mode=0o700, exist_ok=True)
        command = [npm, "install", "--no-fund", "--no-audit", "--prefix", cache, PROXY]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=180
            )
        except subprocess.TimeoutExpired:
            pytest.skip(f"npm did not install {PROXY} within three minutes")
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        require(f"npm could not install {PROXY}: {said}", program.exists())
    return str(program)


def may_import(python: Path | str, user: str) -> bool:
    """Tell whether an account can start this Python and import what a server needs."""
    done = subprocess.run(
        [*AS, user, "--", str(python), "-c", f"import {NEEDED}"],
        cwd="/",
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def python_for(user: str, folder: Path) -> Path:
    """Give a Python that other accounts may start, with the packages of this one.

    The one of the tests may lie in a private home. Then the system's own, if it is of
    the same version, borrows the packages.
    """
    if may_import(sys.executable, user):
        return Path(sys.executable)
    system = Path("/usr/bin", "python{}.{}".format(*sys.version_info[:2]))
    require(
        f"accounts other than root cannot start {sys.executable}, and there is no "
        f"{system} to take its place",
        system.exists(),
    )
    env = folder / "env"
    subprocess.run([system, "-m", "venv", "--without-pip", env], check=True)
    own = next(env.glob("lib/python*/site-packages"))
    packages = site.getsitepackages()[0]
    (own / "borrowed.pth").write_text(f"import site; site.addsitedir({packages!r})\n")
    for path in (Path(sys.prefix) / "share" / "jupyter").iterdir():
        if path.name != "kernels":  # they name the Python that cannot be started
            (env / "share" / "jupyter").mkdir(parents=True, exist_ok=True)
            (env / "share" / "jupyter" / path.name).symlink_to(path)
    hub_files = Path(sys.prefix) / "share" / "jupyterhub"
    (env / "share" / "jupyterhub").symlink_to(hub_files)
    (env / "etc").symlink_to(Path(sys.prefix) / "etc")
    for name in PROGRAMS:
        _program(env, name)
    python = env / "bin" / "python"
    require(f"other accounts cannot read {packages}", may_import(python, user))
    return python


def _program(env: Path, name: str) -> None:
    points = distribution(name).entry_points
    (point,) = [p for p in points if p.group == "console_scripts" and p.name == name]
    program = env / "bin" / name
    program.write_text(
        f"#!{env}/bin/python\nimport sys\nfrom {point.module} import {point.attr}\n"
        f"sys.exit({point.attr}())\n"
    )
    program.chmod(0o755)


@contextmanager
def accounts(students: list[str], instructors: list[str]) -> Iterator[None]:
    """Make accounts and the groups of a course; take them away again."""
    require("only root can make accounts", os.getuid() == 0)
    for tool in ("useradd", "userdel", "groupadd", "groupdel", "runuser"):
        require(f"no {tool} on this machine", shutil.which(tool))
    for group in (STUDENTS, INSTRUCTORS):
        taken = any(entry.gr_name == group for entry in grp.getgrall())
        require(f"this machine has a group {group} already: a real hub?", not taken)
    try:
        for group in (STUDENTS, INSTRUCTORS):
            subprocess.run(["groupadd", group], check=True)
        for names, group in ((students, STUDENTS), (instructors, INSTRUCTORS)):
            for name in names:
                _drop(name)
                make = ["useradd", "--create-home", "--groups", group, name]
                subprocess.run(make, check=True, capture_output=True)
                Path(pwd.getpwnam(name).pw_dir).chmod(0o700)
        yield
    finally:
        for name in students + instructors:
            _drop(name)
        for group in (STUDENTS, INSTRUCTORS):
            if any(entry.gr_name == group for entry in grp.getgrall()):
                subprocess.run(["groupdel", group], check=False)


def _drop(name: str) -> None:
    assert name.startswith(PREFIX), name
    if any(entry.pw_name == name for entry in pwd.getpwall()):
        # its servers first: an account with processes cannot be removed
        number = pwd.getpwnam(name).pw_uid
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if process.stat().st_uid == number:
                    os.kill(int(process.name), 9)
            except OSError:
                continue
        subprocess.run(
            ["userdel", "--remove", "--force", name], check=False, capture_output=True
        )


@dataclass
class Hub:
    """A running hub: its address, the folder of the exchange and the hub's log."""

    address: str
    exchange: Path
    log: Path


@contextmanager
def running(
    folder: Path, python: Path, users: list[str], free_port, wait_for
) -> Iterator[Hub]:
    """Start the deployed configuration with the changes a test needs."""
    program = proxy()
    exchange = folder / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    port = free_port()
    config = folder / "config.py"
    config.write_text(
        EXTRA.format(
            config=str(CONFIG),
            port=port,
            hub_port=free_port(),
            api_port=free_port(),
            folder=str(folder),
            proxy=program,
            users=set(users),
        )
    )
    log = folder / "hub.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [python, "-m", "jupyterhub", "--config", config],
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ
            | {"NNBYHAND_EXCHANGE": str(exchange), "OMP_NUM_THREADS": "1"},
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/hub/login", process, log)
        yield Hub(f"http://127.0.0.1:{port}", exchange, log)
    finally:
        process.terminate()  # the hub ends its proxy and all servers
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
