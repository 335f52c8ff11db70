/// Between which bounds a feed's interval lies, in seconds; the settings may change them.
package struct PollingLimits: Sendable, Hashable {
    /// The shortest interval for feeds of at least an item an hour …
    package var fastFloor: Double
    /// … and for all others.
    package var floor: Double
    /// The longest interval, of healthy and of failing feeds.
    package var cap: Double
    /// The first interval after a failure; it doubles with each further one.
    package var firstBackOff: Double

    package init(
        fastFloor: Double = 15 * 60, floor: Double = 3600, cap: Double = 86400,
        firstBackOff: Double = 3600
    ) {
        self.fastFloor = fastFloor
        self.floor = floor
        self.cap = cap
        self.firstBackOff = firstBackOff
    }
}
