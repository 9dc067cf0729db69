/// Collects what importers read, in document order, and becomes a graph when everything is there.
public struct CrosswalkGraphBuilder: Sendable {
  /// The catalogs begun so far; the last one grows.
  public private(set) var catalogs: [Catalog] = []
  /// The claims so far, in the order of their sources.
  public private(set) var claims: [MappingClaim] = []
  /// What was understood but not used, with its place: nothing is dropped silently.
  public private(set) var notUsed: [NotUsed] = []

  /// Creates an empty builder.
  public init() {}

  /// Adds a finished catalog.
  public mutating func add(_ catalog: Catalog) { catalogs.append(catalog) }
  /// Adds a claim.
  public mutating func add(_ claim: MappingClaim) { claims.append(claim) }
  /// Names something that was understood but not used.
  public mutating func add(_ notUsed: NotUsed) { self.notUsed.append(notUsed) }

  /// The graph of everything added.
  public func finished() -> CrosswalkGraph { CrosswalkGraph(catalogs: catalogs, claims: claims) }
}

/// Something in a file that the importer saw and did not use.
public struct NotUsed: Hashable, Sendable {
  /// Where it stands.
  public var location: SourceLocation
  /// What it is: `element <remarks>`, `row`, `column "Foo"`.
  public var what: String
  /// Why it was not used.
  public var why: String

  /// Creates a record of something not used.
  public init(location: SourceLocation, what: String, why: String) {
    self.location = location
    self.what = what
    self.why = why
  }
}
