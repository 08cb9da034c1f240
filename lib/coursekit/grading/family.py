"""A process and all it has started: what memory they hold, and how they end."""

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil


def family_memory(pid: int, *, exact: bool = False) -> int:
    """Give the bytes a process and all it has started hold for themselves.

    What a fork shares with its parent is counted for both, unless ``exact``, which
    takes longer.
    """
    file, kinds = "status", ("RssAnon:", "RssShmem:")
    if exact:
        file, kinds = "smaps_rollup", ("Pss_Anon:", "Pss_Shmem:")
    total = 0
    for member in _family(pid):
        with contextlib.suppress(OSError):  # it may have ended meanwhile
            for line in Path(f"/proc/{member}/{file}").read_text().splitlines():
                if line.startswith(kinds):
                    total += 1024 * int(line.split()[1])
            total += _files_in_memory(member)
    return total


def _files_in_memory(pid: int) -> int:
    """Give the bytes of files that a process holds open and that have no place."""
    total = 0
    for number in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            if str(number.readlink()).startswith("/memfd:"):
                total += 512 * number.stat().st_blocks
    return total


def _family(pid: int) -> Iterator[int]:
    yield pid
    with contextlib.suppress(psutil.Error):
        yield from (child.pid for child in psutil.Process(pid).children(recursive=True))


def stop_family(pid: int) -> None:
    """End a process and all it has started."""
    for member in list(_family(pid)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(member, signal.SIGKILL)
