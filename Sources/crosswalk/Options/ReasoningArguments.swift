import ArgumentParser
import CrosswalkMapper

/// Which claims a command trusts, and how far it thinks them through.
struct ReasoningArguments: ParsableArguments {
  @Option(
    name: .customLong("minimum-confidence"),
    help: ArgumentHelp("Weakest claim to trust, 0 through 1.", valueName: "number"))
  var minimumConfidence = 0.0

  @Flag(
    name: .customLong("asserted-only"), help: "Use the claims as they stand, without what follows from them.")
  var assertedOnly = false

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--minimum-confidence takes a number from 0 through 1")
    }
  }

  /// What was asked for, as the mapper takes it.
  var options: ReasoningOptions {
    ReasoningOptions(
      minimumConfidence: minimumConfidence, inference: assertedOnly ? .assertedOnly : .closure)
  }
}
