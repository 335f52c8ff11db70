import Foundation

/// Runs a body with a folder of its own, and takes the folder away whatever happens.
///
/// Its path is short, for a socket's may have 107 bytes.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let number = String(UInt32.random(in: .min ... .max), radix: 36)
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-\(number)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// Waits until a condition holds; false where it does not in time.
func eventually(
    within limit: Duration = .seconds(60), every pause: Duration = .milliseconds(20),
    _ condition: () async -> Bool
) async -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if await condition() { return true }
        try? await Task.sleep(for: pause)
    }
    return await condition()
}

/// Numbers that are the same in each run of the tests (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
