/// A glob over identifiers: `*` stands for any run of characters, `?` for one, `[abc]` and `[a-f]` for one of a set
/// (`[!a]` for one outside it); everything else stands for itself.
struct GlobPattern {
  private enum Step: Equatable {
    case one(Unicode.Scalar)
    case any
    case run
    case set([ClosedRange<UInt32>], isInverted: Bool)

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .one(let expected): expected == scalar
      case .any, .run: true
      case .set(let ranges, let isInverted): ranges.contains { $0.contains(scalar.value) } != isInverted
      }
    }
  }

  private let steps: [Step]

  /// Reads a pattern; a bracket that is never closed stands for itself.
  init(_ pattern: String) {
    var steps: [Step] = []
    var rest = Substring(pattern).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if steps.last != .run { steps.append(.run) }
      case "?": steps.append(.any)
      case "[":
        if let close = rest.firstIndex(of: "]"), close > rest.startIndex {
          steps.append(Self.set(rest[..<close]))
          rest = rest[rest.index(after: close)...]
        } else {
          steps.append(.one(scalar))
        }
      default: steps.append(.one(scalar))
      }
    }
    self.steps = steps
  }

  private static func set(_ text: Substring.UnicodeScalarView) -> Step {
    var members = Array(text)
    let isInverted = members.count > 1 && (members[0] == "!" || members[0] == "^")
    if isInverted { members.removeFirst() }
    var ranges: [ClosedRange<UInt32>] = []
    var index = 0
    while index < members.count {
      let low = members[index].value
      if index + 2 < members.count, members[index + 1] == "-", members[index + 2].value >= low {
        ranges.append(low...members[index + 2].value)
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return .set(ranges, isInverted: isInverted)
  }

  /// Whether the whole of `text` fits.
  ///
  /// - Complexity: O(*n* · *m*): only the last run is ever tried again.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var (step, position) = (0, 0)
    var lastRun: (step: Int, position: Int)?
    while position < scalars.count {
      if step < steps.count, steps[step] == .run {
        lastRun = (step, position)
        step += 1
      } else if step < steps.count, steps[step].accepts(scalars[position]) {
        step += 1
        position += 1
      } else if let run = lastRun {
        lastRun = (run.step, run.position + 1)
        (step, position) = (run.step + 1, run.position + 1)
      } else {
        return false
      }
    }
    return steps[step...].allSatisfy { $0 == .run }
  }
}
