/// The version of OSCAL that a document says it is written in.
struct OSCALVersion {
  static let supported = "1.0 through 1.2"

  private let major: Int
  private let minor: Int

  /// Reads `1.1.3`, `v1.1.3` or `1.1`; `nil` for anything else, pre-releases among it.
  init?(_ text: String) {
    let number = text.first == "v" || text.first == "V" ? text.dropFirst() : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ Self.isNumber($0) }), let major = Int(parts[0]),
      let minor = Int(parts[1])
    else { return nil }
    self.major = major
    self.minor = minor
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...6).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether the importer knows the catalog model of this version.
  var isSupported: Bool { major == 1 && (0...2).contains(minor) }
}
