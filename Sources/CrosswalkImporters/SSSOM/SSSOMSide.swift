import CrosswalkModel

/// Tells which framework and which local name the entities of one side mean.
///
/// What the user names goes first; then a prefix that is the name of a known framework; then the source that the set
/// or the row names.
struct SSSOMSide {
  enum Role: String {
    case subject, object
  }

  let role: Role
  /// The framework that the user names for this side.
  let named: FrameworkID?
  /// Frameworks of the store and those that documents are recognised as.
  let known: Set<FrameworkID>
  private var firstPrefix: (name: String, location: SourceLocation)?

  init(_ role: Role, named: FrameworkID?, known: Set<FrameworkID>) {
    self.role = role
    self.named = named
    self.known = known
  }

  private var option: String { role == .subject ? "--source-framework" : "--target-framework" }

  /// The node that `entity` means.
  ///
  /// - Parameter source: What the row or the set names as the source of its side.
  mutating func node(
    _ entity: SSSOMPrefixes.Entity, source: String?, at place: SourceLocation
  ) throws(ImportError) -> ControlID {
    let framework = try framework(of: entity, source: source, at: place)
    guard
      let local = PercentCoding.decoded(entity.local)?.split(whereSeparator: \.isWhitespace)
        .joined(separator: " "),
      // A bar would end the name in a claims file.
      !local.isEmpty, !local.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "|" })
    else { throw ImportError(.malformedReference(entity.local), at: place) }
    return ControlID(framework: framework, local: local)
  }

  private mutating func framework(
    of entity: SSSOMPrefixes.Entity, source: String?, at place: SourceLocation
  ) throws(ImportError) -> FrameworkID {
    guard let named else {
      if let own = FrameworkID(entity.prefix), known.contains(own) { return own }
      if let whole = whole(source) { return whole }
      throw ImportError(.unknownEnd(role.rawValue, prefix: entity.prefix, option: option), at: place)
    }
    // One framework cannot be two vocabularies: their names would be taken for each other.
    if let first = firstPrefix, first.name != entity.prefix {
      throw ImportError(
        .severalVocabularies(
          role.rawValue, first.name, entity.prefix, option: option, firstSeen: first.location), at: place)
    }
    firstPrefix = firstPrefix ?? (entity.prefix, place)
    return named
  }

  /// The framework of the side as a whole; `nil` where nothing tells it.
  func whole(_ source: String?) -> FrameworkID? {
    if let named { return named }
    guard let source else { return nil }
    let tail = source.split { $0 == ":" || $0 == "/" || $0 == "#" }.last ?? ""
    return [FrameworkID(source), FrameworkID(tail)].compactMap { $0 }.first { known.contains($0) }
  }

  func unknownWhole(at place: SourceLocation) -> ImportError {
    ImportError(.unknownEnd(role.rawValue, prefix: "sssom:NoTermFound", option: option), at: place)
  }
}

/// `%20` and its like in names.
enum PercentCoding {
  /// `text` with each `%` and its two digits as the byte they stand for; `nil` where that is no text.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
