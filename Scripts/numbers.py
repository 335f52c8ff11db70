#!/usr/bin/env python3
"""Makes config/lexicon/numbers.yaml: number words of Arabic, French and English, and the words that bound a number.

Source: hand-made, by the rules of the three languages; 2026-11. Arabic 21 to 99 and everything above are not listed but
for round numbers: they are built of these with و (خمسة وعشرون), as French and English are above 99.

Run: python3 Scripts/numbers.py
"""
from lexicon_yaml import Shared, write
from tables import LEXICON

COMMENT = """
Number words in Arabic (both genders, both cases, the spellings of the press), French and English, and the words that
bound a number. Made by Scripts/numbers.py; hand-made by the rules of the languages, 2026-11. Edit the script, then run
it. A vague number has no value (null), or the value that it is near (une vingtaine). Ordinals stand without ال. Words that are vague or a multiplier, by what stands
before them, are listed under both with a condition; the words for small numbers are listed once, under the anchor
small-number, and meant again by its alias.
"""
# Feminine-looking form (for masculine things), then the other.
ARABIC_UNITS = {
    0: ["صفر"], 1: ["واحد", "واحدة"], 2: ["اثنان", "اثنين", "اثنتان", "اثنتين", "إثنان", "إثنين", "=جوج"],
    3: ["ثلاثة", "ثلاث"], 4: ["أربعة", "أربع"], 5: ["خمسة", "خمس"], 6: ["ستة", "ست"], 7: ["سبعة", "سبع"],
    8: ["ثمانية", "ثماني", "ثمان"], 9: ["تسعة", "تسع"], 10: ["عشرة", "عشر"],
    11: ["أحد عشر", "إحدى عشرة", "احد عشر", "=حداش"],     12: ["اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة", "إثنا عشر", "إثني عشر", "=طناش"],
    13: ["ثلاثة عشر", "ثلاث عشرة"], 14: ["أربعة عشر", "أربع عشرة"], 15: ["خمسة عشر", "خمس عشرة"],
    16: ["ستة عشر", "ست عشرة"], 17: ["سبعة عشر", "سبع عشرة"], 18: ["ثمانية عشر", "ثماني عشرة", "ثمان عشرة"],
    19: ["تسعة عشر", "تسع عشرة"],
    20: ["عشرون", "عشرين"], 30: ["ثلاثون", "ثلاثين"], 40: ["أربعون", "أربعين"], 50: ["خمسون", "خمسين"],
    60: ["ستون", "ستين"], 70: ["سبعون", "سبعين"], 80: ["ثمانون", "ثمانين"], 90: ["تسعون", "تسعين"],
    100: ["مائة", "مئة", "=مية", "=ميه"], 200: ["مائتان", "مائتين", "مئتان", "مئتين", "=ميتين", "مائتا", "مائتي", "مئتا", "مئتي"],
    2000: ["ألفان", "ألفين", "ألفا", "ألفي"], 2_000_000: ["مليونان", "مليونين", "مليونا", "مليوني"],
    2_000_000_000: ["ملياران", "مليارين"],
}
HUNDREDS = {300: "ثلاث", 400: "أربع", 500: "خمس", 600: "ست", 700: "سبع", 800: "ثمان", 900: "تسع"}
ARABIC_ORDINALS = {
    1: ["أول", "أولى", "حادي", "حادية"], 2: ["ثاني", "ثانية", "ثان"], 3: ["ثالث", "ثالثة"], 4: ["رابع", "رابعة"],
    5: ["خامس", "خامسة"], 6: ["سادس", "سادسة"], 7: ["سابع", "سابعة"], 8: ["ثامن", "ثامنة"], 9: ["تاسع", "تاسعة"],
    10: ["عاشر", "عاشرة"],
}
FRENCH = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
          "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]
FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
FRENCH_ORDINALS = {
    1: ["premier", "première"], 2: ["deuxième", "second", "seconde"], 3: ["troisième"], 4: ["quatrième"],
    5: ["cinquième"], 6: ["sixième"], 7: ["septième"], 8: ["huitième"], 9: ["neuvième"], 10: ["dixième"],
    11: ["onzième"], 12: ["douzième"], 13: ["treizième"], 14: ["quatorzième"], 15: ["quinzième"], 16: ["seizième"],
    17: ["dix-septième"], 18: ["dix-huitième"], 19: ["dix-neuvième"], 20: ["vingtième"], 30: ["trentième"],
    40: ["quarantième"], 50: ["cinquantième"], 60: ["soixantième"], 70: ["soixante-dixième"],
    80: ["quatre-vingtième"], 90: ["quatre-vingt-dixième"], 100: ["centième"],
}
ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
ENGLISH_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
                90: "ninety"}
ENGLISH_ORDINALS = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
# New rather than nine: what is new stands before neuf.
NEW = ["véhicule", "voiture", "moto", "état", "flambant", "à", "appareil", "logement", "quoi de", "téléphone", "tout"]

SMALL = Shared("small-number", [str(n) for n in range(2, 11)] + [form for n in range(3, 11) for form in ARABIC_UNITS[n]])
MANY = ["des", "de", "plusieurs", "quelques", "les", "en"]

# Words for many; None where they say no number, else the number that they are near.
VAGUE = [
    (None, ["عشرات", "مئات", "مآت", "عشرات الآلاف", "مئات الآلاف", {"term": "آلاف", "not-after": SMALL},
            {"term": "ملايين", "not-after": SMALL}, "بضعة", "بضع", "عدة", "dizaines", "douzaines", "centaines", "milliers",
            {"term": "millions", "after": MANY}, "quelques", "plusieurs", "dozens", "hundreds", "thousands",
            "millions of", "several", "scores of"]),
    (10, ["dizaine"]), (12, ["douzaine", "a dozen"]), (15, ["quinzaine"]), (20, ["vingtaine"]), (30, ["trentaine"]),
    (40, ["une quarantaine de", "une quarantaine d'"]), (50, ["cinquantaine"]), (60, ["soixantaine"]),
    (100, ["une centaine"]), (1000, ["un millier"]),
]
PLURALS = {"dizaine", "dizaines", "douzaine", "douzaines"}
MULTIPLIERS = {
    100: ["cent", "hundred"],
    1000: ["ألف", {"term": "آلاف", "after": SMALL}, "mille", "thousand"],
    1_000_000: ["مليون", {"term": "ملايين", "after": SMALL}, "million"],
    1_000_000_000: ["مليار", "ملايير", "مليارات", "بليون", "milliard", "billion"],
}
COMPARATORS = {
    "at-least": ["أكثر من", "أزيد من", "ما يزيد عن", "ما يزيد على", "يزيد عن", "يزيد على", "تزيد عن", "ما لا يقل عن",
                 "لا يقل عن", "لا تقل عن", "على الأقل", "ما يفوق", "يفوق", "تفوق", "فاق", "فاقت", "يتجاوز", "تتجاوز",
                 "تجاوز", "تجاوزت", "يتعدى", "تتعدى", "ينيف عن", "ونيف", "=كثر من", "plus de",
                 "plus d'", "au moins", "pas moins de", "au minimum", "dépassant", "dépasse", "minimum de", "more than",
                 "at least", "over", "no fewer than", "no less than", "exceeding", "upwards of"],
    "at-most": ["أقل من", "ما لا يزيد عن", "لا يزيد عن", "لا تزيد عن", "لا يتجاوز", "لا تتجاوز", "لا يتعدى",
                "لا تتعدى", "لم يتجاوز", "كحد أقصى", "على أكثر تقدير", "على الأكثر", "=قل من", "moins de", "moins d'",
                "au plus", "au maximum", "jusqu'à", "pas plus de", "ne dépassant pas", "less than", "fewer than",
                "at most", "up to", "no more than"],
    "about": ["نحو", "حوالي", "زهاء", "قرابة", "ما يقارب", "يقارب", "تقارب", "ما يقرب من", "تقريبا", "ما يناهز", "يناهز",
              "تناهز", "ناهز", "في حدود", "=environ", "=Environ", "près de", "=quelque", "=Quelque", "à peu près",
              "autour de", "aux alentours de", "avoisinant", "avoisine", "approximativement", "about", "around",
              "approximately", "nearly", "almost", "roughly", "some"],
}


def arabic_cardinals():
    forms = dict(ARABIC_UNITS)
    for value, unit in HUNDREDS.items():
        stems = [unit, "ثماني"] if unit == "ثمان" else [unit]
        forms[value] = [stem + joint + hundred for stem in stems for joint in ("", " ") for hundred in ("مائة", "مئة")]
    return forms


def french_cardinals():
    names = dict(enumerate(FRENCH))
    for tens, name in FRENCH_TENS.items():
        for rest in range(20 if tens in (60, 80) else 10):
            linked = rest in (1, 11) and tens != 80
            names[tens + rest] = name if rest == 0 else name + (" et " if linked else "-") + FRENCH[rest]
    forms = {value: [name] for value, name in names.items()}
    for value in [1] + [tens + 1 for tens in FRENCH_TENS]:
        forms[value].append(forms[value][0] + "e")
    forms[9] = [{"term": "neuf", "not-after": NEW}]
    for value, name in {70: "septante", 90: "nonante"}.items():
        forms[value].append(name)
    return forms


def english_cardinals():
    names = dict(enumerate(ENGLISH))
    for tens, name in ENGLISH_TENS.items():
        for rest in range(10):
            names[tens + rest] = name + ("-" + ENGLISH[rest] if rest else "")
    return {value: [name] for value, name in names.items()}


def english_ordinals():
    ordinals = {}
    for value, name in {**dict(enumerate(ENGLISH)), **ENGLISH_TENS}.items():
        if value:
            ordinals[value] = [ENGLISH_ORDINALS.get(value) or name.removesuffix("y") + ("ieth" if name[-1] == "y" else "th")]
    return {**ordinals, 100: ["hundredth"]}


def arabic_ordinals():
    ordinals = {value: list(forms) for value, forms in ARABIC_ORDINALS.items()}
    for value in range(1, 10):
        masculine, feminine = ("حادي", "حادية") if value == 1 else ARABIC_ORDINALS[value][:2]
        ordinals[10 + value] = [masculine + " عشر", feminine + " عشرة", feminine + " عشر"]
    return ordinals


def merged(*languages):
    """value → the terms of every language, without those that another language has too (six, million)."""
    values = sorted({value for language in languages for value in language})
    for value in values:
        terms = []
        for language in languages:
            terms += [term for term in language.get(value, []) if term not in terms]
        yield value, terms


def exact_plural(term):
    """`dizaines` is no number and `dizaine` is ten, so neither may match the other."""
    return "=" + term if isinstance(term, str) and term in PLURALS else term


def numbers():
    yield "Cardinals"
    for value, terms in merged(arabic_cardinals(), french_cardinals(), english_cardinals()):
        yield {"value": value, "form": "cardinal", "terms": terms}
    yield "Multipliers"
    for value, terms in MULTIPLIERS.items():
        yield {"value": value, "form": "multiplier", "terms": terms}
    yield "Ordinals"
    for value, terms in merged(arabic_ordinals(), FRENCH_ORDINALS, english_ordinals()):
        yield {"value": value, "form": "ordinal", "terms": terms}
    yield "Vague numbers"
    for value, terms in VAGUE:
        yield {"value": value, "form": "vague", "terms": [exact_plural(term) for term in terms]}


def main():
    comparators = [{"value": value, "terms": terms} for value, terms in COMPARATORS.items()]
    write(LEXICON / "numbers.yaml", COMMENT, {"numbers": list(numbers()), "comparators": comparators}, shared=[SMALL])


if __name__ == "__main__":
    main()
