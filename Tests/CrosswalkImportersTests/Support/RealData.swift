import CrosswalkReaders
import Glibc

/// Official files, which stand beside the package and are never part of it.
enum RealData {
  static let folder: String = {
    if let named = getenv("CROSSWALK_SHARED") { return String(cString: named) + "/data" }
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(root)/../shared/data"
  }()

  static var isPresent: Bool { access(path("oscal"), R_OK) == 0 }

  static func path(_ name: String) -> String { "\(folder)/\(name)" }
  static func file(_ name: String) -> SourceFile { SourceFile(path: path(name)) }
}
