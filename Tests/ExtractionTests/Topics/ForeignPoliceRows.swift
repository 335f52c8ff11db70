/// Texts about the police of other countries.
enum ForeignPoliceRows {
    /// In Moroccan papers.
    static let inMoroccanPapers: [RelevanceRow] = [
        RelevanceRow(
            "a Moroccan arrested by Spain's police, bare word",
            title: "توقيف مغربي بإسبانيا بحوزته كوكايين",
            text: """
                أوقفت الشرطة في مدينة مالقة مهاجرا مغربيا من مواليد الناظور، وعثرت داخل سيارته \
                على كيلوغرامين من الكوكايين.
                """),
        RelevanceRow(
            "a Moroccan arrested in Italy by carabinieri",
            title: "Italie : un Marocain arrêté pour le meurtre de sa compagne",
            text: """
                La police a interpellé à Turin un Marocain de 38 ans, originaire de Khouribga, \
                soupçonné d'avoir tué sa compagne.
                """),
        RelevanceRow(
            "a Moroccan killed in Belgium",
            title: "Bruxelles : un jeune d'origine marocaine tué par balle",
            text: """
                La police a ouvert une enquête. La victime, née à Nador, vivait à Molenbeek \
                depuis dix ans.
                """),
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
            "wire story on a British town",
            title: "Attaque au couteau à Southampton",
            text: "La police a arrêté un homme de 25 ans, selon la BBC."),
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
            "Spanish police without adjective, Spanish town",
            title: "مالقة.. تفكيك شبكة لتهريب الحشيش",
            text:
                "حجزت الشرطة الوطنية ثلاثة أطنان من الحشيش كانت قادمة من المغرب واعتقلت أفراد الشبكة."
        ),
        RelevanceRow(
            "Ceuta's police",
            title: "سبتة المحتلة: اعتقال قاصر مغربي حاول التسلل إلى شاحنة",
            text: "أوقفت الشرطة المحلية قاصرا مغربيا داخل ميناء سبتة المحتلة."),
        RelevanceRow(
            "Guardia civil at Melilla",
            title: "Melilla : deux Marocains arrêtés avec 20 kg de haschich",
            text: "La Guardia Civil a arrêté deux Marocains qui tentaient d'embarquer pour Almeria."
        ),
        RelevanceRow(
            "Algiers, DGSN of Algeria in Moroccan paper",
            title: "الجزائر: الشرطة تفرق مسيرة الحراك في العاصمة",
            text: "اعتقلت الشرطة عشرات المتظاهرين الذين طالبوا برحيل النظام، حسب نشطاء."),
        RelevanceRow(
            "Algerian DGSN named",
            title: "Algérie : le patron de la DGSN limogé",
            text: """
                Le président algérien a mis fin aux fonctions du directeur général de la \
                sûreté nationale.
                """),
        RelevanceRow(
            "Moroccan Interpol abroad only",
            title: "Un Marocain recherché par Interpol arrêté au Portugal",
            text: """
                La police judiciaire portugaise a arrêté un Marocain visé par une notice rouge \
                émise par la Belgique.
                """),
        RelevanceRow(
            "Dutch police and the mocro maffia",
            title: "Pays-Bas : l'avocat d'un baron de la drogue d'origine marocaine arrêté",
            text: "La police d'Amsterdam a perquisitionné son cabinet."),
        RelevanceRow(
            "Moroccan woman murdered in Turin",
            title: "جريمة تهز الجالية: مقتل مغربية على يد زوجها بإيطاليا",
            text: "انتقلت الشرطة إلى عين المكان واعتقلت الزوج المتحدر من بني ملال."),
        RelevanceRow(
            "Belgian federal police",
            title: "بلجيكا.. تفكيك شبكة لتزوير وثائق الإقامة يقودها مغاربة",
            text: "داهمت الشرطة الفيدرالية عشرة منازل في أنتويرب."),
        RelevanceRow(
            "Turkish arrests",
            title: "تركيا.. توقيف 40 أجنبيا بينهم مغاربة بتهمة الانتماء لداعش",
            text: "نفذت فرق مكافحة الإرهاب التابعة لمديرية أمن إسطنبول مداهمات متزامنة."),
        RelevanceRow(
            "Mauritanian police",
            title: "نواكشوط: الشرطة تفكك عصابة",
            text: "أعلنت الإدارة العامة للأمن الوطني توقيف أفراد العصابة."),
        RelevanceRow(
            "Libyan coast",
            title: "ليبيا.. أمن طرابلس يحرر مهاجرين محتجزين",
            text: "حررت مديرية أمن طرابلس مهاجرين من بينهم مغاربة."),
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
            "car arrests in the US of Moroccans",
            title: "الولايات المتحدة: ترحيل 12 مغربيا",
            text: "أوقفت شرطة الهجرة المعنيين في ولاية فلوريدا."),
        RelevanceRow(
            "UK train attack with many nationals",
            title: "بريطانيا: الشرطة تعتقل مشتبها به في طعن ركاب قطار"),
        RelevanceRow(
            "Kenyan headline",
            title: "كينيا.. أربعة قتلى خلال احتجاجات",
            text: "أطلقت الشرطة الرصاص الحي على المتظاهرين."),
        RelevanceRow(
            "Guinean junta",
            title: "Guinée : la police disperse l'opposition à Conakry",
            text: "Plusieurs opposants ont été interpellés."),
        RelevanceRow(
            "Mali attack",
            title: "مالي.. هجوم على مركز للشرطة قرب باماكو"),
        RelevanceRow(
            "darija: police of another country",
            title: "بوليس فرنسا شدو مغربي كان كيشفر فالقطارات"),
        RelevanceRow(
            "darija: Spain",
            title: "الصبليون: البوليس حبس 12 حراك مغربي حدا طريفة"),
        RelevanceRow(
            "body only: wire from Kabul",
            title: "",
            text: """
                قتل خمسة أشخاص في انفجار سيارة مفخخة قرب قاعدة عسكرية في كابول، وقال متحدث \
                باسم الشرطة إن المهاجم لاذ بالفرار.
                """),
        RelevanceRow(
            "body only: wire from Nice",
            title: "",
            text: """
                أوقفت الشرطة ثلاثة أشخاص في مدينة نيس بعد عثورها على أسلحة داخل شقة، حسب ما \
                ذكر مصدر قضائي لوكالة فرانس برس.
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
            "Moroccan imam expelled by France",
            title: "Expulsion d'un imam marocain de France",
            text: """
                La préfecture de police a notifié la mesure à l'intéressé, a précisé le \
                ministre de l'Intérieur Gérald Darmanin.
                """),
        RelevanceRow(
            "hit and run in Montréal",
            title: "Montréal: une étudiante marocaine tuée par un chauffard",
            text: "Le Service de police de la Ville a lancé un appel à témoins."),
        RelevanceRow(
            "Netherlands harbour",
            title: "Rotterdam: 3 tonnes de cocaïne saisies au port",
            text: "La police a interpellé huit personnes, dont deux d'origine marocaine."),
        RelevanceRow(
            "Algerian hirak, French",
            title: "Alger: la police empêche une marche des étudiants",
            text: "Les forces de l'ordre ont quadrillé la place des Martyrs."),
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
            "American police shooting",
            title: "الشرطة تقتل شابا أسود بمينيابوليس",
            text: "خرج محتجون إلى الشوارع."),
        RelevanceRow(
            "Iran hijab",
            title: "إيران: شرطة الأخلاق تعود إلى الشوارع"),
        RelevanceRow(
            "Tunisia from a Moroccan paper",
            title: "تونس.. توقيف مدون بسبب تدوينة",
            text: "أوقفت فرقة مكافحة الإجرام المدون بأمر من النيابة العمومية."),
        RelevanceRow(
            "Egyptian arrests",
            title: "مصر: القبض على يوتيوبر شهيرة",
            text: "ألقت مباحث الآداب القبض عليها في الإسكندرية."),
        RelevanceRow(
            "Senegal protests",
            title: "السنغال: الشرطة تطلق الغاز على أنصار المعارضة"),
        RelevanceRow(
            "Mauritania",
            title: "موريتانيا: وفاة شاب في مفوضية شرطة",
            text: "أوقفت الشرطة الشاب بحي السبخة."),
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
            "Venezuelan",
            title: "فنزويلا: الشرطة تفرق أنصار المعارضة"),
        RelevanceRow(
            "English: Dutch police",
            title: "Dutch Police Arrest Moroccan-Born Drug Lord",
            text: "The man was detained in Utrecht."),
        RelevanceRow(
            "English: Spain's police, bare word",
            title: "Spain: Moroccan Woman Detained in Malaga",
            text: "Police found 12 forged passports in her apartment."),
        RelevanceRow(
            "English: French interior minister",
            title: "France to Expel Moroccan Imam",
            text: "Police escorted the cleric to the airport."),
        RelevanceRow(
            "English: London",
            title: "London Attack: Suspect Was on Police Radar"),
        RelevanceRow(
            "election in Spain",
            title: "إسبانيا: سانشيز يعلن تعديلا حكوميا"),
        RelevanceRow(
            "migration rescue by Spain",
            title: "الإنقاذ البحري الإسباني يعترض ثلاثة قوارب",
            text: "سلم المهاجرون إلى الشرطة الوطنية في ميناء ألميريا."),
        RelevanceRow(
            "French rap",
            title: "Un rappeur entendu par la police à Paris"),
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
            "Algerian journalist",
            title: "الجزائر: سنتان حبسا في حق صحافي",
            text: "اعتقلته مصالح الأمن قبل شهر في قسنطينة."),
        RelevanceRow(
            "Algerian police without the state's name",
            title: "قسنطينة.. مقتل طفلين على يد مختطفيهما",
            text: "عثرت الشرطة على الجثتين داخل حقيبة."),
        RelevanceRow(
            "polisario",
            title: "مخيمات تندوف: مواجهات بين محتجين وشرطة البوليساريو"),
        RelevanceRow(
            "Kabyle",
            title: "تيزي وزو: توقيف ناشطين من حركة الماك"),
        RelevanceRow(
            "Egyptian wire",
            title: "تفجير كنيسة بطنطا",
            text: "قالت مصادر أمنية إن الانفجار أوقع قتلى."),
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
            "Moroccan diaspora gang",
            title: "Anvers : la guerre des gangs s'étend",
            text: "La police a relié l'attaque à la grenade au milieu des narcotrafiquants."),
        RelevanceRow(
            "deported from Turkey",
            title: "تركيا ترحل مغاربة",
            text: "احتجزت الشرطة المرحلين في مطار إسطنبول."),
        RelevanceRow(
            "singer held in Dubai",
            title: "دبي: توقيف مغنية مغربية"),
        RelevanceRow(
            "Algerian army",
            title: "الجيش الجزائري يوقف مهربين على الحدود المغربية"),
        RelevanceRow(
            "Spain's coast, Moroccan origin boat",
            title: "Espagne : un narco-bateau parti du Maroc intercepté",
            text: "La police a arrêté les quatre occupants au large de Cadix."),
        RelevanceRow(
            "Spain's judge and Moroccan imam",
            title: "القضاء الإسباني يأمر بترحيل إمام مغربي",
            text: "كانت الشرطة قد أوقفته في خيرونا."),
        RelevanceRow(
            "Moroccan minors in France",
            title: "قاصرون مغاربة يثيرون قلق الشرطة في باريس"),
        RelevanceRow(
            "Moroccan consulate in Spain",
            title: "قنصلية المغرب بألميريا تتابع وفاة عامل",
            text: "فتحت الشرطة تحقيقا."),
        RelevanceRow(
            "Belgian mosque",
            title: "Belgique : une mosquée vandalisée à Liège",
            text: "La police locale a ouvert une enquête."),
        RelevanceRow(
            "Moroccan doctor in Germany",
            title: "Allemagne : un médecin marocain agressé",
            text: "La police de Leipzig recherche trois hommes."),
        RelevanceRow(
            "Gaza war",
            title: "غزة: استهداف سيارة شرطة برفح"),
        RelevanceRow(
            "Turkish earthquakes",
            title: "زلزال تركيا: الشرطة تعتقل لصوصا"),
        RelevanceRow(
            "Ukraine",
            title: "روسيا وأوكرانيا: مقتل شرطيين في خاركيف"),
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
            "Swedish Koran burning",
            title: "السويد: الشرطة ترخص لحرق المصحف"),
        RelevanceRow(
            "Danish",
            title: "حرق المصحف أمام السفارة التركية بكوبنهاغن تحت حراسة الشرطة"),
        RelevanceRow(
            "tourism in Japan",
            title: "Le Japon, pays le plus sûr",
            text: "La police de Tokyo se déplace à vélo."),
        RelevanceRow(
            "music concert abroad",
            title: "مقتل مغني راب في أتلانتا"),
        RelevanceRow(
            "Moroccan student in Ukraine",
            title: "Un étudiant marocain tué à Kharkiv"),
        RelevanceRow(
            "FIFA",
            title: "FIFA : l'ancien patron arrêté à Zurich"),
        RelevanceRow(
            "volleyball of the police abroad",
            title: "نادي الشرطة القطري يتوج بطلا"),
    ]

    /// In papers of other countries.
    static let inOthers: [RelevanceRow] = [
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
