/// How much or how many an act met.
extension ActReader {
    /// Those behind the act, up to what those whom it met did to others; else those right in front
    /// of it, which come first in the passive.
    func quantities(_ kind: ActKind) -> [ActParts.Part] {
        let fits: (ActParts.Part) -> Bool = { part in
            guard case .quantity(let unit, let ofKind, let isDrug) = part.role else { return false }
            return kind.takes(unit, ofKind: ofKind, isDrug: isDrug)
        }
        let later = back.filter { fits($0) && !isWorth($0) && !isOfHarm($0) }
        let earlier = front.filter {
            fits($0) && hit.first - $0.words.upperBound <= (scan.isArabic(hit.first) ? 1 : 8)
                && (isPassive || !hasComma(between: $0.words.upperBound, and: hit.first))
        }
        return isPassive && !earlier.isEmpty || later.isEmpty ? earlier : later
    }

    /// «اعتقال سائق دهس أربعة أطفال»: they are not whom the act met.
    private func isOfHarm(_ part: ActParts.Part) -> Bool {
        cues.has(.harm, in: (hit.last + 1)..<part.words.lowerBound)
    }

    private static let worth = Set(
        [
            "estime", "estimé", "estimée", "estimés", "évalué", "évaluée", "valeur", "valant",
            "worth", "valued", "estimated", "قيمة", "بقيمة", "قيمتها", "قيمته", "تقدر", "يقدر",
            "قدرت", "بقيمته",
        ].map(ElementForms.folded))

    /// Whether an amount of money is what something is worth, not what was seized.
    private func isWorth(_ part: ActParts.Part) -> Bool {
        guard case .quantity(_, "money", _) = part.role else { return false }
        return (max(hit.last + 1, part.words.lowerBound - 4)..<part.words.lowerBound).contains {
            ActReader.worth.contains(Array(scan.text.letters[scan.text.tokens[$0].letters]))
        }
    }

    /// « Trois individus, dont une femme, ont été arrêtés ».
    var isPassive: Bool {
        cues.has(.passive, in: max(0, hit.first - 3)..<(hit.first + 1))
    }

    private func hasComma(between first: Int, and last: Int) -> Bool {
        (first..<max(first, last + 1)).contains { scan.text.tokens[$0].gap > .quote }
    }
}
