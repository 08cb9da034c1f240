"""Bundled sets are what their notes say; damaged files are named, never half-used."""

import csv
import gzip
import hashlib
import re
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_array_equal

from nnbyhand import data
from nnbyhand.data import fetch, loaders, sets
from nnbyhand.data.idx import read_idx

BUNDLED = loaders.BUNDLED


def idx_bytes(array):
    """Write an array of bytes in the IDX format."""
    sizes = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes([0, 0, 8, array.ndim]) + sizes + array.astype(np.uint8).tobytes()


def small_set(folder, rng, n=6):
    """Write four small IDX files; give the checksums of their contents."""
    folder.mkdir(parents=True, exist_ok=True)
    checksums = {}
    for file in sets.FILES:
        shape = (n, 4, 5) if "images" in file else (n,)
        content = idx_bytes(rng.integers(0, 10, shape))
        (folder / file).write_bytes(gzip.compress(content, mtime=0))
        checksums[file] = hashlib.sha256(content).hexdigest()
    return checksums


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Put a small set in place of Fashion-MNIST, found nowhere but in its folder."""
    checksums = small_set(tmp_path / "small", np.random.default_rng(7))
    known = sets.SETS["fashion-mnist"]._replace(
        sha256=checksums, system_folder=str(tmp_path / "system")
    )
    monkeypatch.setitem(sets.SETS, "fashion-mnist", known)
    monkeypatch.setattr(sets, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("NNBYHAND_DATA", raising=False)
    return tmp_path / "small"


# Bundled ---------------------------------------------------------------------


def test_digits():
    digits = data.load_digits()
    assert digits.train_images.shape == (1437, 1, 8, 8)
    assert digits.test_images.shape == (360, 1, 8, 8)
    images = np.concatenate([digits.train_images, digits.test_images])
    labels = np.concatenate([digits.train_labels, digits.test_labels])
    assert (images.min(), images.max(), images.dtype) == (0, 16, np.uint8)
    counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert_array_equal(np.bincount(labels), counts)
    assert digits.names == tuple("0123456789")


def test_digits_equal_the_package_they_come_from():
    datasets = pytest.importorskip("sklearn.datasets")
    digits, theirs = data.load_digits(), datasets.load_digits()
    images = np.concatenate([digits.train_images, digits.test_images])
    labels = np.concatenate([digits.train_labels, digits.test_labels])
    assert_array_equal(images[:, 0], theirs.images)
    assert_array_equal(labels, theirs.target)


def test_fashion_mnist_subset():
    clothes = data.load_fashion_mnist()
    assert clothes.train_images.shape == (2000, 1, 28, 28)
    assert clothes.test_images.shape == (500, 1, 28, 28)
    assert clothes.train_images.dtype == np.uint8
    assert clothes.train_labels.dtype == np.int64
    assert_array_equal(np.bincount(clothes.train_labels), [200] * 10)
    assert_array_equal(np.bincount(clothes.test_labels), [50] * 10)
    assert clothes.names[:3] == ("T-shirt/top", "Trouser", "Pullover")
    assert clothes.names[7:] == ("Sneaker", "Bag", "Ankle boot")
    # mixed, so that a batch holds many classes
    assert len(set(clothes.train_labels[:50].tolist())) == 10
    # no picture in training and test
    rows = {image.tobytes() for image in clothes.train_images}
    assert not rows & {image.tobytes() for image in clothes.test_images}


def test_full_fashion_mnist_where_it_is_installed():
    if data.find_set("fashion-mnist") is None:
        pytest.skip("the full Fashion-MNIST is not on this computer")
    full, subset = data.load_fashion_mnist(subset=False), data.load_fashion_mnist()
    assert full.train_images.shape == (60_000, 1, 28, 28)
    assert full.test_images.shape == (10_000, 1, 28, 28)
    assert_array_equal(np.bincount(full.train_labels), [6000] * 10)
    assert_array_equal(np.bincount(full.test_labels), [1000] * 10)
    pixels = full.train_images.astype(np.float32) / 255
    assert pixels.mean(dtype=np.float64) == pytest.approx(0.2860406, abs=1e-7)
    assert pixels.std(dtype=np.float64) == pytest.approx(0.3530242, abs=1e-7)
    rows = {image.tobytes() for image in full.train_images}
    assert all(image.tobytes() in rows for image in subset.train_images)


def test_sunspots():
    years, values = data.load_sunspots()
    assert_array_equal(years, np.arange(1700, 2009))
    assert values.shape == (309,)
    assert values.dtype == np.float64
    assert (values[0], values[-1], values.max()) == (5, 2.9, 190.2)
    late = years >= 1956
    persistence = values[late] - values[np.flatnonzero(late) - 1]
    assert np.sqrt((persistence**2).mean()) == pytest.approx(33.4, abs=0.05)


def test_sunspots_equal_the_package_they_come_from():
    pytest.importorskip("statsmodels")
    from importlib.resources import files

    path = files("statsmodels.datasets.sunspots") / "sunspots.csv"
    rows = list(csv.reader(path.read_text().splitlines()))[1:]
    theirs = np.array(rows, dtype=float)
    assert_array_equal(np.column_stack(data.load_sunspots()), theirs)


def test_text():
    text = data.load_text()
    assert text.isascii()
    assert len(text) == 93_097
    assert not set("*_#\\\r\t") & set(text)
    assert len(set(text)) == 63
    assert "The course of true love never did run smooth" in text
    assert text.endswith("And Robin shall restore amends.\n")


def test_every_bundled_file_has_a_note_with_its_checksum():
    total = 0
    for path in BUNDLED.iterdir():
        if path.suffix == ".md":
            continue
        note = path.with_suffix(".md").read_text(encoding="utf-8")
        stated = re.search(r"SHA-256:\*\* `([0-9a-f]{64})`", note).group(1)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == stated, path.name
        for word in ("Origin", "Licence", "Changed", "Rebuild"):
            assert f"**{word}" in note
        total += path.stat().st_size
    assert 1_000_000 < total < 3_000_000


def test_loading_twice_gives_fresh_equal_arrays():
    first, second = data.load_digits(), data.load_digits()
    first.train_images[:] = 0
    assert second.train_images.any()
    assert data.load_digits().train_images.any()


@pytest.mark.parametrize("damage", ["cut", "flip", "gone"])
def test_a_damaged_bundled_file_is_named(tmp_path, monkeypatch, damage):
    content = bytearray((BUNDLED / "digits.npz").read_bytes())
    if damage == "cut":
        content = content[:20_000]
    if damage == "flip":
        content[10_000] ^= 1
    if damage != "gone":
        (tmp_path / "digits.npz").write_bytes(content)
    monkeypatch.setattr(loaders, "BUNDLED", tmp_path)
    with pytest.raises(ValueError, match=r"digits\.npz is damaged .*install nnbyhand"):
        data.load_digits()


def test_nothing_here_loads_torch_or_the_network():
    import subprocess
    import sys

    code = (
        "import sys, nnbyhand.data; print({'torch', 'urllib.request'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


# IDX -------------------------------------------------------------------------


@given(hnp.arrays(np.uint8, hnp.array_shapes(max_dims=4, min_side=0)), st.booleans())
def test_idx_gives_back_what_was_written(tmp_path_factory, array, packed):
    content = idx_bytes(array)
    path = tmp_path_factory.mktemp("idx") / "file"
    path.write_bytes(gzip.compress(content, mtime=0) if packed else content)
    assert_array_equal(read_idx(path), array)
    assert read_idx(path).flags.writeable
    read_idx(path, hashlib.sha256(content).hexdigest())


def test_idx_reads_other_types(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"\0\0\x0c\x01\0\0\0\x02" + struct.pack(">2i", -5, 1 << 20))
    array = read_idx(path)
    assert_array_equal(array, [-5, 1 << 20])
    assert array.dtype == np.int32
    assert array.dtype.isnative


# mtime: without it the packing holds the time, and two test workers would not agree on
# the names of these tests
GOOD = idx_bytes(np.arange(12).reshape(3, 4))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "no IDX file: it starts with nothing"),
        (b"<html>not found</html>", "no IDX file: it starts with 3c 68 74 6d"),
        (b"\0\0\x07\x01\0\0\0\x01a", "no IDX file"),
        (b"\x01" + GOOD[1:], "no IDX file"),
        (GOOD[:9], "cut off inside its header"),
        (b"\0\0\x08\0", "cut off inside its header"),
        (GOOD[:-1], r"cut off: \(3, 4\) numbers need 24 bytes, it holds 23"),
        (GOOD + b"x", "too long"),
        (b"\0\0\x08\x02" + b"\xff" * 8, "cut off"),
        (gzip.compress(GOOD, mtime=0)[:-9], "cut off: its gzip packing has no end"),
        (gzip.compress(GOOD, mtime=0)[:-6] + b"abcdef", "corrupt: it does not unpack"),
        (
            gzip.compress(GOOD, mtime=0)[:10] + b"\xff" * 30,
            "corrupt: it does not unpack",
        ),
        (gzip.compress(GOOD[:-1], mtime=0), "cut off"),
        (b"\x1f\x8bnonsense", "corrupt: it does not unpack"),
    ],
)
def test_a_bad_idx_file_is_named(tmp_path, content, fault):
    path = tmp_path / "images.gz"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"images\.gz .*{fault}"):
        read_idx(path)


@given(st.data())
def test_no_changed_byte_passes_the_checksum(tmp_path_factory, data):
    content = bytearray(gzip.compress(GOOD, mtime=0))
    good = hashlib.sha256(GOOD).hexdigest()
    at = data.draw(st.integers(10, len(content) - 1))  # before that, name and time
    content[at] ^= 1 << data.draw(st.integers(0, 7))
    path = tmp_path_factory.mktemp("idx") / "file"
    path.write_bytes(content)
    try:
        array = read_idx(path, good)
    except ValueError as caught:
        named = str(path) in str(caught)
    else:
        named = np.array_equal(array, np.arange(12).reshape(3, 4))
    assert named


def test_wrong_checksum_and_missing_file(tmp_path):
    path = tmp_path / "labels"
    path.write_bytes(GOOD)
    with pytest.raises(ValueError, match="labels has the wrong checksum"):
        read_idx(path, "0" * 64)
    with pytest.raises(FileNotFoundError, match="there is no file"):
        read_idx(tmp_path / "nothing")


def test_a_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("nnbyhand.data.idx.LARGEST", 1000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(100_000)))
    with pytest.raises(ValueError, match=r"bomb\.gz is no course data"):
        read_idx(path)


# Places ----------------------------------------------------------------------


def test_a_named_folder_is_used(small):
    for folder in (small, str(small)):
        loaded = data.load_fashion_mnist(subset=False, folder=folder)
        assert loaded.train_images.shape == (6, 1, 4, 5)
        assert loaded.train_labels.dtype == np.int64
    assert data.find_set("fashion-mnist") is None


def test_places_come_in_order(small, tmp_path, monkeypatch):
    system, cache, env = tmp_path / "system", tmp_path / "cache", tmp_path / "env"
    for folder in (cache / "fashion-mnist", system, env / "fashion-mnist"):
        small_set(folder, np.random.default_rng(7))
        if folder.parent == env:
            monkeypatch.setenv("NNBYHAND_DATA", str(env))
        assert data.find_set("fashion-mnist") == folder
    assert data.find_set("fashion-mnist", small) == small


def test_a_named_folder_without_the_set_does_not_fall_back(small, tmp_path):
    small_set(tmp_path / "system", np.random.default_rng(7))
    assert data.find_set("fashion-mnist") is not None
    with pytest.raises(FileNotFoundError, match="nothing there"):
        data.load_fashion_mnist(subset=False, folder=tmp_path / "empty")


def test_half_a_set_is_not_used_and_said(small):
    (small / sets.FILES[0]).unlink()
    with pytest.raises(FileNotFoundError, match=r"only train-labels") as caught:
        data.load_fashion_mnist(subset=False, folder=small)
    assert "nnbyhand data fetch fashion-mnist" in str(caught.value)


def test_a_corrupt_file_of_a_set_is_named(small):
    path = small / sets.FILES[2]
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ValueError, match=r"t10k-images-idx3-ubyte\.gz is cut off"):
        data.load_fashion_mnist(subset=False, folder=small)


def test_a_swapped_file_of_a_set_is_named(small):
    (small / sets.FILES[0]).write_bytes((small / sets.FILES[2]).read_bytes())
    with pytest.raises(ValueError, match=r"train-images.* has the wrong checksum"):
        data.load_fashion_mnist(subset=False, folder=small)


def test_unknown_set():
    with pytest.raises(ValueError, match=r"must be one of .*'mnist'.*got 'cifar'"):
        data.find_set("cifar")


@pytest.mark.parametrize(
    ("platform", "variables", "end"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/nnbyhand"),
        ("linux", {}, ".cache/nnbyhand"),
        ("darwin", {}, "Library/Caches/nnbyhand"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/nnbyhand"),
    ],
)
def test_the_cache_follows_the_system(monkeypatch, platform, variables, end):
    monkeypatch.setattr(sets.sys, "platform", platform)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert sets.cache_folder().as_posix().endswith(end)


def test_inventory(small, tmp_path, monkeypatch):
    text = fetch.inventory()
    for file in ("digits.npz", "fashion_mnist.npz", "midsummer.txt", "sunspots.csv"):
        assert file in text
    assert "fashion-mnist   not here" in text
    assert str(tmp_path / "cache" / "fashion-mnist") in text
    monkeypatch.setenv("NNBYHAND_DATA", str(small))
    assert f"fashion-mnist   found in {small} (NNBYHAND_DATA)" in fetch.inventory()


def test_the_script_still_builds_what_is_bundled():
    """Only the parts whose source packages are installed are compared."""
    import importlib.util

    pytest.importorskip("sklearn")
    path = Path(__file__).parents[2] / "scripts" / "build_data.py"
    spec = importlib.util.spec_from_file_location("build_data", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert set(script.PARTS) == {p.name for p in BUNDLED.iterdir() if p.suffix != ".md"}
    assert script.same("digits.npz", script.digits(None))
    if data.find_set("fashion-mnist") is not None:
        assert script.same("fashion_mnist.npz", script.fashion_mnist(None))
