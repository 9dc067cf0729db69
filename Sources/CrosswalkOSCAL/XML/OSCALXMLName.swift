import CrosswalkReaders

/// The name of an element of a tree as XML takes it.
struct OSCALXMLName {
  /// The local name, every character that no XML name has replaced by `_`.
  let local: String
  /// The namespace: that of OSCAL, unless the name says another as `{namespace}name`.
  let namespace: String

  init(_ name: String) {
    guard name.hasPrefix("{"), let close = name.lastIndex(of: "}") else {
      local = Self.allowed(name[...])
      namespace = OSCALElement.namespace
      return
    }
    local = Self.allowed(name[name.index(after: close)...])
    namespace = String(name[name.index(after: name.startIndex)..<close])
  }

  private static func allowed(_ name: Substring) -> String {
    if !name.isEmpty, name.utf8.allSatisfy(isPlain), name.utf8.first.map(isStart) == true {
      return String(name)
    }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isAllowed = scalar.value < 0x80 ? isPlain(UInt8(scalar.value)) : isNameScalar(scalar.value)
      scalars.append(isAllowed ? scalar : "_")
    }
    let isStarted = scalars.first.map { $0.value >= 0x80 || isStart(UInt8($0.value)) } ?? false
    return (isStarted ? "" : "_") + String(scalars)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }

  private static func isStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte == 0x5F
  }

  /// The characters beyond ASCII with which a name may begin (XML 1.0, production 4).
  private static func isNameScalar(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}

extension XMLDocumentWriter {
  /// Opens an element with its attributes, and names its namespace where that is another one than outside of it.
  func start(_ element: OSCALElement, named name: OSCALXMLName, outerNamespace: String?) {
    start(name.local)
    if name.namespace != outerNamespace { attribute("xmlns", name.namespace) }
    for (index, attribute) in element.attributes.enumerated() {
      guard attribute.name.hasPrefix("{") else {
        self.attribute(attribute.name, attribute.value)
        continue
      }
      let name = OSCALXMLName(attribute.name)
      let isOfXML = name.namespace == "http://www.w3.org/XML/1998/namespace"
      let prefix = isOfXML ? "xml" : "n\(index)"
      if !isOfXML { self.attribute("xmlns:\(prefix)", name.namespace) }
      self.attribute("\(prefix):\(name.local)", attribute.value)
    }
  }
}
