import Testing

@testable import marsad

/// What of the program's memory is let go of at rest.
@Suite struct MappingsTests {
    @Test func `only pages that nobody can have written to are let go of`() {
        let smaps = """
            1000-3000 r-xp 00000000 fe:00 4711                     /usr/bin/marsad
            Rss:                   8 kB
            Anonymous:             0 kB
            VmFlags: rd ex mr mw me
            3000-4000 r--p 00002000 fe:00 4711                     /usr/bin/marsad
            Anonymous:             4 kB
            4000-6000 rw-p 00003000 fe:00 4711                     /usr/bin/marsad
            Anonymous:             0 kB
            7000-8000 r--p 00000000 fe:00 4712                     /usr/lib/libc.so.6
            Anonymous:             0 kB
            8000-9000 rw-p 00000000 00:00 0                        [heap]
            Anonymous:             0 kB
            9000-a000 r--p 00000000 00:00 0                        [vvar]
            Anonymous:             0 kB
            a000-b000 rw-s 00000000 fe:00 4713                     /var/lib/archive.sqlite-shm
            Anonymous:             0 kB
            """
        let ranges = FileMappings.clean(in: smaps)
        #expect(ranges.map { UInt(bitPattern: $0.start) } == [0x1000, 0x7000])
        #expect(ranges.map(\.length) == [0x2000, 0x1000])
    }

    @Test func `a file of the kernel's is read to its end`() {
        // The first piece is shorter than what was asked for.
        #expect(KernelFile.text("/proc/self/smaps").contains("[stack]"))
        #expect(KernelFile.text("/proc/self/nothing").isEmpty)
    }
}
