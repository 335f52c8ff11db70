import News
import Testing

@testable import Extraction

/// A sentence and its people, as `name | role | mention, mention`; `id:` in front of those of
/// the lexicon.
typealias PersonRow = FactRow

private func people(_ text: String) -> [String] {
    Shipped.facts(text).people.map { person in
        let id = person.id.map { "\($0): " } ?? ""
        let mentions = person.mentions.map(\.quote).joined(separator: ", ")
        return "\(id)\(person.name) | \(person.role ?? "-") | \(mentions)"
    }
}

@Suite struct PeopleTests {
    @Test(arguments: [
        PersonRow(
            "أكد السيد محمد العلوي أن الأمر انتهى. وأضاف السيد العلوي أن البحث مفتوح",
            "محمد العلوي | - | محمد العلوي, العلوي"),
        PersonRow(
            "ترأس والي الأمن عبد الله الوردي حفل التخرج",
            "عبد الله الوردي | والي الأمن | عبد الله الوردي"),
        PersonRow("رئيس الحكومة يهنئ سعيد البقالي"),
        PersonRow(
            "قال مدير يومية الخبر سعيد البقالي", "سعيد البقالي | مدير يومية الخبر | سعيد البقالي"),
        PersonRow(
            "حسب رشيد الراجي، الناطق الرسمي باسم المؤسسة، فإن الأشغال انتهت",
            "رشيد الراجي | الناطق الرسمي باسم المؤسسة | رشيد الراجي"),
        PersonRow(
            "Selon Nadia Alami, présidente de l'association, tout est prêt",
            "Nadia Alami | présidente de l'association | Nadia Alami"),
        PersonRow("بشارع محمد الزرقطوني، مدير الوكالة، مساء"),
        PersonRow("زار مولاي إدريس زرهون، رئيس الجماعة، صباحا"),
        PersonRow(
            "حضر كريم الراجي، والي الأمن سعيد البقالي، مساء",
            "سعيد البقالي | والي الأمن | سعيد البقالي"),
        PersonRow(
            "قال العميد أحمد بن سعيد المنصوري خلال اللقاء",
            "أحمد بن سعيد المنصوري | العميد | أحمد بن سعيد المنصوري"),
        PersonRow(
            "استقبل وزير العدل الإسباني خوسيه لوبيز الوفد",
            "خوسيه لوبيز | وزير العدل الإسباني | خوسيه لوبيز"),
        PersonRow(
            "مع نظيره الفلاني، كنعان دمرجي، المدير العام للشرطة الوطنية، في المساء",
            "كنعان دمرجي | المدير العام للشرطة الوطنية | كنعان دمرجي"),
        PersonRow(
            "معالي رئيس الجهاز، السيد مازن بن طلال الحربي، حضر",
            "مازن بن طلال الحربي | رئيس الجهاز | مازن بن طلال الحربي"),
        PersonRow(
            "السيد عبد الرحيم آيت منصور رئيس المصلحة",
            "عبد الرحيم آيت منصور | - | عبد الرحيم آيت منصور"),
        PersonRow("السيدة نادية بنعلي كاتبة عامة", "نادية بنعلي | - | نادية بنعلي"),
        PersonRow(
            "المراقب العام للشرطة، هشام البدراوي، يشرح",
            "هشام البدراوي | المراقب العام للشرطة | هشام البدراوي"),
        PersonRow(
            "حضر السيد سمير الراجي. وغادر سمير الراجي مساء",
            "سمير الراجي | - | سمير الراجي, سمير الراجي"),
        PersonRow(
            "M. Karim Benjelloun a parlé. M. Benjelloun a ajouté. Benjelloun conclut",
            "Karim Benjelloun | - | Karim Benjelloun, Benjelloun, Benjelloun"),
        PersonRow(
            "Le commissaire Ahmed El Mansouri, chef de la police judiciaire de Fès, a précisé",
            "Ahmed El Mansouri | chef de la police judiciaire de Fès | Ahmed El Mansouri"),
        PersonRow(
            "le préfet de police de Casablanca, Abdellah Radouani, préside",
            "Abdellah Radouani | préfet de police de Casablanca | Abdellah Radouani"),
        PersonRow("Mme Nadia Ben Ali est venue", "Nadia Ben Ali | - | Nadia Ben Ali"),
        PersonRow(
            "son homologue espagnol, Luis Romero Vega, directeur de la police",
            "Luis Romero Vega | directeur de la police | Luis Romero Vega"),
        PersonRow(
            "Inspector Omar Haddad said the case was closed. Haddad left",
            "Omar Haddad | Inspector | Omar Haddad, Haddad"),
        PersonRow(
            "Mr. John Carver, head of the agency, came",
            "John Carver | head of the agency | John Carver"),
        PersonRow(
            "استقبل عبد اللطيف حموشي، المدير العام للأمن الوطني، الوفد",
            "hammouchi: عبد اللطيف حموشي | المدير العام للأمن الوطني | عبد اللطيف حموشي, "
                + "المدير العام للأمن الوطني"),
        PersonRow(
            "وزير الداخلية عبد الوافي لفتيت، والسيد حسن الراجي",
            "laftit: عبد الوافي لفتيت | وزير الداخلية | عبد الوافي لفتيت",
            "حسن الراجي | - | حسن الراجي"),
        PersonRow(
            "le ministre de l'Intérieur, Abdelouafi Laftit, préside",
            "laftit: Abdelouafi Laftit | ministre de l'Intérieur | Abdelouafi Laftit"),
        PersonRow(
            "رفعت الشكاية للمراقب العام حميد الراجي", "حميد الراجي | المراقب العام | حميد الراجي"),
        PersonRow(
            "الخبير في شؤون الجماعات سمير الراجي",
            "سمير الراجي | الخبير في شؤون الجماعات | سمير الراجي"),
        PersonRow(
            "The group met FBI Director Samir Haddad in the morning",
            "Samir Haddad | FBI Director | Samir Haddad"),
        PersonRow(
            "Le roi a nommé Samir Raji wali de la région de Fès",
            "Samir Raji | wali de la région de Fès | Samir Raji"),
        PersonRow("عين الملك سمير الراجي عاملا على إقليم تطوان", "سمير الراجي | - | سمير الراجي"),
        PersonRow(
            "اللواء عبيد الله الراجي، مدير الأمن العام، حضر",
            "عبيد الله الراجي | مدير الأمن العام | عبيد الله الراجي"),
        // Nobody is named.
        PersonRow("السيد الوزير حضر اللقاء والسيد المدير أيضا"),
        PersonRow("السفير الصيني نوه بالتطور"),
        PersonRow("وكيل الملك لدى المحكمة الابتدائية بالرباط أمر بفتح تحقيق"),
        PersonRow("كريم سعيد جدا بالنتيجة"),
        PersonRow("الدكتور يوسف قام بالعملية"),
        PersonRow("رئيس المصلحة يشرف على العملية"),
        PersonRow("le directeur rencontre les élèves à Rabat"),
        PersonRow("le procureur du Roi près le tribunal de Rabat a ordonné"),
        PersonRow("Le maire de Paris a salué Rabat"),
        PersonRow("Mr. President, the Minister of Justice is here"),
        PersonRow("la police de Casablanca a arrêté deux personnes"),
    ])
    func `a person is named by the lexicon or by a title`(_ row: PersonRow) {
        #expect(people(row.text) == row.expected)
    }

    @Test func `a surname that two people share joins neither`() {
        let text = "M. Karim Tazi et Mme Nadia Tazi sont là. Tazi a parlé."
        #expect(
            people(text) == ["Karim Tazi | - | Karim Tazi", "Nadia Tazi | - | Nadia Tazi"])
    }

    @Test func `no state and no town is found inside a name`() {
        let facts = Shipped.facts("حضر السيد كريم المغربي. M. Said Marrakech est là.")
        #expect(facts.countries.isEmpty)
    }
}
