import Foundation

/// A file of `/etc/cron.d`, as cron reads it.
struct Crontab {
  struct Job {
    /// Minute, hour, day, month, day of the week.
    var times: [String]
    var user: String
    var command: String
  }

  var variables: [String: String] = [:]
  var jobs: [Job] = []

  /// What a line is that is neither.
  struct Unreadable: Error { var line: String }

  init(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    // cron leaves out a last line without an end.
    guard text.hasSuffix("\n") else { throw Unreadable(line: String(text.suffix(40))) }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let variable = line.wholeMatch(of: #/([A-Z_]+)=(.*)/#) {
        variables[String(variable.1)] = String(variable.2)
        continue
      }
      let words = line.split(separator: " ", maxSplits: 6)
      guard words.count == 7 else { throw Unreadable(line: String(line)) }
      jobs.append(Job(times: words[..<5].map(String.init), user: String(words[5]), command: String(words[6])))
    }
  }
}
