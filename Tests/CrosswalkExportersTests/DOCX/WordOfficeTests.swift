import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkExporters

/// Word files in programs of others: LibreOffice and python-docx.
@Suite(.serialized) struct WordOfficeTests {
  static let office = program("soffice", named: nil)
  static let pdfText = program("pdftotext", named: nil)
  static let python = program("crosswalk-python", named: "CROSSWALK_PYTHON")
  static let noOffice: Comment = "LibreOffice (soffice) or pdftotext is not installed"
  static let noPython: Comment = "CROSSWALK_PYTHON names no Python with python-docx"

  private static func program(_ name: String, named variable: String?) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let named = [variable.flatMap { environment[$0] }].compactMap(\.self)
    let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    return (named + onPath).first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A folder that is gone after `work`.
  private func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "word-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  private func run(_ program: String?, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program ?? "")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program ?? "") \(arguments)")
    return text
  }

  private func convert(_ file: URL, to format: String, in folder: URL) throws {
    _ = try run(
      Self.office,
      [
        "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", format,
        "--outdir",
        folder.appending(path: "out").path, file.path,
      ])
  }

  @Test(.enabled(if: office != nil && pdfText != nil, noOffice))
  func libreOfficeShowsTheValuesAndThePages() throws {
    try inFolder { folder in
      let file = folder.appending(path: "document.docx")
      try Data(WordOutlineSample.template().render(WordOutlineSample.fields())).write(to: file)
      try convert(file, to: "pdf", in: folder)
      let text = try run(Self.pdfText, ["-layout", folder.appending(path: "out/document.pdf").path, "-"])
      for words in [
        "Joint technical documentation", "Lantern, version 2.3", "Draft: 0 of 359 claims reviewed",
        "MEASURE 2.6",
        "related (stale)", "Page 3 of ", "A deeper heading",
      ] {
        #expect(text.contains(words), "\(words)")
      }
      // LibreOffice filled in the page of the first heading.
      let entry = text.split(separator: "\n").first { $0.contains("About this document...") }
      #expect(entry?.last == "3")
      #expect(!text.contains("{{"))
    }
  }

  @Test(.enabled(if: office != nil, noOffice))
  func aTemplateThatLibreOfficeSavedAgainGivesTheSameText() throws {
    try inFolder { folder in
      let file = folder.appending(path: "document.docx")
      let template = try WordOutlineSample.template()
      try Data(template.bytes()).write(to: file)
      try convert(file, to: "docx:MS Word 2007 XML", in: folder)
      let saved = try Data(contentsOf: folder.appending(path: "out/document.docx"))
      let again = try WordTemplate(package: Array(saved), name: "document.docx")
      #expect(again.problems.isEmpty)
      let fields = WordOutlineSample.fields()
      #expect(try lines(again.render(fields)) == lines(template.render(fields)))
      #expect(try tags(again) == tags(template))
      #expect(try numberedItems(again.render(fields)) == numberedItems(template.render(fields)))
      #expect(try columns(again.render(fields)) == columns(template.render(fields)))
    }
  }

  /// The numbered items of the sample with the numbers that Word shows: lists of one form count on from each other, and a
  /// numbering with a start of its own begins anew where it is met first.
  private func numberedItems(_ file: [UInt8]) throws -> [String] {
    let numbering = try WordTree(
      Array(try WordSample.part("word/numbering.xml", of: file).utf8), file: "numbering")
    var lists: [String: (form: String, hasStart: Bool)] = [:]
    for (index, node) in numbering.nodes.enumerated() where node.name == .num {
      let form = numbering.child(.abstractNumId, of: index).flatMap { numbering.nodes[$0].value }
      let markup = String(decoding: numbering.bytes[node.range], as: UTF8.self)
      lists[node.value ?? ""] = (form ?? "", markup.contains("<w:lvlOverride w:ilvl=\"0\"><w:startOverride"))
    }
    let tree = try WordTree(Array(try WordSample.part("word/document.xml", of: file).utf8), file: "document")
    var counts: [String: Int] = [:]
    var met: Set<String> = []
    return try tree.nodes.indices.filter { tree.nodes[$0].name == .p }.compactMap { index in
      let text = WordParagraph(index, number: 1, in: tree, file: "").excerptOfAll
      guard ["number ", "step "].contains(where: text.hasPrefix),
        let properties = tree.child(.pPr, of: index), let numbers = tree.child(.numPr, of: properties),
        let own = tree.child(.numId, of: numbers), let number = tree.nodes[own].value
      else { return nil }
      let list = try #require(lists[number], "\(number)")
      if met.insert(number).inserted, list.hasStart { counts[list.form] = 0 }
      counts[list.form, default: 0] += 1
      return "\(counts[list.form] ?? 0). \(text)"
    }
  }

  /// How many columns the tables have.
  private func columns(_ file: [UInt8]) throws -> [Int] {
    try WordSample.part("word/document.xml", of: file).split(separator: "<w:tblGrid>").dropFirst().map {
      String($0.split(separator: "</w:tblGrid>").first ?? "").matches("<w:gridCol")
    }
  }

  private func tags(_ template: WordTemplate) throws -> [String] { template.tags.map(\.spelling).sorted() }

  /// The words of all paragraphs that hold some.
  private func lines(_ file: [UInt8]) throws -> [String] {
    let objects: Set<Unicode.Scalar> = ["\u{FFFC}", " ", "\t", "\n"]
    return WordSample.lines(try WordSample.part("word/document.xml", of: file)).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { !objects.contains($0) }))
    }.filter { !$0.isEmpty }
  }

  @Test(.enabled(if: python != nil, noPython))
  func pythonDocxReadsIt() throws {
    try inFolder { folder in
      let file = folder.appending(path: "document.docx")
      try Data(WordOutlineSample.template().render(WordOutlineSample.fields())).write(to: file)
      let script = """
        import docx, sys
        document = docx.Document(sys.argv[1])
        headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
        print(len(headings), len(document.tables), document.core_properties.title, document.core_properties.created)
        print(document.tables[1].rows[1].cells[0].text)
        """
      let printed = try run(Self.python, ["-c", script, file.path]).split(separator: "\n")
      #expect(
        printed == [
          "22 10 Joint technical documentation 2026-11-23 00:00:00+00:00",
          "MEASURE 2.1: Test sets, metrics and tools are documented",
        ])
    }
  }
}
