import News

/// What a report has by the dozen, written without the standard library's containers, which took
/// half of its time. Keys and their order are those of the types' own encoding; a test compares
/// the two.
extension JSONOutput {
    func write(_ mentions: [Mention]) {
        write(list: mentions) { mention in
            write(literally: #"{"quote":"#)
            write(string: mention.quote)
            write(literally: #","start":"#)
            write(integer: mention.start)
            write(literally: #","end":"#)
            write(integer: mention.end)
            if let kind = mention.kind {
                write(literally: #","as":"#)
                write(string: kind.rawValue)
            }
        }
    }

    func write(_ evidence: [Evidence]) {
        write(list: evidence) { evidence in
            write(literally: #"{"rule":"#)
            write(string: evidence.rule)
            write(literally: #","points":"#)
            write(number: evidence.points)
            write(literally: #","quote":"#)
            write(string: evidence.quote)
            write(literally: #","start":"#)
            write(integer: evidence.start)
            write(literally: #","end":"#)
            write(integer: evidence.end)
            write(literally: #","part":"#)
            write(string: evidence.part.rawValue)
            if let terms = evidence.terms {
                write(literally: #","terms":"#)
                write(list: terms) { term in
                    write(literally: #"{"start":"#)
                    write(integer: term.start)
                    write(literally: #","end":"#)
                    write(integer: term.end)
                }
            }
        }
    }

    /// The values begin their objects themselves.
    private func write<Value>(list: [Value], _ write: (Value) -> Void) {
        self.write(literally: "[")
        for value in list {
            separate()
            write(value)
            self.write(literally: "}")
        }
        self.write(literally: "]")
    }
}
