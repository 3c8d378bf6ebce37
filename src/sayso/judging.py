"""What people decide of a ledger: judgements are kept, taken back and listed. ``Ledger`` is made of this."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sayso.claims.judged import make_judgement, undone
from sayso.errors import JudgementError, NotFoundError
from sayso.store import Store
from sayso.types import Action, Anchor, Brief, Judgement, Matter
from sayso.views.holding import successor
from sayso.views.lists import find_matter

LEAST = 6  # characters of an id that is no longer used


class Judging(ABC):
    """The part of a ledger that keeps what people decide."""

    _store: Store

    @abstractmethod
    def brief(self) -> Brief:
        """Everything that the views show."""

    def meant(self, brief: Brief, words: str) -> Matter:
        """The matter of ``brief`` that a user means, as for ``find_matter``; an id that it once had leads to it, too.

        Raises:
            NotFoundError: no matter answers to that, or more than one does.
        """
        try:
            return find_matter(brief, words)
        except NotFoundError:
            found = self.led_to(brief.matters, words)
            if found is None:
                raise
            return found

    def led_to(self, matters: Iterable[Matter], words: str) -> Matter | None:
        """The matter that now holds most of what the matter held whose id, no longer used, begins with ``words``."""
        if len(words) < LEAST:
            return None
        matters, held = list(matters), self._store.held(words.casefold())
        now = {each.id for each in matters}
        former = [successor(matters, spans) for id, spans in held.items() if id not in now]
        found = {each.id: each for each in former if each}
        return next(iter(found.values())) if len(found) == 1 else None

    def judge(
        self, action: Action, about: Sequence[Anchor], *, who: str, field: str = "", value: str = "", why: str = ""
    ) -> Judgement:
        """Keep what a person decided; the next brief heeds it, whatever reader reads the reports.

        Args:
            action: accept, reject, correct, merge, split or note.
            about: what it is about, from ``sayso.views.anchors``; two for merge, split and words off a matter.
            who: whoever decides.
            field: what to correct.
            value: what it is instead, or the text of a note.
            why: the reason.

        Raises:
            JudgementError: it says nothing that can be done.
            LedgerError: the ledger cannot be written.
        """
        judgement = make_judgement(action, about, made=_now(), who=who, field=field, value=value, why=why)
        self._store.add_judgement(judgement)
        reports = [anchor.report for anchor in judgement.about if anchor.report]
        if action == "merge" and len(reports) == 2:
            self._store.tie(reports)
        return judgement

    def undo(self, id: str, *, who: str, why: str = "") -> Judgement:
        """Take back the judgement whose id begins with ``id``, or an undoing; both stay in the log.

        Raises:
            NotFoundError: no judgement has that id, or more than one.
            JudgementError: it was taken back already.
        """
        made = self._store.judgements()
        found = [each for each in made if each.id.startswith(id)] if id else []
        if len(found) != 1:
            raise NotFoundError(f"{id}: {len(found)} judgements have that id; `sayso log` lists them all")
        if found[0].id in undone(made):
            by = next(each for each in reversed(made) if each.undoes == found[0].id)
            raise JudgementError(f"{id}: undone already by {by.id[:8]} of {by.who}; undo that to bring it back")
        judgement = make_judgement("undo", found[0].about, made=_now(), who=who, why=why, undoes=found[0].id)
        self._store.add_judgement(judgement)
        return judgement

    def judgements(self) -> list[Judgement]:
        """Every judgement and every undoing, in the order in which they were made."""
        return self._store.judgements()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
