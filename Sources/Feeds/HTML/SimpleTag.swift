extension SimpleHTML {
    /// An element of simple HTML and where it may stand without closing another.
    struct Tag: Sendable {
        /// What an element is to the elements around it.
        enum Kind: Sendable {
            case inline, paragraph, container, list, item
        }

        /// What may stand in an element.
        enum Holds: Sendable {
            case inline, all, items
        }

        let key: UInt64
        let name: String
        let element: HTMLElement
        let kind: Kind

        var holds: Holds {
            switch kind {
            case .inline, .paragraph: .inline
            case .container, .item: .all
            case .list: .items
            }
        }

        /// Whether it may start where these are open, innermost last: libxml2 would close
        /// some of them otherwise.
        func mayStand(in open: [Tag]) -> Bool {
            switch open.last?.holds ?? .all {
            case .items: kind == .item
            case .all: kind != .item
            case .inline: kind == .inline && (name != "a" || !open.contains { $0.name == "a" })
            }
        }

        static func known(_ key: UInt64) -> Tag? { table[key] }

        private static let kinds: [(Kind, String)] = [
            (.inline, "a b strong i em u s span small sup sub code mark cite abbr img br"),
            (.paragraph, "p h1 h2 h3 h4 h5 h6"),
            (.container, "div figure section article"),
            (.list, "ul ol"), (.item, "li"),
        ]

        private static let table: [UInt64: Tag] = {
            var table: [UInt64: Tag] = [:]
            for (kind, names) in kinds {
                for name in names.split(separator: " ").map(String.init) {
                    let key = name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                    table[key] = Tag(
                        key: key, name: name, element: .named(name), kind: kind)
                }
            }
            return table
        }()
    }
}
