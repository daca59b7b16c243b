"""The house rules: each is a function from a file to what is wrong with it."""

import re
from collections.abc import Callable, Iterator

from files import CODE, CPP, SCRIPT, File, Finding
from modules import FORBIDDEN_HEADERS, FORBIDDEN_WORDS, module_graph, module_of, sees

Rule = Callable[[File], Iterator[Finding]]
RULES: dict[str, Rule] = {}

CODE_LINES_MAX = 400
FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 100
HEADER_COMMENT_LINES_MAX = 10
TOP_FOLDERS = {"server", "client", "shared", "scenarios", "tests", "docs"}


def rule(check: Rule) -> Rule:
    RULES[check.__name__] = check
    return check


@rule
def file_length(file: File) -> Iterator[Finding]:
    """A file of more than 400 lines of code has more than one reason to change."""
    if file.suffix not in CODE:
        return
    code = sum(1 for line in file.bare.splitlines() if line.strip() not in ("", "#"))
    if code > CODE_LINES_MAX:
        yield file.at(1, f"{code} lines of code, more than {CODE_LINES_MAX}: split it")


@rule
def function_length(file: File) -> Iterator[Finding]:
    """A function fits one screen."""
    if file.suffix not in CPP:
        return
    open_blocks: list[tuple[int, bool]] = []
    for number, line in enumerate(file.bare.splitlines(), 1):
        for at, char in enumerate(line):
            if char == "{":
                is_body = re.search(r"\)[\w\s:&<>,-]*$", line[:at]) is not None
                open_blocks.append((number, is_body))
            elif char == "}" and open_blocks:
                began, is_body = open_blocks.pop()
                if is_body and number - began + 1 > FUNCTION_LINES_MAX:
                    yield file.at(began, f"{number - began + 1} lines in one function, more than "
                                         f"{FUNCTION_LINES_MAX}")


@rule
def line_length(file: File) -> Iterator[Finding]:
    """Code is at most 100 columns wide; scripts of tests may spell out their sentences."""
    if file.suffix not in CODE or file.suffix == ".mjs":
        return
    for number, line in enumerate(file.lines, 1):
        if len(line) > COLUMNS_MAX:
            yield file.at(number, f"{len(line)} columns, more than {COLUMNS_MAX}")


@rule
def header_opening(file: File) -> Iterator[Finding]:
    """A header opens with what it is for, in at most ten lines, and is read once."""
    if file.suffix != ".hpp":
        return
    comment = 0
    while comment < len(file.lines) and file.lines[comment].startswith("//"):
        comment += 1
    if comment == 0:
        yield file.at(1, "the header does not open with what it is for")
    if comment > HEADER_COMMENT_LINES_MAX:
        yield file.at(1, f"the header opens with {comment} lines of comment, more than "
                         f"{HEADER_COMMENT_LINES_MAX}")
    if "#pragma once" not in file.lines:
        yield file.at(1, "#pragma once is missing")


@rule
def known_module(file: File) -> Iterator[Finding]:
    """Every folder with code has a row in the module graph."""
    module = module_of(file)
    if module is not None and file.suffix in CPP and module not in module_graph():
        yield file.at(1, f"docs/architecture.md does not say what {module} may see")


@rule
def one_way_includes(file: File) -> Iterator[Finding]:
    """A module includes only what the module graph of docs/architecture.md lets it see."""
    module = module_of(file)
    if module is None or file.suffix not in CPP:
        return
    for number, line in enumerate(file.lines, 1):
        included = re.match(r'#include "([^"]+)"', line)
        if included and not sees(module, included[1]):
            yield file.at(number, f"{module} may not include {included[1]}")


@rule
def forbidden_headers(file: File) -> Iterator[Finding]:
    """Clocks, chance, threads and heavy libraries stay where they belong."""
    if file.suffix not in CPP:
        return
    for number, line in enumerate(file.lines, 1):
        included = re.match(r"#include <([^>]+)>", line)
        if not included:
            continue
        for pattern, allowed, reason in FORBIDDEN_HEADERS:
            if re.match(pattern, included[1]) and not allowed(file):
                yield file.at(number, f"<{included[1]}> {reason}")


@rule
def forbidden_words(file: File) -> Iterator[Finding]:
    """What would make two machines differ, or reads the world, is not called where it may not."""
    if file.suffix not in CPP:
        return
    for number, line in enumerate(file.bare.splitlines(), 1):
        for pattern, concerns, reason in FORBIDDEN_WORDS:
            found = re.search(pattern, line)
            if found and concerns(file):
                yield file.at(number, f"{found[0]} {reason}")


@rule
def bare_co_await(file: File) -> Iterator[Finding]:
    """The compiler frees a temporary aggregate twice in a full expression with co_await."""
    if file.suffix not in CPP:
        return
    # A brace after a space and at the end of a line opens a block; any other makes a value.
    brace_of_value = re.compile(r"\{(?!\n)|(?<! )\{")
    text = re.sub(r"[ \t]+\n", "\n", file.bare)
    for found in re.finditer(r"\bco_await\b", text):
        began = max(text.rfind(";", 0, found.start()), text.rfind(" {\n", 0, found.start()) + 1,
                    text.rfind("}\n", 0, found.start()))
        ends = [end for end in (text.find(";", found.end()), text.find(" {\n", found.end()))
                if end >= 0]
        statement = text[began + 1:min(ends, default=len(text))]
        if brace_of_value.search(statement):
            line = text.count("\n", 0, found.start()) + 1
            yield file.at(line, "a statement with co_await holds a brace: build the value before")


@rule
def top_folders(file: File) -> Iterator[Finding]:
    """Nothing lies beside the six folders at the top, but for hidden ones."""
    top, slash, _ = file.path.partition("/")
    if slash and top not in TOP_FOLDERS and not top.startswith("."):
        yield file.at(1, f"the folder {top} has no place at the top")


@rule
def nothing_put_off(file: File) -> Iterator[Finding]:
    """What is not done is an issue, not a comment."""
    if file.suffix not in CODE or file.is_below("tests/tidy"):
        return
    for number, line in enumerate(file.lines, 1):
        found = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line)
        if found:
            yield file.at(number, f"{found[0]}: do it, or file an issue")


@rule
def no_private_paths(file: File) -> Iterator[Finding]:
    """The project names no folder of one person's machine."""
    if file.is_below("tests/tidy"):
        return
    for number, line in enumerate(file.lines, 1):
        found = re.search(r"(?<![\w.])/(work|home|root|Users)/\w+", line)
        if found:
            yield file.at(number, f"{found[0]} exists on one machine only")


@rule
def texts_in_messages(file: File) -> Iterator[Finding]:
    """What people read on the page stands in the message files, in each language."""
    if file.suffix not in {".ts", ".tsx"} or not file.is_below("client/web/src"):
        return
    words = r"[A-Za-z]{2}"
    spoken = re.compile(rf"(?<![=-])>([^<>{{}}=;()]*{words}[^<>{{}}=;()]*)</"
                        r"|\b(?:placeholder|title|alt|label|aria-label)="
                        rf'"([^"]*{words}[^"]*)"')
    for found in spoken.finditer(file.text):
        said = (found[1] or found[2]).strip()
        yield file.at(file.line_of(found.start()), f"“{said}” belongs in the message files")


@rule
def no_copied_scripts(file: File) -> Iterator[Finding]:
    """Libraries come from npm, locked, and not as files of ours."""
    if file.suffix in SCRIPT and re.search(r"\.min\.m?js$", file.path):
        yield file.at(1, "a library belongs in package.json")
