"""Read IDX files, the format of MNIST and its relatives, and trust nothing.

``read_idx`` gives the array of a file, packed by gzip or not; a file that is cut off,
corrupt or something else is named and refused.
"""

import gzip
import hashlib
import math
import struct
import zlib
from pathlib import Path

import numpy as np

Array = np.ndarray

# the third byte of a file says what one number is; several bytes are big-endian
IDX_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
LARGEST = 1 << 30  # bytes; keeps a broken header from filling the memory


def read_idx(path: str | Path, sha256: str | None = None) -> Array:
    """Read the array of one IDX file, checked from its first byte to its last.

    ``sha256`` is the checksum of the unpacked content; files packed again still match.
    Raises FileNotFoundError or ValueError, both with the file's name.
    Taught in course/08_networks_in_pytorch.
    """
    path = Path(path)
    content = _unpack(path)
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(
            f"read_idx: {path} has the wrong checksum: it is corrupt or another file"
        )
    kind, sizes, start = _header(path, content)
    expected = start + math.prod(sizes) * kind.itemsize
    if len(content) != expected:
        fault = "is cut off" if len(content) < expected else "is too long"
        raise ValueError(
            f"read_idx: {path} {fault}: {sizes} numbers need {expected} bytes, "
            f"it holds {len(content)}"
        )
    array = np.frombuffer(content, kind, offset=start).reshape(sizes)
    return array.astype(kind.newbyteorder("="))


def _unpack(path: Path) -> bytes:
    """Give the content of a file, unpacked if it was packed."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileNotFoundError(f"read_idx: there is no file {path}") from None
    except EOFError:
        raise ValueError(
            f"read_idx: {path} is cut off: its gzip packing has no end"
        ) from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(
            f"read_idx: {path} is corrupt: it does not unpack ({error})"
        ) from None
    if len(content) > LARGEST:
        raise ValueError(f"read_idx: {path} is no course data: more than {LARGEST} B")
    return content


def _header(path: Path, content: bytes) -> tuple[np.dtype, tuple[int, ...], int]:
    """Read type, sizes and where the numbers start."""
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] not in IDX_TYPES:
        raise ValueError(
            f"read_idx: {path} is no IDX file: it starts with "
            f"{content[:4].hex(' ') or 'nothing'}, expected 00 00 and a type"
        )
    n_axes = content[3]
    start = 4 + 4 * n_axes
    if n_axes == 0 or len(content) < start:
        raise ValueError(f"read_idx: {path} is cut off inside its header")
    sizes = struct.unpack(f">{n_axes}I", content[4:start])
    return np.dtype(IDX_TYPES[content[2]]), sizes, start
