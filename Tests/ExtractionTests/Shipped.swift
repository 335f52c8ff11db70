import Foundation
import News
import Settings

@testable import Extraction

/// The settings that are shipped, for rows of real sentences.
enum Shipped {
    /// The folder of the repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static var examiner: Examiner { settings.examiner }

    static let settings: Configuration = {
        do {
            return try SettingsFolder(root + "/config").read()
        } catch {
            // Nothing can be tested without the settings; the error names file, line and column.
            fatalError("\(error)")
        }
    }()

    /// What a body of text without a headline states.
    static func facts(_ text: String, country: String? = nil) -> Facts {
        examiner.examine(
            Document(id: "row", source: "rows", text: text, titleLength: 0, country: country)
        ).facts
    }
}
