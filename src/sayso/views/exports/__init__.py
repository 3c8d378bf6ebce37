"""The ledger in forms that other programs open: tables of conflict data, JSON-LD, GeoJSON, frames, a spreadsheet.

None of them adds anything: what no report says stays empty, and every row names the words that it rests on.
"""
