"""Fetching, tried against a server that this test starts, in its bad moods too."""

import gzip
import hashlib
import http.server
import struct
import threading

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.data import sets
from nnbyhand.data.fetch import FetchError, fetch


def idx_bytes(array):
    """Write an array of bytes in the IDX format."""
    sizes = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes([0, 0, 8, array.ndim]) + sizes + array.astype(np.uint8).tobytes()


class Server:
    """Four files, a log of what was asked, and a mood that decides how to answer."""

    def __init__(self):
        rng = np.random.default_rng(3)
        self.files, self.log, self.mood = {}, [], "good"
        self.sha256 = {}
        for file in sets.FILES:
            shape = (300, 20, 20) if "images" in file else (300,)
            content = idx_bytes(rng.integers(0, 256, shape))
            self.files["/" + file] = gzip.compress(content)
            self.sha256[file] = hashlib.sha256(content).hexdigest()

    def answer(self, handler):
        asked = handler.headers.get("Range")
        self.log.append((handler.path[1:], asked))
        body = self.files.get(handler.path)
        if body is None or self.mood == "missing":
            handler.send_error(404, "Not Found")
            return
        if self.mood == "broken":
            handler.send_error(500, "Internal Server Error")
            return
        if self.mood == "wrong":
            body = gzip.compress(idx_bytes(np.zeros((300, 20, 20))))
        start = int(asked[6:-1]) if asked and self.mood != "no ranges" else 0
        if start >= len(body):
            handler.send_error(416, "Range Not Satisfiable")
            return
        rest = body[start:]
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(rest)))
        handler.end_headers()
        if self.mood in ("breaks once", "breaks always") and len(body) > 10_000:
            rest = rest[: len(rest) // 2]
            self.mood = "good" if self.mood == "breaks once" else self.mood
        handler.wfile.write(rest)


@pytest.fixture
def server(tmp_path, monkeypatch):
    shop = Server()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            shop.answer(self)

        def log_message(self, *args):
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    shop.address = f"http://127.0.0.1:{httpd.server_port}/"
    thread = threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    known = sets.SETS["fashion-mnist"]._replace(
        sha256=shop.sha256, system_folder=str(tmp_path / "system")
    )
    monkeypatch.setitem(sets.SETS, "fashion-mnist", known)
    monkeypatch.setattr("nnbyhand.data.fetch.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(sets, "cache_folder", lambda: tmp_path / "cache")
    for name in ("NNBYHAND_DATA", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield shop
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def get(server, lines=None, **more):
    report = (lambda line: None) if lines is None else lines.append
    return fetch("fashion-mnist", sources=[server.address], report=report, **more)


def test_fetch_then_load(server, tmp_path):
    lines = []
    folder = get(server, lines)
    assert folder == tmp_path / "cache" / "fashion-mnist"
    assert sorted(path.name for path in folder.iterdir()) == sorted(sets.FILES)
    loaded = data.load_fashion_mnist(subset=False)
    assert loaded.train_images.shape == (300, 1, 20, 20)
    assert [line for line in lines if "100 % of 0.1 MB" in line]
    assert len([line for line in lines if "complete, checksum right" in line]) == 4


def test_what_is_here_is_not_fetched_again(server, tmp_path):
    get(server, folder=tmp_path / "mine")
    server.log.clear()
    lines = []
    get(server, lines, folder=tmp_path / "mine")
    assert server.log == []
    assert lines == [f"{file}: already here" for file in sets.FILES]


def test_a_damaged_file_is_fetched_again(server, tmp_path):
    folder = get(server)
    path = folder / sets.FILES[0]
    path.write_bytes(path.read_bytes()[:-50])
    server.log.clear()
    get(server)
    assert server.log == [(sets.FILES[0], None)]


def test_an_interrupted_download_goes_on(server):
    server.mood = "breaks once"
    get(server)
    half = len(server.files["/" + sets.FILES[0]]) // 2
    asked = [(sets.FILES[0], None), (sets.FILES[0], f"bytes={half}-")]
    assert server.log == asked + [(file, None) for file in sets.FILES[1:]]


def test_an_interrupted_download_goes_on_in_the_next_call(server, tmp_path):
    server.mood = "breaks always"
    with pytest.raises(FetchError, match="connection broke off, what came is kept"):
        get(server)
    folder = tmp_path / "cache" / "fashion-mnist"
    part = folder / (sets.FILES[0] + ".part")
    assert part.stat().st_size > 0
    assert not (folder / sets.FILES[0]).exists()
    assert data.find_set("fashion-mnist") is None
    server.mood, before = "good", part.stat().st_size
    server.log.clear()
    get(server)
    assert server.log[0] == (sets.FILES[0], f"bytes={before}-")
    assert not part.exists()


def test_a_server_without_ranges_starts_anew(server, tmp_path):
    folder = tmp_path / "cache" / "fashion-mnist"
    folder.mkdir(parents=True)
    (folder / (sets.FILES[0] + ".part")).write_bytes(b"nonsense")
    server.mood = "no ranges"
    get(server)
    assert [file for file, _ in server.log] == list(sets.FILES)
    assert data.load_fashion_mnist(subset=False).train_images.shape[0] == 300


def test_a_part_that_is_already_whole_is_taken(server, tmp_path):
    folder = tmp_path / "cache" / "fashion-mnist"
    folder.mkdir(parents=True)
    part = folder / (sets.FILES[0] + ".part")
    part.write_bytes(server.files["/" + sets.FILES[0]])
    get(server)
    assert data.find_set("fashion-mnist") == folder


def test_a_bad_start_is_thrown_away_and_fetched_whole(server, tmp_path):
    folder = tmp_path / "cache" / "fashion-mnist"
    folder.mkdir(parents=True)
    (folder / (sets.FILES[0] + ".part")).write_bytes(b"nonsense")
    get(server)
    asked = [entry for entry in server.log if entry[0] == sets.FILES[0]]
    assert asked == [(sets.FILES[0], "bytes=8-"), (sets.FILES[0], None)]


def test_a_wrong_checksum_is_refused(server, tmp_path):
    server.mood = "wrong"
    with pytest.raises(FetchError, match="wrong checksum, thrown away"):
        get(server)
    assert list((tmp_path / "cache" / "fashion-mnist").iterdir()) == []


@pytest.mark.parametrize(("mood", "n_asked"), [("missing", 1), ("broken", 3)])
def test_a_refusal_is_said(server, mood, n_asked):
    server.mood = mood
    with pytest.raises(FetchError, match=r"the server answers (404|500)"):
        get(server)
    assert len(server.log) == n_asked


def test_the_second_source_helps_out(server):
    nobody = "http://127.0.0.1:9/"
    folder = fetch("fashion-mnist", sources=[nobody, server.address])
    assert data.find_set("fashion-mnist") == folder


def test_no_network_is_said_clearly(server):
    with pytest.raises(FetchError) as caught:
        fetch("fashion-mnist", sources=["http://127.0.0.1:9/"])
    text = str(caught.value)
    assert "not reached" in text
    assert "Is there a network? The course goes on with its bundled data" in text
    assert server.log == []


def test_a_folder_that_cannot_be_made(server, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FetchError, match="cannot be made"):
        get(server, folder=tmp_path / "file" / "folder")


def test_unknown_set():
    with pytest.raises(ValueError, match="must be one of"):
        fetch("cifar")


def test_every_source_of_the_table_is_an_address():
    for known in sets.SETS.values():
        assert len(known.sources) >= 2
        for source in known.sources:
            assert source.startswith(("http://", "https://"))
            assert source.endswith("/")
        assert set(known.sha256) == set(sets.FILES)
