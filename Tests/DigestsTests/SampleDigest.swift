import Digests
import Foundation
import News

/// A small period with everything in it: three stories, a sequel, edits, trouble.
enum SampleDigest {
    static let morning = SampleArticle.morning
    static let archive = UUID(
        uuid: (0xA6, 0x3B, 0x1F, 0x02, 0x5C, 0xD4, 0x4E, 0x91, 0x8B, 0x07, 0, 0, 0, 0, 0, 1))

    static var input: DigestInput {
        DigestInput(
            archive: SampleDigest.archive,
            since: morning.addingTimeInterval(-86_400), until: morning,
            stories: [seizure, cards, cooperation, inquiry], previousTotal: 5,
            matchesPerDay: perDay, polls: 1_152, failures: 9, feeds: 48,
            troubled: [
                FeedTrouble(
                    feed: "Gazette du Rif",
                    since: morning.addingTimeInterval(-260_000),
                    cause: .failure(.status, status: 503)),
                FeedTrouble(
                    feed: "Le Courrier du Détroit", since: morning.addingTimeInterval(-7_000),
                    cause: .failure(.dns, status: nil)),
                FeedTrouble(
                    feed: "صدى الساحل 24", since: morning.addingTimeInterval(-800_000),
                    cause: .silence),
            ],
            nearMisses: [
                NearMiss(
                    title: "الأمن الغذائي في صلب نقاش برلماني", outlet: "جريدة الأطلس",
                    link: "https://atlas.example/articles/90", missing: 1.5),
                NearMiss(
                    title: "La gendarmerie royale présente ses nouveaux véhicules",
                    outlet: "Le Courrier du Détroit",
                    link: "https://courrier.example/articles/91"),
                NearMiss(
                    title: "توقيف شخصين بمحطة القطار", outlet: "صدى الساحل 24",
                    link: "https://sahil.example/articles/92", missing: 1),
                NearMiss(
                    title: "الشرطة الجزائرية توقف مهربين", outlet: "جريدة الأطلس", missing: -2),
            ],
            edited: [
                EditedArticle(
                    outlet: "Le Courrier du Détroit",
                    link: "https://courrier.example/articles/2",
                    before: "Tanger Med : 3 tonnes de chira saisies",
                    after: "Tanger Med : 3,2 tonnes de chira saisies",
                    changed: morning.addingTimeInterval(-7_200), language: "fr",
                    changes: [
                        WordChange(
                            before: "… au port Tanger Med", removed: "3 tonnes",
                            added: "3,2 tonnes", after: "de résine de cannabis …"),
                        WordChange(
                            before: "… routier.", removed: "",
                            added: "La marchandise était cachée dans un double plancher.",
                            after: "La brigade de police …"),
                        WordChange(before: "a", removed: "b", added: "c", after: "d"),
                        WordChange(before: "e", removed: "f", added: "g", after: "h"),
                    ]),
                EditedArticle(
                    outlet: "جريدة الأطلس", link: "https://atlas.example/articles/3",
                    before: "وحدات متنقلة بورزازات", after: "وحدات متنقلة بورزازات",
                    changed: morning.addingTimeInterval(-3_600), language: "ar"),
            ],
            notices: [
                .overran(feed: "Gazette du Rif", at: morning.addingTimeInterval(-30_000)),
                .overran(
                    feed: "جريدة الأطلس", at: morning.addingTimeInterval(-28_000),
                    again: [morning.addingTimeInterval(-25_000)]),
                .refused(
                    at: morning.addingTimeInterval(-20_000),
                    complaint: "config/feeds.yaml:3:12: ‘soon’ is not a length of time", of: 3),
                .unkept(
                    since: morning.addingTimeInterval(-600),
                    cause: "/var/lib/marsad/marsad.db: the disk is full"),
            ],
            topicTitles: titles, generated: morning.addingTimeInterval(30),
            timeZone: TimeZone(identifier: "Africa/Casablanca") ?? .gmt)
    }

    /// A period in which nothing matched.
    static func quiet(polls: Int, failures: Int) -> DigestInput {
        DigestInput(
            archive: SampleDigest.archive,
            since: morning.addingTimeInterval(-86_400), until: morning, stories: [],
            previousTotal: 5, polls: polls, failures: failures, feeds: 48,
            topicTitles: titles, generated: morning.addingTimeInterval(30),
            timeZone: TimeZone(identifier: "Africa/Casablanca") ?? .gmt)
    }

    static let titles: [String: [String: String]] = [
        "drugs": ["ar": "المخدرات", "fr": "Stupéfiants", "en": "Drugs"],
        "citizen-services": [
            "ar": "خدمات المواطنين", "fr": "Services aux citoyens", "en": "Citizen services",
        ],
        "security-cooperation": [
            "ar": "التعاون الأمني", "fr": "Coopération sécuritaire",
            "en": "Security cooperation",
        ],
        "accountability": ["ar": "المساءلة", "fr": "Redevabilité", "en": "Accountability"],
        "institution": ["ar": "المؤسسة", "fr": "L’institution", "en": "The institution"],
        "organised-crime": [
            "ar": "الجريمة المنظمة", "fr": "Crime organisé", "en": "Organised crime",
        ],
    ]

    private static var perDay: [DayCount] {
        let counts = [
            4, 6, 3, 7, 5, 2, 0, 4, 8, 6, 5, 9, 14, 7, 3, 4, 6, 5, 0, 2, 7, 8, 6, 4, 5, 11, 9, 6,
            5, 8,
        ]
        return counts.enumerated().map { index, count in
            DayCount(
                day: morning.addingTimeInterval(Double(index - 29) * 86_400 - 3600), count: count)
        }
    }

    private static func story(
        _ id: Int64, _ articles: [SampleArticle], since days: Double = 0
    ) -> Story {
        let members = articles.enumerated().map { $1.match(Int(id) * 10 + $0) }
        let seen = members.map(\.seen)
        return Story(
            id: id, headline: members.first?.item.title ?? "",
            firstSeen: (seen.min() ?? morning).addingTimeInterval(-days * 86_400),
            lastSeen: seen.max() ?? morning, members: members)
    }

    private static var seizure: Story {
        var facts = Facts()
        facts.organisations = [
            Organisation(
                id: "dgsn", name: "المديرية العامة للأمن الوطني", acronym: "DGSN"),
            Organisation(
                id: "customs", name: "إدارة الجمارك والضرائب غير المباشرة"),
        ]
        facts.places = [
            Place(id: "tanger-med", name: "ميناء طنجة المتوسط", kind: "crossing", country: "MA"),
            Place(id: "tanger", name: "طنجة", kind: "city", country: "MA", from: "tanger-med"),
        ]
        facts.countries = [Country(code: "ES")]
        facts.dates = [
            DateFact(
                quote: "مساء أمس الخميس", start: 0, end: 0, value: "2025-11-20",
                kind: "relative", from: "مساء أمس الخميس")
        ]
        facts.quantities = [
            Quantity(quote: "3 أطنان و200 كيلوغرام", start: 0, end: 0, value: 3_200, unit: "kg"),
            Quantity(quote: "شاحنتين", start: 0, end: 0, value: 2, unit: "vehicle"),
        ]
        let arabic = SampleArticle(
            feed: "atlas.example", outlet: "جريدة الأطلس",
            title: "إحباط محاولة تهريب ⟦3 أطنان من الشيرا⟧ بميناء طنجة المتوسط",
            body: """
                تمكنت عناصر ⟦الأمن الوطني⟧ بميناء طنجة المتوسط، بتنسيق مع مصالح الجمارك، مساء أمس \
                الخميس، من إحباط محاولة تهريب 3 أطنان و200 كيلوغرام من مخدر الشيرا كانت على متن \
                شاحنتين للنقل الدولي متوجهتين إلى إسبانيا.

                وجرت عملية التفتيش بعد مرور الشاحنتين عبر جهاز الفحص بالأشعة. وفتحت ⟦الشرطة \
                القضائية⟧ بحثا تحت إشراف ⟦النيابة العامة⟧ المختصة لتحديد باقي الامتدادات \
                المحتملة لهذا النشاط.
                """,
            hour: 13.2, topics: [("drugs", "primary"), ("organised-crime", "secondary")],
            facts: facts)
        let french = SampleArticle(
            feed: "courrier.example", outlet: "Le Courrier du Détroit", language: "fr",
            title: "Tanger Med : 3,2 tonnes de ⟦chira⟧ saisies",
            body: """
                Les services de la ⟦Sûreté nationale⟧ et de la douane ont saisi jeudi soir au port \
                Tanger Med 3,2 tonnes de ⟦résine de cannabis⟧ à bord de deux camions de transport \
                international routier. La marchandise était cachée dans un double plancher. \
                La brigade de ⟦police judiciaire⟧ a ouvert une enquête sous la supervision du \
                ⟦parquet⟧.
                """,
            hour: 13.9, topics: [("drugs", "primary")],
            facts: frenchSeizureFacts)
        let short = SampleArticle(
            feed: "rif.example", outlet: "Gazette du Rif", language: "fr",
            title: "Deux camions interceptés à ⟦Tanger Med⟧",
            body: "Deux camions ont été interceptés jeudi au port par la ⟦police⟧.", hour: 15,
            topics: [("drugs", "secondary")])
        return story(101, [arabic, french, short])
    }

    private static var frenchSeizureFacts: Facts {
        var facts = Facts()
        facts.organisations = [
            Organisation(
                id: "dgsn", name: "Direction générale de la sûreté nationale", acronym: "DGSN")
        ]
        facts.places = [
            Place(id: "tanger-med", name: "Tanger Med", kind: "crossing", country: "MA")
        ]
        facts.dates = [
            DateFact(
                quote: "jeudi soir", start: 0, end: 0, value: "2025-11-20", kind: "relative",
                from: "jeudi soir")
        ]
        facts.quantities = [
            Quantity(quote: "3,2 tonnes", start: 0, end: 0, value: 3.2, unit: "t"),
            Quantity(quote: "deux camions", start: 0, end: 0, value: 2, unit: "vehicle"),
        ]
        return facts
    }

    private static var cards: Story {
        var facts = Facts()
        facts.organisations = [
            Organisation(id: "dgsn", name: "المديرية العامة للأمن الوطني", acronym: "DGSN")
        ]
        facts.places = [
            Place(id: "ouarzazate", name: "ورزازات", kind: "city", country: "MA"),
            Place(id: "zagora", name: "زاكورة", kind: "city", country: "MA"),
        ]
        facts.dates = [
            DateFact(
                quote: "من 24 إلى 28 نونبر 2025", start: 0, end: 0,
                value: "2025-11-24/2025-11-28", kind: "range")
        ]
        facts.quantities = [
            Quantity(quote: "أكثر من 1.200 تلميذ", start: 0, end: 0, value: 1_200)
        ]
        let article = SampleArticle(
            feed: "atlas.example", outlet: "جريدة الأطلس",
            title: "وحدات متنقلة لإنجاز ⟦البطاقة الوطنية للتعريف الإلكترونية⟧ بقرى ورزازات وزاكورة",
            body: """
                أعلنت ⟦المديرية العامة للأمن الوطني⟧ عن برمجة وحدات متنقلة لإنجاز ⟦البطاقة \
                الوطنية⟧ لفائدة أكثر من 1.200 تلميذ بالجماعات القروية لورزازات وزاكورة، وذلك من \
                24 إلى 28 نونبر 2025.
                """,
            hour: 9.5, topics: [("citizen-services", "primary")], facts: facts)
        return story(102, [article])
    }

    private static var cooperation: Story {
        var facts = Facts()
        facts.people = [
            Person(
                id: "hammouchi", name: "عبد اللطيف حموشي",
                role: "المدير العام للأمن الوطني ومراقبة التراب الوطني")
        ]
        facts.organisations = [
            Organisation(id: "interpol", name: "الإنتربول", acronym: "ICPO"),
            Organisation(id: "dgsn", name: "المديرية العامة للأمن الوطني", acronym: "DGSN"),
        ]
        facts.countries = [Country(code: "FR"), Country(code: "ES"), Country(code: "PT")]
        facts.places = [Place(id: "marrakech", name: "مراكش", kind: "city", country: "MA")]
        facts.events = [
            Event(
                id: "interpol-ga", name: "الجمعية العامة للإنتربول", edition: 93,
                host: "marrakech", start: "2025-11-24", end: "2025-11-27")
        ]
        facts.dates = [
            DateFact(
                quote: "نونبر 2025", start: 0, end: 0, value: "2025-11", kind: "month")
        ]
        let new = SampleArticle(
            feed: "sahil.example", outlet: "صدى الساحل 24",
            title: "مراكش تستعد لاحتضان ⟦الجمعية العامة للإنتربول⟧ بحضور وفود من فرنسا وإسبانيا",
            body: """
                تتواصل بمراكش التحضيرات لاحتضان الدورة 93 ⟦للجمعية العامة للإنتربول⟧ في نونبر \
                2025. ويرتقب أن يجري ⟦المدير العام للأمن الوطني⟧، عبد اللطيف حموشي، مباحثات \
                ثنائية مع وفود من فرنسا وإسبانيا والبرتغال حول ⟦التعاون الأمني⟧ في تأمين \
                التظاهرات الرياضية الكبرى.
                """,
            hour: 22.1, topics: [("security-cooperation", "primary"), ("institution", "mention")],
            facts: facts)
        let old = SampleArticle(
            feed: "atlas.example", outlet: "جريدة الأطلس",
            title: "مراكش تحتضن ⟦الجمعية العامة للإنتربول⟧ نهاية الشهر",
            body: "تحتضن مراكش نهاية الشهر الجمعية العامة للإنتربول.", hour: -62,
            topics: [("security-cooperation", "primary")])
        return story(97, [old, new])
    }

    private static var inquiry: Story {
        var facts = Facts()
        facts.organisations = [
            Organisation(id: "dgsn", name: "Direction générale de la sûreté nationale")
        ]
        facts.places = [Place(id: "fes", name: "Fès", kind: "city", country: "MA")]
        let article = SampleArticle(
            feed: "courrier.example", outlet: "Le Courrier du Détroit", language: "fr",
            title: "Fès : une ⟦enquête administrative⟧ après la plainte d’un automobiliste",
            body: """
                La ⟦DGSN⟧ a ouvert une ⟦enquête administrative⟧ après la plainte d’un automobiliste \
                qui dit avoir été insulté lors d’un contrôle à Fès. Deux ⟦fonctionnaires de police⟧ \
                ont été suspendus à titre provisoire, indique un communiqué de la préfecture de \
                police.
                """,
            hour: 18.75, topics: [("accountability", "primary")], facts: facts)
        return story(103, [article])
    }
}
