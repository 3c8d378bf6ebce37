"""What a reading asks of a table of parties."""

from __future__ import annotations

from typing import Protocol


class Guess(Protocol):
    """What the table of parties answers: a party and the reason."""

    @property
    def party(self) -> str:
        """The party's name."""
        ...

    @property
    def because(self) -> str:
        """One line."""
        ...


class Named(Guess, Protocol):
    """A guess by the words of a phrase: it also says of which kind the party is, and who decided it."""

    @property
    def source(self) -> str:
        """One of text, table, user."""
        ...

    @property
    def kind(self) -> str:
        """One of state, region, group, body."""
        ...

    @property
    def by(self) -> str:
        """What named it: name, demonym, seat and so on."""
        ...


class AtHome(Guess, Protocol):
    """The state at home in the reports."""

    @property
    def near(self) -> frozenset[str]:
        """The states that the reports call its neighbours and allies, and that do not fight."""
        ...


class Table(Protocol):
    """A table of parties: ``sayso.values.parties.PartyTable`` or one like it."""

    def __hash__(self) -> int:
        """Answers are kept by the table that gave them."""
        ...

    def party_of(self, phrase: str) -> Named | None:
        """The party that the words of ``phrase`` name."""
        ...

    def people_of(self, party: str) -> str:
        """The adjective of a party, "" where it is not known."""
        ...

    def home_of(self, town: str) -> Named | None:
        """The state that a dateline or the map puts a town in."""
        ...

    @property
    def home(self) -> AtHome | None:
        """The state whose army is "the army" where nothing else says whose."""
        ...
