"""A real JupyterLab in a real Chromium.

Nothing leaves the machine: a request to any other address fails the test that caused
it, and so does an error on the page's console that is not on the list of known noise.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# what JupyterLab and formgrader say on a good day
NOISE = re.compile(
    r"allow-scripts and allow-same-origin|MathJax|favicon|ResizeObserver"
    r"|preloaded using link preload"
)
HERE = re.compile(
    r"(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|file:|data:|blob:|about:"
)
START_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here: it needs a browser, and takes its time."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    """Give a port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    """Return once the address answers; a server that ended says why."""
    for _ in range(START_SECONDS * 10):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended:\n{log.read_text()[-3000:]}")
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """Start the system's Chromium once; skip, with the reason, where there is none."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium on this machine: install your system's package")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def people(chromium) -> Iterator[Callable[[str], object]]:
    """Give pages by a person's name: each has a browser's memory of its own.

    Every page notes errors and requests to other addresses, and fails its test.
    """
    contexts: list = []
    errors: list[str] = []
    abroad: list[str] = []

    def come(name: str):
        context = chromium.new_context(viewport={"width": 1400, "height": 1000})
        context.set_default_timeout(30_000)
        contexts.append(context)

        def note_console(message) -> None:
            if message.type == "error" and not NOISE.search(message.text):
                errors.append(f"{name}: {message.text}")

        def note_request(request) -> None:
            if not HERE.match(request.url):
                abroad.append(f"{name}: {request.url}")

        context.on("console", note_console)
        context.on("request", note_request)
        tab = context.new_page()
        tab.console_errors, tab.requests_abroad = errors, abroad
        return tab

    yield come
    for context in contexts:
        context.close()
    assert not abroad, f"requests left the machine: {abroad}"
    assert not errors, f"errors on the console: {errors}"


@pytest.fixture
def page(people):
    """Give a page of its own that notes errors and requests to other addresses."""
    return people("page")


@pytest.fixture(scope="session")
def servers() -> tuple[Callable, Callable]:
    """Give what a test needs to start a server of its own: a port, a wait."""
    return free_port, wait_for


@pytest.fixture(scope="session")
def start_lab(tmp_path_factory) -> Iterator[Callable[..., tuple[str, str]]]:
    """Start JupyterLab on a folder: ``start_lab(folder)`` gives address and token.

    Each server has a HOME of its own, so that nobody's settings matter.
    """
    running: list[subprocess.Popen] = []

    def start(folder: Path, *options: str, **variables: str) -> tuple[str, str]:
        port, token = free_port(), secrets.token_hex(16)
        home = tmp_path_factory.mktemp("home")
        log = home / "jupyter.log"
        command = [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1"),
            *(f"--port={port}", "--ServerApp.port_retries=0"),
            *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"),
            *("--expose-app-in-browser", "--allow-root", *options),
        ]
        scripts = str(Path(sys.executable).parent)
        path = os.pathsep.join([scripts, os.environ["PATH"]])
        steady = {"HOME": str(home), "PATH": path, "OMP_NUM_THREADS": "1"}
        with log.open("w") as out:
            process = subprocess.Popen(
                command,
                cwd=folder,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=os.environ | steady | variables,
            )
        running.append(process)
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api?token={token}", process, log)
        return address, token

    yield start
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
