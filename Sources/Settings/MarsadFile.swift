import Digests
import Extraction
import Foundation
package import News
import Polling
import Yams

/// What `config/marsad.yaml` says; every value has a default.
package struct GeneralSettings: Sendable, Hashable {
    /// An address at which a publisher can ask about the robot; part of the User-Agent.
    package var contact = "https://marsad.example/robot"
    package var polling = Polling()
    package var archive = Archive()
    package var digest = Digest()
    package var logLevel = LogLevel.info
    package var metrics = Metrics()
    /// Nobody is told anything unless the settings say so.
    package var hooks: [Hook] = []

    package init() {}

    package struct Polling: Sendable, Hashable {
        /// Transfers at the same time.
        package var concurrency = 64
        /// Transfers at the same time to one host.
        package var perHost = 1
        /// Seconds between two requests to one host.
        package var hostPause = 1.0
        /// Seconds for one transfer in all.
        package var timeout = 60.0
        /// Decoded bytes of one document.
        package var maximumSize = 15 * 1024 * 1024
        /// Seconds between two polls of a feed: never less, of a feed of less than an item an
        /// hour never less than the slow floor, never more than the cap.
        package var floor = 900.0
        package var slowFloor = 3600.0
        package var cap = 86_400.0
        /// Networks that may be asked although they are private, in CIDR form.
        package var allowNetworks: [String] = []
        /// Of feeds that name none of their own.
        package var proxy: SettingSource?
        /// A file of certificates to trust instead of the system's; likewise.
        package var caFile: String?
    }

    package struct Archive: Sendable, Hashable {
        package var keepText = KeepText.all
        /// Seconds for which the texts of items that did not match are kept.
        package var keepFor = 180 * 86_400.0
        /// Further bounds, by kind.
        package var limits: [Kind: Limit] = [.polls: Limit(age: 90 * 86_400)]

        package enum Kind: String, Sendable, CaseIterable { case texts, items, matches, polls }

        /// Nil for without end.
        package struct Limit: Sendable, Hashable {
            /// Seconds.
            package var age: Double?
            package var count: Int?

            package init(age: Double? = nil, count: Int? = nil) {
                self.age = age
                self.count = count
            }
        }
    }

    package enum KeepText: String, Sendable, CaseIterable { case all, matches, none }

    package struct Digest: Sendable, Hashable {
        /// Minutes after midnight.
        package var at = 7 * 60
        package var timeZone = "Africa/Casablanca"
        package var period = Period.day
        package var languages = ["ar", "fr"]
        /// Days for which written digests are kept.
        package var keep = 90
        package var isWorldReadable = false
        /// Where the folder of digests can be had on the web, with a slash at its end.
        package var address: String?
        package var mail: Mail?
    }

    package struct Mail: Sendable, Hashable {
        /// Mailboxes such as `desk@example.org`.
        package var from: String
        package var to: [String]
        /// A sendmail-compatible program's path; without it the message is only written.
        package var program: String?
    }

    package enum Period: String, Sendable, CaseIterable { case day, week, month }

    package enum LogLevel: String, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }
}

/// Reads `config/marsad.yaml`.
struct MarsadFile {
    private(set) var settings = GeneralSettings()
    /// The topics that hooks name.
    private(set) var hookTopics: [(id: String, place: SettingsPlace)] = []

    init(_ path: String, problems: ProblemList) {
        guard let root = YAMLFile(path, mayBeEmpty: true, problems: problems).root else { return }
        let fields = Fields(root, file: path, problems: problems)
        settings.contact = contact(fields) ?? settings.contact
        readPolling(fields.fields("polling"))
        readArchive(fields.fields("archive"))
        readDigest(fields.fields("digest"))
        settings.logLevel =
            fields.choice("log-level", GeneralSettings.LogLevel.self) ?? settings.logLevel
        settings.metrics = HooksReader.metrics(fields.fields("metrics"))
        let hooks = HooksReader(fields)
        settings.hooks = hooks.hooks
        hookTopics = hooks.topics
        fields.refuseOthers()
    }

    private func contact(_ fields: Fields) -> String? {
        guard let contact = fields.string("contact") else { return nil }
        let isPlain = contact.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        if !isPlain || !["https://", "http://", "mailto:"].contains(where: contact.hasPrefix) {
            fields.complain(
                "‘contact’ wants a web address, or mailto: and a mailbox", key: "contact")
        }
        return contact
    }

    private mutating func readPolling(_ fields: Fields?) {
        guard let fields else { return }
        var polling = settings.polling
        polling.concurrency = fields.whole("concurrency", in: 1...4096) ?? polling.concurrency
        polling.perHost = fields.whole("per-host", in: 1...64) ?? polling.perHost
        polling.hostPause = fields.seconds("host-pause") ?? polling.hostPause
        polling.timeout = fields.duration("timeout") ?? polling.timeout
        polling.maximumSize = fields.bytes("maximum-size") ?? polling.maximumSize
        polling.floor = fields.duration("floor") ?? polling.floor
        polling.slowFloor =
            fields.duration("slow-floor") ?? max(polling.slowFloor, polling.floor)
        polling.cap = fields.duration("cap") ?? polling.cap
        polling.allowNetworks = networks(fields) ?? polling.allowNetworks
        let access = FeedAccessReader(fields: fields)
        polling.proxy = access.proxy()
        polling.caFile = access.path("ca-file")
        fields.refuseOthers()
        if polling.floor > polling.cap {
            fields.complain("‘floor’ is longer than ‘cap’", key: "floor")
        }
        if polling.floor > polling.slowFloor {
            fields.complain("‘floor’ is longer than ‘slow-floor’", key: "slow-floor")
        }
        settings.polling = polling
    }

    private func networks(_ fields: Fields) -> [String]? {
        fields.list("allow-networks")?.compactMap { node in
            guard let text = node.scalar?.string, IPNetwork(text) != nil else {
                fields.complain("‘allow-networks’ wants networks such as 10.1.0.0/16", at: node)
                return nil
            }
            return text
        }
    }

    private mutating func readArchive(_ fields: Fields?) {
        guard let fields else { return }
        settings.archive.keepText =
            fields.choice("keep-text", GeneralSettings.KeepText.self) ?? settings.archive.keepText
        settings.archive.keepFor = fields.seconds("keep-for") ?? settings.archive.keepFor
        readLimits(fields.fields("limits"))
        fields.refuseOthers()
    }

    private mutating func readLimits(_ fields: Fields?) {
        guard let fields else { return }
        for kind in GeneralSettings.Archive.Kind.allCases {
            guard let limit = fields.fields(kind.rawValue) else { continue }
            settings.archive.limits[kind] = GeneralSettings.Archive.Limit(
                age: limit.duration("age"), count: limit.whole("count", in: 1...1_000_000_000))
            limit.refuseOthers()
        }
        fields.refuseOthers()
    }

    private mutating func readDigest(_ fields: Fields?) {
        guard let fields else { return }
        var digest = settings.digest
        digest.at = minutes(fields) ?? digest.at
        if let zone = fields.string("time-zone") {
            if TimeZone(identifier: zone) == nil {
                fields.complain(
                    "‘\(zone)’ is no time zone; write one such as Africa/Casablanca",
                    key: "time-zone")
            }
            digest.timeZone = zone
        }
        digest.period = fields.choice("period", GeneralSettings.Period.self) ?? digest.period
        digest.languages = languages(fields) ?? digest.languages
        digest.keep = fields.whole("keep", in: 1...36_500) ?? digest.keep
        digest.isWorldReadable = fields.flag("world-readable") ?? digest.isWorldReadable
        digest.address = address(fields)
        digest.mail = mail(fields.fields("mail"))
        fields.refuseOthers()
        settings.digest = digest
    }

    /// With a slash at its end.
    private func address(_ fields: Fields) -> String? {
        guard let text = fields.string("address") else { return nil }
        guard let link = WebLink(text), link.description == text,
            !text.contains(where: { "?#".contains($0) })
        else {
            fields.complain(
                "‘address’ wants the web address of a folder, such as https://example.org/digests/",
                key: "address")
            return nil
        }
        return text.hasSuffix("/") ? text : text + "/"
    }

    private func mail(_ fields: Fields?) -> GeneralSettings.Mail? {
        guard let fields else { return nil }
        let mail = GeneralSettings.Mail(
            from: fields.string("from") ?? "marsad@localhost", to: fields.strings("to") ?? [],
            program: fields.string("program"))
        for (key, mailboxes) in [("from", [mail.from]), ("to", mail.to)] {
            for mailbox in mailboxes where !MailEnvelope.isMailbox(mailbox) {
                fields.complain("‘\(mailbox)’ is no mailbox; write one@example.org", key: key)
            }
        }
        if let program = mail.program, !program.hasPrefix("/") {
            fields.complain(
                "‘program’ wants a whole path such as /usr/sbin/sendmail", key: "program")
        }
        if mail.program != nil, mail.to.isEmpty {
            fields.complain("‘program’ wants somebody to send to: ‘to’ is missing")
        }
        fields.refuseOthers()
        return mail
    }

    private func languages(_ fields: Fields) -> [String]? {
        fields.list("languages")?.compactMap { node in
            guard let text = node.scalar?.string, ["ar", "fr", "en"].contains(text) else {
                fields.complain("‘languages’ wants ar, fr or en", at: node)
                return nil
            }
            return text
        }
    }

    private func minutes(_ fields: Fields) -> Int? {
        guard let node = fields.node("at") else { return nil }
        let parts = (node.scalar?.string ?? "").split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0...23).contains(hour), (0...59).contains(minute)
        else {
            fields.complain("‘at’ wants a time of day in quotes: \"07:00\"", at: node)
            return nil
        }
        return hour * 60 + minute
    }
}
