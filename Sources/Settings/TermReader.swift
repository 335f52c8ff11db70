import Extraction
import Foundation
import Yams

/// Reads terms: a text, or a mapping of a text and the company that it keeps.
struct TermReader {
    let file: String
    let problems: ProblemList
    /// Lines of page chrome hold commas; what a rule looks for stands between them.
    var mayHoldMarks = false

    func terms(_ nodes: [Node]) -> [Term] { nodes.compactMap(term) }

    /// Nil, and a complaint, where the node is no term.
    func term(_ node: Node) -> Term? {
        let place = Fields.place(of: node, in: file)
        if let text = node.scalar?.string { return check(Term(text, place: place)) }
        guard node.mapping != nil else {
            problems.add("a term is a text, or a mapping with the key ‘term’", at: place)
            return nil
        }
        return conditional(Fields(node, file: file, problems: problems))
    }

    private func conditional(_ fields: Fields) -> Term? {
        guard let text = fields.string("term") else {
            fields.complain("a term given as a mapping wants the key ‘term’")
            return nil
        }
        var company = Term.Company()
        company.onlyNear = terms(fields.list("only-near") ?? [])
        company.unlessNear = terms(fields.list("unless-near") ?? [])
        company.after = terms(fields.list("after") ?? [])
        company.notAfter = terms(fields.list("not-after") ?? [])
        company.before = terms(fields.list("before") ?? [])
        company.notBefore = terms(fields.list("not-before") ?? [])
        company.within = fields.whole("within", in: 0...200) ?? company.within
        fields.refuseOthers()
        return check(Term(text, place: fields.place, company: company))
    }

    /// A stem shorter than four letters would match half the dictionary.
    private func check(_ term: Term) -> Term? {
        let text = term.text
        if let first = text.first, "@#$".contains(first) { return term }
        if text.allSatisfy(\.isWhitespace) {
            problems.add("an empty term", at: term.place)
            return nil
        }
        guard text.unicodeScalars.contains(where: TermReader.isLetter) else {
            problems.add("‘\(text)’ holds no word to look for", at: term.place)
            return nil
        }
        if !mayHoldMarks, let mark = TermReader.listMark(in: text) {
            problems.add(
                "‘\(text)’ is one term with ‘\(mark)’ in it, which no text holds so; write a list: "
                    + "[ …, … ]", at: term.place)
            return nil
        }
        // Few terms are stems, and only these need be taken apart.
        guard text.utf8.contains(0x2A) else { return term }
        for word in text.split(separator: " ")
        where word.hasSuffix("*") && word.count < 5 && word.contains(where: \.isLetter) {
            problems.add("‘\(word)’ is too short a stem: four letters at least", at: term.place)
            return nil
        }
        return term
    }

    /// What somebody wrote who meant several terms; nil in a term that can be found.
    private static func listMark(in text: String) -> String? {
        if let mark = text.first(where: { ",;،؛|\n".contains($0) }) { return String(mark) }
        return [" - ", " OR ", " / "].first { text.contains($0) }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    /// What folding leaves of a word: no marks, vowel signs or lengthenings.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
            true
        default: false
        }
    }
}
