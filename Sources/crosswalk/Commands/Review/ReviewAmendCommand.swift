import ArgumentParser
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk review amend`: another claim takes the place of one.
struct ReviewAmendCommand: ReviewActCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Puts a reviewed claim of yours in the place of a claim.",
    discussion: """
      Example:
        crosswalk review amend 3f2a9c1e --relationship intersects-with --strict --confidence 0.8 \\
          --reason "Each requires something that the other does not." --author "R. Reviewer"

      What is not named stays as it was. The new claim has an id of its own and names the current revisions; the old one \
      is superseded and stays in the record.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var subject: ClaimArguments
  @OptionGroup var act: ReviewActOptions
  @OptionGroup var amended: AmendmentOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What holds instead: equal-to, equivalent-to, subset-of, superset-of, intersects-with, no-relationship, related.",
      valueName: "word"))
  var relationship: String?

  @Flag(help: "\"intersects-with\" means a proper overlap.")
  var strict = false

  @Flag(help: "\"intersects-with\" means related: anything but disjoint (the default).")
  var loose = false

  func validate() throws {
    if strict, loose { throw ValidationError("--strict and --loose exclude each other") }
    if amendment.isEmpty {
      throw ValidationError(
        "say what changes: --relationship, --strict, --loose, --rationale, --confidence, --strength or --note"
      )
    }
  }

  private var amendment: ReviewActRequest.Amendment {
    var amendment = amended.amendment
    amendment.relationship = relationship
    amendment.isStrict = strict ? true : loose ? false : nil
    return amendment
  }

  func run() throws { try record(.amend(amendment), claims: subject.claims) }
}
