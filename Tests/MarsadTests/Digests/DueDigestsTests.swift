import Digests
import Foundation
import Storage
import Testing

@testable import marsad

/// Digests whose hour has come, by the daemon's clock or by `marsad digest --due`.
@Suite(.timeLimit(.minutes(2))) struct DueDigestsTests {
    @Test func `a period is told once, and one without polls not at all`() async throws {
        try await withDue { line, due in
            let tomorrow = Date().addingTimeInterval(86_400)
            let periods = try due.periods(at: tomorrow)
            try #require(periods.count == 1)
            let result = try await due.write(periods[0], at: tomorrow, mayTidy: true)
            #expect(result.path == "\(due.folder)/\(periods[0].name)")
            #expect(result.removed.isEmpty && result.refusal == nil)
            let names = try FileManager.default.contentsOfDirectory(atPath: due.folder)
            #expect(Set(names).isSuperset(of: [periods[0].name, "index.html", "latest.fr.atom"]))
            #expect(try line.archive.digests().map(\.name) == [periods[0].name])
            #expect(try due.periods(at: tomorrow).isEmpty)
            #expect(try due.periods(at: tomorrow.addingTimeInterval(3 * 86_400)).isEmpty)
        }
    }

    @Test func `what a clock told that was a year ahead keeps no digest back`() async throws {
        try await withDue { line, due in
            let tomorrow = Date().addingTimeInterval(86_400)
            let expected = try due.periods(at: tomorrow)
            let late = tomorrow.addingTimeInterval(31_536_000)
            try line.archive.note(
                WrittenDigest(
                    name: "later", since: late - 86_400, until: late, written: late, files: [],
                    cited: []))
            #expect(try due.periods(at: tomorrow) == expected)
            #expect(expected.count == 1)
        }
    }

    /// As a machine asleep at seven sees it: before its hour, and then long after.
    @Test func `a digest is late where its hour has long passed`() async throws {
        try await withDue { line, due in
            let period = try #require(
                try due.periods(at: Date().addingTimeInterval(86_400)).first)
            #expect(try due.periods(at: period.until - 60).isEmpty)
            let waking = period.until + 7_920
            #expect(try due.periods(at: waking) == [period])
            let result = try await due.write(period, at: waking, mayTidy: true)
            #expect(result.isLate)
            #expect(try due.periods(at: waking + 30).isEmpty)
            let page = try String(contentsOfFile: result.path + "/digest.ar.txt", encoding: .utf8)
            #expect(page.contains("كُتب متأخرا، يوم "))
        }
    }

    @Test func `a digest a moment after its hour is not late`() async throws {
        try await withDue { line, due in
            let period = try #require(
                try due.periods(at: Date().addingTimeInterval(86_400)).first)
            let result = try await due.write(period, at: period.until + 31, mayTidy: true)
            #expect(!result.isLate)
            let page = try String(contentsOfFile: result.path + "/digest.ar.txt", encoding: .utf8)
            #expect(page.contains("كُتب يوم "))
        }
    }

    /// The files, or some of them, were there when it died; the archive does not know of them.
    @Test(arguments: [[], ["digest.fr.html"], ["digest.ar.html", "digest.ar.atom"]])
    func `a death between files and archive loses no digest and changes no page`(
        missing: [String]
    ) async throws {
        try await withDue { line, due in
            let tomorrow = Date().addingTimeInterval(86_400)
            let period = try #require(try due.periods(at: tomorrow).first)
            let writer = due.writer
            let input = try writer.input(since: period.since, until: period.until, at: tomorrow)
            let files = writer.pages(input, languages: [.ar, .fr], forms: DigestForm.pages)
            let there = files.filter { !missing.contains($0.name) }
            try DigestFiles.write(
                there, into: due.folder + "/" + period.name, worldReadable: false)

            let later = tomorrow.addingTimeInterval(60)
            #expect(try due.periods(at: later) == [period])
            let result = try await due.write(period, at: later, mayTidy: true)
            for file in there {
                let path = result.path + "/" + file.name
                #expect(try String(contentsOfFile: path, encoding: .utf8) == file.contents)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: result.path)
            #expect(Set(names) == Set(files.map(\.name)))
            #expect(try line.archive.digests().map(\.name) == [period.name])
            #expect(try due.periods(at: later).isEmpty)
        }
    }

    @Test func `each language has its files and its latest links, the list the first`()
        async throws
    {
        try await withDue(digest: "languages: [fr, ar]") { _, due in
            let tomorrow = Date().addingTimeInterval(86_400)
            let period = try #require(try due.periods(at: tomorrow).first)
            let result = try await due.write(period, at: tomorrow, mayTidy: true)
            let kinds = ["ar", "fr"].flatMap { language in
                ["atom", "html", "json", "md", "txt"].map { "\(language).\($0)" }
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: result.path)
            #expect(names.sorted() == kinds.map { "digest.\($0)" })
            for kind in kinds {
                let target = try FileManager.default.destinationOfSymbolicLink(
                    atPath: due.folder + "/latest.\(kind)")
                #expect(target == "\(period.name)/digest.\(kind)")
            }
            for (page, language) in [
                ("latest.ar.html", "ar"), ("latest.fr.html", "fr"), ("index.html", "fr"),
            ] {
                let text = try String(contentsOfFile: "\(due.folder)/\(page)", encoding: .utf8)
                #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\""))
            }
        }
    }

    @Test func `mail that is refused is told, and not sent again`() async throws {
        let mail = "mail: {program: /bin/false, from: a@b.example, to: [c@d.example]}"
        try await withDue(digest: mail) { _, due in
            let tomorrow = Date().addingTimeInterval(86_400)
            let period = try #require(try due.periods(at: tomorrow).first)
            let result = try await due.write(period, at: tomorrow, mayTidy: false)
            #expect(
                result.refusal?.description
                    == "/bin/false: did not take the digest's mail: ended with 1")
            #expect(
                FileManager.default.fileExists(atPath: result.path + "/digest.ar.eml"))
            #expect(try due.periods(at: tomorrow).isEmpty)
        }
    }

    /// As sendmail and its like say that they can take nothing now.
    @Test func `mail that cannot be taken now is tried again, later and later`() async throws {
        try await withTemporaryFolder { folder in
            let program = folder + "/sendmail"
            let script = """
                #!/bin/sh
                echo x >>"$0.asked"
                test "$(wc -l <"$0.asked")" -gt 2 || exit 75
                cat >"$0.took"

                """
            try Data(script.utf8).write(to: URL(filePath: program))
            chmod(program, 0o755)
            let mail = "mail: {program: \(program), from: a@b.example, to: [c@d.example]}"
            try await withDue(digest: mail) { line, due in
                let tomorrow = Date().addingTimeInterval(86_400)
                let period = try #require(try due.periods(at: tomorrow).first)
                let result = try await due.write(period, at: tomorrow, mayTidy: false)
                #expect(
                    result.refusal?.description
                        == "\(program): did not take the digest's mail: ended with 75, "
                        + "so it is asked again later")
                #expect(try line.archive.waitingNotices().count == 1)
                // Not at once: in a minute or so, then in two.
                #expect(try await due.sendMail(at: tomorrow + 30) == nil)
                #expect(try await due.sendMail(at: tomorrow + 90)?.isTemporary == true)
                #expect(try await due.sendMail(at: tomorrow + 150) == nil)
                #expect(try await due.sendMail(at: tomorrow + 300) == nil)
                #expect(try line.archive.waitingNotices().isEmpty)
                let took = FileManager.default.contents(atPath: program + ".took")
                let file = FileManager.default.contents(atPath: result.path + "/digest.ar.eml")
                #expect(took == file && file != nil)
                let asked = try String(contentsOfFile: program + ".asked", encoding: .utf8)
                #expect(asked == "x\nx\nx\n")
            }
        }
    }

    @Test func `mail goes to a program as it lies among the files`() async throws {
        try await withTemporaryFolder { folder in
            let program = folder + "/sendmail"
            let script = "#!/bin/sh\nprintf '%s ' \"$@\" >\"$0.said\"\ncat >\"$0.took\"\n"
            try Data(script.utf8).write(to: URL(filePath: program))
            chmod(program, 0o755)
            let mail = "mail: {program: \(program), from: a@b.example, to: [c@d.example]}"
            try await withDue(digest: mail) { _, due in
                let tomorrow = Date().addingTimeInterval(86_400)
                let period = try #require(try due.periods(at: tomorrow).first)
                let result = try await due.write(period, at: tomorrow, mayTidy: false)
                #expect(result.refusal == nil)
                let took = FileManager.default.contents(atPath: program + ".took")
                let file = FileManager.default.contents(atPath: result.path + "/digest.ar.eml")
                #expect(took == file && file != nil)
                #expect(try String(contentsOfFile: program + ".said", encoding: .utf8) == "-t -i ")
            }
        }
    }

    /// The archive knew of the digest when it died; the mail program had not been asked.
    @Test func `a death between archive and mail program loses no mail`() async throws {
        try await withTemporaryFolder { folder in
            let program = folder + "/sendmail"
            try Data("#!/bin/sh\ncat >>\"$0.took\"\n".utf8).write(to: URL(filePath: program))
            chmod(program, 0o755)
            let mail = "mail: {program: \(program), from: a@b.example, to: [c@d.example]}"
            try await withDue(digest: mail) { line, due in
                let now = Date()
                try DigestFiles.write(
                    [("digest.ar.eml", "Subject: 1\n")], into: due.folder + "/2026-11-21",
                    worldReadable: false)
                try line.archive.note(
                    WrittenDigest(
                        name: "2026-11-21", since: now - 86_400, until: now, written: now,
                        files: ["digest.ar.eml"]),
                    [DigestMail.notice(of: "2026-11-21/digest.ar.eml", at: now)])

                #expect(try await due.sendMail(at: now) == nil)
                #expect(try await due.sendMail(at: now + 30) == nil)
                let took = try String(contentsOfFile: program + ".took", encoding: .utf8)
                #expect(took == "Subject: 1\n")
                #expect(try line.archive.waitingNotices().isEmpty)
            }
        }
    }

    @Test(arguments: [(true, ["2020-01-01"]), (false, [])])
    func `old digests go where the clock is to be trusted`(
        mayTidy: Bool, removed: [String]
    ) async throws {
        try await withDue { _, due in
            let old = due.folder + "/2020-01-01"
            try FileManager.default.createDirectory(
                atPath: old, withIntermediateDirectories: true)
            let then = Date().addingTimeInterval(-100 * 86_400)
            try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: old)
            let tomorrow = Date().addingTimeInterval(86_400)
            let period = try #require(try due.periods(at: tomorrow).first)
            let result = try await due.write(period, at: tomorrow, mayTidy: mayTidy)
            #expect(result.removed == removed)
            #expect(FileManager.default.fileExists(atPath: old) == !mayTidy)
        }
    }

    private func withDue(
        digest: String? = nil, _ body: (Line, DueDigests) async throws -> Void
    ) async throws {
        try await withPress(papers: 1) { press in
            try await withLine(press, digest: digest) { line in
                _ = try await line.poll()
                let folder = (line.archive.path as NSString).deletingLastPathComponent
                let writer = await line.pipeline.writer
                try await body(line, DueDigests(writer: writer, folder: folder + "/digests"))
            }
        }
    }
}
