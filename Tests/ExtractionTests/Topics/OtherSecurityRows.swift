/// Texts of Moroccan papers in which police are none, or only other forces act.
enum OtherSecurityRows {
    /// Security, policies and forces of other kinds.
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
            "private guards",
            title: "حراس الأمن الخاص بمستشفى فاس يحتجون",
            text: "طالب حراس الأمن الخاص بصرف أجورهم المتأخرة."),
        RelevanceRow(
            "gendarmes alone",
            title: "الدرك الملكي يحجز خمسة أطنان من الحشيش بأزيلال",
            text: "داهمت عناصر الدرك الملكي ضيعة فلاحية وأوقفت شخصين وضعا تحت الحراسة النظرية."),
        RelevanceRow(
            "gendarmes alone, French",
            title: "Settat : la Gendarmerie royale démantèle un réseau de vol de bétail",
            text: "Les gendarmes ont placé quatre suspects en garde à vue."),
        RelevanceRow(
            "customs alone",
            title: "Tanger Med : les douaniers saisissent 40.000 euros",
            text: "Les éléments de la douane ont découvert les billets dans une voiture."),
        RelevanceRow(
            "royal navy alone",
            title: "البحرية الملكية تنقذ 60 مهاجرا قبالة طانطان",
            text: "نقل المهاجرون إلى ميناء طانطان حيث سلموا إلى الدرك الملكي."),
        RelevanceRow(
            "prison staff",
            title: "إدارة سجن عكاشة تنفي تعرض سجين للضرب",
            text: "أكدت المندوبية العامة لإدارة السجون أن السجين يتمتع بكل حقوقه."),
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
            "court alone with old case",
            title: "محكمة الاستئناف بفاس تؤيد حكما في حق مقاول",
            text: "قضت المحكمة بسنتين حبسا نافذا في حق المقاول بتهمة النصب."),
        RelevanceRow(
            "French commissioner of the European Union",
            title: "Le commissaire européen en visite à Rabat",
            text: "Le commissaire européen à l'Élargissement a rencontré Nasser Bourita."),
        RelevanceRow(
            "auditor",
            title: "Le commissaire aux comptes certifie les états financiers",
            text: "La société casablancaise publie ses résultats."),
        RelevanceRow(
            "sûreté nucléaire",
            title: "Le Maroc renforce la sûreté nucléaire",
            text: "L'agence AMSSNuR a signé un accord avec l'AIEA."),
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
            "security guards of a company",
            title: "Casablanca: un agent de sécurité agressé dans un supermarché",
            text: "L'agent de sécurité privé a été transporté à l'hôpital."),
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
            "army",
            title: "القوات المسلحة الملكية تجري مناورات بطانطان"),
        RelevanceRow(
            "gendarmes at a traffic accident",
            title: "مصرع أربعة أشخاص في حادثة سير قرب شيشاوة",
            text: "انتقلت عناصر الدرك الملكي إلى مكان الحادث وفتحت تحقيقا."),
        RelevanceRow(
            "gendarmes arrest, darija",
            title: "الجدارمية شدو شفارة ديال البهايم فسيدي بنور"),
        RelevanceRow(
            "gendarmerie, French, with judicial police of the gendarmerie",
            title: "Berrechid: la police judiciaire de la gendarmerie interpelle un violeur",
            text: "Les gendarmes l'ont placé en garde à vue."),
        RelevanceRow(
            "customs with scanner",
            title: "الجمارك تحبط تهريب 50 ألف قرص بباب سبتة",
            text: "أحبطت عناصر الجمارك العملية باستعمال جهاز السكانير."),
        RelevanceRow(
            "the prosecutor and court only",
            title: "النيابة العامة بالرباط تتابع صحافيا في حالة سراح",
            text: "مثل الصحافي أمام وكيل الملك."),
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
            "auxiliary forces alone",
            title: "عناصر القوات المساعدة تنظم دوريات بشاطئ عين الذئاب"),
        RelevanceRow(
            "Qatar security",
            title: "الدوحة: الشرطة القطرية تتسلم مركبات جديدة"),
        RelevanceRow(
            "a retrospective, exile",
            title: "في مثل هذا اليوم: سقوط جدار برلين",
            text: "كان حرس الحدود والشرطة الشعبية يراقبون الجدار."),
        RelevanceRow(
            "English: security council",
            title: "Security Council Renews MINURSO Mandate"),
        RelevanceRow(
            "English: food security",
            title: "Morocco Invests in Food Security"),
        RelevanceRow(
            "English: gendarmes",
            title: "Royal Gendarmerie Seizes Five Tons of Cannabis Near Nador"),
        RelevanceRow(
            "English: insurance",
            title: "How to Choose an Insurance Policy",
            text: "Compare the policies of several insurers."),
        RelevanceRow(
            "a ministerial council",
            title: "مجلس حكومي يصادق على مرسوم يهم الجمارك"),
        RelevanceRow(
            "street vendors and the authorities",
            title: "السلطات المحلية بسلا تحرر الملك العمومي من الباعة",
            text: "أشرف القائد رفقة أعوان السلطة والقوات المساعدة على العملية."),
        RelevanceRow(
            "firefighters",
            title: "Casablanca : un incendie ravage un entrepôt",
            text: "Les sapeurs-pompiers ont maîtrisé le feu."),
        RelevanceRow(
            "king's message",
            title: "الملك يعزي رئيس تركيا في ضحايا الزلزال"),
        RelevanceRow(
            "king condemns attack on police abroad",
            title: "Le Roi condamne l'attaque contre la police à Tunis"),
        RelevanceRow(
            "parliament debates a law",
            title: "البرلمان يناقش قانون المسطرة الجنائية"),
        RelevanceRow(
            "drowning",
            title: "غرق شاب بشاطئ أكادير",
            text: "انتشلت عناصر الوقاية المدنية الجثة."),
        RelevanceRow(
            "football in France with police",
            title: "PSG-OM : 3.000 policiers mobilisés au Parc des Princes"),
        RelevanceRow(
            "singer in Paris court",
            title: "مغن مغربي أمام القضاء الفرنسي",
            text: "أوقفت الشرطة المغني في فندق بباريس."),
        RelevanceRow(
            "security software",
            title: "شركة تطلق برنامجا لأمن المعلومات بالدار البيضاء"),
        RelevanceRow(
            "guards strike",
            title: "حراس الأمن الخصوصي يطالبون بتحسين أوضاعهم بفاس"),
        RelevanceRow(
            "nutrition",
            title: "الأمن المائي: سد جديد بالحسيمة"),
        RelevanceRow(
            "airport drones of customs",
            title: "جمارك مطار فاس تحجز ذهبا"),
        RelevanceRow(
            "gendarmes and a body",
            title: "العثور على جثة بوادي أم الربيع",
            text: "انتشلت الجثة عناصر الوقاية المدنية بحضور الدرك الملكي."),
        RelevanceRow(
            "forest fires",
            title: "حريق غابة بالعرائش",
            text: "تدخلت طائرات كنادير والقوات المسلحة الملكية."),
        RelevanceRow(
            "Sahara army",
            title: "القوات المسلحة الملكية تؤمن معبر الكركرات"),
        RelevanceRow("a building collapses", title: "سقوط منزل آيل للانهيار بفاس"),
        RelevanceRow("rain falls", title: "سقوط أمطار قوية بطنجة"),
        RelevanceRow("a worker falls", title: "عامل بناء يسقط من الطابق الرابع بالدار البيضاء"),
        RelevanceRow("a fall in the derby", title: "الرجاء يطيح بالوداد بالدار البيضاء"),
        RelevanceRow(
            "a decree", title: "Casablanca : l'arrêté du wali sur les terrasses entre en vigueur"),
        RelevanceRow("a joint decree", title: "Rabat : un arrêté ministériel sur les taxis"),
        RelevanceRow("a market is taken down", title: "تفكيك سوق عشوائي بالدار البيضاء"),
        RelevanceRow(
            "a slum is taken down",
            title: "Casablanca : démantèlement d'un bidonville à Sidi Moumen"),
        RelevanceRow("schools stop", title: "توقيف الدراسة بأكادير بسبب الأمطار"),
        RelevanceRow("an official is suspended", title: "توقيف قائد عن مهامه بالقنيطرة"),
        RelevanceRow("suspended teachers", title: "وقفة بالرباط تضامنا مع الأساتذة الموقوفين"),
        RelevanceRow("imports stop", title: "المغرب يوقف استيراد الأبقار من البرازيل"),
        RelevanceRow("flights stop", title: "Le Maroc arrête les liaisons aériennes avec Israël"),
        RelevanceRow("aid is handed over", title: "المغرب يسلم مساعدات غذائية لمالي"),
        RelevanceRow("trains stop", title: "توقف حركة القطارات بين فاس ومكناس"),
        RelevanceRow("snow falls", title: "La neige tombe à Ifrane"),
        RelevanceRow("an acquittal", title: "براءة رئيس جماعة بمراكش"),
        RelevanceRow("a bus strike", title: "إيقاف خدمات الحافلات بتطوان"),
        RelevanceRow("prices fall", title: "Marrakech : les prix de l'immobilier tombent"),
        RelevanceRow("a court's arrest of a ruling", title: "إيقاف تنفيذ حكم بالرباط"),
        RelevanceRow("stop of a project", title: "إيقاف أشغال بناء عمارة بتطوان"),
        RelevanceRow("a playoff", title: "مباراة الباراج تحسم الصعود إلى القسم الأول"),
        RelevanceRow("a semi-final", title: "الوداد يبلغ السيمي فينال"),
        RelevanceRow("Croats", title: "المنتخب المغربي يواجه الكروات في المونديال"),
        RelevanceRow("a general supervisor", title: "المراقب العام لحزب يستقيل"),
        RelevanceRow("a guard of a shop", title: "طعن حارس أمن بسوق ممتاز بطنجة"),
        RelevanceRow(
            "private security men", title: "عناصر الأمن الخاص تمنع صحافيين من دخول الملعب"),
    ]
}
