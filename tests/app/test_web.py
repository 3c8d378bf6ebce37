"""Every page and its twin, on a ledger read by the model on board."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.app.ledgers import copy_ledger, make_ledger, visit

from sayso.app.web import PAGES
from sayso.ledger import Ledger

pytestmark = pytest.mark.model
LISTS = [address for address, _ in PAGES if "{" not in address]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with Ledger.open(copy_ledger(tmp_path_factory.mktemp("app"))) as ledger, visit(ledger) as client:
        yield client


def twin(client: TestClient, address: str) -> dict[str, object]:
    path, _, query = address.partition("?")
    answer = client.get(f"{path}.json?{query}")
    assert answer.status_code == 200
    shape: dict[str, object] = json.loads(answer.text)
    return shape


def links(page: str) -> set[str]:
    return {each.replace("&amp;", "&") for each in re.findall(r'href="(/[^"]*)"', page)}


@pytest.mark.parametrize("address", ["/", *LISTS])
def test_every_list_has_a_page_and_a_twin(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert page.text.startswith("<!doctype html>")
    assert "<h1>" in page.text
    assert twin(client, "/desk" if address == "/" else address)["title"]


def test_no_link_of_any_page_leads_nowhere(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = {"/"}
    while waiting and len(seen) < 150:
        address = min(waiting, key=lambda each: (len(each), each))
        waiting.discard(address)
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            waiting |= {each.split("#")[0] for each in links(answer.text)} - seen
    assert len(seen) > 40


def test_a_matter_with_its_pictures_and_its_sentence(client: TestClient) -> None:
    [first, *_] = json.loads(client.get("/matters.json").text)["leaf"]["lines"]
    assert "Tarkhun" in first["question"]
    page = client.get(f"/matters/{first['id']}?at=1").text
    assert "Who said what when" in page
    assert page.count('class="pic"') > 2
    shape = twin(client, f"/matters/{first['id']}?at=1")
    assert shape["matter"]["id"] == first["id"]  # type: ignore[index]
    chosen = shape["chosen"]
    assert isinstance(chosen, dict)
    assert chosen["words"] in re.sub(r"<[^>]+>", "", page).replace("&#34;", '"')
    assert client.get(f"/matters/{first['id'][:6]}").status_code == 200


def test_a_matter_as_it_stood_on_a_day(client: TestClient) -> None:
    [first, *_] = json.loads(client.get("/matters.json").text)["leaf"]["lines"]
    then = twin(client, f"/matters/{first['id']}?on=2031-03-03")["standing_then"]
    assert isinstance(then, dict)
    assert then["date"] == "2031-03-03"
    assert twin(client, f"/matters/{first['id']}?on=2031-01-01")["standing_then"] is None


def test_a_report_is_printed_unaltered(client: TestClient) -> None:
    for line in json.loads(client.get("/reports.json").text)["leaf"]["lines"]:
        page = client.get(f"/reports/{line['id']}").text
        text = twin(client, f"/reports/{line['id']}")["text"]
        assert isinstance(text, str)
        shown = page.split('<article id="text"', 1)[1].split("</article>", 1)[0].split(">", 1)[1]
        shown = re.sub(r'<a class="back".*?</a>', "", shown)
        plain = re.sub(r"<[^>]+>", "", shown).replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
        assert "".join(plain.split()) == "".join(text.split())


def test_two_reports_side_by_side(client: TestClient) -> None:
    lines = json.loads(client.get("/reports.json").text)["leaf"]["lines"]
    shape = twin(client, f"/reports/{lines[0]['id']}?with={lines[1]['id']}")
    assert shape["other"]["id"] == lines[1]["id"]  # type: ignore[index]
    aligned = shape["aligned"]
    assert isinstance(aligned, list)
    both = [row for row in aligned if row["left"] and row["right"]]
    assert both
    assert not all(row["same"] for row in both)
    page = client.get(f"/reports/{lines[0]['id']}?with={lines[1]['id']}").text
    assert page.count('class="text"') == 2
    assert "differs" in page


def test_a_link_to_words_marks_them(client: TestClient) -> None:
    [line, *_] = json.loads(client.get("/reports.json").text)["leaf"]["lines"]
    assert 'id="here"' in client.get(f"/reports/{line['id']}?at=3-9").text
    for bad in ("3", "9-3", "a-b", "3-99999", "³-9", "-"):
        assert 'id="here"' not in client.get(f"/reports/{line['id']}?at={bad}").text


def test_search_is_narrowed_by_every_filter(client: TestClient) -> None:
    every = twin(client, "/search?from=0001-01-01")["leaf"]
    assert isinstance(every, dict)
    assert every["total"] > 4
    for query in (
        "party=Velmara",
        "stance=asserts",
        "q=Tarkhun",
        "q=Tarkhun&stance=concedes",
        "from=2031-03-04",
        "to=2031-03-03",
        "outlet=Meridian",
        "kind=control",
        "place=Tarkhun",
        "party=Nobody",
    ):
        leaf = twin(client, f"/search?{query}")["leaf"]
        assert isinstance(leaf, dict)
        assert leaf["total"] < every["total"], query
    assert twin(client, "/search")["leaf"] is None
    assert twin(client, "/search?q=xylophone")["leaf"]["total"] == 0  # type: ignore[index]


def test_a_name_under_any_spelling(client: TestClient) -> None:
    shape = twin(client, "/names/Ilmo Reth")
    assert shape["name"] == "Ilmo Reth"
    assert shape["leaf"]["total"] > 1  # type: ignore[index]
    assert client.get("/names/No Such Person").status_code == 404


@pytest.mark.parametrize(
    "address", ["/matters/nothing", "/reports/ffffffff", "/nowhere", "/static/../web.py", "/names/"]
)
def test_what_is_not_there_is_said_so(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert "Traceback" not in client.get(address).text


@pytest.mark.parametrize(
    "query", ["page=0", "page=99999999999999999999", "page=x", "at=-1", "page=²", "on=x", "from=x"]
)
def test_odd_queries_break_nothing(client: TestClient, query: str) -> None:
    [first, *_] = json.loads(client.get("/matters.json").text)["leaf"]["lines"]
    for address in ("/", "/matters", f"/matters/{first['id']}", "/search", "/reports", "/names", "/map?view=1,2"):
        assert client.get(f"{address}{'&' if '?' in address else '?'}{query}").status_code == 200


def test_pages_follow_the_ledger(tmp_path: Path) -> None:
    path = make_ledger(
        tmp_path, {"one.txt": "SELVA, March 3, 2031 (Meridian) - Oskan troops captured Tarkhun, Reth said.\n"}
    )
    with Ledger.open(path) as ledger, visit(ledger) as client:
        assert twin(client, "/reports")["leaf"]["total"] == 1  # type: ignore[index]
        (tmp_path / "two.txt").write_text("SELVA, March 4, 2031 (Meridian) - Velmara denied it.\n", encoding="utf-8")
        with Ledger.open(path) as other:
            other.add([str(tmp_path / "two.txt")])
        client.app.state.site.snapshots.forget()  # type: ignore[attr-defined]
        assert twin(client, "/reports")["leaf"]["total"] == 2  # type: ignore[index]


def test_a_replaced_report_is_marked_and_no_path_is_an_outlet(tmp_path: Path) -> None:
    text = "SELVA, March 3, 2031 - Oskan troops have captured the port of Tarkhun, President Ilmo Reth said."
    lines = {
        f"{name}.jsonl": json.dumps(
            {"text": f"{text} He put the dead at {dead}.", "address": "https://selva.example/1"}
        )
        for name, dead in (("one", 31), ("two", 44))
    }
    with Ledger.open(make_ledger(tmp_path, lines)) as ledger, visit(ledger) as client:
        page = client.get("/reports").text
        assert page.count("replaced by <a") == 1
        assert "selva.example" not in "".join(re.findall(r"<option[^>]*>", page))
        assert not {31, 44}.isdisjoint(figure.low for figure in ledger.brief().figures)
        assert "31" not in re.sub(r"2031|<[^>]*>", "", client.get("/figures").text.split("<main")[1])
