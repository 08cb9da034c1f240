"""start.py: what it says when something is wrong, what it does when nothing is."""

import argparse
import ast
import errno
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "start.py"
LEFT_OUT = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "build")


@pytest.fixture(scope="module")
def start() -> ModuleType:
    """start.py as a module; it is no part of the package."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def course(tmp_path: Path, start: ModuleType):
    """An empty course with an environment that is not made yet."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return start.Environment(tmp_path)


@pytest.fixture
def steps(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have run."""
    commands = []

    def note(what: str, command: list[str], environment: object) -> None:
        commands.append(command)

    monkeypatch.setattr(start, "run_step", note)
    monkeypatch.setattr(start, "reachable", lambda address: False)
    return commands


def options(start: ModuleType, *arguments: str) -> argparse.Namespace:
    return start.parse(list(arguments))[0]


def finish(start: ModuleType, course, *arguments: str) -> dict:
    """Pretend that a set-up with these arguments came to its end."""
    course.scripts.mkdir(parents=True)
    (course.folder / "pyvenv.cfg").touch()
    course.python.touch()
    wanted = start.wanted_set_up(options(start, *arguments), course)
    course.write_stamp(wanted, finished=True)
    return wanted


# On any Python


def test_has_the_syntax_of_python_3_6() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.split(".")[0])
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 8, 18), (3, 10, 13)])
def test_old_python_gets_one_sentence(version: tuple) -> None:
    code = (
        f"import runpy, sys; sys.version_info = {version}; sys.argv = ['start.py']; "
        f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    )
    done = run([sys.executable, "-c", code])
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert f"this is Python {version[0]}.{version[1]}, the course needs 3.11" in line


def test_new_python_will_do(start: ModuleType) -> None:
    assert start.python_problem((3, 11, 0)) == ""
    assert start.python_problem((4, 0, 0)) == ""


# What can be wrong with the place


def test_full_disk(start: ModuleType, course, steps: list, monkeypatch) -> None:
    monkeypatch.setattr(
        shutil, "disk_usage", lambda path: argparse.Namespace(free=2.4e9)
    )
    with pytest.raises(start.Stop, match=r"2\.4 GB are free and 2\.5 GB are needed"):
        start.set_up(options(start), course)
    assert not course.folder.exists()
    start.set_up(options(start, "--no-torch"), course)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_python_without_venv(
    missing: str, start: ModuleType, course, steps: list, monkeypatch
) -> None:
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else True
    )
    with pytest.raises(start.Stop, match=r"sudo apt install python3\.\d+-venv"):
        start.set_up(options(start), course)


def test_folder_that_cannot_be_written_to(
    start: ModuleType, course, steps: list, monkeypatch
) -> None:
    def refuse(path: Path, *rest: object, **more: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(start.Stop, match=r"cannot be written to \(Read-only"):
        start.set_up(options(start), course)


def test_keeps_a_folder_that_is_not_its_own(start: ModuleType, course, steps) -> None:
    precious = course.folder / "precious.txt"
    course.folder.mkdir()
    precious.touch()
    with pytest.raises(start.Stop, match="move it away first"):
        start.set_up(options(start), course)
    assert precious.exists()


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk ran full"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: No matching distribution found for hatchling>=1.27",
            "check the network connection",
        ),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: Could not find a version that satisfies the requirement "
            "torch==2.13.0+cpu (from versions: none)\n"
            "ERROR: No matching distribution found for torch==2.13.0+cpu",
            "check the network connection",
        ),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: Could not find a version that satisfies the requirement "
            "torch==2.13.0+cpu (from versions: 2.12.0, 2.13.0)\n"
            "ERROR: No matching distribution found for torch==2.13.0+cpu",
            "choose `--cuda` to take that one, or `--no-torch`",
        ),
        ("ERROR: something new", "    ERROR: something new"),
    ],
)
def test_failed_step_gets_its_sentence(
    output: str, sentence: str, start: ModuleType, course
) -> None:
    assert sentence in start.explain("Installing", output, course)


def test_failed_step_says_where_its_output_is(start: ModuleType, course) -> None:
    course.folder.mkdir()
    command = [sys.executable, "-c", "print('the reason'); raise SystemExit(3)"]
    with pytest.raises(start.Stop) as stop:
        start.run_step("Trying", command, course)
    assert "this failed: Trying" in str(stop.value)
    assert "    the reason" in str(stop.value)
    assert "the reason" in course.log.read_text(encoding="utf-8")


def test_stopped_step_leaves_nothing_running(
    start: ModuleType, course, monkeypatch
) -> None:
    course.folder.mkdir()
    note = course.folder / "done"
    code = f"import time; time.sleep(1); open({str(note)!r}, 'w')"

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(time, "sleep", interrupt)
        with pytest.raises(KeyboardInterrupt):
            start.run_step("Waiting", [sys.executable, "-c", code], course)
    time.sleep(1.5)
    assert not note.exists()


# Which torch


def test_torch_without_cuda_is_asked_for_by_its_full_name(
    start: ModuleType, course, steps: list, monkeypatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    start.install(course, start.wanted_set_up(options(start), course))
    (command,) = steps
    pin = start.torch_pin(ROOT)
    assert re.fullmatch(r"torch==[0-9.]+", pin)
    asked = command[command.index("--progress-bar=off") + 1 :]
    assert asked == [pin + "+cpu", "--editable", f"{course.root}[torch]"]


def test_index_of_cpu_builds_is_used_when_it_answers(
    start: ModuleType, course, steps: list, monkeypatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "reachable", lambda address: True)
    start.install(course, start.wanted_set_up(options(start), course))
    assert steps[0][-2:] == ["--extra-index-url", start.CPU_INDEX]


@pytest.mark.parametrize(
    ("arguments", "platform", "extras"),
    [
        (["--cuda"], "linux", "[torch]"),
        (["--no-torch"], "linux", ""),
        ([], "darwin", "[torch]"),
        (["test"], "win32", "[torch,dev]"),
        (["test", "--no-torch"], "linux", "[dev]"),
    ],
)
def test_other_choices_leave_torch_to_pip(
    arguments: list, platform: str, extras: str, start, course, steps, monkeypatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    start.install(course, start.wanted_set_up(options(start, *arguments), course))
    assert steps[0][-2:] == ["--editable", f"{course.root}{extras}"]
    assert not any("+cpu" in word for word in steps[0])


def test_reachable_says_no_in_time(start: ModuleType) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        began = time.monotonic()
        assert not start.reachable(address, seconds=0.3)
        assert time.monotonic() - began < 1
    assert not start.reachable(address, seconds=0.3)


def test_reachable_does_not_wait_for_a_slow_name_server(start, monkeypatch) -> None:
    def look_up(*arguments: object, **more: object) -> None:
        threading.Event().wait(2)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    began = time.monotonic()
    assert not start.reachable("http://anywhere.invalid/", seconds=0.2)
    assert time.monotonic() - began < 1


def test_reachable_says_yes(start: ModuleType, monkeypatch) -> None:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        assert start.reachable(f"http://127.0.0.1:{server.server_port}/")


# What is done, and what is left alone


def test_finished_set_up_is_left_alone(start: ModuleType, course, steps) -> None:
    finish(start, course)
    start.set_up(options(start), course)
    assert steps == []


@pytest.mark.parametrize(
    "change",
    [
        {"finished": False},
        {"root": "/elsewhere"},
        {"python": "3.10"},
        {"torch": "cuda"},
    ],
)
def test_other_or_unfinished_environment_is_made_anew(
    change: dict, start: ModuleType, course, steps
) -> None:
    wanted = finish(start, course)
    course.stamp.write_text(json.dumps({**wanted, "finished": True, **change}))
    rest = course.folder / "rest"
    rest.touch()
    start.set_up(options(start, "--cpu"), course)
    assert [command[1:3] for command in steps] == [
        ["-m", "venv"],
        ["-m", "pip"],
        ["-m", "ipykernel"],
    ]
    assert not rest.exists()
    assert course.stamped() == {**wanted, "finished": True}


def test_environment_whose_python_is_gone_is_made_anew(start, course, steps) -> None:
    finish(start, course)
    course.python.unlink()
    start.set_up(options(start), course)
    assert steps[0][1:3] == ["-m", "venv"]


def test_repair_makes_it_anew(start: ModuleType, course, steps) -> None:
    finish(start, course)
    start.set_up(options(start, "--repair"), course)
    assert steps[0][1:3] == ["-m", "venv"]


def test_new_requirements_are_installed_in_place(start, course, steps) -> None:
    finish(start, course)
    with (course.root / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    start.set_up(options(start), course)
    assert [command[2] for command in steps] == ["pip", "ipykernel"]


def test_failed_update_keeps_what_worked(
    start: ModuleType, course, steps, monkeypatch
) -> None:
    wanted = finish(start, course, "--no-torch")

    def fail(*arguments: object) -> None:
        raise start.Stop("no")

    monkeypatch.setattr(start, "run_step", fail)
    with pytest.raises(start.Stop):
        start.set_up(options(start, "--cpu"), course)
    assert course.stamped() == {**wanted, "finished": True}


def test_choices_stay_made(start: ModuleType, course) -> None:
    finish(start, course, "test", "--no-torch")
    again = start.wanted_set_up(options(start), course)
    assert (again["torch"], again["dev"]) == ("none", True)
    again = start.wanted_set_up(options(start, "--cpu"), course)
    assert again["torch"] == "cpu"


@pytest.mark.parametrize("content", ["", "[]", "{", "\0"])
def test_damaged_stamp_is_no_stamp(content: str, start: ModuleType, course) -> None:
    course.folder.mkdir()
    course.stamp.write_text(content)
    assert course.stamped() == {}


def test_finds_the_notebooks_that_are_missing(start: ModuleType, tmp_path) -> None:
    for path in (
        "course/00_start.py",
        "course/00_start.ipynb",
        "course/01_gates.py",
        "source/01_gates.py",
        "source/01_gates/01_gates.ipynb",
        "release/.keep",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    missing = [path.relative_to(tmp_path) for path in start.missing_notebooks(tmp_path)]
    assert missing == [
        Path("course/01_gates.ipynb"),
        Path("release/01_gates/01_gates.ipynb"),
    ]


# Handing over


def test_opens_the_welcome_page_before_a_lesson(start: ModuleType, course) -> None:
    for page in ("course/00_start.ipynb", "work/welcome.md"):
        (course.root / page).parent.mkdir()
        (course.root / page).touch()
    command = start.jupyter_command(options(start), course)
    assert "--LabApp.default_url=/lab/tree/work/welcome.md" in command


def test_goes_on_without_a_welcome_page(start, course, capsys, monkeypatch) -> None:
    monkeypatch.setattr(course, "python", Path(sys.executable))
    (course.root / "work").touch()  # a file where the folder should be
    start.write_welcome(course)
    assert "No welcome page: nnbyhand: " in capsys.readouterr().out


def test_a_students_copy_says_where_the_tests_are(
    start: ModuleType, tmp_path: Path
) -> None:
    shutil.copy(SCRIPT, tmp_path)
    done = run([sys.executable, tmp_path / "start.py", "test"])
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "the tests are with the instructors' course" in line
    assert not (tmp_path / ".venv").exists()


def test_opens_the_first_lesson(start: ModuleType, course, monkeypatch) -> None:
    monkeypatch.setattr(start, "has_browser", lambda: True)
    lesson = course.root / "course" / "00_start.ipynb"
    lesson.parent.mkdir()
    lesson.touch()
    command = start.jupyter_command(options(start, "--port", "9876"), course)
    assert command[:3] == [str(course.python), "-m", "jupyterlab"]
    assert "--LabApp.default_url=/lab/tree/course/00_start.ipynb" in command
    assert f"--ServerApp.root_dir={course.root}" in command
    assert "--ServerApp.port=9876" in command
    assert "--no-browser" not in command
    command = start.jupyter_command(options(start, "--no-browser"), course)
    assert "--no-browser" in command


def test_expects_no_browser_in_ci(start: ModuleType, monkeypatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("CI", "true")
    assert not start.has_browser()
    monkeypatch.delenv("CI")
    assert start.has_browser()


def test_tests_get_the_rest_of_the_line(start: ModuleType, monkeypatch) -> None:
    calls = []
    monkeypatch.setattr(start, "set_up", lambda *arguments: None)
    monkeypatch.setattr(start, "build_missing", lambda *arguments: None)
    monkeypatch.setattr(start, "hand_over", lambda *call: calls.append(call) or 0)
    assert start.main(["test", "--no-torch", "-k", "gates", "tests/lib"]) == 0
    ((command, variables),) = calls
    assert command[1:] == ["-m", "coursekit.cli", "ci", "-k", "gates", "tests/lib"]
    assert variables["VIRTUAL_ENV"] == str(ROOT / ".venv")


def test_matrix_products_get_one_thread_unless_told_otherwise(course, monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    assert course.variables()["OPENBLAS_NUM_THREADS"] == "1"
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    assert course.variables()["OPENBLAS_NUM_THREADS"] == "4"


def test_unknown_option_is_refused(start: ModuleType, capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        start.parse(["--cdua"])
    assert stop.value.code == 2
    assert "unknown: --cdua" in capsys.readouterr().err


def test_ci_runs_the_readme_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'exec python3 start.py test "$@"' in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "python3 start.py test" in (ROOT / "README.md").read_text(encoding="utf-8")


# For real: one fresh copy, one fresh home, one environment shared by the tests below


def run(command: list, **more: object) -> subprocess.CompletedProcess:
    """Run a command as a machine without a terminal would."""
    return subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        **more,
    )


class Fresh:
    """A copy of the course, set up by start.py with a home that was empty."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "the course"  # a space, as in many a home folder
        home = folder / "home"
        shutil.copytree(ROOT, self.root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        home.mkdir()
        self.variables = {**os.environ, "HOME": str(home), "CI": "true"}
        # quicker, and no other result: one try an address, bytecode when first used
        self.variables.update(PIP_RETRIES="0", PIP_NO_COMPILE="1")
        self.kernels = home / ".local/share/jupyter/kernels"
        self.python = self.root / ".venv" / "bin" / "python"

    def start(self, *arguments: str, **variables: str):
        everything = {**self.variables, **variables}
        command = [sys.executable, "start.py", *arguments]
        return run(command, cwd=self.root, env=everything)

    def inside(self, *arguments: str) -> subprocess.CompletedProcess:
        command = [self.python, *arguments]
        # as start.py does: this environment's programs before those of any other,
        # such as the one these tests run in
        path = os.pathsep.join([str(self.python.parent), os.environ["PATH"]])
        return run(command, cwd=self.root, env={**self.variables, "PATH": path})


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fresh]:
    if os.name == "nt":
        pytest.skip("written for Linux and macOS")
    made = Fresh(tmp_path_factory.mktemp("fresh"))
    done = made.start("--setup-only")
    if "no build of torch without CUDA" in done.stderr:
        assert done.returncode == 1
        assert not list((made.root / ".venv").rglob("torch"))
        done = made.start("--setup-only", "--no-torch")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Installing the packages" in done.stdout
    assert "Ready after" in done.stdout
    yield made
    # not waited for: deleting so much that was just written can take a minute
    subprocess.Popen(["rm", "-rf", str(made.root)], start_new_session=True)


@pytest.mark.slow
def test_no_network_gets_one_sentence(tmp_path: Path) -> None:
    for name in ("start.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    nowhere = {
        "PIP_INDEX_URL": "https://127.0.0.1:9/simple",
        "PIP_FIND_LINKS": "",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "1",
    }
    done = run(
        [sys.executable, "start.py", "--no-torch", "--setup-only"],
        cwd=tmp_path,
        env={**os.environ, **nowhere},
    )
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "check the network connection" in line


@pytest.mark.slow
def test_second_start_is_instant(fresh: Fresh) -> None:
    times = []
    for _ in range(3):
        began = time.monotonic()
        done = fresh.start("--setup-only")
        times.append(time.monotonic() - began)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert min(times) < 0.5


@pytest.mark.slow
def test_environment_is_small_and_consistent(fresh: Fresh) -> None:
    done = fresh.inside("-m", "pip", "check")
    assert done.returncode == 0, done.stdout
    listed = fresh.inside("-m", "pip", "list", "--format=freeze").stdout
    assert not re.search(r"(?mi)^(nvidia|cuda|triton)", listed)


@pytest.mark.slow
def test_own_kernel_wins_over_that_of_the_user(fresh: Fresh) -> None:
    other = fresh.kernels / "python3"
    other.mkdir(parents=True)
    content = {"argv": ["/nowhere/python"], "display_name": "other", "language": "p"}
    (other / "kernel.json").write_text(json.dumps(content))
    done = fresh.inside("-m", "jupyter", "kernelspec", "list", "--json")
    shutil.rmtree(other)
    found = json.loads(done.stdout)["kernelspecs"]["python3"]
    assert found["spec"]["argv"][0] == str(fresh.python)


@pytest.mark.slow
def test_doctor_finds_no_problem(fresh: Fresh) -> None:
    done = fresh.inside("-m", "nnbyhand.cli", "doctor", "--json")
    found = json.loads(done.stdout)
    bad = [each for each in found["findings"] if each["state"] == "PROBLEM"]
    assert bad == []
    assert done.returncode == 0
    course = next(each for each in found["findings"] if each["about"] == "folder")
    assert str(fresh.root) in course["text"]


@pytest.mark.slow
def test_pip_part_of_environment_yml_installs(fresh: Fresh) -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    lines = yaml.safe_load(text)["dependencies"][-1]["pip"]
    torch = (fresh.root / ".venv" / "nnbyhand-setup.json").read_text()
    if '"torch": "none"' in torch:
        lines = [line.replace("[torch]", "") for line in lines if "+cpu" not in line]
    asked = fresh.root / "pip-part.txt"
    asked.write_text("\n".join(lines))
    before = fresh.inside("-m", "pip", "freeze").stdout
    done = fresh.inside("-m", "pip", "install", "--requirement", asked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Successfully installed nnbyhand" in done.stdout
    assert fresh.inside("-m", "pip", "freeze").stdout == before


def page_at(address: str) -> str:
    """Read a page of a server that may need a moment after it named its address."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=20) as page:
                return page.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.mark.slow
def test_jupyterlab_answers_at_the_printed_address(fresh: Fresh) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    command = [sys.executable, "start.py", "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=fresh.root,
        env=fresh.variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            address = next(
                found[0]
                for line in process.stdout
                if (found := re.search(r"http://127\.0\.0\.1:\S+token=\S+", line))
            )
            assert "/lab" in address
            assert "JupyterLab" in page_at(address)
        finally:
            process.kill()
