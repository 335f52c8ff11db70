#!/usr/bin/python3
"""Opens the approved pages of digests in a browser, narrow and wide, light and dark, on paper.

    Tests/Browser/check.py [--output FOLDER] [PAGE or FOLDER…]

Without pages the golden ones of the tests are checked, the seeds' and the hostile ones among
them; `written.py` makes a folder of those that the built program writes. Installs Debian's
chromium where it is missing. Ends with 1 and what is wrong where something is.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

from browser import Browser

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = [HERE.parent / "DigestsTests" / "Golden", HERE.parent / "MarsadTests" / "Digests" / "Golden"]


def install():
    if shutil.which("chromium"):
        return
    setup = HERE.parent.parent / "Scripts" / "setup.sh"
    subprocess.run([setup, "chromium", "fonts-noto-core"], check=True)


def check(page, path, output):
    """What is wrong with a page, and its least contrasts: of texts, of shapes and lines."""
    script = (HERE / "checks.js").read_text()
    wrong, least = [], (21, 21)
    name = f"{path.parent.parent.name}-{path.parent.name}-{path.stem}"
    for width in (320, 768, 1280):
        for dark in (False, True):
            look = f"{width}{'-dark' if dark else ''}"
            said = page.open(path.as_uri(), width=width, dark=dark)
            result = page.run(script)
            least = lesser(least, result)
            wrong += [f"{name} {look}: {fault}" for fault in said + result["faults"]]
            if output:
                (output / f"{name}-{look}.png").write_bytes(page.picture())
    # As wide as A4 is between its margins, of which nothing may stick out.
    said = page.open(path.as_uri(), width=718, media="print")
    result = page.run(script)
    least = lesser(least, result)
    wrong += [f"{name} on paper: {fault}" for fault in said + result["faults"]]
    paper = page.pdf()
    if not paper.startswith(b"%PDF-") or b"/Type /Page" not in paper and b"/Type/Page" not in paper:
        wrong.append(f"{name}: cannot be printed")
    if output:
        (output / f"{name}.pdf").write_bytes(paper)
    return wrong, least


def lesser(least, result):
    return min(least[0], result["least"]), min(least[1], result["faintest"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--output", type=pathlib.Path, help="a folder for pictures and PDF")
    arguments.add_argument("pages", nargs="*", type=pathlib.Path)
    options = arguments.parse_args()
    pages = []
    for path in options.pages or GOLDEN:
        found = sorted(path.resolve().rglob("*.html")) if path.is_dir() else [path.resolve()]
        if not found:
            sys.exit(f"{path}: holds no pages")
        pages += found
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
    install()
    wrong, text, shape = [], 21, 21
    with Browser() as browser:
        page = browser.page()
        for path in pages:
            faults, (least, faintest) = check(page, path, options.output)
            wrong += faults
            text, shape = min(text, least), min(shape, faintest)
    for fault in wrong:
        print(fault)
    print(f"{len(pages)} pages at 3 widths, light and dark, and printed: {len(wrong)} faults; "
          f"least contrast of texts {text}, of shapes and lines {shape}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
