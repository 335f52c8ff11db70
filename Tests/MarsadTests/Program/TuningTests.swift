import Foundation
import Origin
import Storage
import Testing

/// The editor's tools as processes, on an archive that a press filled.
@Suite(.timeLimit(.minutes(2))) struct TuningTests {
    /// Runs a body with an archive, the settings that filled it, and changed ones beside them.
    private func withArchive(
        _ body: (_ run: ([String]) async throws -> Ending, _ folder: String) async throws -> Void
    ) async throws {
        try await withPress(papers: 6) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings()
                try settings.write(to: folder + "/config")
                settings.files["topics/institution.yaml"] = """
                    rules:
                      - {id: equips, weight: 4, any: [équipe]}
                      - {id: opens, weight: 4, any: [يفتح], unless-near: {terms: [أولى]}}
                    """
                settings.files["topics/technology.yaml"] = "words: [équipe]\nthreshold: 4"
                settings.files["topics/equipment.yaml"] = "words: [équipe]"
                try settings.write(to: folder + "/try")
                func run(_ arguments: [String]) async throws -> Ending {
                    try await BuiltProgram.run(
                        arguments.map { $0.replacing("FOLDER", with: folder) }
                            + ["--state", folder + "/state"],
                        environment: ["MARSAD_CONFIG": folder + "/config", "USER": "editor"])
                }
                #expect(try await run(["poll"]).code == 0)
                try await body(run, folder)
            }
        }
    }

    @Test func `labels are taken while the daemon runs`() async throws {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 s").write(to: folder + "/config")
                let places = ["--config", folder + "/config", "--state", folder + "/state"]
                let daemon = try RunningProgram(["run"] + places)
                let isThere = await eventually(every: .milliseconds(50)) {
                    guard let archive = try? Archive(at: folder + "/state", access: .readOnly)
                    else { return false }
                    return (try? Shelf(archive).headlines) == press.headlines
                }
                #expect(isThere)
                let archive = try Archive(at: folder + "/state", access: .readOnly)
                let item = try #require(try Shelf(archive).items.first?.short)
                for judgement in ["relevant=yes", "institution=no", "institution=yes"] {
                    let ending = try await BuiltProgram.run(
                        ["label", item, judgement, "--who", "me"] + places)
                    #expect(ending.code == 0)
                    #expect(ending.output.contains(judgement))
                    #expect(ending.complaints == "")
                }
                press.addArticle(to: 0)
                let file = folder + "/labels.jsonl"
                let export = try await BuiltProgram.run(["labels", "export"] + places)
                try Data(export.output.utf8).write(to: URL(filePath: file))
                let taken = try await BuiltProgram.run(
                    ["labels", "import", file, "--state", folder + "/state"])
                #expect(taken.output == "2 judgements of 1 items taken\n")
                daemon.send(SIGTERM)
                #expect(try await daemon.ending().code == 0)
                let kept = try Archive(at: folder + "/state", access: .readWrite)
                #expect(try kept.labels().map(\.verdict) == [true, true])
                #expect(try kept.check() == [])
            }
        }
    }

    @Test func `a changed rule gains and loses just what it should`() async throws {
        try await withArchive { run, folder in
            let text = try await run(["backtest", "--config", "FOLDER/try", "--fail-on-loss"])
            // Of 18 articles the four with «الأمن الوطني» or «DGSN» concern the police.
            #expect(text.code == 0)
            let json = try await run(["backtest", "--config", "FOLDER/try", "--format", "json"])
            let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
            let backtest = try #require(value as? [String: Any])
            #expect(backtest["items"] as? Int == 18)
            let changes = try #require(backtest["changes"] as? [[String: Any]])
            let gained = changes.filter { $0["kind"] as? String == "gained" }
            #expect(
                gained.map { $0["subject"] as? String } == ["equipment", "equipment", "equipment"])
            #expect(
                gained.compactMap { $0["title"] as? String }
                    .allSatisfy { $0.hasPrefix("La DGSN équipe le poste") })
            let page = try await run(["backtest", "--config", "FOLDER/try", "--format", "html"])
            #expect(page.output.hasPrefix("<!DOCTYPE html>"))
            #expect(page.output.contains("<h3 dir=\"auto\"><a href=\"http://papers.example/"))
            // The other way round all that was gained is lost.
            let back = try await run([
                "backtest", "--present", "FOLDER/try", "--config", "FOLDER/config",
                "--fail-on-loss",
            ])
            #expect(back.code == 1)
            #expect(back.output.contains("lost, \(gained.count)"))
        }
    }

    @Test func `what was missed by little says how many points are missing`() async throws {
        try await withArchive { run, folder in
            let found = try await run(["search", "équipe", "--format", "json"])
            let hits = try JSONSerialization.jsonObject(with: Data(found.output.utf8))
            let first = try #require((hits as? [[String: Any]])?.first)
            let id = try #require(first["id"] as? String)
            let ending = try await run([
                "explain", id, "--config", "FOLDER/try", "--topic", "technology",
            ])
            #expect(ending.output.contains("technology 3 of 4: missed by 1\n"))
            #expect(ending.output.contains("technology.words  weight 2, adds 3\n"))
        }
    }

    @Test func `a topic or an outlet that nobody knows is told with the nearest`() async throws {
        try await withArchive { run, _ in
            let topics = "; did you mean ‘institution’?\n"
            let rows: [(arguments: [String], complaint: String)] = [
                (["search", "DGSN", "--topic", "institutoin"], "topic ‘institutoin’" + topics),
                (
                    ["search", "DGSN", "--topic", "weather"],
                    "topic ‘weather’; there are institution\n"
                ),
                (
                    ["search", "DGSN", "--outlet", "papper-3"],
                    "outlet ‘papper-3’; did you mean ‘paper-3’?\n"
                ),
                (["stories", "--topic", "institutoin"], "topic ‘institutoin’" + topics),
                (["explain", "aaaa", "--topic", "institutoin"], "topic ‘institutoin’" + topics),
                (["evaluate", "--topic", "institutoin"], "topic ‘institutoin’" + topics),
                (["suggest", "institutoin"], "topic ‘institutoin’" + topics),
                (["label", "--review", "--topic", "institutoin"], "topic ‘institutoin’" + topics),
                (
                    ["backtest", "--config", "FOLDER/try", "--topic", "equipmnt"],
                    "topic ‘equipmnt’; did you mean ‘equipment’?\n"
                ),
            ]
            for row in rows {
                let ending = try await run(row.arguments)
                #expect(
                    ending
                        == Ending(
                            code: 2, output: "", complaints: "marsad: there is no " + row.complaint),
                    "\(row.arguments)")
            }
            // What is known and not found is no mistake.
            for known in [["--outlet", "paper-3"], ["--topic", "institution"]] {
                let ending = try await run(["search", "nothinglikethis"] + known)
                #expect(ending == Ending(code: 0, output: "", complaints: "nothing found\n"))
            }
        }
    }

    @Test func `a search may begin with what must not be there, but wants something to look for`()
        async throws
    {
        try await withArchive { run, _ in
            for query in [["-introuvable"], ["-introuvable", "DGSN"], ["DGSN", "-introuvable"]] {
                let found = try await run(["search", "--limit", "2", "--matches"] + query)
                #expect(found.code == 0, "\(query): \(found.complaints)")
                #expect(found.output.contains("●"), "\(query)")
            }
            let none = try await run(["search", "équipe", "-équipe"])
            #expect(none == Ending(code: 0, output: "", complaints: "nothing found\n"))
            for query in ["*", "…", "-*"] {
                let ending = try await run(["search", query])
                let complaint =
                    "marsad: ‘\(query)’ has no word to look for; see ‘marsad search --help’\n"
                #expect(ending == Ending(code: 2, output: "", complaints: complaint))
            }
            let mistyped = try await run(["search", "DGSN", "--topc", "drugs"])
            #expect(mistyped.code != 0)
            #expect(mistyped.complaints.contains("there is no option ‘--topc’"))
        }
    }

    @Test func `a page that the archive does not have is fetched and explained`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                press.origin["/page"] = Resource(
                    """
                    <!DOCTYPE html><html lang="fr"><head><title>La DGSN recrute</title></head>
                    <body><article><h1>La DGSN recrute</h1><p>La Sûreté nationale ouvre un concours
                    pour mille postes, dans toutes les villes du pays, jusqu'à la fin du mois.</p>
                    </article></body></html>
                    """, contentType: "text/html; charset=utf-8")
                for (path, code) in [("/page", Int32(0)), ("/none", 2)] {
                    let ending = try await BuiltProgram.run([
                        "explain", press.address + path, "--config", folder + "/config", "--state",
                        folder + "/state",
                    ])
                    #expect(ending.code == code)
                    #expect(ending.complaints.contains("\(path): is not in the archive"))
                    #expect(ending.output.contains("⟦DGSN⟧ recrute") == (code == 0))
                }
                #expect(press.origin.requests(to: "/page").count == 1)
            }
        }
    }

    @Test func `judgements of what nobody knows are left out, and complaints have an end`()
        async throws
    {
        try await withArchive { run, folder in
            let found = try await run(["search", "équipe", "--format", "json"])
            let hits = try JSONSerialization.jsonObject(with: Data(found.output.utf8))
            let first = try #require((hits as? [[String: Any]])?.first)
            let id = try #require(first["id"] as? String)
            let file = folder + "/labels.jsonl"
            let lines =
                [#"{"id":"\#(id)","relevant":true,"topics":["institution","institutoin"]}"#]
                + Array(repeating: #"{"id":"zzzz","topics":["institution"]}"#, count: 30)
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
            let taken = try await run(["labels", "import", file])
            #expect(taken.code == 1)
            #expect(taken.output == "2 judgements of 1 items taken\n")
            let complaints = taken.complaints.split(separator: "\n")
            #expect(complaints.count == 21)
            #expect(
                complaints.first == """
                    marsad: \(file):1: there is no topic ‘institutoin’, so that judgements of it are \
                    left out; did you mean ‘institution’?
                    """)
            #expect(complaints.last == "marsad: and 11 more")
            let export = try await run(["labels", "export"])
            let line = try JSONSerialization.jsonObject(with: Data(export.output.utf8))
            let exported = try #require(line as? [String: Any])
            #expect(exported["id"] as? String == id)
            #expect(exported["language"] as? String == "fr")
            // What cannot be read is told, and the rest is done.
            try Data((export.output + "nonsense\n").utf8).write(to: URL(filePath: file))
            let proposed = try await run(["suggest", "institution", file, "--least", "1"])
            #expect(proposed.code == 1)
            #expect(proposed.output.hasPrefix("institution: 1 items, 0 others"))
            #expect(proposed.complaints.contains("labels.jsonl:2: is no labelled document: "))
        }
    }

    @Test func `a review reads its keys from a pipe`() async throws {
        try await withArchive { run, folder in
            let program = try RunningProgram(
                [
                    "label", "--review", "--changed", folder + "/try", "--config",
                    folder + "/config", "--state", folder + "/state", "--who", "me",
                ], input: "y\nn\nq\n")
            let ending = try await program.ending()
            #expect(ending.code == 0, "\(ending.complaints)")
            #expect(ending.output.contains("1 of "))
            #expect(ending.output.contains("2 judgements of 1 items kept"), "\(ending.output)")
            let labels = try Archive(at: folder + "/state", access: .readOnly).labels()
            #expect(labels.map(\.verdict).sorted { $0 && !$1 } == [true, false])
        }
    }
}
