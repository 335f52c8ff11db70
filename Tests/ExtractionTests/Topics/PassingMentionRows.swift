/// Texts that name police in passing, in a story, or in another country.
enum PassingMentionRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "footballer's house burgled in Paris",
            title: "سرقة منزل لاعب دولي مغربي في باريس",
            text: "اقتحم لصوص منزل اللاعب المغربي وفتحت الشرطة تحقيقا في الواقعة."),
        RelevanceRow(
            "Egyptian security",
            title: "القاهرة.. مقتل ضابط شرطة في هجوم",
            text: "قتل ضابط شرطة ومجندان في هجوم على كمين."),
        RelevanceRow(
            "American presidential security",
            title: "واشنطن.. إقالة مستشار الأمن القومي",
            text: "قال البيت الأبيض إن المستشار للأمن القومي غادر منصبه."),
        RelevanceRow(
            "film about police",
            title: "فيلم جديد حول شرطي فاسد يعرض في القاعات المغربية",
            text: "يحكي الفيلم البوليسي قصة محقق في شيكاغو."),
        RelevanceRow(
            "novel",
            title: "Rentrée littéraire : un roman policier signé par un auteur marocain",
            text: "L'intrigue de ce polar se déroule dans le Tanger des années 1950."),
        RelevanceRow(
            "football transfer",
            title: "الرجاء يهزم الشرطة العراقي في البطولة العربية",
            text: "فاز الرجاء على نادي الشرطة العراقي بهدفين."),
        RelevanceRow(
            "court alone with old case",
            title: "محكمة الاستئناف بفاس تؤيد حكما في حق مقاول",
            text: "قضت المحكمة بسنتين حبسا نافذا في حق المقاول بتهمة النصب."),
        RelevanceRow(
            "French commissioner of the European Union",
            title: "Le commissaire européen en visite à Rabat",
            text: "Le commissaire européen à l'Élargissement a rencontré Nasser Bourita."),
        RelevanceRow(
            "retrospective mention in a politician's portrait",
            title: "بورتريه: رحيل مسرحي معروف",
            text: "ولد الراحل بفاس وكان والده شرطيا، ودرس السينما بباريس قبل أن يعود إلى الرباط."),
        RelevanceRow(
            "retrospective mention, culture",
            title: "L'acteur revient dans une pièce à Rabat",
            text: "Il y joue un boulanger, après avoir été un flic corrompu au cinéma."),
        RelevanceRow(
            "a Moroccan footballer stopped in Germany",
            title: "ألمانيا: توقيف لاعب دولي مغربي بسبب السرعة المفرطة",
            text: "سحبت الشرطة رخصة سياقة اللاعب قرب دورتموند."),
        RelevanceRow(
            "French gendarmes and police generic",
            title: "Disparition d'une joggeuse en Mayenne",
            text: """
                Les gendarmes et la police scientifique poursuivent leurs recherches, selon le \
                procureur de la République.
                """),
        RelevanceRow(
            "Libyan security",
            title: "طرابلس: اشتباكات بين جهاز الردع وقوات الأمن العام"),
        RelevanceRow(
            "retired officer turned author's novel",
            title: "إصدار رواية بوليسية جديدة لكاتب مغربي",
            text: "تدور أحداث الرواية في أحياء فاس العتيقة."),
        RelevanceRow(
            "TV series",
            title: "رمضان: مسلسل مغربي يحكي قصة ضابط شرطة",
            text: "يلعب الممثل دور ضابط شرطة يطارد عصابة."),
        RelevanceRow(
            "regional security",
            title: "بوريطة: المغرب ملتزم بالأمن الإقليمي والاستقرار في الساحل"),
        RelevanceRow(
            "Qatar security",
            title: "الدوحة: الشرطة القطرية تتسلم مركبات جديدة"),
        RelevanceRow(
            "a retrospective, exile",
            title: "في مثل هذا اليوم: سقوط جدار برلين",
            text: "كان حرس الحدود والشرطة الشعبية يراقبون الجدار."),
        RelevanceRow(
            "king condemns attack on police abroad",
            title: "Le Roi condamne l'attaque contre la police à Tunis"),
        RelevanceRow(
            "football in France with police",
            title: "PSG-OM : 3.000 policiers mobilisés au Parc des Princes"),
        RelevanceRow(
            "singer in Paris court",
            title: "مغن مغربي أمام القضاء الفرنسي",
            text: "أوقفت الشرطة المغني في فندق بباريس."),
    ]
}
