import Glibc

/// Official files and hostile corpora, which stand beside the package and are never part of it.
enum RealData {
  static let folder: String = {
    if let named = getenv("CROSSWALK_SHARED") { return String(cString: named) + "/data" }
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(root)/../shared/data"
  }()

  static var isPresent: Bool { exists("oscal") }

  static func path(_ name: String) -> String { "\(folder)/\(name)" }
  static func exists(_ name: String) -> Bool { access(path(name), R_OK) == 0 }

  /// The regular files directly inside of a folder, sorted.
  static func files(in name: String) -> [String] {
    guard let folder = opendir(path(name)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !file.hasPrefix(".") { names.append(path("\(name)/\(file)")) }
    }
    return names.sorted()
  }
}
