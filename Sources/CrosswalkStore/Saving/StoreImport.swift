import CrosswalkModel

/// Where an imported graph comes from, for the log of imports.
public struct ImportOrigin: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// SHA-256 of its bytes in lower-case hexadecimal, where it is one file.
  public var digest: String?
  /// `oscal-catalog`, `formex`, `csv`.
  public var format: String
  /// The moment in UTC, as RFC 3339 writes it (`2026-11-23T01:21:00Z`): the store has no clock.
  public var importedAt: String
  /// What was understood but not used.
  public var notUsed: [NotUsed]

  /// Creates the origin of one import.
  public init(
    file: String, digest: String? = nil, format: String, importedAt: String, notUsed: [NotUsed] = []
  ) {
    self.file = file
    self.digest = digest
    self.format = format
    self.importedAt = importedAt
    self.notUsed = notUsed
  }
}

/// What one file became, ready to be saved.
public struct StoreImport: Sendable {
  /// What was read.
  public var graph: CrosswalkGraph
  /// Where it was read.
  public var origin: ImportOrigin

  /// Joins a graph and its origin.
  public init(graph: CrosswalkGraph, origin: ImportOrigin) {
    self.graph = graph
    self.origin = origin
  }
}

/// What a save changed.
public struct SaveSummary: Hashable, Sendable {
  /// What became of one catalog.
  public enum Outcome: Hashable, Sendable {
    /// The revision is new.
    case added
    /// The store had this revision with this content.
    case unchanged
    /// The imported text and the toolkit's summaries are now two texts of one revision.
    case joined
    /// A newer release of the toolkit brought other summaries of the revision.
    case renewed
    /// Bundled content was left out, since the user imported another catalog under its name.
    case leftOut
  }

  /// One catalog of the graph.
  public struct SavedCatalog: Hashable, Sendable {
    /// Its name.
    public var id: FrameworkRevisionID
    /// What became of it.
    public var outcome: Outcome
  }

  /// The catalogs in the order of the graph.
  public var catalogs: [SavedCatalog] = []
  /// Claims that are new.
  public var claimsAdded = 0
  /// Claims that the store had with another note, status or review, and that now say what this file says.
  public var claimsUpdated = 0
  /// Claims that the store had, saying the same.
  public var claimsAlreadyPresent = 0

  /// Whether nothing was written.
  public var isUnchanged: Bool {
    claimsAdded == 0 && claimsUpdated == 0
      && catalogs.allSatisfy { $0.outcome == .unchanged || $0.outcome == .leftOut }
  }
}

/// Whose content it is: what the toolkit brings never replaces what a user imported.
enum ContentOrigin: String {
  case bundled, imported
}
