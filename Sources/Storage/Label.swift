package import News

package import struct Foundation.Date

/// What a person says is right of an item, whatever the rules found.
package struct Label: Sendable, Hashable, Codable {
    package enum Subject: Sendable, Hashable {
        case relevance
        case topic(String)
    }

    package var key: ItemKey
    package var subject: Subject
    /// Whether the item is relevant, or about the topic.
    package var verdict: Bool
    package var who: String
    package var at: Date
    package var note: String?

    package init(
        key: ItemKey, subject: Subject, verdict: Bool, who: String, at: Date, note: String? = nil
    ) {
        self.key = key
        self.subject = subject
        self.verdict = verdict
        self.who = who
        self.at = at
        self.note = note
    }
}

extension Label.Subject: Codable, RawRepresentable {
    /// `relevant`, or `#` and the topic's id.
    package var rawValue: String {
        switch self {
        case .relevance: "relevant"
        case .topic(let id): "#" + id
        }
    }

    package init?(rawValue: String) {
        switch rawValue {
        case "relevant": self = .relevance
        case _ where rawValue.hasPrefix("#"): self = .topic(String(rawValue.dropFirst()))
        default: return nil
        }
    }
}
