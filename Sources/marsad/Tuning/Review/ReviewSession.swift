import Foundation
import News
import Storage

/// Walks a person through items, a key an answer.
///
/// Knows neither terminal nor archive: keys come in, lines go out, labels are handed over as soon
/// as an item is judged, and again those of an item that the person went back to.
struct ReviewSession {
    let who: String
    let topics: [String]
    /// The next key; nil at the end of the input.
    let key: () -> Character?
    let show: (String) -> Void
    let keep: ([Label]) throws -> Void
    /// What was judged.
    private(set) var judged: Set<ItemKey> = []
    private(set) var judgements = 0

    init(
        who: String, topics: [String], key: @escaping () -> Character?,
        show: @escaping (String) -> Void, keep: @escaping ([Label]) throws -> Void
    ) {
        self.who = who
        self.topics = topics
        self.key = key
        self.show = show
        self.keep = keep
    }

    static let help = """
        y yes · n no · s skip · b back to the item before · q quit · ? this help
        + and a topic’s id, then Enter: the item is about that topic too
        """

    private enum Step { case next, back, quit }
    private enum Answer { case yes, no, skip, back, quit, topic(String) }

    mutating func run(through items: [ReviewItem]) throws {
        show(ReviewSession.help)
        var index = 0
        while index < items.count {
            show("\n" + ReviewSession.head(items[index], number: index + 1, of: items.count))
            switch try judge(items[index]) {
            case .next: index += 1
            case .back: index = max(0, index - 1)
            case .quit: return
            }
        }
    }

    // MARK: One item

    private mutating func judge(_ item: ReviewItem) throws -> Step {
        var said: [String: Bool] = [:]
        let step = ask(item.questions, &said)
        let labels = said.sorted {
            ($0.key == "relevant" ? "" : $0.key) < ($1.key == "relevant" ? "" : $1.key)
        }.map { subject, verdict in
            Label(
                key: item.key,
                subject: subject == "relevant" ? .relevance : .topic(subject), verdict: verdict,
                who: who, at: Date(), note: nil)
        }
        if !labels.isEmpty {
            try keep(labels)
            judged.insert(item.key)
            judgements += labels.count
        }
        return step
    }

    /// What is not relevant has no topic, so that no topic is asked of it.
    private func ask(_ questions: [ReviewItem.Question], _ said: inout [String: Bool]) -> Step {
        for question in questions {
            show(ReviewSession.words(question))
            answers: while true {
                switch answer() {
                case .yes: said[question.subject] = true
                case .no: said[question.subject] = false
                case .skip: break
                case .back: return .back
                case .quit: return .quit
                case .topic(let id):
                    said[id] = true
                    show("  \(id): yes")
                    continue answers
                }
                break
            }
            if question.subject == "relevant", said["relevant"] == nil { return .next }
            if said["relevant"] == false { return .next }
        }
        return .next
    }

    private func answer() -> Answer {
        while let key = key() {
            switch key {
            case "y", "Y", "ن": return .yes
            case "n", "N", "ل": return .no
            case "s", "S": return .skip
            case "b", "B": return .back
            case "q", "Q", "\u{3}", "\u{4}": return .quit
            case "+":
                if let answer = topic() { return answer }
            case _ where key.isWhitespace: break
            default: show(ReviewSession.help)
            }
        }
        return .quit
    }

    /// The rest of the line as a topic's id, or the key that ends all; nil, and a word about
    /// it, where there is no such topic.
    private func topic() -> Answer? {
        var id = ""
        while let key = key(), !key.isNewline {
            switch key {
            case "\u{3}", "\u{4}": return .quit
            case "\u{8}", "\u{7F}": _ = id.popLast()
            default: id.append(key)
            }
        }
        id = id.trimmingCharacters(in: .whitespaces)
        if topics.contains(id) { return .topic(id) }
        let begun = topics.filter { !id.isEmpty && $0.hasPrefix(id) }
        if begun.count == 1 { return .topic(begun[0]) }
        show("  there is no topic ‘\(id)’; there are \(topics.joined(separator: ", "))")
        return nil
    }

    // MARK: Words

    static func head(_ item: ReviewItem, number: Int, of count: Int) -> String {
        let reasons = item.doubts.prefix(3).map { "  \($0.subject): \($0.why)" }
        let heading = Terminal.dim(
            "\(number) of \(count)  \(item.key.short)  \(item.source)")
        return ([heading] + reasons + [MarkedText(item.text, marks: item.marks).excerpt])
            .joined(separator: "\n")
    }

    private static func words(_ question: ReviewItem.Question) -> String {
        let asked =
            question.subject == "relevant"
            ? "concerns the Moroccan police?" : "about \(question.subject)?"
        return Terminal.bold(asked)
            + " (the rules say \(question.isFound ? "yes" : "no"), "
            + "\(ExplanationText.points(question.score)) of "
            + "\(ExplanationText.points(question.threshold)))  y/n/s/q"
    }
}
