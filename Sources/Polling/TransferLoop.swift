private import CCurl
internal import Foundation

/// The one thread that owns the multi handle: it takes orders from a locked inbox, starts what
/// may start, lets libcurl work and answers those who wait.
///
/// `@unchecked Sendable`: other threads touch the inbox alone, which has its lock, and wake the
/// loop with `curl_multi_wakeup`, which libcurl allows from any thread.
final class TransferLoop: @unchecked Sendable {
    enum Order {
        case fetch(id: Int, DownloadRequest, AsyncStream<BodyPart>.Continuation?, Transfer.Reply)
        /// What came of an earlier fetch in parts has been dealt with.
        case digested
        case cancel(id: Int)
        case hold(host: String, seconds: Double)
        /// Starts nothing that waits for its turn.
        case drain
    }

    private struct Inbox {
        var orders: [Order] = []
        var isClosed = false
        var isOver = false
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    }

    private let lock = NSLock()
    private var inbox = Inbox()

    private let multi: UnsafeMutableRawPointer?
    private let options: DownloadOptions
    private let addressGuard: AddressGuard
    private var queue: HostQueue
    private var transfers: [Int: Transfer] = [:]
    /// Documents given out in parts and not dealt with yet.
    private var undigested = 0

    /// Beyond so many no further document is asked for: those who fetch faster than they can read
    /// and keep would gather feeds in memory. What is under way goes on, and so do the articles
    /// and other single answers, which the dealing with documents may wait for.
    private static let mostUndigested = 32

    init(_ options: DownloadOptions) {
        _ = TransferLoop.processSetup
        self.options = options
        addressGuard = AddressGuard(allowing: options.allowedNetworks)
        queue = HostQueue(
            concurrency: options.concurrency, perHost: options.perHost,
            pause: .seconds(options.hostPause))
        multi = curl_multi_init()
        // Feeds are asked too seldom to find their connection again: keep no more than are used.
        _ = curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, max(1, options.concurrency))
    }

    deinit { curl_multi_cleanup(multi) }

    /// Once a process. With CURLOPT_NOSIGNAL libcurl leaves SIGPIPE to us, and a host that
    /// closes early would end the process.
    private static let processSetup: Void = {
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        signal(SIGPIPE, SIG_IGN)
    }()

    func startThread() {
        Thread.detachNewThread { self.run() }
    }

    // MARK: from any thread

    /// False where the loop takes no more orders.
    func put(_ order: Order) -> Bool {
        let isTaken = lock.withLock {
            guard !inbox.isClosed else { return false }
            inbox.orders.append(order)
            return true
        }
        if isTaken { curl_multi_wakeup(multi) }
        return isTaken
    }

    /// Ends all transfers and the thread; returns at once.
    func beginClosing() {
        lock.withLock { inbox.isClosed = true }
        curl_multi_wakeup(multi)
    }

    /// Resumes the continuation when the thread has ended.
    func whenOver(_ continuation: CheckedContinuation<Void, Never>) {
        let isOver = lock.withLock {
            if !inbox.isOver { inbox.waitingForEnd.append(continuation) }
            return inbox.isOver
        }
        if isOver { continuation.resume() }
    }

    // MARK: on the curl thread

    private func run() {
        Thread.current.name = "marsad-curl"
        while true {
            let (orders, isClosed) = takeOrders()
            for order in orders { obey(order) }
            if isClosed { break }
            startWhatMay()
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            if collectEnded() { continue }
            curl_multi_poll(multi, nil, 0, millisecondsToWait, nil)
        }
        for transfer in transfers.values {
            remove(transfer)
            transfer.finish(.failure(.closed(host: transfer.address.host)))
        }
        transfers = [:]
        let waiting = lock.withLock {
            inbox.isOver = true
            return inbox.waitingForEnd
        }
        for continuation in waiting { continuation.resume() }
    }

    private func takeOrders() -> (orders: [Order], isClosed: Bool) {
        lock.withLock {
            let orders = inbox.orders
            inbox.orders = []
            return (orders, inbox.isClosed)
        }
    }

    private func obey(_ order: Order) {
        switch order {
        case .fetch(let id, let request, let parts, let reply):
            accept(id, request, parts, reply)
        case .digested: undigested -= 1
        case .cancel(let id):
            guard let transfer = transfers[id] else { return }
            end(transfer, .failure(.cancelled(host: transfer.address.host)))
        case .hold(let host, let seconds): hold(host.lowercased(), seconds: seconds)
        case .drain:
            for transfer in transfers.values where transfer.started == nil {
                end(transfer, .failure(.closed(host: transfer.address.host)))
            }
        }
    }

    private func accept(
        _ id: Int, _ request: DownloadRequest, _ parts: AsyncStream<BodyPart>.Continuation?,
        _ reply: Transfer.Reply
    ) {
        do throws(DownloadError) {
            let transfer = Transfer(
                id: id, request: try request.made(by: options),
                address: try WebAddress(request.url), options: options,
                addressGuard: addressGuard, parts: parts, reply: reply)
            transfers[id] = transfer
            enqueue(transfer)
        } catch {
            parts?.finish()
            if parts != nil { undigested += 1 }
            reply.resume(returning: .failure(error))
        }
    }

    private func enqueue(_ transfer: Transfer) {
        let host = transfer.address.host
        let now = ContinuousClock.now
        if let until = queue.heldUntil(host, at: now) {
            end(transfer, .failure(.held(host: host, seconds: (until - now).seconds)))
        } else {
            queue.enqueue(transfer.id, host: host, isUrgent: !transfer.isGivenOut)
        }
    }

    private func hold(_ host: String, seconds: Double) {
        let until = ContinuousClock.now + .seconds(min(max(0, seconds), Courtesy.longestHold))
        for id in queue.hold(host, until: until) {
            guard let transfer = transfers[id] else { continue }
            end(transfer, .failure(.held(host: host, seconds: seconds)))
        }
    }

    private func startWhatMay() {
        while let id = queue.next(
            at: ContinuousClock.now, urgentOnly: undigested >= TransferLoop.mostUndigested)
        {
            guard let transfer = transfers[id] else { continue }
            transfer.isActive = true
            start(transfer)
        }
    }

    private func start(_ transfer: Transfer) {
        transfer.isLastForHost = !queue.hasWaiting(for: transfer.address.host)
        do throws(DownloadError) {
            let handle = try transfer.begin(at: ContinuousClock.now)
            guard curl_multi_add_handle(multi, handle) == CURLM_OK else {
                throw .closed(host: transfer.address.host)
            }
        } catch {
            end(transfer, .failure(error))
        }
    }

    /// True where at least one transfer ended, so that others may start.
    private func collectEnded() -> Bool {
        var hasEnded = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left)?.pointee {
            guard message.msg == CURLMSG_DONE, let handle = message.easy_handle,
                let transfer = EasyHandle.transfer(of: handle)
            else { continue }
            hasEnded = true
            proceed(transfer, after: message.data.result)
        }
        return hasEnded
    }

    private func proceed(_ transfer: Transfer, after code: CURLcode) {
        let host = transfer.address.host
        let next = transfer.end(code, at: ContinuousClock.now)
        remove(transfer)
        switch next {
        case .again: start(transfer)
        case .elsewhere where transfer.address.host == host: start(transfer)
        case .elsewhere:
            giveTurnBack(transfer, host: host)
            enqueue(transfer)
        case .done(let result):
            obeyHold(in: result, host: host)
            end(transfer, result)
        }
    }

    /// A host that asks one feed to wait asks all: those that queue for it are not sent.
    private func obeyHold(in result: Result<DownloadResponse, DownloadError>, host: String) {
        guard case .success(let response) = result, [429, 503].contains(response.status),
            let seconds = response.retryAfter(at: Date())
        else { return }
        hold(host, seconds: seconds)
    }

    private func end(_ transfer: Transfer, _ result: Result<DownloadResponse, DownloadError>) {
        let host = transfer.address.host
        remove(transfer)
        if transfer.isActive {
            giveTurnBack(transfer, host: host)
        } else {
            _ = queue.remove(transfer.id, host: host)
        }
        transfers[transfer.id] = nil
        if transfer.isGivenOut { undigested += 1 }
        transfer.finish(result)
    }

    private func giveTurnBack(_ transfer: Transfer, host: String) {
        transfer.isActive = false
        queue.finished(host: host, at: ContinuousClock.now)
    }

    private func remove(_ transfer: Transfer) {
        guard let handle = transfer.raw else { return }
        curl_multi_remove_handle(multi, handle)
        transfer.release()
    }

    private var millisecondsToWait: Int32 {
        guard let wakes = queue.wakes else { return .max }
        let seconds = (wakes - ContinuousClock.now).seconds
        return Int32(min(3_600_000, max(0, (seconds * 1000).rounded(.up))))
    }
}
