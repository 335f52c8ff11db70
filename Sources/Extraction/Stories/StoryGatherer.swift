package import Foundation

/// Puts each new match into the story of an earlier one, or opens a new story.
///
/// Two ways to be the same: a republished dispatch shares half of the shorter text's runs of
/// four words, unless both give numbers that clash (weekly road-toll bulletins); and the same
/// event told in other words or another language, within three days, shares facts that tell it
/// from others, and in one language words: the fewer stories have one, the more it tells. The cost
/// of a new match depends on what it shares, not on how many there are: both ways go through an index.
package struct StoryGatherer<Key: Hashable & Sendable>: Sendable {
    /// Seconds for which a match can draw others.
    package static var window: Double { 10 * 86_400 }
    /// Seconds within which shared facts mean the same event.
    static var factWindow: Double { 3 * 86_400 }

    package enum Placement: Sendable, Hashable {
        case opens
        /// The story of an earlier match, and why, in a sentence for people.
        case joins(Key, why: String)
    }

    private var index = StoryIndex()
    /// Of each member of the index.
    private var keys: [Key] = []
    /// The facts and the words of each story.
    private var stories: [(facts: Set<String>, words: Set<UInt32>)] = []
    /// The places of the archive's stories in `stories`.
    private var known: [Int64: Int] = [:]
    private var weights = StoryWeights()
    /// When that many are remembered, the old ones are let go.
    private var crowd = 1_024
    /// How many earlier matches were looked at so far: what the work depends on.
    private(set) var comparisons = 0

    package init() {}

    /// How many matches are remembered.
    package var count: Int { keys.count }

    /// Decides where a match belongs and remembers it.
    package mutating func place(_ print: Fingerprint, of key: Key, seen: Date) -> Placement {
        if count >= crowd { forgetOld(at: seen) }
        let features = StoryFeatures(print)
        let found = dispatch(print, features, seen: seen) ?? event(print, features, seen: seen)
        let story = found.map { index.members[$0.place].story } ?? openStory()
        add(print, features, of: key, seen: seen, story: story)
        return found.map { .joins(keys[$0.place], why: $0.why) } ?? .opens
    }

    /// Remembers a match that is in a story of the archive already, or in none.
    package mutating func add(
        _ print: Fingerprint, of key: Key, seen: Date, story number: Int64? = nil
    ) {
        let story = number.flatMap { known[$0] } ?? openStory()
        if let number { known[number] = story }
        add(print, StoryFeatures(print), of: key, seen: seen, story: story)
    }

    private mutating func openStory() -> Int {
        stories.append(([], []))
        weights.open()
        return stories.count - 1
    }

    private mutating func add(
        _ print: Fingerprint, _ features: StoryFeatures, of key: Key, seen: Date, story: Int
    ) {
        let member = StoryMember(
            shingleCount: print.shingles.count, numbers: print.numbers, features: features,
            titleWeight: weights.sum(features.title), wordsWeight: weights.sum(features.words),
            seen: seen, story: story)
        index.add(member, shingles: print.shingles)
        keys.append(key)
        state(features, in: story)
    }

    private mutating func state(_ features: StoryFeatures, in story: Int) {
        for fact in features.kinds.keys where stories[story].facts.insert(fact).inserted {
            weights.add(fact)
        }
        for word in features.words where stories[story].words.insert(word).inserted {
            weights.add(word)
        }
    }

    /// Lets go of what is too old to draw others: a daemon of months would keep it all. The
    /// crowd is then twice what is left, so that each match is moved once or twice in its life.
    private mutating func forgetOld(at now: Date) {
        let kept = keys.indices.filter { index.isRecent($0, now, within: Self.window) }
        index.keep(kept)
        keys = kept.map { keys[$0] }
        stories = []
        weights = StoryWeights()
        var places: [Int: Int] = [:]
        for (place, member) in index.members.enumerated() {
            let story = places[member.story] ?? openStory()
            places[member.story] = story
            index.move(place, toStory: story)
            state(member.features, in: story)
        }
        known = known.compactMapValues { places[$0] }
        crowd = max(1_024, 2 * count)
    }

    private typealias Found = (place: Int, why: String)

    // MARK: The same dispatch

    private mutating func dispatch(
        _ print: Fingerprint, _ features: StoryFeatures, seen: Date
    ) -> Found? {
        let sharing = index.sharing(print.shingles)
        comparisons += sharing.count
        let likely = sharing.filter { index.isRecent($0.place, seen, within: Self.window) }
            .map { (place: $0.place, part: part($0.count, print, index.members[$0.place])) }
            .filter { $0.part >= 0.5 }
            .sorted { ($1.part, $0.place) < ($0.part, $1.place) }
        let best = likely.first { near in
            let member = index.members[near.place]
            return !features.clashes(with: member.features) && !differ(print, member)
        }
        return best.map { best in
            (best.place, "shares \(Int(best.part * 100)) % of the shorter text with it")
        }
    }

    /// How much of the shorter text is shared; texts of less than eight words tell nothing.
    private func part(_ shared: Int, _ print: Fingerprint, _ member: StoryMember) -> Double {
        let shorter = min(print.shingles.count, member.shingleCount)
        return shorter < 5 ? 0 : Double(shared) / Double(shorter)
    }

    /// Both give three numbers or more and share less than half of the fewer.
    private func differ(_ print: Fingerprint, _ member: StoryMember) -> Bool {
        let fewer = min(print.numbers.count, member.numbers.count)
        guard fewer >= 3 else { return false }
        return Set(print.numbers).intersection(member.numbers).count * 2 < fewer
    }

    // MARK: The same event

    private mutating func event(
        _ print: Fingerprint, _ features: StoryFeatures, seen: Date
    ) -> Found? {
        let candidates = index.stating(
            features.kinds.keys.filter { weights.isRare($0) },
            orEntitled: weights.rare(features.title)
        ).filter { index.isRecent($0, seen, within: Self.factWindow) }
        comparisons += candidates.count
        let own = (title: weights.sum(features.title), words: weights.sum(features.words))
        let likely = candidates.map {
            (place: $0, evidence: evidence(features, own, index.members[$0], seen))
        }
        .filter { $0.evidence > 0 }
        .sorted { ($1.evidence, $0.place) < ($0.evidence, $1.place) }
        let best = likely.first { !clash(print, features, index.members[$0.place]) }
        guard let best else { return nil }
        let shared = features.shared(with: index.members[best.place].features).keys.sorted()
        guard !shared.isEmpty else { return (best.place, "tells of it in much the same words") }
        return (best.place, "tells of the same \(shared.joined(separator: ", "))")
    }

    /// As of ``StoryFeatures/clashes(with:)``, or they differ in most numbers, and none that they
    /// share tells an event by itself: what outlets count of it is not all the same.
    private func clash(
        _ print: Fingerprint, _ features: StoryFeatures, _ member: StoryMember
    ) -> Bool {
        features.clashes(with: member.features)
            || !features.shared(with: member.features).values.contains(.large)
                && differ(print, member)
    }

    /// What speaks for one event: the weight of the facts that both state, less what they
    /// contradict each other in, and how alike their words are, fading with the time between them
    /// (a Gaussian of 72 hours); nothing where that is not enough.
    private func evidence(
        _ features: StoryFeatures, _ own: (title: Double, words: Double), _ member: StoryMember,
        _ seen: Date
    ) -> Double {
        let other = member.features
        let facts = features.shared(with: other)
        let shared = weights.sum(facts)
        let lesser = min(weights.sum(features.kinds), weights.sum(other.kinds))
        let likeness = likeness(features, own, member)
        let contradictions = features.contradictions(with: other)
        var evidence = shared - Self.doubt * contradictions
        if !facts.values.contains(where: \.isNumber) {
            if features.tellsOfRiot(unlike: other) || other.tellsOfRiot(unlike: features) {
                return 0
            }
            // Nothing but names and a day is shared: on another day, or with other numbers, it is
            // another event of the same place.
            if features.isOfOtherDays(than: other), likeness ?? 0 < Self.nearlySameWords {
                return 0
            }
            if features.hasNumber, other.hasNumber { evidence -= Self.doubt }
        }
        let beyond = max(0, (likeness ?? 0) - Self.usualLikeness)
        let hours = member.seen.timeIntervalSince(seen) / 3_600
        evidence = (evidence + 3.5 * beyond) * exp(-hours * hours / (2 * 72 * 72))
        let needed = needed(facts, likeness ?? 0)
        if let likeness {
            if likeness >= Self.sameWords, contradictions < 1 { return max(evidence, 0.01) }
            // Of two languages few words can be compared: alike or not, a number or a person decides.
            let isAsked =
                features.language == other.language || needed.likeness >= Self.likeOfPlace
            guard likeness >= needed.likeness || !isAsked else { return 0 }
            if needed.likeness >= Self.likeWords, contradictions >= 1 { return 0 }
        }
        let isEnough =
            evidence >= needed.evidence && shared >= needed.part * lesser
        return isEnough ? evidence : 0
    }

    /// How much evidence is enough, how large a part of what the one that says less says must be
    /// shared, and how alike words must be that can be compared, depends on what is shared: a
    /// number is a matter of the event; a person, or an event with a name, may stand in many
    /// stories of a week; place and day do in most.
    private func needed(
        _ facts: [String: StoryFeatures.Kind], _ likeness: Double
    ) -> (evidence: Double, part: Double, likeness: Double) {
        let kinds = Set(facts.values)
        let places = facts.values.count { $0 == .place }
        let hasDay = !kinds.isDisjoint(with: [.date, .digit])
        // What is told in the same words need not be told with the same facts.
        let less = 0.4 * max(0, likeness - Self.usualLikeness)
        if kinds.contains(.large) { return (5, 0.4 - less, 0) }
        if kinds.contains(where: \.isNumber) { return (6, 0.4 - less, Self.usualLikeness) }
        if !kinds.isDisjoint(with: [.person, .event]) { return (7, 0.5 - less, Self.likeOfName) }
        if places > 2 || places > 0 && hasDay { return (7, 0.75 - less, Self.likeOfPlace) }
        return likeness >= Self.likeWords ? (4, 0.5, Self.likeWords) : (.infinity, 1, 2)
    }

    /// How alike the words of two texts are, from 0 to 2: how much of what each headline tells
    /// stands in the other text, and how much of the shorter text in the longer. Of two languages
    /// notions are compared, and of one they are where they are more alike than the words: one
    /// telling may have no word of the other. They are few and broad, and so count for less, and in
    /// one language never as all there is beside a place. Nil where it cannot be told.
    private func likeness(
        _ features: StoryFeatures, _ own: (title: Double, words: Double), _ member: StoryMember
    ) -> Double? {
        let other = member.features
        let notions = likenessOfNotions(features, other)
        guard features.language == other.language else { return notions.map { 0.8 * $0 } }
        guard own.title > 0, member.titleWeight > 0 else { return notions.map { 0.7 * $0 } }
        let ours = weights.sum(Self.common(features.title, other.words)) / own.title
        let theirs = weights.sum(Self.common(other.title, features.words)) / member.titleWeight
        let words = weights.sum(Self.common(features.words, other.words))
        let likeness =
            (min(1, ours) + min(1, theirs)) / 2
            + min(1, words / max(1, min(own.words, member.wordsWeight)))
        return max(likeness, min(Self.likeOfPlace, 0.7 * (notions ?? 0)))
    }

    private func likenessOfNotions(_ one: StoryFeatures, _ other: StoryFeatures) -> Double? {
        guard min(one.notions.count, other.notions.count) >= 3 else { return nil }
        let ours = part(of: one.titleNotions, in: other.notions)
        let theirs = part(of: other.titleNotions, in: one.notions)
        let shared = weights.sum(Self.common(one.notions, other.notions))
        let lesser = min(weights.sum(one.notions), weights.sum(other.notions))
        return (ours + theirs) / 2 + shared / max(1, lesser)
    }

    /// How much of what words tell stands among others.
    private func part(of words: [UInt32], in others: [UInt32]) -> Double {
        let sum = weights.sum(words)
        return sum > 0 ? weights.sum(Self.common(words, others)) / sum : 0
    }

    /// What two lists in order have in common.
    private static func common(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
        var common: [UInt32] = []
        var (place, otherPlace) = (0, 0)
        while place < one.count, otherPlace < other.count {
            if one[place] == other[otherPlace] { common.append(one[place]) }
            let isLess = one[place] <= other[otherPlace]
            if one[place] >= other[otherPlace] { otherPlace += 1 }
            if isLess { place += 1 }
        }
        return common
    }

    /// What a contradiction takes away.
    private static var doubt: Double { 2.5 }
    /// As alike as texts of two events seldom are; as those of one event are that share a name, or
    /// a place and a day, or less; as those that must be of one event though they give other days;
    /// and though they share no fact.
    private static var usualLikeness: Double { 0.35 }
    private static var likeOfName: Double { 0.55 }
    private static var likeOfPlace: Double { 0.65 }
    private static var likeWords: Double { 0.75 }
    private static var nearlySameWords: Double { 1.3 }
    private static var sameWords: Double { 1.5 }
}
