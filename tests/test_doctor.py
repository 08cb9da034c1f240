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
