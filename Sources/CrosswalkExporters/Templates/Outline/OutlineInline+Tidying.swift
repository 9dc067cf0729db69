extension OutlineInline {
  /// The pieces with neighbouring words joined, without blanks and line breaks at the ends.
  static func tidied(_ pieces: [OutlineInline]) -> [OutlineInline] {
    var tidy: [OutlineInline] = []
    for piece in pieces {
      if case .text(let words) = piece, case .text(let before)? = tidy.last {
        tidy[tidy.count - 1] = .text(before + words)
      } else {
        tidy.append(piece)
      }
    }
    while let first = tidy.first?.withoutBlanks(atStart: true), first != tidy.first {
      tidy.replaceSubrange(0..<1, with: first.isEmpty ? [] : [first])
    }
    while let last = tidy.last?.withoutBlanks(atStart: false), last != tidy.last {
      tidy.replaceSubrange(tidy.count - 1..<tidy.count, with: last.isEmpty ? [] : [last])
    }
    return tidy
  }

  private var isEmpty: Bool { self == .text("") }

  private func withoutBlanks(atStart: Bool) -> OutlineInline {
    switch self {
    case .lineBreak: return .text("")
    case .text(let words):
      let scalars = words.unicodeScalars
      if atStart { return .text(String(scalars.drop { $0 == " " || $0 == "\t" })) }
      let end = scalars.lastIndex { $0 != " " && $0 != "\t" }
      return .text(end.map { String(scalars[...$0]) } ?? "")
    default: return self
    }
  }
}

extension Array {
  /// The element, where there is exactly one.
  var only: Element? { count == 1 ? first : nil }
}
