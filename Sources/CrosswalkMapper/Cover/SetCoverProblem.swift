/// Elements that must be covered, and candidates that each cover some of them at a cost.
///
/// The same numbers ask for a hitting set: the smallest choice of things that meets every one of some groups.
public struct SetCoverProblem: Hashable, Sendable {
  /// Something that may be chosen.
  public struct Candidate: Hashable, Sendable {
    /// The elements that it covers, in any order.
    public var elements: [Int]
    /// What choosing it costs: whole units, 0 for what is there already.
    public var cost: UInt32

    /// Creates a candidate.
    public init(elements: [Int], cost: UInt32 = 1) {
      self.elements = elements
      self.cost = cost
    }
  }

  /// How many elements there are: 0 up to this number, this one left out.
  public let elementCount: Int
  /// In the order of their identities: of choices that are equally good, earlier candidates are preferred.
  public let candidates: [Candidate]

  /// Creates a problem; elements that do not exist are left out of the candidates that name them.
  public init(elementCount: Int, candidates: [Candidate]) {
    self.elementCount = elementCount
    self.candidates = candidates.map { candidate in
      let elements = Set(candidate.elements.filter { (0..<elementCount).contains($0) }).sorted()
      return Candidate(elements: elements, cost: candidate.cost)
    }
  }

  /// Creates the problem of meeting each of `groups` with at least one of its members, at the least cost.
  ///
  /// - Parameter costs: The cost of each thing; things are numbered from 0, and groups name their members by number.
  public init(hitting groups: [[Int]], costs: [UInt32]) {
    var candidates = costs.map { Candidate(elements: [], cost: $0) }
    for (group, members) in groups.enumerated() {
      for member in members where candidates.indices.contains(member) {
        candidates[member].elements.append(group)
      }
    }
    self.init(elementCount: groups.count, candidates: candidates)
  }
}
