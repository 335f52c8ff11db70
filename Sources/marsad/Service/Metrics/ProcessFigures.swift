import Foundation
import Storage

/// What the kernel knows of this process, under the names that all exporters use.
struct ProcessFigures {
    private let pages: [Int]
    private let stat: [Substring]

    init() {
        pages = KernelFile.text("/proc/self/statm").split(separator: " ").compactMap { Int($0) }
        let text = KernelFile.text("/proc/self/stat")
        // The name, in parentheses, may hold spaces.
        let rest = text.lastIndex(of: ")").map { text[text.index(after: $0)...] } ?? ""
        stat = rest.split(separator: " ")
    }

    var residentBytes: Double? { pages.count > 1 ? Double(pages[1] * pageSize) : nil }

    var openDescriptors: Double? {
        // The folder itself is open while it is read.
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))
            .map { Double($0.count - 1) }
    }

    /// Fields of proc(5) are counted from the state, which is the third.
    private func field(_ number: Int) -> Double? {
        stat.count > number - 3 ? Double(stat[number - 3]) : nil
    }

    func add(to page: inout Exposition) {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        page.add(
            "process_cpu_seconds_total", .counter, "User and system time spent.",
            field(14).flatMap { user in field(15).map { (user + $0) / ticks } })
        page.add("process_resident_memory_bytes", .gauge, "Resident memory.", residentBytes)
        page.add(
            "process_virtual_memory_bytes", .gauge, "Virtual memory.",
            pages.first.map { Double($0 * pageSize) })
        page.add("process_open_fds", .gauge, "Open file descriptors.", openDescriptors)
        page.add("process_max_fds", .gauge, "How many may be open.", maximumDescriptors)
        page.add("process_threads", .gauge, "Threads.", field(20))
        page.add(
            "process_start_time_seconds", .gauge, "When the process began.", startTime(ticks))
    }

    private var pageSize: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }

    private var maximumDescriptors: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return nil
        }
        return Double(limit.rlim_cur)
    }

    /// The machine's start and the ticks since.
    private func startTime(_ ticks: Double) -> Double? {
        let boot = KernelFile.text("/proc/stat").split(separator: "\n")
            .first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
        guard let boot, let began = field(22) else { return nil }
        return boot + began / ticks
    }
}
