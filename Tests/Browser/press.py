"""A small press on the loopback, for digests that the built program writes: outlets that tell a
few events, in Arabic and French and again in other words, and one whose feed would take over
whatever shows it. All sentences are made up for this purpose."""

import datetime
import http.server
import json
import threading

MORNING = {"name": "جريدة الصباح التجريبية", "language": "ar"}
EVENING = {"name": "Le Soir d’essai", "language": "fr"}
COAST = {"name": "Côte d’essai", "language": "fr"}
GAZETTE = {"name": "الجريدة الثانية", "language": "ar"}

# What was told: of which outlet, under which headline, and how.
STORIES = {
    "morning": (MORNING, [
        ("الأمن الوطني يحجز طنين من مخدر الشيرا بميناء طنجة المتوسط",
         "تمكنت عناصر الشرطة القضائية بولاية أمن طنجة، بتنسيق مع مصالح المديرية العامة لمراقبة التراب الوطني، مساء أمس، "
         "من حجز 2.150 كيلوغراما من مخدر الشيرا كانت مخبأة داخل شاحنة للنقل الدولي بميناء طنجة المتوسط. "
         "وأسفرت العملية عن توقيف ثلاثة أشخاص تتراوح أعمارهم بين 27 و44 سنة، يشتبه في ارتباطهم بشبكة إجرامية تنشط في "
         "الاتجار الدولي في المخدرات. وقد تم إخضاع الموقوفين لبحث قضائي تحت إشراف النيابة العامة المختصة."),
        ("المديرية العامة للأمن الوطني تعلن عن مباراة لتوظيف 6.500 حارس أمن",
         "أعلنت المديرية العامة للأمن الوطني عن تنظيم مباراة خارجية لتوظيف 6.500 حارس أمن ومفتش شرطة، ذكورا وإناثا. "
         "وحددت المديرية آخر أجل لإيداع طلبات الترشيح عبر المنصة الرقمية في 15 دجنبر 2026، مع اعتماد مبدأ تكافؤ الفرص."),
        ("توقيف شرطي بمراكش للاشتباه في تورطه في قضية ارتشاء",
         "أوقفت الفرقة الوطنية للشرطة القضائية بمدينة مراكش موظف شرطة برتبة مقدم، للاشتباه في تورطه في قضية تتعلق "
         "بالارتشاء واستغلال النفوذ. وأصدرت المديرية العامة للأمن الوطني قرارا بتوقيفه عن العمل في انتظار نتائج البحث."),
        ("الشرطة بفاس تستعمل سلاحها لتوقيف شخص عرض حياة المواطنين للخطر",
         "اضطر مفتش شرطة بولاية أمن فاس إلى استعمال سلاحه الوظيفي وإطلاق رصاصتين تحذيريتين، خلال تدخل لتوقيف شخص "
         "في حالة تخدير كان يحمل سكينا من الحجم الكبير بحي بنسودة. وقد مكن هذا التدخل من تحييد الخطر وتوقيف المعني بالأمر."),
    ]),
    "evening": (EVENING, [
        ("Tanger Med : la DGSN saisit plus de deux tonnes de chira",
         "Les éléments de la police judiciaire de Tanger ont saisi, lundi soir, 2.150 kilogrammes de chira dissimulés dans "
         "un camion de transport international au port de Tanger Med. L’opération, menée en coordination avec la Direction "
         "générale de la surveillance du territoire, a permis l’arrestation de trois personnes âgées de 27 à 44 ans. "
         "Les suspects ont été placés en garde à vue sous la supervision du parquet compétent."),
        ("La DGSN et la police nationale espagnole démantèlent un réseau de trafic de migrants",
         "La Direction générale de la sûreté nationale a annoncé le démantèlement, à Nador et à Algésiras, d’un réseau de "
         "trafic de migrants lors d’une opération conjointe avec la police nationale espagnole. Onze personnes ont été "
         "arrêtées, dont quatre en Espagne, et 380.000 euros ont été saisis. Les enquêteurs ont travaillé sept mois."),
        ("Cybercriminalité : la DGSN met en garde contre de faux messages",
         "La Direction générale de la sûreté nationale met en garde les usagers contre de faux messages qui imitent son "
         "portail de la carte nationale d’identité électronique. Plus de 1.200 signalements ont été reçus en dix jours "
         "par la plateforme E-Blagh, soit une hausse de 35 % en un mois."),
    ]),
    "coast": (COAST, [
        ("Plus de 2 tonnes de chira interceptées par la police à Tanger Med",
         "La police judiciaire de Tanger a intercepté 2.150 kilogrammes de chira au port de Tanger Med et arrêté trois "
         "personnes. Le camion s’apprêtait à embarquer pour Algésiras, a indiqué la Direction générale de la sûreté "
         "nationale dans un communiqué."),
        ("Un radar de nouvelle génération déployé par la police à Casablanca",
         "La préfecture de police de Casablanca a déployé des radars mobiles capables de surveiller la chaussée à 360 "
         "degrés et de lire les plaques d’immatriculation. La Sûreté nationale a enregistré 540 infractions en une semaine."),
        ("Le marché aux poissons de Tanger rouvre ses portes",
         "Après trois mois de travaux, le marché aux poissons a rouvert lundi. La police municipale y était."),
    ]),
    "gazette": (GAZETTE, [
        ("تفكيك شبكة لتهريب المهاجرين بين الناظور والجزيرة الخضراء",
         "أعلنت المديرية العامة للأمن الوطني عن تفكيك شبكة إجرامية تنشط في تهريب المهاجرين، في عملية مشتركة مع الشرطة "
         "الوطنية الإسبانية بالناظور والجزيرة الخضراء. وجرى توقيف أحد عشر شخصا، أربعة منهم بإسبانيا، وحجز 380.000 أورو."),
        ("مديرية الأمن تطلق مباراة لتوظيف 6.500 حارس أمن ومفتش شرطة",
         "أطلقت المديرية العامة للأمن الوطني مباراة لتوظيف 6.500 حارس أمن ومفتش شرطة، ويستمر إيداع الطلبات إلى غاية "
         "15 دجنبر 2026 عبر المنصة الرقمية المخصصة لذلك."),
    ]),
}

# What would take over a page, a message, a terminal; it would set `window.hostile`.
ATTACKS = [
    "<script>hostile=1</script>", "\"><img src=x onerror=hostile=1>' onmouseover='hostile=1",
    "](javascript:hostile=1) ![x](data:text/html,<b>x</b>) [a]: http://evil.example",
    "`code` **bold** __it__ ~~no~~ # not a heading | a | table | \\",
    "\u202etxt.exe\u2066\u2068never closed", "one\n\n# forged heading\r\n\r\nBcc: all\u2028\u0085two",
    "\u0000\u001b[31mred\u0007\u009b2J\ufffe\U000e0041",
    "]]> --> <!-- {{x}} ${x} %s &#60;script&#62; &lt;b&gt;",
    "- item www.evil.example http://evil.example a@evil.example", "mot " * 2_500, "أ" * 10_000,
]
FRENCH = ("La DGSN arrête {} personnes à Tanger {}",
          "<p>La Direction générale de la sûreté nationale a arrêté {} personnes à Tanger et saisi {} "
          "kilogrammes de chira. {}</p>")
ARABIC = ("الأمن الوطني يوقف {} أشخاص بطنجة {}",
          "<p>أوقفت عناصر الأمن الوطني {} أشخاص بمدينة طنجة وحجزت {} كيلوغراما من الشيرا. {}</p>")


def rss(outlet, name, items, edition):
    now = datetime.datetime.now(datetime.timezone.utc)

    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    revised = " (تحديث)" if outlet["language"] == "ar" else " (mis à jour)"
    entries = "".join(
        f"<item><title>{escaped(title)}{revised if edition and place == 1 else ''}</title>"
        f"<link>https://{name}.example/{place}</link><guid>{name}-{place}</guid>"
        f"<pubDate>{now - datetime.timedelta(hours=place + 1):%a, %d %b %Y %H:%M:%S +0000}</pubDate>"
        f"<description>&lt;p&gt;{escaped(text)}&lt;/p&gt;</description></item>"
        for place, (title, text) in enumerate(items))
    return ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
            f'<title>{outlet["name"]}</title><link>https://{name}.example/</link>'
            f'<description>–</description>{entries}</channel></rss>')


def hostile():
    """JSON can say what XML cannot: control characters too."""
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    items = []
    for place, attack in enumerate(ATTACKS):
        title, body = ARABIC if attack.startswith("أ") else FRENCH
        items.append({
            "id": f"{place}{attack[:40]}", "url": "javascript:hostile=1", "date_published": now,
            "title": title.format(place + 2, attack),
            "content_html": body.format(place + 2, 100 + 7 * place, attack)
                            + "<script>hostile=1</script><img src=x onerror=hostile=1>",
            "authors": [{"name": attack, "url": "javascript:hostile=1"}]})
    return json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": ATTACKS[0], "items": items})


class Press(http.server.ThreadingHTTPServer):
    """Serves `/morning` and so on, `/hostile`, and at `/broken` an error."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.edition = 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self, name):
        return f"http://127.0.0.1:{self.server_port}/{name}"


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.strip("/")
        if name == "hostile":
            return self.answer(200, "application/feed+json", hostile())
        if name not in STORIES:
            return self.answer(503 if name == "broken" else 404, "text/plain", "busy")
        outlet, items = STORIES[name]
        self.answer(200, "application/rss+xml", rss(outlet, name, items, self.server.edition))

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
