import CrosswalkModel
import CrosswalkReaders

/// Errors, places, and what was not used.
extension OSCALCatalogDocument {
  /// Longest excerpt of the input in a message, in characters.
  private static let longestExcerpt = 64

  func location(_ element: XMLElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line, column: element.column)
  }

  /// The place of the element that begins now.
  ///
  /// Cost: that of finding it, once an element.
  mutating func mark(of element: XMLElement) -> TextMark {
    if let startMark { return startMark }
    let mark = TextMark(line: UInt32(clamping: element.line), column: UInt32(clamping: element.column))
    startMark = mark
    return mark
  }

  func location(ofRow row: Int32) -> SourceLocation {
    SourceLocation(file: file, line: Int(rows[Int(row)].line), column: Int(rows[Int(row)].column))
  }

  func failure(_ reason: ImportError.Reason, at element: XMLElement) -> ImportError {
    ImportError(reason, at: location(element), control: currentControl)
  }

  /// The innermost control that is open, as it is printed where that is known.
  private var currentControl: String? {
    guard let node = nodes.last(where: { $0.role == .control }) else { return nil }
    let name = arena.string(node.isNamed ? node.local : node.id)
    return name.isEmpty ? nil : name
  }

  /// The beginning of a text of the input.
  static func excerpt(_ bytes: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes.prefix(longestExcerpt * 4), as: UTF8.self)
    return text.count > longestExcerpt ? text.prefix(longestExcerpt) + "…" : text
  }

  /// The value of an attribute that the element must have.
  func required(_ name: OSCALName, of element: XMLElement) throws(ImportError) -> UnsafeRawBufferPointer {
    guard let value = element.attribute(name.rawValue) else {
      throw failure(.missingAttribute(name.spelling, element: element.localName), at: element)
    }
    return value
  }

  /// Reports every attribute that is none of `known`, of which `used` are there.
  mutating func checkAttributes(
    of element: XMLElement, used: Int, known: @autoclosure () -> [OSCALName] = []
  ) {
    guard element.attributes.count != used else { return }
    let names = known()
    for attribute in element.attributes {
      if attribute.namespace == nil, let name = OSCALName(rawValue: attribute.name), names.contains(name) {
        continue
      }
      let isOSCAL = attribute.namespace == nil
      report(
        "attribute \"\(attribute.localName)\" of <\(element.localName)>", at: location(element),
        why: isOSCAL ? "the catalog does not keep it" : "it is not part of OSCAL")
    }
  }

  mutating func report(_ what: String, at location: SourceLocation, why: String) {
    notUsed.append(NotUsed(location: location, what: what, why: why))
  }

  /// Reports an element with everything in it, and skips it.
  mutating func unexpected(_ element: XMLElement, why: String? = nil) -> Place {
    let isOSCAL = element.namespaceIndex == 0
    report(
      "element <\(element.localName)>", at: location(element),
      why: why ?? (isOSCAL ? "OSCAL does not define it in this place" : "it is not part of OSCAL"))
    return .unused
  }

  /// Reports text where OSCAL has elements only; its place is that of the innermost control.
  mutating func strayText(_ bytes: UnsafeRawBufferPointer) {
    let place =
      nodes.last.map { location(ofRow: $0.row) } ?? SourceLocation(file: file, line: 1, column: 1)
    report("text \"\(Self.excerpt(bytes))\"", at: place, why: "OSCAL allows no text between these elements")
  }
}

extension XMLElement {
  /// The value of the attribute, where the element has it.
  func bytes(_ name: OSCALName) -> UnsafeRawBufferPointer? { attribute(name.rawValue) }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are those of `text`.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && elementsEqual(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether the bytes are those of `text`, which is in lower case, without regard to the case of ASCII
  /// letters.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && zip(self, UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        .allSatisfy { ($0.isASCIILetter ? $0 | 0x20 : $0) == $1 }
  }

  /// Whether `text`, which is in lower case, is part of the bytes, without regard to the case of ASCII
  /// letters.
  func containsIgnoringCase(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    return (0...(count - length)).contains { start in
      UnsafeRawBufferPointer(rebasing: self[start..<start + length]).equalsIgnoringCase(text)
    }
  }
}
