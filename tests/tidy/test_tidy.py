"""Each house rule sees a violation that is planted here, and lets pass what looks like one."""

import unittest

from files import File
from rules import RULES

# Rule, path and text that it must object to.
PLANTED = [
    ("file_length", "server/core/big.cpp", "int x = 0;\n" * 401),
    ("function_length", "shared/rules/long.cpp", "int f() {\n" + "    g();\n" * 70 + "}\n"),
    ("line_length", "shared/rules/wide.cpp", "// " + "x" * 98 + "\n"),
    ("header_opening", "shared/rules/a.hpp", "#pragma once\n"),
    ("header_opening", "shared/rules/a.hpp", "// What it is for.\n"),
    ("header_opening", "shared/rules/a.hpp", "// Many words.\n" * 11 + "#pragma once\n"),
    ("known_module", "shared/nonsense/a.cpp", "int x = 0;\n"),
    ("one_way_includes", "shared/base/a.cpp", '#include "rules/state.hpp"\n'),
    ("one_way_includes", "shared/rules/a.cpp", '#include "protocol/messages.hpp"\n'),
    ("one_way_includes", "shared/json/a.cpp", '#include "rules/deal.hpp"\n'),
    ("one_way_includes", "server/core/a.cpp", '#include "store/sqlite_store.hpp"\n'),
    ("one_way_includes", "server/core/a.cpp", '#include "net/listener.hpp"\n'),
    ("one_way_includes", "shared/rules/a.cpp", '#include "core/game.hpp"\n'),
    ("forbidden_headers", "server/core/a.cpp", "#include <boost/asio/post.hpp>\n"),
    ("forbidden_headers", "server/app/a.cpp", "#include <boost/beast/core.hpp>\n"),
    ("forbidden_headers", "shared/record/a.cpp", "#include <cereal/archives/json.hpp>\n"),
    ("forbidden_headers", "shared/rules/a.cpp", "#include <cereal/cereal.hpp>\n"),
    ("forbidden_headers", "shared/rules/a.cpp", "#include <boost/json.hpp>\n"),
    ("forbidden_headers", "shared/bots/a.cpp", "#include <random>\n"),
    ("forbidden_headers", "shared/bots/a.cpp", "#include <chrono>\n"),
    ("forbidden_headers", "shared/rules/a.cpp", "#include <unordered_map>\n"),
    ("forbidden_headers", "shared/rules/a.cpp", "#include <thread>\n"),
    ("forbidden_headers", "shared/rules/a.cpp", "#include <iostream>\n"),
    ("forbidden_headers", "server/core/a.cpp", "#include <SQLiteCpp/Database.h>\n"),
    ("forbidden_headers", "server/app/a.cpp", "#include <SFML/Graphics.hpp>\n"),
    ("forbidden_headers", "server/core/a.cpp", "#include <CLI/CLI.hpp>\n"),
    ("forbidden_words", "shared/rules/a.cpp", "double f(double x) { return std::pow(x, 2); }\n"),
    ("forbidden_words", "shared/rules/a.cpp", "double f(double x) { return exp(x); }\n"),
    ("forbidden_words", "shared/bots/a.cpp", "auto h = std::hash<int>{}(1);\n"),
    ("forbidden_words", "shared/bots/a.cpp", "std::unordered_set<int> seen;\n"),
    ("forbidden_words", "server/core/a.cpp", "auto now = steady_clock::now();\n"),
    ("forbidden_words", "shared/bots/a.cpp", "std::uniform_int_distribution<int> d;\n"),
    ("forbidden_words", "shared/rules/a.cpp", "std::cout << 1;\n"),
    ("forbidden_words", "server/app/a.cpp", 'std::locale("");\n'),
    ("forbidden_words", "server/app/a.cpp", "using namespace std;\n"),
    ("forbidden_words", "tests/core/a.cpp", "for (int x : xs | std::views::reverse) f(x);\n"),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<void> f() {\n    co_await send(Msg{a, b});\n}\n"),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<int> f() {\n    co_return length(Msg{a}) + co_await g();\n}\n"),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<void> f() {\n    if (co_await send({a}) > 0) {\n        g();\n    }\n}\n"),
    ("top_folders", "tools/a.py", "x = 1\n"),
    ("nothing_put_off", "server/core/a.cpp", "// TODO: later\n"),
    ("no_private_paths", "docs/guide.md", "Look in /home/anna/dealtafel.\n"),
    ("texts_in_messages", "client/web/src/a.tsx", "<p>Wait for the others</p>\n"),
    ("texts_in_messages", "client/web/src/a.tsx", '<input placeholder="Your name" />\n'),
    ("no_copied_scripts", "client/web/src/preact.min.js", "x\n"),
]

# Rule, path and text that only look like a violation.
FINE = [
    ("file_length", "server/core/a.cpp", "// why\n\n" * 500),
    ("function_length", "shared/rules/a.cpp",
     "namespace a {\n" + "int f() {\n    return 1;\n}\n" * 40 + "}\n"),
    ("function_length", "shared/rules/a.cpp", "struct A {\n" + "    int x;\n" * 80 + "};\n"),
    ("header_opening", "shared/rules/a.hpp", "// What it is for.\n#pragma once\n"),
    ("one_way_includes", "shared/rules/a.cpp",
     '#include "rules/state.hpp"\n#include "base/ids.hpp"\n#include "scenario/scenario.hpp"\n'),
    ("one_way_includes", "server/core/a.cpp", '#include "store/event_store.hpp"\n'),
    ("one_way_includes", "tests/unit/a.cpp", '#include "rules/state.hpp"\n'),
    ("forbidden_headers", "server/net/a.cpp", "#include <boost/beast/core.hpp>\n"),
    ("forbidden_headers", "server/app/a.cpp", "#include <thread>\n"),
    ("forbidden_words", "shared/rules/a.cpp", "// no std::pow( here\n"),
    ("forbidden_words", "shared/rules/a.cpp", 'auto text = "std::pow(";\n'),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<void> f() {\n    const Msg m{a, b};\n    co_await send(m);\n}\n"),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<void> f() {\n    while (co_await more()) {\n        Msg m{a};\n    }\n}\n"),
    ("bare_co_await", "server/net/a.cpp",
     "awaitable<void> f() {\n    for (;;) {\n        g();\n    }\n    co_await h();\n}\n"),
    ("top_folders", ".ci/run", "exec ./check --all\n"),
    ("top_folders", "README.md", "# Dealtafel\n"),
    ("texts_in_messages", "client/web/src/a.tsx", "<p>{text(\"wait.others\")}</p>\n"),
    ("texts_in_messages", "client/web/src/a.ts", "const f = (a: Map<string, A>) => a < b;\n"),
    ("texts_in_messages", "client/web/src/a.tsx", "<b>✓</b>\n"),
]


def findings(name: str, path: str, text: str) -> list[str]:
    return [finding.what for finding in RULES[name](File(path, text))]


class HouseRules(unittest.TestCase):
    def test_each_rule_sees_a_planted_violation(self):
        for name, path, text in PLANTED:
            with self.subTest(name, path=path, text=text[:80]):
                self.assertNotEqual(findings(name, path, text), [])

    def test_no_rule_objects_to_what_is_fine(self):
        for name, path, text in FINE:
            with self.subTest(name, path=path, text=text[:80]):
                self.assertEqual(findings(name, path, text), [])

    def test_no_rule_goes_untested(self):
        self.assertEqual({name for name, _, _ in PLANTED}, set(RULES))


if __name__ == "__main__":
    unittest.main()
