"""Holds the whole project against the house rules; ends 1 if anything is found."""

import sys

from files import project_files
from rules import RULES


def main() -> int:
    found = 0
    for file in project_files():
        for name, check in RULES.items():
            for finding in check(file):
                print(f"{finding.path}:{finding.line}: {name}: {finding.what}")
                found += 1
    print(f"{found} found" if found else "tidy")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
