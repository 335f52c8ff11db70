/// Texts of Moroccan papers about Moroccans whom the police of other countries deals with.
enum MoroccansAbroadRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "a Moroccan arrested by Spain's police, bare word",
            title: "توقيف مغربي بإسبانيا بحوزته كوكايين",
            text: """
                أوقفت الشرطة في مدينة مالقة مهاجرا مغربيا من مواليد الناظور، وعثرت داخل سيارته \
                على كيلوغرامين من الكوكايين.
                """),
        RelevanceRow(
            "a Moroccan arrested in Italy by carabinieri",
            title: "Italie : un Marocain arrêté pour le meurtre de sa compagne",
            text: """
                La police a interpellé à Turin un Marocain de 38 ans, originaire de Khouribga, \
                soupçonné d'avoir tué sa compagne.
                """),
        RelevanceRow(
            "a Moroccan killed in Belgium",
            title: "Bruxelles : un jeune d'origine marocaine tué par balle",
            text: """
                La police a ouvert une enquête. La victime, née à Nador, vivait à Molenbeek \
                depuis dix ans.
                """),
        RelevanceRow(
            "Dutch police and the mocro maffia",
            title: "Pays-Bas : l'avocat d'un baron de la drogue d'origine marocaine arrêté",
            text: "La police d'Amsterdam a perquisitionné son cabinet."),
        RelevanceRow(
            "Moroccan woman murdered in Turin",
            title: "جريمة تهز الجالية: مقتل مغربية على يد زوجها بإيطاليا",
            text: "انتقلت الشرطة إلى عين المكان واعتقلت الزوج المتحدر من بني ملال."),
        RelevanceRow(
            "car arrests in the US of Moroccans",
            title: "الولايات المتحدة: ترحيل 12 مغربيا",
            text: "أوقفت شرطة الهجرة المعنيين في ولاية فلوريدا."),
        RelevanceRow(
            "Moroccan imam expelled by France",
            title: "Expulsion d'un imam marocain de France",
            text: """
                La préfecture de police a notifié la mesure à l'intéressé, a précisé le \
                ministre de l'Intérieur Gérald Darmanin.
                """),
        RelevanceRow(
            "hit and run in Montréal",
            title: "Montréal: une étudiante marocaine tuée par un chauffard",
            text: "Le Service de police de la Ville a lancé un appel à témoins."),
        RelevanceRow(
            "Moroccan diaspora gang",
            title: "Anvers : la guerre des gangs s'étend",
            text: "La police a relié l'attaque à la grenade au milieu des narcotrafiquants."),
        RelevanceRow(
            "deported from Turkey",
            title: "تركيا ترحل مغاربة",
            text: "احتجزت الشرطة المرحلين في مطار إسطنبول."),
        RelevanceRow(
            "singer held in Dubai",
            title: "دبي: توقيف مغنية مغربية"),
        RelevanceRow(
            "Spain's coast, Moroccan origin boat",
            title: "Espagne : un narco-bateau parti du Maroc intercepté",
            text: "La police a arrêté les quatre occupants au large de Cadix."),
        RelevanceRow(
            "Spain's judge and Moroccan imam",
            title: "القضاء الإسباني يأمر بترحيل إمام مغربي",
            text: "كانت الشرطة قد أوقفته في خيرونا."),
        RelevanceRow(
            "Moroccan minors in France",
            title: "قاصرون مغاربة يثيرون قلق الشرطة في باريس"),
        RelevanceRow(
            "Moroccan consulate in Spain",
            title: "قنصلية المغرب بألميريا تتابع وفاة عامل",
            text: "فتحت الشرطة تحقيقا."),
        RelevanceRow(
            "Belgian mosque",
            title: "Belgique : une mosquée vandalisée à Liège",
            text: "La police locale a ouvert une enquête."),
        RelevanceRow(
            "Moroccan doctor in Germany",
            title: "Allemagne : un médecin marocain agressé",
            text: "La police de Leipzig recherche trois hommes."),
        RelevanceRow(
            "Moroccan student in Ukraine",
            title: "Un étudiant marocain tué à Kharkiv"),
    ]
}
