/// Texts in which the police of a Moroccan town acts, named or not.
enum PoliceOfTownsRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "headline only",
            title: "الدار البيضاء .. توقيف مواطن مالي بتهمة تزوير العملة"),
        RelevanceRow(
            "judicial police with gendarmes",
            title: "الدرك الملكي والأمن الوطني يحاربان سرقة المواشي بسطات",
            text: "نسقت عناصر الدرك الملكي مع مصالح الأمن الوطني لتوقيف المتورطين."),
        RelevanceRow(
            "custody in a Moroccan town",
            title: "وضع مستشار جماعي تحت الحراسة النظرية بمكناس",
            text: "أمرت النيابة العامة بمكناس بوضع المستشار تحت تدبير الحراسة النظرية."),
        RelevanceRow(
            "garde à vue in a Moroccan town",
            title: "Agadir : un promoteur immobilier placé en garde à vue",
            text: "Le parquet d'Agadir a ordonné son placement en garde à vue."),
        RelevanceRow(
            "Darija arrest",
            title: "بوليس كازا شدو لي كانو كيكريسيو قدام الليسي",
            text: "شدو البوليس زوج دراري كانو كيتعرضو للتلاميذ فحي السدري."),
        RelevanceRow(
            "darija, security of a town",
            title: "أمن تمارة طيح بشفار ديال التيليفونات"),
        RelevanceRow(
            "a town's security in the headline",
            title: "أمن العيون يوقف متورطين في تنظيم الهجرة"),
        RelevanceRow(
            "police in Laâyoune about Sahrawi",
            title: "Laâyoune : la police disperse un rassemblement",
            text: "Des militants ont tenté de manifester boulevard Smara."),
        RelevanceRow(
            "football fans and police",
            title: "Classico : 3.000 policiers mobilisés à Casablanca",
            text: "Un dispositif sécuritaire important sera déployé autour du complexe Mohammed V."),
        RelevanceRow(
            "darija: police of a quarter, no town",
            title: "البوليس شدو واحد كان كيبيع القرقوبي حدا المدرسة",
            text: "تشد هاد الصباح من طرف البوليس ديال لاكريم."),
        RelevanceRow(
            "body only: a Moroccan town",
            title: "",
            text: """
                أوقفت عناصر الدائرة الأمنية السادسة بمدينة فاس شخصا ظهر في شريط فيديو وهو \
                يعتدي على سيدة مسنة.
                """),
        RelevanceRow(
            "body only: security sources",
            title: "",
            text: """
                علم موقعنا من مصادر أمنية أن المشتبه فيه في قضية سرقة وكالة بنكية بالجديدة جرى \
                توقيفه صباح اليوم.
                """),
        RelevanceRow(
            "Casablanca, French",
            title: "Casablanca: un chauffard tue un piéton et prend la fuite",
            text: """
                Le conducteur a été interpellé deux heures plus tard par les éléments de la \
                sûreté nationale.
                """),
        RelevanceRow(
            "custody in a town, French",
            title: "Tanger: garde à vue prolongée pour deux élus"),
        RelevanceRow(
            "the police prefecture of a town",
            title: "Meknès: la préfecture de police sensibilise les élèves"),
        RelevanceRow(
            "Moroccan authorities arrest",
            title: "السلطات المغربية توقف ناشطا حقوقيا"),
        RelevanceRow(
            "Moroccan authorities in French",
            title: "Les autorités marocaines arrêtent un militant sahraoui"),
        RelevanceRow(
            "English: police in a town",
            title: "Police in Casablanca Arrest Man for Stabbing",
            text: "Officers responded to a distress call on Monday evening."),
        RelevanceRow(
            "English: security services",
            title: "Moroccan Security Services Foil Terror Plot in Fez"),
        RelevanceRow(
            "English: fans",
            title: "Police Detain 20 Football Fans After Rabat Derby"),
        RelevanceRow(
            "a thief caught by citizens and given to police",
            title: "مواطنون يحاصرون لصا بإنزكان ويسلمونه للأمن"),
        RelevanceRow(
            "road police",
            title: "كاميرات المراقبة الجديدة: الأمن الوطني يحرر آلاف المخالفات"),
        RelevanceRow(
            "kidnap solved",
            title: "Enlèvement d'un bébé à Sidi Bernoussi : la ravisseuse arrêtée",
            text: "Les enquêteurs de la police judiciaire ont retrouvé le nourrisson sain et sauf."),
        RelevanceRow(
            "wedding brawl, darija",
            title: "السيمي دخلات لحومة ديال مبروكة وشدات 12"),
        RelevanceRow(
            "a driver refuses to stop",
            title: "سائق متهور يدهس شرطيين بعد رفضه الامتثال",
            text: "نقل الشرطيان إلى المستشفى الجهوي لبني ملال."),
        RelevanceRow(
            "police at the Fnideq crossing",
            title: "Fnideq : des centaines de jeunes tentent de gagner Sebta à la nage",
            text: "Les forces de l'ordre marocaines ont repoussé les candidats."),
        RelevanceRow(
            "kidnapped in Agadir",
            title: "فتاة مختطفة تظهر بأكادير وهذه رواية الأمن"),
        RelevanceRow(
            "motorbike control",
            title: "حملة أمنية ضد الدراجات النارية المعدلة"),
        RelevanceRow("a network falls", title: "سقوط شبكة للنصب بالدار البيضاء"),
        RelevanceRow("a dealer falls", title: "سقوط بارون مخدرات بالناظور"),
        RelevanceRow("a gang is broken up", title: "تفكيك عصابة بأيت ملول"),
        RelevanceRow(
            "a ring is broken up", title: "Marrakech : démantèlement d'un réseau de vol de motos"),
        RelevanceRow("a wanted man is handed over", title: "المغرب يسلم بارون مخدرات لفرنسا"),
        RelevanceRow("an arrest", title: "Arrestation d'un voleur à l'arraché à Témara"),
        RelevanceRow(
            "an arrest in a headline", title: "Oujda : arrêté avec 2.000 comprimés d'ecstasy"),
        RelevanceRow("police stop a car in Darija", title: "البوليس دارو باراج وشدو مول الكات كات"),
        RelevanceRow("a squad in Darija", title: "السيمي تدخلات فحومة سيدي عثمان"),
        RelevanceRow("security men injured", title: "إصابة رجل أمن خلال مطاردة بسلا"),
    ]
}
