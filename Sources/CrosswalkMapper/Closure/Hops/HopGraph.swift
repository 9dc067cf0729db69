import CrosswalkModel

/// What claims and structure say about pairs of nodes, laid out so that chains of them can be followed quickly.
///
/// Several facts about one pair count as one, their intersection. A pair whose facts exclude each other is no step
/// of any chain.
struct HopGraph: Sendable {
  /// What one node knows about another in one step.
  struct Step: Sendable {
    let node: NodeIndex
    /// From the node whose step it is.
    let relations: UInt8
    /// How many of the steps that follow say the same, so that all of them can be passed over at once.
    var alike: UInt16 = 0
  }

  /// Facts of one kind, by the node they start from; every fact can be followed from both of its ends.
  struct Layer: Sendable {
    let start: [Int32]
    let steps: [Step]

    /// The steps from `node`: those that say the same together, in the order of the nodes they lead to.
    func range(_ node: NodeIndex) -> Range<Int> { Int(start[Int(node)])..<Int(start[Int(node) + 1]) }
  }

  let nodeCount: Int
  /// Steps that count towards the length of a chain.
  let claims: Layer
  /// Steps from part to whole and from whole to part, which do not.
  let structure: Layer

  init(nodes count: Int, claims: [LabelledEdge], structure: [LabelledEdge]) {
    nodeCount = count
    self.claims = Self.layer(count, claims)
    self.structure = Self.layer(count, structure)
  }

  private static func layer(_ count: Int, _ edges: [LabelledEdge]) -> Layer {
    var counts = [Int32](repeating: 0, count: count)
    for edge in edges {
      counts[Int(edge.first)] += 1
      counts[Int(edge.second)] += 1
    }
    let start = offsets(ofCounts: counts)
    var cursors = start
    var steps = [Step](repeating: Step(node: 0, relations: 0), count: edges.count * 2)
    for edge in edges {
      steps[Int(cursors[Int(edge.first)])] = Step(node: edge.second, relations: edge.relations.rawValue)
      steps[Int(cursors[Int(edge.second)])] = Step(
        node: edge.first, relations: edge.relations.converse.rawValue)
      cursors[Int(edge.first)] += 1
      cursors[Int(edge.second)] += 1
    }
    return merged(start, steps)
  }

  /// One step for each pair, where that says anything.
  private static func merged(_ start: [Int32], _ steps: [Step]) -> Layer {
    var newStart: [Int32] = [0]
    newStart.reserveCapacity(start.count)
    var merged: [Step] = []
    merged.reserveCapacity(steps.count)
    for node in 0..<start.count - 1 {
      let row = steps[Int(start[node])..<Int(start[node + 1])].sorted { $0.node < $1.node }
      let first = merged.count
      var index = row.startIndex
      while index < row.endIndex {
        let other = row[index].node
        var relations = RelationshipSet.all.rawValue
        while index < row.endIndex && row[index].node == other {
          relations &= row[index].relations
          index += 1
        }
        if relations != 0 && relations != RelationshipSet.all.rawValue {
          merged.append(Step(node: other, relations: relations))
        }
      }
      group(&merged[first...])
      newStart.append(Int32(merged.count))
    }
    return Layer(start: newStart, steps: merged)
  }

  /// Puts steps that say the same together.
  private static func group(_ row: inout ArraySlice<Step>) {
    row.sort { ($0.relations, $0.node) < ($1.relations, $1.node) }
    for index in row.indices.dropLast().reversed()
    where row[index].relations == row[index + 1].relations && row[index + 1].alike < .max {
      row[index].alike = row[index + 1].alike + 1
    }
  }
}
