import ArgumentParser
import CrosswalkTerminal

/// `crosswalk review carry`: claims that hold for the current revision too.
struct ReviewCarryCommand: ReviewActCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry",
    abstract: "Takes claims over to the current revisions of their ends.",
    discussion: """
      Example:
        crosswalk review carry 3f2a9c1e --author "R. Reviewer" --reason "Only the example changed."
        crosswalk review carry 3f2a9c1e --to "9(2a)" --author "R. Reviewer" --reason "Renumbered."

      A draft stays a draft. A claim whose requirement text is the same in both revisions is not stale and needs no act. \
      --to makes a new claim about the new identifier, and the old one is superseded.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var subject: ClaimArguments
  @OptionGroup var act: ReviewActOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The new identifier of the end that was renumbered or moved: LOCAL, or FRAMEWORK/LOCAL where that is not clear. "
        + "Repeated: their union.", valueName: "local"))
  var to: [String] = []

  func run() throws { try record(.carry(to: to), claims: subject.claims) }
}
