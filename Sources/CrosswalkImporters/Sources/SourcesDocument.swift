/// The shape of a list of sources (`Schemas/sources.schema.json`).
struct SourcesDocument: Codable {
  struct Source: Codable {
    var id: String
    var title: String
    var publisher: String
    var licence: String
    var framework: String
    var format: String?
    var profile: String?
    var language: String?
    var files: [File]
    var hosts: [String]?
    var marks: [Mark]
    var verification: Verification
    var maximumAge: Int
    var maximumUnchanged: Int?
    var revision: String?
    var asOf: String?
  }

  struct File: Codable {
    var name: String
    var urls: [String]
    var accept: String?
    var acceptLanguage: String?
    var maximumBytes: Int
    var maximumSeconds: Int
    var sha256: String?
  }

  struct Mark: Codable {
    var fact: String
    var name: String?
    var equals: String?
    var contains: String?
  }

  struct Verification: Codable {
    var kind: String
    var manifest: File?
    var signatures: File?
    var keys: [Key]?
    var threshold: Int?
  }

  struct Key: Codable {
    var id: String
    var publicKey: String
  }

  var schema: String
  var sources: [Source]
}
