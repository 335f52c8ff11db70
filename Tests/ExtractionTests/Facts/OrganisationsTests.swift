import News
import Testing

@testable import Extraction

/// A sentence and the bodies in it, as `id: mention, mention`.
typealias BodyRow = FactRow

private func bodies(_ text: String) -> [String] {
    Shipped.facts(text).organisations.map { body in
        "\(body.id): " + body.mentions.map(\.quote).joined(separator: ", ")
    }
}

@Suite struct OrganisationsTests {
    @Test(arguments: [
        BodyRow("أعلنت المديرية العامة للأمن الوطني", "dgsn: المديرية العامة للأمن الوطني"),
        BodyRow(
            "المديرية العامة للأمن الوطني والمديرية العامة لمراقبة التراب الوطني",
            "dgsn: المديرية العامة للأمن الوطني", "dgst: المديرية العامة لمراقبة التراب الوطني"),
        BodyRow("تعاون مع الإنتربول واليوروبول", "interpol: الإنتربول", "europol: اليوروبول"),
        BodyRow(
            "أوقف المكتب المركزي للأبحاث القضائية خلية",
            "bcij: المكتب المركزي للأبحاث القضائية"),
        BodyRow("دورية للدرك الملكي", "royal-gendarmerie: للدرك الملكي"),
        BodyRow("بلاغ لوزارة الداخلية", "interior-ministry: وزارة الداخلية"),
        BodyRow("La DGSN dément l'information", "dgsn: DGSN"),
        BodyRow("le BCIJ et la BNPJ", "bcij: BCIJ", "bnpj: BNPJ"),
        BodyRow(
            "La Direction générale de la sûreté nationale (DGSN) précise. La DGSN ajoute",
            "dgsn: Direction générale de la sûreté nationale, DGSN, DGSN"),
        BodyRow("Interpol et Europol", "interpol: Interpol", "europol: Europol"),
        BodyRow("la Gendarmerie royale", "royal-gendarmerie: Gendarmerie royale"),
        BodyRow("according to Interpol and the DGSN", "interpol: Interpol", "dgsn: DGSN"),
        BodyRow(
            "L'Observatoire régional des incendies urbains (ORIU) alerte. Selon l'ORIU, rien",
            "oriu: Observatoire régional des incendies urbains, ORIU, ORIU"),
        BodyRow(
            "The Agency for Rural Bridges Research (ARBR) opened. ARBR said so",
            "arbr: Agency for Rural Bridges Research, ARBR, ARBR"),
        BodyRow("مجلس وزراء الداخلية العرب", "aimc: مجلس وزراء الداخلية العرب"),
        BodyRow("الأمن الوطني المغربي", "dgsn: الأمن الوطني المغربي"),
        // No body.
        BodyRow("الأمن الغذائي والمائي"),
        BodyRow("la taxe sur la valeur ajoutée (TVA) augmente"),
        BodyRow("carte nationale d'identité électronique (CNIE)"),
        BodyRow("استقبل وفدا من الخبراء"),
        BodyRow("مكان آمن للأطفال"),
        BodyRow("un homme de 30 ans"),
        BodyRow("Paris SA XYZ (ABC)"),
        BodyRow("the weather was fine"),
        BodyRow("استقرار المنطقة"),
        BodyRow("la voiture (SUV) roulait vite"),
    ])
    func `a body is found by name and acronym`(_ row: BodyRow) {
        #expect(bodies(row.text) == row.expected)
    }

    @Test func `a foreign adjective takes the name away from the Moroccan body`() {
        let found = Shipped.facts("أعلنت الشرطة القضائية الإسبانية توقيف شخص").organisations
        #expect(!found.contains { $0.country == "MA" })
    }
}
