import Extraction
import Foundation
import Testing

@testable import Settings

/// A rule as an editor writes it, with sentences that it must and must not hit.
struct WrittenRule: Sendable, CustomTestStringConvertible {
    let rule: String
    let match: [String]
    let noMatch: [String]

    init(_ rule: String, match: [String], noMatch: [String]) {
        self.rule = rule
        self.match = match
        self.noMatch = noMatch
    }

    var testDescription: String { rule }
}

@Suite struct RuleLanguageTests {
    static let rules: [WrittenRule] = [
        // Terms.
        WrittenRule(
            "any: [مديرية الأمن]",
            match: ["ومديرية الأمن", "لمديرية الامن", "المديرية الأمن"],
            noMatch: ["مديرية التعليم", "مديرية. الأمن"]),
        WrittenRule(
            "any: [قرص]", match: ["القرص", "وقرص", "بالقرص"], noMatch: ["أقراص", "قرصان"]),
        WrittenRule(
            "any: [police judiciaire]", match: ["la Police judiciaire", "polices judiciaires"],
            noMatch: ["police très judiciaire", "police, judiciaire"]),
        WrittenRule("any: [=أمن]", match: ["أمن المدينة"], noMatch: ["الأمن", "وأمن"]),
        WrittenRule(
            "any: [terror*]", match: ["un terroriste", "terrorisme"], noMatch: ["la terre"]),
        WrittenRule(
            "any: [+arrêté]", match: ["elle est arrêtée", "ils sont arrêtés"],
            noMatch: ["l'arrêt du bus"]),
        WrittenRule("any: [DGSN]", match: ["la DGSN"], noMatch: ["dgsn", "DGSNA"]),
        WrittenRule(
            "any: [توقيف ... مشتبه]", match: ["توقيف شخص آخر مشتبه فيه", "توقيف مشتبه"],
            noMatch: ["توقيف واحد اثنان ثلاثة أربعة مشتبه"]),
        WrittenRule(
            "phrase: saisie ...1 chira", match: ["saisie de chira"],
            noMatch: ["saisie de la chira"]),
        // References.
        WrittenRule(
            "any: [\"@chief\"]", match: ["le grand chef", "الرئيس الكبير"], noMatch: ["chef"]),
        WrittenRule("any: [\"@people\"]", match: ["le grand chef"], noMatch: ["le petit chef"]),
        WrittenRule(
            "any: [\"@country:foreign\"]", match: ["en Norvège"], noMatch: ["au Maroc"]),
        WrittenRule("any: [\"@country:MA\"]", match: ["au Maroc"], noMatch: ["en Norvège"]),
        WrittenRule("any: [\"@place:city\"]", match: ["à Fès"], noMatch: ["au Rif"]),
        WrittenRule("any: [\"@act:arrest\"]", match: ["une arrestation"], noMatch: ["un arrêt"]),
        WrittenRule("any: [$fish]", match: ["un thon", "une sole"], noMatch: ["un chat"]),
        WrittenRule("any: [\"#animals\"]", match: ["chats et chiens"], noMatch: ["un thon"]),
        // Conditions.
        WrittenRule("all: [chat, chien]", match: ["chien. Et chat"], noMatch: ["chien"]),
        WrittenRule(
            "any: [chat]\n    none: [chien]", match: ["un chat"], noMatch: ["un chat, un chien"]),
        WrittenRule(
            "at-least: {count: 2, of: [chat, chien, thon]}", match: ["un thon, un chat"],
            noMatch: ["un thon, un thon"]),
        WrittenRule(
            "near: {of: [[chat], [chien, thon]], within: 1}",
            match: ["chat et chien", "thon du chat"],
            noMatch: ["chat et grand chien", "chat. Chien"]),
        WrittenRule(
            "near: {of: [[chat], [chien]], within: 1, ordered: true}", match: ["chat et chien"],
            noMatch: ["chien et chat"]),
        WrittenRule(
            "near: {of: [[chat], [chien]], within: 1, across-sentences: true}",
            match: ["Un chat. Un chien."], noMatch: ["Un chat. Un très grand chien."]),
        WrittenRule(
            "any: [chat]\n    only-near: {terms: [noir], within: 1}", match: ["chat très noir"],
            noMatch: ["chat", "chat vraiment très noir"]),
        WrittenRule(
            "any: [chat]\n    unless-near: {terms: [noir], within: 1}",
            match: ["chat", "chat vraiment très noir"], noMatch: ["chat très noir"]),
        WrittenRule(
            "all: [{any: [chat, chien]}, {none: [{all: [thon, sole]}]}]",
            match: ["un chat et un thon"], noMatch: ["un chat, un thon et une sole", "un thon"]),
        // Company of a term.
        WrittenRule(
            "any: [{term: chat, after: [le]}]", match: ["le chat"], noMatch: ["un chat"]),
        WrittenRule(
            "any: [{term: chat, not-before: [noir]}]", match: ["chat blanc"],
            noMatch: ["chat noir"]),
        WrittenRule(
            "any: [{term: chat, unless-near: [chien], within: 0}]", match: ["chat et chien"],
            noMatch: ["chat chien"]),
        // What narrows a rule.
        WrittenRule(
            "any: [chat]\n    language: fr",
            match: ["Un chat est venu dans la maison de la voisine."], noMatch: ["Un chien."]),
    ]

    @Test(arguments: rules)
    func `a rule hits what it says and nothing else`(_ written: WrittenRule) throws {
        func list(_ texts: [String]) -> String {
            "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        }
        let folder = try SettingsOnDisk([
            "topics/tried.yaml": """
            rules:
              - id: one
                weight: 3
                \(written.rule)
                examples: {match: \(list(written.match)), no-match: \(list(written.noMatch))}
            """,
            "topics/animals.yaml": "words: [chat, chien]\n",
            "topics/lists.yaml": "lists: {fish: [thon, sole]}\n",
            "lexicon/people.yaml": """
            people: [{id: chief, terms: [grand chef, الرئيس الكبير]}]
            countries: [{code: MA, terms: [Maroc]}, {code: "NO", terms: [Norvège]}]
            places: [{id: fes, of-kind: city, terms: [Fès]}, {id: rif, of-kind: region, terms: [Rif]}]
            acts: [{id: arrest, terms: [arrestation]}]
            """,
        ])
        #expect(folder.problems == [])
    }

    @Test func `the commonest file is a title and a list of words`() throws {
        let folder = try SettingsOnDisk([
            "topics/fish.yaml": "title: {ar: سمك, fr: Poissons}\nwords: [thon, sole, سمك]\n"
        ])
        let settings = try SettingsFolder(folder.path).read()
        let topic = try #require(settings.topics.topics.first { $0.id == "fish" })
        #expect(topic.titles == ["ar": "سمك", "fr": "Poissons"])
        #expect(topic.rules.map(\.id) == ["fish.words"])
        #expect(topic.rules.map(\.weight) == [2])
        #expect(topic.threshold == 3)
    }
}
