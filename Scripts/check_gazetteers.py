#!/usr/bin/env python3
"""Checks the gazetteers of config/lexicon: reads them as YAML, and complains of an id that two entries share, of an
attribute or condition that does not exist, of a term that no letter is left of, and of a term that two entries of one
kind have without a condition. Needs PyYAML (Debian: python3-yaml). Exits with 1 where there is something to mend.

Run: python3 Scripts/check_gazetteers.py
"""
import collections
import re
import sys

import yaml

from folding import folded
from tables import LEXICON

# The file → the kinds that it may hold.
FILES = {
    "countries.yaml": {"countries"},
    "places.yaml": {"places"}, "places-capitals.yaml": {"places"}, "places-known.yaml": {"places"},
    "dates.yaml": {"months", "weekdays", "relative"},
    "numbers.yaml": {"numbers", "comparators"}, "quantities.yaml": {"units", "counted", "drugs"},
}
KEYS = {
    "countries": {"code", "name", "terms", "demonyms", "capitals", "titles"},
    "places": {"id", "name", "of-kind", "country", "within", "population", "trigger", "terms"},
    "months": {"value", "calendar", "terms"}, "weekdays": {"value", "terms"}, "relative": {"value", "terms"},
    "numbers": {"value", "form", "terms"}, "comparators": {"value", "terms"},
    "units": {"id", "of-kind", "factor", "dual", "terms"}, "counted": {"id", "of-kind", "dual", "terms"},
    "drugs": {"id", "name", "terms"},
}
PLACE_KINDS = set("region province prefecture city commune arrondissement district venue crossing capital".split())
CONDITIONS = {"term", "only-near", "unless-near", "within", "after", "before", "not-after", "not-before"}
# Kinds whose entries are told apart by `value`, which several entries may share.
BY_VALUE = {"months", "weekdays", "relative", "numbers", "comparators"}


def matched(term):
    """What the matcher sees of a term: two terms with the same answer are found in the same words."""
    if term.startswith("=") or re.fullmatch(r"[A-Z]{2,5}", term):
        return term
    words = folded(term.lstrip("+")).split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def free_terms(kind, entry):
    """The terms of an entry that count without a condition."""
    lists = [key for key in ("terms", "demonyms", "capitals", "titles", "dual") if key in entry]
    return [] if entry.get("trigger") else [term for key in lists for term in entry[key] if isinstance(term, str)]


def complaints_of(kind, entry, name):
    for key in set(entry) - KEYS[kind]:
        yield f"{name}: ‘{key}’ is no attribute of {kind}"
    if kind == "places" and entry["of-kind"] not in PLACE_KINDS:
        yield f"{name}: ‘{entry['of-kind']}’ is no kind of place"
    for key in ("terms", "demonyms", "capitals", "titles", "dual"):
        for term in entry.get(key, []):
            conditions = term if isinstance(term, dict) else {"term": term}
            if set(conditions) - CONDITIONS or not isinstance(conditions.get("term"), str):
                yield f"{name}: ‘{term}’ is not a term"
            elif not folded(conditions["term"]):
                yield f"{name}: ‘{term}’ folds to nothing"


def main():
    found, entries = [], collections.defaultdict(list)
    for file, kinds in FILES.items():
        with open(LEXICON / file, encoding="utf-8") as stream:
            content = yaml.safe_load(stream)
        found += [f"{file}: ‘{kind}’ does not belong here" for kind in set(content) - kinds]
        for kind, listed in content.items():
            entries[kind] += listed
    for kind, listed in entries.items():
        bearers = collections.defaultdict(dict)
        names = [str(entry.get("id") or entry.get("code") or entry.get("value")) for entry in listed]
        if kind not in BY_VALUE:
            found += [f"{kind}: two entries ‘{name}’" for name, n in collections.Counter(names).items() if n > 1]
        for entry, name in zip(listed, names):
            found += complaints_of(kind, entry, f"{kind}: {name}")
            for term in free_terms(kind, entry):
                bearers[matched(term)][name + entry.get("calendar", "") + entry.get("form", "")] = term
        found += [f"{kind}: ‘{next(iter(who.values()))}’ stands in {', '.join(who)}"
                  for who in bearers.values() if len(who) > 1]
        print(f"{kind}: {len(listed)} entries, {sum(len(e.get('terms', [])) for e in listed)} terms")
    known = {entry["id"] for entry in entries["places"]}
    codes = {entry["code"] for entry in entries["countries"]}
    for place in entries["places"]:
        if place.get("within", next(iter(known))) not in known:
            found.append(f"places: {place['id']} lies within the unknown ‘{place['within']}’")
        if place.get("country", "MA") not in codes:
            found.append(f"places: {place['id']} lies in the unknown country ‘{place['country']}’")
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
