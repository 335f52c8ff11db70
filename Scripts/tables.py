"""Reads the hand-made tables of Scripts/data: tab-separated, `#` comments, the first other line names the columns."""
import csv
import pathlib

DATA = pathlib.Path(__file__).parent / "data"
LEXICON = pathlib.Path(__file__).parent.parent / "config" / "lexicon"


def rows(name):
    """The rows of a table as mappings of column to text."""
    with open(DATA / name, encoding="utf-8") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    return [{key: (value or "").strip() for key, value in row.items()}
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def items(text):
    """The parts of a cell: `a, b` gives two."""
    return [part.strip() for part in text.split(", ") if part.strip()]


def condition(text):
    """`not-after=a, b; within=6` as a mapping; a part without `=` becomes a key that is true."""
    result = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        key, equals, value = part.partition("=")
        result[key] = (int(value) if key == "within" else value if key == "as" else items(value)) if equals else True
    return result
