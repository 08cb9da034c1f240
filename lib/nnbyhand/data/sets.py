"""Which large data sets the course knows, and where they may lie on this computer.

``find_set`` gives the folder that holds a set; ``places`` lists where it looks: the
folder you name, ``NNBYHAND_DATA``, a system package's folder, the user's cache.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

CLOTHES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat")
CLOTHES += ("Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
FILES = tuple(
    f"{part}-{what}-ubyte.gz"
    for part in ("train", "t10k")
    for what in ("images-idx3", "labels-idx1")
)


class RemoteSet(NamedTuple):
    """Four IDX files: checksums of their unpacked contents, class names, origin."""

    title: str
    sha256: dict[str, str]
    names: tuple[str, ...]
    sources: tuple[str, ...]
    system_folder: str
    licence: str


# Every address that `nnbyhand data fetch` may ask stands here and nowhere else.
SETS = {
    "fashion-mnist": RemoteSet(
        title="Fashion-MNIST",
        sha256={
            FILES[
                0
            ]: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            FILES[
                1
            ]: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            FILES[
                2
            ]: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            FILES[
                3
            ]: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
        },
        names=CLOTHES,
        sources=(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/"
            "master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ),
        system_folder="/usr/share/datasets/fashion-mnist",
        licence="MIT, Zalando SE",
    ),
    "mnist": RemoteSet(
        title="MNIST",
        sha256={
            FILES[
                0
            ]: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            FILES[
                1
            ]: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            FILES[
                2
            ]: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            FILES[
                3
            ]: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        },
        names=tuple("0123456789"),
        sources=(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ),
        system_folder="/usr/share/datasets/mnist",
        licence="not stated by its authors in a file; often quoted as CC BY-SA 3.0",
    ),
}


def cache_folder() -> Path:
    """Give the folder for fetched data, as this system's habits have it."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "nnbyhand"


def places(name: str, folder: str | Path | None = None) -> list[tuple[str, Path]]:
    """List where a set is looked for, in order, each with the reason.

    A folder named by the caller is the only place; otherwise there are up to three.
    """
    if folder is not None:
        return [("the folder you named", path) for path in _inside(folder, name)]
    found = []
    if os.environ.get("NNBYHAND_DATA"):
        roots = _inside(os.environ["NNBYHAND_DATA"], name)
        found += [("NNBYHAND_DATA", path) for path in roots]
    found.append(("system package", Path(SETS[name].system_folder)))
    found.append(("cache", cache_folder() / name))
    return found


def find_set(name: str, folder: str | Path | None = None) -> Path | None:
    """Give the first folder that holds all four files of a set, or None.

    Taught in course/08_networks_in_pytorch.
    """
    if name not in SETS:
        raise ValueError(f"find_set: name must be one of {list(SETS)}, got {name!r}")
    for _, path in places(name, folder):
        if all((path / file).is_file() for file in FILES):
            return path
    return None


def missing_text(name: str, folder: str | Path | None = None) -> str:
    """Say where a set was looked for, what half of it is there, how to get it."""
    lines = [f"{SETS[name].title} was not found. Looked in:"]
    for why, path in places(name, folder):
        have = [file for file in FILES if (path / file).is_file()]
        state = f"only {', '.join(have)}" if have else "nothing there"
        lines.append(f"  {path} ({why}): {state}")
    lines.append(f"To get it: nnbyhand data fetch {name}")
    return "\n".join(lines)


def _inside(folder: str | Path, name: str) -> list[Path]:
    """A folder may hold the four files itself or in a folder named after the set."""
    root = Path(folder).expanduser()
    return [root, root / name]
