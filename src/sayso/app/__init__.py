"""The local web app: the ledger in a browser. Pages are made on the server; every script, style and map is on board.

A request passes the guards (hosts, headers, login, tokens), a page function turns the index of the ledger into
records, and one template prints them; the twin of the page, ``.json``, prints the same records.
"""
