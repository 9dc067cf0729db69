/// One attribute of a start tag, valid as long as the tag.
public struct XMLAttribute {
  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public var name: Int { -1 }
  /// The name without its prefix.
  public var localName: String { "" }
  /// The namespace, `nil` for none.
  public var namespace: String? { nil }
  /// The value in UTF-8, normalised as XML says.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
  /// The value.
  public var value: String { "" }
}

/// The attributes of a start tag in document order, valid as long as the tag.
public struct XMLAttributes: RandomAccessCollection {
  /// Position of the first attribute.
  public var startIndex: Int { 0 }
  /// Position after the last attribute.
  public var endIndex: Int { 0 }
  /// The attribute at `position`.
  public subscript(position: Int) -> XMLAttribute { XMLAttribute() }
}
