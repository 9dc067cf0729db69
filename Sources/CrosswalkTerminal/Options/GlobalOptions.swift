import ArgumentParser
import CrosswalkModel

/// When output carries colour.
package enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// How diagnostics are written to standard error.
package enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The options that every command has.
package struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The store to use (else $CROSSWALK_STORE, else $XDG_DATA_HOME/crosswalk/store.sqlite).",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  package var store: String?

  @Flag(name: .long, help: "No progress on standard error; errors still appear.")
  package var quiet = false

  @Option(name: .customLong("log-format"), help: "How diagnostics appear on standard error: text or json.")
  package var logFormat = LogFormat.text

  @Option(name: .long, help: "Colour in tables: auto, always or never. NO_COLOR is respected.")
  package var color = ColorChoice.auto

  /// Creates the options as they are where the user names none.
  package init() {}
}

extension GlobalOptions {
  /// The arguments with global options that stand before the command moved behind it: users write them in both places.
  package static func movedBehindCommand(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("--") {
      let takesValue = ["--store", "--log-format", "--color"].contains(first)
      let isGlobal =
        takesValue || first == "--quiet"
        || ["--store=", "--log-format=", "--color="].contains(where: first.hasPrefix)
      guard isGlobal, rest.count >= (takesValue ? 2 : 1) else { return arguments }
      leading += rest.prefix(takesValue ? 2 : 1)
      rest = rest.dropFirst(takesValue ? 2 : 1)
    }
    guard let command = rest.first, !leading.isEmpty else { return arguments }
    // Behind commands of a command as well, but before what is no option whatever it looks like.
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return [command] + rest[..<end].dropFirst() + leading + rest[end...]
  }
}

/// Where a result goes.
package struct OutputOptions: ParsableArguments {
  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Write the result to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  package var output: String?

  /// Creates the options for standard output.
  package init() {}
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD` from the command line.
  public init?(argument: String) { self.init(argument) }
}
