import CrosswalkModel

/// Compact names and what they stand for.
struct SSSOMPrefixes {
  /// An entity: a term of some vocabulary.
  struct Entity {
    /// The prefix, or the namespace of a name written in full.
    var prefix: String
    /// The name behind the prefix.
    var local: String
    /// The name in full.
    var iri: String
  }

  /// Prefixes that every set of mappings has and none may give another meaning.
  static let builtIn = [
    "owl": "http://www.w3.org/2002/07/owl#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "linkml": "https://w3id.org/linkml/",
  ]

  private var namespaces = Self.builtIn

  /// Adds a prefix.
  ///
  /// - Throws: ``ImportError`` for a built-in prefix with another meaning, and for a name that is none.
  mutating func add(_ prefix: String, _ namespace: String, at place: SourceLocation) throws(ImportError) {
    guard !prefix.isEmpty, prefix.utf8.allSatisfy(Self.isNameByte) else {
      throw ImportError(
        .invalidValue(prefix, of: "prefix", allowed: "letters, digits, '.', '-' and '_'"), at: place)
    }
    if let fixed = Self.builtIn[prefix], fixed != namespace {
      throw ImportError(.invalidValue(namespace, of: "meaning of \"\(prefix)\"", allowed: fixed), at: place)
    }
    namespaces[prefix] = namespace
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }

  /// The entity called `name`, compact or in full.
  ///
  /// - Throws: ``ImportError`` where it is neither, or its prefix is not declared.
  func entity(_ name: String, at place: SourceLocation) throws(ImportError) -> Entity {
    if ["http://", "https://", "urn:"].contains(where: { name.hasPrefix($0) }) {
      return entity(inFull: name)
    }
    let invalid = ImportError(
      .invalidValue(name, of: "entity", allowed: "PREFIX:NAME, or an address in full"), at: place)
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { throw invalid }
    let prefix = String(name[..<colon])
    let local = String(name[name.utf8.index(after: colon)...])
    guard !prefix.isEmpty, !local.isEmpty, prefix.utf8.allSatisfy(Self.isNameByte),
      !local.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 })
    else { throw invalid }
    guard let namespace = namespaces[prefix] else { throw ImportError(.unknownPrefix(prefix), at: place) }
    return Entity(prefix: prefix, local: local, iri: namespace + local)
  }

  private func entity(inFull iri: String) -> Entity {
    let fitting = namespaces.filter { iri.hasPrefix($0.value) && $0.value.utf8.count < iri.utf8.count }
    // The longest namespace; of equally long ones there is one only, since it is a prefix of the same name.
    let best = fitting.max { ($0.value.utf8.count, $1.key) < ($1.value.utf8.count, $0.key) }
    if let best {
      return Entity(prefix: best.key, local: String(iri.dropFirst(best.value.count)), iri: iri)
    }
    let end = iri.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }
    let local = end.map { String(iri[iri.index(after: $0)...]) } ?? ""
    return local.isEmpty
      ? Entity(prefix: "", local: iri, iri: iri)
      : Entity(prefix: String(iri.dropLast(local.count)), local: local, iri: iri)
  }
}
