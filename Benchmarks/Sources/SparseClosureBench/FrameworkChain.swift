import CrosswalkMapper
import CrosswalkModel
import SeededRandom

/// A made-up network like that of many frameworks: trees of controls, and claims between neighbouring trees.
///
/// Every tree has one root, 20 groups and, in these, the controls: 500 nodes. Every node stands for an
/// interval, every claim says what is true of its two intervals, so the network never contradicts itself; every
/// third claim is loosened, to "related" where its ends share something and to "overlap or nothing shared"
/// where they do not.
struct FrameworkChain {
  static let treeSize = 500
  static let groups = 20

  let count: Int
  private(set) var edges: [LabelledEdge] = []
  private var spans: [Span] = []
  private var generator = SplitMix(seed: 7)

  /// What a node stands for: `start` up to, not including, `end`.
  private struct Span {
    var start: Int
    var end: Int
  }

  /// Which controls of the next tree claims name.
  enum Targets: String, CaseIterable {
    /// Mostly few popular ones, as in published mappings: hubs with many spokes.
    case hubs
    /// Those up to eight places away: a grid, which has no cheap order of elimination.
    case near
    /// Any of them.
    case any
  }

  init(nodes: Int, claims: Int, targets: Targets) {
    count = nodes
    for tree in 0..<nodes / Self.treeSize { addTree(tree) }
    for _ in 0..<claims { addClaim(targets) }
  }

  private mutating func addTree(_ tree: Int) {
    let root = tree * Self.treeSize
    let width = 1000
    spans.append(Span(start: 0, end: Self.treeSize * width))
    let perGroup = (Self.treeSize - 1 - Self.groups) / Self.groups + 1
    for group in 0..<Self.groups {
      edges.append(LabelledEdge(Int32(root + 1 + group), .within, Int32(root)))
      spans.append(Span(start: group * perGroup * width, end: (group + 1) * perGroup * width))
    }
    for control in 0..<Self.treeSize - 1 - Self.groups {
      let group = control / perGroup
      edges.append(
        LabelledEdge(Int32(root + 1 + Self.groups + control), .within, Int32(root + 1 + group)))
      addControl(at: control * width, in: spans[root + 1 + group], width)
    }
  }

  /// Most controls are short, some hold several of another tree; ends fall on few places, so that some are equal.
  private mutating func addControl(at place: Int, in group: Span, _ width: Int) {
    let length = width << Int.random(in: 0...3, using: &generator)
    let start = max(group.start, place - length / 2)
    spans.append(Span(start: start, end: max(start + width, min(group.end, start + length))))
  }

  private mutating func addClaim(_ targets: Targets) {
    let tree = Int.random(in: 0..<count / Self.treeSize - 1, using: &generator)
    let controls = Self.treeSize - 1 - Self.groups
    let first = Int.random(in: 0..<controls, using: &generator)
    let second = target(near: first, of: controls, targets)
    let low = tree * Self.treeSize + 1 + Self.groups + first
    let high = (tree + 1) * Self.treeSize + 1 + Self.groups + second
    var relations = truth(spans[low], spans[high])
    if Int.random(in: 0..<3, using: &generator) == 0 {
      relations = relations == .disjoint ? [.disjoint, .intersectsWith] : .related
    }
    edges.append(LabelledEdge(Int32(low), relations, Int32(high)))
  }

  private mutating func target(near first: Int, of controls: Int, _ targets: Targets) -> Int {
    switch targets {
    case .hubs:
      let draw = Double.random(in: 0..<1, using: &generator)
      let rank = Int(Double(controls) * draw * draw * draw * draw * draw * draw)
      // Popular controls stand anywhere in the tree.
      return rank * 211 % controls
    case .near: return min(max(first + Int.random(in: -8...8, using: &generator), 0), controls - 1)
    case .any: return Int.random(in: 0..<controls, using: &generator)
    }
  }

  private func truth(_ first: Span, _ second: Span) -> RelationshipSet {
    if first.start == second.start && first.end == second.end { return .equal }
    if first.start >= second.end || second.start >= first.end { return .disjoint }
    if first.start >= second.start && first.end <= second.end { return .subsetOf }
    if first.start <= second.start && first.end >= second.end { return .supersetOf }
    return .intersectsWith
  }
}
