import Testing

@testable import Settings

@Suite struct RemarksTests {
    static let shadowed: [(text: String, remarks: [String])] = [
        (
            "words: [chira, kif, chira]\n",
            ["topics/drugs.yaml:1:21: ‘chira’ is there already, as ‘chira’ (line 1)"]
        ),
        (
            "words:\n  - +arrêté\n  - arrêtée\n  - police judiciaire\n  - police\n",
            [
                "topics/drugs.yaml:3:5: ‘arrêtée’ adds nothing: all that it finds is found by "
                    + "‘+arrêté’ (line 2)",
                "topics/drugs.yaml:4:5: ‘police judiciaire’ adds nothing: all that it finds is "
                    + "found by ‘police’ (line 5)",
            ]
        ),
        ("words: [terror*, terreur]\n", []),
        (
            "words: [terror*, terroristes]\n",
            [
                "topics/drugs.yaml:1:18: ‘terroristes’ adds nothing: all that it finds is found by "
                    + "‘terror*’ (line 1)"
            ]
        ),
        // A term in company finds less than the same term without.
        (
            "words: [{term: sûreté, only-near: [police]}, Sûreté nationale]\n", []
        ),
        (
            // Where nearness counts, a longer hit reaches farther.
            "rules:\n  - near: {of: [[chira, la chira, chiras], [saisie]]}\n",
            [
                "topics/drugs.yaml:2:35: ‘chiras’ adds nothing: all that it finds is found by "
                    + "‘chira’ (line 2)"
            ]
        ),
        ("words: [الجديدة, جديد]\n", []),
        // Side by side they would be two hits; the phrase makes them one.
        ("words: [canot pneumatique, canot, pneumatique]\n", []),
        (
            "words: [canot pneumatique, canot]\n",
            [
                "topics/drugs.yaml:1:9: ‘canot pneumatique’ adds nothing: all that it finds is found "
                    + "by ‘canot’ (line 1)"
            ]
        ),
        // Of two that find the same the shorter stays.
        (
            "words: [dealers, dealer]\n",
            [
                "topics/drugs.yaml:1:9: ‘dealers’ adds nothing: all that it finds is found by ‘dealer’ "
                    + "(line 1)"
            ]
        ),
        (
            "words: [saisie ... chira, saisie de chira]\n",
            [
                "topics/drugs.yaml:1:27: ‘saisie de chira’ adds nothing: all that it finds is found by "
                    + "‘saisie ... chira’ (line 1)"
            ]
        ),
        (
            "words: [chira, chiras]\n",
            [
                "topics/drugs.yaml:1:16: ‘chiras’ adds nothing: all that it finds is found by ‘chira’ "
                    + "(line 1)"
            ]
        ),
        (
            "words: [قرص, القرص]\n",
            [
                "topics/drugs.yaml:1:14: ‘القرص’ adds nothing: all that it finds is found by ‘قرص’ "
                    + "(line 1)"
            ]
        ),
    ]

    @Test func `a list that no rule names is remarked on`() throws {
        let folder = try SettingsOnDisk([
            "topics/lists.yaml": """
            lists:
              used: [chira]
              inner: [kif]
              outer: [$inner]
              idle: [majoun]
              deeper: [$idle]
            """,
            "topics/drugs.yaml": "rules: [{any: [$used], unless-near: {terms: [$outer]}}]\n",
        ])
        let checked = SettingsFolder(folder.path).check()
        #expect(checked.problems == [])
        #expect(
            checked.remarks.map(folder.shown) == [
                "topics/lists.yaml:5:3: no rule names the list ‘$idle’",
                "topics/lists.yaml:6:3: no rule names the list ‘$deeper’",
            ])
    }

    @Test(arguments: shadowed)
    func `a term that another one makes superfluous is remarked on`(
        _ row: (text: String, remarks: [String])
    ) throws {
        let folder = try SettingsOnDisk(["topics/drugs.yaml": row.text])
        let checked = SettingsFolder(folder.path).check()
        #expect(checked.problems == [])
        #expect(checked.remarks.map(folder.shown) == row.remarks)
    }
}
