import Foundation

/// The interface's words in one language; `{}` and `{1}`, `{2}` stand for what is filled in.
///
/// A file a language (`Templates/words.ar.json`, …), which goes into the program when it is
/// built. What the settings say (topics' titles) and what feeds say is not here.
struct Words: Sendable, Decodable {
    var brand: String
    /// The document's kind, in its heading and as its title.
    var digest: String
    var subject: String
    var skip: String
    /// `{1}` and `{2}` are moments.
    var fromTo: String
    /// The same for two days, within a sentence.
    var range: String
    var articles: Plural
    var stories: Plural
    var outlets: Plural
    var more: Plural
    var fewer: Plural
    var asMany: String
    /// `{}` days.
    var perDay: Plural
    /// `{1}` articles on `{2}`.
    var mostOn: String
    var contents: String
    /// What stories without a topic stand under.
    var otherStories: String

    var quietTitle: String
    var quiet: String
    /// `{1}` polls, `{2}` feeds.
    var quietPolls: String
    var quietAllAnswered: String
    var quietFailures: Plural
    var quietTroubled: String
    var quietDoubt: String
    var quietBlind: String

    var grades: [Grade: String]
    /// `{}` is a day.
    var developmentOf: String
    var alsoAbout: String
    /// `{}` is an outlet.
    var quotedFrom: String
    var facts: [FactKind: String]
    var inferred: String
    /// `{}` is what it was inferred from.
    var inferredFrom: String
    var allHeadlines: Plural
    var linkToStory: String

    var mostNamed: String
    var mostNamedKinds: [NamedKind: String]
    var namedIn: Plural

    var edited: String
    var before: String
    var after: String
    var textChanged: String
    /// Changes of a text that are not shown.
    var moreChanges: Plural

    var leftOut: String
    var leftOutWhy: String
    /// `{1}` points, `{2}` a topic.
    var missingPoints: String
    /// The same where no topic is known; `{}` points.
    var missedBy: String
    /// Enough points, but something speaks against it.
    var barred: String
    var setAside: String

    var watch: String
    var feedsWatched: String
    var polls: String
    var failures: String
    var troubled: String
    /// `{}` is a moment.
    var since: String
    /// `{}` is a moment.
    var silent: String
    var allAnswered: String
    var notices: String
    /// `{1}` is a feed, `{2}` a moment.
    var overran: String
    /// `{}` is a moment.
    var refused: String
    /// `{}` is a moment.
    var unkept: String

    /// `{}` is a moment.
    var writtenOn: String
    /// How to read a digest; and, where the form shows what matched, how.
    var method: String
    var methodMarks: String
    var allDigests: String
    /// What stands beside the page, in the list of all digests.
    var forms: String
    var nothingYet: String
    /// `{}` is `2026-W47`.
    var weekOf: String
    /// By code; each in its own language.
    var languageNames: [String: String]
    /// By a file's extension.
    var formNames: [String: String]
    var openQuote: String
    var closeQuote: String
    /// What parts things listed in a line.
    var comma: String
    /// Names of countries, by code, that differ from Foundation's.
    var countries: [String: String]
    /// What parts a label from what it labels, as French sets a space before it.
    var colon: String

    /// The colon where nothing follows on its line.
    var colonAtEnd: String { String(colon.dropLast()) }
}

extension Words {
    static let arabic = Words(PackageResources.words_ar_json)
    static let french = Words(PackageResources.words_fr_json)
    static let english = Words(PackageResources.words_en_json)

    private init(_ file: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Words.self, from: Data(file))
        } catch {
            // The files are part of the program, and every test of a digest reads all three.
            fatalError("the program's own words cannot be read: \(error)")
        }
    }
}

/// A phrase by number, after the plural rules of Unicode's CLDR; `{}` is the number.
///
/// A form that is nil falls back on `other`, in French that for none on `one`; French and
/// English have a form for two where they say «both».
struct Plural: Sendable, Decodable {
    var zero: String?
    var one: String
    var two: String?
    /// In Arabic 3 to 10, and 103 to 110.
    var few: String?
    /// In Arabic 11 to 99.
    var many: String?
    var other: String

    func phrase(for number: Int, in language: DigestLanguage) -> String {
        switch language {
        case .en, .fr:
            switch number {
            case 0: zero ?? (language == .fr ? one : other)
            case 1: one
            case 2: two ?? other
            default: other
            }
        case .ar:
            switch (number, number % 100) {
            case (0, _): zero ?? other
            case (1, _): one
            case (2, _): two ?? other
            case (_, 3...10): few ?? other
            case (_, 11...99): many ?? other
            default: other
            }
        }
    }
}
