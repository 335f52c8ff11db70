import Foundation
import News
import Testing

@testable import Digests

/// Which sentences stand for an article.
struct QuotingTests {
    @Test func `the lead is quoted, and the sentence with the most evidence`() {
        let quoting = quote(
            """
            La ville accueille cette semaine une rencontre sur la sécurité routière. \
            Rien de plus ici. La ⟦police⟧ et le ⟦parquet⟧ y prennent part. Fin de la ⟦police⟧.
            """)
        #expect(
            quoting.excerpts.map(\.plain) == [
                "La ville accueille cette semaine une rencontre sur la sécurité routière.",
                "La police et le parquet y prennent part.",
            ])
        #expect(quoting.excerpts[1].pieces.filter(\.isMatch).map(\.text) == ["police", "parquet"])
    }

    @Test func `a lead that says it best stands alone`() {
        let quoting = quote("La ⟦police⟧ et le ⟦parquet⟧ enquêtent sur cette affaire. Puis rien.")
        #expect(
            quoting.excerpts.map(\.plain) == [
                "La police et le parquet enquêtent sur cette affaire."
            ])
    }

    @Test func `page furniture and the title said again are not quoted`() {
        let quoting = quote("Le titre\n\nPartagez cet article !\n\nLe corps de l’article.") {
            report in
            report.boilerplate = [Boilerplate(start: 20, end: 42, kind: .share)]
        }
        #expect(quoting.excerpts.map(\.plain) == ["Le corps de l’article."])
    }

    @Test func `a long sentence is cut at words, around what matched`() {
        let words = (1...200).map { "mot\($0)" }.joined(separator: " ")
        let quoting = quote(
            "Un début assez long pour être un chapeau de l’article. "
                + words + " ⟦police⟧ " + words)
        let best = quoting.excerpts[1]
        #expect(best.plain.hasPrefix("…\u{A0}mot") && best.plain.hasSuffix("\u{A0}…"))
        #expect(best.plain.unicodeScalars.count <= Quoting.bestLimit + 4)
        #expect(best.pieces.filter(\.isMatch).map(\.text) == ["police"])
        let source = Set(words.split(separator: " "))
        #expect(
            best.plain.split { " \u{A0}".contains($0) }.filter { $0 != "…" && $0 != "police" }
                .allSatisfy(source.contains))
    }

    @Test func `a cut falls into no name and no number`() {
        let name = "Direction générale de la sûreté nationale du Royaume"
        for shift in 0..<60 {
            let filler = String(repeating: "a ", count: 120) + String(repeating: "b", count: shift)
            let body =
                "Un début assez long pour être un chapeau. \(filler) \(name) le 12 500 0 d "
                + String(repeating: "c ", count: 20) + "⟦police⟧ "
                + String(repeating: "e ", count: 80) + "\(name) 12 500 " + filler
            let quoting = quote(body) { report in
                let text = Array(
                    ("Le titre\n\n" + body.filter { !"⟦⟧".contains($0) }).unicodeScalars)
                let wanted = Array(name.unicodeScalars)
                let starts = text.indices.filter { text[$0...].starts(with: wanted) }
                report.facts.organisations = [
                    Organisation(
                        id: "dgsn", name: name,
                        mentions: starts.map {
                            Mention(quote: name, start: $0, end: $0 + wanted.count)
                        })
                ]
            }
            let best = quoting.excerpts[1].plain
            let rest = best.replacing(name, with: "").replacing("12 500", with: "")
            #expect(!rest.contains("sûreté") && !rest.contains("Royaume"), "\(best)")
            #expect(!rest.contains("Direction") && !rest.contains("12") && !rest.contains("500"))
        }
    }

    @Test func `of a nearness its terms are marked, not what lies between`() {
        let text = "La ⟦police de la ville et son drone⟧ surveillent ensemble la grande place."
        let quoting = quote(text) { report in
            let hit = report.topics[0].evidence[0]
            report.topics[0].evidence[0].terms = [
                .init(start: hit.start, end: hit.start + 6),
                .init(start: hit.end - 5, end: hit.end),
            ]
        }
        #expect(quoting.excerpts[0].pieces.filter(\.isMatch).map(\.text) == ["police", "drone"])
    }

    @Test func `what speaks against an article is not marked`() {
        let quoting = quote("Un ⟦film⟧ sur la police de la ville, tourné en plein jour.") {
            $0.topics[0].evidence[0].points = -3
        }
        #expect(quoting.excerpts[0].pieces.allSatisfy { !$0.isMatch })
    }

    @Test func `offsets count scalars, whatever the text is made of`() {
        let quoting = quote("👮🏽 الأَمْن e\u{301}t 🇲🇦 la ⟦sûreté nationale⟧ ont agi ensemble ici.")
        #expect(
            quoting.excerpts[0].pieces.filter(\.isMatch).map(\.text) == ["sûreté nationale"])
    }

    private func quote(_ body: String, _ edit: (inout Report) -> Void = { _ in }) -> Quoting {
        var match = SampleArticle(
            feed: "f", outlet: "f", language: "fr", title: "Le titre", body: body, hour: 1,
            topics: [("drugs", "primary")]
        ).match(1)
        edit(&match.report)
        return Quoting(match, fallback: "")
    }
}
