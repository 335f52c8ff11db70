import Foundation
import News
import Storage

/// An item's labels as they travel: a line of the labelled corpus with every judgement made.
struct LabelLine: Codable {
    /// The short id.
    var id: String
    var title: String
    var text: String
    var language: String?
    var country: String?
    var outlet: String?
    var published: String?
    /// What was said last.
    var relevant: Bool?
    /// Those said to be right.
    var topics: [String]
    var feed: String?
    /// The publisher's id.
    var item: String?
    var link: String?
    var labels: [Judgement]?

    /// One judgement of one person.
    struct Judgement: Codable {
        /// `relevant`, or a topic's id.
        var subject: String
        var verdict: Bool
        var who: String
        var at: Date
        var note: String?

        var topic: String? { subject == "relevant" ? nil : subject }
    }
}

extension LabelLine.Judgement {
    init(_ label: Label) {
        switch label.subject {
        case .relevance: subject = "relevant"
        case .topic(let id): subject = id
        }
        verdict = label.verdict
        who = label.who
        at = label.at
        note = label.note
    }

    func label(of key: ItemKey) -> Label {
        Label(
            key: key, subject: topic.map { .topic($0) } ?? .relevance, verdict: verdict, who: who,
            at: at, note: note)
    }
}
