/// Texts of Moroccan papers about the police of far countries, most of them from the wires.
enum DistantPoliceRows {
    static let rows: [RelevanceRow] = [
        RelevanceRow(
            "wire story on Pakistan, bare police",
            title: "مقتل عشرة أشخاص في انفجار شمال غرب باكستان",
            text: """
                قتل عشرة أشخاص على الأقل في انفجار استهدف حافلة، بحسب ما أعلن مسؤول في الشرطة \
                لوكالة فرانس برس.
                """),
        RelevanceRow(
            "wire story on the Philippines",
            title: "انقلاب عبارة قبالة سواحل الفلبين",
            text: """
                لقي ثلاثون شخصا مصرعهم في غرق عبارة، وقال متحدث باسم الشرطة إن البحث عن \
                المفقودين ما زال مستمرا.
                """),
        RelevanceRow(
            "wire story on New York",
            title: "إطلاق نار في نيويورك يخلف قتيلين",
            text: "قالت الشرطة إن المشتبه به فر على متن دراجة نارية."),
        RelevanceRow(
            "wire story on a US state",
            title: "Fusillade dans une école du Texas : trois morts",
            text: "Le suspect a été abattu, a indiqué la police lors d'un point de presse."),
        RelevanceRow(
            "wire story, only the person's state",
            title: "أمير بريطاني يستجوب من طرف الشرطة",
            text: "خضع الأمير البريطاني للاستجواب من طرف الشرطة ساعات طويلة في قضية اعتداء."),
        RelevanceRow(
            "Hollywood actor's trouble with police",
            title: "ممثل أمريكي شهير يعتقل بسبب القيادة في حالة سكر",
            text: "أوقفت الشرطة الممثل ليلة السبت في لوس أنجلوس قبل أن تفرج عنه بكفالة."),
        RelevanceRow(
            "police of Hong Kong",
            title: "هونغ كونغ: آلاف المتظاهرين يحاصرون مقر الشرطة",
            text: "أطلقت الشرطة الغاز المسيل للدموع لتفريق المحتجين."),
        RelevanceRow(
            "Moroccan Interpol abroad only",
            title: "Un Marocain recherché par Interpol arrêté au Portugal",
            text: """
                La police judiciaire portugaise a arrêté un Marocain visé par une notice rouge \
                émise par la Belgique.
                """),
        RelevanceRow(
            "Turkish arrests",
            title: "تركيا.. توقيف 40 أجنبيا بينهم مغاربة بتهمة الانتماء لداعش",
            text: "نفذت فرق مكافحة الإرهاب التابعة لمديرية أمن إسطنبول مداهمات متزامنة."),
        RelevanceRow(
            "Israeli police",
            title: "القدس: شرطة الاحتلال تقتحم باحات الأقصى",
            text: "اعتدت الشرطة على المصلين."),
        RelevanceRow(
            "Israeli police, French",
            title: "Jérusalem : heurts sur l'esplanade des Mosquées",
            text: "La police a dispersé les fidèles à coups de grenades assourdissantes."),
        RelevanceRow(
            "civil protection alone",
            title: "إخماد حريق بسوق الجملة بإنزكان",
            text: "تمكنت عناصر الوقاية المدنية من السيطرة على الحريق."),
        RelevanceRow(
            "Kenyan headline",
            title: "كينيا.. أربعة قتلى خلال احتجاجات",
            text: "أطلقت الشرطة الرصاص الحي على المتظاهرين."),
        RelevanceRow(
            "Guinean junta",
            title: "Guinée : la police disperse l'opposition à Conakry",
            text: "Plusieurs opposants ont été interpellés."),
        RelevanceRow(
            "darija: police of another country",
            title: "بوليس فرنسا شدو مغربي كان كيشفر فالقطارات"),
        RelevanceRow(
            "body only: wire from Kabul",
            title: "",
            text: """
                قتل خمسة أشخاص في انفجار سيارة مفخخة قرب قاعدة عسكرية في كابول، وقال متحدث \
                باسم الشرطة إن المهاجم لاذ بالفرار.
                """),
        RelevanceRow(
            "body only: Khashoggi case",
            title: "",
            text: "قال مسؤول تركي إن الشرطة فتشت القنصلية السعودية في إسطنبول لساعات بحثا عن أدلة."),
        RelevanceRow(
            "body only: Christchurch",
            title: "",
            text: """
                أعلنت مفوضية الشرطة أن عدد ضحايا إطلاق النار في مسجدي كرايستشيرش ارتفع إلى \
                خمسين قتيلا.
                """),
        RelevanceRow(
            "American police shooting",
            title: "الشرطة تقتل شابا أسود بمينيابوليس",
            text: "خرج محتجون إلى الشوارع."),
        RelevanceRow(
            "Iran hijab",
            title: "إيران: شرطة الأخلاق تعود إلى الشوارع"),
        RelevanceRow(
            "Nigeria",
            title: "خطف مئة تلميذ شمال نيجيريا",
            text: "قالت الشرطة إن المسلحين هاجموا المدرسة ليلا."),
        RelevanceRow(
            "India",
            title: "حافلة تسقط في واد شمال الهند",
            text: "وصرح قائد الشرطة المحلية بأن السائق فقد السيطرة."),
        RelevanceRow(
            "Brazil",
            title: "البرازيل: مقتل 60 شخصا في مداهمات بريو",
            text: "استهدفت الشرطة عصابة كوماندو فيرميلو."),
        RelevanceRow(
            "Moroccan foreign minister on the UN council",
            title: "بوريطة يتباحث مع رئيس مجلس الأمن"),
        RelevanceRow(
            "spokesman for the interior ministry only",
            title: "وزارة الداخلية تعلن تاريخ الانتخابات"),
        RelevanceRow(
            "Gulf police exercise",
            title: "دبي: شرطة دبي تطلق سيارة ذكية"),
        RelevanceRow(
            "Venezuelan",
            title: "فنزويلا: الشرطة تفرق أنصار المعارضة"),
        RelevanceRow(
            "Saudi pilgrimage",
            title: "الحج: السلطات السعودية توقف آلاف المخالفين",
            text: "أوقفت قوات أمن الحج 20 ألف مخالف."),
        RelevanceRow(
            "Lebanon explosion",
            title: "بيروت: توقيف مدير المرفأ",
            text: "أوقفت شعبة المعلومات المدير للتحقيق معه."),
        RelevanceRow(
            "US police killing",
            title: "Minneapolis : le policier reconnu coupable"),
        RelevanceRow(
            "Sudan wire",
            title: "الخرطوم: الأمن يعتقل قادة المعارضة"),
        RelevanceRow(
            "Yemen wire",
            title: "عدن: اغتيال ضابط أمن"),
        RelevanceRow(
            "Colombia wire",
            title: "Bogota : attentat contre une école de police",
            text: "L'explosion a fait vingt morts."),
        RelevanceRow(
            "Manila wire",
            title: "مانيلا: الشرطة تقتل عشرة مشتبه بهم في حرب المخدرات"),
        RelevanceRow(
            "Gaza war",
            title: "غزة: استهداف سيارة شرطة برفح"),
        RelevanceRow(
            "Turkish earthquakes",
            title: "زلزال تركيا: الشرطة تعتقل لصوصا"),
        RelevanceRow(
            "plane crash",
            title: "تحطم طائرة في نيبال",
            text: "قال مسؤول بالشرطة إن الجثث نقلت إلى كاتماندو."),
        RelevanceRow(
            "ferry in Bangladesh",
            title: "غرق عبارة في بنغلاديش",
            text: "حسب الشرطة فإن عدد القتلى بلغ 30."),
        RelevanceRow(
            "train in Pakistan",
            title: "حادث قطار بباكستان"),
        RelevanceRow(
            "murder in Kenya",
            title: "عداءة كينية تقتل في منزلها",
            text: "أعلنت الشرطة أنها تبحث عن زوجها."),
        RelevanceRow(
            "tourism in Japan",
            title: "Le Japon, pays le plus sûr",
            text: "La police de Tokyo se déplace à vélo."),
        RelevanceRow(
            "music concert abroad",
            title: "مقتل مغني راب في أتلانتا"),
        RelevanceRow(
            "FIFA",
            title: "FIFA : l'ancien patron arrêté à Zurich"),
        RelevanceRow(
            "volleyball of the police abroad",
            title: "نادي الشرطة القطري يتوج بطلا"),
    ]
}
