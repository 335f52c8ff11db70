#!/usr/bin/env python3
"""Makes config/lexicon/dates.yaml: names of months and weekdays, and words that place a day relative to another.

Sources: Unicode CLDR 41 (2022), common/main, Unicode licence (Unicode-DFS-2016; Debian package unicode-cldr-core):
Gregorian months of ar (Eastern), ar_MA (Morocco), ar_LB (Levant), ar_DZ (Algeria, Tunisia), fr, en, zgh, with the
abbreviations of fr and en; Hijri months of ar, fr, en; weekdays of ar, fr, en, zgh. Hand-made: the further spellings,
the conditions, the relative words below; 2026-11.

Run: python3 Scripts/dates.py [folder of CLDR, default /usr/share/unicode/cldr/common]
"""
import sys
import xml.etree.ElementTree as xml

from lexicon_yaml import Shared, write
from tables import LEXICON, unique

CLDR = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common"
COMMENT = """
Months (Gregorian and Hijri), weekdays and relative words in Arabic, French, English and Tamazight. Made by
Scripts/dates.py from Unicode CLDR 41 (Unicode licence) and words by hand; 2026-11. Edit the script, then run it.
A month that is also another word counts beside a day, a year or a word such as شهر, which
are listed once, under the anchor beside-a-date, and meant again by its alias. Weekdays have no abbreviations: mar, mon, sun are other words far more often.
"""
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# What must stand beside a month, a word between them at most, for a month that is also another word.
BESIDE = Shared("beside-a-date", [str(day) for day in range(1, 32)] + [f"0{day}" for day in range(1, 10)]
          + [str(year) for year in range(2000, 2041)]
          + ["شهر", "شهري", "أشهر", "من", "منذ", "يناير", "أبريل", "يونيو", "غشت", "شتنبر", "فاتح", "متم", "منتصف", "نهاية", "بداية", "مطلع", "أواخر", "أوائل", "الماضي", "المقبل", "الجاري",
             "المنصرم", "القادم", "الحالي", "الفارط", "mois", "début", "fin", "mi", "dernier", "prochain", "courant",
             "in", "last", "next", "since", "early", "late", "mid", "until"])

# Spellings that CLDR lacks: month → terms.
FURTHER = {
    1: ["janv"], 2: ["فيبراير", "févr", "fév"], 3: [], 4: ["avr"], 5: ["مايو"],
    6: ["يونيه", "جوان"], 7: ["يوليوز", "يوليو", "يوليه", "جويلية", "juil"], 8: ["غشت", "أغشت", "أوت"],
    9: ["شتنبر", "سبتمبر", "شتمبر"], 10: [], 11: ["نونبر", "نوفمبر", "نومبر"],
    12: ["دجنبر", "ديسمبر", "دجمبر"],
}
HIJRI = {
    1: ["محرم", "المحرم", "muharram"], 2: ["صفر", "safar"], 3: ["ربيع الأول", "ربيع النبوي", "rabi al-awwal"],
    4: ["ربيع الثاني", "ربيع الآخر", "rabi ath-thani"], 5: ["جمادى الأولى", "جمادى الأول"],
    6: ["جمادى الآخرة", "جمادى الثانية"], 7: ["رجب", "rajab"], 8: ["شعبان", "chaabane", "shaaban"],
    9: ["رمضان", "ramadan"], 10: ["شوال", "chaoual", "shawwal"], 11: ["ذو القعدة", "ذي القعدة"],
    12: ["ذو الحجة", "ذي الحجة"],
}
# Month names that are other words too; they count only beside one of BESIDE.
AMBIGUOUS = set("""
ماي مارس آب شباط نيسان أوت جوان May March mars sept sep mar jan dec déc avr apr jun jul aug oct nov feb fév févr
محرم المحرم صفر رجب شعبان شوال
""".lower().split())
MARKET = ["سوق", "أسواق", "باب", "جماعة", "مركز", "محطة", "ساحة"]
DAYS = {
    1: ["الاثنين", "الإثنين"], 2: ["الثلاثاء", "الثلاتاء"], 3: ["الأربعاء", "الاربعاء"], 4: ["الخميس"], 5: ["الجمعة"],
    6: ["السبت"], 7: ["الأحد"],
}
DAY_CONDITIONS = {
    "الاثنين": {"not-after": MARKET + ["الطرفين", "الشخصين", "البلدين", "الدولتين", "المشتبه فيهما"]},
    "الثلاثاء": {"not-after": MARKET}, "الأربعاء": {"not-after": MARKET + ["مشرع", "كرة"]},
    "الخميس": {"not-after": MARKET + ["محمد", "الحسن"]}, "الجمعة": {"not-after": ["جامع"]},
    "السبت": {"not-after": MARKET + ["كهف"]}, "الأحد": {"not-after": MARKET + ["الواحد"]},
}
FRENCH_MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                 "novembre", "décembre"]
RELATIVE = {
    "today": ["اليوم", "هذا اليوم", "يومه", "ليومه", "aujourd'hui", "ce jour", "today"],
    "yesterday": [{"term": "أمس", "not-before": ["الحاجة"]}, "البارحة", "=لبارح", "=البارح", "hier", "la veille",
                  "yesterday"],
    "day-before-yesterday": ["أول أمس", "أول البارحة", "قبل أمس", "avant-hier", "day before yesterday"],
    "tomorrow": ["غدا", "يوم غد", "الغد", "demain", "tomorrow"],
    "day-after-tomorrow": ["بعد غد", "بعد الغد", "après-demain", "day after tomorrow"],
    "tonight": ["الليلة", "هذه الليلة", "هذا المساء", "ce soir", "cette nuit", "tonight"],
    "this-morning": ["هذا الصباح", "صباح اليوم", "ce matin", "this morning"],
    "last-night": ["ليلة أمس", "الليلة الماضية", "مساء أمس", "hier soir", "la nuit dernière", "last night"],
    "this": [{"term": "الجاري", "not-before": ["به", "بها", "العمل", "تنفيذه", "تنفيذها"]},
             {"term": "الجارية", "after": ["السنة", "السنوات", "الأشهر"]}, "الحالي", "الحالية",
             "هذا الشهر", "هذه السنة", "هذا العام", "هذا الأسبوع", "هذه الأيام",
             {"term": "courant", "after": FRENCH_MONTHS + ["mois"]}, {"term": "en cours", "after": ["année", "mois"]},
             "ce mois", "cette année", "cette semaine", "this week", "this month", "this year"],
    "last": ["الماضي", "الماضية", "الماضيين", "المنصرم", "المنصرمة", "الفارط", "الفارطة", "المنقضي", "المنقضية",
             "dernier", "dernière", "écoulé", "écoulée", {"term": "passé", "after": FRENCH_MONTHS + [
                 "an", "année", "mois", "semaine", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
                 "dimanche"]}, {"term": "passée", "after": ["année", "semaine"]}, "last", "past"],
    "next": ["المقبل", "المقبلة", "المقبلين", "القادم", "القادمة", "prochain", "prochaine", "next", "upcoming",
             "coming"],
    "following": ["الموالي", "الموالية", "=التالي", "=التالية", "suivant", "suivante", "le lendemain", "following"],
    "same": ["ذاته", "ذاتها", "نفسه", "نفسها", "même", "same"],
    "ago": ["=قبل", "=وقبل", "=منذ", "=ومنذ", "il y a", "depuis", "ago", "since"],
    "from-now": ["=بعد", "=وبعد", "=خلال", "=وخلال", "dans", "d'ici", "within"],
    "weekend": ["نهاية الأسبوع", "نهاية هذا الأسبوع", "fin de semaine", "week-end", "weekend"],
}


def cldr(language, calendar, what, width):
    """month number or weekday → name, in formats and alone."""
    root, names = xml.parse(f"{CLDR}/main/{language}.xml"), {}
    element = "month" if what == "months" else "day"
    path = f".//calendar[@type='{calendar}']/{what}/*/{element}Width[@type='{width}']/{element}"
    for found in root.iterfind(path):
        names.setdefault(found.get("type"), []).append(found.text.rstrip(".").replace("`", "'"))
    return names


def conditioned(term):
    return {"term": term, "only-near": BESIDE, "within": 1} if term.lower() in AMBIGUOUS else term


def months(calendar, sources, further):
    for value in range(1, 13):
        terms = [name for source in sources for name in source.get(str(value), [])] + further.get(value, [])
        terms = [term.lstrip("=") for term in terms if len(term) > 1]
        yield {"value": value, "calendar": "gregorian" if calendar == "gregorian" else "hijri",
               "terms": [conditioned(term) for term in unique(terms)]}


def weekdays(sources):
    for value, code in enumerate(WEEKDAYS, start=1):
        arabic = [{"term": day, **DAY_CONDITIONS[day]} if day in DAY_CONDITIONS else day for day in DAYS[value][:1]]
        others = [name for source in sources for name in source.get(code, [])]
        yield {"value": value, "terms": arabic + unique(others)}


def main():
    wide = [cldr(language, "gregorian", "months", "wide")
            for language in ("ar_MA", "ar", "ar_LB", "ar_DZ", "fr", "en", "zgh")]
    short = [cldr(language, "gregorian", "months", "abbreviated") for language in ("fr", "en")]
    hijri = [cldr(language, "islamic", "months", "wide") for language in ("ar", "fr", "en")]
    days = [cldr(language, "gregorian", "days", "wide") for language in ("fr", "en", "zgh")]
    write(LEXICON / "dates.yaml", COMMENT, {
        "months": ["Gregorian", *months("gregorian", wide + short, FURTHER), "Hijri", *months("islamic", hijri, HIJRI)],
        "weekdays": list(weekdays(days)),
        "relative": [{"value": value, "terms": terms} for value, terms in RELATIVE.items()],
    }, shared=[BESIDE])


if __name__ == "__main__":
    main()
