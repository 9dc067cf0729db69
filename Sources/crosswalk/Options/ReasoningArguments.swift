import ArgumentParser
import CrosswalkMapper
import CrosswalkModel

/// Which claims a command trusts, and how far it thinks them through.
struct ReasoningArguments: ParsableArguments {
  @Option(
    name: .customLong("minimum-confidence"),
    help: ArgumentHelp("Weakest claim to trust, 0 through 1.", valueName: "number"))
  var minimumConfidence = 0.0

  @Flag(
    name: .customLong("asserted-only"), help: "Use the claims as they stand, without what follows from them.")
  var assertedOnly = false

  @Option(
    name: .customLong("longest-chain"),
    help: ArgumentHelp(
      "Use only claims on chains of at most this many claims between the frameworks; the answer says so "
        + "(default: all claims, or 3 where they are very many).", valueName: "count"))
  var longestChain: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Multiply the confidence of claims by this author or from this file by 0 through 1; at 0 they are left out. "
        + "May be repeated; of several that concern one claim, the lowest holds.",
      valueName: "source=factor"))
  var trust: [SourceTrust] = []

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--minimum-confidence takes a number from 0 through 1")
    }
    if let longestChain, longestChain < 1 { throw ValidationError("--longest-chain takes 1 or more") }
    let sources = trust.map { $0.source.lowercased() }
    if let repeated = sources.indices.first(where: { sources[..<$0].contains(sources[$0]) }) {
      throw ValidationError("--trust names \"\(trust[repeated].source)\" twice")
    }
  }

  /// What was asked for, as the mapper takes it.
  var options: ReasoningOptions {
    ReasoningOptions(
      minimumConfidence: minimumConfidence, inference: assertedOnly ? .assertedOnly : .closure,
      reach: longestChain.map { .chains(ofAtMost: $0) } ?? .automatic, trust: trust)
  }
}

extension SourceTrust: ExpressibleByArgument {
  /// Reads `SOURCE=FACTOR` from the command line; the source may hold `=` itself.
  public init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex,
      let factor = Double(argument[argument.index(after: sign)...]), (0...1).contains(factor)
    else { return nil }
    self.init(source: String(argument[..<sign]), factor: factor)
  }
}
