import ArgumentParser
import CrosswalkModel

/// What `crosswalk refresh` and its status are both about.
package struct RefreshScopeArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The list of sources (default: sources.json of the bundled content).", valueName: "file"),
    completion: .file(extensions: ["json"]))
  package var manifest: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("Only this source of the list; may be repeated.", valueName: "id"))
  package var sources: [String] = []

  @Option(
    name: .long, help: "How the summary appears: table, json or mail (plain text with its subject first).")
  package var format = RefreshFormat.table

  /// Creates the arguments as they are where the user names none.
  package init() {}
}

/// The forms of a summary of a refresh.
package enum RefreshFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, mail
}

/// What a run of the refresh is asked to do.
package struct RefreshRunArguments: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: "Fetch, compare and report; write nothing.")
  package var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Publish the step that a guard held back and that has this digest, all 64 digits of it.",
      valueName: "digest"))
  package var accept: String?

  @Flag(name: .customLong("exit-code"), help: "End with status 3 where something was published.")
  package var exitCode = false

  @Flag(
    name: .customLong("require-fresh"),
    help: """
      End with status 65 where a source was not checked within its maximum age, or has had the same content for longer \
      than the list allows; without it, a warning.
      """)
  package var requireFresh = false

  @Option(
    name: .long,
    help: ArgumentHelp("Copies of the store to keep; 0 makes none.", valueName: "count"))
  package var backups = 7

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The proxy to go through; variables of the environment are not used.", valueName: "url"))
  package var proxy: String?

  @Option(
    name: .customLong("import-memory"),
    help: ArgumentHelp("Memory that the import of one source may use.", valueName: "megabytes"))
  package var importMemory = 4096

  @Option(
    name: .customLong("import-seconds"),
    help: ArgumentHelp("Processor time that the import of one source may use.", valueName: "seconds"))
  package var importSeconds = 120

  /// Creates the arguments as they are where the user names none.
  package init() {}

  /// Refuses what no run can be asked.
  package func validate() throws {
    if let accept, accept.utf8.count != 64 || !accept.allSatisfy(\.isHexDigit) {
      throw ValidationError("--accept takes all 64 hexadecimal digits, as the summary prints them")
    }
    guard (0...1000).contains(backups) else { throw ValidationError("--backups takes 0 through 1000") }
    guard (256...1_048_576).contains(importMemory) else {
      throw ValidationError("--import-memory takes 256 through 1048576")
    }
    guard (1...86_400).contains(importSeconds) else {
      throw ValidationError("--import-seconds takes 1 through 86400")
    }
  }
}

/// What `crosswalk refresh status` is asked.
package struct RefreshStatusArguments: ParsableArguments {
  @Option(
    name: .customLong("max-age"),
    help: ArgumentHelp(
      "End with status 2 where the last success of a source is longer ago: 48h, 2d, 90m, 30s.",
      valueName: "duration"))
  package var maximumAge: Duration?

  /// Creates the arguments as they are where the user names none.
  package init() {}

  /// A length of time, as users write it: a whole number and `s`, `m`, `h` or `d`.
  package struct Duration: ExpressibleByArgument {
    /// In seconds.
    package let seconds: Int64

    /// Reads `48h`; `nil` for anything else, and for more than ten thousand years.
    package init?(argument: String) {
      let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
      guard let last = argument.last, let unit = units[last], argument.utf8.count <= 10,
        argument.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int64(argument.dropLast())
      else { return nil }
      seconds = number * unit
    }
  }
}
