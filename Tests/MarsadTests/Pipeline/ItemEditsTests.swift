import Testing

@testable import marsad

@Suite struct ItemEditsTests {
    @Test func `an edit is told by the words that it replaced, with those around them`() {
        let changes = TextChange.all(
            from: "La DGSN ouvre ses portes au public à El Jadida le 15 mai prochain, dit-elle.",
            to: "La DGSN ouvre ses portes au public à El Jadida le 17 mai prochain, dit-elle.")
        #expect(
            changes == [
                TextChange(
                    before: "… à El Jadida le", removed: "15", added: "17",
                    after: "mai prochain, dit-elle.")
            ])
        #expect(
            ItemEdits.Edit(changes: changes).lines == [
                "… à El Jadida le [-15-] {+17+} mai prochain, dit-elle."
            ])
    }

    @Test func `changes near to each other are one, and added words stand alone`() {
        #expect(
            TextChange.all(from: "a b c d e f g h i j", to: "a x c y e f g h i j k").map {
                [$0.removed, $0.added]
            } == [["b c d", "x c y"], ["", "k"]])
        #expect(TextChange.all(from: "a b", to: "a  b") == [])
    }
}
