/// Where in CommonMark a reader of a template stands, as far as it matters to a value: within
/// code a backslash escapes nothing, and within `<…>` nor does it.
struct MarkdownContext: Equatable {
    private var isInCode = false
    private var isInAngles = false
    private var last: Unicode.Scalar = "\n"

    mutating func read(_ text: String) -> String? {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": (isInCode, isInAngles) = (false, false)
            case "`": isInCode.toggle()
            case "<" where !isInCode && last != "\\": isInAngles = true
            case ">" where !isInCode: isInAngles = false
            default: break
            }
            last = scalar
        }
        return text.contains("```") || text.contains("~~~") ? "no block of code in a digest" : nil
    }

    mutating func refusal(ofLink isLink: Bool) -> String? {
        defer { last = "x" }
        if isInCode { return "no value may stand in code" }
        if isInAngles, !isLink || last != "<" { return "only a link may stand between < and >" }
        return !isInAngles && last == "(" && isLink ? "a link wants < and > around it" : nil
    }
}
