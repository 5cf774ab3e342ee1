#!/usr/bin/env python3
"""check_translations.py LUPDATE LRELEASE ROOT FOLDER...: whether every visible text of the sources is in every language.

Takes the texts from the sources into copies of translations/*.ts and fails, naming them, when a text is missing, is no
longer in the sources or is unfinished, when a translation's place markers (%1, %n, %L1) are not its source's, or when
lrelease has something to say. English holds the plural forms alone.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MARKER = re.compile(r"%L?\d+|%L?n")


def faults_of(message, name):
    """What is wrong with one message of the updated copy."""
    source = message.find("source").text or ""
    translation = message.find("translation")
    where = f"{name}: {source!r}"
    kind = translation.get("type")
    if kind in ("vanished", "obsolete"):
        return [f"{where} is no longer in the sources"]
    if kind == "unfinished":
        return [f"{where} has no finished translation"]
    numerus = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
    found = []
    for form in forms:
        if not form.strip() and source.strip():
            found.append(f"{where} is translated by nothing")
        elif sorted(MARKER.findall(form)) != sorted(MARKER.findall(source)):
            found.append(f"{where} has other place markers than {form!r}")
    return found


def main():
    lupdate, lrelease, root, *folders = sys.argv[1:]
    root = pathlib.Path(root)
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        for original in sorted((root / "translations").glob("*.ts")):
            copy = pathlib.Path(scratch, original.name)
            shutil.copy(original, copy)
            english = original.stem.endswith("_en")
            call = [lupdate, "-I", str(root), "-silent", "-locations", "none", "-no-ui-lines"]
            call += ["-pluralonly"] if english else []
            subprocess.run([*call, *(str(root / folder) for folder in folders), "-ts", str(copy)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            messages = list(ElementTree.parse(copy).getroot().iter("message"))
            if len(messages) < 10:
                sys.exit(f"{original.name} holds {len(messages)} texts, which can't be right.")
            for message in messages:
                faults += faults_of(message, original.name)
            release = subprocess.run([lrelease, "-silent", str(copy), "-qm", str(copy) + ".qm"], capture_output=True, text=True)
            if release.returncode or "warning" in release.stderr.lower():
                faults.append(f"{original.name}: lrelease says: {release.stderr.strip()}")
    if faults:
        sys.exit("\n".join(faults) + "\n\ncmake --build build/dev --target update-translations takes new texts into the files.")


if __name__ == "__main__":
    main()
