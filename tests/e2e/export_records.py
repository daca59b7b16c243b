"""Writes each game of a data file as a record: export_records.py DATA.sqlite FOLDER."""

import sqlite3
import sys
from pathlib import Path

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
database.text_factory = bytes
for (stream,) in database.execute("SELECT stream FROM streams WHERE stream LIKE 'g-%'"):
    lines = database.execute("SELECT line FROM events WHERE stream = ? ORDER BY number",
                             (stream.decode(),))
    record = Path(sys.argv[2]) / f"{stream.decode()}.jsonl"
    record.write_bytes(b"".join(line + b"\n" for (line,) in lines))
