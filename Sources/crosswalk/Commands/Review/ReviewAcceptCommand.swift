import ArgumentParser
import CrosswalkTerminal

/// `crosswalk review accept`: a reviewer stands behind claims.
struct ReviewAcceptCommand: ReviewActCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Records that a reviewer stands behind claims.",
    discussion: """
      Example:
        crosswalk review accept 3f2a9c1e --author "R. Reviewer"

      A claim about another text than the current one is refused: carry it over, or amend it. A rejected claim can be \
      accepted again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var subject: ClaimArguments
  @OptionGroup var act: ReviewActOptions

  func run() throws { try record(.accept, claims: subject.claims) }
}
