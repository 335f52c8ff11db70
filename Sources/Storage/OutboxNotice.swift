package import struct Foundation.Date

/// Something that a hook is to be told of, kept until it is.
package struct OutboxNotice: Sendable, Hashable {
    /// The hook's name in the settings.
    package var hook: String
    /// What it is about, such as `story hespress.com 123`: a hook hears of each subject once.
    package var subject: String
    /// As it will be told: to a hook as JSON.
    package var event: String
    package var at: Date

    package init(hook: String, subject: String, event: String, at: Date) {
        self.hook = hook
        self.subject = subject
        self.event = event
        self.at = at
    }
}

/// A notice on its way.
package struct PendingNotice: Sendable, Hashable, Identifiable {
    /// Never given to another: what a receiver tells a repeated delivery by.
    package var id: Int64
    package var notice: OutboxNotice
    /// How often it was tried in vain.
    package var attempts: Int
    package var due: Date
    /// Why it failed last.
    package var error: String?
}

/// How the notices do.
package struct OutboxCounts: Sendable, Hashable {
    package var waiting: Int
    /// Of those, tried in vain at least once.
    package var failing: Int
}
