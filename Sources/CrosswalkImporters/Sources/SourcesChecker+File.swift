import CrosswalkModel

extension SourcesChecker {
  /// The largest file that a list of sources may allow: 1 GiB.
  private static let largestFile = 1 << 30
  /// The longest time that fetching one file may be allowed: an hour.
  private static let longestFetch = 3_600

  func file(_ file: SourcesDocument.File, at path: Path) throws(ImportError) -> SourceManifest.File {
    guard Self.isFileName(file.name) else {
      throw read.error(
        "\"name\" is letters, digits, dots, hyphens and underscores, and begins with no dot",
        at: path + ["name"])
    }
    guard !file.urls.isEmpty else { throw read.error("a file has at least one address", at: path + ["urls"]) }
    for (index, url) in file.urls.enumerated() {
      do { _ = try SourceAddress(url) } catch {
        throw read.error(
          "\"\(SourceAddress.redacted(url))\" \(error.sentence)", at: path + ["urls", .index(index)])
      }
    }
    guard (1...Self.largestFile).contains(file.maximumBytes) else {
      throw read.error("\"maximumBytes\" is from 1 through \(Self.largestFile)", at: path + ["maximumBytes"])
    }
    guard (1...Self.longestFetch).contains(file.maximumSeconds) else {
      throw read.error(
        "\"maximumSeconds\" is from 1 through \(Self.longestFetch)", at: path + ["maximumSeconds"])
    }
    for case (let name, let text?) in [("accept", file.accept), ("acceptLanguage", file.acceptLanguage)]
    where !Self.isHeaderValue(text) {
      throw read.error("\"\(name)\" is no value of a header", at: path + [.name(name)])
    }
    if let digest = file.sha256, !Self.isDigest(digest) {
      throw read.error("\"sha256\" is 64 lower-case hexadecimal digits", at: path + ["sha256"])
    }
    return SourceManifest.File(
      name: file.name, urls: file.urls, accept: file.accept, acceptLanguage: file.acceptLanguage,
      maximumBytes: file.maximumBytes, maximumSeconds: file.maximumSeconds, sha256: file.sha256)
  }

  private static func isFileName(_ text: String) -> Bool {
    text.utf8.count <= 128 && !text.isEmpty && !text.hasPrefix(".") && !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || "-._".utf8.contains($0)
      }
  }

  private static func isHeaderValue(_ text: String) -> Bool {
    (1...256).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
