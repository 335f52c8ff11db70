import Foundation
import News

@testable import Storage

/// What an archive goes through in its life.
enum RandomHistory {
    /// Polls, edits, stories, labels, digests and tidying by chance.
    static func fill(_ archive: Archive, _ random: inout Seeded) throws {
        let signs = ["mot", "é", "\"", "\\", "\n", "\u{1}", "👮", "أمن", "\u{2028}", "</p>", " "]
        func text() -> String {
            (0..<Int.random(in: 1..<9, using: &random)).map { _ in
                signs.randomElement(using: &random) ?? ""
            }.joined()
        }
        for round in 0..<12 {
            let feed = Bool.random(using: &random) ? north : south
            let date = later(Double(round) + Double.random(in: 0..<1, using: &random))
            let items = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                let id = "\(Int.random(in: 0..<8, using: &random))"
                let isMatch = Bool.random(using: &random)
                return kept(
                    Item(
                        id: id, title: text(), link: "https://x.example/\(id)", text: text(),
                        authors: [text()], published: isMatch ? date : nil,
                        source: isMatch ? nil : ItemSource(title: text(), url: text())),
                    topics: isMatch ? ["drugs"] : [], countries: ["TR"],
                    story: .new(headline: text()),
                    fingerprint: StoryFingerprint(
                        shingles: [random.next()], factIDs: [text()], numbers: []))
            }
            _ = try archive.record(poll(feed, at: date, error: text(), items))
            let known = try archive.items(after: 0).map(\.item.key)
            if let key = known.randomElement(using: &random) {
                let label = Label(
                    key: key, subject: .topic(text()), verdict: true, who: text(), at: date)
                _ = try archive.keep([label])
                try archive.note(
                    WrittenDigest(
                        name: text(), since: morning, until: date, written: date,
                        files: [text()], cited: [key]))
            }
        }
        try addNotices(to: archive)
        _ = try archive.merge(story: 1, into: 2)
        var retention = Retention()
        retention.items.count = 3
        _ = try archive.tidy(retention, now: later(99))
    }

    /// One that waits, one that failed and one that was delivered.
    static func addNotices(to archive: Archive) throws {
        let notices = (0..<3).map {
            OutboxNotice(hook: "desk \"1\"", subject: "story \($0)", event: "{}", at: morning)
        }
        try archive.add(notices)
        let waiting = try archive.waitingNotices()
        try archive.postpone(waiting[1], until: later(0.1), because: "no\nconnection")
        try archive.finish(waiting[2], at: later(1))
    }
}
