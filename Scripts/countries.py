#!/usr/bin/env python3
"""Makes config/lexicon/countries.yaml and config/lexicon/places-capitals.yaml.

Sources:
- names in Arabic, French and English: Unicode CLDR 41 (2022), common/main/{ar,fr,en}.xml, Unicode licence
  (Unicode-DFS-2016); on Debian the package unicode-cldr-core;
- press spellings, demonyms, capitals, state titles, conditions: Scripts/data/countries.tsv, state-titles.tsv and
  country-conditions.tsv, hand-made.

Which codes: the rows of countries.tsv, that is the states and inhabited territories of ISO 3166-1 and Kosovo (XK).
Left out: the uninhabited ones (AQ BV HM IO TF UM GS), and EH, which places-known.yaml holds as a region without a country.

Run: python3 Scripts/countries.py [folder of CLDR, default /usr/share/unicode/cldr/common]
"""
import re
import sys
import xml.etree.ElementTree as xml

from folding import slug
from lexicon_yaml import write
from tables import LEXICON, Conditions, condition, items, rows, unique

CLDR = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common"
LANGUAGES = ("ar", "fr", "en")
COMMENT = """
States and inhabited territories in Arabic, French and English: names, demonyms, capitals that stand for the
state, state titles. Made by Scripts/countries.py from Unicode CLDR 41 (Unicode licence) and the hand-made tables
Scripts/data/countries.tsv, country-conditions.tsv, state-titles.tsv; 2026-11. Edit the tables, then run the script.
"""
CAPITALS = """
The capitals of the world but Morocco's, as places. Made by Scripts/countries.py from the hand-made tables
Scripts/data/countries.tsv and country-conditions.tsv; 2026-11. Edit the tables, then run the script.
"""
# Where CLDR's first name is a description rather than what the press writes.
SHORT_NAMES = {"PS", "HK", "MO", "CD"}


def cldr_names():
    """code → language → the names of CLDR, the usual one first."""
    names = {}
    for language in LANGUAGES:
        for element in xml.parse(f"{CLDR}/main/{language}.xml").iter("territory"):
            cleaned = re.sub(r"[\u200b-\u200f]", "", element.text).replace("’", "'").strip()
            names.setdefault(element.get("type"), {}).setdefault(language, []).append(cleaned)
    return names


def as_terms(name):
    """The ways in which a name of CLDR is a term; none where it is an abbreviation with dots or a description."""
    name = re.sub(r"\s*\([^)]*\)", "", name).replace(" - ", " ").replace("&", "and").replace("St. ", "Saint ")
    name = re.sub(r"[\u064b-\u0652]", "", name)
    return [] if "." in name or "SAR " in name or "إدارية" in name else [name]


def display(code, names):
    name = names[1] if code in SHORT_NAMES and len(names) > 1 else names[0]
    return re.sub(r"\s*\([^)]*\)", "", name)


def country(row, names, titles, conditions):
    code = row["code"]
    terms = [term for language in LANGUAGES for name in names.get(language, []) for term in as_terms(name)]
    gathered = {
        "names": unique(terms + [t for language in LANGUAGES for t in items(row["names_" + language])]),
        "demonyms": unique([t for language in LANGUAGES for t in items(row["demonyms_" + language])]),
        "capitals": unique([t for language in LANGUAGES for t in items(row["capitals_" + language])]),
    }
    checked = {field: conditions.applied(field, code, terms) for field, terms in gathered.items()}
    entry = {"code": code, "name": {language: display(code, names[language]) for language in LANGUAGES},
             "terms": checked["names"], "demonyms": checked["demonyms"], "capitals": checked["capitals"],
             "titles": titles.get(code, [])}
    return {key: value for key, value in entry.items() if value}


def capitals(row, conditions):
    """The capitals as places: the first spelling of each language is the name; a second city has its own row in
    places-known.yaml, where the table lists two seats."""
    spellings = {language: items(row["capitals_" + language]) for language in LANGUAGES}
    if not spellings["ar"] or row["code"] == "MA":
        return None
    arabic, french = spellings["ar"][0], (spellings["fr"] or spellings["en"] or [""])[0]
    terms = unique([t for language in LANGUAGES for t in spellings[language] if t not in OTHER_SEATS])
    terms = conditions.applied("capitals", row["code"], terms)
    if not terms:
        return None
    english = (spellings["en"] or [""])[0]
    name = {"ar": arabic, "fr": french or display(row["code"], NAMES[row["code"]]["fr"]),
            "en": english or display(row["code"], NAMES[row["code"]]["en"]).replace("&", "and")}
    if name["en"] == name["fr"]:
        del name["en"]
    return {"id": slug(name["fr"]), "name": name, "of-kind": "capital", "country": row["code"], "terms": terms}


# Cities that stand for a state though they are not its capital, or no longer.
OTHER_SEATS = {"أبيدجان", "Abidjan", "كوتونو", "Cotonou", "بوجومبورا", "Bujumbura", "سوكري"}
NAMES = cldr_names()


def main():
    conditions, titles = Conditions("country-conditions.tsv"), {}
    for row in rows("state-titles.tsv"):
        found = condition(row["condition"])
        titles.setdefault(row["code"], []).append({"term": row["term"], **found} if found else row["term"])
    table = sorted(rows("countries.tsv"), key=lambda row: row["code"])
    entries = [country(row, NAMES[row["code"]], titles, conditions) for row in table]
    places = sorted(filter(None, (capitals(row, conditions) for row in table)), key=lambda place: place["id"])
    write(LEXICON / "countries.yaml", COMMENT, {"countries": entries})
    write(LEXICON / "places-capitals.yaml", CAPITALS, {"places": places})
    for key in conditions.unused():
        print("condition without a term:", *key)
    print(len(entries), "countries,", len(places), "capitals")


if __name__ == "__main__":
    main()
