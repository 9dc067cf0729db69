import ArgumentParser
import CrosswalkTerminal

/// `crosswalk review reject`: claims that count no more.
struct ReviewRejectCommand: ReviewActCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Records that claims are wrong: they count no more, and stay in the record.",
    discussion: """
      Example:
        crosswalk review reject 3f2a9c1e --author "R. Reviewer" --reason "The outcome says nothing about logs."
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var subject: ClaimArguments
  @OptionGroup var act: ReviewActOptions

  func run() throws { try record(.reject, claims: subject.claims) }
}
