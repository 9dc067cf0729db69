import CLibXML2
import Glibc

/// One attribute of a start tag, valid as long as the tag.
public struct XMLAttribute {
  let state: UnsafeMutablePointer<XMLParserState>
  let localNameStart: UnsafePointer<xmlChar>?
  let namespaceStart: UnsafePointer<xmlChar>?
  /// The value in UTF-8, normalised as XML says.
  public let bytes: UnsafeRawBufferPointer

  /// Index of the local name in ``XMLEventHandler/vocabulary``, or -1.
  public var name: Int { state.pointee.names.index(of: localNameStart) }
  /// The name without its prefix.
  public var localName: String { localNameStart.map { String(cString: $0) } ?? "" }
  /// The namespace, `nil` for none.
  public var namespace: String? { namespaceStart.map { String(cString: $0) } }
  /// The value.
  public var value: String { String(decoding: bytes, as: UTF8.self) }
}

/// The attributes of a start tag in document order, valid as long as the tag.
public struct XMLAttributes: RandomAccessCollection {
  let state: UnsafeMutablePointer<XMLParserState>
  /// The number of attributes.
  public let count: Int
  /// Five pointers an attribute: local name, prefix, namespace, first byte and end of the value.
  let start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(
    state: UnsafeMutablePointer<XMLParserState>, count: Int,
    start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    self.state = state
    self.count = start == nil ? 0 : count
    self.start = start
  }

  /// Position of the first attribute.
  public var startIndex: Int { 0 }
  /// Position after the last attribute.
  public var endIndex: Int { count }

  /// The attribute at `position`.
  public subscript(position: Int) -> XMLAttribute {
    precondition(indices.contains(position), "no attribute at this position")
    let fields = start.map { UnsafeBufferPointer(start: $0 + 5 * position, count: 5) }
    if let value = fields?[3], !state.pointee.isInText(value) { resolveAmpersands() }
    guard let fields, let value = fields[3], let end = fields[4] else {
      return XMLAttribute(
        state: state, localNameStart: nil, namespaceStart: nil,
        bytes: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return XMLAttribute(
      state: state, localNameStart: fields[0], namespaceStart: fields[2],
      bytes: UnsafeRawBufferPointer(start: value, count: end - value))
  }

  /// Turns `&#38;` in the values into the ampersand that it stands for, once a tag.
  ///
  /// Unless it replaces all entities, which is not safe, libxml2 2.9.14 hands on an ampersand in this form, and no
  /// other way. A value that holds one is a copy, so it may be changed; the others lie in the text itself.
  @inline(never)
  private func resolveAmpersands() {
    guard let start, state.pointee.resolvedElement != state.pointee.elements else { return }
    state.pointee.resolvedElement = state.pointee.elements
    for position in 0..<count {
      guard let value = start[5 * position + 3], let end = start[5 * position + 4],
        !state.pointee.isInText(value), let first = memchr(value, 0x26, end - value)
      else { continue }
      var target = first.assumingMemoryBound(to: UInt8.self)
      var source = UnsafePointer(target)
      while source < end {
        let isAmpersand = end - source >= 5 && memcmp(source, "&#38;", 5) == 0
        target.pointee = source.pointee
        target += 1
        source += isAmpersand ? 5 : 1
      }
      start[5 * position + 4] = UnsafePointer(target)
    }
  }

  @inline(__always)
  func nameStart(_ position: Int) -> UnsafePointer<xmlChar>? { start?[5 * position] }
}
