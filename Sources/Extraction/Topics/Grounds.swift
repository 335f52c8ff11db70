import News

/// Decides whose police a word means, by the landmarks around it.
///
/// The nearest firm landmark of the sentence decides, else the last one of the two sentences
/// before, else that of the headline, else what the text names at all, else the outlet's home.
///
/// A class, for most texts name no police, and then it gathers nothing.
final class Grounds {
    private let scan: Scan
    private let facts: JudgedFacts
    /// The outlet's country; nil for outlets of no single country.
    private let home: String?
    private lazy var landmarks = Landmarks(scan, facts)
    /// Whether the text names a scene or an office holder of Morocco.
    private lazy var isOfMorocco = landmarks.all.contains {
        $0.country == "MA" && ($0.isFirm && $0.source != .body || $0.source == .person)
    }
    /// Whose scene it may be: countries with a firm landmark, or a loose one where none is firm;
    /// states and adjectives left aside that stand where two sides meet.
    private lazy var hosts = countriesOfScene
    /// Where nouns of people stand.
    private lazy var people = Set(
        scan.all(.counted).filter { scan.traits($0).ofKind == "person" }.flatMap(\.words))
    /// What is said where nothing near a word tells whose it is.
    private lazy var atLarge = title ?? usual

    init(_ scan: Scan, _ facts: JudgedFacts) {
        self.scan = scan
        self.facts = facts
        let country = scan.document.country
        home = country.flatMap { $0.utf8.count == 2 ? $0 : nil } ?? (country == nil ? "MA" : nil)
    }

    /// The words that firmly set the text in a country that is asked for.
    func settings(_ isWanted: (String) -> Bool) -> [ClosedRange<Int>] {
        landmarks.all.filter { $0.isFirm && isWanted($0.country) }.map { $0.first...$0.last }
    }

    // MARK: Names

    /// A named force is its own country's. A name that forces anywhere bear is read like a general
    /// word; one that some countries' forces bear too is Moroccan unless the text, or its outlet,
    /// is of one of these and nothing of Morocco is named.
    func country(ofName hit: EntryHit) -> String? {
        guard let own = scan.traits(hit).country else { return nil }
        guard own == "MA" else { return own }
        if let adjective = adjective(of: hit) { return adjective }
        if scan.traits(hit).bearers == "true" { return country(ofGeneral: hit) }
        let bearers = bearers(ofName: hit)
        guard !bearers.isEmpty, !isOfMorocco else { return own }
        guard home == "MA" else { return home }
        return bearers.map(String.init).first(where: hosts.contains) ?? own
    }

    /// «الأمن الوطني» is more than the whole name of a directorate: it is other things elsewhere.
    private func bearers(ofName hit: EntryHit) -> [Substring] {
        let traits = scan.traits(hit)
        let alike = hit.words.count == 2 ? traits.alike : nil
        return [traits.bearers, alike].compactMap { $0?.split(separator: " ") }.flatMap(\.self)
    }

    private var countriesOfScene: Set<String> {
        let encounters = Set(
            (scan.all(.acts).filter { Grounds.encounters.contains(scan.traits($0).id) }
                + scan.all(.events)).map { scan.sentences.number(of: $0.first) })
        let candidates = landmarks.all.filter { landmark in
            landmark.source == .scene
                || !encounters.contains(scan.sentences.number(of: landmark.first))
        }
        let firm = candidates.filter(\.isFirm).map(\.country)
        if !firm.isEmpty { return Set(firm) }
        return Set(
            candidates.filter { $0.standing == .loose && isTelling($0.country) }.map(\.country))
    }

    private static let encounters = Set(
        [ActKind.visit, .meeting, .agreement].map(\.rawValue))

    /// Where mentions of bodies begin whose name a Moroccan body bears too, and which are another
    /// country's here: «الأمن الوطني» of a text from Tunis.
    var strangeBodies: Set<Int> {
        var found: Set<Int> = []
        for hit in scan.all(.organisations) where scan.traits(hit).country == "MA" {
            guard scan.traits(hit).bearers != nil, !saysMoroccan(hit),
                let country = country(ofName: hit), country != "MA"
            else { continue }
            found.insert(hit.start)
        }
        return found
    }

    /// «الحكومة المغربية»: the name itself says whose it is.
    private func saysMoroccan(_ hit: EntryHit) -> Bool {
        hit.words.contains { landmarks.adjective(beginningAt: $0) == "MA" }
    }

    // MARK: General words

    func country(ofGeneral hit: EntryHit) -> String? {
        if let adjective = adjective(of: hit) { return adjective }
        let sentence = scan.sentences.number(of: hit.first)
        return nearest(to: hit, in: scan.sentences.ranges[sentence])
            ?? last(before: hit, sentence: sentence) ?? atLarge
    }

    /// «الشرطة القضائية الإسبانية», « la police judiciaire française », "Spanish police"; not
    /// «الشرطة جزائريا», whom the police arrested: an adjective is as definite as its noun; nor
    /// «الأمن الوطني السفير الأمريكي», whom it received.
    func adjective(of hit: EntryHit) -> String? {
        if scan.isLatin(hit.first), scan.joins(hit.first),
            let front = landmarks.adjective(endingAt: hit.first - 1)
        {
            return front
        }
        for word in (hit.last + 1)..<(hit.last + 3) where scan.joins(word) {
            guard agrees(word, with: hit.last), !people.contains(word) else { return nil }
            if let behind = landmarks.adjective(beginningAt: word) { return behind }
        }
        return nil
    }

    /// A French adjective behind its noun has no capital; in "Police Arrest Dutch" none is.
    private func agrees(_ word: Int, with noun: Int) -> Bool {
        guard scan.isArabic(word) else { return !scan.isCapitalised(word) }
        return scan.hasArticle(word) == scan.hasArticle(noun)
    }

    /// Of two as near the one in front. Looks no further than it must, for a text may be one long
    /// sentence.
    private func nearest(to hit: EntryHit, in words: Range<Int>) -> String? {
        let behind = landmarks.within(hit.first..<words.upperBound)
            .first { $0.isFirm && $0.last > hit.last }
        let last = landmarks.within(words.lowerBound..<hit.first).last(where: \.isFirm)
        guard let last else { return behind?.country }
        if let behind, distance(behind, hit) < distance(last, hit) { return behind.country }
        return landmarks.within(last.first..<(last.first + 1)).first(where: \.isFirm)?.country
    }

    private func distance(_ landmark: Landmark, _ hit: EntryHit) -> Int {
        max(landmark.first - hit.last, hit.first - landmark.last, 0)
    }

    /// The last landmark of the two sentences before.
    private func last(before hit: EntryHit, sentence: Int) -> String? {
        let start = scan.sentences.ranges[max(0, sentence - 2)].lowerBound
        return landmarks.within(start..<hit.first).last(where: \.isFirm)?.country
    }

    private var title: String? {
        landmarks.all.first { $0.isFirm && scan.part(of: $0.first) == .title }?.country
    }

    /// Whether a loose mention can tell where: not of Moroccans, of whom the press says so when
    /// they are elsewhere, nor of countries that the event is not in.
    private func isTelling(_ country: String) -> Bool {
        country != "MA"
            && !landmarks.all.contains { $0.standing == .elsewhere && $0.country == country }
    }

    /// Whether the text leans on a news agency.
    private var isWire: Bool {
        scan.all(.cues).contains { scan.traits($0).id == "wire" }
    }

    /// What the text names most, the outlet's own country where it is named at all; what is told
    /// loosely only where there is nothing else. A strange agency's story without a place at home
    /// is nobody's.
    private var usual: String? {
        var countsOfFirm: [String: Int] = [:]
        for landmark in landmarks.all where landmark.isFirm {
            countsOfFirm[landmark.country, default: 0] += 1
        }
        if let home, countsOfFirm[home] != nil { return home }
        if let most = countsOfFirm.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            return most.key
        }
        let telling = landmarks.all.first { $0.standing == .loose && isTelling($0.country) }
        if let telling { return telling.country }
        return home == "MA" && isWire ? nil : home
    }
}
