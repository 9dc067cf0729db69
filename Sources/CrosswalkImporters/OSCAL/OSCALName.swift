/// The names of OSCAL catalog XML that the importer knows, by their index in the reader's vocabulary.
///
/// A case is spelled in XML as its name in kebab case: `lastModified` is `last-modified`.
enum OSCALName: Int, CaseIterable {
  // Structure.
  case catalog, metadata, group, control, part, param, prop, link, title, remarks
  case backMatter, resource, citation, rlink, description, text
  // Metadata.
  case published, lastModified, version, oscalVersion
  case revisions, documentId, role, location, party, responsibleParty, action
  // Parameters.
  case label, usage, constraint, test, expression, guideline, value, select, choice
  // Blocks of text.
  case p, h1, h2, h3, h4, h5, h6, ul, ol, li, pre, table, tr, td, th, hr, blockquote
  // Text inside a line.
  case a, insert, em, i, b, strong, code, sub, sup, q, br, img
  // Attributes.
  case id, uuid, name, `class`, ns, href, rel, mediaType, resourceFragment, dependsOn, howMany, type, idRef
  case roleId, alt, src, lang

  /// All names as they are spelled in XML, in the order of their cases.
  static let vocabulary = allCases.map { inKebabCase("\($0)") }

  /// The name as it is spelled in XML.
  var spelling: String { Self.vocabulary[rawValue] }

  private static func inKebabCase(_ name: String) -> String {
    var spelling: [UInt8] = []
    for byte in name.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      if isCapital { spelling.append(UInt8(ascii: "-")) }
      spelling.append(isCapital ? byte | 0x20 : byte)
    }
    return String(decoding: spelling, as: UTF8.self)
  }

  /// Whether it is an element that starts a line of its own.
  var isBlock: Bool { Self.p.rawValue <= rawValue && rawValue <= Self.blockquote.rawValue }
  /// Whether it is an element inside a line.
  var isInline: Bool { Self.a.rawValue <= rawValue && rawValue <= Self.img.rawValue }
}
