"""The doctor: every kind of problem is found, named, and comes with advice."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest

import nnbyhand
from nnbyhand import cli, doctor
from nnbyhand.doctor import NOTE, OK, PROBLEM, Finding


def only(findings: list[Finding], about: str) -> Finding:
    (found,) = [finding for finding in findings if finding.about == about]
    return found


def installed_as(monkeypatch: pytest.MonkeyPatch, **versions: str | None) -> None:
    """Pretend other versions; None stands for not installed."""
    real = metadata.version

    def version(name: str) -> str:
        if name not in versions:
            return real(name)
        if versions[name] is None:
            raise metadata.PackageNotFoundError(name)
        return versions[name]

    monkeypatch.setattr(metadata, "version", version)


def test_finds_no_problem_here(capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "No problems."
    for about in ("Python", "numpy", "kernel", "Validate button", "bundled data"):
        assert any(line.startswith(f"OK       {about}: ") for line in lines)


def test_json_says_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    findings = [Finding(OK, "a", "well"), Finding(PROBLEM, "b", "bad", "Mend it.")]
    monkeypatch.setattr(doctor, "examine", lambda: findings)
    assert cli.main(["doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "problems": 1,
        "findings": [finding._asdict() for finding in findings],
    }
    assert cli.main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "OK       a: well",
        "PROBLEM  b: bad",
        "         Mend it.",
        "",
        "PROBLEMS: 1, see above.",
    ]


def test_old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.platform, "python_version", lambda: "3.10.13")
    (found,) = doctor.check_python()
    assert found.state == PROBLEM
    assert "3.10.13, wanted >=3.11" in found.text
    assert "newer Python" in found.advice


def test_package_out_of_range(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_as(monkeypatch, numpy="1.26.4")
    found = only(list(doctor.check_packages()), "numpy")
    assert found.state == PROBLEM
    assert "1.26.4 is installed, wanted" in found.text
    assert ">=2.4" in found.text
    assert "start.py --repair" in found.advice


def test_package_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_as(monkeypatch, nbgrader=None)
    found = only(list(doctor.check_packages()), "nbgrader")
    assert found == Finding(PROBLEM, "nbgrader", "is not installed", doctor.REPAIR)


def test_torch_missing_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_as(monkeypatch, torch=None)
    found = only(list(doctor.check_packages()), "torch")
    assert found.state == NOTE
    assert list(doctor.check_device()) == []


def test_torch_of_another_version_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_as(monkeypatch, torch="2.9.0")
    assert only(list(doctor.check_packages()), "torch").state == PROBLEM
    installed_as(monkeypatch, torch="2.13.0+cpu")
    assert only(list(doctor.check_packages()), "torch").state == OK


def test_tools_of_the_tests_are_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_as(monkeypatch, pytest=None, ruff=None)
    found = only(list(doctor.check_packages()), "tools of the tests")
    assert found.state == NOTE
    assert "pytest" in found.text
    assert "ruff" in found.text
    assert not any(each.about == "pytest" for each in doctor.check_packages())


@pytest.fixture
def jupyter_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that Jupyter searches before all others."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("program", "text"),
    [
        (["/nowhere/python", "{connection_file}"], "does not start"),
        ([sys.executable, "-c", "raise SystemExit(1)"], "does not start"),
    ],
)
def test_kernel_that_does_not_start(
    program: list, text: str, jupyter_home: Path
) -> None:
    folder = jupyter_home / "kernels" / "python3"
    folder.mkdir(parents=True)
    spec = {"argv": program, "display_name": "broken", "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec))
    (found,) = doctor.check_kernel()
    assert found.state == PROBLEM
    assert text in found.text
    assert found.advice == doctor.REPAIR


def test_kernel_of_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.sys, "prefix", "/another/environment")
    (found,) = doctor.check_kernel()
    assert found.state == PROBLEM
    assert "python3 is the Python in " in found.text


def test_validate_button_switched_off_in_jupyterlab(jupyter_home: Path) -> None:
    folder = jupyter_home / "labconfig"
    folder.mkdir()
    off = {"disabledExtensions": {"@jupyter/nbgrader:validate-assignment": True}}
    (folder / "page_config.json").write_text(json.dumps(off))
    (found,) = doctor.check_validate_button()
    assert (found.state, found.text) == (PROBLEM, "it is switched off in JupyterLab")
    assert "jupyter labextension enable @jupyter/nbgrader" in found.advice


def test_validate_button_without_its_server_part(jupyter_home: Path) -> None:
    part = "nbgrader.server_extensions.validate_assignment"
    off = {"ServerApp": {"jpserver_extensions": {part: False}}}
    folder = jupyter_home / "jupyter_server_config.d"
    folder.mkdir()
    (folder / "zz_off.json").write_text(json.dumps(off))
    (found,) = doctor.check_validate_button()
    assert (found.state, found.text) == (PROBLEM, "its server part is switched off")
    assert f"jupyter server extension enable {part}" in found.advice


def test_validate_button_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    import jupyter_core.paths

    monkeypatch.setattr(jupyter_core.paths, "jupyter_path", lambda *names: [])
    (found,) = doctor.check_validate_button()
    assert found.state == PROBLEM
    assert "not installed" in found.text


def test_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import nnbyhand.data

    def missing() -> None:
        raise FileNotFoundError("digits.npz")

    monkeypatch.setattr(nnbyhand.data, "load_digits", missing)
    monkeypatch.setattr(nnbyhand.data, "find_set", lambda name: None)
    bundled, *large = doctor.check_data()
    assert bundled.state == PROBLEM
    assert "digits.npz" in bundled.text
    assert {found.state for found in large} == {NOTE}
    assert "`nnbyhand data fetch fashion-mnist`" in large[0].advice
    monkeypatch.setattr(nnbyhand.data, "find_set", lambda name: tmp_path)
    assert str(tmp_path) in list(doctor.check_data())[1].text


def test_folder_that_cannot_be_written_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert [found.state for found in doctor.check_folder(tmp_path)] == [OK]
    assert list(tmp_path.iterdir()) == []

    def refuse(dir: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    (found,) = doctor.check_folder(tmp_path)
    assert found.state == PROBLEM
    assert "cannot be written to (Permission denied)" in found.text


def test_full_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    free = argparse.Namespace(free=0.2e9)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free)
    (found,) = doctor.check_disk(tmp_path)
    assert (found.state, found.text) == (PROBLEM, "only 0.2 GB free")


def test_check_that_breaks_down_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down() -> None:
        raise RuntimeError("torn")

    break_down.__name__ = "check_kernel"
    monkeypatch.setattr(doctor, "check_kernel", break_down)
    findings = doctor.examine(tmp_path)
    found = only(findings, "kernel")
    assert (found.state, found.text) == (
        PROBLEM,
        "could not be checked: RuntimeError: torn",
    )
    assert only(findings, "disk")


def test_every_problem_and_note_comes_with_advice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed_as(monkeypatch, numpy=None, torch=None, pytest=None)
    for found in doctor.examine(tmp_path):
        assert found.state in (OK, NOTE, PROBLEM)
        assert bool(found.advice) == (found.state != OK)


def test_version(capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["version"]) == 0
    assert capsys.readouterr().out.strip() == nnbyhand.__version__
    assert metadata.version("nnbyhand") == nnbyhand.__version__


def test_data_commands_delegate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    from nnbyhand.data import fetch

    calls = []

    def pretend(name: str, folder: str | None, report) -> Path:
        calls.append((name, folder))
        report("half")
        if name == "mnist":
            raise fetch.FetchError("no network")
        return Path("there")

    monkeypatch.setattr(fetch, "fetch", pretend)
    monkeypatch.setattr(fetch, "inventory", lambda: "two sets")
    assert cli.main(["data", "list"]) == 0
    assert cli.main(["data", "fetch"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "two sets",
        "half",
        "fashion-mnist is in there",
    ]
    assert cli.main(["data", "fetch", "mnist", "--folder", "here"]) == 1
    assert capsys.readouterr().err == "nnbyhand: no network\n"
    assert calls == [("fashion-mnist", None), ("mnist", "here")]


def test_unknown_data_set_gets_a_sentence(capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["data", "fetch", "no-such-set"]) == 1
    assert "fashion-mnist" in capsys.readouterr().err


def test_command_starts_without_torch_or_jupyter() -> None:
    code = (
        "import sys; from nnbyhand import cli, doctor; cli.main(['version']); "
        "slow = {'torch', 'jupyterlab', 'matplotlib', 'numpy'} & set(sys.modules); "
        "sys.exit(', '.join(slow) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert done.stderr == ""
    assert done.returncode == 0


# The troubles people have most, each brought about for real: another process, real
# files and packages. Two more are in tests/test_start.py: no network, and a kernel of
# the user's own that would win.

SITE = Path(np.__file__).parents[1]
ASK = """
import sys, json
from pathlib import Path
from nnbyhand import doctor
found = getattr(doctor, sys.argv[1])(*map(Path, sys.argv[2:]))
print(json.dumps([each._asdict() for each in found]))
"""


def ask(check: str, *folders: Path, python: str = sys.executable, **variables: str):
    """Let one check look at a machine with a trouble; give what it says."""
    done = subprocess.run(
        [python, "-c", ASK, check, *map(str, folders)],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, **variables},
    )
    assert done.returncode == 0, done.stderr
    return [Finding(**each) for each in json.loads(done.stdout)]


def the_problem(findings: list[Finding]) -> Finding:
    (found,) = [finding for finding in findings if finding.state == PROBLEM]
    assert found.advice
    return found


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of packages that a test may spoil: links to those that are here."""
    folder = tmp_path / "packages"
    folder.mkdir()
    for entry in SITE.iterdir():
        if entry.name != "__pycache__":
            (folder / entry.name).symlink_to(entry)
    return folder


def ask_packages(folder: Path) -> list[Finding]:
    """Ask a Python that has these packages and no others."""
    library = Path(nnbyhand.__file__).parents[1]
    paths = os.pathsep.join([str(folder), str(library)])
    base = getattr(sys, "_base_executable", sys.executable)
    return ask("check_packages", python=base, PYTHONPATH=paths, PYTHONNOUSERSITE="1")


def test_trouble_1_a_package_is_missing(packages: Path) -> None:
    for entry in [*packages.glob("nbgrader*")]:
        entry.unlink()
    found = the_problem(ask_packages(packages))
    assert (found.about, found.text) == ("nbgrader", "is not installed")
    assert "start.py --repair" in found.advice


def test_trouble_2_a_package_of_another_version(packages: Path) -> None:
    (about,) = packages.glob("numpy-*.dist-info")
    about.unlink()
    (packages / "numpy-1.26.4.dist-info").mkdir()
    (packages / "numpy-1.26.4.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: numpy\nVersion: 1.26.4\n"
    )
    found = the_problem(ask_packages(packages))
    assert found.about == "numpy"
    assert "1.26.4 is installed, wanted" in found.text


def test_trouble_3_the_folder_was_moved_and_the_kernel_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    gone = [str(tmp_path / "old place" / "python"), "-m", "ipykernel_launcher"]
    spec = {"argv": gone, "display_name": "gone", "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec))
    found = the_problem(ask("check_kernel", JUPYTER_PATH=str(tmp_path)))
    assert "python3 does not start" in found.text
    assert "No such file" in found.text


def test_trouble_4_notebooks_run_in_another_python(tmp_path: Path) -> None:
    other = tmp_path / "other"
    command = [sys.executable, "-m", "venv", "--without-pip", other]
    subprocess.run(command, check=True)
    (packages,) = other.glob("lib/*/site-packages")
    (packages / "other.pth").write_text(f"{SITE}\n")  # Jupyter, and no nnbyhand
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    argv = [str(other / "bin" / "python"), "-m", "ipykernel_launcher"]
    spec = {"argv": [*argv, "-f", "{connection_file}"], "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec | {"display_name": "other"}))
    found = the_problem(ask("check_kernel", JUPYTER_PATH=str(tmp_path)))
    assert found.text == "python3 is a Python without nnbyhand"


def test_trouble_5_the_validate_button_is_switched_off(tmp_path: Path) -> None:
    env = {"JUPYTER_CONFIG_DIR": str(tmp_path), "HOME": str(tmp_path)}
    command = ["labextension", "disable", "--level=user", "@jupyter/nbgrader"]
    off = [sys.executable, "-m", "jupyter", *command]
    done = subprocess.run(off, env=os.environ | env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = the_problem(ask("check_validate_button", **env))
    assert found.text == "it is switched off in JupyterLab"


def test_trouble_6_the_validate_button_has_no_server(tmp_path: Path) -> None:
    own = tmp_path / "env"
    command = [sys.executable, "-m", "venv", "--without-pip", own]
    subprocess.run(command, check=True)
    (packages,) = own.glob("lib/*/site-packages")
    library = Path(nnbyhand.__file__).parents[1]
    (packages / "here.pth").write_text(f"{library}\n{SITE}\n")
    shutil.copytree(Path(sys.prefix, "etc/jupyter"), own / "etc/jupyter")
    (own / "share").mkdir()
    (own / "share/jupyter").symlink_to(Path(sys.prefix, "share/jupyter"))
    python = str(own / "bin" / "python")
    part = "nbgrader.server_extensions.validate_assignment"
    toggle = [python, "-m", "jupyter_server.extension.serverextension"]
    subprocess.run([*toggle, "disable", part], check=True, capture_output=True)
    found = the_problem(ask("check_validate_button", python=python))
    assert found.text == "its server part is switched off"
    # the command that is advised; a new environment has no script of its name
    advised = found.advice.split("`")[1].removeprefix("jupyter server extension ")
    subprocess.run([*toggle, *advised.split()], check=True, capture_output=True)
    assert [f.state for f in ask("check_validate_button", python=python)] == [OK]


def test_trouble_7_a_file_of_the_course_is_cut_off(tmp_path: Path) -> None:
    library = tmp_path / "lib" / "nnbyhand"
    shutil.copytree(Path(nnbyhand.__file__).parent, library)
    (file,) = library.rglob("digits.npz")
    file.write_bytes(file.read_bytes()[:1000])
    env = {"PYTHONPATH": str(tmp_path / "lib")}
    found = the_problem(ask("check_data", **env))
    assert found.about == "bundled data"
    assert "Get the course again" in found.advice


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs Linux")
def test_trouble_8_the_folder_cannot_be_written_to() -> None:
    found = the_problem(ask("check_folder", Path("/sys/kernel")))
    assert found.text.startswith("/sys/kernel cannot be written to (")


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs Linux")
def test_trouble_9_the_home_folder_takes_nothing() -> None:
    found = the_problem(
        ask("check_jupyters_folders", JUPYTER_RUNTIME_DIR="/sys/kernel/jupyter")
    )
    assert "so no kernel starts" in found.text


@pytest.mark.parametrize("name", ["numpy", "random"])
def test_trouble_10_a_file_of_ones_own_hides_a_module(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "work" / "00_start"
    folder.mkdir(parents=True)
    (folder / f"{name}.py").write_text("mine = 1\n")
    (folder / "mine.py").write_text("mine = 1\n")
    imported = [sys.executable, "-c", f"import {name}; print({name}.mine)"]
    done = subprocess.run(imported, cwd=folder, capture_output=True, text=True)
    assert done.stdout == "1\n"  # the trouble is real
    found = the_problem(ask("check_names", tmp_path))
    assert found.text.endswith(f"{name}.py is imported in place of the module {name}")
    assert "Rename it" in found.advice


def test_trouble_11_a_notebook_was_cut_off_while_saving(tmp_path: Path) -> None:
    folder = tmp_path / "work" / "00_start"
    folder.mkdir(parents=True)
    whole = json.dumps({"cells": [], "metadata": {}, "nbformat": 4})
    (folder / "00_start.ipynb").write_text(whole)
    assert [each.state for each in ask("check_notebooks", tmp_path)] == [OK]
    (folder / "00_start.ipynb").write_text(whole[:20])
    found = the_problem(ask("check_notebooks", tmp_path))
    assert "00_start.ipynb is damaged and cannot be opened" in found.text
    assert "nnbyhand welcome" in found.advice
