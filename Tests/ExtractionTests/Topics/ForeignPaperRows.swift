/// Texts of papers of other countries about their own police.
enum ForeignPaperRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "Algerian press, bare name", outlet: "DZ",
            title: "أمن ولاية بجاية يطيح بعصابة لسرقة السيارات",
            text: """
                تمكنت فرقة البحث والتدخل من توقيف أربعة أشخاص، حسب خلية الاتصال للمديرية \
                العامة للأمن الوطني.
                """),
        RelevanceRow(
            "Algerian press, French", outlet: "DZ",
            title: "Béjaïa : saisie de 12 kg de kif traité",
            text: """
                Les éléments de la police judiciaire de la sûreté de wilaya ont arrêté trois \
                individus, indique la DGSN.
                """),
        RelevanceRow(
            "Algerian press, judicial police", outlet: "DZ",
            title: "فرقة الشرطة القضائية بأمن دائرة أقبو توقف مروج مخدرات",
            text: "حجزت الفرقة 300 قرص مهلوس."),
        RelevanceRow(
            "Tunisian district", outlet: "TN",
            title: "منطقة الأمن الوطني بالمرسى توقف مطلوبا",
            text: "ألقت فرقة الشرطة العدلية بالمرسى القبض على شخص صادرة في شأنه ثلاثة مناشير تفتيش."
        ),
        RelevanceRow(
            "Tunisian judicial police", outlet: "TN",
            title: "الشرطة العدلية بسوسة تكشف شبكة للسرقة",
            text: "أذنت النيابة العمومية بالاحتفاظ بأربعة مظنون فيهم."),
        RelevanceRow(
            "Tunisian interior ministry", outlet: "TN",
            title: "وزارة الداخلية: القبض على عنصر تكفيري",
            text: "تمكنت الوحدات الأمنية بالحرس الوطني من القبض على عنصر تكفيري محل أحكام بالسجن."),
        RelevanceRow(
            "Saudi regional police", outlet: "SA",
            title: "شرطة منطقة الرياض تقبض على تشكيل عصابي",
            text: "صرح المتحدث الإعلامي لشرطة منطقة الرياض بأن الجهات الأمنية قبضت على خمسة مقيمين."
        ),
        RelevanceRow(
            "Saudi report naming a Moroccan resident", outlet: "SA",
            title: "القبض على مقيم مغربي لترويجه الحشيش بجدة",
            text: "ألقت دوريات الأمن القبض على مقيم من الجنسية المغربية وأحيل إلى النيابة العامة."),
        RelevanceRow(
            "Saudi security men", outlet: "SA",
            title: "استشهاد رجل أمن في القطيف",
            text: "استشهد رجل أمن أثناء تبادل لإطلاق النار، وفق المتحدث الأمني بوزارة الداخلية."),
        RelevanceRow(
            "Egypt's national security sector", outlet: "PAN",
            title: "مصر.. الأمن الوطني يحبط مخططا إرهابيا",
            text: "أعلنت وزارة الداخلية المصرية أن قطاع الأمن الوطني رصد خلية."),
        RelevanceRow(
            "Lebanese security", outlet: "PAN",
            title: "لبنان: الأمن العام يوقف شبكة تهريب",
            text: "أوقف الأمن العام ثلاثة سوريين في طرابلس."),
        RelevanceRow(
            "Iraqi police", outlet: "PAN",
            title: "قتلى من الشرطة في هجوم جنوب كركوك",
            text: "قتل أربعة من عناصر الشرطة في كمين نصبه داعش."),
        RelevanceRow(
            "Palestinian police", outlet: "PAN",
            title: "الشرطة تمنع تظاهرة في رام الله",
            text: "منعت الشرطة متظاهرين من الوصول إلى مقر المقاطعة."),
        RelevanceRow(
            "Tunisian, DGSN-like name", outlet: "TN",
            title: "الإدارة العامة للأمن الوطني: حجز كمية من الزطلة",
            text: "حجزت الوحدات الأمنية 5 كلغ من الزطلة وأوقفت مروجين."),
        RelevanceRow(
            "Tunisian guards", outlet: "TN",
            title: "حي التضامن: إلقاء القبض على منفذي براكاج",
            text: "تمكنت فرقة الأبحاث العدلية من إيقافهما."),
        RelevanceRow(
            "Tunisian outlet on a Moroccan person", outlet: "TN",
            title: "إيقاف مغربية بمطار تونس قرطاج",
            text: "ضبطت شرطة الحدود بحوزتها أقراصا مخدرة."),
        RelevanceRow(
            "Tunisian football vs Moroccan club", outlet: "TN",
            title: "الأمن يمنع تنقل جماهير الترجي",
            text: "قررت السلطات منع تنقل الجماهير إلى مباراة الوداد المغربي."),
        RelevanceRow(
            "Algerian French press", outlet: "DZ",
            title: "Oran : la police judiciaire démantèle un réseau de passeurs",
            text: "Cinq individus ont été arrêtés par la brigade criminelle."),
        RelevanceRow(
            "Algerian press on Moroccan drug", outlet: "DZ",
            title: "حجز قنطارين من الكيف المعالج قادمة من المغرب",
            text: "تمكنت مصالح الشرطة القضائية من حجز الكمية."),
        RelevanceRow(
            "Algerian press on smugglers via Morocco border", outlet: "DZ",
            title: "Tlemcen : saisie de 300 kg de résine de cannabis en provenance du Maroc",
            text: "La police a arrêté trois narcotrafiquants."),
        RelevanceRow(
            "Algerian DGSN's director", outlet: "DZ",
            title: "المدير العام للأمن الوطني يستقبل سفير إيطاليا",
            text: "استقبل المدير العام سفير إيطاليا بمقر المديرية العامة للأمن الوطني."),
        RelevanceRow(
            "Saudi, a Moroccan maid", outlet: "SA",
            title: "شرطة جدة تكشف ملابسات وفاة عاملة مغربية",
            text: "باشرت شرطة محافظة جدة الحادث."),
        RelevanceRow(
            "Saudi general", outlet: "SA",
            title: "قائد أمن الطرق يتفقد مراكز الضبط الأمني"),
        RelevanceRow(
            "Saudi joint Arab", outlet: "SA",
            title: "وزير الداخلية السعودي يلتقي نظيره المغربي",
            text: "بحث الجانبان التعاون الأمني."),
        RelevanceRow(
            "Syria wire", outlet: "PAN",
            title: "قتلى من الأمن العام بريف اللاذقية"),
        RelevanceRow(
            "Paris wire", outlet: "PAN",
            title: "باريس: الشرطة تخلي مخيما للمهاجرين"),
        RelevanceRow(
            "Moroccan suspect in Finland", outlet: "PAN",
            title: "محاكمة مغربي طعن مارة في فنلندا",
            text: "قالت الشرطة الفنلندية إن المتهم تحرك بمفرده."),
        RelevanceRow(
            "Barcelona attack cell of Moroccans", outlet: "PAN",
            title: "إسبانيا: مقتل منفذ هجوم برشلونة",
            text: "قتلت الشرطة منفذ الهجوم، المولود في المغرب، غرب برشلونة."),
        RelevanceRow(
            "Saudi Moroccan minister of interior on Arab police", outlet: "SA",
            title: "اختتام مؤتمر قادة الشرطة والأمن العرب",
            text: "شارك في المؤتمر المنعقد بتونس ممثلو الدول العربية."),
        RelevanceRow(
            "Saudi hunting", outlet: "SA",
            title: "ضبط مواطن مخالف لنظام البيئة",
            text: "ضبطت القوات الخاصة للأمن البيئي المخالف."),
        RelevanceRow(
            "Riyadh district", outlet: "SA",
            title: "شرطة الرياض: القبض على مواطنين سلبا عاملا"),
        RelevanceRow(
            "Tunisian demo", outlet: "TN",
            title: "صفاقس: احتجاجات ومواجهات مع الأمن"),
        RelevanceRow(
            "Tunisian, a Moroccan club", outlet: "TN",
            title: "ايقاف مشجعين قبل مباراة الترجي والوداد البيضاوي",
            text: "أوقفت وحدات الأمن برادس أربعة مشجعين."),
        RelevanceRow(
            "Morocco king", outlet: "PAN",
            title: "العاهل المغربي يعفو عن معتقلين"),
        RelevanceRow(
            "Morocco football at World Cup", outlet: "PAN",
            title: "المغرب يفوز على البرتغال",
            text: "انتشرت الشرطة في الدوحة بعد المباراة."),
        RelevanceRow(
            "French riots after Morocco's match", outlet: "PAN",
            title: "مواجهات في بروكسل بعد فوز المغرب",
            text: "استخدمت الشرطة خراطيم المياه لتفريق المشجعين."),
        RelevanceRow(
            "Spain's Melilla", outlet: "PAN",
            title: "مهاجرون يقتحمون سياج مليلية",
            text: "أصيب رجال شرطة إسبان خلال العملية."),
    ]
}
