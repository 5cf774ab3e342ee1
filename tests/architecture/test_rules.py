#!/usr/bin/env python3
"""Plants each kind of violation in a small tree and asks that the rule finds it, and finds nothing in a clean tree."""

import pathlib
import sys
import tempfile
import unittest

import rules
from sources import read_sources, without_comments

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
CLEAN = {
    "storage/vault.h": SPDX + "#pragma once\n#include <QString>\n",
    "storage/vault.cpp": SPDX + '#include "storage/vault.h"\n// system( and QProcess in a comment are only words\n',
    "sync/engine.h": SPDX + '#pragma once\n#include "storage/vault.h"\n',
    "ui/link_gate.cpp": SPDX + "void open() { QDesktopServices::openUrl(url); }\n",
    "ui/theme/tokens.cpp": SPDX + 'const QColor accent { QStringLiteral("#0a84ff") };\n',
    "ui/rich_text/view.cpp": SPDX + "void show() { document.setHtml(text); }\n",
    "sandbox/server.cpp": SPDX + "#include <QHttpServer>\n",
    "tests/sync/engine_test.cpp": SPDX + '#include "sync/engine.h"\n#include "engine_test.moc"\n',
}
# rule, file, what is planted in it, a word of the sentence that must come out
PLANTED = [
    ("layers", "storage/query.cpp", '#include "sync/engine.h"\n', "may not include"),
    ("layers", "models/jobs.cpp", '#include "sync/engine.h"\n', "may not include"),
    ("layers", "sandbox/feed.cpp", '#include "storage/vault.h"\n', "may not include"),
    ("layers", "app/main.cpp", '#include "sandbox/server.h"\n', "may not include"),
    ("layers", "ui/page.cpp", '#include <app/main.h>\n', "may not include"),
    ("layers", "ui/other.cpp", '#include "tests/support/fake.h"\n', "may not include"),
    ("include_paths", "sync/pull.cpp", '#include "engine.h"\n', "repository's root"),
    ("include_paths", "sync/push.cpp", "#include <storage/vault.h>\n", "with quotes"),
    ("cycles", "storage/a.h", '#pragma once\n#include "storage/a.h"\n', "include each other"),
    ("forms", "storage/bare.h", "struct Bare { };\n", "#pragma once"),
    ("forms", "storage/open.h", "#pragma once\nusing namespace std;\n", "using namespace"),
    ("forms", "storage/huge.cpp", "int x;\n" * 1001, "split it"),
    ("characters", "storage/bidi.cpp", 'auto s = "\u202eabc";\n', "U+202E"),
    ("characters", "docs/bidi.md", "a \u2066b\n", "U+2066"),
    ("characters", "storage/invisible.cpp", "int a\u200bb;\n", "U+200B"),
    ("unfinished", "storage/left.cpp", "// TO" + "DO later\n", "says"),
    ("unfinished", "docs/left.md", "FIX" + "ME\n", "says"),
    ("looks", "ui/button.cpp", 'b->setStyleSheet(QStringLiteral("x"));\n', "style sheet"),
    ("looks", "ui/colour.cpp", 'QColor c(QStringLiteral("#ff0000"));\n', "names a colour"),
    ("looks", "ui/rgb.cpp", "QColor c(255, 0, 0);\n", "names a colour"),
    ("looks", "ui/named.cpp", "painter.setPen(Qt::darkGray);\n", "names a colour"),
    ("gates", "ui/link.cpp", "QDesktopServices::openUrl(url);\n", "link_gate"),
    ("gates", "sync/tls.cpp", "reply->ignoreSslErrors();\n", "final"),
    ("gates", "sync/verify.cpp", "c.setPeerVerifyMode(QSslSocket::VerifyNone);\n", "verified"),
    ("gates", "storage/keys.cpp", "job.setInsecureFallback(true);\n", "plain file"),
    ("gates", "app/start.cpp", "QProcess p;\n", "no programs"),
    ("gates", "app/shell.cpp", 'system("x");\n', "no shell"),
    ("gates", "sync/jitter.cpp", "int x = rand();\n", "QRandomGenerator"),
    ("gates", "ui/page.cpp", "label->setTextFormat(Qt::RichText);\n", "plain"),
]


class Rules(unittest.TestCase):
    def problems(self, files, rule):
        with tempfile.TemporaryDirectory() as root:
            for name, text in files.items():
                path = pathlib.Path(root, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return list(rules.RULES[rule](read_sources(root)))

    def test_nothing_is_found_in_a_clean_tree(self):
        for rule in rules.RULES:
            with self.subTest(rule=rule):
                self.assertEqual(self.problems(CLEAN, rule), [])

    def test_each_planted_violation_is_found(self):
        for rule, name, text, word in PLANTED:
            with self.subTest(rule=rule, file=name):
                problems = self.problems({**CLEAN, name: SPDX + text}, rule)
                self.assertEqual([file for file, _, _ in problems], [name])
                self.assertIn(word, problems[0][2])

    def test_every_rule_has_a_planted_violation(self):
        self.assertEqual({rule for rule, *_ in PLANTED}, set(rules.RULES))

    def test_a_missing_licence_is_found(self):
        problems = self.problems({**CLEAN, "storage/free.cpp": "int x;\n"}, "forms")
        self.assertEqual([file for file, _, _ in problems], ["storage/free.cpp"])

    def test_a_cycle_through_three_headers_is_found_once(self):
        ring = {f"storage/{a}.h": SPDX + f'#pragma once\n#include "storage/{b}.h"\n' for a, b in ("xy", "yz", "zx")}
        self.assertEqual(len(self.problems({**CLEAN, **ring}, "cycles")), 1)

    def test_comment_marks_inside_literals_are_not_comments(self):
        code = 'auto a = "https://x"; auto b = R"(/* kept */)"; char c = \'"\'; // gone\nint d = 1\'000; /* gone */ int e;'
        left = without_comments(code)
        self.assertIn("https://x", left)
        self.assertIn("/* kept */", left)
        self.assertNotIn("gone", left)
        self.assertIn("int e;", left)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
