"""What people decide in the browser: kept with who, counted at once, undone, and never done by another site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.app.ledgers import copy_ledger, token_of, visit

from sayso.app.sessions import Sessions
from sayso.ledger import Ledger
from sayso.views.likely import LEAST

pytestmark = pytest.mark.model


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger.open(copy_ledger(tmp_path)) as ledger, visit(ledger, Sessions(alone="kim")) as client:
        yield client


def read(client: TestClient, address: str) -> Any:
    return json.loads(client.get(address).text)


def post(client: TestClient, address: str, **fields: str) -> int:
    token = token_of(client.get("/review").text)
    answer = client.post(address, data={"token": token, **fields})
    client.app.state.site.snapshots.forget()  # type: ignore[attr-defined]
    return answer.status_code


def statements(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(client, "/search.json?from=0001-01-01")["leaf"]["lines"]
    return found


def test_the_queue_is_least_certain_first(client: TestClient) -> None:
    scores = [each["score"] for each in read(client, "/review.json")["leaf"]["lines"]]
    assert scores
    assert scores == sorted(scores, reverse=True)
    assert all(each["reasons"] for each in read(client, "/review.json")["leaf"]["lines"])


def test_accepted_is_doubted_no_more(client: TestClient) -> None:
    [first, *rest] = [each for each in read(client, "/review.json?kind=statement")["leaf"]["lines"] if each["said"]]
    assert post(client, "/judge", action="accept", statement=first["said"]["id"], next="/review") == 303
    assert [each["key"] for each in read(client, "/review.json?kind=statement")["leaf"]["lines"]] == [
        each["key"] for each in rest
    ]
    [line] = read(client, "/log.json")["lines"]
    assert line["judgement"]["who"] == "kim"
    assert line["judgement"]["action"] == "accept"


def test_words_are_left_out_of_one_matter_alone(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEAST, "question", 0.99)
    lines = [each for each in read(client, "/review.json?kind=statement")["leaf"]["lines"] if each["elsewhere"]]
    topic, words = lines[0]["elsewhere"][0]
    id, place = topic["id"], f"{lines[0]['said']['report_id']}:{words[0]}-{words[1]}"
    assert f'value="{place}"' in client.get("/review?kind=statement").text
    before = {p["statement"] for p in read(client, f"/matters/{id}.json")["matter"]["positions"]}
    assert post(client, "/judge", action="reject", matter=id, place=place) == 303
    after = {p["statement"] for p in read(client, f"/matters/{id}.json")["matter"]["positions"]}
    assert before - after == {lines[0]["said"]["id"]}
    assert lines[0]["said"]["id"] in {each["id"] for each in statements(client)}
    assert "leaves out" in read(client, "/log.json")["lines"][0]["words"]


def test_rejected_is_gone_and_comes_back(client: TestClient) -> None:
    before = statements(client)
    assert post(client, "/judge", action="reject", statement=before[0]["id"]) == 303
    assert [each["id"] for each in statements(client)] == [each["id"] for each in before[1:]]
    assert post(client, "/undo") == 303
    assert [each["id"] for each in statements(client)] == [each["id"] for each in before]
    lines = read(client, "/log.json")["lines"]
    assert [line["judgement"]["action"] for line in lines] == ["undo", "reject"]
    assert lines[1]["undone_by"] == "kim"
    assert post(client, "/undo") == 400


def test_corrected_in_place(client: TestClient) -> None:
    one = next(each for each in statements(client) if each["party"] == "Velmara")
    assert (
        post(client, "/judge", action="correct", statement=one["id"], field="party", value="Osk", why="a slip") == 303
    )
    assert next(each for each in statements(client) if each["id"] == one["id"])["party"] == "Osk"


def test_names_joined_and_the_joining_undone(client: TestClient) -> None:
    assert read(client, "/names/Dara Quill.json")["name"] == "Dara Quill"
    assert post(client, "/judge", action="merge", name="Ilmo Reth", other="Dara Quill") == 303
    assert read(client, "/names/Dara Quill.json")["name"] == read(client, "/names/Ilmo Reth.json")["name"]
    assert post(client, "/undo") == 303
    assert read(client, "/names/Dara Quill.json")["name"] == "Dara Quill"


def test_a_note_and_a_better_question(client: TestClient) -> None:
    [matter, *_] = read(client, "/matters.json")["leaf"]["lines"]
    assert post(client, "/judge", action="note", matter=matter["id"], value="Ask the harbour office.") == 303
    asked = "Who holds the port?"
    assert post(client, "/judge", action="correct", matter=matter["id"], field="question", value=asked) == 303
    assert read(client, "/matters.json")["leaf"]["lines"][0]["question"] == asked
    assert "Ask the harbour office." in client.get("/log").text


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "burn", "statement": "x"},
        {"action": "undo", "statement": "x"},
        {"action": "accept"},
        {"action": "correct", "name": "Reth", "field": "colour", "value": "red"},
        {"action": "merge", "name": "Reth"},
        {"action": "split", "matter": "", "place": "x"},
    ],
)
def test_what_cannot_be_done_is_said_so(client: TestClient, fields: dict[str, str]) -> None:
    assert post(client, "/judge", **fields) in (400, 404)
    assert read(client, "/log.json")["lines"] == []


def test_without_the_token_or_from_elsewhere_nothing_is_done(client: TestClient) -> None:
    token, one = token_of(client.get("/review").text), statements(client)[0]["id"]
    fields = {"action": "reject", "statement": one}
    for data, headers in (
        (fields, {}),
        ({**fields, "token": "0" * 64}, {}),
        ({**fields, "token": token}, {"origin": "https://evil.test"}),
        ({**fields, "token": token}, {"sec-fetch-site": "cross-site"}),
    ):
        assert client.post("/judge", data=data, headers=headers).status_code == 403
    assert client.get(f"/judge?action=reject&statement={one}&token={token}").status_code in (404, 405)
    assert read(client, "/log.json")["lines"] == []


def test_a_form_leads_to_no_other_site(client: TestClient) -> None:
    token, one = token_of(client.get("/review").text), statements(client)[0]["id"]
    for next_ in ("https://evil.test/", "//evil.test/", "/\\evil.test", "javascript:alert(1)"):
        answer = client.post("/judge", data={"token": token, "action": "accept", "statement": one, "next": next_})
        assert answer.headers["location"] == "/log"


@pytest.mark.parametrize("since", ["2031-99-99", "2031-02-30", "R99", "soon"])
def test_news_since_no_day_and_no_report_is_refused(client: TestClient, since: str) -> None:
    assert [client.get(f"{page}?since={since}").status_code for page in ("/", "/desk.json")] == [400, 400]


def test_what_was_seen_is_remembered(client: TestClient) -> None:
    assert len(read(client, "/desk.json?since=2031-03-04")["newest"]["reports"]) == 1
    assert len(read(client, "/desk.json?since=R1")["newest"]["reports"]) == 1
    assert post(client, "/seen") == 303
    assert read(client, "/desk.json")["newest"]["reports"] == []


def test_a_note_and_an_older_address_of_a_matter(client: TestClient) -> None:
    [first, second] = read(client, "/matters.json")["leaf"]["lines"][:2]
    assert post(client, "/judge", action="note", matter=first["id"], value="Ask the <port> master.") == 303
    assert "Ask the &lt;port&gt; master." in client.get(f"/matters/{first['id']}").text
    assert read(client, f"/matters/{first['id']}.json")["notes"][0]["who"] == "kim"
    assert post(client, "/judge", action="merge", matter=first["id"], other=second["id"]) == 303
    assert read(client, f"/matters/{second['id']}.json")["matter"]["id"] == first["id"]
    assert client.get("/matters/feed0123").status_code == 404
