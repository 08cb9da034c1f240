"""environment.yml: conda's own grammar, and the same ranges as pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from rattler import MatchSpec

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PROJECT["project"]


@pytest.fixture(scope="module")
def environment() -> dict:
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def specs(environment: dict) -> dict[str, MatchSpec]:
    """The conda part by name, each read strictly."""
    lines = [item for item in environment["dependencies"] if isinstance(item, str)]
    read = [MatchSpec(line, strict=True) for line in lines]
    return {spec.name.normalized: spec for spec in read}


@pytest.fixture(scope="module")
def pip_lines(environment: dict) -> list[str]:
    (part,) = [item for item in environment["dependencies"] if isinstance(item, dict)]
    assert list(part) == ["pip"]
    return part["pip"]


def test_has_only_keys_that_conda_knows(environment: dict) -> None:
    assert set(environment) <= {"name", "channels", "dependencies", "variables"}
    assert environment["name"] == PROJECT["name"]
    assert environment["channels"]


def test_the_grammar_is_strict() -> None:
    with pytest.raises(Exception, match=r"(?i)invalid|unable|pars"):
        MatchSpec("numpy >=2.4,<", strict=True)


def test_brings_python_and_pip_and_nothing_that_pip_also_brings(specs: dict) -> None:
    assert set(specs) == {"python", "pip"}


def test_python_has_the_range_of_pyproject(specs: dict) -> None:
    conda = SpecifierSet(str(specs["python"].version))
    assert conda == SpecifierSet(PROJECT["requires-python"])


def test_pip_installs_the_course_last(pip_lines: list[str]) -> None:
    assert pip_lines[-1] == "-e .[torch]"
    assert "torch" in PROJECT["optional-dependencies"]


def test_torch_is_the_pinned_one_without_cuda(pip_lines: list[str]) -> None:
    (pinned,) = PROJECT["optional-dependencies"]["torch"]
    (named,) = [Requirement(li) for li in pip_lines if li.startswith("torch")]
    assert str(named.specifier) == str(Requirement(pinned).specifier) + "+cpu"
    assert str(named.marker) == 'sys_platform == "linux"'


def test_index_of_cpu_builds_is_that_of_start_py(pip_lines: list[str]) -> None:
    start = (ROOT / "start.py").read_text(encoding="utf-8")
    (address,) = re.findall(r'^CPU_INDEX = "(.+)"$', start, re.MULTILINE)
    assert f"--extra-index-url {address}" in pip_lines


def test_says_honestly_what_was_not_tested() -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    words = " ".join(text.replace("#", " ").split())
    assert "Not tested: the conda solve itself" in words
