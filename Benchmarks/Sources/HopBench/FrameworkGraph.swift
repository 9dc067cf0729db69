import CrosswalkMapper
import CrosswalkModel
import SeededRandom

/// A made-up graph of many frameworks: groups that hold controls, and claims between controls of any two
/// frameworks.
struct FrameworkGraph {
  static let controls = 500
  static let groups = 20

  let frameworks: Int
  private(set) var claims: [LabelledEdge] = []
  private(set) var structure: [LabelledEdge] = []

  /// What claims say.
  enum Labels {
    /// What is true of the intervals of the two ends, or in every third claim just "related": never a contradiction.
    case truth
    /// One of ``said``, whatever the ends are: more chains say something, and the graph contradicts itself.
    case drawn
  }

  /// What drawn claims say.
  private static let said: [RelationshipSet] = [
    .related, .related, .related, .intersectsWith, .intersectsWith, .subsetOf, .subsetOf, .supersetOf,
    .supersetOf, .equal,
  ]

  private let labels: Labels
  private var spans: [Range<Int>] = []
  private var generator = SplitMix(seed: 11)

  /// Claims are drawn evenly over all pairs of frameworks, and over their controls.
  init(frameworks: Int, claims count: Int, labels: Labels) {
    self.frameworks = frameworks
    self.labels = labels
    for framework in 0..<frameworks { addFramework(framework) }
    while claims.count < count { addClaim() }
  }

  private mutating func addFramework(_ framework: Int) {
    for control in 0..<Self.controls {
      let group = nodeCountOfControls + framework * Self.groups + control % Self.groups
      structure.append(LabelledEdge(Int32(framework * Self.controls + control), .within, Int32(group)))
      let start = Int.random(in: 0..<1024, using: &generator)
      spans.append(start..<start + 4 << Int.random(in: 0...6, using: &generator))
    }
  }

  /// One claim that is true of the intervals that its two controls stand for; every third only says "related".
  private mutating func addClaim() {
    let first = Int.random(in: 0..<frameworks, using: &generator)
    let second = (first + .random(in: 1..<frameworks, using: &generator)) % frameworks
    let source = first * Self.controls + .random(in: 0..<Self.controls, using: &generator)
    for _ in 0..<64 {
      let target = second * Self.controls + .random(in: 0..<Self.controls, using: &generator)
      let truth = relation(spans[source], spans[target])
      guard labels == .drawn || truth != .disjoint else { continue }
      return claims.append(LabelledEdge(Int32(source), label(truth), Int32(target)))
    }
  }

  private mutating func label(_ truth: RelationshipSet) -> RelationshipSet {
    switch labels {
    case .truth: Int.random(in: 0..<3, using: &generator) == 0 ? .related : truth
    case .drawn: Self.said[Int.random(in: 0..<Self.said.count, using: &generator)]
    }
  }

  private func relation(_ first: Range<Int>, _ second: Range<Int>) -> RelationshipSet {
    if first == second { return .equal }
    if !first.overlaps(second) { return .disjoint }
    if second.contains(first) { return .subsetOf }
    return first.contains(second) ? .supersetOf : .intersectsWith
  }

  /// Controls come first, groups after them.
  var nodeCountOfControls: Int { frameworks * Self.controls }
  var nodeCount: Int { frameworks * (Self.controls + Self.groups) }

  /// The controls and groups of one framework.
  func nodes(of framework: Int) -> [Int32] {
    let controls = framework * Self.controls..<(framework + 1) * Self.controls
    let groups = (framework * Self.groups..<(framework + 1) * Self.groups).map { $0 + nodeCountOfControls }
    return (Array(controls) + groups).map(Int32.init)
  }
}
