import CrosswalkModel
import Glibc

/// What an error number of the operating system means where a refresh makes files.
enum SystemErrorWords {
  /// The status that a command ends with.
  static func status(_ number: Int32) -> ExitStatus {
    switch number {
    case EACCES, EPERM, EROFS: .permission
    case ENOSPC, EDQUOT, EIO, EFBIG: .inputOutput
    default: .cannotCreate
    }
  }

  /// The system's own words.
  static func message(_ number: Int32) -> String {
    number == ENOSPC ? "no space left on the disk" : String(cString: strerror(number))
  }
}
