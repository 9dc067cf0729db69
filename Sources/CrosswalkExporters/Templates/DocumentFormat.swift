/// A format that joint documents are rendered in.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// CommonMark with tables.
  case markdown
  /// One page that loads nothing.
  case html
  /// A Word file.
  case docx
}
