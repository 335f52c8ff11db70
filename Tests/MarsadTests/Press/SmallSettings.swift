import Foundation

/// A settings folder that is read in no time: one name, one topic, the loopback allowed.
struct SmallSettings {
    /// What its files hold, by path.
    var files = [
        "marsad.yaml": """
        polling:
          allow-networks: [127.0.0.0/8]
          host-pause: 0 s
          per-host: 16
        """,
        "feeds.yaml": """
        feeds:
          - {id: nobody, url: "http://127.0.0.1:9/feed"}
        """,
        "relevance.yaml": """
        threshold: 3
        rules:
          - id: police
            weight: 3
            any: ["@police:MA"]
        """,
        "lexicon/names.yaml": """
        organisations:
          - id: dgsn
            name: {ar: المديرية العامة للأمن الوطني, fr: Sûreté nationale}
            of-kind: police
            country: MA
            terms: [الأمن الوطني, DGSN, Sûreté nationale]
        """,
        "topics/lists.yaml": """
        lists:
          dgsn: ["@dgsn"]
        """,
        "topics/institution.yaml": """
        rules:
          - id: named
            weight: 4
            any: [$dgsn]
            examples:
              match: ["La DGSN publie son bilan."]
              no-match: ["La mairie publie son bilan."]
        """,
    ]

    func write(to folder: String) throws {
        for (name, text) in files {
            let path = "\(folder)/\(name)"
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path))
        }
    }
}
