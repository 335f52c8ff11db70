/// Texts that concern the Moroccan police, each with what makes it hard to see.
enum MoroccanPoliceRows {
    /// In Moroccan papers.
    static let atHome: [RelevanceRow] = [
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
            "police scandal",
            title: "Une policière décorée pour son courage à Salé",
            text: "La fonctionnaire de police avait sauvé une fillette de la noyade."),
        RelevanceRow(
            "police officer victim",
            title: "دهس شرطي مرور بأكادير",
            text: "تعرض شرطي مرور لحادثة دهس من طرف سائق متهور نقل على إثرها إلى المستشفى."),
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
            "Moroccan judicial police with foreign suspect's country named",
            title: "توقيف بارون هولندي بطنجة مطلوب لدى أنتربول",
            text: """
                أوقفت الفرقة الوطنية للشرطة القضائية بارون مخدرات هولنديا صدرت في حقه نشرة \
                حمراء من طرف هولندا.
                """),
        RelevanceRow(
            "extradition",
            title: "المغرب يسلم فرنسا مطلوبا في قضايا مخدرات",
            text: """
                سلمت السلطات الأمنية المغربية لنظيرتها الفرنسية مواطنا فرنسيا كان قد أوقف \
                بمدينة أكادير.
                """),
        RelevanceRow(
            "Moroccan police, Algerian victim, foreign headline",
            title: "العثور على جثة سائح ألماني بالصويرة",
            text: "انتقلت عناصر الشرطة العلمية إلى عين المكان وفتح بحث تحت إشراف النيابة العامة."),
        RelevanceRow(
            "police in Laâyoune about Sahrawi",
            title: "Laâyoune : la police disperse un rassemblement",
            text: "Des militants ont tenté de manifester boulevard Smara."),
        RelevanceRow(
            "football fans and police",
            title: "Classico : 3.000 policiers mobilisés à Casablanca",
            text: "Un dispositif sécuritaire important sera déployé autour du complexe Mohammed V."),
        RelevanceRow(
            "police chief of a wilaya",
            title: "تعيين رئيس جديد للمنطقة الإقليمية للأمن بالناظور"),
        RelevanceRow(
            "sûreté",
            title: "Kénitra : la sûreté nationale déjoue un trafic",
            text: "Les services de sûreté ont saisi 500 kg de chira."),
        RelevanceRow(
            "darija: police of a quarter, no town",
            title: "البوليس شدو واحد كان كيبيع القرقوبي حدا المدرسة",
            text: "تشد هاد الصباح من طرف البوليس ديال لاكريم."),
        RelevanceRow(
            "darija: officers hurt",
            title: "جوج بوليس تضربو بالموس وهوما كيشدو مجرم فسلا"),
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
            "body only: DGSN statement denies",
            title: "",
            text: """
                نفت المديرية العامة للأمن الوطني بشكل قاطع ما تداولته صفحات على مواقع التواصل \
                بشأن اختطاف فتاة بمراكش.
                """),
        RelevanceRow(
            "cooperation: Moroccan service tips Spain",
            title: "إسبانيا تعتقل متطرفا بفضل معلومات من المغرب",
            text: """
                اعتقلت الشرطة الوطنية الإسبانية المشتبه به في تاراغونا بتعاون وثيق مع المديرية \
                العامة لمراقبة التراب الوطني.
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
            "women in the police",
            title: "Des femmes aux commandes: portrait d'une commissaire à Rabat",
            text: "Elle dirige depuis un an l'arrondissement de police de l'Océan."),
        RelevanceRow(
            "arms drawn",
            title: "Salé: tirs de sommation pour neutraliser un multirécidiviste"),
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
            "DGST magazine award",
            title: "تتويج مجلة الشرطة في مسابقة إعلامية"),
        RelevanceRow(
            "police foundation",
            title: "مؤسسة محمد السادس للأعمال الاجتماعية لموظفي الأمن الوطني تدشن مصحة بفاس"),
        RelevanceRow(
            "identity cards",
            title: "الشروع في إنجاز البطاقة الوطنية الجديدة بمراكز الأمن الوطني"),
        RelevanceRow(
            "Interpol assembly",
            title: "Marrakech accueille l'Assemblée générale d'Interpol",
            text: "La DGSN organise cette 93e session."),
        RelevanceRow(
            "open days",
            title: "انطلاق أيام الأبواب المفتوحة للأمن الوطني بالجديدة"),
        RelevanceRow(
            "police dogs abroad, with Moroccan force",
            title: "قطر 2022: المغرب يرسل شرطيين للمشاركة في تأمين المونديال"),
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
            "French police delegation received",
            title: "وفد من الشرطة الفرنسية يزور المعهد الملكي للشرطة بالقنيطرة"),
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
            "English: DGSN",
            title: "DGSN Launches New Smart Patrol Car"),
        RelevanceRow(
            "English: security services",
            title: "Moroccan Security Services Foil Terror Plot in Fez"),
        RelevanceRow(
            "English: a foreigner",
            title: "Marrakech: Police Arrest Dutch Fugitive",
            text: "The suspect was wanted by Interpol."),
        RelevanceRow(
            "English: fans",
            title: "Police Detain 20 Football Fans After Rabat Derby"),
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
            "a thief caught by citizens and given to police",
            title: "مواطنون يحاصرون لصا بإنزكان ويسلمونه للأمن"),
        RelevanceRow(
            "fraud victims complain to police",
            title: """
                Tanger : des dizaines de victimes d'une arnaque immobilière portent plainte à \
                la police
                """),
        RelevanceRow(
            "road police",
            title: "كاميرات المراقبة الجديدة: الأمن الوطني يحرر آلاف المخالفات"),
        RelevanceRow(
            "drones at beaches",
            title: "Plages de Casablanca : la sûreté nationale déploie des drones"),
        RelevanceRow(
            "kidnap solved",
            title: "Enlèvement d'un bébé à Sidi Bernoussi : la ravisseuse arrêtée",
            text: "Les enquêteurs de la police judiciaire ont retrouvé le nourrisson sain et sauf."),
        RelevanceRow(
            "fake policeman",
            title: "توقيف شخص ينتحل صفة شرطي بفاس"),
        RelevanceRow(
            "wedding brawl, darija",
            title: "السيمي دخلات لحومة ديال مبروكة وشدات 12"),
        RelevanceRow(
            "wali of security visits",
            title: "والي أمن مراكش يتفقد الحواجز"),
        RelevanceRow(
            "a driver refuses to stop",
            title: "سائق متهور يدهس شرطيين بعد رفضه الامتثال",
            text: "نقل الشرطيان إلى المستشفى الجهوي لبني ملال."),
        RelevanceRow(
            "migrants in the north",
            title: "إجهاض محاولة للهجرة نحو سبتة",
            text: "أحبطت قوات الأمن بالفنيدق محاولة مئات القاصرين اقتحام سياج سبتة."),
        RelevanceRow(
            "police at the Fnideq crossing",
            title: "Fnideq : des centaines de jeunes tentent de gagner Sebta à la nage",
            text: "Les forces de l'ordre marocaines ont repoussé les candidats."),
        RelevanceRow(
            "ISIS and Moroccan mention",
            title: "بعد هجوم باريس.. رفع حالة التأهب بالمغرب",
            text: "عززت المصالح الأمنية المراقبة بالمطارات المغربية."),
        RelevanceRow(
            "Moroccan fans abroad but home force",
            title: "مباراة المغرب والجزائر: تعزيزات أمنية بمحيط ملعب مراكش",
            text: "انتشر مئات رجال الشرطة حول الملعب."),
        RelevanceRow(
            "Brazilian in Casablanca airport",
            title: "مطار محمد الخامس: إحباط تهريب كوكايين في أمعاء برازيلية",
            text: "أوقفت عناصر الشرطة المسافرة القادمة من ساو باولو."),
        RelevanceRow(
            "arrival from Brussels",
            title: "Aéroport de Nador : un passager arrêté avec 5.000 pilules",
            text: "La police a interpellé le suspect à son arrivée de Bruxelles."),
        RelevanceRow(
            "drug network to Europe",
            title: "Tanger Med : saisie de 2 tonnes de chira destinées à l'Europe",
            text: "Les services de sûreté ont intercepté un camion immatriculé en Espagne."),
        RelevanceRow(
            "Chinese fraud network",
            title: "شبكة صينية للاحتيال الإلكتروني تسقط بطنجة"),
        RelevanceRow(
            "terror cell with ties in Mali",
            title: "تفكيك خلية إرهابية مرتبطة بتنظيم داعش بمنطقة الساحل",
            text: "أوضح مدير البسيج أن أفراد الخلية كانوا ينوون الالتحاق بمالي."),
        RelevanceRow(
            "Turkish delegation",
            title: "المدير العام للشرطة التركية في زيارة للرباط",
            text: "استقبل عبد اللطيف حموشي نظيره التركي."),
        RelevanceRow(
            "a rumour denied",
            title: "الأمن ينفي وجود عصابة لخطف الأطفال"),
        RelevanceRow(
            "kidnapped in Agadir",
            title: "فتاة مختطفة تظهر بأكادير وهذه رواية الأمن"),
        RelevanceRow(
            "a state security response",
            title: "توضيح من الأمن حول فيديو الاعتداء على سائق تاكسي"),
        RelevanceRow(
            "motorbike control",
            title: "حملة أمنية ضد الدراجات النارية المعدلة"),
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

    /// In papers of other countries.
    static let abroad: [RelevanceRow] = [
        RelevanceRow(
            "foreign press on Moroccan police", outlet: "PAN",
            title: "المغرب يفكك خلية موالية لداعش",
            text: "أعلنت السلطات الأمنية تفكيك خلية من أربعة أفراد في تطوان."),
        RelevanceRow(
            "foreign press on a Moroccan protest", outlet: "PAN",
            title: "الشرطة المغربية تفرق احتجاجا للأساتذة في الرباط",
            text: "استخدمت قوات الأمن خراطيم المياه لتفريق المحتجين."),
        RelevanceRow(
            "a Moroccan cell found, by ministry", outlet: "PAN",
            title: "الداخلية المغربية تعلن إحباط مخطط إرهابي",
            text:
                "قالت وزارة الداخلية المغربية إن المكتب المركزي للأبحاث القضائية اعتقل ستة متشددين."
        ),
        RelevanceRow(
            "Saudi paper on Moroccan police", outlet: "SA",
            title: "الأمن المغربي يحبط تهريب طن من الكوكايين",
            text: "أحبطت السلطات المغربية عملية تهريب في ميناء طنجة المتوسط."),
        RelevanceRow(
            "Tunisian paper on Morocco", outlet: "TN",
            title: "المغرب: توقيف 15 شخصا إثر أعمال شغب في الدار البيضاء",
            text: "أوقفت الشرطة 15 شخصا بعد مباراة الرجاء والوداد."),
        RelevanceRow(
            "Algerian press on Moroccan police", outlet: "DZ",
            title: "Maroc : la police réprime une manifestation à Jerada",
            text:
                "Les forces de l'ordre sont intervenues violemment dans cette ville de l'Oriental."),
        RelevanceRow(
            "Rif protests", outlet: "PAN",
            title: "اعتقال أحد قادة حراك الريف",
            text: "أعلنت النيابة العامة في الحسيمة توقيف الناشط من قبل الشرطة القضائية."),
        RelevanceRow(
            "Moroccan cell", outlet: "PAN",
            title: "المغرب: تفكيك خلية لداعش في طنجة"),
        RelevanceRow(
            "murder of Scandinavian tourists", outlet: "PAN",
            title: "المغرب يعتقل مشتبها به في مقتل سائحتين اسكندنافيتين"),
        RelevanceRow(
            "Marrakech arrests", outlet: "PAN",
            title: "مراكش: الشرطة توقف سائحا بتهمة التجسس"),
        RelevanceRow(
            "Sahara", outlet: "PAN",
            title: "العيون: الشرطة تفرق مظاهرة"),
        RelevanceRow(
            "Moroccan intelligence", outlet: "PAN",
            title: "المخابرات المغربية أبلغت ألمانيا بخطر منفذ هجوم برلين"),
    ]
}
