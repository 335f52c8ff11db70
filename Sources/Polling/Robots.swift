/// Knows what sites allow a robot: asks each for its `robots.txt` once a day, through the same
/// downloader and courtesy as all else.
///
/// For pages that are asked for on the robot's own account, such as an article's. Feeds are
/// published for robots, and asked at their reader's word.
package actor Robots {
    private let downloader: Downloader
    private var known: [String: (rules: RobotsRules, until: ContinuousClock.Instant)] = [:]
    /// Files being asked for, so that ten articles of a site make one request.
    private var asked: [String: Task<RobotsRules, Never>] = [:]

    /// RFC 9309 §2.4: no longer than a day; a host in trouble is asked again sooner.
    private static let lifetime = Duration.seconds(86400)
    private static let lifetimeOfTrouble = Duration.seconds(3600)
    private static let mostKnown = 10_000

    package init(_ downloader: Downloader) { self.downloader = downloader }

    /// Whether a page may be asked for; never one of an address that cannot be read.
    ///
    /// - Parameter request: What else the request for the page says: proxy, authority.
    package func allow(_ request: DownloadRequest) async -> Bool {
        guard let site = try? WebAddress(request.url) else { return false }
        guard !Task.isCancelled else { return false }
        return await rules(of: site, request).allows(site.pathAndQuery)
    }

    private func rules(of site: WebAddress, _ request: DownloadRequest) async -> RobotsRules {
        let origin = site.origin
        if let entry = known[origin], entry.until > .now { return entry.rules }
        if let task = asked[origin] { return await task.value }
        let file = DownloadRequest(
            url: origin + "/robots.txt", accept: "text/plain, */*;q=0.1",
            caFile: request.caFile, proxy: request.proxy)
        let task = Task { await Robots.rules(file, by: downloader) }
        asked[origin] = task
        let rules = await task.value
        asked[origin] = nil
        if known.count >= Robots.mostKnown { known = known.filter { $0.value.until > .now } }
        if known.count >= Robots.mostKnown { known = [:] }
        let isTrouble = rules == .nothing
        known[origin] = (
            rules, .now + (isTrouble ? Robots.lifetimeOfTrouble : Robots.lifetime)
        )
        return rules
    }

    /// §2.3.1: redirects are followed by the downloader, also to other hosts; what the client is
    /// to blame for (4xx) allows all, anything else nothing.
    private static func rules(
        _ request: DownloadRequest, by downloader: Downloader
    ) async -> RobotsRules {
        do throws(DownloadError) {
            let response = try await downloader.fetch(request)
            return switch response.status {
            case 200..<300: RobotsRules(response.body)
            case 429: .nothing
            case 400..<500: .everything
            default: .nothing
            }
        } catch {
            return .nothing
        }
    }
}
