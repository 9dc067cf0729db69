import Foundation
import Testing

/// The templates that ship, with the example that ships.
@Suite struct BundledTemplatesTests {
  private static let folder = Checkout.root.appending(path: "Crosswalks/Templates")
  private static let subject =
    Checkout.root.appending(path: "Crosswalks/Examples/border-screening-support.subject.json").path

  /// The names of the templates: the folders with a manifest.
  private static let names: [String] = {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.sorted().filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/template.json").path)
    }
  }()

  private static func table(_ path: String) throws -> [String: String] {
    let data = try Data(contentsOf: folder.appending(path: path))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: String], "\(path)")
  }

  /// What the program says of a file, without what it says about the document as a whole.
  private static func diagnostics(_ errors: String) -> [Substring] {
    errors.split(separator: "\n").filter { $0.contains(": error:") || $0.contains(": warning:") }
  }

  @Test func theThreeTablesOfLabelsHaveTheSameNames() throws {
    #expect(Self.names.count >= 9)
    for folder in Self.names + ["shared"] {
      let english = try Self.table("\(folder)/strings/en.json")
      for language in ["de", "fr"] {
        let other = try Self.table("\(folder)/strings/\(language).json")
        #expect(Set(other.keys) == Set(english.keys), "\(folder), \(language)")
        #expect(other.allSatisfy { !$0.value.isEmpty }, "\(folder), \(language)")
      }
    }
  }

  @Test func everyTemplatePassesItsCheckInEveryLanguage() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for name in Self.names {
      let result = try binary.run("template", "check", name)
      #expect(result.status == 0, "\(name): \(result.errors)")
      #expect(Self.diagnostics(result.errors) == [], "\(name)")
      for language in ["de", "en", "fr"] {
        #expect(result.text.contains("\n  \(language)         every label"), "\(name): \(result.text)")
      }
    }
  }

  @Test(arguments: ["en", "de", "fr"])
  func everyDocumentOfTheExampleIsWritten(language: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let documents = binary.folder.appending(path: "documents")
    let result = try binary.run(
      "template", "render", "--all", "--subject", Self.subject, "--format", "markdown", "--format", "html",
      "--format", "docx", "--output-folder", documents.path, "--language", language, "--as-of", "2026-11-23")
    #expect(result.status == 0, "\(result.errors)")
    // The digests of the evidence are those of the files.
    #expect(!result.errors.contains("evidence "), "\(result.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: documents.path)
    for name in Self.names {
      for ending in ["md", "html", "docx"] {
        #expect(files.contains { $0.hasPrefix(name) && $0.hasSuffix("." + ending) }, "\(name).\(ending)")
      }
    }
    for file in files where file.hasSuffix(".md") {
      let text = try String(contentsOf: documents.appending(path: file), encoding: .utf8)
      #expect(!text.contains("{{"), "\(file)")
    }
  }
}
