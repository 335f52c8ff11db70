"""The folding of Arabic and Latin letters, as the lexicon's matcher has it, for checks of the data."""
import re
import unicodedata

LETTERS = str.maketrans({
    **dict.fromkeys("آأإٱ", "ا"), **dict.fromkeys("ىیې", "ي"), "ئ": "ي", "ؤ": "و", "ة": "ه",
    **dict.fromkeys("ہھە", "ه"), **dict.fromkeys("کڪگڭݣ", "ك"), "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڨ": "ق",
    "œ": "oe", "æ": "ae", "ß": "ss", **dict.fromkeys("’‘ʼ`´", "'"), "ـ": None,
})


def folded(text):
    """The text without marks, case, hamza seats and tatweel; its words parted by one space."""
    text = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", text))


def slug(name):
    """An identifier from a French name: `Béni Mellal` becomes `beni-mellal`, `M'diq` `mdiq`."""
    name = re.sub(r"['’]", "", name)
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
