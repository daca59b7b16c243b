"""Changes a byte of a stream's third line, as a bad disk might: change_data.py FILE STREAM."""

import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE events SET line = replace(line, '\"at\":1', '\"at\":2') "
                 "WHERE stream = ? AND number = 3", (sys.argv[2],))
database.commit()
