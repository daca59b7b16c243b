"""Who may see whom: the table of docs/architecture.md, and what stays out of which module."""

import re
from functools import cache

from files import PROJECT, File


@cache
def module_graph() -> dict[str, set[str]]:
    """The table "Who sees whom" of docs/architecture.md: a module, and what it may include."""
    text = (PROJECT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `((?:shared|server|client)/[\w-]+)` \|([^|]*)\|", text, re.MULTILINE)
    return {module: set(re.findall(r"`([^`]+)`", seen)) for module, seen in rows}


def module_of(file: File) -> str | None:
    """The module of a file; none for tests, which see everything, and for the page."""
    if file.is_below("client/web") or not file.is_below("shared", "server", "client"):
        return None
    return file.folder


def side_of(module: str) -> str:
    return module.split("/")[0]


def sees(module: str, included: str) -> bool:
    """Whether a file of a module may include a project header, as `rules/state.hpp`."""
    if included.split("/")[0] == module.split("/")[1]:
        return True
    for seen in module_graph().get(module, set()):
        # Two sides may have a folder of the same name: it means the one of the own side first.
        name = seen.removeprefix("shared/").removeprefix("server/").removeprefix("client/")
        if included == name or included.startswith(name + "/"):
            return True
    return False


def nowhere(_: File) -> bool:
    return False


def only_below(*folders: str):
    return lambda file: file.is_below(*folders)


def not_below(*folders: str):
    return lambda file: not file.is_below(*folders)


# Headers: a pattern, where they are allowed, and why not elsewhere.
FORBIDDEN_HEADERS = [
    (r"cereal/archives/json\.hpp$", nowhere, "writes numbers that it cannot read"),
    (r"boost/beast", only_below("server/net", "client/net", "tests"),
     "takes long to compile: only the net folders include it"),
    (r"boost/asio", not_below("shared", "server/core", "server/store", "client/core"),
     "does input and output: this folder holds values only"),
    (r"cereal/", only_below("shared/record", "tests"), "has one job, in shared/record"),
    (r"boost/json", not_below("shared/base", "shared/scenario", "shared/rules", "shared/analysis",
                              "shared/bots"),
     "is a format of others: the rules know none"),
    (r"(SQLiteCpp/|sqlite3\.h$)", only_below("server/store", "tests"), "belongs to the store"),
    (r"(SFML/|imgui)", only_below("client/desktop", "tests"), "belongs to the board"),
    (r"CLI/", only_below("server/commands", "client/desktop", "tests"),
     "belongs to the command line"),
    (r"(chrono|ctime|time\.h|sys/time\.h)$",
     not_below("shared", "server/core", "server/store", "client/core"),
     "is a clock: time is an input here"),
    (r"random$", not_below("shared", "server/core"), "draws differently on every library"),
    (r"unordered_(map|set)$", not_below("shared"), "has no order that lasts"),
    (r"(thread|mutex|atomic|future|condition_variable|stop_token)$",
     not_below("shared", "server/core", "client/core"), "shares state: values need no locks"),
    (r"(iostream|fstream|filesystem|cstdio|stdio\.h)$",
     not_below("shared", "server/core", "client/core"), "does input and output"),
    (r"locale$", not_below("shared"), "makes texts depend on the machine"),
]

# Calls: a pattern, which files it concerns, and why not.
FORBIDDEN_WORDS = [
    (r"\bstd::(pow|exp|exp2|log|log2|log10|sqrt|cbrt|sin|cos|tan|tanh|fma|hypot)\b",
     only_below("shared/rules", "shared/scenario"), "may differ by a bit: + - * / only"),
    (r"(?<![\w.:>])(pow|exp|sqrt|fma)\(",
     only_below("shared/rules", "shared/scenario"), "may differ by a bit: + - * / only"),
    (r"\bstd::hash\b", only_below("shared"), "differs between libraries"),
    (r"\bstd::unordered_\w+", only_below("shared"), "has no order that lasts"),
    (r"\b(system_clock|steady_clock|high_resolution_clock)\b",
     only_below("shared", "server/core", "server/store", "client/core"),
     "is a clock: time is an input here"),
    (r"\bstd::(rand|srand|random_device|mt19937\w*|\w+_distribution)\b", only_below("shared"),
     "draws differently on every library"),
    (r"\bstd::(cout|cerr|cin)\b", only_below("shared", "server/core", "client/core"),
     "does input and output"),
    (r"\bstd::(ranges::)?views?::",
     only_below("shared", "server", "client", "tests"),
     "does not compile with clang 14 and the library of g++ 12"),
    (r"\bstd::locale\(\"", only_below("shared", "server", "client"),
     "ends the program where that locale is missing"),
    (r"\busing namespace std\b", only_below("shared", "server", "client", "tests"),
     "hides where a name comes from"),
]
