#!/usr/bin/python3
"""Gives digests to other people's readers of their forms: the approved ones, or those of a folder.

    Tests/Browser/forms.py [FOLDER]

HTML to tidy, Atom to xmllint with RFC 4287's grammar, Markdown to cmark, mail to Python's email,
JSON to its schema. Installs Debian's packages where they are missing; without one of them nothing
is checked and it ends with 2. Ends with 1 and what is wrong where something is.
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
PROGRAMS = {"tidy": "tidy", "xmllint": "libxml2-utils", "cmark": "cmark"}
MODULES = {"jsonschema": "python3-jsonschema"}
ATOM = "{http://www.w3.org/2005/Atom}"


def missing():
    """The packages without which something would go unchecked."""
    importlib.invalidate_caches()
    return [package for program, package in PROGRAMS.items() if not shutil.which(program)] + [
        package for module, package in MODULES.items() if not importlib.util.find_spec(module)]


def install():
    if packages := missing():
        subprocess.run([ROOT / "Scripts" / "setup.sh", *packages], check=False)
    if packages := missing():
        print(f"forms.py: {sys.executable} does not find what is of {', '.join(packages)}; "
              "Debian's /usr/bin/python3 does, once they are installed", file=sys.stderr)
        sys.exit(2)


def output(*command):
    """What a program prints and complains of; it must have come to an end of its own."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode < 0 or result.returncode > 125:
        sys.exit(f"forms.py: {command[0]} ended with {result.returncode}: {result.stderr[:300]}")
    return result


def check_html(path):
    result = output("tidy", "-quiet", "-errors", "-utf8", "--show-warnings", "yes",
                    "--drop-empty-elements", "no", str(path))
    complaints = [line for line in result.stderr.splitlines() if line.strip()]
    if result.returncode and not complaints:
        complaints = [f"tidy ended with {result.returncode}"]
    yield from complaints
    yield from check_addresses(path)


def check_addresses(path):
    """Every address within the page or to the web; in the list of all digests, to one of them."""
    own = r"[\w%.-]+/[\w%.-]+$" if path.name.startswith("index.") else r"(?!)"
    for address in re.findall(r'href="([^"]*)"', path.read_text()):
        if not re.match(rf"#|https?://|{own}", address):
            yield f"a link to {address!r}"


def check_atom(path):
    result = output("xmllint", "--noout", "--nonet", "--relaxng", str(HERE / "atom.rng"), str(path))
    if result.returncode:
        yield from result.stderr.splitlines() or [f"xmllint ended with {result.returncode}"]
        return
    feed = xml.etree.ElementTree.parse(path).getroot()
    ids = [element.text for element in feed.iter(ATOM + "id")]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    for name in ids:
        if not re.fullmatch(UUID, name):
            yield f"the id {name!r} is not universally unique, as RFC 4287 §4.2.6 wants"
    if feed.find(ATOM + "author") is None:
        yield "no author, which RFC 4287 §4.1.1 wants of one or the other"
    for content in feed.iter(ATOM + "content"):
        yield from Elements(content.text).faults()


UUID = r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


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
    result = output("cmark", "--unsafe", str(path))
    if result.returncode:
        yield f"cmark ended with {result.returncode}"
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
        if not other.exists() or text != other.read_text():
            yield f"its {kind} is not {other.name}"
    if set(message.keys()) & {"Bcc", "Cc", "Reply-To"}:
        yield f"headers that nobody wrote: {message.keys()}"
    if "\n" in message["Subject"] or not message["Message-ID"]:
        yield "broken headers"


def check_json(path):
    import jsonschema
    schema = json.loads((ROOT / "docs" / "digest.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.FormatChecker())
    yield from (f"{error.json_path}: {error.message[:200]}"
                for error in validator.iter_errors(json.loads(path.read_text())))


CHECKS = {".html": check_html, ".atom": check_atom, ".md": check_markdown, ".eml": check_mail,
          ".json": check_json}


def main():
    folders = [pathlib.Path(sys.argv[1])] if len(sys.argv) > 1 else GOLDEN
    install()
    faults, checked = [], dict.fromkeys(CHECKS, 0)
    for path in sorted(path for folder in folders for path in folder.rglob("*.*.*")):
        if check := CHECKS.get(path.suffix):
            checked[path.suffix] += 1
            faults += [f"{path.parent.name}/{path.name}: {fault}" for fault in check(path)]
    faults += [f"no {suffix} to be read" for suffix, count in checked.items() if not count]
    for fault in faults:
        print(fault)
    counts = ", ".join(f"{count} {suffix}" for suffix, count in checked.items())
    print(f"{counts} read by other programs: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
