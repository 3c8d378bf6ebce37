"""Records -> pictures as SVG text, and the same in plain text for a terminal: swimlane, matrix, figures, timeline, map.

Pure functions. A picture inside a page takes its colours from the page; one that stands by itself brings them along.
"""
