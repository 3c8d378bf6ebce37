"""Names and figures as a user asks for them: in any spelling that the ledger joins, by place, by what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.types import Brief, Figure, KnownName
from sayso.views.outline import sentence_around
from sayso.views.versions import current_figures


def forms_of(names: Iterable[KnownName], words: str) -> set[str]:
    """What a user asks for, in lower case, and every spelling of the names that are spelt so.

    >>> known = KnownName("Tarkhun", "LOC", ("Tarkhun", "Tarchun"), "", ())
    >>> sorted(forms_of([known], "tarchun")), sorted(forms_of([known], "tar"))
    (['tarchun', 'tarkhun'], ['tar'])
    """
    wanted = words.casefold().strip()
    known = ({spelling.casefold() for spelling in (each.name, *each.spellings)} for each in names)
    return {wanted}.union(*(spellings for spellings in known if wanted in spellings))


def holds(words: str, forms: Iterable[str]) -> bool:
    """Whether words hold one of these forms."""
    folded = words.casefold()
    return any(form in folded for form in forms)


def figures_about(brief: Brief, words: Sequence[str]) -> list[Figure]:
    """The figures of which what is counted, the question of a matter or the sentence around holds every word."""
    wanted = [forms_of(brief.names, word) for word in words]
    texts = {report.id: report.text for report in brief.reports}
    questions: dict[tuple[str, object], str] = {}
    for matter in brief.matters:
        for figure in matter.figures:
            at = figure.report, figure.span
            questions[at] = f"{questions.get(at, '')} {matter.question} {figure.of}"
    found = []
    for figure in current_figures(brief):
        heading = f"{figure.what} {figure.who} {figure.of} {questions.get((figure.report, figure.span), '')}"
        left = [forms for forms in wanted if not holds(heading, forms)]
        sentence = "".join(sentence_around(texts.get(figure.report, ""), figure.span)) if left else ""
        if all(holds(sentence, forms) for forms in left):
            found.append(figure)
    return found
