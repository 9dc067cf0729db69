import ArgumentParser
import CrosswalkModel
import CrosswalkTerminal

/// `crosswalk review no-counterpart`: a framework has nothing for a requirement.
struct ReviewNoCounterpartCommand: ReviewActCommand {
  static let configuration = CommandConfiguration(
    commandName: "no-counterpart",
    abstract: "Records that a framework has no counterpart to a requirement of another one.",
    discussion: """
      Example:
        crosswalk review no-counterpart "eu-ai-act/11(3)" nist-ai-rmf-1.0 --confidence 0.9 \\
          --reason "Nothing in it is about one set of documents." --author "R. Reviewer"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("The requirement.", valueName: "framework/local"))
  var requirement: Reference

  @Argument(help: ArgumentHelp("The framework without a counterpart.", valueName: "framework"))
  var framework: Reference

  @OptionGroup var act: ReviewActOptions
  @OptionGroup var said: AmendmentOptions

  func run() throws {
    try record(.noCounterpart(requirement: requirement, framework: framework, said.amendment))
  }
}
