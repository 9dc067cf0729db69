import CrosswalkModel

extension GapAnalysis {
  /// What requirements of the target weigh in coverage.
  public struct Weights: Hashable, Sendable {
    /// The file that gives them, without its folder.
    public var file: String
    /// By row of the target, 0 or more; it holds for what is below the row unless a nearer one is given.
    public var byRow: [Int: Double]

    /// Creates weights.
    public init(file: String, byRow: [Int: Double]) {
      self.file = file
      self.byRow = byRow
    }
  }
}

extension TargetOutline {
  /// What a counted row weighs: the mean of the leaves that it stands for, each by the nearest weight at or above it,
  /// or else 1.
  func weight(of row: Int, by weights: GapAnalysis.Weights) -> Double {
    let leaves = leaves(of: row)
    let sum = leaves.reduce(0.0) { sum, leaf in
      let line = Self.ancestorsAndSelf(of: leaf, in: catalog)
      return sum + (line.lazy.compactMap { weights.byRow[$0] }.first ?? 1)
    }
    return sum / Double(leaves.count)
  }
}
