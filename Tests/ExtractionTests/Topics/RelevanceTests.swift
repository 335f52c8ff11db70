import News
import Testing

@testable import Extraction

/// A title and a text with whether they concern the Moroccan police, named after what the case
/// is about.
struct RelevanceRow: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var title: String
    var text: String
    /// The country of the paper; PAN for those of no single country.
    var outlet: String

    init(_ name: String, outlet: String = "MA", title: String, text: String = "") {
        testDescription = name
        self.title = title
        self.text = text
        self.outlet = outlet
    }

    var isRelevant: Bool {
        Shipped.examiner.examine(
            Document(id: "row", source: "rows", title: title, body: text, country: outlet)
        ).isRelevant
    }
}

@Suite struct RelevanceTests {
    @Test(
        arguments: PoliceOfTownsRows.rows + PoliceAsSubjectRows.rows + PoliceAndPartnersRows.rows
            + ForeignersInMoroccoRows.rows + MoroccoInForeignPapersRows.rows)
    func `the Moroccan police is seen`(_ row: RelevanceRow) {
        #expect(row.isRelevant)
    }

    @Test(
        arguments: OtherForcesRows.rows + SecurityInGeneralRows.rows + PassingMentionRows.rows
            + OtherMeaningRows.rows)
    func `other security and other forces are not the police`(_ row: RelevanceRow) {
        #expect(!row.isRelevant)
    }

    @Test(
        arguments: MoroccansAbroadRows.rows + NeighbouringPoliceRows.rows
            + EuropeanPoliceRows.rows + DistantPoliceRows.rows + ForeignPaperRows.rows)
    func `the police of other countries is not Morocco's`(_ row: RelevanceRow) {
        #expect(!row.isRelevant)
    }

    @Test(arguments: [
        ("أوقفت الشرطة مواطنا غينيا بطنجة", "GN", Mention.Kind.demonym),
        ("أنقذ الحراس سائحا إسبانيا بأكادير", "ES", .demonym),
        ("زارت الوفود غينيا أمس", "GN", .name),
        ("تقع غينيا غرب إفريقيا", "GN", .name),
    ])
    func `an adjective in the accusative is not the state`(
        _ text: String, _ code: String, _ kind: Mention.Kind
    ) {
        let state = Shipped.facts(text).countries.first { $0.code == code }
        #expect(state?.mentions.map(\.kind) == [kind])
    }

    @Test func `a town of Latin letters has a capital`() {
        #expect(Shipped.facts("Le directeur a été limogé mardi.").places.isEmpty)
    }
}
