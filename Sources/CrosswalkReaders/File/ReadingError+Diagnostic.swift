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
    let name = "\(self)".prefix { $0 != "(" }
    var code = ""
    for character in name {
      if character.isUppercase && code.last?.isUppercase != true { code += "-" }
      code += character.lowercased()
    }
    return code
  }

  /// What is wrong, in one sentence without a full stop.
  var message: String { code }

  /// What to do about it.
  var hint: String? { nil }
}
