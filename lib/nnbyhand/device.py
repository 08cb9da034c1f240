"""Find the fastest device torch can use here, and say which one it is.

``best_device()`` gives ``"cuda"``, ``"mps"`` or ``"cpu"``, and ``describe_device()``
says it in a sentence. The environment variable ``NNBYHAND_DEVICE`` overrides the
choice. Without torch the answer is ``"cpu"``: NumPy runs there.
"""

import importlib
import os
from types import ModuleType

VARIABLE = "NNBYHAND_DEVICE"


def best_device() -> str:
    """Name the device to train twins on: cuda, else mps, else cpu.

    ``NNBYHAND_DEVICE=cpu`` (or ``cuda``, ``cuda:1``, ``mps``) overrides; ValueError if
    this machine lacks it. Taught in course/00_start.
    """
    wanted = os.environ.get(VARIABLE, "").strip().lower()
    available = available_devices()
    if not wanted:
        return available[0]
    if wanted not in available:
        raise ValueError(
            f"best_device: {VARIABLE} is {wanted!r}, this machine has "
            f"{', '.join(available)}{_without_torch()}"
        )
    return wanted


def available_devices() -> list[str]:
    """List the devices of this machine, the fastest first; the last one is the CPU.

    Taught in course/00_start.
    """
    torch = _torch()
    if torch is None:
        return ["cpu"]
    devices = []
    if torch.cuda.is_available():
        devices += ["cuda", *(f"cuda:{i}" for i in range(torch.cuda.device_count()))]
    if torch.backends.mps.is_available():
        devices.append("mps")
    return [*devices, "cpu"]


def describe_device() -> str:
    """Say in one sentence where twins are trained, and why there.

    Taught in course/00_start.
    """
    device = best_device()
    chosen = f", as {VARIABLE} says" if os.environ.get(VARIABLE, "").strip() else ""
    if device == "cpu":
        if _torch() is None:
            return "Training runs on the CPU: torch is not installed."
        return f"Training runs on the CPU{chosen or ': torch finds no accelerator'}."
    if device == "mps":
        return f"Training runs on the Apple GPU (mps){chosen}."
    name = _torch().cuda.get_device_name(device)
    return f"Training runs on the GPU {name} ({device}){chosen}."


def _torch() -> ModuleType | None:
    try:
        return importlib.import_module("torch")
    except (ImportError, OSError):  # OSError: installed, but its libraries are broken
        return None


def _without_torch() -> str:
    return "; torch is not installed" if _torch() is None else ""
