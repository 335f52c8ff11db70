import Origin

@testable import Polling

extension DownloadOptions {
    /// For tests: the loopback is allowed, hosts need no rest, and nothing fails because the
    /// machine is busy.
    static func loopback(_ change: (inout DownloadOptions) -> Void = { _ in }) -> DownloadOptions {
        var options = DownloadOptions(
            hostPause: 0, totalTimeout: 60, connectTimeout: 30, lowSpeedSeconds: 60,
            userAgent: "Marsad/0 (+https://example.org/contact)",
            allowedNetworks: ["127.0.0.0/8"])
        change(&options)
        return options
    }
}

/// Runs a body with a downloader, and closes it whatever happens.
func withDownloader<Result: Sendable>(
    _ options: DownloadOptions = .loopback(), _ body: (Downloader) async throws -> Result
) async throws -> Result {
    let downloader = Downloader(options)
    do {
        let result = try await body(downloader)
        await downloader.close()
        return result
    } catch {
        await downloader.close()
        throw error
    }
}

/// Runs a body with an origin and its address, and stops it whatever happens.
func withOrigin<Result: Sendable>(
    _ resources: [String: Resource], _ body: (Origin, String) async throws -> Result
) async throws -> Result {
    let origin = try Origin(resources: resources)
    let url = try await origin.start()
    do {
        let result = try await body(origin, url)
        await origin.stop()
        return result
    } catch {
        await origin.stop()
        throw error
    }
}

/// What a request ends in where it must not succeed.
func failure(
    of request: DownloadRequest, with downloader: Downloader
) async -> DownloadError? {
    do throws(DownloadError) {
        _ = try await downloader.fetch(request)
        return nil
    } catch {
        return error
    }
}
