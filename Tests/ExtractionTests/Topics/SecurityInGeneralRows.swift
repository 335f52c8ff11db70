/// Texts whose security or police is of another kind: of food, of networks, of insurers.
enum SecurityInGeneralRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "food security",
            title: "خبراء: الأمن الغذائي بالمغرب رهين بتدبير المياه",
            text: "ناقش المشاركون تحديات الأمن المائي والأمن الطاقي."),
        RelevanceRow(
            "cyber security",
            title: "المغرب يعزز أمنه السيبراني",
            text: "أطلقت شركة مغربية مركزا للأمن السيبراني بالدار البيضاء."),
        RelevanceRow(
            "UN security council on the Sahara",
            title: "مجلس الأمن يمدد مهمة المينورسو بالصحراء",
            text: "صوت مجلس الأمن لصالح القرار الأمريكي حول الصحراء المغربية."),
        RelevanceRow(
            "job security",
            title: "نقابة تطالب بالأمن الوظيفي لعمال النظافة بفاس",
            text: "اعتبرت النقابة أن الأمن الوظيفي حق للعمال."),
        RelevanceRow(
            "spiritual security",
            title: "وزير الأوقاف: الأمن الروحي للمغاربة خط أحمر",
            text: "تحدث الوزير أمام البرلمان عن الأمن الروحي."),
        RelevanceRow(
            "insurance policy",
            title: "Assurance auto : que couvre votre police ?",
            text: """
                Avant de signer une police d'assurance, vérifiez les exclusions. La \
                souscription d'une police multirisque coûte 3.000 dirhams à Casablanca.
                """),
        RelevanceRow(
            "typeface",
            title: "Design : une nouvelle police de caractères amazighe",
            text: "Des typographes de Rabat ont dessiné une police inspirée du tifinagh."),
        RelevanceRow(
            "administrative police of a commune",
            title: "Casablanca : la police administrative verbalise les restaurateurs",
            text: """
                La police administrative communale a dressé 200 procès-verbaux pour occupation \
                du domaine public.
                """),
        RelevanceRow(
            "water police",
            title: "شرطة المياه تراقب الآبار العشوائية بسوس",
            text: "حررت شرطة المياه محاضر في حق مخالفين."),
        RelevanceRow(
            "road safety agency",
            title: "نارسا تطلق حملة للسلامة الطرقية",
            text: "تروم الحملة تحسيس السائقين بمخاطر السرعة المفرطة."),
        RelevanceRow(
            "social security",
            title: "الضمان الاجتماعي: توسيع التغطية الصحية",
            text: "أعلن الصندوق عن تسجيل آلاف المستفيدين."),
        RelevanceRow(
            "auditor",
            title: "Le commissaire aux comptes certifie les états financiers",
            text: "La société casablancaise publie ses résultats."),
        RelevanceRow(
            "sûreté nucléaire",
            title: "Le Maroc renforce la sûreté nucléaire",
            text: "L'agence AMSSNuR a signé un accord avec l'AIEA."),
        RelevanceRow(
            "security of flights",
            title: "Le conseil de sécurité routière se réunit à Rabat",
            text: "Le ministre du Transport a présidé la réunion du comité de sécurité routière."),
        RelevanceRow(
            "national security adviser",
            title: "مستشار الأمن القومي الأمريكي يزور الرباط",
            text: "استقبل وزير الخارجية المستشار الأمريكي."),
        RelevanceRow(
            "health security",
            title: "الأمن الصحي محور ندوة بطنجة"),
        RelevanceRow(
            "energy security",
            title: "Sécurité énergétique: le Maroc mise sur l'hydrogène"),
        RelevanceRow(
            "food safety police",
            title: "ONSSA : la police sanitaire vétérinaire renforce ses contrôles"),
        RelevanceRow(
            "insurance law",
            title: "ACAPS: nouvelle circulaire sur les polices d'assurance"),
        RelevanceRow(
            "fonts",
            title: "Une police d'écriture tifinagh signée par une graphiste d'Agadir"),
        RelevanceRow(
            "English: security council",
            title: "Security Council Renews MINURSO Mandate"),
        RelevanceRow(
            "English: food security",
            title: "Morocco Invests in Food Security"),
        RelevanceRow(
            "English: insurance",
            title: "How to Choose an Insurance Policy",
            text: "Compare the policies of several insurers."),
        RelevanceRow(
            "security software",
            title: "شركة تطلق برنامجا لأمن المعلومات بالدار البيضاء"),
        RelevanceRow(
            "nutrition",
            title: "الأمن المائي: سد جديد بالحسيمة"),
    ]
}
