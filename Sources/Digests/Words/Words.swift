import Foundation
import News

/// The interface's words in one language; `{}` and `{1}`, `{2}` stand for what is filled in.
///
/// A file a language (`Templates/words.ar.json`, …), which goes into the program when it is
/// built. What the settings say (topics' titles) and what feeds say is not here.
///
/// One object for all who ask: there are many words, and they would be copied often.
final class Words: Sendable, Decodable {
    let brand: String
    /// The document's kind, in its heading and as its title.
    let digest: String
    let subject: String
    let skip: String
    /// `{1}` and `{2}` are moments.
    let fromTo: String
    /// `{1}` and `{2}` are the days of a heading: within one month the first is a number alone.
    let spanInMonth: String
    let span: String
    /// The same for two days, within a sentence.
    let range: String
    let articles: Plural
    let stories: Plural
    let outlets: Plural
    let more: Plural
    let fewer: Plural
    let asMany: String
    /// The period before cannot be compared with.
    let noComparison: String
    /// `{}` days.
    let perDay: Plural
    /// `{1}` articles on `{2}`.
    let mostOn: String
    let contents: String
    /// What stories without a topic stand under.
    let otherStories: String

    let quietTitle: String
    let quiet: String
    /// `{}` are the topics that alone were asked for.
    let quietOn: String
    /// The same in a heading.
    let only: String
    /// `{1}` polls, `{2}` feeds.
    let quietPolls: String
    let quietAllAnswered: String
    let quietFailures: Plural
    let quietTroubled: String
    /// Polls failed, but no feed is in trouble any more.
    let quietRecovered: String
    let quietDoubt: String
    let quietBlind: String

    let grades: [Grade: String]
    /// `{}` is a day.
    let developmentOf: String
    let alsoAbout: String
    /// `{}` is an outlet.
    let quotedFrom: String
    let facts: [FactKind: String]
    let inferred: String
    /// What an anniversary is reckoned by.
    let years: Plural
    /// `{}` is what it was inferred from.
    let inferredFrom: String
    let allHeadlines: Plural
    let linkToStory: String

    let mostNamed: String
    let mostNamedKinds: [NamedKind: String]
    let namedIn: Plural

    let edited: String
    let before: String
    let after: String
    let textChanged: String
    /// Changes of a text that are not shown.
    let moreChanges: Plural
    /// Articles of a list that are not shown.
    let moreArticles: Plural

    let leftOut: String
    let leftOutWhy: String
    /// `{}` points.
    let missedBy: String
    /// Enough points, but something speaks against it.
    let barred: String
    let setAside: String

    let watch: String
    let feedsWatched: String
    let polls: String
    let failures: String
    let troubled: String
    /// `{}` is a moment.
    let since: String
    /// `{}` is a moment.
    let silent: String
    /// Why a feed's polls fail; of an answer by its status, `{}`, where that is not among ``answers``.
    let failureKinds: [FailureKind: String]
    /// By status (`404`), or by its hundred (`5xx`); `{}` is the status.
    let answers: [String: String]
    let allAnswered: String
    let notices: String
    /// `{1}` is a feed, `{2}` a moment.
    let overran: String
    /// `{1}` is a feed, `{2}` the moments.
    let overranTimes: Plural
    /// `{}` is a number.
    let atLeast: String
    /// `{}` is a moment.
    let refused: String
    /// `{}` is a moment.
    let unkept: String
    /// What leads to the first of `{}` complaints, which is in English.
    let complaints: Plural
    /// The same to the cause that the log has.
    let loggedCause: String

    /// `{}` is a moment.
    let writtenOn: String
    /// The same, after its hour.
    let writtenLate: String
    /// How to read a digest; and, where the form shows what matched, how.
    let method: String
    let methodMarks: String
    let methodStars: String
    let methodBold: String
    let allDigests: String
    /// What stands beside the page, in the list of all digests.
    let forms: String
    let nothingYet: String
    /// By code; each in its own language.
    let languageNames: [String: String]
    /// By a file's extension.
    let formNames: [String: String]
    let openQuote: String
    let closeQuote: String
    /// What parts things listed in a line.
    let comma: String
    /// Names of countries, by code, that differ from Foundation's.
    let countries: [String: String]
    /// What parts a label from what it labels, as French sets a space before it.
    let colon: String

    /// The colon where nothing follows on its line.
    var colonAtEnd: String { String(colon.dropLast()) }
}

extension Words {
    static let arabic = own(PackageResources.words_ar_json)
    static let french = own(PackageResources.words_fr_json)
    static let english = own(PackageResources.words_en_json)

    private static func own(_ file: [UInt8]) -> Words {
        do {
            return try JSONDecoder().decode(Words.self, from: Data(file))
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
