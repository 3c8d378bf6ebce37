"""The app in a real browser: every page at two widths, keys, forms, pictures; nothing asked of any other host.

Without Chromium these tests are skipped; with CI set they fail instead.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.app.ledgers import EVIL

from sayso.app.sessions import Sessions
from sayso.app.web import make_app
from sayso.ledger import Ledger

pytestmark = pytest.mark.model
SAMPLES = Path(__file__).parents[2] / "samples" / "shusha"
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LISTS = ["/", "/matters", "/timeline", "/map", "/reports", "/names", "/figures", "/discrepancies", "/review", "/log",
         "/problems", "/search?q=Shusha"]  # fmt: skip
PATIENCE = 60_000  # milliseconds; a busy machine is no failure


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: .ci/run installs it")
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The app on a free port, in a thread."""
    app = make_app(ledger, ledger.path, sessions=Sessions(alone="kim"))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    (folder / "evil.txt").write_text(EVIL, encoding="utf-8")
    with Ledger.open(folder / "desk.db") as ledger:
        ledger.add([str(SAMPLES), str(folder / "evil.txt")])
        with served(ledger) as address:
            yield address


@contextmanager
def opened(browser: Browser, width: int = 1400, scheme: str = "light") -> Iterator[Page]:
    """A page that fails the test on an error in its console, a dialog, or a request to another host."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: wrong.extend(_others(request.url)))
    yield page
    context.close()
    assert wrong == []


def _others(address: str) -> list[str]:
    return [] if address.startswith(("http://127.0.0.1:", "data:")) else [f"asked for {address}"]


def addresses(page: Page, site: str) -> list[str]:
    """The lists, and a matter, reports and names among them."""
    found = list(LISTS)
    for path, many in (("/matters", 2), ("/reports", 3), ("/names", 2)):
        page.goto(site + path)
        links = page.locator(f"main a[href^='{path}/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        found += list(dict.fromkeys(links))[:many]
    reports = [each for each in found if each.startswith("/reports/")]
    return [*found, f"{reports[0]}?with={reports[1].removeprefix('/reports/')}"]


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (375, "light"), (1400, "dark")])
def test_every_page_is_sound(browser: Browser, site: str, width: int, scheme: str) -> None:
    with opened(browser, width, scheme) as page:
        faults = []
        for address in addresses(page, site):
            page.goto(site + address)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{address}: wider than the screen")
            page.evaluate(AXE)
            found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.impact, v.id, v.nodes[0].html]))")
            faults += [f"{address}: {rule}" for rule in found if rule[0] in ("serious", "critical")]
            assert page.title().endswith("· Sayso")
        assert faults == []


def test_a_sign_of_the_swimlane_shows_its_sentence(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/matters")
        page.locator(".topics .question").first.click()
        sign = page.locator("#when .wide svg a").first
        label = sign.get_attribute("aria-label") or ""
        sign.click()
        expect(page.locator("#sentence blockquote")).to_be_visible(timeout=PATIENCE)
        assert "at=" in page.url
        words = label.split(": ", 1)[1].strip("“”‘’…")[:25]
        assert words in " ".join((page.locator("#sentence").text_content() or "").split())
        page.locator("#sentence a.place").first.click()
        expect(page.locator("#here")).to_be_attached(timeout=PATIENCE)


def test_the_queue_is_worked_by_keyboard(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/review?kind=statement")
        expect(page.locator(".doubt").first).to_be_focused(timeout=PATIENCE)
        page.keyboard.press("a")
        expect(page.locator(".judged")).to_have_count(1, timeout=PATIENCE)
        expect(page.locator(".judged").first).to_contain_text("kim accepts")
        expect(page.locator(".doubt").first).to_be_focused(timeout=PATIENCE)
        page.keyboard.press("j")
        expect(page.locator(".doubt").nth(1)).to_be_focused()
        page.keyboard.press("k")
        page.keyboard.press("x")
        expect(page.locator(".judged")).to_have_count(2, timeout=PATIENCE)
        page.keyboard.press("c")
        expect(page.locator(".doubt select[name=field]").first).to_be_focused(timeout=PATIENCE)
        page.keyboard.press("p")  # the field "party"
        page.keyboard.press("Tab")
        page.keyboard.type("Armenia")
        page.keyboard.press("Enter")
        expect(page.locator(".judged")).to_have_count(3, timeout=PATIENCE)
        expect(page.locator(".judged").nth(2)).to_contain_text("party is Armenia")
        page.locator(".judged").first.get_by_role("button", name="Undo").click()
        expect(page.locator(".judged").first).to_contain_text("was undone", timeout=PATIENCE)
        page.locator(".doubt").first.focus()
        with page.expect_navigation():
            page.keyboard.press("u")
        page.goto(f"{site}/log")
        expect(page.locator("tr.undone")).to_have_count(2, timeout=PATIENCE)


def test_names_are_joined_and_set_apart_again(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/names/Ilham Aliyev")
        page.locator(".judging summary").click()
        form = page.locator("form", has=page.locator("input[value=merge]"))
        form.locator("input[name=other]").fill("Nikol Pashinyan")
        form.get_by_role("button").click()
        _until(page, lambda: "Nikol Pashinyan" in (page.locator("section:has(#h-spelt)").text_content() or ""))
        page.goto(f"{site}/log")
        page.locator("tbody tr").first.get_by_role("button", name="Undo").click()
        expect(page.locator("tr.undone").first).to_contain_text("puts together", timeout=PATIENCE)
        page.goto(f"{site}/names/Ilham Aliyev")
        _until(page, lambda: "Pashinyan" not in (page.locator("section:has(#h-spelt) ul").first.text_content() or ""))


def test_a_pin_of_the_map_lists_its_matters(browser: Browser, site: str) -> None:
    for width, part in ((1400, ".wide"), (375, ".narrow")):
        with opened(browser, width) as page:
            page.goto(f"{site}/map")
            pin = page.locator(f"{part} svg a").last  # drawn last, so that no other pin's name lies over it
            name = (pin.get_attribute("aria-label") or "").split(":")[0]
            pin.click()
            expect(page.locator("#place h2")).to_have_text(name, timeout=PATIENCE)
            expect(page.locator("#place .question").first).to_be_visible()
            assert "place=" in page.url
            page.get_by_role("link", name="nearer").click()
            assert "view=" in page.url
            assert "place=" in page.url


def test_a_filter_changes_the_results_and_the_address(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(site)
        page.keyboard.press("/")
        page.keyboard.type("Shusha")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=Shusha")
        before = page.locator("#h-statements").text_content()
        page.locator("select[name=stance]").select_option("denies")
        expect(page.locator("#h-statements")).not_to_have_text(before or "", timeout=PATIENCE)
        assert "stance=denies" in page.url
        page.goto(page.url)
        assert page.locator("select[name=stance]").input_value() == "denies"


def test_the_keyboard_reaches_the_page_and_the_keys_are_told(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/matters")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("?")
        expect(page.locator("dialog#keys")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("g")
        page.keyboard.press("r")
        page.wait_for_url("**/reports")


def test_a_reports_text_does_nothing(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/search?q=Tarkhun")
        assert re.search(r"<script>", page.locator("main").inner_text())
        page.locator("main a.place").first.click()
        page.wait_for_timeout(300)
        assert "taken" not in page.title()
        assert "{{ 7 * 7 }}" in page.locator("main").inner_text()
        assert page.locator("main img").count() == 0


def _until(page: Page, holds: object) -> None:
    """Load a page again until something holds: a judgement counts as soon as it is laid out."""
    assert callable(holds)
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError("it never came to hold")
