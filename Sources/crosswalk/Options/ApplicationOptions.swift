import ArgumentParser
import CrosswalkModel
import CrosswalkTerminal

/// The route and the day of placing on the market, as the gap report and the list of duties take them.
struct ApplicationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The route that the target declares, such as annex-iii; 'crosswalk duties FRAMEWORK --routes' lists them.",
      valueName: "id"))
  var route: String?

  @Option(
    name: .customLong("placed-on-market"),
    help: ArgumentHelp(
      "When it was placed on the market or put into service, for the transitional rules (needs --route).",
      valueName: "yyyy-mm-dd"))
  var placedOnMarket: CalendarDate?

  func validate() throws {
    if placedOnMarket != nil, route == nil { throw ValidationError("--placed-on-market needs --route") }
  }
}
