"""Pages of docs/ and headers as text, and the rows of their tables."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def text_of(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def rows_by_name(page: str) -> dict[str, list[str]]:
    """The rows of all tables of a page whose first cell is one `name`: that name, and the other
    cells."""
    rows = {}
    for line in text_of(page).splitlines():
        if row := re.match(r"\| `(\w+)` \|(.*)\|$", line):
            if row[1] in rows:
                raise ValueError(f"{page} has two rows for {row[1]}")
            rows[row[1]] = [cell.strip() for cell in row[2].split("|")]
    return rows
