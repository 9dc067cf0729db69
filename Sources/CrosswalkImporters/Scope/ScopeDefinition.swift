import CrosswalkModel
import CrosswalkReaders

/// A named subset of a framework, as a scope file describes it (`Schemas/scope.schema.json`).
///
/// Scope files ship in `Crosswalks/Scopes/`, named `FRAMEWORK--NAME.json`; users write their own.
public struct ScopeDefinition: Hashable, Sendable {
  /// A node that the scope names.
  public struct Part: Hashable, Sendable {
    /// Its local name.
    public let local: String
    /// Where the file names it.
    public let location: SourceLocation
  }

  /// What the scope is called: `high-risk`.
  public let name: String
  /// The framework that it is a subset of.
  public let framework: FrameworkID
  /// A title for people.
  public let title: String
  /// What is in it and why, in the words of whoever made it.
  public let description: String
  /// The nodes in it, each with its parts; every revision that the scope is used with has them.
  public let parts: [Part]
  /// Further nodes in it, which a selection or another revision may lack.
  public let partsIfPresent: [Part]

  /// The version of the file's format.
  public static let schemaVersion = "crosswalk-scope/1"

  private struct Document: Codable {
    var schema: String
    var name: String
    var framework: String
    var title: String
    var description: String
    var parts: [String]
    var partsIfPresent: [String]?
  }

  /// Reads the scope file `file`.
  ///
  /// - Throws: ``ImportError`` `.malformedProfile` with line and column where it is malformed.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let document = try StrictJSON.decode(Document.self, from: file, limits: limits)
    let places: JSONPlaces
    do { places = try JSONPlaces(file, limits: limits) } catch { throw ImportError(error) }
    func place(_ path: [JSONPlaces.Step]) -> SourceLocation {
      places.places[path] ?? SourceLocation(file: file.name, line: 1, column: 1)
    }
    guard document.schema == Self.schemaVersion else {
      throw ImportError(
        .malformedProfile("\"schema\" must be \"\(Self.schemaVersion)\""), at: place([.name("schema")]))
    }
    guard let framework = FrameworkID(document.framework) else {
      throw ImportError(.malformedProfile("\"framework\" is no identifier"), at: place([.name("framework")]))
    }
    guard !document.name.isEmpty, !document.parts.isEmpty else {
      throw ImportError(.malformedProfile("a scope has a name and at least one part"), at: place([]))
    }
    func parts(_ locals: [String], _ member: String) -> [Part] {
      locals.enumerated().map {
        Part(local: $1, location: place([.name(member), .index($0)]))
      }
    }
    name = document.name
    self.framework = framework
    title = document.title
    description = document.description
    self.parts = parts(document.parts, "parts")
    partsIfPresent = parts(document.partsIfPresent ?? [], "partsIfPresent")
  }
}
