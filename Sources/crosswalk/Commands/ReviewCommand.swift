import ArgumentParser

/// `crosswalk review`: what to review, and reviews.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Tells what to review next.",
    discussion: """
      Example:
        crosswalk review next --from nist-ai-rmf-1.0 --to eu-ai-act
      """,
    subcommands: [ReviewNextCommand.self])
}
