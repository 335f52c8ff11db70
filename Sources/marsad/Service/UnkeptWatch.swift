import Foundation
import Logging
import Storage

/// Says once that polls cannot be kept, and once that all are.
struct UnkeptWatch {
    private var told: Unkept?

    mutating func tell(_ unkept: Unkept?, to log: Logger) {
        switch (told, unkept) {
        case (nil, let unkept?):
            log.error("\(unkept.cause); what feeds bring is held in memory")
        case (let told?, nil):
            log.notice("the archive keeps again what feeds bring", metadata: since(told))
        case (let told?, let unkept?) where told.refused == 0 && unkept.refused > 0:
            log.error("no room in memory for more: feeds are asked again later")
        default: break
        }
        told = unkept
    }

    /// Behind a sentence of the state of things: `; 12 polls not kept`.
    var sentence: String { told.map { "; \($0.polls) polls not kept" } ?? "" }

    private func since(_ unkept: Unkept) -> Logger.Metadata {
        ["since": "\(unkept.since.formatted(.iso8601))"]
    }
}
