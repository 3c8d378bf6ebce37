"""Open a source: a file, a folder or standard input in, ``Report`` records out.

What cannot be read comes out as a ``Problem``. The text is never altered, and what the source does not say (outlet,
agency, date) stays unknown.
"""

from __future__ import annotations

from sayso.reports.days import complete_day
from sayso.reports.folders import folder_files, writable
from sayso.reports.opening import read_path
from sayso.reports.texts import Given

__all__ = ["Given", "complete_day", "folder_files", "read_path", "writable"]
