"""Real Jupyter kernels, forked from a process that has imported everything.

``WarmProvisioner`` stands in pyproject.toml as a kernel provisioner. With
``JUPYTER_DEFAULT_PROVISIONER_NAME=warm-provisioner`` nbval, nbconvert and JupyterLab
take it, and every kernel after the first starts without its imports. ``coursekit ci``
uses it; learners need not know of it.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from typing import Any

import psutil
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from coursekit.grading import wire

NAME = "warm-provisioner"


class WarmProvisioner(LocalProvisioner):
    """Start kernels by asking this process's server to fork; the rest is inherited."""

    async def launch_kernel(
        self, cmd: list[str], **kwargs: Any
    ) -> KernelConnectionInfo:
        if "ipykernel_launcher" not in cmd or not hasattr(os, "fork"):
            return await super().launch_kernel(cmd, **kwargs)
        order = {
            "argv": cmd[cmd.index("ipykernel_launcher") :],
            "env": kwargs.get("env") or dict(os.environ),
            "cwd": kwargs.get("cwd") or os.getcwd(),  # noqa: PTH109
        }
        self.process = _Forked(_server().fork(order))
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class _Forked:
    """What LocalProvisioner asks of a Popen, for a process that is not our child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self.process: psutil.Process | None = psutil.Process(pid)
        except psutil.NoSuchProcess:
            self.process = None

    def poll(self) -> int | None:
        return None if self.process is not None and self.process.is_running() else 0

    def wait(self) -> int:
        if self.process is not None:
            with contextlib.suppress(psutil.Error):
                self.process.wait()
        return 0

    def send_signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


class _Server:
    """The warm process; it ends with this one."""

    def __init__(self) -> None:
        self.end, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coursekit.warmkernel", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()

    def fork(self, order: dict[str, Any]) -> int:
        wire.send(self.end, order)
        return int(wire.receive(self.end)["pid"])


_servers: dict[int, _Server] = {}  # by process: a fork of ours needs its own


def _server() -> _Server:
    if os.getpid() not in _servers:
        _servers[os.getpid()] = _Server()
    return _servers[os.getpid()]


def serve(descriptor: int) -> None:
    """Import, then fork a kernel for each order, until the other end is closed."""
    import ipykernel.kernelapp
    import ipykernel.zmqshell  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import numpy as np  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    end = socket.socket(fileno=descriptor)
    while True:
        try:
            order = wire.receive(end)
        except wire.Closed:
            return
        child = os.fork()
        if child == 0:
            _become_kernel(end, order)
        wire.send(end, {"pid": child})


def _become_kernel(end: socket.socket, order: dict[str, Any]) -> None:
    try:
        end.close()
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(order["env"])
        # a kernel without a parent takes itself for a terminal's and ignores Ctrl-C
        os.environ["JPY_PARENT_PID"] = str(os.getppid())
        os.chdir(order["cwd"])
        sys.path[:] = ["", *(path for path in sys.path if path)]
        sys.argv = order["argv"]
        from ipykernel.kernelapp import launch_new_instance

        launch_new_instance()
    finally:
        os._exit(0)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
