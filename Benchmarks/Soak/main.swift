// A day in minutes: the real program on a fast clock, over an origin of the loopback with faults
// mixed in, and what it has of memory, descriptors and threads from hour to hour. From the
// package's folder, after `make release`:
//
//     swift run -c release Soak .build/release/marsad             # 24 hours, 500 feeds, 120 times as fast
//     swift run -c release Soak .build/release/marsad 6 100 240   # other numbers
//
// The fifth hour is one in which no name is found; that it can be taken away wants unshare(1) and its right to mount.
// Ends with 1 where something grows, or where the noise is so great that a growth of a megabyte, a
// descriptor or a thread a day would not be seen.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard let program = arguments.first else {
    print("usage: Soak PROGRAM [HOURS [FEEDS [SPEED]]]")
    exit(2)
}
func number(_ place: Int, else usual: Int) -> Int {
    arguments.count > place ? Int(arguments[place]) ?? usual : usual
}
let hours = number(1, else: 24)
let press = try await FaultyPress(feeds: number(2, else: 500))
let daemon = try SoakedDaemon(program: program, press: press, speed: Double(number(3, else: 120)))
var dice = SystemRandomNumberGenerator()
var samples: [Sample] = []

print("hour   rss kB   own kB   most kB   descriptors   threads   polls   failed   archive kB")
for hour in 1...hours {
    // An hour in sixty parts: news and faults come and go.
    var looks: [Look] = []
    for part in 0..<60 {
        press.goOn(&dice)
        try daemon.trouble(hour: hour, part: part)
        try await Task.sleep(for: .seconds(60 / daemon.speed))
        guard let look = daemon.look() else {
            print("the daemon is gone:\n\(daemon.log.suffix(2_000))")
            exit(1)
        }
        looks.append(look)
    }
    let sample = daemon.sample(hour: hour, looks)
    samples.append(sample)
    print(sample.line)
    // Into a file too, each hour is told when it is over.
    fflush(nil)
}
let lines = daemon.lines
let code = await daemon.end()
await press.stop()
print("ended with \(code); \(lines) lines of log in \(hours) hours")
if let lines = daemon.linesWithoutNames, hours > 5 {
    print("\(lines) lines of log in the hour in which no name was found")
}

// The first third is for caches to fill.
let settled = Array(samples.dropFirst(hours / 3))
print("after the first \(hours / 3) hours, with intervals of 95 %:")
var isSteady = code == 0
for (name, tolerance, value) in Sample.measures {
    let trend = Trend(settled.map { (Double($0.hour), value($0)) }, tolerance: tolerance)
    print("\(name): \(trend)")
    if trend.verdict != .zero { isSteady = false }
}
exit(isSteady ? 0 : 1)
