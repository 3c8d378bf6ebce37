"""Attributions put right, and those that patterns add."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from sayso.reading.gaps import find_gaps, wordings
from sayso.reading.quotes import find_quotations
from sayso.reading.repairs import repair
from sayso.reading.sentences import sentences
from sayso.types import Attribution, Span


def find(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)


def put_right(text: str, *attributions: Attribution) -> list[tuple[str, str, str]]:
    found = repair(text, list(attributions), sentences(text), find_quotations(text))

    def join(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[s.start : s.end] for s in spans)

    return [(join(each.source), join(each.cue), join(each.content)) for each in found]


def test_a_quotation_cut_short_is_completed_and_its_marks_left_outside() -> None:
    text = "“Shusha is ours! Karabakh is ours! ”Aliyev said."
    cut = Attribution(find(text, "Aliyev"), find(text, "said"), find(text, "“Shusha is ours! Karabakh"))
    assert put_right(text, cut) == [("Aliyev", "said", "Shusha is ours! Karabakh is ours!")]


def test_a_content_stops_at_the_headline() -> None:
    text = "Town falls, leader says\n\nVELLIN, 3 May 2024 (dpa) - The town has fallen, the leader said on Friday."
    ran_on = Attribution(find(text, "the leader"), find(text, "said"), (Span(0, text.index(", the leader said")),))
    assert put_right(text, ran_on) == [("the leader", "said", "The town has fallen")]


def test_an_empty_statement_takes_the_clause_before_it() -> None:
    text = "The aircraft went down because of a fault, the colonel retorted."
    empty = Attribution(find(text, "the colonel"), find(text, "retorted"), ())
    assert put_right(text, empty) == [("the colonel", "retorted", "The aircraft went down because of a fault")]


def test_a_second_verb_shares_the_subject() -> None:
    text = "He said rebels had ambushed a column, but refused to say how many were missing."
    first = Attribution(find(text, "He"), find(text, "said"), find(text, "rebels had ambushed a column"))
    second = Attribution((), find(text, "refused to say"), find(text, "how many were missing"))
    assert put_right(text, first, second)[1] == ("He", "refused to say", "how many were missing")


def test_examples_after_a_dash_belong_to_the_content() -> None:
    text = "The governor accused Vell of shelling the port – including with mines. Vell denied it."
    cut = Attribution(find(text, "The governor"), find(text, "accused"), find(text, "Vell of shelling the port"))
    other = Attribution((Span(71, 75),), find(text, "denied"), find(text, "it."))
    assert put_right(text, cut, other)[0][2] == "Vell of shelling the port – including with mines"
    before = Attribution(find(text, "Vell"), find(text, "accused"), find(text, "The governor"))
    assert put_right(text, before)[0][2] == "The governor"


def test_what_only_points_back_stops_there() -> None:
    text = "Armenia rejected this at the time."
    long = Attribution(find(text, "Armenia"), find(text, "rejected"), find(text, "this at the time"))
    assert put_right(text, long) == [("Armenia", "rejected", "this")]


def test_names_for_places_are_no_statements() -> None:
    text = "Ruzhenia calls the place Svilograd."
    named = Attribution(find(text, "Ruzhenia"), find(text, "calls"), find(text, "the place Svilograd"))
    assert put_right(text, named) == []


def test_a_quotation_with_its_own_verb_is_taken_over() -> None:
    text = "Armenia rejected this at the time. Aliyev triumphed: “A new life for our country!” He left."
    wrong = Attribution(
        find(text, "Armenia"), find(text, "rejected"), find(text, "this at the time", "“A new life for our country!”")
    )
    assert put_right(text, wrong) == [
        ("Armenia", "rejected", "this"),
        ("Aliyev", "triumphed", "A new life for our country!"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Neither account could be independently verified.", "", "could be independently verified", "Neither account"),
        (
            "It was not possible to verify the information by an independent body.",
            "",
            "not possible to verify",
            "the information",
        ),
        (
            "Tesserine could not independently verify either account.",
            "Tesserine",
            "could not independently verify",
            "either account",
        ),
        (
            "There was no immediate confirmation from the authorities.",
            "the authorities",
            "no immediate confirmation",
            "",
        ),
        (
            "There was no immediate confirmation of the loss from the authorities.",
            "the authorities",
            "no immediate confirmation",
            "the loss",
        ),
        ("There was no independent confirmation.", "", "no independent confirmation", ""),
        (
            "Independent confirmation of the count was not available.",
            "",
            "Independent confirmation of the count was not available",
            "the count",
        ),
        ("Hazmar did not respond to a request for comment.", "Hazmar", "did not respond to", "a request for comment"),
        ("Asked about a retreat, she declined to comment.", "she", "declined to comment", "a retreat"),
        ("Calls to his ministry go unanswered.", "his ministry", "go unanswered", ""),
        ("By then, by most estimates, 17,000 people had died.", "most estimates", "by", "17,000 people had died"),
        ("Tolmigrad disputes the figure.", "Tolmigrad", "disputes", "the figure"),
        (
            "To the whereabouts of the garrison he made no information.",
            "he",
            "made no information",
            "the whereabouts of the garrison",
        ),
        (
            "Where they were now he could not or would not tell.",
            "he",
            "could not or would not tell",
            "Where they were now",
        ),
        (
            "The road to the coast has been cut, the Front charged.",
            "the Front",
            "charged",
            "The road to the coast has been cut",
        ),
    ],
)
def test_patterns_fill_gaps(text: str, source: str, cue: str, content: str) -> None:
    assert put_right(text) == [(source, cue, content)]


def test_a_pattern_yields_to_the_model() -> None:
    text = "Tolmigrad disputes the figure."
    read = Attribution(find(text, "Tolmigrad"), find(text, "disputes"), find(text, "the figure"), 0.9)
    assert find_gaps(text, [read], sentences(text), []) == [read]


def test_every_line_of_a_transcript_is_a_statement() -> None:
    questions = "Presenter: Was it shot down?\n\nTarov: It was the engine.\n\nPresenter: One man or two?\n\n"
    found = put_right(questions + "Tarov: Two. I regret it.\n")
    assert found[3] == ("Tarov", ":", "Two. I regret it.")
    assert len(found) == 4


def test_a_loose_quotation_finds_its_speaker() -> None:
    text = "The square was full. “Shusha – the heart of Azerbaijan!” Said a TV presenter happily."
    assert put_right(text) == [("a TV presenter", "Said", "Shusha – the heart of Azerbaijan!")]


def test_a_wording_is_tried_wherever_it_matches() -> None:
    table = tomllib.loads(files("sayso.reading").joinpath("tables/gaps.toml").read_text(encoding="utf8"))
    forms = wordings()
    assert len(forms.forms) >= 15
    for row, form, cue in zip(table["forms"], forms.forms, forms.cues, strict=True):
        assert form.search(row["example"]), row["example"]
        assert cue.search(row["example"]), row["example"]


def test_nobody_of_another_paragraph_is_by_whom_something_is_admitted() -> None:
    text = "The ministry in Vellin denied these reproaches.\n\nThe loss of the town is meanwhile admitted."
    passive = Attribution(
        find(text, "The ministry in Vellin"), find(text, "is meanwhile admitted"), find(text, "The loss of the town")
    )
    assert ("", "is meanwhile admitted", "The loss of the town") in put_right(text, passive)


def test_a_line_of_a_list_is_said_by_who_introduces_the_list() -> None:
    text = "The General Staff estimates the losses of the enemy at:\n\n– men: 45 killed\n– tanks: 2\n"
    head = Attribution(
        find(text, "The General Staff"), find(text, "estimates"), find(text, "the losses of the enemy at")
    )
    line = Attribution(
        find(text, "men"), (Span(text.index("men:") + 3, text.index("men:") + 4),), find(text, "45 killed")
    )
    assert ("The General Staff", "estimates", "men: 45 killed") in put_right(text, head, line)


def test_a_far_piece_of_a_source_is_part_of_what_is_said() -> None:
    text = "At least 43 people, most of them women, died when a bomb fell, the judge of the town told Meridian."
    split = Attribution(find(text, "43 people", "the judge of the town"), find(text, "told"), ())
    [(source, _, content)] = put_right(text, split)
    assert source == "the judge of the town"
    assert content == "At least 43 people, most of them women, died when a bomb fell"


@pytest.mark.parametrize(
    ("text", "source"),
    [("It was not possible to verify the report.", ""), ("It was quick to verify the report.", "It")],
)
def test_nobody_is_the_it_of_it_was_not_possible(text: str, source: str) -> None:
    told = Attribution(find(text, "It"), find(text, "verify"), find(text, "the report"))
    assert put_right(text, told) == [(source, "verify", "the report")]


def test_the_answers_of_an_interview_keep_who_gives_them() -> None:
    text = "Q: What did you see?\n\nA: There was smoke."
    read = Attribution(
        find(text, "A"), (Span(text.index("A:") + 1, text.index("A:") + 2),), find(text, "There was smoke")
    )
    assert ("A", ":", "There was smoke") in put_right(text, read)


def test_what_could_not_be_verified_does_not_speak() -> None:
    text = "The accounts of the two sides could not be independently verified."
    read = Attribution(
        find(text, "The accounts of the two sides"), find(text, "could not be independently verified"), ()
    )
    assert put_right(text, read) == [("", "could not be independently verified", "The accounts of the two sides")]


def test_a_cue_of_an_auxiliary_alone_goes_on_to_the_content() -> None:
    text = "It had earlier denied carrying out the raid."
    read = Attribution(find(text, "It"), find(text, "had"), find(text, "carrying out the raid"))
    assert put_right(text, read) == [("It", "had earlier denied", "carrying out the raid")]


def test_an_accusation_of_nobody_is_what_the_verb_before_it_is_about() -> None:
    text = "Vell firmly rejects the accusation that it shelled the port."
    denial = Attribution(find(text, "Vell"), find(text, "firmly rejects"), ())
    charge = Attribution(find(text, "the"), find(text, "accusation"), find(text, "it shelled the port"))
    assert put_right(text, denial, charge) == [("Vell", "firmly rejects", "accusation that it shelled the port")]
    owned = Attribution(find(text, "Vell"), find(text, "accusation"), find(text, "it shelled the port"))
    assert len(put_right(text, denial, owned)) == 2


def test_what_is_denied_is_not_said_again_by_the_verb_after_it() -> None:
    text = "The army denied losing a jet, saying it had landed."
    denial = Attribution(find(text, "The army"), find(text, "denied"), find(text, "losing a jet"))
    other = Attribution(find(text, "The army"), find(text, "saying"), find(text, "losing a jet", "it had landed"))
    assert put_right(text, denial, other) == [
        ("The army", "denied", "losing a jet"),
        ("The army", "saying", "it had landed"),
    ]


def test_who_stands_behind_rejecting_is_not_who_rejects() -> None:
    text = "The army said both jets had landed, rejecting a Front statement that one had been shot down."
    said = Attribution(find(text, "The army"), find(text, "said"), find(text, "both jets had landed"))
    read = Attribution(find(text, "Front"), find(text, "rejecting"), find(text, "one had been shot down"))
    assert put_right(text, said, read)[1] == (
        "The army",
        "rejecting",
        "a Front statement that one had been shot down",
    )


def test_who_dismisses_is_named_behind_a_passive_verb() -> None:
    text = "A truce announced by Ivo Karr was dismissed in Ostria as theatre."
    read = Attribution(find(text, "Ivo Karr"), find(text, "was dismissed"), find(text, "as theatre"))
    assert put_right(text, read) == [("Ostria", "was dismissed", "Ivo Karr")]


def test_a_participle_has_no_subject_in_a_later_sentence() -> None:
    text = "The front denied a rout, saying its men had regrouped.\n\nOrlin ruled out a truce."
    first = Attribution(find(text, "The front"), find(text, "denied"), find(text, "a rout"))
    second = Attribution(find(text, "Orlin"), find(text, "saying"), find(text, "its men had regrouped"))
    assert put_right(text, first, second)[1] == ("The front", "saying", "its men had regrouped")


def test_nobody_withholds_only_what_is_said() -> None:
    text = "Nobody has heeded the call. Nobody has claimed the raid."
    first = Attribution(find(text, "Nobody"), find(text, "has heeded"), find(text, "the call"))
    second = Attribution((Span(28, 34),), find(text, "has claimed"), find(text, "the raid"))
    assert [row[1] for row in put_right(text, first, second)] == ["has claimed"]


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Bombs kill at least nine in Keld, medics say", "Bombs kill at least nine in Keld"),
        ("Salt war live: bombs kill nine in Keld, medics say", "bombs kill nine in Keld"),
        ("CORRECTED: Front enters Keld and Tor, medics say", "Front enters Keld and Tor"),
    ],
)
def test_a_headline_that_ends_on_who_says_it(headline: str, content: str) -> None:
    text = f"{headline}\n\nThe mill burnt on Monday."
    empty = Attribution(find(text, "medics"), find(text, "say"), ())
    assert put_right(text, empty) == [("medics", "say", content)]


def test_whom_a_source_only_talks_with_says_nothing() -> None:
    text = "Minister Ilmo Sarn, in a telephone call with the envoy Dana Reth, said that the truce holds."
    told = find(text, "the truce holds")
    whole = text[: text.index(", said")]
    for source in (("Minister Ilmo Sarn", "the envoy Dana Reth"), (whole,)):
        each = Attribution(find(text, *source), find(text, "said"), told)
        assert put_right(text, each) == [("Minister Ilmo Sarn", "said", "the truce holds")]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Reporters' questions about the bridge of Orlin went unanswered.",
            "Reporters'",
            "went unanswered",
            "the bridge",
        ),
        ("Some left. Most are reported to have come back.", "Most", "are reported", "to have come back"),
        ("They counted 40. The ministry says the figure is an estimate.", "the figure", "is", "an estimate"),
        ("Military censorship limits reporting of the raid.", "Military censorship", "limits reporting", "the raid"),
    ],
)
def test_who_says_nothing_is_no_source(text: str, source: str, cue: str, content: str) -> None:
    assert put_right(text, Attribution(find(text, source), find(text, cue), find(text, content))) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        ("The ministry's last figure was 627.", "The ministry's last figure", "was", "627", "The ministry"),
        ("It is a mill whose owner said it burnt.", "whose owner", "said", "it burnt", "owner"),
        ("Reth's account says that it burnt.", "Reth's", "account says", "it burnt", "Reth's"),
        ("Most said that it burnt.", "Most", "said", "it burnt", "Most"),
    ],
)
def test_who_says_it_is_what_is_left_of_a_source(text: str, source: str, cue: str, content: str, who: str) -> None:
    found = put_right(text, Attribution(find(text, source), find(text, cue), find(text, content)))
    assert found == [(who, cue, content)]


def test_a_source_of_a_later_paragraph_says_nothing_here() -> None:
    text = "Ostria launched a raid on Friday, saying it had hit the mill.\n\nVell television said it burnt."
    cut = Attribution(find(text, "Vell television"), find(text, "saying"), find(text, "it had hit the mill"))
    assert put_right(text, cut)[0] == ("Ostria", "saying", "it had hit the mill")
