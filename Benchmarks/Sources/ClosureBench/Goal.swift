import CrosswalkMapper
import CrosswalkModel

/// A network and what closing it may cost.
struct Goal {
  let nodes: Int
  let edges: Int
  /// CPU time of all cores.
  let milliseconds: Double
  /// Whether the plain way is measured beside it, which must take ten times as long.
  let isCompared: Bool

  static let all = [
    Goal(nodes: 500, edges: 12_500, milliseconds: 26, isCompared: true),
    Goal(nodes: 1000, edges: 150_000, milliseconds: 110, isCompared: true),
    Goal(nodes: 2000, edges: 200_000, milliseconds: 1300, isCompared: false),
  ]
  private static let ratio = 10.0

  /// Measures and prints one line, or two.
  func isMet() -> Bool {
    let network = RegionNetwork(nodes: nodes, edges: edges, seed: 1)
    let closing = Closing.asMatrix(network)
    print(
      "closure n=\(nodes)  \(edges) labels  \(closing.cost)  goal \(milliseconds) ms CPU",
      " (\(sharpened(network, closing)) of \(nodes * (nodes - 1) / 2) pairs sharpened)")
    var isMet = closing.cost.cpuMilliseconds <= milliseconds
    guard isCompared else { return isMet }
    let plain = Closing.plainly(network)
    let ratio = plain.cost.cpuMilliseconds / closing.cost.cpuMilliseconds
    for first in 0..<nodes {
      for second in 0..<nodes where plain.result(first, second) != closing.result(first, second) {
        fail("the results of n=\(nodes) differ at \(first) ? \(second)")
      }
    }
    print("  byte table  \(plain.cost)  \(Int(ratio)) times as much  goal \(Int(Self.ratio))  same result")
    isMet = isMet && ratio >= Self.ratio
    return isMet
  }

  /// Of how many pairs more is known than was said.
  private func sharpened(_ network: RegionNetwork, _ closing: Closing) -> Int {
    let said = network.matrix().relations
    var count = 0
    for first in 0..<nodes {
      for second in first + 1..<nodes where closing.result(first, second) != said[first, second] {
        count += 1
      }
    }
    return count
  }
}
