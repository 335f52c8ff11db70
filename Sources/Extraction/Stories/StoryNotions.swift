/// What outlets of any language tell events by: a word of the table stands for its notion, so
/// that «سارق», `voleur` and `thief` are one word, and «سيارة» and «مركبة» too.
///
/// Left out is what nearly every report of the police has (arrests, suspects, inquiries) and words
/// of two senses that would join events (`candidats` to a post, and to crossing the sea). A word
/// stands for all that share its stem (``StoryWords``). A notion's number is made of its name and
/// lies in fingerprints that are kept, so names stay as they are.
enum StoryNotions {
    /// The number of a stem's notion; nil for any other word.
    static func number(of stem: ArraySlice<UInt8>) -> UInt32? { numbers[stem] }

    /// Whether a word of a fingerprint is a notion: those have a first byte of zero.
    static func isNotion(_ word: UInt32) -> Bool { word >> 24 == 0 }

    /// What tells of a riot by itself, and what any telling of one has some of.
    static let riot = numbers(named: "riot", "stones")
    static let harm = numbers(named: "riot", "stones", "damage", "brawl", "injury", "assault")

    private static func numbers(named names: String...) -> Set<UInt32> {
        Set(names.map(number(named:)))
    }

    private static func number(named name: some StringProtocol) -> UInt32 {
        StoryWords.hash(Array(name.utf8)[...]) >> 8
    }

    private static let numbers: [ArraySlice<UInt8>: UInt32] = {
        var numbers: [ArraySlice<UInt8>: UInt32] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let name = words.first else { continue }
            let number = number(named: name)
            for stem in words.dropFirst().flatMap(stems) { numbers[stem] = number }
        }
        return numbers
    }()

    /// The stem of a word, and the one that it has behind a clitic: «فندق» loses a letter that
    /// may be one, «بفندق» does not.
    static func stems(of word: some StringProtocol) -> [ArraySlice<UInt8>] {
        [String(word), "ال" + word].compactMap { form in
            let text = FoldedText(form)
            guard text.tokens.count == 1, let token = text.tokens.first else { return nil }
            return StoryWords.stem(of: text.letters[token.letters], token.script)
        }
    }

    /// A line for each: its name, and its words in Arabic, French and English.
    static let table = """
        theft سرقة سارق سرق لصوص نشل نشال سرقات voleur voleurs vols volé dérobé pickpocket theft \
            thief stolen
        robbery سطو اقتحام اقتحموا braquage braqueur cambriolage cambrioleur robbery burglary
        snatching خطف arrachage
        fraud نصب نصاب احتيال محتال نصابين وهمي وهمية escroc escroquerie arnaque arnaqueur fictif \
            fictive fictives fraud scam
        forgery تزوير مزور مزورة مزورين مزيف مزيفة تزييف faux fausse fausses falsifié \
            falsification contrefait contrefaçon faussaire forged counterfeit
        impersonation انتحال ينتحل تنتحل منتحل usurpation usurpateur
        blackmail ابتزاز يبتز مبتز chantage chanter extorsion sextorsion blackmail
        intimacy إباحي إباحية حياء خادشة حميمية sexuel sexuelle intime intimes webcam
        threat تهديد هدد يهدد menace menacer menaçaient menacé
        killing قتل قاتل مقتل جريمة meurtre meurtrier homicide assassinat assassin tué murder
        death وفاة مصرعهم مصرعه مصرع لقي قتيل قتيلان décès décédé mort morts mortel mortelle \
            death
        body جثة جثث جثته جثمان cadavre corps dépouille
        autopsy تشريح أموات autopsie morgue
        stabbing طعن طعنة طعنات ذبح poignardé poignarder égorgé stabbed
        knife سكين سكاكين مدية أبيض بيضاء couteau couteaux blanche blanches knife
        sword سيف سيوف sabre sabres épée
        gun رصاص رصاصة مسدس ناري pistolet fusil balle balles revolver tir tirs gunshot
        assault اعتداء اعتدى معتدي اعتدوا عنف يعنف تعنيف ضرب بضرب agression agressé agresser \
            agresseur malmener malmené malmenant frappé violenté assault
        rape اغتصاب مغتصب هتك viol violeur rape
        harassment تحرش متحرش harcèlement harceleur
        kidnapping اختطاف مختطف احتجاز محتجز enlèvement kidnapping séquestration séquestré rapt
        brawl شجار عراك مشادة rixe bagarre altercation dispute brawl
        riot شغب مشاغب مشاغبين مشاغبون فوضى hooliganisme hooligan émeute émeutiers violences \
            débordements affrontements riot
        stones رشق حجارة حجر pierres pierre jets
        damage تخريب مخربة خسائر أضرار إتلاف dégâts vandalisé vandalisme dégradation endommagé \
            saccagé saccage
        fire حريق حرائق نيران اندلع اندلاع إضرام incendie incendié feu flammes incendiaire fire
        explosion انفجار متفجرات explosion explosif explosifs
        evacuation إخلاء أخلي évacuation évacué évacuer
        drowning غرق غريق تيارات أمواج noyade noyé noyer courants vagues drowning
        rescue إنقاذ أنقذ ينقذ منقذ إسعافات إسعاف sauvetage sauvé sauver sauve secouru secourir \
            secours rescue
        suicide انتحار انتحر suicide suicidé
        injury جريح جرحى إصابات مصاب مصابين إصابة جروح blessé blessés blessure blessures injured
        accident حادثة اصطدام دهس صدم انقلاب accident collision percuté renversé heurté crash
        drunkenness سكر مخمور مخمورا ivre ivresse ébriété alcoolisé drunk
        spirits خمر خمور جعة alcool alcools bière vin
        drugs مخدر مخدرات stupéfiants stupéfiant drogue drogues drugs
        pills قرص أقراص قرصا حبة حبوب مهلوس قرقوبي ريفوتريل إكستازي comprimé comprimés pilules \
            psychotropes karkoubi rivotril ecstasy pills
        cocaine كوكايين cocaïne cocaine
        heroin هيروين héroïne
        cannabis شيرا حشيش كيف طابا سنابل قنب chira haschich hachich kif résine cannabis
        tobacco تبغ سجائر معسل سيجارة tabac cigarettes cigarette
        smuggling تهريب مهرب مهربة مهربين contrebande smuggling
        dealing ترويج مروج يروج تروج مروجي اتجار trafic trafiquant trafiquants dealer dealers \
            revendeur vendait trafficking
        swallowing أمعاء ابتلاع ابتلعوا كبسولات intestins ingéré capsules mules
        network شبكة شبكات عصابة réseau gang bande network
        migration هجرة مهاجر مهاجرين حريك حراكة حراك تهجير migrants migrant immigration \
            clandestins passeurs passeur émigration migration
        boat قارب قوارب زورق زوارق zodiac barque embarcation pneumatique patera boat
        terrorism إرهاب إرهابي متطرف متشدد داعش terroriste terrorisme jihadiste djihadiste \
            extrémiste daech terror
        cell خلية خلايا cellule
        bribery رشوة ارتشاء مرتشي corruption corrompu bribe
        cheating غشاش triche tricherie tricheur
        exam امتحان امتحانات باكالوريا بكالوريا examen examens baccalauréat exam
        gambling قمار رهان paris gambling
        prostitution دعارة وساطة قوادة prostitution proxénétisme proxénète
        sorcery شعوذة مشعوذ مشعوذة sorcellerie charlatan
        internet أنترنت إنترنت انترنت إلكتروني إلكترونية رقمي رقمية internet numérique numériques \
            cyber cybercriminalité online digital
        video فيديو شريط أشرطة مقطع vidéo vidéos filmé images séquence enregistrement \
            enregistrements تسجيلات تسجيل صور video
        sharing تواصل فيسبوك تداول facebook tiktok sociaux diffusion partagée relayée viral
        rumour إشاعة إشاعات زائفة زائف كاذبة rumeur rumeurs mensongères intox fake
        denial نفت تنفي نفي تفند كذبت dément démenti démentir denies
        car سيارة سيارات مركبة مركبات عربة voiture voitures véhicule véhicules automobile car
        motorcycle دراجة دراجات moto motos motocycle motocyclette motocycliste cyclomoteur \
            motorcycle
        truck شاحنة شاحنات camion camions truck
        bus حافلة حافلات bus autocar autobus
        taxi طاكسي طاكسيات أجرة taxi taximan
        train قطار قطارات train trains ferroviaire railway
        tram ترامواي طرامواي tramway tram
        station محطة gare gares
        airport مطار aéroport airport
        harbour ميناء portuaire harbour
        ship باخرة سفينة navire ferry bateau
        plane طائرة avion
        phone هاتف هواتف محمول محمولة téléphone téléphones portable portables smartphone phone
        computer حاسوب حواسيب ordinateur ordinateurs computer
        jewels مجوهرات حلي ذهب ذهبية مجوهراتي bijou bijoux bijouterie bijoutier joaillerie \
            jewellery
        money مبلغ مال مالي أموال نقود argent somme sommes espèces money
        currency أورو دولار devises devise euros euro dollars
        bank بنك بنوك بنكية بنكي banque banques bancaire bancaires bank
        card بطاقة بطائق بطاقات carte cartes card
        passport جواز جوازات passeport passeports passport
        plates لوحات ترقيم plaques immatriculation
        documents وثائق وثيقة مستندات documents document
        baggage حقيبة حقائب أمتعة valise valises bagage bagages sac sacs
        clothes ملابس ثياب vêtements vêtement
        food أغذية غذائية aliments alimentaires denrées
        meat لحوم لحم viande viandes
        medicine أدوية دواء médicament médicaments
        gear معدات تجهيزات أجهزة matériel matériels équipement équipements appareils
        camera كاميرا كاميرات مراقبة caméra caméras surveillance vidéosurveillance
        fingerprints بصمات بصمة empreintes empreinte
        drone درون مسيرة drone drones
        flares شهب مفرقعات fumigènes pétards flares
        dogs كلب كلاب مدربة chien chiens cynotechnique cynophile
        horses خيل خيالة فرس فروسية cheval chevaux équestre cavalerie
        livestock مواشي أغنام ماشية أبقار bétail moutons
        pharmacy صيدلية صيدليات pharmacie pharmacien
        hospital مستشفى مستعجلات hôpital hospitalier urgences hospital
        clinic مصحة عيادة clinique cabinet
        school مدرسة مدارس مدرسي مدرسية تعليمية ثانوية إعدادية école écoles lycée collège \
            scolaire scolaires school
        pupil تلميذ تلاميذ تلميذة élève élèves écolier écoliers pupils
        student طالب طلبة طالبة جامعة جامعي étudiant étudiants étudiante université universitaire
        addiction إدمان مدمن addiction toxicomane
        mosque مسجد مساجد mosquée
        cafe مقهى مقاهي café cafés
        restaurant مطعم مطاعم restaurant
        hotel فندق فنادق رياض إيواء نزلاء نزيل hôtel hôtels riad hôtes hôtelier hotel
        villa فيلا فيلات villa villas
        rent كراء يكتري استئجار location louer louait loué
        flat شقة شقق appartement appartements
        house منزل منازل بيت maison maisons domicile domiciles
        shop متجر دكان magasin magasins boutique commerce
        market سوق أسواق marché souk
        beach شاطئ شواطئ plage plages
        sea بحر بحري بحرية mer maritime marin
        river واد وادي نهر oued rivière barrage
        well بئر puits
        forest غابة غابات forêt
        farm ضيعة فلاحي فلاحية ferme agricole
        motorway autoroute motorway
        stadium ملعب ملاعب stade stades stadium
        border حدود حدودي معبر frontière frontalier
        cemetery مقبرة قبور cimetière tombes
        prison سجن سجين سجناء prison pénitentiaire détenu détenus
        store مستودع مخزن مستودعات entrepôt dépôt hangar
        factory معمل مصنع مصانع usine atelier
        kitchen مطبخ cuisine
        building عمارة بناية مبنى immeuble bâtiment
        collapse انهيار انهار effondrement effondré
        child طفل أطفال رضيع رضيعة طفلة enfant enfants bébé nourrisson fillette child
        minor قاصر قاصرين قاصرون قاصرا mineur mineurs mineure minor
        woman سيدة سيدات امرأة نساء فتاة femme femmes fille filles woman
        spouse زوج زوجة زوجته زوجها mari époux épouse conjoint conjointe
        parent والدة والدته والد والده mère père
        brother شقيق شقيقه frère frères
        elder مسن مسنة عجوز ثمانيني سبعيني vieillard octogénaire septuagénaire âgée
        tourist سائح سياح سائحة سياحي سياحية touriste touristes touristique tourist
        foreigner أجنبي أجنبية أجانب étranger étrangers étrangère étrangères foreign
        traveller مسافر مسافرة مسافرين راكب ركاب passager passagers passagère voyageur voyageuse
        driver سائق سائقين conducteur conducteurs chauffeur chauffeurs
        pedestrian راجل راجلين راجلون piéton piétons
        nurse ممرض ممرضة تمريض infirmier infirmière nurse
        doctor طبيب طبيبة أطباء طبية طبي médecin médecins docteur médecine médical
        dentist أسنان أضراس dentiste dentaire dents
        patient مريض مرضى patient patients malade malades
        permit ترخيص رخصة شهادة autorisation licence permis diplôme
        lawyer محام محامي محامية avocat avocate
        teacher أستاذ أستاذة معلم enseignant enseignante professeur instituteur
        reporter صحافي صحفي صحافية journaliste journalistes
        fisher صياد صيادين صيد pêcheur pêcheurs pêche
        artist فنان فنانة مغني مغنية رابور artiste chanteur chanteuse rappeur
        influencer مؤثر مؤثرة يوتوبر influenceur influenceuse youtubeur
        preacher إمام فقيه imam fqih
        elected برلماني منتخب منتخبين جماعي député parlementaire élu élus
        soldier عسكري جندي جنود militaire militaires soldat
        gendarmes درك دركي gendarme gendarmes gendarmerie
        customs جمارك جمركي جمركية douane douanes douanier douaniers customs
        supporters مشجع مشجعين جماهير جمهور ألتراس supporters supporteurs ultras fans
        match مباراة ديربي match matchs derby
        tickets تذكرة تذاكر billets billet
        club لاعب لاعبين فريق فريقين joueur joueurs équipe équipes club
        fugitive فار فارين هارب مبحوث فرار يفر cavale fuite fugitif enfui enfuis recherché \
            recherchés fugitive
        masked ملثم ملثمين ملثمون أقنعة cagoulé cagoulés masqué masqués
        recidivist سوابق récidiviste récidivistes
        subsaharan صحراء subsaharien subsahariens subsaharienne africain africains إفريقي أفارقة \
            إفريقية
        graduation تخرج متخرج يتخرج فوج lauréats graduation
        training تكوين تدريب متدرب formation formations stagiaire stagiaires training
        recruitment توظيف recrutement concours recruitment
        appointment تعيين تعيينات nomination nominations nommé nommés
        suspension إيقاف توقيفه مؤقت suspendu suspendre suspend suspension
        discipline تأديبي تأديبية عقوبة عقوبات disciplinaire disciplinaires sanction sanctions
        inspectors مفتش مفتشي مفتشة inspecteur inspecteurs
        cooperation تعاون شراكة coopération partenariat cooperation
        agreement اتفاقية اتفاق مذكرة convention accord
        visit زيارة زيارات يزور visite visites visit
        talks مباحثات محادثات اجتماع entretiens entretien réunion talks
        delegation وفد وفود délégation delegation
        conference مؤتمر ندوة منتدى conférence colloque forum congrès
        exhibition معرض معارض أروقة exposition salon stand
        open أبواب مفتوحة portes ouvertes
        ceremony حفل مراسم cérémonie
        anniversary ذكرى تأسيس anniversaire
        honours وسام أوسمة تكريم توشيح hommage décoration décorés médaille
        courage شجاعة إشادة بسالة courage bravoure
        arrangements ترتيبات تدابير خطة dispositif mesures
        traffic جولان مرور circulation
        campaign حملة حملات تمشيط campagne campagnes ratissage
        awareness تحسيس تحسيسي تحسس توعية sensibilisation sensibilise sensibiliser awareness
        platform منصة بوابة plateforme guichet portail
        figures حصيلة إحصائيات bilan statistiques
        complaint شكاية شكايات plainte plaintes
        protest احتجاج احتجاجات وقفة مظاهرة إضراب protestation manifestation manifestants grève
        quake زلزال هزة séisme tremblement
        flood فيضان فيضانات سيول inondation inondations crue
        poisoning تسمم متسمم intoxication empoisonnement
        donation تبرع متبرع sang
        advert إعلان إعلانات annonce annonces
        wire كابلات أسلاك نحاس câbles cuivre
        fuel محروقات بنزين غازوال carburant gasoil
        water مائي مياه eau eaux
        """
}
