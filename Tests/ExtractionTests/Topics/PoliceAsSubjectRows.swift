/// Texts about the Moroccan police itself: its people, its services, its faults.
enum PoliceAsSubjectRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "police scandal",
            title: "Une policière décorée pour son courage à Salé",
            text: "La fonctionnaire de police avait sauvé une fillette de la noyade."),
        RelevanceRow(
            "police officer victim",
            title: "دهس شرطي مرور بأكادير",
            text: "تعرض شرطي مرور لحادثة دهس من طرف سائق متهور نقل على إثرها إلى المستشفى."),
        RelevanceRow(
            "police chief of a wilaya",
            title: "تعيين رئيس جديد للمنطقة الإقليمية للأمن بالناظور"),
        RelevanceRow(
            "sûreté",
            title: "Kénitra : la sûreté nationale déjoue un trafic",
            text: "Les services de sûreté ont saisi 500 kg de chira."),
        RelevanceRow(
            "darija: officers hurt",
            title: "جوج بوليس تضربو بالموس وهوما كيشدو مجرم فسلا"),
        RelevanceRow(
            "body only: DGSN statement denies",
            title: "",
            text: """
                نفت المديرية العامة للأمن الوطني بشكل قاطع ما تداولته صفحات على مواقع التواصل \
                بشأن اختطاف فتاة بمراكش.
                """),
        RelevanceRow(
            "women in the police",
            title: "Des femmes aux commandes: portrait d'une commissaire à Rabat",
            text: "Elle dirige depuis un an l'arrondissement de police de l'Océan."),
        RelevanceRow(
            "arms drawn",
            title: "Salé: tirs de sommation pour neutraliser un multirécidiviste"),
        RelevanceRow(
            "police foundation",
            title: "مؤسسة محمد السادس للأعمال الاجتماعية لموظفي الأمن الوطني تدشن مصحة بفاس"),
        RelevanceRow(
            "identity cards",
            title: "الشروع في إنجاز البطاقة الوطنية الجديدة بمراكز الأمن الوطني"),
        RelevanceRow(
            "open days",
            title: "انطلاق أيام الأبواب المفتوحة للأمن الوطني بالجديدة"),
        RelevanceRow(
            "English: DGSN",
            title: "DGSN Launches New Smart Patrol Car"),
        RelevanceRow(
            "a court convicts an officer",
            title: "إدانة مفتش شرطة بسنة حبسا بتهمة الارتشاء"),
        RelevanceRow(
            "an officer's suicide",
            title: "انتحار شرطي بسلاحه الوظيفي بطنجة"),
        RelevanceRow(
            "an officer's suicide, French",
            title: "Un officier de police se suicide à Khouribga"),
        RelevanceRow(
            "a dead prisoner, custody",
            title: "وفاة موقوف بمقر الشرطة بالجديدة"),
        RelevanceRow(
            "a protest dispersed",
            title: "القوات العمومية تفض اعتصام الممرضين بالرباط"),
        RelevanceRow(
            "a teachers' march",
            title:
                "Marche des enseignants à Rabat : les forces de l'ordre dispersent les manifestants"
        ),
        RelevanceRow(
            "union complaints of violence",
            title: "نقابة تندد بتعنيف الأساتذة من طرف قوات الأمن بالدار البيضاء"),
        RelevanceRow(
            "human rights report on police",
            title: "العفو الدولية تتهم الشرطة المغربية بالتعذيب"),
        RelevanceRow(
            "fraud victims complain to police",
            title: """
                Tanger : des dizaines de victimes d'une arnaque immobilière portent plainte à \
                la police
                """),
        RelevanceRow(
            "drones at beaches",
            title: "Plages de Casablanca : la sûreté nationale déploie des drones"),
        RelevanceRow(
            "fake policeman",
            title: "توقيف شخص ينتحل صفة شرطي بفاس"),
        RelevanceRow(
            "wali of security visits",
            title: "والي أمن مراكش يتفقد الحواجز"),
        RelevanceRow(
            "a rumour denied",
            title: "الأمن ينفي وجود عصابة لخطف الأطفال"),
        RelevanceRow(
            "a state security response",
            title: "توضيح من الأمن حول فيديو الاعتداء على سائق تاكسي"),
        RelevanceRow(
            "security of school surroundings",
            title: "دوريات أمنية بمحيط المؤسسات التعليمية بسلا"),
        RelevanceRow(
            "a judge and judicial police",
            title: "النيابة العامة تأمر الشرطة القضائية بالاستماع إلى رئيس جماعة"),
        RelevanceRow(
            "journalist summoned",
            title: "Le journaliste convoqué par la BNPJ"),
        RelevanceRow(
            "police custody of an influencer",
            title: "وضع مؤثرة رهن الحراسة النظرية"),
    ]
}
