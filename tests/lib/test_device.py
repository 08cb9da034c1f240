"""The choice of a device, with and without torch, without any accelerator."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from nnbyhand import device
from nnbyhand.device import VARIABLE, available_devices, best_device, describe_device


def fake_torch(n_cuda: int = 0, mps: bool = False) -> SimpleNamespace:
    cuda = SimpleNamespace(
        is_available=lambda: n_cuda > 0,
        device_count=lambda: n_cuda,
        get_device_name=lambda name: f"Model of {name}",
    )
    backends = SimpleNamespace(mps=SimpleNamespace(is_available=lambda: mps))
    return SimpleNamespace(cuda=cuda, backends=backends)


@pytest.fixture(autouse=True)
def no_wish(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.mark.parametrize(
    ("torch", "best", "sentence"),
    [
        (None, "cpu", "Training runs on the CPU: torch is not installed."),
        (fake_torch(), "cpu", "Training runs on the CPU: torch finds no accelerator."),
        (fake_torch(mps=True), "mps", "Training runs on the Apple GPU (mps)."),
        (fake_torch(2), "cuda", "Training runs on the GPU Model of cuda (cuda)."),
        (fake_torch(1, True), "cuda", "Training runs on the GPU Model of cuda (cuda)."),
    ],
)
def test_best_device_and_its_sentence(torch, best, sentence, monkeypatch):
    monkeypatch.setattr(device, "_torch", lambda: torch)
    assert best_device() == best
    assert describe_device() == sentence
    assert available_devices()[-1] == "cpu"


@pytest.mark.parametrize("wish", ["cpu", " CPU ", "cuda:1", "mps"])
def test_the_variable_overrides(wish, monkeypatch):
    monkeypatch.setattr(device, "_torch", lambda: fake_torch(2, True))
    monkeypatch.setenv(VARIABLE, wish)
    assert best_device() == wish.strip().lower()
    assert describe_device().endswith(", as NNBYHAND_DEVICE says.")


@pytest.mark.parametrize("wish", ["cuda", "cuda:7", "mps", "tpu"])
def test_a_device_this_machine_lacks_is_refused(wish, monkeypatch):
    monkeypatch.setattr(device, "_torch", lambda: None)
    monkeypatch.setenv(VARIABLE, wish)
    with pytest.raises(ValueError, match=f"NNBYHAND_DEVICE is '{wish}'") as caught:
        best_device()
    assert "this machine has cpu; torch is not installed" in str(caught.value)


def test_an_empty_variable_is_no_wish(monkeypatch):
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setattr(device, "_torch", lambda: fake_torch(1))
    assert best_device() == "cuda"


def test_without_torch_the_modules_still_import():
    program = (
        "import sys; sys.modules['torch'] = None\n"
        "import nnbyhand.twins, nnbyhand.conv, nnbyhand.recurrent, nnbyhand.autodiff\n"
        "from nnbyhand.device import best_device; assert best_device() == 'cpu'"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_the_modules_does_not_import_torch():
    program = (
        "import sys, nnbyhand.twins, nnbyhand.device\nassert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
