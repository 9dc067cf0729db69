import CrosswalkModel
import CrosswalkReaders

/// Why a file could not be imported, where, and about which control.
public struct ImportError: DiagnosableError, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file could not be read as what it says it is.
    case reading(ReadingError)
    /// The file is no document of the expected format: what it is instead.
    case notThisFormat(expected: String, found: String)
    /// A version of the format that the toolkit does not know.
    case unsupportedVersion(String, supported: String)
    case missingAttribute(String, element: String)
    case missingElement(String, in: String)
    case missingColumn(String, profile: String)
    case emptyCell(column: String)
    /// A value outside what the place allows.
    case invalidValue(String, of: String, allowed: String)
    case duplicateControl(firstSeen: SourceLocation)
    /// Something that is no control, such as a parameter, is called like another of its sort.
    case duplicateIdentifier(String, firstSeen: SourceLocation)
    /// A row names a parent that no row has.
    case unknownParent(String)
    /// The catalog names no framework that the toolkit knows; the user must say which it is.
    case unknownFramework(title: String)
    /// A reference in a claim that cannot be read.
    case malformedReference(String)
    /// A claim that says two things at once, or nothing.
    case contradictoryClaim(String)
    case unknownProfile(String, known: [String])
    case malformedProfile(String)
    /// A small JSON file of the user's, such as the description of a system, that is not as its schema says.
    case malformedFile(String)
    /// A list of sources that is not as its schema says, or that allows what must not be fetched.
    case malformedSources(String)
    /// A member that the document's own list names is missing.
    case missingPart(String)
    /// Anything nested or repeated beyond what the format allows.
    case unexpectedElement(String, in: String)
    /// The parents of a row lead back to it.
    case parentCycle
    /// A document that a profile imports is nowhere to be found.
    case missingImport(String)
    /// Profiles import each other in a circle; their files, from the outermost on.
    case importCycle([String])
    /// Nothing that the toolkit imports: what it is instead, and what to do.
    case unsupportedFormat(found: String, hint: String)
    /// Metadata of a mapping set that cannot be read.
    case malformedMetadata(String)
    /// A prefix that no list of prefixes explains.
    case unknownPrefix(String)
    /// An entity of no framework known here; the user must say which it is.
    case unknownEnd(String, prefix: String, option: String)
    /// One side has entities of two vocabularies, and the user names one framework for both.
    case severalVocabularies(String, String, String, option: String, firstSeen: SourceLocation)
    /// A table whose header fits no profile.
    case unknownTable(columns: [String], profiles: [String])
    /// A table whose header fits several profiles equally well.
    case ambiguousTable(profiles: [String])
    /// A sheet that the workbook does not have.
    case unknownSheet(String, known: [String])
    /// Several identifiers written as a range: which lie between cannot be known.
    case identifierRange(String)
    /// A row that takes claims away, in a file that is imported.
    case removalInImport(String)
    /// A patch that cannot be read.
    case malformedPatch(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where.
  public let location: SourceLocation
  /// About which control, where one is known.
  public let control: String?

  /// Creates an error about a place, and about `control` where one is known.
  public init(_ reason: Reason, at location: SourceLocation, control: String? = nil) {
    self.reason = reason
    self.location = location
    self.control = control
  }

  /// A reader's error as an importer's.
  public init(_ error: ReadingError) { self.init(.reading(error), at: error.location) }

  /// The status of the reader's error, else 65; a framework or profile that must be named is usage.
  public var exitStatus: ExitStatus {
    switch reason {
    case .reading(let error): error.exitStatus
    case .unknownFramework, .unknownEnd, .unknownProfile, .ambiguousTable, .unknownSheet: .usage
    case .malformedProfile, .malformedSources: .configuration
    default: .data
    }
  }

  /// Whether all that is missing is the framework's name.
  public var isUnknownFramework: Bool { if case .unknownFramework = reason { true } else { false } }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    if case .reading(let error) = reason { return error.diagnostic }
    let text = Self.text(of: reason)
    return Diagnostic(
      .error, code: text.code, message: text.message, location: location, control: control, hint: text.hint)
  }
}

extension ImportError {
  private struct Text {
    var code: String
    var message: String
    var hint: String?

    init(_ code: String, _ message: String, hint: String? = nil) {
      self.code = code
      self.message = message
      self.hint = hint
    }
  }

  /// A stable name such as `not-oscal-catalog`.
  private static func code(_ prefix: String, _ name: String) -> String {
    prefix + "-" + name.lowercased().split(separator: " ").joined(separator: "-")
  }

  private static func article(for name: String) -> String {
    name.first.map { "aeiouAEIOU".contains($0) } == true ? "an" : "a"
  }

  private static func text(of reason: Reason) -> Text {
    switch reason {
    case .reading: Text("unreadable", "the file cannot be read")
    case .notThisFormat(let expected, let found):
      Text(code("not", expected), "not \(article(for: expected)) \(expected) document: \(found)")
    case .unsupportedVersion(let version, let supported):
      Text("unsupported-version", "version \"\(version)\" is not supported", hint: "supported: \(supported)")
    case .missingAttribute(let name, let element):
      Text("missing-attribute", "<\(element)> has no \"\(name)\"")
    case .missingElement(let name, let parent): Text("missing-element", "<\(parent)> has no <\(name)>")
    case .missingColumn(let name, let profile):
      Text("missing-column", "the header has no column \"\(name)\"", hint: "profile \(profile) needs it")
    case .emptyCell(let column): Text("empty-cell", "the cell of column \"\(column)\" is empty")
    case .invalidValue(let value, let place, let allowed):
      Text("invalid-value", "\"\(value)\" is no \(place)", hint: "allowed: \(allowed)")
    case .duplicateControl(let first):
      Text("duplicate-control", "two controls have the same identifier", hint: "first at \(first)")
    case .duplicateIdentifier(let name, let first):
      Text("duplicate-identifier", "the identifier \"\(name)\" is used twice", hint: "first at \(first)")
    case .unknownParent(let parent): Text("unknown-parent", "no row has the identifier \"\(parent)\"")
    case .unknownFramework(let title):
      Text(
        "unknown-framework", "\"\(title)\" is no framework known here", hint: "name it with --framework ID")
    case .malformedReference(let text):
      Text("malformed-reference", "\"\(text)\" is no reference", hint: "write FRAMEWORK/LOCAL")
    case .contradictoryClaim(let what): Text("contradictory-claim", what)
    case .unknownProfile(let name, let known):
      Text(
        "unknown-profile", "there is no profile \"\(name)\"", hint: "known: \(known.joined(separator: ", "))")
    case .malformedProfile(let what): Text("malformed-profile", what)
    case .malformedFile(let what): Text("malformed-file", what)
    case .malformedSources(let what): Text("malformed-sources", what)
    case .missingPart(let name): Text("missing-part", "the part \"\(name)\" of this document is missing")
    case .unexpectedElement(let name, let parent):
      Text("unexpected-element", "<\(name)> cannot stand in <\(parent)>")
    case .missingImport(let name):
      Text(
        "missing-import", "the imported document \"\(name.prefix(200))\" was not found",
        hint: "import both files together, or put the catalog beside the profile")
    case .importCycle(let files):
      Text("import-cycle", "profiles import each other: \(files.joined(separator: " imports "))")
    case .parentCycle: Text("parent-cycle", "the parents of this row lead back to it")
    case .unsupportedFormat(let found, let hint):
      Text("unsupported-format", "this is \(found), which is not imported", hint: hint)
    case .malformedMetadata(let what): Text("malformed-metadata", what)
    case .unknownPrefix(let prefix):
      Text(
        "unknown-prefix", "the prefix \"\(prefix)\" is not declared",
        hint: "declare it in curie_map, or name the file of the metadata with --metadata")
    case .unknownEnd(let role, let prefix, let option):
      Text(
        "unknown-end", "\"\(prefix)\" does not tell the framework of this \(role)",
        hint: "name it with \(option) ID")
    case .severalVocabularies(let role, let first, let second, let option, let place):
      Text(
        "several-vocabularies", "one framework cannot stand for \"\(first)\" and \"\(second)\"",
        hint:
          "\(option) holds for every \(role), first at \(place): split the file, or name them as frameworks")
    case .unknownTable(let columns, let profiles):
      Text(
        "unknown-table", "no profile fits the columns \(columns.map { "\"\($0)\"" }.joined(separator: ", "))",
        hint: "draft one with --profile new, or name one with --profile: \(profiles.joined(separator: ", "))")
    case .ambiguousTable(let profiles):
      Text(
        "ambiguous-table", "the columns fit several profiles",
        hint: "name one with --profile: \(profiles.joined(separator: ", "))")
    case .unknownSheet(let name, let known):
      Text(
        "unknown-sheet", "the workbook has no sheet \"\(name)\"",
        hint: "it has: \(known.joined(separator: ", "))")
    case .removalInImport(let word):
      Text(
        "removal-in-import", "a store forgets no claim: \"\(word)\" can only be supposed",
        hint: "crosswalk whatif --patch takes this file; a rejected claim is one with the status rejected")
    case .malformedPatch(let what): Text("malformed-patch", what)
    case .identifierRange(let text):
      Text(
        "identifier-range", "\"\(text)\" is a range of identifiers, which is not understood",
        hint: "write every identifier")
    }
  }
}
