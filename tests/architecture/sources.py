"""Reads the project's sources for the tests beside this file: which there are, and their code without the comments."""

import pathlib
import re
import subprocess

CODE_SUFFIXES = {".cpp", ".h"}
TEXT_SUFFIXES = CODE_SUFFIXES | {".py", ".sh", ".cmake", ".md", ".txt", ".json", ".ts", ".svg", ".xml", ".yaml", ".yml",
                                 ".in", ".qrc", ".desktop", ".js", ".mjs"}


class Source:
    """One file: where it is (relative to the root), its text, and its code with comments blanked out."""

    def __init__(self, root, name):
        self.name = name
        self.path = pathlib.Path(root, name)
        self.text = self.path.read_text(encoding="utf-8", errors="surrogateescape")
        self.is_code = self.path.suffix in CODE_SUFFIXES
        self._code = None

    @property
    def folder(self):
        return self.name.split("/", 1)[0] if "/" in self.name else ""

    @property
    def code(self):
        if self._code is None:
            self._code = without_comments(self.text) if self.is_code else self.text
        return self._code

    def lines_of_code(self):
        return enumerate(self.code.splitlines(), start=1)


_TOKEN = re.compile(
    r'(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)",
    re.DOTALL)


def without_comments(text):
    """The code with each comment replaced by spaces; line numbers and string literals stay as they are."""

    def blank(match):
        if match.group("comment") is None:
            return match.group(0)
        return re.sub(r"[^\n]", " ", match.group(0))

    return _TOKEN.sub(blank, text)


def read_sources(root):
    """Every text file of the project below root: what git tracks or would track, or, without git, what is there."""
    root = pathlib.Path(root)
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True, text=True)
    if listing.returncode == 0:
        names = [name for name in listing.stdout.split("\0") if name]
    else:
        names = [str(path.relative_to(root)) for path in root.rglob("*")
                 if path.is_file() and path.relative_to(root).parts[0] not in ("build", ".git")]
    wanted = []
    for name in sorted(set(names)):
        path = root / name
        in_scripts = name.startswith(("scripts/", ".ci/")) or name in ("run", "test", ".clang-tidy", ".clang-format")
        if path.is_file() and (path.suffix in TEXT_SUFFIXES or in_scripts):
            wanted.append(Source(root, name))
    return wanted
