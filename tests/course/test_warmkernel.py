"""Kernels forked from a warm server are real kernels."""

import asyncio
import os
import time
from pathlib import Path

import pytest
from jupyter_client.manager import AsyncKernelManager, start_new_async_kernel
from jupyter_client.provisioning import KernelProvisionerFactory

from coursekit import warmkernel

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(autouse=True)
def warm(monkeypatch: pytest.MonkeyPatch) -> None:
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", warmkernel.NAME)


async def ask(client, code: str) -> str:
    """Run code in a kernel and give what it printed."""
    said: list[str] = []

    def heard(message: dict) -> None:
        if message["msg_type"] == "stream":
            said.append(message["content"]["text"])

    await client.execute_interactive(code, output_hook=heard, timeout=30)
    return "".join(said).strip()


async def started(folder: Path) -> tuple[AsyncKernelManager, object]:
    return await start_new_async_kernel(cwd=str(folder))


def test_kernels_share_a_parent_and_nothing_else(tmp_path) -> None:
    async def both() -> None:
        (tmp_path / "here").mkdir()
        one, first = await started(tmp_path)
        two, second = await started(tmp_path / "here")
        assert isinstance(one.provisioner, warmkernel.WarmProvisioner)
        await ask(first, "x = 7")
        assert await ask(second, "print('x' in globals())") == "False"
        assert await ask(first, "import os; print(os.getcwd())") == str(tmp_path)
        parents = [
            await ask(client, "import os; print(os.getppid())")
            for client in (first, second)
        ]
        assert parents[0] == parents[1] != str(os.getpid())
        for manager, client in ((one, first), (two, second)):
            client.stop_channels()
            await manager.shutdown_kernel(now=True)

    asyncio.run(both())


def test_kernel_has_its_imports_ready(tmp_path) -> None:
    async def one() -> None:
        manager, client = await started(tmp_path)
        said = await ask(
            client, "import sys; print('matplotlib.pyplot' in sys.modules)"
        )
        assert said == "True"
        client.stop_channels()
        await manager.shutdown_kernel(now=True)

    asyncio.run(one())


def test_dead_kernel_is_noticed_and_loops_are_interrupted(tmp_path) -> None:
    async def one() -> None:
        manager, client = await started(tmp_path)
        client.execute("while True: pass")
        await asyncio.sleep(0.5)
        await manager.interrupt_kernel()
        said, until = "", time.monotonic() + 10
        while said != "alive":  # what waits behind an error is refused at first
            assert time.monotonic() < until, "the loop goes on"
            said = await ask(client, "print('alive')")
        client.execute("import os; os._exit(1)")
        until = time.monotonic() + 10
        while await manager.is_alive():
            assert time.monotonic() < until, "nobody noticed"
            await asyncio.sleep(0.1)
        client.stop_channels()
        await manager.shutdown_kernel(now=True)

    asyncio.run(one())
