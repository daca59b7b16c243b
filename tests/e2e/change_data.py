"""Damages a data file as a bad disk might: change_data.py DATA.sqlite STREAM, a byte of its line 3."""

import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE events SET line = replace(line, '\"at\":1', '\"at\":2') "
                 "WHERE stream = ? AND number = 3", (sys.argv[2],))
database.commit()
