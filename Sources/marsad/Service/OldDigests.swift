import Foundation

/// The folders of digests that are kept no longer.
struct OldDigests {
    /// Where digests lie, a folder each.
    let folder: String
    /// Days for which a digest is kept after it was written.
    let keep: Int

    /// Removes the folders of digests written earlier; returns their names. What is no
    /// digest's folder stays, and so does what cannot be removed.
    func remove(at now: Date) -> [String] {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            guard isDigest(name), let written = written(name),
                now.timeIntervalSince(written) > Double(keep) * 86_400
            else { return false }
            return (try? files.removeItem(atPath: "\(folder)/\(name)")) != nil
        }
    }

    /// `2026-11-21`, `2026-W47`, `2026-11`: a folder, not one of the `latest.*` links.
    private func isDigest(_ name: String) -> Bool {
        guard name.count >= 7, name.prefix(4).allSatisfy(\.isNumber) else { return false }
        return name.dropFirst(4).allSatisfy { $0.isNumber || $0 == "-" || $0 == "W" }
    }

    private func written(_ name: String) -> Date? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        guard attributes?[.type] as? FileAttributeType == .typeDirectory else { return nil }
        return attributes?[.modificationDate] as? Date
    }
}
