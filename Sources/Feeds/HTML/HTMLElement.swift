/// What becomes of an element of an item's body.
///
/// What is not in the table is left out, and its contents stay: an unknown element's text was
/// meant to be read.
struct HTMLElement {
    /// Whether the tag itself stays in sanitised HTML.
    var isAllowed = false
    /// Whether it begins and ends a paragraph of the text.
    var isBlock = false
    /// Whether it has neither content nor end tag.
    var isVoid = false
    /// Whether its contents go too.
    var isDropped = false

    static func named(_ name: String) -> HTMLElement {
        table[name] ?? HTMLElement()
    }

    private static let inline = """
        a abbr acronym b bdi bdo big cite code data del dfn em figcaption font i ins kbd label \
        legend map mark menuitem meter output picture progress q rp rt ruby s samp small span \
        strike strong sub sup time tt u var video audio caption colgroup optgroup option thead \
        tbody tfoot td th tr
        """
    private static let blocks = """
        address article aside blockquote center dd details dialog dir div dl dt fieldset figure \
        footer h1 h2 h3 h4 h5 h6 header hgroup li main menu nav ol p pre section summary table ul
        """
    private static let voids = "area br col hr img source track wbr"
    /// Blocks of pages and of CDF or XHTML feeds, whose tags have no place within an item.
    private static let frames = "body html form isindex title noscript"
    private static let dropped = "script style applet head template xml"

    private static let table: [String: HTMLElement] = {
        var table: [String: HTMLElement] = [:]
        for name in words(inline) { table[name] = HTMLElement(isAllowed: true) }
        for name in words(blocks) { table[name] = HTMLElement(isAllowed: true, isBlock: true) }
        for name in words(voids) { table[name] = HTMLElement(isAllowed: true, isVoid: true) }
        for name in words(frames) { table[name] = HTMLElement(isBlock: true) }
        for name in words(dropped) { table[name] = HTMLElement(isDropped: true) }
        return table
    }()

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// How an attribute is judged; one that is not in the table goes.
    enum Attribute {
        case plain, address
    }

    static func attribute(named name: String) -> Attribute? {
        attributes[name]
    }

    private static let attributes: [String: Attribute] = {
        var table: [String: Attribute] = [:]
        for name in words(
            """
            abbr align alt axis border cellpadding cellspacing char charoff charset clear \
            color cols colspan compact controls coords datetime dir disabled frame headers height \
            hreflang hspace label lang loop media name noshade nowrap open preload rel rev \
            reversed rowspan rules scope shape size span start summary title type usemap valign \
            value vspace width xml:lang
            """)
        {
            table[name] = .plain
        }
        for name in ["href", "src", "cite", "longdesc", "poster"] { table[name] = .address }
        return table
    }()
}
