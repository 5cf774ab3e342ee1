"""The rules of docs/decisions/0203: what may include what, and what no source may hold. Each rule is a generator of
(file, line, sentence) over the sources; check_architecture.py runs them, test_rules.py plants violations against them."""

import re

# Each layer with the layers it may include. Tests may include everything of the client and of the sandbox.
LAYERS = {
    "storage": set(),
    "sync": {"storage"},
    "privacy": {"storage", "sync"},
    "models": {"storage", "privacy"},
    "ui": {"storage", "sync", "privacy", "models"},
    "app": {"storage", "sync", "privacy", "models", "ui"},
    "sandbox": set(),
}
CLIENT = set(LAYERS) - {"sandbox"}

_INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
# Made by the build, so not there to be found: moc's output, and CMake's configured headers.
_GENERATED = re.compile(r"\.moc$|^moc_|(^|/)ui_[a-z_]+\.h$|^generated/|_config\.h$")

LONG_FILE = 500
TOO_LONG_FILE = 1000


def includes(source):
    """(line, name, quoted) for each include of a source."""
    for match in _INCLUDE.finditer(source.code):
        line = source.code.count("\n", 0, match.start()) + 1
        yield line, match.group(1) or match.group(2), match.group(1) is not None


def layers(sources):
    """A layer includes itself and the layers below it; the sandbox and the client share nothing."""
    for source in sources:
        if not source.is_code or source.folder not in LAYERS:
            continue
        allowed = LAYERS[source.folder] | {source.folder}
        for line, name, _ in includes(source):
            target = name.split("/", 1)[0]
            if "/" in name and target in (set(LAYERS) | {"tests"}) and target not in allowed:
                yield source.name, line, f"{source.folder}/ may not include {name}"


def include_paths(sources):
    """Our own headers are named from the repository's root, in quotes, and exist."""
    names = {source.name for source in sources}
    for source in sources:
        if not source.is_code:
            continue
        for line, name, quoted in includes(source):
            if quoted and name not in names and not _GENERATED.search(name):
                yield source.name, line, f'"{name}" is no header of ours, counted from the repository\'s root'
            if not quoted and name in names:
                yield source.name, line, f"<{name}> is ours: include it with quotes"


def cycles(sources):
    """No header includes itself by way of others."""
    graph = {source.name: sorted({name for _, name, _ in includes(source)}) for source in sources if source.is_code}
    state = {}
    reported = set()
    for start in sorted(graph):
        if start in state:
            continue
        trail = [(start, iter(graph[start]))]
        state[start] = "open"
        while trail:
            name, following = trail[-1]
            target = next((t for t in following if t in graph), None)
            if target is None:
                state[name] = "done"
                trail.pop()
            elif state.get(target) == "open":
                path = [step for step, _ in trail]
                ring = path[path.index(target):] + [target]
                if frozenset(ring) not in reported:
                    reported.add(frozenset(ring))
                    yield name, 1, "these include each other: " + " -> ".join(ring)
            elif target not in state:
                state[target] = "open"
                trail.append((target, iter(graph[target])))


def forms(sources):
    """Every source names its licence; every header guards itself with #pragma once and opens no namespace for others."""
    for source in sources:
        if not source.is_code:
            continue
        if not source.text.startswith("// SPDX-License-Identifier: GPL-3.0-or-later\n"):
            yield source.name, 1, "does not begin with its SPDX-License-Identifier"
        if source.name.endswith(".h"):
            if not re.search(r"^#pragma once$", source.code, re.MULTILINE):
                yield source.name, 1, "has no #pragma once"
            for line, text in source.lines_of_code():
                if re.match(r"\s*using\s+namespace\b", text):
                    yield source.name, line, "a header must not say using namespace"
        length = source.text.count("\n")
        if length > TOO_LONG_FILE:
            yield source.name, 1, f"has {length} lines; split it ({TOO_LONG_FILE} at the very most)"


def long_files(sources):
    """Not a fault, but worth a look: sources of more than 500 lines."""
    for source in sources:
        length = source.text.count("\n")
        if source.is_code and length > LONG_FILE:
            yield source.name, 1, f"has {length} lines"


# Reordering and isolating characters make code read otherwise than it compiles. Sources write them as escapes.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")


def characters(sources):
    """No bidirectional control and no invisible character stands in a file as itself."""
    for source in sources:
        for line, text in enumerate(source.text.splitlines(), start=1):
            found = _BIDI.search(text) or (_INVISIBLE.search(text) if source.is_code else None)
            if found:
                yield source.name, line, f"holds the control character U+{ord(found.group(0)):04X}; write it as an escape"


_UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")


def unfinished(sources):
    """Work left over is an issue, not a comment."""
    for source in sources:
        if source.path.suffix in (".ts", ".json"):
            continue  # translations and data: a Spanish heading may well be that very word
        for line, text in enumerate(source.text.splitlines(), start=1):
            found = _UNFINISHED.search(text)
            if found:
                yield source.name, line, f"says {found.group(1)}"


_COLOUR = re.compile(
    r'"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{1}|[0-9a-fA-F]{3}|[0-9a-fA-F]{5})?"'
    r"|\bQColor(?:\s+\w+)?\s*[({]\s*(?:0x|\d|QLatin1String|QStringLiteral|u?\")"
    r"|\bqRgba?\s*\(\s*(?:0x|\d)"
    r"|\bQt::(?:black|white|red|green|blue|cyan|magenta|yellow|gray|(?:dark|light)[A-Z]\w+)\b")
_NOT_COLOURS = re.compile(r"Qt::(?:light|dark)(?:ModeOnly|Mode)\b")


def looks(sources):
    """Colours live in ui/theme, and nothing is styled by style sheets."""
    for source in sources:
        if not source.is_code or source.folder not in CLIENT:
            continue
        in_theme = source.name.startswith("ui/theme")
        for line, text in source.lines_of_code():
            if "setStyleSheet" in text:
                yield source.name, line, "uses a style sheet; extend the theme's style instead"
            if not in_theme and _COLOUR.search(_NOT_COLOURS.sub("", text)):
                yield source.name, line, "names a colour; take it from the theme's tokens"


# (pattern, the folders or files where it is allowed, why it is not elsewhere). Looked for in the client's code.
_GATES = [
    (r"\bQDesktopServices\b", r"(^|/)link_gate\.(cpp|h)$", "links are opened in one place, which asks first (link_gate)"),
    (r"\bignoreSslErrors\b", None, "a TLS failure is final"),
    (r"\bsetPeerVerifyMode\b|\bAutoVerifyPeer\b|\bVerifyNone\b|\bQueryPeer\b", None, "peers are always verified"),
    (r"\bsetInsecureFallback\s*\(\s*true", None, "a key never goes into a plain file"),
    (r"\bQProcess\b", None, "the client starts no programs"),
    (r"\bQLibrary\b|\bdlopen\s*\(", None, "the client loads no libraries by name"),
    (r"(?<![\w:.>])(?:std::)?system\s*\(|\bpopen\s*\(", None, "the client starts no shell"),
    (r"(?<![\w:.>])(?:std::)?s?rand\s*\(|\bqrand\s*\(", None, "use QRandomGenerator, or libsodium for secrets"),
    (r"\bsetMarkdown\s*\(|\bsetHtml\s*\(|\bQt::RichText\b|\bQt::AutoText\b", r"^ui/rich_text(/|\.)",
     "text that others wrote is plain; rich text goes through ui/rich_text"),
    (r"\bQThread::terminate\b|->terminate\s*\(\s*\)", None, "a thread is asked to end, never torn down"),
    (r"\bprocessEvents\s*\(", None, "nested event loops let anything happen in the middle of anything"),
]
_COMPILED_GATES = [(re.compile(what), allowed and re.compile(allowed), why) for what, allowed, why in _GATES]


def gates(sources):
    """Dangerous calls stand behind one gate each, or nowhere."""
    for source in sources:
        if not source.is_code or source.folder not in CLIENT:
            continue
        for line, text in source.lines_of_code():
            for pattern, allowed, why in _COMPILED_GATES:
                found = pattern.search(text)
                if found and not (allowed and allowed.search(source.name)):
                    yield source.name, line, f"{found.group(0).strip()}: {why}"


RULES = {rule.__name__: rule
         for rule in (layers, include_paths, cycles, forms, characters, unfinished, looks, gates)}
