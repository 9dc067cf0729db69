import CrosswalkDigest
import FoundationEssentials

/// The content security policy of a page that asks for nothing over the network.
enum SecurityPolicy {
  /// SHA-256 of a style sheet or script, in base64, as a policy names what it allows.
  static func digest(_ bytes: [UInt8]) -> String { Data(ContentDigest.sha256(bytes)).base64EncodedString() }

  /// The policy of a page without scripts, whose style elements hold `styles`.
  ///
  /// - Parameter embedsImages: Whether images that the page itself holds are shown.
  static func text(styles: [[UInt8]], embedsImages: Bool) -> String {
    let digests = styles.map { "'sha256-\(digest($0))'" }
    let sources = digests.isEmpty ? "'none'" : digests.joined(separator: " ")
    let images = embedsImages ? "; img-src data:" : ""
    return "default-src 'none'; style-src \(sources)\(images); base-uri 'none'; form-action 'none'"
  }
}
