"""Fetch a large data set on request, and say what is already here.

``fetch("fashion-mnist")`` downloads four files, goes on where it was interrupted,
checks each before it gets its name; ``inventory()`` lists what is found where. Nothing
in the course calls ``fetch`` for you: it is the command ``nnbyhand data fetch``.
"""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from nnbyhand.data.idx import read_idx
from nnbyhand.data.loaders import BUNDLED
from nnbyhand.data.sets import FILES, SETS, cache_folder, find_set, places

CHUNK = 1 << 16
ATTEMPTS = 3  # for each file and source; an interrupted download goes on


class FetchError(Exception):
    """A download that did not succeed, with a reason a reader can act on."""


def fetch(
    name: str,
    folder: str | Path | None = None,
    sources: Sequence[str] | None = None,
    report: Callable[[str], None] = lambda line: None,
    timeout: float = 30.0,
) -> Path:
    """Download the files of a set that are not yet here; give the folder they are in.

    ``report`` gets one line of progress at a time. A file gets its final name only
    after its checksum was right, so no half file can be taken for a whole one.
    Raises FetchError, with what is left of a download kept for the next try.
    """
    if name not in SETS:
        raise ValueError(f"fetch: name must be one of {list(SETS)}, got {name!r}")
    target = cache_folder() / name if folder is None else Path(folder).expanduser()
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FetchError(f"the folder {target} cannot be made: {error}") from None
    for file in FILES:
        if _is_whole(target / file, SETS[name].sha256[file]):
            report(f"{file}: already here")
        else:
            _fetch_file(name, target / file, sources, report, timeout)
    return target


def _fetch_file(
    name: str,
    path: Path,
    sources: Sequence[str] | None,
    report: Callable[[str], None],
    timeout: float,
) -> None:
    """Try every source, a few times each, until the file is whole."""
    faults = []
    for source in SETS[name].sources if sources is None else sources:
        for _ in range(ATTEMPTS):
            part = path.with_name(path.name + ".part")
            try:
                _download(source.rstrip("/") + "/" + path.name, part, report, timeout)
            except (OSError, http.client.HTTPException) as error:
                faults.append(f"{source}: {_reason(error)}")
                if _is_final(error):
                    break
                continue
            if _is_whole(part, SETS[name].sha256[path.name]):
                part.replace(path)
                report(f"{path.name}: complete, checksum right")
                return
            part.unlink()
            faults.append(f"{source}: wrong checksum, thrown away")
    kept = "\n  ".join(dict.fromkeys(faults))
    raise FetchError(
        f"{path.name} could not be fetched:\n  {kept}\n"
        "Is there a network? The course goes on with its bundled data; "
        f"try again with: nnbyhand data fetch {name}"
    )


def _download(
    url: str, part: Path, report: Callable[[str], None], timeout: float
) -> None:
    """Append what is missing of a file; start anew if the server cannot continue."""
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"User-Agent": "nnbyhand"})
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        response = urllib.request.urlopen(request, timeout=timeout)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code != 416:
            raise
        return  # the server has nothing beyond what is here: let the checksum judge
    with response, part.open("ab" if response.status == 206 else "wb") as file:
        have = file.tell()
        rest = response.headers.get("Content-Length")
        total = have + int(rest) if rest else None
        for percent in _copy(response, file, total):
            report(f"{part.stem}: {percent} % of {total / 1e6:.1f} MB")
        if total is not None and file.tell() < total:
            raise ConnectionError("the connection broke off, what came is kept")


def _copy(
    response: http.client.HTTPResponse, file: BinaryIO, total: int | None
) -> Iterator[int]:
    """Copy in small pieces; yield the percentage each time it passes a ten."""
    shown = -1
    while piece := response.read1(CHUNK):
        file.write(piece)
        if total and (percent := 10 * (10 * file.tell() // total)) > shown:
            shown = percent
            yield percent


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        read_idx(path, sha256)
    except (OSError, ValueError):
        return False
    return True


def _is_final(error: Exception) -> bool:
    """Whether asking the same source again at once is pointless."""
    if isinstance(error, urllib.error.HTTPError):
        return error.code < 500
    return isinstance(error, urllib.error.URLError)


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}"
    if isinstance(error, urllib.error.URLError):
        return f"not reached ({error.reason})"
    return str(error) or type(error).__name__


def inventory() -> str:
    """List what is bundled and where each large set was found, in lines of text."""
    lines = ["Bundled, always here:"]
    for path in sorted(BUNDLED.glob("*.*")):
        if path.suffix != ".md":
            lines.append(f"  {path.name:<20}{path.stat().st_size / 1e3:8.0f} kB")
    lines.append("Large, if you fetched or installed them:")
    for name, remote in SETS.items():
        where = find_set(name)
        if where is not None:
            why = next(why for why, path in places(name) if path == where)
            lines.append(f"  {name:<15} found in {where} ({why})")
        else:
            lines.append(
                f"  {name:<15} not here; to get it: nnbyhand data fetch {name}"
            )
            lines += [f"      looked in {path} ({why})" for why, path in places(name)]
        lines.append(f"      {remote.title}; licence: {remote.licence}")
    return "\n".join(lines)
