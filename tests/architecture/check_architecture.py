#!/usr/bin/env python3
"""check_architecture.py ROOT RULE: runs one rule of rules.py over the project's sources; status 1 if it is broken."""

import sys

import rules
from sources import read_sources


def main():
    root, name = sys.argv[1:3]
    sources = read_sources(root)
    if not any(source.is_code for source in sources):
        sys.exit(f"There is not one source below {root}: the check looked in the wrong place.")
    problems = list(rules.RULES[name](sources))
    for file, line, sentence in problems:
        print(f"{file}:{line}: {sentence}")
    if name == "forms":
        for file, _, sentence in rules.long_files(sources):
            print(f"note: {file} {sentence}; consider splitting it")
    if problems:
        sys.exit(f"{len(problems)} places break the rule '{name}': {rules.RULES[name].__doc__}")


if __name__ == "__main__":
    main()
