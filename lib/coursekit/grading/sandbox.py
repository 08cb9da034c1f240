"""The box a submission runs in: Linux namespaces, limits, and a file tree of its own.

The warm server calls ``prepare`` once: it lays out a root that holds the interpreter,
its packages and nothing of the course. Every submission's process then calls ``leave``
(new namespaces), forks, and ``enter`` (private files, limits, no rights). ``probe``
tries all of it, so that grading can refuse before it starts and not in the middle.

Nothing here needs another program. As root the submission becomes a user of its own; as
an ordinary user it lives in a user namespace. Limits of the whole family of processes
are the supervisor's, see ``coursekit.grading.execute``.
"""

import ctypes
import os
import resource
import signal
import socket
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# where systemd finds users for a while: nobody else's, so each one's limits are its own
FIRST_USER, USERS = 61184, 4336
WORK, TEMPORARY, SHARED = "/submission", "/submission-tmp", "/dev/shm"
# from linux/sched.h, linux/mount.h and linux/prctl.h
NEWNS, NEWUTS, NEWIPC = 0x20000, 0x4000000, 0x8000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
RDONLY, NOSUID, NODEV, NOEXEC = 1, 2, 4, 8
REMOUNT, BIND, REC, PRIVATE = 32, 4096, 16384, 1 << 18
DETACH = 2
SET_PDEATHSIG, CAPBSET_DROP, SET_NO_NEW_PRIVS = 1, 24, 38
CAPABILITY_V3 = 0x20080522
LAST_CAPABILITY = 63
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
MOST_FILES = 20_000  # in each of its folders
MARGIN = 64 * 2**20  # so that whoever takes all memory is seen to have taken too much
# beginnings of names of variables a submission may see
KEPT = (
    "LC_",
    "TZ",
    "HOME",
    "LANG",
    "PATH",
    "TMPDIR",
    "MPLBACKEND",
    "NBGRADER_EXECUTION",
    "NNBYHAND_",
    "PYTHONHASHSEED",
    "OMP_",
    "OPENBLAS_",
    "MKL_",
)
DEVICES = ("null", "zero", "full", "random", "urandom")
SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/etc/ld.so.cache")


class NoSandbox(RuntimeError):
    """This machine cannot contain a submission; the text says what is missing."""


@dataclass(frozen=True)
class Policy:
    """What one submission may use. Sizes in bytes, times in seconds."""

    cell_seconds: float = 20.0
    notebook_seconds: float = 300.0
    memory: int = 1536 * 2**20
    files: int = 64 * 2**20
    output: int = 4 * 2**20
    processes: int = 32
    sandbox: bool = True

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def prepare(root: str, packages: Iterable[str]) -> None:
    """Lay out, in an empty folder, the root that every submission will see.

    Afterwards the calling process has its own view of all mounts: the folder stays
    empty for everyone else.
    """
    if sys.platform != "linux" or os.uname().machine not in PIVOT_ROOT:
        raise NoSandbox("the sandbox needs Linux on x86_64 or aarch64")
    uid, gid = os.getuid(), os.getgid()
    if uid:
        _unshare(NEWUSER | NEWNS)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    else:
        _unshare(NEWNS)
    _mount(None, "/", None, REC | PRIVATE)
    # a file system of its own, or pivot_root refuses it
    _mount("tmpfs", root, "tmpfs", NOSUID | NODEV, "mode=755,size=1m")
    for path in _outermost([*SYSTEM, *_interpreter(), *packages]):
        _show(root, path)
    for place in (WORK, TEMPORARY, "/proc", "/dev"):
        Path(root + place).mkdir()
    if not Path(f"{root}/tmp").exists():  # it is there where a package lies in /tmp
        Path(f"{root}/tmp").symlink_to(TEMPORARY)
    Path(root + SHARED).mkdir()
    for name in DEVICES:
        Path(f"{root}/dev/{name}").touch()
        _mount(f"/dev/{name}", f"{root}/dev/{name}", None, BIND)
    Path(f"{root}/dev/fd").symlink_to("/proc/self/fd")
    Path(f"{root}/etc").mkdir(exist_ok=True)
    Path(f"{root}/etc/passwd").write_text(
        f"student:x:{uid or FIRST_USER}:{gid or FIRST_USER}::{TEMPORARY}:/bin/false\n"
    )


def leave() -> None:
    """Leave the machine's namespaces; the next fork is the first process of its own."""
    _unshare(NEWNS | NEWPID | NEWNET | NEWIPC | NEWUTS)
    socket.sethostname("sandbox")


def enter(root: str, policy: Policy, files: dict[str, bytes], number: int = 0) -> None:
    """Shut this process in: its own files in WORK, no rights, limits, no way back.

    ``number`` tells submissions that run at the same time apart.
    """
    owner = FIRST_USER + number % USERS if os.getuid() == 0 else os.getuid()
    option = f"mode=755,nr_inodes={MOST_FILES},size={policy.files}"
    if os.getuid() == 0:
        option += f",uid={owner},gid={owner}"
    for place in (WORK, TEMPORARY, SHARED):
        _mount("tmpfs", root + place, "tmpfs", NOSUID | NODEV, option)
    _mount("proc", f"{root}/proc", "proc", NOSUID | NODEV | NOEXEC)
    _mount(None, root, None, REMOUNT | BIND | RDONLY | NOSUID | NODEV)
    os.chdir(root)
    _call("pivot_root", _libc().syscall(PIVOT_ROOT[os.uname().machine], b".", b"."))
    _call("umount", _libc().umount2(b".", DETACH))
    os.chdir(WORK)
    put(WORK, files)
    if os.getuid() == 0:
        for path in (Path(WORK), *Path(WORK).rglob("*")):
            os.chown(path, owner, owner)
    _forget_environment()
    _drop_rights(owner)
    limit(policy)
    die_with_parent()  # last: a change of user clears it


def die_with_parent() -> None:
    """Let the kernel end this process when the one that made it ends."""
    if sys.platform == "linux":
        _libc().prctl(SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def put(folder: str, files: dict[str, bytes]) -> None:
    """Write the files of a submission; their names were checked by the inbox."""
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def limit(policy: Policy) -> None:
    """Set the limits the kernel keeps for a single process."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    size = pages * resource.getpagesize() + policy.memory + MARGIN
    seconds = int(policy.notebook_seconds) + 5
    for kind, most in (
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, policy.files),
        (resource.RLIMIT_NPROC, policy.processes),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def probe() -> str:
    """Try the whole sandbox in a process of its own; give '' or what went wrong."""
    with tempfile.TemporaryDirectory(prefix="grading-") as root:
        return _probe(root)


def _probe(root: str) -> str:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        try:
            prepare(root, [])
            leave()
            inner = os.fork()
            if inner:
                os.waitpid(inner, 0)
                os._exit(0)
            enter(root, Policy(), {"a": b"b"})
            alone = os.getpid() == 1 and Path(WORK, "a").read_bytes() == b"b"
            said = "" if alone else "the namespaces are not private"
        except (NoSandbox, OSError) as error:
            said = str(error)
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        theirs.sendall(said.encode() + b"\0")
        os._exit(0)
    theirs.close()
    said = b""
    while part := ours.recv(4096):
        said += part
    ours.close()
    os.waitpid(child, 0)
    return said.rstrip(b"\0").decode() if said else "the trial ended without a word"


def _forget_environment() -> None:
    """Keep of the environment what Python needs: it may hold passwords.

    The block the process was started with stays readable in /proc, so it is wiped.
    """
    kept = {key: value for key, value in os.environ.items() if key.startswith(KEPT)}
    os.environ.clear()
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    first, last = int(fields[47]), int(fields[48])  # env_start and env_end
    ctypes.memset(first, 0, last - first)
    os.environ.update(kept)


def _interpreter() -> list[str]:
    paths = sysconfig.get_paths()
    kinds = ("stdlib", "platstdlib", "purelib", "platlib")
    return [sys.prefix, sys.base_prefix, *(paths[kind] for kind in kinds)]


def _outermost(paths: Iterable[str]) -> list[str]:
    """Drop what does not exist and what lies inside another of the paths."""
    kept: list[str] = []
    for path in sorted({str(Path(p).absolute()) for p in paths if Path(p).exists()}):
        if not any(path.startswith(other + "/") for other in kept):
            kept.append(path)
    return kept


def _show(root: str, path: str) -> None:
    """Show a folder or file of the machine in the root, for reading only."""
    target = root + path
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    if Path(path).is_symlink():
        Path(target).symlink_to(Path(path).readlink())
        return
    if Path(path).is_dir():
        Path(target).mkdir(exist_ok=True)
    else:
        Path(target).touch()
    _mount(path, target, None, BIND | REC)
    _mount(None, target, None, REMOUNT | BIND | RDONLY | _kept_flags(target))


def _kept_flags(path: str) -> int:
    # an ordinary user may not clear flags that the machine's owner has set
    flags = os.statvfs(path).f_flag
    kept = NOSUID | NODEV
    for name, flag in (("ST_NOEXEC", NOEXEC), ("ST_NOATIME", 1024)):
        if flags & getattr(os, name):
            kept |= flag
    if flags & os.ST_RELATIME:
        kept |= 1 << 21
    return kept


def _drop_rights(owner: int) -> None:
    libc = _libc()
    for number in range(LAST_CAPABILITY + 1):
        libc.prctl(CAPBSET_DROP, number, 0, 0, 0)
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(owner, owner, owner)
        os.setresuid(owner, owner, owner)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_V3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    _call("capset", libc.capset(header, nothing))
    _call("prctl", libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(what: str, result: int) -> None:
    if result:
        reason = os.strerror(ctypes.get_errno())
        raise NoSandbox(f"{what} is refused here: {reason}")


def _unshare(flags: int) -> None:
    _call("unshare (new namespaces)", _libc().unshare(flags))


def _mount(
    source: str | None, target: str, kind: str | None, flags: int, data: str = ""
) -> None:
    def text(value: str | None) -> bytes | None:
        return value.encode() if value else None

    done = _libc().mount(
        text(source), text(target), text(kind), ctypes.c_ulong(flags), text(data)
    )
    _call(f"mount of {target}", done)
