import CrosswalkModel

/// Turns the words of the store's columns into values; words are few, so each is looked up once a catalog.
struct NodeWords {
  private let kinds = Dictionary(uniqueKeysWithValues: NodeKind.allCases.map { ($0.name, $0) })
  private var rolesSeen: [String: RoleSet] = [:]

  func kind(_ word: String) throws -> NodeKind {
    guard let kind = kinds[word] else { throw StoreError.Reason.damaged("unknown kind of node") }
    return kind
  }

  func modality(_ word: String) throws -> Modality {
    guard let modality = Modality(rawValue: word) else { throw StoreError.Reason.damaged("unknown modality") }
    return modality
  }

  mutating func roles(_ words: String) throws -> RoleSet {
    if let seen = rolesSeen[words] { return seen }
    var roles: RoleSet = []
    for word in words.split(separator: "|") {
      guard let role = RoleSet(name: word) else { throw StoreError.Reason.damaged("unknown role") }
      roles.formUnion(role)
    }
    rolesSeen[words] = roles
    return roles
  }
}

extension SQLStatement {
  /// A day; `nil` for NULL.
  borrowing func day(_ column: Int32) throws -> CalendarDate? {
    guard let text = optionalText(column) else { return nil }
    guard let day = CalendarDate(text) else { throw StoreError.Reason.damaged("a date that is no day") }
    return day
  }

  /// One word of a fixed list; `nil` for NULL.
  borrowing func word<Word: RawRepresentable<String>>(_ column: Int32, as: Word.Type) throws -> Word? {
    guard let text = optionalText(column) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw StoreError.Reason.damaged("unknown word in a claim or revision")
    }
    return word
  }

  borrowing func framework(_ column: Int32) throws -> FrameworkID {
    guard let framework = FrameworkID(text(column)) else {
      throw StoreError.Reason.damaged("impossible framework id")
    }
    return framework
  }

  borrowing func revision(_ column: Int32) throws -> RevisionID? {
    guard let text = optionalText(column) else { return nil }
    guard let revision = RevisionID(text) else { throw StoreError.Reason.damaged("impossible revision name") }
    return revision
  }

  /// The properties of a claim; none for NULL.
  borrowing func properties(_ column: Int32) throws -> [Property] {
    guard !isNull(column) else { return [] }
    let properties = withBytes(column) { bytes in
      var reader = FactListReader(bytes)
      return reader.properties()
    }
    guard let properties else { throw StoreError.Reason.damaged("properties that are no list") }
    return properties
  }
}
