import Extraction
import Foundation
import News

/// What stories are compared by, as articles print it: `organisation:dgsn` by its name, `#61500.0`
/// as the amount that it was read from. What none of the articles says stays as it is.
struct SpokenFacts {
    private let facts: [Facts]

    init(_ reports: [Report]) {
        facts = reports.map(\.facts)
    }

    /// Why an article is in its story, for people.
    func sentence(_ why: String) -> String {
        guard let start = why.firstRange(of: SpokenFacts.sameFacts) else { return why }
        let codes = why[start.upperBound...].split(separator: ", ").map(String.init)
        var names: [String] = []
        for name in codes.map(name) where !names.contains(name) { names.append(name) }
        return why[..<start.upperBound] + names.joined(separator: ", ")
    }

    private static let sameFacts = "tells of the same "

    func name(of code: String) -> String {
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return amount(code) ?? code }
        let id = parts[1].prefix { $0 != "/" }
        let name: String? =
            switch parts[0] {
            case "person": first(\.people) { $0.id == parts[1] }?.name
            case "organisation": first(\.organisations) { $0.id == parts[1] }?.name
            case "place": first(\.places) { $0.id == parts[1] }?.name
            case "event": first(\.events) { $0.id == id }?.name
            case "country": Locale(identifier: "en").localizedString(forRegionCode: parts[1])
            default: nil
            }
        return name.map { Bidi.isolated($0) } ?? code
    }

    /// `#3200.0`, `3200 kg`, `2.0 person`: as it was written; nil for what is no amount.
    private func amount(_ code: String) -> String? {
        let words = code.split(separator: " ").map(String.init)
        let digits = code.hasPrefix("#") ? String(code.dropFirst()) : words.first ?? ""
        guard let value = Double(digits), code.hasPrefix("#") || words.count > 1 else { return nil }
        let unit = code.hasPrefix("#") || words.last == "person" ? nil : words.last
        let written = first(\.quantities) { quantity in
            // Tonnes are compared as kilograms.
            let isTonnes = quantity.unit == "t" && quantity.value.map { $0 * 1_000 } == value
            return isTonnes || quantity.value == value && (unit == nil || quantity.unit == unit)
        }
        let plain = ([StoryFacts.shown(value)] + words.dropFirst()).joined(separator: " ")
        return written.map { Bidi.isolated($0.quote) } ?? plain
    }

    private func first<Fact>(
        _ kind: KeyPath<Facts, [Fact]>, where isMeant: (Fact) -> Bool
    ) -> Fact? {
        facts.lazy.flatMap { $0[keyPath: kind] }.first(where: isMeant)
    }
}
