import CrosswalkModel
import CrosswalkReaders

/// A subject file as it was read: what it says, where each part of it stands, and the folder of its bundle.
public struct SubjectFile: Sendable {
  /// What it says.
  public let subject: DocumentSubject
  /// The file as the user named it.
  public let name: String
  private let places: JSONPlaces

  /// Reads a subject file (`Schemas/subject.schema.json`).
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members, empty or
  ///   repeated names, references and digests that are none, answers that name evidence which is not there.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let read = try StrictJSON.document(DocumentSubject.self, from: file, limits: limits)
    try SubjectCheck(read).check()
    subject = read.value
    name = file.name
    places = read.places
  }

  /// The folder that no path of the file leaves: that of the file itself.
  public var folder: String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? "./"
  }

  /// The file that the subject names by `path`, which stays beneath ``folder`` whatever links are in it.
  public func bundleFile(_ path: String) -> SourceFile { SourceFile(path: path, beneath: folder) }

  /// The place of the part at `path`, such as `["evidence", "0", "path"]`, or of the innermost part that is there.
  public func location(of path: [String]) -> SourceLocation {
    var steps: [JSONPlaces.Step] = []
    for name in path {
      if let index = Int(name), places.places[steps + [.index(index)]] != nil {
        steps.append(.index(index))
      } else if places.places[steps + [.name(name)]] != nil {
        steps.append(.name(name))
      } else {
        break
      }
    }
    return places.places[steps] ?? SourceLocation(file: name, line: 1, column: 1)
  }
}

/// Holds a subject file against the rules that its JSON Schema cannot state, and those that it states.
private struct SubjectCheck {
  typealias Path = [JSONPlaces.Step]

  let read: LocatedJSON<DocumentSubject>
  var subject: DocumentSubject { read.value }

  init(_ read: LocatedJSON<DocumentSubject>) { self.read = read }

  func check() throws(ImportError) {
    guard subject.schema == DocumentSubject.schemaVersion else {
      throw read.error("\"schema\" must be \"\(DocumentSubject.schemaVersion)\"", at: ["schema"])
    }
    try checkName(subject.id, at: ["id"])
    for (index, party) in (subject.deployers ?? []).enumerated() {
      try check(party, at: ["deployers", .index(index)])
    }
    let parties = [
      ("provider", subject.provider), ("representative", subject.representative),
      ("importer", subject.importer), ("notifiedBody", subject.notifiedBody),
    ]
    for (name, party) in parties { try check(party, at: [.name(name)]) }
    try checkReviewers()
    try checkEvidence()
    try checkAnswers()
  }

  private func check(_ party: DocumentSubject.Party?, at path: Path) throws(ImportError) {
    guard party?.name.isEmpty == true else { return }
    throw read.error("\"name\" must not be empty", at: path + ["name"])
  }

  /// Names stand in references and in file names.
  private func checkName(_ name: String, at path: Path) throws(ImportError) {
    guard FrameworkID(name)?.rawValue == name else {
      throw read.error(
        "\"\(name)\" is no short name: lower-case letters, digits, \".\", \"-\" and \"_\"", at: path)
    }
  }

  private func checkReviewers() throws(ImportError) {
    for (index, reviewer) in (subject.reviewers ?? []).enumerated() {
      let path: Path = ["reviewers", .index(index)]
      if reviewer.name.isEmpty { throw read.error("\"name\" must not be empty", at: path + ["name"]) }
    }
  }

  private func checkEvidence() throws(ImportError) {
    var seen: Set<String> = []
    for (index, item) in (subject.evidence ?? []).enumerated() {
      let path: Path = ["evidence", .index(index)]
      try checkName(item.id, at: path + ["id"])
      guard seen.insert(item.id).inserted else {
        throw read.error("\"\(item.id)\" stands twice", at: path + ["id"])
      }
      if item.title.isEmpty { throw read.error("\"title\" must not be empty", at: path + ["title"]) }
      if let digest = item.sha256, !digest.isDigest {
        throw read.error("\"sha256\" must be 64 hexadecimal digits", at: path + ["sha256"])
      }
      for (number, reference) in (item.supports ?? []).enumerated() where Reference(reference)?.local == nil {
        throw read.error(
          "\"\(reference)\" names no statement: write FRAMEWORK/LOCAL",
          at: path + ["supports", .index(number)])
      }
    }
  }

  private func checkAnswers() throws(ImportError) {
    let known = Set((subject.evidence ?? []).map(\.id))
    var seen: Set<String> = []
    for (index, answer) in (subject.answers ?? []).enumerated() {
      let path: Path = ["answers", .index(index)]
      guard Reference(answer.about)?.local != nil || answer.about.namesSection else {
        throw read.error(
          "\"\(answer.about)\" names no requirement and no section: write FRAMEWORK/LOCAL or TEMPLATE#SECTION",
          at: path + ["about"])
      }
      guard seen.insert(answer.about).inserted else {
        throw read.error("two answers are about \"\(answer.about)\"", at: path + ["about"])
      }
      for (number, name) in (answer.evidence ?? []).enumerated() where !known.contains(name) {
        throw read.error("there is no evidence \"\(name)\"", at: path + ["evidence", .index(number)])
      }
    }
  }
}

extension String {
  /// Whether the text is the name of a template and that of a section, joined by `#`.
  fileprivate var namesSection: Bool {
    let names = split(separator: "#", omittingEmptySubsequences: false)
    return names.count == 2 && names.allSatisfy(TemplateName.isName)
  }

  /// Whether the text is a SHA-256 digest in hexadecimal.
  fileprivate var isDigest: Bool {
    utf8.count == 64 && utf8.allSatisfy { $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }
  }
}
