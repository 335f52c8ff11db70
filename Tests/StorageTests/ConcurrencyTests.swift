import Foundation
import News
import Testing

@testable import Storage

@Suite struct ConcurrencyTests {
    @Test func `readers see whole polls while the writer works`() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path, access: .readWrite)
        let size = 10
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<20 {
                    let items = (0..<size).map {
                        kept(news("\(number)-\($0)", "Titre \(number)"), topics: ["drugs"])
                    }
                    _ = try archive.record(poll(at: later(Double(number)), items))
                }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<20 {
                        #expect(try archive.matches().count % size == 0)
                        let query = SearchQuery("titre", now: morning, words: words)
                        _ = try archive.search(query)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try archive.matches().count == 20 * size)
        #expect(try archive.check() == [])
    }
}

extension ConcurrencyTests {
    @Test func `labels are kept beside the one that keeps the archive`() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll(at: morning, [kept(news("labelled", "Titre"))]))
        let key = ItemKey(feed: north.id, id: "labelled")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<60 {
                    let items = (0..<20).map { kept(news("\(number)-\($0)", "Titre \(number)")) }
                    _ = try archive.record(poll(at: later(Double(number)), items))
                }
            }
            for person in 0..<3 {
                group.addTask {
                    for number in 0..<20 {
                        let beside = try Archive(at: folder.path, access: .writeBeside)
                        let label = Label(
                            key: key, subject: .topic("\(number)"), verdict: true,
                            who: "person \(person)", at: morning)
                        #expect(try beside.keep([label]) == [])
                        try beside.close()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try archive.labels().count == 60)
        #expect(try archive.totals().items == 60 * 20 + 1)
        #expect(try archive.check() == [])
    }

    @Test func `who is kept waiting for a turn is told that the archive is busy`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("archive.sqlite")
        let one = try WriteTurn(beside: path)
        let other = try WriteTurn(beside: path, patience: 0.05)
        try one.taken {
            _ = #expect(throws: ArchiveError.busy(path: path, pid: nil)) { try other.taken {} }
        }
        #expect(try other.taken { true })
    }

    @Test func `nothing is written beside where there is no archive`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.notFound(path: folder.file("archive.sqlite"))) {
            try Archive(at: folder.path, access: .writeBeside)
        }
    }
}
