import Feeds
import Foundation
import Polling
import Settings
import Storage

/// The settings as each stage takes them.
extension GeneralSettings {
    var pollingLimits: PollingLimits {
        PollingLimits(
            fastFloor: polling.floor, floor: polling.slowFloor, cap: polling.cap)
    }

    var downloadOptions: DownloadOptions {
        DownloadOptions(
            concurrency: polling.concurrency, perHost: polling.perHost,
            hostPause: polling.hostPause, totalTimeout: polling.timeout,
            maximumBody: polling.maximumSize,
            userAgent: DownloadOptions.userAgent(version: Version.number, contact: contact),
            allowedNetworks: polling.allowNetworks, caFile: polling.caFile, proxy: polling.proxy)
    }

    var feedLimits: FeedLimits {
        var limits = FeedLimits()
        limits.bytes = polling.maximumSize
        return limits
    }
}

extension GeneralSettings.KeepText {
    var kept: Storage.KeepText {
        switch self {
        case .all: .all
        case .matches: .matches
        case .none: .none
        }
    }
}

extension GeneralSettings.Archive {
    var retention: Retention {
        func limit(_ kind: Kind) -> Retention.Limit {
            Retention.Limit(
                days: limits[kind]?.age.map { $0 / 86_400 }, count: limits[kind]?.count)
        }
        var retention = Retention()
        retention.texts = limit(.texts)
        retention.texts.days = min(retention.texts.days ?? .infinity, keepFor / 86_400)
        retention.items = limit(.items)
        retention.matches = limit(.matches)
        retention.polls = limit(.polls)
        return retention
    }
}
