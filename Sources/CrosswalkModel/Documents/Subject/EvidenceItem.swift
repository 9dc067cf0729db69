/// A file that stands behind answers, as a subject file describes it.
public struct EvidenceItem: Codable, Hashable, Sendable {
  /// Short name, unique in the subject file: `test-report-2`.
  public var id: String
  /// Its title.
  public var title: String
  /// What it is.
  public var kind: EvidenceKind
  /// Its path from the folder of the subject file.
  public var path: String
  /// SHA-256 of its bytes in hexadecimal; missing where nobody has pinned it.
  public var sha256: String?
  /// The day of its content.
  public var date: CalendarDate?
  /// Who answers for it.
  public var owner: String?
  /// Its language (BCP 47).
  public var language: String?
  /// The statements that it supports, as references: `nist-ai-rmf-1.0/MEASURE 2.3`.
  public var supports: [String]?
  /// What a reader must know about it.
  public var note: String?

  /// Creates a piece of evidence; everything but its name, title, kind and path may be unknown.
  public init(
    id: String, title: String, kind: EvidenceKind, path: String, sha256: String? = nil,
    date: CalendarDate? = nil, owner: String? = nil, language: String? = nil, supports: [String]? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.path = path
    self.sha256 = sha256
    self.date = date
    self.owner = owner
    self.language = language
    self.supports = supports
    self.note = note
  }

  /// The statements that it supports, in their order.
  public var references: [Reference] { (supports ?? []).compactMap { Reference($0) } }
}

/// What a piece of evidence is.
public enum EvidenceKind: String, Codable, CaseIterable, Sendable {
  case testReport = "test-report"
  case auditReport = "audit-report"
  case certificate
  case riskFile = "risk-file"
  case dataSheet = "data-sheet"
  case designDocument = "design-document"
  case instructions, log, plan, policy, declaration, other

  /// Reads the name of a kind.
  public init(from decoder: any Decoder) throws {
    self = try Self(nameFrom: decoder)
  }
}

/// What comparing the file of a piece of evidence with its digest showed.
public struct EvidenceCheck: Hashable, Sendable {
  /// What it showed.
  public enum State: String, CaseIterable, Sendable {
    /// The file has the digest that the subject file names.
    case verified
    /// There is no such file, or it cannot be read.
    case missing
    /// The file has another digest.
    case changed
    /// The file is there, and the subject file names no digest.
    case unpinned
  }

  /// What the comparison showed.
  public var state: State
  /// SHA-256 of the file in lower-case hexadecimal; `nil` where it cannot be read.
  public var digest: String?
  /// Why the file cannot be read; `nil` where it can.
  public var reason: String?

  /// Creates the outcome of a comparison.
  public init(_ state: State, digest: String? = nil, reason: String? = nil) {
    self.state = state
    self.digest = digest
    self.reason = reason
  }

  /// Whether a document has to say it before everything else: missing or changed.
  public var isProblem: Bool { state == .missing || state == .changed }
}
