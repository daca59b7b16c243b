"""The files that the house rules look at, and what a rule says about them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# Folders that the project does not hold: built, fetched, or kept by a running server; and what
# fuzzers made up, which is no text.
LEFT_OUT = {"build", "node_modules", "__pycache__", "dealtafel-data", "corpus"}
TEXT = {".cpp", ".hpp", ".ts", ".tsx", ".js", ".mjs", ".py", ".sh", ".css", ".html", ".json",
        ".toml", ".md", ".txt", ".yml", ".patch", ".jsonl", ""}
CPP = {".cpp", ".hpp"}
SCRIPT = {".ts", ".tsx", ".js", ".mjs"}
CODE = CPP | SCRIPT | {".py"}

COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    what: str


@dataclass(frozen=True)
class File:
    path: str  # from the project's folder, with slashes
    text: str

    @property
    def suffix(self) -> str:
        return Path(self.path).suffix

    @property
    def folder(self) -> str:
        """The first two parts of the path, as in shared/rules."""
        return "/".join(self.path.split("/")[:-1][:2])

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def bare(self) -> str:
        """The text with comments and the insides of strings blanked, line for line."""
        return COMMENT_OR_STRING.sub(self.__blank, self.text)

    @staticmethod
    def __blank(match: re.Match) -> str:
        found = match.group()
        if found.startswith("/"):
            return "\n" * found.count("\n")
        return found[0] + "\n" * found.count("\n") + found[-1]

    def is_below(self, *folders: str) -> bool:
        return any(self.path.startswith(folder + "/") for folder in folders)

    def at(self, line: int, what: str) -> Finding:
        return Finding(self.path, line, what)

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


def project_files() -> Iterator[File]:
    for folder, folders, names in os.walk(PROJECT):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT and name != ".git")
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix in TEXT and not path.is_symlink() and name != ".git":
                yield File(path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8"))
