import CrosswalkModel

/// Why something holds by reviewed claims alone, beside whatever drafts say.
///
/// The closure shows the shortest line of reasoning, and a draft may say in one step what reviewed claims say in two: the
/// review still counts.
struct ReviewedReasons {
  private let closure: RelationshipClosure
  /// The closure of structure and reviewed claims, made when first asked for; `nil` inside where there is none.
  private var run: PathConsistency??

  init(_ closure: RelationshipClosure) { self.closure = closure }

  /// The lines by which reviewed claims alone leave no more than `relations`; `nil` where they leave more.
  ///
  /// Cost: one closure of the reviewed claims the first time, then as long as the lines are.
  mutating func lines(from first: NodeIndex, to second: NodeIndex, giving relations: RelationshipSet)
    -> [UnfoldedReason]?
  {
    guard let run = reviewedRun(), let state = run.state(first, second),
      run.relations(first, second).isSubset(of: relations)
    else { return nil }
    return ProofWriter(closure).sparing(
      run.unfold(state: state, from: first), from: first, to: second, giving: relations)
  }

  private mutating func reviewedRun() -> PathConsistency? {
    if let run { return run }
    let made = Self.run(closure)
    run = .some(made)
    return made
  }

  /// `nil` where no claim is reviewed, or where reviewed claims conflict beyond what is withdrawn.
  private static func run(_ closure: RelationshipClosure) -> PathConsistency? {
    let network = closure.network
    guard network.claims.contains(where: \.isReviewed) else { return nil }
    var run = PathConsistency(
      network, inference: closure.options.inference, facts: network.reviewedFacts,
      withdrawn: Set(closure.emptyPairs.map(\.pair)))
    return run.run().isEmpty ? run : nil
  }
}

extension RelationNetwork {
  /// Structure, and what reviewed claims say.
  var reviewedFacts: [Int32] {
    facts.indices.map(Int32.init).filter { index in
      switch facts[Int(index)].ground {
      case .claim(let claim): claims[claim].isReviewed
      case .structure: true
      }
    }
  }
}
