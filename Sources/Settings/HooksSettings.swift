import Extraction
import Foundation
import Yams

extension GeneralSettings {
    /// Somebody who is told when something happens.
    package struct Hook: Sendable, Hashable {
        package enum Event: String, Sendable, CaseIterable {
            case story, digest
            case failingFeed = "failing-feed"
        }

        /// How much a story is about a topic, the least first.
        package enum Grade: String, Sendable, CaseIterable, Comparable {
            case mention, secondary, primary

            private var rank: Int { Grade.allCases.firstIndex(of: self) ?? 0 }
            package static func < (one: Grade, other: Grade) -> Bool { one.rank < other.rank }
        }

        package enum Way: Sendable, Hashable {
            /// A program and its arguments; the event comes on its standard input.
            case program([String])
            /// An address, and the file that holds the secret to sign with.
            case post(url: String, secretFile: String?)
        }

        package var name: String
        package var event: Event
        package var way: Way
        /// Of stories: any of these; all where none is named.
        package var topics: [String] = []
        /// Of stories: at this grade or above.
        package var grade = Grade.primary
        /// Deliveries an hour at most.
        package var atMost = 20
    }

    package struct Metrics: Sendable, Hashable {
        /// Where node_exporter's textfile collector finds them; nil for nowhere.
        package var file: String?
        /// Of the loopback; nil for none.
        package var port: Int?
        /// At most so many feeds have series of their own.
        package var feeds = 100
    }
}

/// Reads `hooks` and `metrics` of `config/marsad.yaml`.
struct HooksReader {
    /// The topics that hooks name, with their places: known only once the topics are read.
    private(set) var topics: [(id: String, place: SettingsPlace)] = []
    private(set) var hooks: [GeneralSettings.Hook] = []

    init(_ fields: Fields) {
        for node in fields.list("hooks") ?? [] {
            let hook = fields.fields(of: node)
            guard node.mapping != nil else { continue }
            read(hook)
        }
        let names = hooks.map(\.name)
        for name in Set(names) where names.count(where: { $0 == name }) > 1 {
            fields.complain("two hooks are called ‘\(name)’", key: "hooks")
        }
    }

    private mutating func read(_ fields: Fields) {
        let name = fields.string("name")
        let event = fields.choice("on", GeneralSettings.Hook.Event.self)
        let way = way(fields)
        let topics = fields.list("topics") ?? []
        let grade = fields.choice("grade", GeneralSettings.Hook.Grade.self)
        let atMost = fields.whole("at-most", in: 1...1000)
        fields.refuseOthers()
        for key in ["name", "on"] where !fields.has(key) {
            fields.complain("a hook wants ‘\(key)’")
        }
        if let event, event != .story {
            for key in ["topics", "grade"] where fields.has(key) {
                fields.complain("‘\(key)’ is for hooks on stories", key: key)
            }
        }
        guard let name, let event, let way else { return }
        var hook = GeneralSettings.Hook(name: name, event: event, way: way)
        for node in topics {
            guard let id = node.scalar?.string else { continue }
            hook.topics.append(id)
            self.topics.append((id, fields.place(of: node)))
        }
        hook.grade = grade ?? hook.grade
        hook.atMost = atMost ?? hook.atMost
        hooks.append(hook)
    }

    private func way(_ fields: Fields) -> GeneralSettings.Hook.Way? {
        let words = fields.strings("run")
        let url = fields.string("post")
        let secret = fields.string("secret-file")
        for path in [words?.first, secret].compactMap(\.self) where !path.hasPrefix("/") {
            fields.complain("‘\(path)’: a whole path such as /usr/local/bin/tell is wanted")
        }
        switch (words, url) {
        case (let words?, nil) where !words.isEmpty:
            if secret != nil {
                fields.complain("‘secret-file’ signs what is posted", key: "secret-file")
            }
            return .program(words)
        case (nil, let url?):
            guard ["http://", "https://"].contains(where: url.hasPrefix), URL(string: url) != nil
            else {
                fields.complain("‘post’ wants a web address", key: "post")
                return nil
            }
            return .post(url: url, secretFile: secret)
        default:
            fields.complain("a hook wants either ‘run’, a program, or ‘post’, an address")
            return nil
        }
    }

    static func metrics(_ fields: Fields?) -> GeneralSettings.Metrics {
        var metrics = GeneralSettings.Metrics()
        guard let fields else { return metrics }
        metrics.file = fields.string("file")
        if let file = metrics.file, !file.hasPrefix("/") || !file.hasSuffix(".prom") {
            fields.complain(
                "‘file’ wants a whole path that ends in .prom, which the collector reads",
                key: "file")
        }
        metrics.port = fields.whole("port", in: 1...65_535)
        metrics.feeds = fields.whole("feeds", in: 0...10_000) ?? metrics.feeds
        fields.refuseOthers()
        return metrics
    }
}
