import CrosswalkMapper
import CrosswalkModel

/// A made-up graph of many frameworks: groups that hold controls, and claims between controls of any two
/// frameworks.
struct FrameworkGraph {
  static let controls = 500
  static let groups = 20

  let frameworks: Int
  private(set) var claims: [LabelledEdge] = []
  private(set) var structure: [LabelledEdge] = []

  private var spans: [Range<Int>] = []
  private var generator = SplitMix(state: 11)

  /// Claims are drawn evenly over all pairs of frameworks, and over their controls that share something.
  init(frameworks: Int, claims count: Int) {
    self.frameworks = frameworks
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
      guard truth != .disjoint else { continue }
      let isLoose = Int.random(in: 0..<3, using: &generator) == 0
      return claims.append(LabelledEdge(Int32(source), isLoose ? .related : truth, Int32(target)))
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

/// Repeatable random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
