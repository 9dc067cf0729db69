import CrosswalkModel
import CrosswalkReaders

/// Why a folder cannot be read as a template.
public struct TemplateFolderError: DiagnosableError, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A file that cannot be read.
    case reading(ReadingError.Reason)
    /// A symbolic link: what it leads to may lie anywhere.
    case link
    /// A name that a file in this place must not have; what it must be.
    case name(expected: String)
    /// More entries than a folder of a template may have.
    case tooMany(limit: Int)
    /// A folder without any document in it.
    case noDocument
    /// A template whose name is not that of its folder.
    case otherName(String)
    /// Neither the template nor what is shared has a label in any language.
    case noLabels
  }

  /// What is wrong.
  public let reason: Reason
  /// The file or folder.
  public let path: String

  /// Creates an error about the whole of `path`.
  public init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  /// What is wrong with a file or folder, in the terms of templates.
  init(_ error: ReadingError) {
    let reason: Reason =
      switch error.reason {
      case .symbolicLink: .link
      case .notFolder: .name(expected: "a folder")
      case .tooManyFiles(let limit): .tooMany(limit: limit)
      default: .reading(error.reason)
      }
    self.init(reason, error.location.file)
  }

  /// 66 where something is missing, 77 without the right to read, else 65.
  public var exitStatus: ExitStatus {
    switch reason {
    case .reading(let reason): ReadingError(reason, file: path).exitStatus
    default: .data
    }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch reason {
    case .reading(.tooLarge(let limit)):
      text("too-large", "the file is larger than \(limit) bytes", "no file of a template may be larger")
    case .reading(let reason):
      ReadingError(reason, file: path).diagnostic
    case .link:
      text("template-link", "a template holds no symbolic links", "put the file itself in its place")
    case .name(let expected):
      text("template-file-name", "no name for a file of a template", "it must be \(expected)")
    case .tooMany(let limit):
      text("template-too-large", "more than \(limit) files in one folder of a template", nil)
    case .noDocument:
      text(
        "template-empty", "the folder holds no document",
        "a template has document.md, or document.docx or document.html made by an author")
    case .otherName(let name):
      text("template-name", "the manifest calls the template \"\(name)\"", "name the folder alike")
    case .noLabels:
      text("template-labels", "there are no labels in any language", "strings/en.json holds them")
    }
  }

  private func text(_ code: String, _ message: String, _ hint: String?) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, location: SourceLocation(file: path, line: 1, column: 1),
      hint: hint)
  }
}
