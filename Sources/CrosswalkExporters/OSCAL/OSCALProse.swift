import CrosswalkOSCAL

/// Plain text as OSCAL's markup: lines become paragraphs, and the text of parameters their mention.
struct OSCALProse {
  /// Parameters whose text may be found in a text: identifier and text.
  var parameters: [(id: String, text: String)] = []

  /// The blocks of a text.
  ///
  /// Lines whose blanks would be lost in a paragraph are kept in one preformatted block.
  func blocks(_ text: String) -> [OSCALElement] {
    guard !text.isEmpty else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ Self.isTidy($0) }) else { return [OSCALElement("pre", [], inline(text))] }
    return lines.map { OSCALElement("p", [], inline(String($0))) }
  }

  /// The content of one line.
  func inline(_ text: String) -> [OSCALElement.Content] {
    guard text.contains("["), !parameters.isEmpty else { return text.isEmpty ? [] : [.text(text)] }
    var content: [OSCALElement.Content] = []
    var plain = ""
    var used: [String: Int] = [:]
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      plain += rest[..<open]
      rest = rest[open...]
      guard let found = longestParameter(at: rest) else {
        plain.append(rest.removeFirst())
        continue
      }
      if !plain.isEmpty { content.append(.text(plain)) }
      plain = ""
      // Parameters of one text stand in their own order.
      let place = used[found, default: 0]
      used[found] = place + 1
      let ids = parameters.filter { $0.text == found }.map(\.id)
      let id = ids[min(place, ids.count - 1)]
      content.append(.element(OSCALElement("insert", [.init("type", "param"), .init("id-ref", id)])))
      rest = rest.dropFirst(found.count)
    }
    plain += rest
    if !plain.isEmpty { content.append(.text(plain)) }
    return content
  }

  private func longestParameter(at text: Substring) -> String? {
    parameters.lazy.map(\.text).filter { text.hasPrefix($0) }.max { $0.count < $1.count }
  }

  /// Whether reading the line as running text leaves it as it is.
  private static func isTidy(_ line: Substring) -> Bool {
    guard let first = line.utf8.first, let last = line.utf8.last else { return false }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard !isBlank(first), !isBlank(last) else { return false }
    return zip(line.utf8, line.utf8.dropFirst()).allSatisfy { byte, next in
      !isBlank(byte) || (byte == 0x20 && !isBlank(next))
    }
  }
}
