"""What a ledger gives to other programs: files, folders, data frames, a notebook's display; and a ledger taken in.

``Ledger`` is made of this and of what it does itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.claims.judged import counting, judge_readings
from sayso.errors import LedgerError, NotFoundError, SaysoError
from sayso.reports.texts import report_id
from sayso.store import Kept, Store, read_folder, write_folder
from sayso.types import Brief, Matter, Reading, Report

if TYPE_CHECKING:
    import pandas
    import polars

    from sayso.views.exports.tables import Table
    from sayso.views.shown import Shown


class Exports(ABC):
    """The part of a ledger that writes it out, shows it and takes another one in."""

    _store: Store

    @abstractmethod
    def brief(self) -> Brief:
        """Everything that the views show."""

    @abstractmethod
    def meant(self, brief: Brief, words: str) -> Matter:
        """The matter that a user means."""

    @abstractmethod
    def _version(self) -> str:
        """The version of Sayso, for what is written."""

    def export(self, form: str, output: str | Path) -> None:
        """Write the ledger in a form that other programs open.

        Args:
            form: json, ucdp, acled, airwars, jsonld, geojson or xlsx: one file; csv, parquet or folder: a folder.
            output: the file or folder; a file that is there is replaced.

        Raises:
            SaysoError: there is no such form.
            MissingLibraryError: the form needs a library that is not installed.
        """
        from sayso.views.exports import forms

        if form == "folder":
            self.export_folder(output)
        elif form in forms.FILES:
            Path(output).write_bytes(forms.file_of(form, self.brief(), self.judged()))
        elif form in forms.FOLDERS:
            files = forms.files_of(form, self.brief(), self.judged())
            Path(output).mkdir(parents=True, exist_ok=True)
            for name, contents in files.items():
                (Path(output) / name).write_bytes(contents)
        else:
            raise SaysoError(f"{form}: no such form; there are {', '.join((*forms.FILES, *forms.FOLDERS, 'folder'))}")

    def export_folder(self, folder: str | Path) -> None:
        """Write the whole ledger into a folder of JSON lines: reports, every reading, problems and judgements.

        Raises:
            LedgerError: something else is in the folder.
        """
        write_folder(self._store.kept(), Path(folder), f"sayso {self._version()}")

    def import_folder(self, folder: str | Path) -> tuple[int, int]:
        """Add all that ``export_folder`` wrote: a new ledger becomes equal to the one that was exported.

        What this ledger holds already stays as it is, the readings of its reports too.

        Returns:
            How many reports and how many judgements were new.

        Raises:
            LedgerError: it is no such folder, or damaged: then nothing is added.
        """
        kept = read_folder(Path(folder))
        return self._store.fill(replace(kept, reports=_as_written(kept)))

    def to_pandas(self, table: str = "statements") -> pandas.DataFrame:
        """A table of the ledger as a pandas data frame; needs the extra ``frames``.

        Args:
            table: reports, statements, claims, matters, positions, standings, figures, discrepancies, names or
                problems; or ucdp, acled, airwars, in the columns of those codebooks.

        Raises:
            SaysoError: there is no such table.
            MissingLibraryError: pandas is not installed.
        """
        from sayso.views.exports.frames import to_pandas

        return to_pandas(self._table(table))

    def to_polars(self, table: str = "statements") -> polars.DataFrame:
        """A table of the ledger as a Polars data frame, as for ``to_pandas``; needs the extra ``polars``."""
        from sayso.views.exports.frames import to_polars

        return to_polars(self._table(table))

    def show(self, what: Matter | Report | str) -> Shown:
        """A matter or a report to look at: a notebook shows it as HTML, ``print`` as text.

        Args:
            what: either of them; or words: a report by mark, path or id, else a matter as for ``sayso show``.

        Raises:
            NotFoundError: nothing, or more than one, answers to that.
        """
        from sayso.views.shown import show_matter, show_report

        brief = self.brief()
        if isinstance(what, str):
            what = self._shown(brief, what)
        return show_matter(brief, what) if isinstance(what, Matter) else show_report(brief, what)

    def _shown(self, brief: Brief, words: str) -> Matter | Report:
        from sayso.views.anchors import find_report

        if words.isdigit():
            return self.meant(brief, words)
        try:
            return find_report(brief, words)
        except NotFoundError:
            return self.meant(brief, words)

    def judged(self) -> list[Reading]:
        """The reading of each report that counts, as judgements leave it."""
        return judge_readings(self._store.readings(), counting(self._store.judgements()))[0]

    def _table(self, name: str) -> Table:
        from sayso.views.exports import forms

        if name not in forms.TABLES:
            raise SaysoError(f"{name}: no such table; there are {', '.join(forms.TABLES)}")
        return forms.make(name, self.brief(), self.judged())


def _as_written(kept: Kept) -> Iterator[Report]:
    """The reports, each with the text that its id was made of: every offset counts in it."""
    for each in kept.reports:
        if each.id != report_id(each.text, each.outlet, each.address):
            raise LedgerError(f"{each.path}: report {each.id} was changed after it was exported; export it again")
        yield each
