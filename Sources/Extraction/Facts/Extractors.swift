import News

/// All extractors, in the order in which they build on each other.
struct Extractors: Sendable {
    /// What a scanned document states.
    func facts(in scan: Scan) -> Facts {
        let facts = Facts()
        return facts
    }
}
