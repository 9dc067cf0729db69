/// A patch in JSON, schema `crosswalk-patch/1`, as it stands in its file.
struct PatchDocument: Codable {
  static let schemaVersion = "crosswalk-patch/1"

  /// A node that is inserted or changed.
  struct Node: Codable {
    var id: String
    var parent: String?
    var after: String?
    var kind: String?
    var label: String?
    var title: String?
    var text: String?
    var summary: String?
    var modality: String?
    var roles: [String]?
    var appliesFrom: String?
    var appliesNote: String?
  }

  /// A claim, with the columns of a claims file as members.
  struct Claim: Codable {
    var source: String
    var target: String
    var relationship: String?
    var strict: Bool?
    var rationale: String?
    var strength: Int?
    var confidence: Double?
    var method: String?
    var status: String?
    var author: String?
    var date: String?
    var reviewer: String?
    var reviewedOn: String?
    var sourceRevision: String?
    var targetRevision: String?
    var note: String?
    var id: String?
  }

  struct Claims: Codable {
    var add: [Claim]?
    var remove: [Claim]?
    var replace: [Claim]?
  }

  var schema: String
  var title: String?
  var framework: String?
  var revision: String?
  var name: String?
  var add: [Node]?
  var change: [Node]?
  var withdraw: [String]?
  var remove: [String]?
  var claims: Claims?

  /// Whether the document says anything about nodes.
  var hasAmendment: Bool {
    [add?.count, change?.count, withdraw?.count, remove?.count].contains { ($0 ?? 0) > 0 }
  }
}
