import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// Saves what one file became: whole, or not at all.
  ///
  /// - Throws: ``StoreError``; ``StoreError/Reason/revisionExists(_:)`` where the store has other content for a
  ///   revision. Nothing is saved then.
  @discardableResult
  public func save(_ graph: CrosswalkGraph, origin: ImportOrigin) throws(StoreError) -> SaveSummary {
    try save([StoreImport(graph: graph, origin: origin)])[0]
  }

  /// Saves what several files became in one transaction: all of them, or none.
  ///
  /// A revision that the store has with the same content is left alone; places in the file and its name are not
  /// content. Official text and the toolkit's summaries of one revision become two texts of it. A claim is known by
  /// its id: the same one is left alone, one with another note, status or review is brought up to date.
  ///
  /// - Returns: What each of them changed. An import that changes nothing writes nothing, not even to the log.
  /// - Complexity: Linear in nodes, facts and claims.
  public func save(_ imports: [StoreImport]) throws(StoreError) -> [SaveSummary] {
    try validate(imports)
    return try writing { database in
      let summaries = try imports.map { try Saving(database: database, origin: .imported).save($0) }
      return (summaries, summaries.allSatisfy(\.isUnchanged) ? .rollback : .commit)
    }
  }

  /// Saves the content that comes with the toolkit, in one transaction.
  ///
  /// Summaries of an earlier release are renewed. Claims that this release no longer makes are marked superseded.
  /// What a user imported or reviewed is never touched.
  ///
  /// - Parameter version: The release, as in ``needsBundledContent(version:)``.
  @discardableResult
  public func saveBundled(_ imports: [StoreImport], version: String) throws(StoreError) -> [SaveSummary] {
    try validate(imports)
    return try writing { database in
      let summaries = try imports.map { try Saving(database: database, origin: .bundled).save($0) }
      try ClaimWriter.supersedeBundledClaims(
        but: imports.flatMap(\.graph.claims), at: imports.first?.origin.importedAt ?? "", in: database)
      try database.execute(
        sql: """
          INSERT INTO store_property (name, value) VALUES ('bundled-version', ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value
          """, arguments: [version])
      return (summaries, .commit)
    }
  }

  /// Whether ``saveBundled(_:version:)`` has content to bring: the store has none yet, or that of an older release.
  ///
  /// - Parameter version: Numbers joined by dots, compared number by number; a build may follow `+`
  ///   (`0.1.0+3f9a`), and another build of the same release counts as newer.
  public func needsBundledContent(version: String) throws(StoreError) -> Bool {
    guard let stored = try bundledContentVersion() else { return true }
    let (new, old) = (ReleaseNumber(version), ReleaseNumber(stored))
    return old < new || !(new < old) && new.build != old.build
  }

  /// The release whose content was saved last; `nil` where none was.
  public func bundledContentVersion() throws(StoreError) -> String? {
    try reading {
      try String.fetchOne($0, sql: "SELECT value FROM store_property WHERE name = 'bundled-version'")
    }
  }

  func validate(_ imports: [StoreImport]) throws(StoreError) {
    for claim in imports.lazy.flatMap(\.graph.claims) {
      if let complaint = claim.complaint { throw StoreError(.invalidClaim(claim.id, complaint), path: path) }
    }
  }
}

extension MappingClaim {
  /// What no importer should have let through; `nil` for a sound claim.
  fileprivate var complaint: String? {
    for case .nodes(let nodes) in [source, target] {
      guard let first = nodes.first else { return "has an end without nodes" }
      if nodes.contains(where: { $0.framework != first.framework }) { return "has an end in two frameworks" }
    }
    if let strength, !(0...10).contains(strength) { return "has a strength outside 0 through 10" }
    if let confidence, !(0...1).contains(confidence) { return "has a confidence outside 0 through 1" }
    return nil
  }
}

/// A release of the toolkit: `0.1.0`, or `0.1.0+3f9a` with its build.
struct ReleaseNumber: Comparable {
  let numbers: [Int]
  let build: String

  init(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    numbers = parts[0].split(separator: ".").map { Int($0) ?? 0 }
    build = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Orders by number; a number that is missing counts as 0.
  static func < (left: Self, right: Self) -> Bool {
    for place in 0..<max(left.numbers.count, right.numbers.count) {
      let (a, b) = (left.number(at: place), right.number(at: place))
      if a != b { return a < b }
    }
    return false
  }

  static func == (left: Self, right: Self) -> Bool {
    !(left < right) && !(right < left) && left.build == right.build
  }

  private func number(at place: Int) -> Int { place < numbers.count ? numbers[place] : 0 }
}
