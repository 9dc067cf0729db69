import ArgumentParser
import CrosswalkModel

/// The day whose knowledge counts, as questions about the past take it; which law applies is --as-of.
package struct KnownByOptions: ParsableArguments {
  @Option(
    name: .customLong("known-by"),
    help: ArgumentHelp(
      "As the store knew it at the end of this day (UTC): later imports, acts and positions do not count.",
      valueName: "yyyy-mm-dd"))
  package var knownBy: CalendarDate?

  package init() {}

  /// What will be known on a day to come nobody knows yet; where it is tomorrow already, that day may be meant.
  package func validate() throws {
    guard let knownBy, knownBy > Today.tomorrow else { return }
    throw ValidationError(
      "--known-by \(knownBy) is a day to come: it says what the store knew, and --as-of which law applies")
  }
}
