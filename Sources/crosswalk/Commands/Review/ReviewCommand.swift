import ArgumentParser

/// `crosswalk review`: what to review, and reviews.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Tells what to review next, and records what reviewers and both sides say about it.",
    discussion: """
      Example:
        crosswalk review next --from nist-ai-rmf-1.0 --to eu-ai-act
        crosswalk review accept 3f2a9c1e --author "R. Reviewer"
        crosswalk review carry 3f2a9c1e --author "R. Reviewer" --reason "Only the example changed."
        crosswalk review position --side us --about "eu-ai-act/9(2)(a)" --stance agreed --author "A. Analyst"
        crosswalk review log --about "eu-ai-act/9(2)(a)"

      Nothing is overwritten: each act is recorded with author, time and reason, and counts beside the claim as its file \
      has it.
      """,
    subcommands: [
      ReviewNextCommand.self, ReviewAcceptCommand.self, ReviewRejectCommand.self, ReviewAmendCommand.self,
      ReviewCarryCommand.self, ReviewNoCounterpartCommand.self, ReviewPositionCommand.self,
      ReviewLogCommand.self,
    ])
}
