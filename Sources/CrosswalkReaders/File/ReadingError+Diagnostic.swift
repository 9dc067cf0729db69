import CrosswalkModel
import Glibc

extension ReadingError {
  /// The message for standard error.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, code: reason.code, message: reason.message, location: location, hint: reason.hint)
  }

  /// 66 where there is no file to read, 77 without the right to, 74 for a failing device, else 65.
  public var exitStatus: ExitStatus {
    switch reason {
    case .notFound, .isDirectory, .notRegularFile, .symlinkLoop: .noInput
    case .permissionDenied: .permission
    case .unreadable: .inputOutput
    default: .data
    }
  }
}

extension ReadingError.Reason {
  /// The name of the case in kebab case.
  var code: String {
    var code = ""
    var isInCapitals = false
    for character in "\(self)".prefix(while: { $0 != "(" }) {
      if character.isUppercase && !isInCapitals { code += "-" }
      isInCapitals = character.isUppercase
      code += character.lowercased()
    }
    return code
  }

  /// What is wrong, in one sentence without a full stop.
  var message: String {
    switch self {
    case .notFound: "no such file"
    case .isDirectory: "is a directory, not a file"
    case .notRegularFile: "is a device or a pipe, not a file"
    case .symlinkLoop: "leads through too many symbolic links"
    case .permissionDenied: "permission denied"
    case .unreadable(let code): "cannot be read: \(String(cString: strerror(code)))"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .symbolicLink: "is a symbolic link"
    case .notFolder: "is not a folder"
    case .tooManyFiles(let limit): "the folder holds more than \(limit) files"
    case .leavesFolder(let path): "the path \"\(path)\" leads out of its folder"
    case .encodingNotAllowed(let name): "encoding not allowed: \(name)"
    case .encodingConflict(let declared, let found): "encoding declared as \(declared), but found \(found)"
    case .invalidText(let encoding, let offset): "invalid \(encoding) at byte \(offset) of the file"
    case .nulByte: "NUL byte in the text"
    default: formatMessage
    }
  }

  private var formatMessage: String {
    switch self {
    case .notXML(let kind): "not XML (\(kind.rawValue))"
    case .empty: "the file is empty"
    case .doctype: "DOCTYPE not allowed"
    case .malformed(let message): "not well-formed XML: \(message)"
    case .namespace(let message): "wrong namespace: \(message)"
    case .unclosedElement(let name): "the document ends inside of <\(name)>"
    case .contentAfterRoot: "content after the end of the root element"
    case .tooManyAttributes(let limit): "too many attributes (limit \(limit))"
    case .tagTooLong(let limit): "tag longer than \(limit) bytes"
    case .nameTooLong(let limit): "name longer than \(limit) bytes"
    case .textTooLong(let limit): "text longer than \(limit) bytes"
    case .tooDeep(let limit): "elements nested deeper than \(limit)"
    case .tooManyElements(let limit): "more than \(limit) elements"
    default: tableOrContainerMessage
    }
  }

  private var tableOrContainerMessage: String {
    switch self {
    case .notCSV(let kind): "not CSV (\(kind.rawValue))"
    case .unclosedQuote: "the quote that opens here is never closed"
    case .strayQuote: "quote inside of a cell that does not begin with one"
    case .textAfterQuote: "text after the closing quote of a cell"
    case .cellTooLong(let limit): "cell longer than \(limit) bytes"
    case .tooManyColumns(let limit): "row with more than \(limit) cells"
    case .tooManyRows(let limit): "more than \(limit) rows"
    case .ragged(let expected, let found): "row with \(found) cells where the header has \(expected)"
    case .duplicateColumn(let name, let first):
      "second column called '\(name)', the first is at \(first.line):\(first.column)"
    case .emptyColumnName: "column without a name"
    case .missingColumn(let name, _): "no column called '\(name)'"
    default: jsonOrContainerMessage
    }
  }

  private var jsonOrContainerMessage: String {
    switch self {
    case .notJSON(let kind): "not JSON (\(kind.rawValue))"
    case .malformedJSON(let fault): "not well-formed JSON: \(fault.rawValue)"
    case .duplicateName(let name, let first):
      "the name \"\(name)\" stands twice in one object, first at \(first.line):\(first.column)"
    case .tooManyNames(let limit): "object with more than \(limit) members"
    case .tooManyValues(let limit): "more than \(limit) values"
    case .valuesTooDeep(let limit): "objects and arrays nested deeper than \(limit)"
    case .wordTooLong(let limit): "number or word longer than \(limit) bytes"
    case .valueMismatch(let name, let expected): "\(name) must be \(expected)"
    case .unexpectedName(let name): "the name \"\(name)\" cannot stand here"
    case .notZip: "not a zip container"
    case .damagedZip(let message): "damaged zip container: \(message)"
    case .tooManyMembers(let limit): "zip container with more than \(limit) members"
    case .memberTooLarge(let name, let limit): "member '\(name)' is larger than \(limit) bytes"
    case .membersTooLarge(let limit): "the members together are larger than \(limit) bytes"
    case .memberRatio(let name, let limit):
      "member '\(name)' grows more than \(limit) times when unpacked"
    case .unsafeMemberName(let name): "member name not allowed: '\(name)'"
    case .memberClash(let name, let other): "member '\(name)' clashes with '\(other)'"
    case .encryptedMember(let name): "member '\(name)' is encrypted"
    case .memberNotRegular(let name): "member '\(name)' is a link or a device"
    case .notWorkbook: "a zip container without a workbook"
    case .damagedWorkbook(let message): "damaged workbook: \(message)"
    case .sheetTextTooLong(let limit): "the cells of one sheet hold more than \(limit) bytes of text"
    default: code
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .tooLarge: "import takes larger files with --limit, where you trust them"
    case .leavesFolder: "put the file into the folder, and name it from there"
    case .notXML(.gzip), .notCSV(.gzip), .notJSON(.gzip): "unpack it first"
    case .notXML(.html), .notCSV(.html), .notJSON(.html): "a web page was saved in place of the file"
    case .encodingNotAllowed, .encodingConflict: "save it as UTF-8"
    case .invalidText(let encoding, _) where encoding == TextEncoding.utf8.rawValue:
      "save it as UTF-8, or declare its encoding"
    case .missingColumn(_, let delimiter):
      "cells were separated at \(delimiter.shown); another delimiter is named with --delimiter"
    default: nil
    }
  }
}
