import CrosswalkModel
import CrosswalkReaders
import Glibc

/// What the files of a source look like from outside, judged by their first and last bytes before anything reads them.
struct ExpectedContent {
  /// What an importer of the source's format could read; `nil` where any file could be.
  private let kinds: [SourceKind]?

  init(format: String?) {
    switch format {
    case let format? where format.hasPrefix("oscal-"): kinds = [.xml, .json]
    case "formex": kinds = [.xml, .zip]
    case "akoma-ntoso": kinds = [.xml]
    // A workbook is a zip container.
    case "csv": kinds = [.text, .zip]
    case "xlsx": kinds = [.zip]
    case "sssom": kinds = [.text, .json]
    default: kinds = nil
    }
  }

  /// Only a manifest and its signatures are JSON and nothing else.
  static let json = ExpectedContent(kinds: [.json])

  private init(kinds: [SourceKind]) { self.kinds = kinds }

  /// Holds a file against it.
  ///
  /// - Returns: What is wrong; `nil` where it looks right.
  func fault(ofFileAt path: String, open descriptor: Int32, bytes: Int) -> DownloadError.Reason? {
    guard bytes > 0 else { return .empty }
    guard let kind = try? SourceFile(path: path).sniff() else { return .file(errno: EIO) }
    if kind == .empty { return .empty }
    let isWanted = kinds.map { $0.contains(kind) } ?? ![.html, .gzip, .binary].contains(kind)
    guard isWanted else { return .wrongContent(found: Self.name(of: kind), expected: expected) }
    guard let end = Self.end(descriptor, bytes: bytes) else { return .file(errno: errno) }
    return Self.ends(end, as: kind) ? nil : .unfinished(Self.name(of: kind))
  }

  private var expected: String {
    let names = (kinds ?? [.xml, .json, .text, .zip]).map(Self.name)
    return names.dropLast().joined(separator: ", ") + (names.count > 1 ? " or " : "") + (names.last ?? "")
  }

  private static func name(of kind: SourceKind) -> String {
    switch kind {
    case .empty: "nothing"
    case .xml: "XML"
    case .json: "JSON"
    case .zip: "a zip container"
    case .gzip: "a gzip stream"
    case .html: "a web page"
    case .text: "plain text"
    case .binary: "binary content"
    }
  }

  /// A zip container ends with its list of members, and a comment of at most 65,535 bytes.
  private static let longestEnd = 22 + 65_535

  private static func end(_ descriptor: Int32, bytes: Int) -> [UInt8]? {
    var end = [UInt8](repeating: 0, count: min(bytes, longestEnd))
    let count = pread(descriptor, &end, end.count, off_t(bytes - end.count))
    return count == end.count ? end : nil
  }

  /// Whether the last bytes close what the first ones opened: a short Content-Length cuts without a word.
  private static func ends(_ end: [UInt8], as kind: SourceKind) -> Bool {
    let last = end.last { !(0x09...0x0D).contains($0) && $0 != 0x20 && $0 != 0 }
    switch kind {
    case .xml: return last == UInt8(ascii: ">")
    case .json: return last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    case .zip:
      let mark: [UInt8] = [0x50, 0x4B, 5, 6]
      return end.indices.dropLast(21).contains { end[$0...].starts(with: mark) }
    default: return true
    }
  }
}
