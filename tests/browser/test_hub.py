"""Two students and an instructor on a real JupyterHub, with accounts of their own.

It needs root, npm and a browser, and says what is missing where it is skipped.
"""

import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import hub
import lab
import nbformat
import pytest

from coursekit.text import to_notebook

pytest.importorskip("jupyterhub", reason="jupyterhub is missing: the extra hub")

UNIT = "01_neurons_and_gates"
ADA, BEN, TESS = (f"{hub.PREFIX}-{name}" for name in ("ada", "ben", "tess"))
ANSWERS = {
    ADA: "def weighted_sum(x, w, b):\n    return x @ w + b",
    BEN: "def weighted_sum(x, w, b):\n    return x @ w",
}
BUTTON = ".jp-NotebookPanel-toolbar >> text=Validate"


@pytest.fixture
def open_folder():
    """A folder other accounts may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="nnbyhand-hub-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def home(user):
    return Path(pwd.getpwnam(user).pw_dir)


def as_user(user, *command):
    """Run a command under an account, outside the hub."""
    return subprocess.run(
        ["runuser", "-u", user, "--", *map(str, command)],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def give_course(course, user):
    """Put the small course into an instructor's home, as a checkout would be."""
    folder = home(user) / "nnbyhand"
    source = folder / "source" / UNIT / f"{UNIT}.ipynb"
    source.parent.mkdir(parents=True)
    shutil.copy(course.root / "nbgrader_config.py", folder)
    text = course.source_text(UNIT).read_text("utf-8")
    nbformat.write(to_notebook(text, name=f"source/{UNIT}.py"), source)
    subprocess.run(["chown", "-R", f"{user}:", folder], check=True)


def log_in(page, address, user):
    page.goto(f"{address}/hub/login")
    page.fill("input[name=username]", user)
    page.fill("input[name=password]", "any")
    page.click("#login_submit")
    page.wait_for_url(f"**/user/{user}/lab**", timeout=90_000)
    page.wait_for_selector(".jp-Launcher", timeout=60_000)


def formgrader(page, address, user):
    page.goto(f"{address}/user/{user}/formgrader/manage_assignments")
    page.wait_for_selector(f"text={UNIT}")


def press(page, column):
    """Press a button of formgrader and wait until its command has ended well."""
    page.locator(f"{column} a").first.click()
    page.wait_for_selector(".modal.in .modal-title", timeout=60_000)
    said = page.locator(".modal.in").inner_text()
    assert "Success" in said, said
    page.locator(".modal.in button:has-text('OK')").click()
    page.wait_for_selector(".modal.in", state="detached")


def assignment_list(page):
    page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    page.locator(".lm-Menu-itemLabel", has_text="Assignment List").click()


def do_the_work(page, address, user):
    """Fetch, answer, validate and submit; give what the Validate button said."""
    log_in(page, address, user)
    assignment_list(page)
    page.get_by_role("button", name="Fetch", exact=True).click()
    page.get_by_role("button", name="Submit").wait_for()
    page.goto(f"{address}/user/{user}/lab/tree/{UNIT}/{UNIT}.ipynb?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    page.evaluate(lab.READY)
    cell = page.locator(".jp-CodeCell .cm-content", has_text="NotImplementedError")
    cell.first.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(ANSWERS[user])
    lab.save(page)
    page.locator(BUTTON).click()
    page.wait_for_selector(".jp-Dialog .jp-Dialog-content", timeout=60_000)
    page.wait_for_function(
        "/pass|fail/i.test(document.querySelector('.jp-Dialog').innerText)"
    )
    said = page.locator(".jp-Dialog").inner_text()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    assignment_list(page)
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("button", name="Fetch Feedback").wait_for()
    return said


def read_feedback(page, user):
    """Fetch the feedback and give the text of the page that came."""
    page.get_by_role("button", name="Fetch Feedback").click()
    page.get_by_text("View Feedback").wait_for()
    (found,) = (home(user) / UNIT / "feedback").rglob("*.html")
    return found.read_text("utf-8")


def test_two_students_and_an_instructor(small_course, people, open_folder, servers):
    with hub.accounts([ADA, BEN], [TESS]):
        python = hub.python_for(ADA, open_folder)
        give_course(small_course(), TESS)
        with hub.running(open_folder, python, [ADA, BEN, TESS], *servers) as running:
            pages = {user: people(user) for user in (ADA, BEN, TESS)}
            try:
                walk(running, pages)
            finally:  # before the hub ends, or they would complain that it did
                for page in pages.values():
                    page.context.close()


def walk(running, pages):
    address = running.address
    tess = pages[TESS]
    log_in(tess, address, TESS)
    formgrader(tess, address, TESS)
    press(tess, ".assign")
    formgrader(tess, address, TESS)
    press(tess, ".release")

    said = {user: do_the_work(pages[user], address, user) for user in (ADA, BEN)}
    assert "without the bias term" not in said[ADA]
    assert "without the bias term" in said[BEN]

    formgrader(tess, address, TESS)
    press(tess, ".collect")
    formgrader(tess, address, TESS)
    handed_in = home(TESS) / "nnbyhand" / "submitted"
    assert {path.name for path in handed_in.iterdir()} == {ADA, BEN}
    tess.locator(".num-submissions a").first.click()
    for user in (ADA, BEN):
        row = tess.locator("tr", has_text=user)
        row.locator(".autograde a").click()
        tess.wait_for_selector(".modal.in .modal-title", timeout=90_000)
        assert "Success" in tess.locator(".modal.in").inner_text()
        tess.locator(".modal.in button:has-text('OK')").click()
        tess.wait_for_selector(".modal.in", state="detached")
    formgrader(tess, address, TESS)
    press(tess, ".generate-feedback")
    formgrader(tess, address, TESS)
    press(tess, ".release-feedback")

    feedback = {user: read_feedback(pages[user], user) for user in (ADA, BEN)}
    assert "without the bias term" in feedback[BEN]
    assert "without the bias term" not in feedback[ADA]
    each_sees_their_own(running, pages)


def each_sees_their_own(running, pages):
    """Nobody reads another's work, server or grades, in the hub or beside it."""
    inbound = running.exchange / "nnbyhand" / "inbound"
    for other in (home(ADA), home(TESS), inbound):
        done = as_user(BEN, "ls", other)
        assert "Permission denied" in done.stderr, (other, done.stdout)
    ben = pages[BEN]
    for path in (f"user/{ADA}/lab", f"user/{TESS}/formgrader/manage_assignments"):
        answer = ben.request.get(f"{running.address}/{path}")
        assert answer.status in (403, 404), (path, answer.status)
    own = ben.request.get(f"{running.address}/user/{BEN}/formgrader")
    assert own.status == 404
    assert ben.request.get(f"{running.address}/user/{BEN}/api").status == 200
