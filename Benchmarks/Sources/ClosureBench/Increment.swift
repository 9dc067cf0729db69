import CrosswalkMapper
import CrosswalkModel

/// What closing again costs when labels come one at a time, against closing anew.
struct Increment {
  private static let nodes = 1000
  private static let labels = 50_000
  private static let more = 1000
  /// How many times cheaper than closing anew.
  private static let ratio = 100.0

  /// Adds labels to a closed network, and asks for each what it would change; prints one line each.
  static func isMet() -> Bool {
    let network = RegionNetwork(nodes: nodes, edges: labels + more, seed: 2)
    var closure = network.matrix(labels: labels)
    let anew = Cost.of { close(&closure) }
    let closed = closure
    let added = Cost.of {
      for label in network.labels[labels...] {
        closure.constrain(label.first, label.second, to: label.relations)
        close(&closure)
      }
    }
    let asked = Cost.of {
      for label in network.labels[labels...] {
        var copy = closed
        copy.constrain(label.first, label.second, to: label.relations)
        close(&copy)
      }
    }
    var whole = network.matrix()
    close(&whole)
    if whole.relations != closure.relations { fail("adding one at a time gives another result") }
    print("one label more  n=\(nodes)  \(labels) labels  closing anew \(anew.cpu) ms")
    return [isCheap("added to the closure", added, anew), isCheap("asked of a copy", asked, anew)]
      .allSatisfy { $0 }
  }

  private static func isCheap(_ what: String, _ cost: Cost, _ anew: Cost) -> Bool {
    let each = cost.cpuMilliseconds / Double(more)
    let ratio = anew.cpuMilliseconds / each
    print(
      "  \(what)  \((each * 1e4).rounded() / 10) µs  \(Int(ratio)) times cheaper  goal \(Int(Self.ratio))")
    return ratio >= Self.ratio
  }

  private static func close(_ closure: inout MatrixClosure) {
    if !closure.close().isEmpty { fail("a network of regions contradicts itself") }
  }
}
