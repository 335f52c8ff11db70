/// Texts about other Moroccan forces and offices: gendarmes, customs, army, courts, authorities.
enum OtherForcesRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "private guards",
            title: "حراس الأمن الخاص بمستشفى فاس يحتجون",
            text: "طالب حراس الأمن الخاص بصرف أجورهم المتأخرة."),
        RelevanceRow(
            "gendarmes alone",
            title: "الدرك الملكي يحجز خمسة أطنان من الحشيش بأزيلال",
            text: "داهمت عناصر الدرك الملكي ضيعة فلاحية وأوقفت شخصين وضعا تحت الحراسة النظرية."),
        RelevanceRow(
            "gendarmes alone, French",
            title: "Settat : la Gendarmerie royale démantèle un réseau de vol de bétail",
            text: "Les gendarmes ont placé quatre suspects en garde à vue."),
        RelevanceRow(
            "customs alone",
            title: "Tanger Med : les douaniers saisissent 40.000 euros",
            text: "Les éléments de la douane ont découvert les billets dans une voiture."),
        RelevanceRow(
            "royal navy alone",
            title: "البحرية الملكية تنقذ 60 مهاجرا قبالة طانطان",
            text: "نقل المهاجرون إلى ميناء طانطان حيث سلموا إلى الدرك الملكي."),
        RelevanceRow(
            "prison staff",
            title: "إدارة سجن عكاشة تنفي تعرض سجين للضرب",
            text: "أكدت المندوبية العامة لإدارة السجون أن السجين يتمتع بكل حقوقه."),
        RelevanceRow(
            "security guards of a company",
            title: "Casablanca: un agent de sécurité agressé dans un supermarché",
            text: "L'agent de sécurité privé a été transporté à l'hôpital."),
        RelevanceRow(
            "army",
            title: "القوات المسلحة الملكية تجري مناورات بطانطان"),
        RelevanceRow(
            "gendarmes at a traffic accident",
            title: "مصرع أربعة أشخاص في حادثة سير قرب شيشاوة",
            text: "انتقلت عناصر الدرك الملكي إلى مكان الحادث وفتحت تحقيقا."),
        RelevanceRow(
            "gendarmes arrest, darija",
            title: "الجدارمية شدو شفارة ديال البهايم فسيدي بنور"),
        RelevanceRow(
            "gendarmerie, French, with judicial police of the gendarmerie",
            title: "Berrechid: la police judiciaire de la gendarmerie interpelle un violeur",
            text: "Les gendarmes l'ont placé en garde à vue."),
        RelevanceRow(
            "customs with scanner",
            title: "الجمارك تحبط تهريب 50 ألف قرص بباب سبتة",
            text: "أحبطت عناصر الجمارك العملية باستعمال جهاز السكانير."),
        RelevanceRow(
            "the prosecutor and court only",
            title: "النيابة العامة بالرباط تتابع صحافيا في حالة سراح",
            text: "مثل الصحافي أمام وكيل الملك."),
        RelevanceRow(
            "auxiliary forces alone",
            title: "عناصر القوات المساعدة تنظم دوريات بشاطئ عين الذئاب"),
        RelevanceRow(
            "English: gendarmes",
            title: "Royal Gendarmerie Seizes Five Tons of Cannabis Near Nador"),
        RelevanceRow(
            "a ministerial council",
            title: "مجلس حكومي يصادق على مرسوم يهم الجمارك"),
        RelevanceRow(
            "street vendors and the authorities",
            title: "السلطات المحلية بسلا تحرر الملك العمومي من الباعة",
            text: "أشرف القائد رفقة أعوان السلطة والقوات المساعدة على العملية."),
        RelevanceRow(
            "firefighters",
            title: "Casablanca : un incendie ravage un entrepôt",
            text: "Les sapeurs-pompiers ont maîtrisé le feu."),
        RelevanceRow(
            "king's message",
            title: "الملك يعزي رئيس تركيا في ضحايا الزلزال"),
        RelevanceRow(
            "parliament debates a law",
            title: "البرلمان يناقش قانون المسطرة الجنائية"),
        RelevanceRow(
            "drowning",
            title: "غرق شاب بشاطئ أكادير",
            text: "انتشلت عناصر الوقاية المدنية الجثة."),
        RelevanceRow(
            "guards strike",
            title: "حراس الأمن الخصوصي يطالبون بتحسين أوضاعهم بفاس"),
        RelevanceRow(
            "airport drones of customs",
            title: "جمارك مطار فاس تحجز ذهبا"),
        RelevanceRow(
            "gendarmes and a body",
            title: "العثور على جثة بوادي أم الربيع",
            text: "انتشلت الجثة عناصر الوقاية المدنية بحضور الدرك الملكي."),
        RelevanceRow(
            "forest fires",
            title: "حريق غابة بالعرائش",
            text: "تدخلت طائرات كنادير والقوات المسلحة الملكية."),
        RelevanceRow(
            "Sahara army",
            title: "القوات المسلحة الملكية تؤمن معبر الكركرات"),
        RelevanceRow(
            "a decree", title: "Casablanca : l'arrêté du wali sur les terrasses entre en vigueur"),
        RelevanceRow("a joint decree", title: "Rabat : un arrêté ministériel sur les taxis"),
        RelevanceRow(
            "a slum is taken down",
            title: "Casablanca : démantèlement d'un bidonville à Sidi Moumen"),
        RelevanceRow("a court's arrest of a ruling", title: "إيقاف تنفيذ حكم بالرباط"),
        RelevanceRow(
            "private security men", title: "عناصر الأمن الخاص تمنع صحافيين من دخول الملعب"),
    ]
}
