"""Reads the hand-made tables of Scripts/data: tab-separated, `#` comments, the first other line names the columns."""
import csv
import pathlib
import re

from folding import folded

DATA = pathlib.Path(__file__).parent / "data"
PROCLITICS = ("", "ب", "و", "ل")
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
    """`not-after=a, b; within=5` as a mapping; a part without `=` becomes a key that is true."""
    result = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        key, equals, value = part.partition("=")
        result[key] = (int(value) if key == "within" else value if key == "as" else items(value)) if equals else True
    return result


def widened(term):
    """The term with `within` said, where a condition looks at the neighbourhood: farther for what must be there."""
    if isinstance(term, str) or "within" in term or not {"only-near", "unless-near"} & set(term):
        return term
    return {**term, "within": 23 if "only-near" in term else 11}


def unique(terms):
    """The terms without those that the matcher cannot tell from an earlier one."""
    seen, result = set(), []
    for term in terms:
        key = term if not re.match(r"^[+]?[A-Za-zÀ-ÿ]", term) else (folded(term), term.isupper() and len(term) < 6)
        if key not in seen:
            seen.add(key)
            result.append(term)
    return result


class Conditions:
    """The hand-made conditions; counts what was used, so that a row that fits nothing is noticed."""

    def __init__(self, table):
        self.rows = {(row.get("field", ""), row["code"], row["term"]): condition(row["condition"]) for row in rows(table)}
        self.used = set()

    def applied(self, field, code, terms):
        result = []
        for term in terms:
            key = (field, code, term)
            self.used.add(key)
            found = dict(self.rows.get(key, {}))
            if found.pop("drop", False):
                continue
            term = found.pop("as", term)
            forms = ["=" + clitic + term for clitic in PROCLITICS] if found.pop("exact", False) else [term]
            result += [widened({"term": form, **found}) if found else form for form in forms]
        return result

    def unused(self):
        return sorted(set(self.rows) - self.used)
