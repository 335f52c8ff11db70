import Extraction
import Foundation
import Yams

/// A YAML file as read, with the places of its nodes.
struct YAMLFile {
    /// The path as shown in complaints.
    let path: String
    let root: Node?

    /// Reads and parses; a file that cannot be read or parsed becomes a problem.
    ///
    /// - Parameter mayBeEmpty: that there is nothing in it is none.
    init(_ path: String, mayBeEmpty: Bool = false, problems: ProblemList) {
        self.path = path
        let file = SettingsPlace(file: path)
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            problems.add(YAMLFile.cause(error), at: file)
            root = nil
            return
        }
        guard let text = String(data: data, encoding: .utf8) else {
            let fault = YAMLFault(data, of: path)
            problems.add(fault.message, at: fault.place)
            root = nil
            return
        }
        do {
            // Every reader knows what type it wants: to guess types takes a fifth of the time.
            let node = try Yams.compose(yaml: text, .basic)
            root = node.flatMap { YAMLFile.isBounded($0, in: text) ? $0 : nil }
            if node == nil, !mayBeEmpty { problems.add("is empty", at: file) }
            if node != nil, root == nil {
                problems.add("repeats too much by ‘*’: write out what is repeated", at: file)
            }
        } catch {
            let fault = YAMLFault(error, in: text, of: path)
            problems.add(fault.message, at: fault.place)
            root = nil
        }
    }

    /// Aliases of aliases make a page into more than a machine holds (« billion laughs »).
    private static func isBounded(_ root: Node, in text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return true }
        var left = 20_000 + text.utf8.count
        func count(_ node: Node) {
            left -= 1
            guard left > 0 else { return }
            if let sequence = node.sequence { for node in sequence where left > 0 { count(node) } }
            if let mapping = node.mapping {
                for pair in mapping where left > 0 { count(pair.value) }
            }
        }
        count(root)
        return left > 0
    }

    /// Why a file cannot be read, and what to do.
    private static func cause(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?:
            "there is no such file; copy it from Marsad's own config folder, or write one"
        case .fileReadNoPermission?: "may not be read by this user; give it the right to"
        case .fileReadUnknown?: "cannot be read; is it a folder?"
        default: "cannot be read: \((error as NSError).localizedDescription)"
        }
    }
}
