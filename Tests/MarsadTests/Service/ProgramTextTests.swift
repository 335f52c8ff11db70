import Storage
import Testing

@testable import marsad

/// What of the program's memory is let go of at rest.
@Suite struct ProgramTextTests {
    @Test func `only what nobody may write to is let go of`() {
        let maps = KernelFile.text("/proc/self/maps").split(separator: "\n").map { line in
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            let ends = words[0].split(separator: "-").map { UInt($0, radix: 16) ?? 0 }
            return (start: ends[0], end: ends[1], rights: words[1])
        }
        #expect(ProgramText.ranges.count > 4)
        for range in ProgramText.ranges {
            let end = range.start + UInt(range.length)
            let touched = maps.filter { $0.start < end && $0.end > range.start }
            #expect(!touched.isEmpty)
            #expect(touched.allSatisfy { ["r-xp", "r--p"].contains($0.rights) }, "\(touched)")
        }
        ProgramText.letGo()
        #expect(ProgramText.ranges.count > 4)
    }

    @Test func `a file of the kernel's is read to its end`() {
        // The first piece is shorter than what was asked for.
        #expect(KernelFile.text("/proc/self/smaps").contains("[stack]"))
        #expect(KernelFile.text("/proc/self/nothing").isEmpty)
    }
}
