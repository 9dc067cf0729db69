/// What a file is, judged by its first bytes.
public enum SourceKind: String, Hashable, Sendable {
  /// Nothing but white space, or no byte at all.
  case empty
  /// An XML document in an encoding the reader takes, or one that it will name and refuse.
  case xml
  /// JSON: an object or an array.
  case json
  /// A zip container.
  case zip
  /// A gzip stream.
  case gzip
  /// A web page, as captive portals send it in place of a file.
  case html
  /// Any other text: CSV among it.
  case text
  /// Anything else.
  case binary
}
