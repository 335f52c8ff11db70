/// Texts of Moroccan papers about the police of Europe beyond Spain.
enum EuropeanPoliceRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "wire story on a British town",
            title: "Attaque au couteau à Southampton",
            text: "La police a arrêté un homme de 25 ans, selon la BBC."),
        RelevanceRow(
            "yellow vests",
            title: "« Gilets jaunes » : heurts sur les Champs-Élysées",
            text: """
                Les forces de l'ordre ont tiré des grenades lacrymogènes. La police a procédé \
                à 80 interpellations à la mi-journée.
                """),
        RelevanceRow(
            "Paris transport",
            title: "باريس: إضراب يشل حركة المترو",
            text: "انتشرت عناصر الشرطة أمام المحطات تحسبا لأي طارئ."),
        RelevanceRow(
            "Belgian federal police",
            title: "بلجيكا.. تفكيك شبكة لتزوير وثائق الإقامة يقودها مغاربة",
            text: "داهمت الشرطة الفيدرالية عشرة منازل في أنتويرب."),
        RelevanceRow(
            "UK train attack with many nationals",
            title: "بريطانيا: الشرطة تعتقل مشتبها به في طعن ركاب قطار"),
        RelevanceRow(
            "body only: wire from Nice",
            title: "",
            text: """
                أوقفت الشرطة ثلاثة أشخاص في مدينة نيس بعد عثورها على أسلحة داخل شقة، حسب ما \
                ذكر مصدر قضائي لوكالة فرانس برس.
                """),
        RelevanceRow(
            "Netherlands harbour",
            title: "Rotterdam: 3 tonnes de cocaïne saisies au port",
            text: "La police a interpellé huit personnes, dont deux d'origine marocaine."),
        RelevanceRow(
            "Paris attack suspect",
            title: "Attentats de Paris: le procès s'ouvre",
            text: "Les policiers ont bouclé l'île de la Cité."),
        RelevanceRow(
            "French officer's trial",
            title: "Un policier jugé pour violences à Bobigny",
            text: "Le fonctionnaire comparaît devant le tribunal correctionnel."),
        RelevanceRow(
            "a Syrian refugee in Germany",
            title: "لاجئ سوري يهاجم مارة بسكين في زولينغن",
            text: "أطلقت الشرطة النار على المهاجم."),
        RelevanceRow(
            "Europol",
            title: "Europol démantèle un réseau de trafic d'armes en Europe",
            text: "L'opération a mobilisé les polices de douze pays."),
        RelevanceRow(
            "police unions in France",
            title: "Colère des policiers: nouvelles manifestations en France"),
        RelevanceRow(
            "Kosovo",
            title: "كوسوفو: مقتل شرطي في اشتباك مسلح"),
        RelevanceRow(
            "English: Dutch police",
            title: "Dutch Police Arrest Moroccan-Born Drug Lord",
            text: "The man was detained in Utrecht."),
        RelevanceRow(
            "English: French interior minister",
            title: "France to Expel Moroccan Imam",
            text: "Police escorted the cleric to the airport."),
        RelevanceRow(
            "English: London",
            title: "London Attack: Suspect Was on Police Radar"),
        RelevanceRow(
            "French rap",
            title: "Un rappeur entendu par la police à Paris"),
        RelevanceRow(
            "Vienna",
            title: "Vienne : fusillade en plein centre, la police évoque un acte terroriste"),
        RelevanceRow(
            "Halle",
            title: "هجوم على كنيس في هاله الألمانية",
            text: "أوقفت الشرطة رجلا أمام الكنيس."),
        RelevanceRow(
            "airline pilots and border police in Paris",
            title: "Orly : un avion de Royal Air Maroc évacué",
            text: "La police aux frontières a fouillé les bagages."),
        RelevanceRow(
            "Ukraine",
            title: "روسيا وأوكرانيا: مقتل شرطيين في خاركيف"),
        RelevanceRow(
            "Swedish Koran burning",
            title: "السويد: الشرطة ترخص لحرق المصحف"),
        RelevanceRow(
            "Danish",
            title: "حرق المصحف أمام السفارة التركية بكوبنهاغن تحت حراسة الشرطة"),
    ]
}
