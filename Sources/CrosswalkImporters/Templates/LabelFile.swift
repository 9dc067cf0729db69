import CrosswalkModel
import CrosswalkReaders

/// Reads a table of labels in one language (`strings/LANGUAGE.json`, `Schemas/labels.schema.json`).
public enum LabelFile {
  /// The largest table, in bytes.
  public static let limit = 1 << 20
  /// The longest label, in bytes of UTF-8.
  public static let longestLabel = 4_096

  /// The labels of `file` by their names.
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: a name that stands twice, a
  ///   name that is none, a value that is no text, an empty label, a label that holds a tag or a control character.
  public static func labels(_ file: SourceFile) throws(ImportError) -> [String: String] {
    let read = try StrictJSON.document(
      [String: String].self, from: file, limits: .standard.with(fileBytes: limit))
    for (name, label) in read.value.sorted(by: { $0.key < $1.key }) {
      if let fault = fault(of: label, called: name) { throw read.error(fault, at: [.name(name)]) }
    }
    return read.value
  }

  private static func fault(of label: String, called name: String) -> String? {
    if !TemplateName.isName(name) {
      return "\"\(name)\" is no name of a label: lower-case words joined by \"-\""
    }
    if label.isEmpty { return "the label \"\(name)\" is empty" }
    if label.utf8.count > longestLabel { return "the label \"\(name)\" is longer than \(longestLabel) bytes" }
    if label.contains("{{") || label.contains("}}") {
      return "the label \"\(name)\" holds a tag, and labels are not templates"
    }
    if label.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "the label \"\(name)\" holds a control character"
    }
    return nil
  }
}
