import Digests
import Foundation
import Metering
import News

/// A month that nobody has seen: 10,000 matches in 1,000 stories, written in all forms.
///
/// `DigestsBenchmark` prints seconds and memory; `DigestsBenchmark json` prints the digest's JSON
/// form, from which `rival.py` renders the same page by another engine; `DigestsBenchmark fill
/// FOLDER` makes an archive of it, of which `archive.py` has the program write the digest.
let input = GeneratedDigest.input(stories: 1_000, articles: 10)
switch CommandLine.arguments.dropFirst().first {
case "json": print(Digest(input, language: .fr).render(.json), terminator: "")
case "fill" where CommandLine.arguments.count == 3:
    try FilledArchive().fill(CommandLine.arguments[2], from: input)
default: measure()
}

/// The bytes of each form, made as when they are written into files.
func written(_ digest: Digest) -> [DigestForm: Int] {
    let sizes = AllAtOnce.map(DigestForm.madeTogether(of: DigestForm.allCases)) { forms in
        var sizes: [DigestForm: Int] = [:]
        digest.write(forms) { form, piece in sizes[form, default: 0] += piece.utf8.count }
        return sizes
    }
    return sizes.reduce(into: [:]) { $0.merge($1) { $1 } }
}

func measure() {
    let clock = ContinuousClock()
    var sizes: [DigestForm: Int] = [:]
    var best = Duration.seconds(1_000)
    var processor = 1_000.0
    for _ in 0..<3 {
        let began = clock.now
        let spent = Meter.seconds(runs: 1) {
            sizes = written(Digest(input, language: .fr))
        }
        best = min(best, began.duration(to: clock.now))
        processor = min(processor, spent)
    }
    report("10,000 matches in 1,000 stories, all six forms", best / .seconds(1), "s", goal: "1")
    report("… of processor time", processor, "s", goal: "–")
    report("… resident at most", Double(GeneratedDigest.peakMemory) / 1_000_000, "MB", goal: "150")
    let editing = Meter.seconds { _ = Digest(input, language: .fr) }
    report("… of which the digest itself", editing, "s", goal: "–")
    let digest = Digest(input, language: .fr)
    for form in DigestForm.allCases {
        let seconds = Meter.seconds { _ = digest.render(form) }
        let size = Double(sizes[form] ?? 0) / 1_000_000
        report("… \(form.rawValue), \(String(format: "%.1f", size)) MB", seconds, "s", goal: "–")
    }
}
