"""Grading on a Dask cluster: a real scheduler and real workers, all on this machine."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

import coursekit
from coursekit.classroom import Classroom, fill
from coursekit.course import steady_environment
from coursekit.grading import cluster, run, sandbox
from coursekit.grading.compare import differences, rows
from coursekit.grading.execute import make_job
from coursekit.grading.pool import Refused
from coursekit.grading.run import library_fingerprint
from coursekit.grading.sandbox import Policy

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is absent")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

UNIT = "01_neurons_and_gates"
HEAD = "import numpy as np\nimport time\n\n\ndef weighted_sum(x, w, b):\n    "
SLOW = "\n\n\ntime.sleep(0.4)"  # long enough to be killed in the middle
ANSWERS = {
    "right": f"{HEAD}return np.dot(w, x) + b{SLOW}",
    "wrong": f"{HEAD}return np.dot(w, x){SLOW}",
    "stops": f"1 / 0{SLOW}",
    "loud": f"print('x' * 1000)\n{HEAD}return float(np.dot(w, x) + b){SLOW}",
}
STUDENTS = [f"{kind}-{i}" for i in range(4) for kind in ANSWERS]
UNCONTAINED = ["--no-sandbox"] if sandbox.probe() else []


@pytest.fixture(scope="module")
def handed(room: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class in which everybody has handed in and nobody is graded."""
    folder = tmp_path_factory.mktemp("cluster") / "class"
    shutil.copytree(room.folder, folder)
    handed = Classroom(folder)
    for student in STUDENTS:
        answer = ANSWERS[student.partition("-")[0]]
        work = fill(handed.released(UNIT), {"neuron-sum": answer})
        handed.hand_in(student, UNIT, work)
    handed.hand_in("unreadable", UNIT, "{")
    return handed


@pytest.fixture
def classroom(handed: Classroom, tmp_path: Path) -> Classroom:
    return Classroom(Path(shutil.copytree(handed.folder, tmp_path / "class")))


class Machines:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.started = folder, dict[str, subprocess.Popen[str]]()
        # a copy, so that an editor saving a file does not make the workers differ
        for package in ("coursekit", "nnbyhand"):
            source = Path(coursekit.__file__).parents[1] / package
            shutil.copytree(source, folder / "lib" / package)
        path = os.pathsep.join([str(folder / "lib"), os.environ.get("PYTHONPATH", "")])
        self.environment = steady_environment() | {"PYTHONPATH": path}
        self.start("scheduler", "scheduler", "--port", "0")
        self.address = ""
        wait_for(self.is_up)

    def is_up(self) -> bool:
        """Read the scheduler's address once it is written, and written whole."""
        assert self.started["scheduler"].poll() is None, "the scheduler did not start"
        with contextlib.suppress(FileNotFoundError, ValueError):
            self.address = json.loads((self.folder / "file").read_text())["address"]
        return bool(self.address)

    def start(self, name: str, what: str, *options: str) -> None:
        here = ["--host", "127.0.0.1", "--scheduler-file", str(self.folder / "file")]
        command = [sys.executable, "-m", "dask", what, *options, *here]
        with (self.folder / f"{name}.log").open("w") as log:
            self.started[name] = subprocess.Popen(
                [*command, "--no-dashboard"],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
            )

    def add_worker(self, name: str) -> None:
        # without its nanny: a worker that is killed stays dead
        options = ["--nthreads", "1", "--no-nanny", "--memory-limit", "0"]
        place = str(self.folder / name)
        self.start(name, "worker", "--name", name, "--local-directory", place, *options)

    @contextlib.contextmanager
    def client(self) -> Iterator["distributed.Client"]:
        with distributed.Client(self.address, set_as_default=False) as client:
            yield client

    def stop(self) -> None:
        for process in reversed(self.started.values()):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    started = Machines(tmp_path_factory.mktemp("machines"))
    yield started
    started.stop()


def start(classroom: Classroom, machines: Machines, *options: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "coursekit.cli", "grade", UNIT, *options, *UNCONTAINED],
        cwd=classroom.folder,
        env=machines.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def executed(classroom: Classroom) -> Counter[str]:
    """Count for each student how often the journal says that the work was done."""
    path = classroom.folder / ".grading" / "journal.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    events = [json.loads(line) for line in lines]
    return Counter(event["student"] for event in events if event["event"] == "executed")


def wait_for(what: Callable[[], bool], seconds: float = 120.0) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


# --- the whole way ------------------------------------------------------------------


@pytest.mark.slow
def test_scheduler_without_workers_is_told(machines, monkeypatch) -> None:
    """Runs first, while there are none."""
    monkeypatch.setattr(cluster, "PATIENCE", 1.0)
    with pytest.raises(Refused, match=f"at {machines.address} has no workers"):
        cluster.Cluster(machines.address, [])


@pytest.mark.slow
def test_worker_killed_in_the_middle_changes_nothing(classroom, machines, tmp_path):
    alone = Classroom(Path(shutil.copytree(classroom.folder, tmp_path / "alone")))
    for name in ("one", "two"):
        machines.add_worker(name)
    process = start(classroom, machines, "--scheduler", machines.address)
    with machines.client() as client:
        wait_for(lambda: len(executed(classroom)) >= 4)
        worker = machines.started["one"]
        known = client.scheduler_info()["workers"]
        (address,) = [a for a, about in known.items() if about["name"] == "one"]
        wait_for(lambda: bool(client.processing([address])[address]))
        servers = psutil.Process(worker.pid).children()
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        done = len(executed(classroom))
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 0, said + complained
    assert 4 <= done < len(STUDENTS)
    assert executed(classroom) == dict.fromkeys([*STUDENTS, "unreadable"], 1)
    assert servers, "the worker had no server: it was killed before it did anything"
    assert not psutil.wait_procs(servers, timeout=20)[1], "a server outlives its worker"
    process = start(alone, machines, "--jobs", "2")
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 0, said + complained
    assert differences(alone.folder, classroom.folder, UNIT) == []
    found = rows(classroom.folder, UNIT)
    assert found["right-0", "neuron-sum-value"][0] == 1
    assert found["wrong-0", "neuron-sum-value"][0] == 0


@pytest.mark.slow
def test_ctrl_c_cancels_what_has_not_begun(classroom, machines) -> None:
    """Runs after a worker was killed: one is left."""
    process = start(classroom, machines, "--scheduler", machines.address)
    wait_for(lambda: len(executed(classroom)) >= 2)
    process.send_signal(signal.SIGINT)
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 130, said + complained
    assert "run the same command to go on" in complained
    assert len(executed(classroom)) < len(STUDENTS)
    with machines.client() as client:
        count = "lambda dask_scheduler: len(dask_scheduler.tasks)"
        wait_for(lambda: client.run_on_scheduler(eval(count)) == 0)


@pytest.mark.slow
def test_result_of_the_cluster_is_never_a_pickle(machines) -> None:
    """Whatever ran on a worker, the grader takes bytes: anything else is refused."""
    with distributed.Client(
        machines.address, set_as_default=False, deserializers=cluster.PLAIN
    ) as client:
        assert client.submit(bytes, b"{}", pure=False).result(timeout=20) == b"{}"
        with pytest.raises(TypeError, match="serialize"):
            client.submit(Path, "x", pure=False).result(timeout=20)


@pytest.mark.slow
def test_worker_with_another_library_is_refused(machines, monkeypatch) -> None:
    monkeypatch.setattr(run, "library_fingerprint", lambda: "0123")
    with pytest.raises(Refused, match=r"worker tcp://\S+ cannot grade: .* 0123 here"):
        cluster.Cluster(machines.address, [])


@pytest.mark.slow
def test_no_worker_left_is_told_and_another_goes_on(classroom, machines) -> None:
    """Runs after one of two workers was killed: now the other is."""
    process = start(classroom, machines, "--scheduler", machines.address)
    wait_for(lambda: len(executed(classroom)) >= 2)
    machines.started["two"].kill()
    begun, said = time.monotonic(), ""
    while "has no workers any more" not in said:
        assert time.monotonic() < begun + 60, f"nothing was told: {said}"
        said += os.read(process.stderr.fileno(), 2**16).decode()
    assert f"'dask worker {machines.address}'" in said
    done = len(executed(classroom))
    machines.add_worker("three")
    out, more = process.communicate(timeout=120)
    assert process.returncode == 0, out + said + more
    assert done < len(STUDENTS)
    assert said.count("has no workers any more") + more.count("has no workers") == 1
    assert executed(classroom) == dict.fromkeys([*STUDENTS, "unreadable"], 1)


@pytest.mark.slow
def test_lost_scheduler_stops_the_run(classroom, machines) -> None:
    """Runs last: afterwards there is no cluster any more."""
    process = start(classroom, machines, "--scheduler", machines.address)
    wait_for(lambda: len(executed(classroom)) >= 2)
    machines.started["scheduler"].kill()
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 1, said + complained
    assert f"the Dask scheduler at {machines.address} is gone" in said + complained
    assert "Traceback" not in complained
    assert len(executed(classroom)) < len(STUDENTS)


# --- the grader's side --------------------------------------------------------------


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere", "http://x:1"])
def test_no_scheduler_is_told(address, monkeypatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with pytest.raises(Refused, match="no Dask scheduler answers at "):
        cluster.Cluster(address, [])


def test_dask_that_is_not_installed_is_told(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Refused, match=r"pip install '\.\[cluster\]'"):
        cluster.Cluster("tcp://127.0.0.1:9", [])


class Pretended:
    """A Dask client in which nothing happens but what a test makes happen."""

    def __init__(self, answers: dict[str, object] | None = None) -> None:
        self.status, self.answers = "running", answers or {}
        self.given: list[tuple] = []
        self.future: Future[bytes] = Future()

    def wait_for_workers(self, *_: object, **__: object) -> None: ...

    def run(self, *_: object, **__: object) -> dict[str, object]:
        return self.answers

    def get_executor(self, **_: object) -> "Pretended":
        return self

    def nthreads(self) -> dict[str, int]:
        return {"a": 3, "b": 2}

    def submit(self, *given: object) -> "Future[bytes]":
        self.given.append(given)
        return self.future

    def close(self) -> None:
        self.status = "closed"


def pretend(monkeypatch, client: Pretended) -> cluster.Cluster:
    monkeypatch.setattr(cluster, "_connect", lambda address: client)
    return cluster.Cluster("tcp://there:1", ["numpy"])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("its kernel is odd", "worker a cannot grade: its kernel is odd"),
        (ModuleNotFoundError("coursekit"), "cannot import the grader .*install this"),
        (OSError("gone"), "worker a cannot grade: OSError: gone"),
    ],
)
def test_unfit_worker_is_told_and_the_client_closed(monkeypatch, answer, said) -> None:
    client = Pretended({"a": answer, "b": ""})
    with pytest.raises(Refused, match=said):
        pretend(monkeypatch, client)
    assert client.status == "closed"


def test_job_and_outcome_are_json(monkeypatch) -> None:
    client = Pretended()
    job = make_job(new_notebook(), {"a.txt": b"\0"}, Policy())
    future = pretend(monkeypatch, client).submit(job)
    function, sent, order = client.given[0]
    assert function is cluster.execute
    assert json.loads(sent) == job
    assert json.loads(order) == {
        "preload": ["numpy"],
        "sandbox": True,
        "library": library_fingerprint(),
    }
    client.future.set_result(b'{"notebook": {}, "receipt": {}}')
    assert future.result(timeout=1) == {"notebook": {}, "receipt": {}}


class Killed(Exception):
    """Stands for Dask's errors, which are no RuntimeError."""


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (Killed("all died"), RuntimeError, "the cluster failed: Killed: all died"),
        (Refused("unfit"), Refused, "unfit"),
        (ConnectionError("gone"), ConnectionError, "gone"),
    ],
)
def test_what_goes_wrong_is_an_error_the_grader_knows(monkeypatch, error, kind, said):
    client = Pretended()
    future = pretend(monkeypatch, client).submit({})
    client.future.set_exception(error)
    with pytest.raises(kind, match=said):
        future.result(timeout=1)


def test_lost_connection_is_told(monkeypatch) -> None:
    client = Pretended()
    lost = pretend(monkeypatch, client)
    future = lost.submit({})
    client.future.cancel()
    with pytest.raises(Refused, match="is gone; what was graded is safe"):
        future.result(timeout=1)
    client.status = "connecting"
    with pytest.raises(Refused, match="is gone; what was graded is safe"):
        lost.submit({})


def test_window_grows_with_the_cluster(monkeypatch) -> None:
    assert pretend(monkeypatch, Pretended()).window == 5 * cluster.AHEAD


# --- the worker's side --------------------------------------------------------------


def order(*, sandbox: bool = False, library: str = "") -> str:
    library = library or library_fingerprint()
    return json.dumps({"preload": [], "sandbox": sandbox, "library": library})


@pytest.fixture
def bench(monkeypatch) -> Iterator[cluster.Bench]:
    bench = cluster.Bench()
    monkeypatch.setattr(cluster, "BENCH", bench)
    monkeypatch.setattr(cluster, "_library", library_fingerprint)
    yield bench
    bench.stop()


def job(source: str) -> bytes:
    work = new_notebook(cells=[new_code_cell(source)])
    return json.dumps(make_job(work, {}, Policy(sandbox=False))).encode()


def printed(outcome: bytes) -> str:
    assert isinstance(outcome, bytes)
    return json.loads(outcome)["notebook"]["cells"][0]["outputs"][0]["text"]


def test_worker_keeps_its_server_warm_and_replaces_a_dead_one(bench) -> None:
    say = job("import os\nprint(os.getppid() > 0, 2)")
    assert printed(cluster.execute(say, order())) == "True 2\n"
    ((kind, first),) = bench.idle
    assert kind == ((), False)
    cluster.execute(say, order())
    assert bench.idle == [(kind, first)]
    os.kill(first.process.pid, signal.SIGKILL)
    assert printed(cluster.execute(say, order())) == "True 2\n"
    ((_, second),) = bench.idle
    assert second is not first
    assert first.process.poll() is not None
    bench.stop()
    assert second.process.poll() is not None


class Recorded:
    """A server that notes whether it was stopped."""

    def __init__(self) -> None:
        self.preload, self.stopped = [], False

    @classmethod
    def launch(cls, count: int) -> list["Recorded"]:
        return [cls() for _ in range(count)]

    def order(self, preload: list[str], root: str) -> None:
        self.preload = preload

    def execute(self, job: dict) -> dict:
        if job.get("fails"):
            raise Refused("no namespaces")
        return {}

    def stop(self) -> None:
        self.stopped = True


def test_server_of_another_kind_takes_the_place(monkeypatch) -> None:
    monkeypatch.setattr(cluster, "Server", Recorded)
    bench = cluster.Bench()
    bench.execute({}, (("numpy",), False))
    ((_, first),) = bench.idle
    bench.execute({}, (("torch",), False))
    ((kind, second),) = bench.idle
    assert kind[0] == ("torch",)
    assert first.stopped
    with pytest.raises(Refused):
        bench.execute({"fails": True}, kind)
    assert second.stopped
    assert bench.idle == []


def test_unfit_worker_refuses_jobs_too(bench, monkeypatch) -> None:
    with pytest.raises(Refused, match=r"copy of the course differ .*0123 here"):
        cluster.execute(job("1"), order(library="0123"))
    monkeypatch.setattr(cluster, "_uncontained", lambda: "unshare is refused here")
    with pytest.raises(Refused, match=r"contained there: unshare .*--no-sandbox"):
        cluster.execute(job("1"), order(sandbox=True))
    assert cluster.look(order(sandbox=False)) == ""
    assert bench.idle == []


def test_trial_of_the_sandbox_says_what_is_missing(monkeypatch) -> None:
    cluster._uncontained.cache_clear()
    monkeypatch.setattr(cluster, "PROBE", "print('unshare is refused here', end='')")
    assert cluster._uncontained() == "unshare is refused here"
    cluster._uncontained.cache_clear()
    monkeypatch.setattr(cluster, "PROBE", "raise SystemExit('no grader')")
    assert "no grader" in cluster._uncontained()
    cluster._uncontained.cache_clear()
