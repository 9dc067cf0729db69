import CrosswalkModel

/// What is known about every ordered pair of *n* nodes: a full square of relation sets.
///
/// Each row holds the relations from one node to all others, in blocks of 256 cells with one bit-plane a base
/// relation. A pair stands in it twice, as (*a*, *b*) and, converse, as (*b*, *a*): so a row is complete, and is
/// composed as a whole without looking anywhere else.
///
/// A value: its copy is one copy of memory, made when one of the copies changes. It takes 160 bytes for each node and
/// each 256 nodes begun: 640 kB for 1,000 nodes.
public struct RelationMatrix: Hashable, Sendable {
  /// How many nodes there are; they are called 0 through `count - 1`.
  public let count: Int
  /// Blocks in a row; the last one is filled up with cells in which everything is possible.
  let blocksPerRow: Int
  /// The rows, one after the other.
  var blocks: [CellBlock]

  /// Creates the matrix of `count` nodes of which nothing is known but that each is equal to itself.
  public init(count: Int) {
    precondition(count >= 0, "a matrix has no fewer than 0 nodes")
    self.count = count
    blocksPerRow = (count + CellBlock.width - 1) / CellBlock.width
    blocks = Array(repeating: .all, count: count * blocksPerRow)
    for node in 0..<count { blocks[place(node, node)][node % CellBlock.width] = .equal }
  }

  /// The relations still possible from `first` to `second`, each 0 through `count - 1`.
  public subscript(first: Int, second: Int) -> RelationshipSet {
    precondition(0 <= second && second < count, "no such node")
    return blocks[place(first, second)][second % CellBlock.width]
  }

  /// Keeps only `relations` of what is possible from `first` to `second`, and their converse the other way round.
  ///
  /// - Returns: Whether that changes anything.
  mutating func narrow(_ first: Int, _ second: Int, to relations: RelationshipSet) -> Bool {
    let known = self[first, second]
    let left = known.intersection(relations)
    guard left != known else { return false }
    blocks[place(first, second)][second % CellBlock.width] = left
    blocks[place(second, first)][first % CellBlock.width] = left.converse
    return true
  }

  /// Where the block of a cell stands.
  func place(_ first: Int, _ second: Int) -> Int { first * blocksPerRow + second / CellBlock.width }
}
