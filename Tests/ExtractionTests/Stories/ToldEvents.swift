import Foundation
import News

@testable import Extraction

/// Events as several outlets tell them, in three languages, labelled by hand.
///
/// `told.txt` is the set that the weights of ``StoryGatherer`` were chosen by. `told-later.txt`
/// was written after them: it tells what they are worth, as long as nobody changes them for it.
/// In `told-widely.txt` each event is told by three to twelve outlets. `told-anew.txt` was written
/// before words were compared, `told-last.txt` when they were, with events that have few facts;
/// `told-closely.txt` before words were compared across languages, two events of each town, and
/// `told-afresh.txt` when they were.
///
/// `== EVENT` begins an event, `-- HOURS` one telling of it, so many hours after the first; then
/// come its headline and its text.
struct ToldEvents {
    struct Telling {
        let event: String
        let hours: Double
        let document: Document
    }

    /// In the order of their times.
    let tellings: [Telling]

    init(_ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        var event = ""
        var hours = 0.0
        var lines: [String] = []
        var tellings: [Telling] = []
        func take() {
            guard lines.count > 1 else { return }
            tellings.append(Telling(event, hours, lines, number: tellings.count))
            lines = []
        }
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("== ") {
                take()
                event = String(line.dropFirst(3))
            } else if line.hasPrefix("-- ") {
                take()
                hours = Double(line.dropFirst(3)) ?? 0
            } else {
                lines.append(String(line))
            }
        }
        take()
        self.tellings = tellings.sorted { $0.hours < $1.hours }
    }

    var events: Set<String> { Set(tellings.map(\.event)) }
}

extension ToldEvents.Telling {
    /// Monday, 2 March 2026, ten in the morning, GMT.
    private static let start = Date(timeIntervalSince1970: 1_772_445_600)

    init(_ event: String, _ hours: Double, _ lines: [String], number: Int) {
        self.event = event
        self.hours = hours
        let title = lines[0]
        document = Document(
            id: "\(event).\(number)", source: "told.txt",
            text: title + "\n\n" + lines.dropFirst().joined(separator: "\n"),
            titleLength: title.unicodeScalars.count, language: nil, country: "MA",
            published: ToldEvents.Telling.start.addingTimeInterval(hours * 3_600))
    }

    var seen: Date { ToldEvents.Telling.start.addingTimeInterval(hours * 3_600) }
}

/// How well a grouping fits another, by the measure of Bagga and Baldwin (1998): for each item,
/// how many of those grouped with it belong there, and how many that belong there are.
struct BCubed {
    let precision: Double
    let recall: Double
    var f1: Double { 2 * precision * recall / (precision + recall) }

    /// - Parameter items: of each, the group that it should be in and the one that it is in.
    init(_ items: [(expected: String, found: Int)]) {
        var precision = 0.0
        var recall = 0.0
        for item in items {
            let same = Double(
                items.count { $0.expected == item.expected && $0.found == item.found })
            precision += same / Double(items.count { $0.found == item.found })
            recall += same / Double(items.count { $0.expected == item.expected })
        }
        self.precision = precision / Double(items.count)
        self.recall = recall / Double(items.count)
    }
}
