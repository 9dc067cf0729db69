import CrosswalkMapper
import CrosswalkModel
import SeededRandom

/// A network that cannot contradict itself: labels that hold between hidden regions, blurred by noise.
///
/// Each node is a random region of 64 atoms in sixteen topics: each atom of one topic, or of two neighbouring ones,
/// with probability 1/2, and one atom at least. So most pairs are disjoint, as most controls of two catalogs are, and
/// the others overlap or hold each other. A label is the true relation of a random pair, to which each other relation
/// is added with probability 1/4; of pairs without a label nothing is said.
struct RegionNetwork {
  struct Label {
    let first: Int
    let second: Int
    let relations: RelationshipSet
  }

  let nodes: Int
  let labels: [Label]

  /// - Parameter edges: How many different pairs are labelled; fewer than half of all.
  init(nodes: Int, edges: Int, seed: UInt64) {
    var random = SplitMix(seed: seed)
    self.nodes = nodes
    let regions = (0..<nodes).map { _ in Self.region(&random) }
    var labelled = Set<Int>(minimumCapacity: edges)
    var labels: [Label] = []
    labels.reserveCapacity(edges)
    while labels.count < edges {
      let first = Int.random(in: 0..<nodes, using: &random)
      let second = Int.random(in: 0..<nodes, using: &random)
      guard first < second, labelled.insert(first * nodes + second).inserted else { continue }
      let noise = RelationshipSet(rawValue: UInt8(truncatingIfNeeded: random.next() & random.next() & 31))
      let relations = Self.relation(regions[first], regions[second]).union(noise)
      labels.append(Label(first: first, second: second, relations: relations))
    }
    self.labels = labels
  }

  /// What the first so many labels say, all by default, ready to be closed.
  func matrix(labels count: Int? = nil) -> MatrixClosure {
    var matrix = MatrixClosure(nodes: nodes)
    for label in labels.prefix(count ?? labels.count) {
      matrix.constrain(label.first, label.second, to: label.relations)
    }
    return matrix
  }

  /// The labels as claims about nodes that no catalog holds; `nil` where such names are not to be had.
  var graph: CrosswalkGraph? {
    guard let framework = FrameworkID("regions") else { return nil }
    func end(_ node: Int) -> ClaimEnd { .nodes([ControlID(framework: framework, local: "\(node)")]) }
    let claims = labels.enumerated().map { number, label in
      MappingClaim(
        id: ClaimID("\(number)"), source: end(label.first), target: end(label.second),
        relations: label.relations, token: label.relations.description,
        origin: SourceLocation(file: "labels", line: number + 1, column: 1))
    }
    return CrosswalkGraph(catalogs: [], claims: claims)
  }

  private static func region(_ random: inout SplitMix) -> UInt64 {
    let topic = Int.random(in: 0..<16, using: &random)
    let topics: UInt64 = Bool.random(using: &random) ? 0xF : 0xFF
    let place = UInt64(topic * 4)
    let atoms = topics << place | topics >> (64 - place)
    let region = atoms & random.next()
    return region == 0 ? 1 << place : region
  }

  /// What holds between two regions.
  private static func relation(_ first: UInt64, _ second: UInt64) -> RelationshipSet {
    if first == second { return .equal }
    if first & second == 0 { return .disjoint }
    if first & ~second == 0 { return .subsetOf }
    if second & ~first == 0 { return .supersetOf }
    return .intersectsWith
  }
}
