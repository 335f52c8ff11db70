import Foundation
import Settings

/// The line by the settings in force; a reload puts another in its place.
///
/// Who works by it asks for it anew before each piece of work. What is under way ends by the
/// settings that it began with.
actor LiveLine {
    private(set) var pipeline: Pipeline
    /// When settings were last refused, those in force being better than them.
    private(set) var refused: Date?

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    /// The line with its rules: at once, but for the first moments of a daemon.
    func ruled() async -> Pipeline {
        if !pipeline.rules.areThere {
            let settings = await pipeline.rules.settings
            // Somebody else may have waited too.
            if !pipeline.rules.areThere { adopt(settings) }
        }
        return pipeline
    }

    /// From now on all new work is done by these settings.
    func adopt(_ settings: Configuration) {
        pipeline = pipeline.under(settings)
        refused = nil
    }

    /// New settings did not check.
    func refuse(at date: Date) {
        refused = date
    }
}
