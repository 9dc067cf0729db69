import CrosswalkModel

/// What a claim says, as the tables of claims, of their history and of acts store it.
enum ClaimColumns {
  /// The columns that hold it, in the order of ``SQLStatement/bind(contentOf:)``.
  static let content = """
    source_framework, target_framework, relations, token, rationale, strength, confidence, method, status, author, date,
    reviewer, reviewed_on, source_revision, target_revision, note, properties
    """
  /// Their number.
  static let count = 17
}

extension SQLStatement {
  /// Binds what a claim says: neither its identity nor the place where it stands.
  mutating func bind(contentOf claim: MappingClaim) {
    bind(claim.source.framework.rawValue)
    bind(claim.target.framework.rawValue)
    bind(claim.relations.relationships.map(\.rawValue).joined(separator: " "))
    bind(claim.token)
    bind(claim.rationale?.rawValue)
    bind(claim.strength)
    bind(claim.confidence)
    bind(claim.method?.rawValue)
    bind(claim.status.rawValue)
    bind(claim.author)
    bind(claim.date?.description)
    bind(claim.reviewer)
    bind(claim.reviewedOn?.description)
    bind(claim.sourceRevision?.rawValue)
    bind(claim.targetRevision?.rawValue)
    bind(claim.note)
    bind(claim.properties)
  }

  private mutating func bind(_ properties: [Property]) {
    guard !properties.isEmpty else { return bindNull() }
    var list = FactListWriter()
    for property in properties { list.append(property) }
    list.finish()
    list.bytes.withUnsafeBytes { bind($0) }
  }

  /// Runs a statement that inserts ends (the row, side, position and local name), once for each of `claim`.
  mutating func insert(endsOf claim: MappingClaim, row: Int64) throws {
    for (side, end) in [("source", claim.source), ("target", claim.target)] {
      let locals: [String?] =
        switch end {
        case .framework: [nil]
        case .nodes(let nodes): nodes.map(\.local)
        }
      for (position, local) in locals.enumerated() {
        bind(row)
        bind(side)
        bind(position)
        bind(local)
        try run()
      }
    }
  }
}
