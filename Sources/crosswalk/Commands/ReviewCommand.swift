import ArgumentParser

/// `crosswalk review`: what to review, and reviews.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Tells what to review next, and keeps what both sides say about it.",
    discussion: """
      Example:
        crosswalk review next --from nist-ai-rmf-1.0 --to eu-ai-act
        crosswalk review position --side us --about "eu-ai-act/9(2)(a)" --stance agreed --author "A. Analyst"
        crosswalk review log --about "eu-ai-act/9(2)(a)"
      """,
    subcommands: [ReviewNextCommand.self, ReviewPositionCommand.self, ReviewLogCommand.self])
}
