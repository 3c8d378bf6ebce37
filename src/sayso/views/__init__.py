"""Brief -> something to read: terminal text, Markdown, one HTML file, JSON. Pure functions; none writes a file."""
