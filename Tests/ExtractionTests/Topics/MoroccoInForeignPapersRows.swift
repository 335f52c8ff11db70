/// Texts of papers of other countries about the Moroccan police.
enum MoroccoInForeignPapersRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "foreign press on Moroccan police", outlet: "PAN",
            title: "المغرب يفكك خلية موالية لداعش",
            text: "أعلنت السلطات الأمنية تفكيك خلية من أربعة أفراد في تطوان."),
        RelevanceRow(
            "foreign press on a Moroccan protest", outlet: "PAN",
            title: "الشرطة المغربية تفرق احتجاجا للأساتذة في الرباط",
            text: "استخدمت قوات الأمن خراطيم المياه لتفريق المحتجين."),
        RelevanceRow(
            "a Moroccan cell found, by ministry", outlet: "PAN",
            title: "الداخلية المغربية تعلن إحباط مخطط إرهابي",
            text:
                "قالت وزارة الداخلية المغربية إن المكتب المركزي للأبحاث القضائية اعتقل ستة متشددين."
        ),
        RelevanceRow(
            "Saudi paper on Moroccan police", outlet: "SA",
            title: "الأمن المغربي يحبط تهريب طن من الكوكايين",
            text: "أحبطت السلطات المغربية عملية تهريب في ميناء طنجة المتوسط."),
        RelevanceRow(
            "Tunisian paper on Morocco", outlet: "TN",
            title: "المغرب: توقيف 15 شخصا إثر أعمال شغب في الدار البيضاء",
            text: "أوقفت الشرطة 15 شخصا بعد مباراة الرجاء والوداد."),
        RelevanceRow(
            "Algerian press on Moroccan police", outlet: "DZ",
            title: "Maroc : la police réprime une manifestation à Jerada",
            text:
                "Les forces de l'ordre sont intervenues violemment dans cette ville de l'Oriental."),
        RelevanceRow(
            "Rif protests", outlet: "PAN",
            title: "اعتقال أحد قادة حراك الريف",
            text: "أعلنت النيابة العامة في الحسيمة توقيف الناشط من قبل الشرطة القضائية."),
        RelevanceRow(
            "Moroccan cell", outlet: "PAN",
            title: "المغرب: تفكيك خلية لداعش في طنجة"),
        RelevanceRow(
            "murder of Scandinavian tourists", outlet: "PAN",
            title: "المغرب يعتقل مشتبها به في مقتل سائحتين اسكندنافيتين"),
        RelevanceRow(
            "Marrakech arrests", outlet: "PAN",
            title: "مراكش: الشرطة توقف سائحا بتهمة التجسس"),
        RelevanceRow(
            "Sahara", outlet: "PAN",
            title: "العيون: الشرطة تفرق مظاهرة"),
        RelevanceRow(
            "Moroccan intelligence", outlet: "PAN",
            title: "المخابرات المغربية أبلغت ألمانيا بخطر منفذ هجوم برلين"),
    ]
}
