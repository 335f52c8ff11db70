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
