/// Texts in which the Moroccan police works with other countries, or abroad.
enum PoliceAndPartnersRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "Spain thanks Morocco's DGST",
            title: "اعتقال داعشي في برشلونة بتنسيق مع المغرب",
            text: """
                أوقفت الشرطة الإسبانية شخصا بناء على معلومات وفرتها المديرية العامة لمراقبة \
                التراب الوطني.
                """),
        RelevanceRow(
            "Spanish police praise",
            title: "مدريد تشيد بتعاون الأمن المغربي",
            text: "أشادت وزارة الداخلية الإسبانية بتعاون الأمن المغربي في محاربة الإرهاب."),
        RelevanceRow(
            "extradition",
            title: "المغرب يسلم فرنسا مطلوبا في قضايا مخدرات",
            text: """
                سلمت السلطات الأمنية المغربية لنظيرتها الفرنسية مواطنا فرنسيا كان قد أوقف \
                بمدينة أكادير.
                """),
        RelevanceRow(
            "cooperation: Moroccan service tips Spain",
            title: "إسبانيا تعتقل متطرفا بفضل معلومات من المغرب",
            text: """
                اعتقلت الشرطة الوطنية الإسبانية المشتبه به في تاراغونا بتعاون وثيق مع المديرية \
                العامة لمراقبة التراب الوطني.
                """),
        RelevanceRow(
            "DGST magazine award",
            title: "تتويج مجلة الشرطة في مسابقة إعلامية"),
        RelevanceRow(
            "Interpol assembly",
            title: "Marrakech accueille l'Assemblée générale d'Interpol",
            text: "La DGSN organise cette 93e session."),
        RelevanceRow(
            "police dogs abroad, with Moroccan force",
            title: "قطر 2022: المغرب يرسل شرطيين للمشاركة في تأمين المونديال"),
        RelevanceRow(
            "French police delegation received",
            title: "وفد من الشرطة الفرنسية يزور المعهد الملكي للشرطة بالقنيطرة"),
        RelevanceRow(
            "goods bound for Spain",
            title: "La police saisit 200 kg de résine destinée à l'Espagne",
            text: "Deux suspects ont été placés en garde à vue."),
        RelevanceRow(
            "goods bound for Italy",
            title: "حجز شحنة مخدرات كانت متجهة إلى إيطاليا",
            text: "حجزت عناصر الأمن الوطني بميناء طنجة المتوسط الشحنة داخل شاحنة للنقل الدولي."),
        RelevanceRow(
            "Morocco and Spain together",
            title: "Le Maroc et l'Espagne démantèlent une cellule de Daech",
            text: """
                L'opération conjointe a permis l'arrestation de trois individus à Nador et \
                deux à Almeria.
                """),
        RelevanceRow(
            "Pegasus and the DGST",
            title: "Pegasus: la DGST porte plainte en France"),
        RelevanceRow(
            "Hammouchi in Madrid",
            title: "حموشي يحل بمدريد للقاء مسؤولي الشرطة الإسبانية"),
        RelevanceRow(
            "Hammouchi and a US director",
            title: "Hammouchi reçoit le directeur du FBI à Rabat"),
        RelevanceRow(
            "Moroccan police at the Olympic Games",
            title: "JO de Paris : des policiers marocains déployés en renfort"),
        RelevanceRow(
            "ISIS and Moroccan mention",
            title: "بعد هجوم باريس.. رفع حالة التأهب بالمغرب",
            text: "عززت المصالح الأمنية المراقبة بالمطارات المغربية."),
        RelevanceRow(
            "Moroccan fans abroad but home force",
            title: "مباراة المغرب والجزائر: تعزيزات أمنية بمحيط ملعب مراكش",
            text: "انتشر مئات رجال الشرطة حول الملعب."),
        RelevanceRow(
            "drug network to Europe",
            title: "Tanger Med : saisie de 2 tonnes de chira destinées à l'Europe",
            text: "Les services de sûreté ont intercepté un camion immatriculé en Espagne."),
        RelevanceRow(
            "terror cell with ties in Mali",
            title: "تفكيك خلية إرهابية مرتبطة بتنظيم داعش بمنطقة الساحل",
            text: "أوضح مدير البسيج أن أفراد الخلية كانوا ينوون الالتحاق بمالي."),
        RelevanceRow(
            "arrested together with the FBI",
            title: "La DGSN et le FBI arrêtent trois pirates informatiques"),
        RelevanceRow(
            "agreement with the FBI",
            title: "The DGSN signed an agreement with the FBI on cyber training"),
        RelevanceRow(
            "agreement with the Emirates",
            title: """
                وقعت المديرية العامة للأمن الوطني ووزارة الداخلية الإماراتية مذكرة تفاهم في مجال \
                التكوين
                """),
        RelevanceRow(
            "Mauritanian visitors",
            title: "وفد من الشرطة الموريتانية يزور المديرية العامة للأمن الوطني"),
        RelevanceRow(
            "American ambassador",
            title: "استقبل المدير العام للأمن الوطني السفير الأمريكي"),
        RelevanceRow(
            "congress in Dubai",
            title: "La DGSN participe à Dubaï au Sommet mondial de la police"),
        RelevanceRow(
            "agreement with Tunisia",
            title: "La DGSN et la police tunisienne signent un accord de coopération"),
        RelevanceRow(
            "Hammouchi in Tunis",
            title: "حموشي يشارك بتونس في مؤتمر قادة الشرطة والأمن العرب",
            text: "تقدم المديرية العامة للأمن الوطني تجربتها أمام المؤتمر."),
    ]
}
