/// Texts of Moroccan papers about the police of Spain and of other African and Arab neighbours.
enum NeighbouringPoliceRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "Spanish police without adjective, Spanish town",
            title: "مالقة.. تفكيك شبكة لتهريب الحشيش",
            text:
                "حجزت الشرطة الوطنية ثلاثة أطنان من الحشيش كانت قادمة من المغرب واعتقلت أفراد الشبكة."
        ),
        RelevanceRow(
            "Ceuta's police",
            title: "سبتة المحتلة: اعتقال قاصر مغربي حاول التسلل إلى شاحنة",
            text: "أوقفت الشرطة المحلية قاصرا مغربيا داخل ميناء سبتة المحتلة."),
        RelevanceRow(
            "Guardia civil at Melilla",
            title: "Melilla : deux Marocains arrêtés avec 20 kg de haschich",
            text: "La Guardia Civil a arrêté deux Marocains qui tentaient d'embarquer pour Almeria."
        ),
        RelevanceRow(
            "Algiers, DGSN of Algeria in Moroccan paper",
            title: "الجزائر: الشرطة تفرق مسيرة الحراك في العاصمة",
            text: "اعتقلت الشرطة عشرات المتظاهرين الذين طالبوا برحيل النظام، حسب نشطاء."),
        RelevanceRow(
            "Algerian DGSN named",
            title: "Algérie : le patron de la DGSN limogé",
            text: """
                Le président algérien a mis fin aux fonctions du directeur général de la \
                sûreté nationale.
                """),
        RelevanceRow(
            "Mauritanian police",
            title: "نواكشوط: الشرطة تفكك عصابة",
            text: "أعلنت الإدارة العامة للأمن الوطني توقيف أفراد العصابة."),
        RelevanceRow(
            "Libyan coast",
            title: "ليبيا.. أمن طرابلس يحرر مهاجرين محتجزين",
            text: "حررت مديرية أمن طرابلس مهاجرين من بينهم مغاربة."),
        RelevanceRow(
            "Mali attack",
            title: "مالي.. هجوم على مركز للشرطة قرب باماكو"),
        RelevanceRow(
            "darija: Spain",
            title: "الصبليون: البوليس حبس 12 حراك مغربي حدا طريفة"),
        RelevanceRow(
            "Algerian hirak, French",
            title: "Alger: la police empêche une marche des étudiants",
            text: "Les forces de l'ordre ont quadrillé la place des Martyrs."),
        RelevanceRow(
            "Tunisia from a Moroccan paper",
            title: "تونس.. توقيف مدون بسبب تدوينة",
            text: "أوقفت فرقة مكافحة الإجرام المدون بأمر من النيابة العمومية."),
        RelevanceRow(
            "Egyptian arrests",
            title: "مصر: القبض على يوتيوبر شهيرة",
            text: "ألقت مباحث الآداب القبض عليها في الإسكندرية."),
        RelevanceRow(
            "Senegal protests",
            title: "السنغال: الشرطة تطلق الغاز على أنصار المعارضة"),
        RelevanceRow(
            "Mauritania",
            title: "موريتانيا: وفاة شاب في مفوضية شرطة",
            text: "أوقفت الشرطة الشاب بحي السبخة."),
        RelevanceRow(
            "English: Spain's police, bare word",
            title: "Spain: Moroccan Woman Detained in Malaga",
            text: "Police found 12 forged passports in her apartment."),
        RelevanceRow(
            "election in Spain",
            title: "إسبانيا: سانشيز يعلن تعديلا حكوميا"),
        RelevanceRow(
            "migration rescue by Spain",
            title: "الإنقاذ البحري الإسباني يعترض ثلاثة قوارب",
            text: "سلم المهاجرون إلى الشرطة الوطنية في ميناء ألميريا."),
        RelevanceRow(
            "Algerian journalist",
            title: "الجزائر: سنتان حبسا في حق صحافي",
            text: "اعتقلته مصالح الأمن قبل شهر في قسنطينة."),
        RelevanceRow(
            "Algerian police without the state's name",
            title: "قسنطينة.. مقتل طفلين على يد مختطفيهما",
            text: "عثرت الشرطة على الجثتين داخل حقيبة."),
        RelevanceRow(
            "polisario",
            title: "مخيمات تندوف: مواجهات بين محتجين وشرطة البوليساريو"),
        RelevanceRow(
            "Kabyle",
            title: "تيزي وزو: توقيف ناشطين من حركة الماك"),
        RelevanceRow(
            "Egyptian wire",
            title: "تفجير كنيسة بطنطا",
            text: "قالت مصادر أمنية إن الانفجار أوقع قتلى."),
        RelevanceRow(
            "Algerian army",
            title: "الجيش الجزائري يوقف مهربين على الحدود المغربية"),
        RelevanceRow(
            "Algeria's DGSN receives",
            title: "الجزائر العاصمة تحتضن اجتماعا أمنيا",
            text: "استقبل المدير العام للأمن الوطني بالجزائر نظيره التونسي ووقعا اتفاقية."),
        RelevanceRow(
            "Cameroon's DGSN signs",
            title: "Yaoundé : la DGSN modernise ses commissariats",
            text: "La DGSN a signé au Cameroun un accord avec un fabricant de caméras."),
        RelevanceRow(
            "Mauritania's police with Senegal's",
            title: "موريتانيا: الأمن يفكك شبكة بنواكشوط",
            text: "وقعت المديرية العامة للأمن الوطني اتفاقية مع الشرطة السنغالية."),
    ]
}
