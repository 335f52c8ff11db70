#!/usr/bin/env python3
"""Makes docs/marsad.1 from docs/marsad.1.in and what the program says of its own commands.

    Scripts/manual.py PROGRAM           writes docs/marsad.1
    Scripts/manual.py PROGRAM --check   says whether docs/marsad.1 is what would be written; exit 1 if not
"""

import json
import pathlib
import re
import subprocess
import sys
import textwrap

DOCS = pathlib.Path(__file__).parent.parent / "docs"
GENERAL = {"help", "version", "config", "state"}  # told once, for all commands
WHOLE_WORDS = {"break_long_words": False, "break_on_hyphens": False}


def escape(text):
    """Text as mdoc(7) takes it in the middle of a line."""
    return text.replace("\\", "\\e").replace("-", "\\-")


def line(text):
    """A line of its own: one that begins with a dot or a quote would be a request."""
    text = escape(text)
    return "\\&" + text if text[:1] in ".'" else text


def sentences(text):
    """A sentence begins a line, as mdoc(7) wants it; its end need not be guessed then."""
    words = " ".join(text.split())
    parts = re.split(r"(?<=[.:;?!]) (?=[A-Z‘$])", words)
    return [line(row) for part in parts for row in textwrap.wrap(part, width(part), **WHOLE_WORDS)]


def width(text):
    """mandoc(1) counts a letter outside ASCII as the eight of its escape."""
    return 66 if text.isascii() else 40


def flag(argument):
    name = argument["preferredName"]["name"]
    dash = "-" if argument["preferredName"]["kind"] == "long" else ""
    return f"Fl {dash}{name}"


def synopsis(argument):
    if argument["kind"] == "positional":
        words = f"Ar {argument['valueName']}"
    elif argument["kind"] == "option":
        words = f"{flag(argument)} Ar {argument['valueName']}"
    else:
        words = flag(argument)
    if argument["isRepeating"]:
        words += " ..."
    return f"Oo {words} Oc" if argument["isOptional"] else words


def shown(command):
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"]
        and argument.get("preferredName", {}).get("name") not in GENERAL
    ]


def option(argument):
    """An item of the list of a command's options."""
    head = "Ar " + argument["valueName"] if argument["kind"] == "positional" else flag(argument)
    if argument["kind"] == "option":
        head += f" Ar {argument['valueName']}"
    rows = [f".It {head}"] + sentences(argument.get("abstract", ""))
    if "defaultValue" in argument:
        rows.append(f"Default: {escape(argument['defaultValue'])}.")
    return rows


def discussion(text):
    """Paragraphs as they are; indented lines as they stand."""
    rows = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        block = re.sub(r"\n(?=Examples?:)", "\n", block)
        plain, literal = [], []
        for row in block.split("\n"):
            (literal if row.startswith("  ") else plain).append(row)
        told = sentences(" ".join(plain))
        if told:
            rows += [".Pp"] + told
        if literal:
            rows += [".Bd -literal -offset indent"] + [line(row.strip()) for row in literal] + [".Ed"]
    return rows


def entry(command, path):
    """A command, or its subcommands where it only gathers them."""
    name = path + [command["commandName"]]
    inner = [each for each in command.get("subcommands", []) if each["shouldDisplay"]]
    inner = [each for each in inner if each["commandName"] != "help"]
    if inner:
        return [row for each in inner for row in entry(each, name)]
    head = " ".join(["Cm " + " ".join(name)] + [synopsis(each) for each in shown(command)])
    rows = [f".It {head}"] + sentences(command.get("abstract", ""))
    rows += discussion(command.get("discussion", ""))
    options = shown(command)
    if options:
        rows += [".Bl -tag -width Ds"] + [row for each in options for row in option(each)] + [".El"]
    return rows


def manual(program):
    dump = subprocess.run(
        [program, "--experimental-dump-help"], check=True, capture_output=True, text=True)
    root = json.loads(dump.stdout)["command"]
    rows = [row for each in root["subcommands"] if each["shouldDisplay"] and each["commandName"] != "help"
            for row in entry(each, [])]
    return (DOCS / "marsad.1.in").read_text().replace("@COMMANDS@", "\n".join(rows))


def main():
    page = DOCS / "marsad.1"
    text = manual(sys.argv[1])
    if "--check" not in sys.argv:
        page.write_text(text)
    elif page.read_text() != text:
        sys.exit(f"docs/marsad.1 is out of step; run: Scripts/manual.py {sys.argv[1]}")


main()
