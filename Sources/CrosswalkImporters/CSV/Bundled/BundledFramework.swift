import CrosswalkModel
import CrosswalkReaders

/// A framework that comes with the toolkit: what its side file in `Crosswalks/Frameworks/` says.
///
/// The table beside it holds identifiers, titles and this project's own summaries, never official text.
public struct BundledFramework: Hashable, Sendable {
  /// What is known about the framework as a whole.
  public let metadata: CatalogMetadata
  /// The name of the profile that describes the table.
  public let profile: String
  /// The name of the table's file, in the folder of the side file.
  public let table: String

  /// The version of the side file's format.
  public static let schemaVersion = "crosswalk-framework/1"

  private struct SideFile: Codable {
    var schema: String
    var framework: String
    var revision: String
    var title: String
    var publisher: String?
    var language: String?
    var asOf: String
    var licence: String?
    var source: String?
    var selection: String?
    /// What nodes of the framework are whose row does not say it: `outcome` for voluntary guidance.
    var modality: String?
    var profile: String
    var file: String
    var application: ApplicationContent?
  }

  /// Reads the side file `file`.
  ///
  /// - Throws: ``ImportError`` `.malformedProfile` with line and column where it is malformed.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let side = try StrictJSON.decode(SideFile.self, from: file, limits: limits)
    let start = SourceLocation(file: file.name, line: 1, column: 1)
    guard side.schema == Self.schemaVersion else {
      throw ImportError(.malformedProfile("\"schema\" must be \"\(Self.schemaVersion)\""), at: start)
    }
    guard let framework = FrameworkID(side.framework), let revision = RevisionID(side.revision) else {
      throw ImportError(.malformedProfile("\"framework\" or \"revision\" is no identifier"), at: start)
    }
    guard let asOf = CalendarDate(side.asOf) else {
      throw ImportError(.malformedProfile("\"asOf\" is no day YYYY-MM-DD"), at: start)
    }
    guard side.modality.map({ Modality(rawValue: $0) != nil }) ?? true else {
      throw ImportError(.malformedProfile("\"modality\" is no modality"), at: start)
    }
    metadata = CatalogMetadata(
      id: FrameworkRevisionID(framework: framework, revision: revision), title: side.title,
      publisher: side.publisher, language: side.language, asOf: asOf, licence: side.licence,
      source: side.source,
      selection: side.selection,
      properties: (side.modality.map { [Property(name: CatalogMetadata.modalityProperty, value: $0)] } ?? [])
        + (try Self.properties(of: side.application, at: start)))
    profile = side.profile
    table = side.file
  }

  /// What the side file says about application, as properties of the framework.
  private static func properties(
    of application: ApplicationContent?, at start: SourceLocation
  ) throws(ImportError) -> [Property] {
    guard let application else { return [] }
    do { return try application.schedule().properties } catch {
      throw ImportError(.malformedProfile(error.words), at: start)
    }
  }
}
