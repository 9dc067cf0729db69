import CrosswalkModel

/// What the metadata of a mapping set says.
struct SSSOMMetadata {
  /// The values of one slot.
  struct Slot {
    var values: [String]
    var location: SourceLocation
  }

  private(set) var prefixes = SSSOMPrefixes()
  /// The slots in the order in which they were read.
  private(set) var names: [String] = []
  private var slots: [String: Slot] = [:]
  /// Extension slots that the set declares.
  private(set) var extensions: Set<String> = []

  subscript(name: String) -> Slot? { slots[name] }

  /// Reads the lines of one source of metadata; what an earlier one said is replaced.
  ///
  /// - Throws: ``ImportError`` at what is no metadata.
  mutating func read(_ lines: [YAMLLine], file: String) throws(ImportError) {
    var reader = YAMLSubsetReader(lines, file: file)
    for entry in try reader.read() {
      switch entry.key {
      case "curie_map": try readPrefixes(entry)
      case "extension_definitions": try readExtensions(entry)
      case "mappings":
        throw ImportError(
          .malformedMetadata("mappings stand in the table, not in the metadata"), at: entry.location)
      default: try readSlot(entry)
      }
    }
    if let version = slots["sssom_version"]?.values.first, !["1.0", "1.1"].contains(version) {
      let place = slots["sssom_version"]?.location ?? SourceLocation(file: file, line: 1, column: 1)
      throw ImportError(.unsupportedVersion(version, supported: "1.0, 1.1"), at: place)
    }
  }

  private mutating func readPrefixes(_ entry: YAMLNode.Entry) throws(ImportError) {
    guard case .mapping(let prefixes) = entry.value.value else {
      if case .scalar(nil) = entry.value.value { return }
      throw Self.malformed(entry, "a list of \"prefix: address\"")
    }
    for prefix in prefixes {
      guard case .scalar(let namespace?) = prefix.value.value else {
        throw Self.malformed(prefix, "an address")
      }
      try self.prefixes.add(prefix.key, namespace, at: prefix.location)
    }
  }

  private mutating func readExtensions(_ entry: YAMLNode.Entry) throws(ImportError) {
    guard case .sequence(let definitions) = entry.value.value else {
      throw Self.malformed(entry, "a list of definitions")
    }
    for definition in definitions {
      guard case .mapping(let members) = definition.value,
        case .scalar(let name?)? = members.first(where: { $0.key == "slot_name" })?.value.value
      else {
        throw ImportError(.malformedMetadata("a definition without slot_name"), at: definition.location)
      }
      extensions.insert(name)
    }
  }

  private mutating func readSlot(_ entry: YAMLNode.Entry) throws(ImportError) {
    var values: [String] = []
    switch entry.value.value {
    case .scalar(let text): values = text.map { [$0] } ?? []
    case .mapping: throw Self.malformed(entry, "a value or a list of values")
    case .sequence(let items):
      for item in items {
        guard case .scalar(let text) = item.value else { throw Self.malformed(entry, "a list of values") }
        if let text { values.append(text) }
      }
    }
    if slots[entry.key] == nil { names.append(entry.key) }
    slots[entry.key] = Slot(values: values, location: entry.location)
  }

  private static func malformed(_ entry: YAMLNode.Entry, _ expected: String) -> ImportError {
    ImportError(.malformedMetadata("\"\(entry.key)\" must be \(expected)"), at: entry.location)
  }
}
