"""The book, opened from the disk as a reader opens it: every page, link and picture."""

from urllib.parse import unquote, urlparse

import pytest

from coursekit.book import write_book
from coursekit.course import find_course

COURSE = find_course()
PAGES = [*COURSE.lessons, "index", "search"]

FACTS = """() => ({
  ids: [...document.querySelectorAll('[id]')].map(e => e.id),
  links: [...document.querySelectorAll('a[href]')].map(e => e.href),
  mute: [...document.images].filter(i => !i.alt.trim()).length,
  blank: [...document.images].filter(i => !i.complete || !i.naturalWidth).length,
  small: [...document.querySelectorAll('main math')]
    .filter(m => !m.closest('details')
      && m.getBoundingClientRect().height < 5).length,
  raw: document.querySelector('main').innerText.includes('$$'),
  wide: document.documentElement.scrollWidth - window.innerWidth,
})"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book") / "book"
    write_book(COURSE, folder)
    return folder


def address(book, name):
    return (book / f"{name}.html").as_uri()


def test_every_page_is_whole_and_its_links_lead_somewhere(page, book):
    page.set_viewport_size({"width": 390, "height": 844})
    facts = {}
    for name in PAGES:
        page.goto(address(book, name))
        page.evaluate(
            "Promise.all([...document.images].map(i => {"
            " i.loading = 'eager'; return i.decode().catch(() => 0); }))"
        )
        facts[name] = page.evaluate(FACTS)
    for name, fact in facts.items():
        for fault in ("mute", "blank", "small", "raw"):
            assert not fact[fault], (name, fault, fact[fault])
        assert fact["wide"] <= 0, f"{name} is wider than a phone by {fact['wide']}"
        for link in fact["links"]:
            there = urlparse(link)
            if there.scheme != "file":
                continue
            stem = unquote(there.path).rsplit("/", 1)[-1].removesuffix(".html")
            assert stem in facts, (name, link)
            if there.fragment:
                assert unquote(there.fragment) in facts[stem]["ids"], (name, link)


def test_a_reader_goes_through_the_book_with_the_keyboard(page, book):
    page.goto(address(book, "index"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.get_by_role("main").get_by_role("link").first.click()
    for before, after in zip(COURSE.lessons, COURSE.lessons[1:], strict=False):
        assert page.url.endswith(f"{before}.html")
        page.locator("a[rel=next]").click()
        assert page.url.endswith(f"{after}.html")
    page.locator("a[rel=next]").click()
    assert page.url.endswith("index.html")


def test_an_answer_opens_without_a_script(chromium, book):
    context = chromium.new_context(java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(address(book, "01_neurons_and_gates"))
        answer = tab.locator("details", has_text="z = ?")
        assert "-0.75" not in answer.inner_text()
        answer.locator("summary").click()
        assert "-0.75" in answer.inner_text()
        tab.goto(address(book, "search"))
        assert tab.get_by_text("The search needs scripts").is_visible()
    finally:
        context.close()


def test_a_word_is_found_from_any_page(page, book):
    page.goto(address(book, "00_start"))
    page.get_by_label("Search all lessons").fill("hadamard")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search.html?q=hadamard")
    first = page.locator("#found li").first
    assert "06 Backpropagation" in first.inner_text()
    assert first.locator("mark").first.inner_text().lower() == "hadamard"
    page.get_by_label("Search all lessons").fill("no such word as xyzzy")
    assert page.get_by_role("status").inner_text().startswith("0 places")
    assert page.locator("#found li").count() == 0
    page.get_by_label("Search all lessons").fill("<u>hadamard</u>")
    assert page.locator("#said u, #found u").count() == 0
    page.get_by_label("Search all lessons").fill("hadamard (product")
    first = page.locator("#found a").first
    first.click()
    assert page.evaluate("!!document.getElementById(location.hash.slice(1))")
