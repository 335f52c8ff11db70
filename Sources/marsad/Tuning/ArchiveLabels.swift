import Extraction
import Foundation
import News
import Settings
import Storage

/// The labelled items of the archive as documents.
struct ArchiveLabels {
    private let archive: Archive
    private let stored: StoredDocuments
    private let examiner: Examiner

    init(_ archive: Archive, _ settings: Configuration) throws(ArchiveError) {
        self.archive = archive
        examiner = settings.examiner
        stored = try StoredDocuments(settings, archive)
    }

    /// Of an item and a subject the latest word counts, whoever said it. A topic that is right
    /// makes its item relevant where nobody said otherwise.
    func documents() throws(ArchiveError) -> [Labelled] {
        try items().map { labelled($0.item, $0.labels) }
    }

    /// The labelled items as they travel.
    func lines() throws(ArchiveError) -> [LabelLine] {
        try items().map { line($0.item, $0.labels) }
    }

    /// In the order in which they were first labelled, each with its labels, oldest first.
    private func items() throws(ArchiveError) -> [(item: StoredItem, labels: [Label])] {
        var order: [ItemKey] = []
        var byItem: [ItemKey: [Label]] = [:]
        for label in try archive.labels() {
            if byItem[label.key] == nil { order.append(label.key) }
            byItem[label.key, default: []].append(label)
        }
        var items: [(StoredItem, [Label])] = []
        for key in order {
            if let item = try archive.item(.key(key)) { items.append((item, byItem[key] ?? [])) }
        }
        return items
    }

    private func line(_ item: StoredItem, _ labels: [Label]) -> LabelLine {
        let labelled = labelled(item, labels)
        let document = labelled.document
        return LabelLine(
            id: item.short, title: item.item.title, text: item.item.text,
            language: item.report?.language ?? examiner.examine(document).language,
            country: document.country, outlet: item.outlet,
            published: document.published?.formatted(.iso8601), relevant: labelled.isRelevant,
            topics: labelled.topics.filter(\.value).keys.sorted(), feed: item.key.feed,
            item: item.key.id, link: item.item.link,
            labels: labels.map(LabelLine.Judgement.init))
    }

    private func labelled(_ item: StoredItem, _ labels: [Label]) -> Labelled {
        var labelled = Labelled(
            document: stored.document(item), title: item.shownTitle, topics: [:],
            isComplete: false)
        for label in labels {
            switch label.subject {
            case .relevance: labelled.isRelevant = label.verdict
            case .topic(let id): labelled.topics[id] = label.verdict
            }
        }
        if labelled.isRelevant == nil, labelled.topics.values.contains(true) {
            labelled.isRelevant = true
        }
        return labelled
    }
}
