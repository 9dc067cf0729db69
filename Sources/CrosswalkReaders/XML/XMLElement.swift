import CLibXML2

/// A start tag, valid during ``XMLEventHandler/startElement(_:)`` only.
public struct XMLElement {
  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public let name: Int
  let state: UnsafeMutablePointer<XMLParserState>
  let localNameStart: UnsafePointer<xmlChar>
  let namespaceStart: UnsafePointer<xmlChar>?
  let attributeCount: Int
  let attributeStart: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The name without its prefix.
  public var localName: String { String(cString: localNameStart) }
  /// The namespace, `nil` for none.
  public var namespace: String? { namespaceStart.map { String(cString: $0) } }
  /// Index of the namespace in ``XMLEventHandler/namespaces``; -1 for any other and for none.
  public var namespaceIndex: Int { state.pointee.namespaceIndex(namespaceStart) }

  /// Line of the `<`, from 1.
  public var line: Int { place.line }
  /// Column of the `<`, from 1, in UTF-8 bytes of the decoded text.
  public var column: Int { place.column }
  /// Offset of the `<` in UTF-8 bytes of the decoded text, from 0, without a byte order mark.
  public var offset: Int { state.pointee.tagOffset }
  private var place: TextPlace { state.pointee.text.window.place(of: state.pointee.tagOffset) }

  /// All attributes in document order, namespace declarations excluded.
  public var attributes: XMLAttributes {
    XMLAttributes(state: state, count: attributeCount, start: attributeStart)
  }

  /// The value of the attribute without a namespace whose name has this index, normalised as XML says.
  ///
  /// - Complexity: O(number of attributes); names are compared by address.
  public func attribute(_ name: Int) -> UnsafeRawBufferPointer? {
    guard let wanted = state.pointee.names.address(of: name) else { return nil }
    let attributes = attributes
    for position in 0..<attributeCount where attributes.nameStart(position) == wanted {
      let attribute = attributes[position]
      if attribute.namespaceStart == nil { return attribute.bytes }
    }
    return nil
  }

  /// The value of the attribute without a namespace whose name has this index.
  public func string(_ name: Int) -> String? {
    attribute(name).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// An end tag, valid during ``XMLEventHandler/endElement(_:)`` only.
public struct XMLElementEnd {
  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public let name: Int
  let state: UnsafeMutablePointer<XMLParserState>
  let localNameStart: UnsafePointer<xmlChar>
  let namespaceStart: UnsafePointer<xmlChar>?

  /// The name without its prefix.
  public var localName: String { String(cString: localNameStart) }
  /// The namespace, `nil` for none.
  public var namespace: String? { namespaceStart.map { String(cString: $0) } }
  /// Index of the namespace in ``XMLEventHandler/namespaces``; -1 for any other and for none.
  public var namespaceIndex: Int { state.pointee.namespaceIndex(namespaceStart) }

  /// Line of the `<` of the end tag (of the only tag of an empty element), from 1.
  public var line: Int { place.line }
  /// Column of that `<`, from 1, in UTF-8 bytes of the decoded text.
  public var column: Int { place.column }
  /// Offset of that `<` in UTF-8 bytes of the decoded text, from 0.
  public var offset: Int { state.pointee.tagOffset }
  private var place: TextPlace { state.pointee.text.window.place(of: state.pointee.tagOffset) }
}

extension XMLParserState {
  /// Index of the namespace whose name lies at `address`, -1 for an unknown one and for none.
  func namespaceIndex(_ address: UnsafePointer<xmlChar>?) -> Int {
    address == nil ? -1 : namespaces.index(of: address)
  }
}
