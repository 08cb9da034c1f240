"""What importing the package costs, and who may import what."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import nnbyhand

HERE = Path(nnbyhand.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(HERE.parent).with_suffix("").parts)
    for path in HERE.rglob("*.py")
)
TORCH = {"nnbyhand.twins", "nnbyhand.device"}
DRAWING = ("nnbyhand.plots", "nnbyhand.widgets", "nnbyhand.explorers", "nnbyhand.show")


def loaded_by(module):
    """The top-level packages in memory after importing one module alone."""
    code = f"import {module}, sys; print(*{{n.split('.')[0] for n in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_package_alone_loads_nothing():
    assert not loaded_by("nnbyhand") & {"numpy", "torch", "matplotlib", "ipywidgets"}


def test_no_module_loads_torch_unasked():
    names = [name.removesuffix(".__init__") for name in MODULES if "twins" not in name]
    code = ", ".join(name for name in names if not name.startswith(DRAWING))
    assert "torch" not in loaded_by(code)


@pytest.mark.parametrize("module", MODULES)
def test_only_the_named_modules_import_what_is_heavy(module):
    path = HERE.parent / (module.replace(".", "/") + ".py")
    imported = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    if module not in TORCH:
        assert "torch" not in imported
    if not module.startswith(DRAWING):
        assert not imported & {"matplotlib", "ipywidgets", "IPython"}
    assert "coursekit" not in imported
