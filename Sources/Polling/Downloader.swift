private import Synchronization

/// Fetches over HTTP, politely and within bounds.
///
/// One thread with one curl multi handle does the work; what waits for a host's turn costs
/// nothing. Cancelling the task that awaits ``fetch(_:)`` closes the transfer's connection. Any
/// status is an answer, not an error. Dropping the last reference ends everything, as
/// ``close()`` does, but without waiting.
package final class Downloader: Sendable {
    private let loop: TransferLoop
    private let lastID = Atomic(0)

    package init(_ options: DownloadOptions = DownloadOptions()) {
        loop = TransferLoop(options)
        loop.startThread()
    }

    deinit { loop.beginClosing() }

    /// The answer, after redirects. It waits for the host's turn first; `totalTimeout` begins
    /// with the first byte sent.
    package func fetch(
        _ request: DownloadRequest
    ) async throws(DownloadError) -> DownloadResponse {
        let id = lastID.add(1, ordering: .relaxed).newValue
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (reply: Transfer.Reply) in
                guard loop.put(.fetch(id: id, request, reply)) else {
                    let host = WebAddress.shownHost(of: request.url)
                    return reply.resume(returning: .failure(.closed(host: host)))
                }
                // The handler below may have run before the order was in the inbox.
                if Task.isCancelled { _ = loop.put(.cancel(id: id)) }
            }
        } onCancel: {
            _ = loop.put(.cancel(id: id))
        }
        return try result.get()
    }

    /// Leaves a host alone for so many seconds: requests to it end at once in
    /// ``DownloadError/held(host:seconds:)``. An answer of 429 or 503 with Retry-After does so
    /// by itself; this is for what is remembered from an earlier run.
    package func hold(host: String, seconds: Double) {
        _ = loop.put(.hold(host: host, seconds: seconds))
    }

    /// Ends those that wait for their host's turn in ``DownloadError/closed(host:)``; what is under
    /// way goes on.
    package func startNoMore() { _ = loop.put(.drain) }

    /// Ends all transfers in ``DownloadError/closed(host:)`` and returns when the thread is gone.
    package func close() async {
        loop.beginClosing()
        await withCheckedContinuation { loop.whenOver($0) }
    }
}
