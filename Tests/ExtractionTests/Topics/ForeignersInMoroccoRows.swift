/// Texts in which the Moroccan police deals with foreigners, whose countries are named.
enum ForeignersInMoroccoRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "a foreigner arrested in a Moroccan town, adjective of a person",
            title: "توقيف مواطن غيني بالدار البيضاء متلبسا بترويج الكوكايين",
            text: "أوقفت عناصر الشرطة مساء الأحد مواطنا غينيا بحوزته جرعات من الكوكايين."),
        RelevanceRow(
            "an arrested sub-Saharan migrant, town in the text",
            title: "إيقاف مهاجرين من جنوب الصحراء بسبب السرقة",
            text: """
                تمكنت مصالح الأمن بطنجة من توقيف ثلاثة أشخاص يتحدرون من دول إفريقيا جنوب \
                الصحراء، بعد شكاية تقدمت بها سيدة.
                """),
        RelevanceRow(
            "a Frenchman wanted abroad and arrested at a Moroccan airport",
            title: "توقيف فرنسي مطلوب للعدالة في مطار مراكش",
            text: """
                أوقفت عناصر الأمن بمطار مراكش المنارة مواطنا فرنسيا يوجد موضوع أمر دولي بإلقاء \
                القبض صادر عن القضاء الفرنسي.
                """),
        RelevanceRow(
            "a Frenchman arrested in Marrakech",
            title: "Marrakech : un ressortissant français arrêté pour trafic de cocaïne",
            text: "La police a interpellé un Français de 45 ans dans une villa de la Palmeraie."),
        RelevanceRow(
            "Nigerians arrested in Fès",
            title: "Fès : trois Nigérians dans le filet de la police",
            text: """
                Trois ressortissants nigérians ont été interpellés mardi pour escroquerie par \
                internet.
                """),
        RelevanceRow(
            "Algerian arrested at Oujda",
            title: "Oujda : un Algérien arrêté avec des psychotropes",
            text: """
                Les éléments de la police judiciaire ont arrêté un ressortissant algérien en \
                possession de 800 comprimés.
                """),
        RelevanceRow(
            "Ivorian killed in Rabat, police inquire",
            title: "مقتل إيفوارية داخل شقة بالرباط والشرطة تحقق",
            text: """
                عثر على جثة مواطنة إيفوارية داخل شقة بحي يعقوب المنصور، وفتحت الشرطة بحثا \
                لتحديد ظروف الوفاة.
                """),
        RelevanceRow(
            "police of a town act on Chinese tourists' behalf",
            title: "شرطة طنجة تعيد حقيبة ضائعة إلى سياح صينيين",
            text: "أعادت شرطة طنجة حقيبة بها مبالغ مالية وجوازات سفر إلى أسرة صينية."),
        RelevanceRow(
            "Senegalese fans, police at the stadium",
            title: "مشجعون سنغاليون يشيدون بتعامل الشرطة بملعب طنجة",
            text: """
                أشاد مشجعون من السنغال بحسن تعامل رجال الأمن مع الجماهير خلال المباراة التي \
                احتضنها ملعب طنجة.
                """),
        RelevanceRow(
            "Moroccan judicial police with foreign suspect's country named",
            title: "توقيف بارون هولندي بطنجة مطلوب لدى أنتربول",
            text: """
                أوقفت الفرقة الوطنية للشرطة القضائية بارون مخدرات هولنديا صدرت في حقه نشرة \
                حمراء من طرف هولندا.
                """),
        RelevanceRow(
            "Moroccan police, Algerian victim, foreign headline",
            title: "العثور على جثة سائح ألماني بالصويرة",
            text: "انتقلت عناصر الشرطة العلمية إلى عين المكان وفتح بحث تحت إشراف النيابة العامة."),
        RelevanceRow(
            "a Frenchman extradited by Morocco",
            title: "Le Maroc extrade un narcotrafiquant vers la France",
            text:
                "Arrêté à Tanger en mars par la DGSN, le suspect faisait l'objet d'une notice rouge."
        ),
        RelevanceRow(
            "Belgian fugitive",
            title: "Un baron de la drogue belge arrêté à Marrakech",
            text: "La police a mis fin à la cavale du trafiquant, recherché par la Belgique."),
        RelevanceRow(
            "sub-Saharan brawl",
            title: "Casablanca: heurts entre migrants subsahariens à Oulad Ziane",
            text: """
                La police est intervenue pour rétablir l'ordre et a procédé à plusieurs \
                interpellations.
                """),
        RelevanceRow(
            "Syrian refugee",
            title: "Une réfugiée syrienne agressée à Kénitra, la police enquête"),
        RelevanceRow(
            "Korean tourists",
            title: "توقيف شخصين بمراكش بتهمة سرقة هاتف سائحة كورية",
            text: "أوقفت الشرطة السياحية المعنيين بالأمر بساحة جامع الفنا."),
        RelevanceRow(
            "Danish and Norwegian tourists killed",
            title: "مقتل سائحتين: توقيف مشتبه فيه آخر بمراكش",
            text: """
                أوقف المكتب المركزي للأبحاث القضائية شخصا يشتبه في علاقته بمقتل السائحتين \
                الدنماركية والنرويجية.
                """),
        RelevanceRow(
            "Cameroonian counterfeiters",
            title: "شبكة لتزوير الأورو يقودها كاميرونيون تسقط بالرباط",
            text: "فككت المصالح الأمنية شبكة تضم أربعة كاميرونيين وإيفواريين."),
        RelevanceRow(
            "a Libyan in the accusative",
            title: "أمن أكادير يوقف مواطنا ليبيا"),
        RelevanceRow(
            "a Syrian in the accusative",
            title: "الشرطة توقف لاجئا سوريا بالناظور"),
        RelevanceRow(
            "an Israeli fugitive in Morocco",
            title: "توقيف إسرائيلي مطلوب لدى الأنتربول بالدار البيضاء"),
        RelevanceRow(
            "a Gazan student",
            title: "طالبة فلسطينية تتعرض للسرقة بوجدة والأمن يوقف الجاني"),
        RelevanceRow(
            "a Spanish pensioner dies in Tetouan",
            title: "العثور على متقاعد إسباني جثة هامدة بتطوان",
            text: "باشرت الشرطة القضائية بحثا في ظروف الوفاة."),
        RelevanceRow(
            "a wanted Frenchman without any place",
            title: "توقيف فرنسي مطلوب لدى سلطات بلاده",
            text: """
                أوقفت عناصر الشرطة مواطنا فرنسيا بناء على أمر دولي صادر عن السلطات القضائية \
                الفرنسية.
                """),
        RelevanceRow(
            "a tourist's death without a place",
            title: "الشرطة تحقق في وفاة سائحة بريطانية"),
        RelevanceRow(
            "English: a foreigner",
            title: "Marrakech: Police Arrest Dutch Fugitive",
            text: "The suspect was wanted by Interpol."),
        RelevanceRow(
            "migrants in the north",
            title: "إجهاض محاولة للهجرة نحو سبتة",
            text: "أحبطت قوات الأمن بالفنيدق محاولة مئات القاصرين اقتحام سياج سبتة."),
        RelevanceRow(
            "Brazilian in Casablanca airport",
            title: "مطار محمد الخامس: إحباط تهريب كوكايين في أمعاء برازيلية",
            text: "أوقفت عناصر الشرطة المسافرة القادمة من ساو باولو."),
        RelevanceRow(
            "arrival from Brussels",
            title: "Aéroport de Nador : un passager arrêté avec 5.000 pilules",
            text: "La police a interpellé le suspect à son arrivée de Bruxelles."),
        RelevanceRow(
            "Chinese fraud network",
            title: "شبكة صينية للاحتيال الإلكتروني تسقط بطنجة"),
        RelevanceRow(
            "Turkish delegation",
            title: "المدير العام للشرطة التركية في زيارة للرباط",
            text: "استقبل عبد اللطيف حموشي نظيره التركي."),
    ]
}
