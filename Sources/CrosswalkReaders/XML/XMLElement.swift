/// A start tag, valid during ``XMLEventHandler/startElement(_:)`` only.
public struct XMLElement {
  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public let name: Int
  /// The name without its prefix.
  public var localName: String { "" }
  /// Index of the namespace in ``XMLEventHandler/namespaces``; -1 for any other and for none.
  public var namespaceIndex: Int { -1 }
  /// The namespace, `nil` for none.
  public var namespace: String? { nil }
  /// Line of the `<`, from 1.
  public var line: Int { 1 }
  /// Column of the `<`, from 1, in UTF-8 bytes of the decoded text.
  public var column: Int { 1 }
  /// Offset of the `<` in UTF-8 bytes of the decoded text, from 0, without a byte order mark.
  public var offset: Int { 0 }

  /// The value of the attribute without a namespace whose name has this index, normalised as XML says.
  public func attribute(_ name: Int) -> UnsafeRawBufferPointer? { nil }
  /// The value of the attribute without a namespace whose name has this index.
  public func string(_ name: Int) -> String? { nil }
  /// All attributes in document order, namespace declarations excluded.
  public var attributes: XMLAttributes { XMLAttributes() }
}

/// An end tag, valid during ``XMLEventHandler/endElement(_:)`` only.
public struct XMLElementEnd {
  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public let name: Int
  /// The name without its prefix.
  public var localName: String { "" }
  /// Line of the `<` of the end tag (of the only tag of an empty element), from 1.
  public var line: Int { 1 }
  /// Column of that `<`, from 1, in UTF-8 bytes of the decoded text.
  public var column: Int { 1 }
}
