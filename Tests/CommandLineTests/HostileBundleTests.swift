import Foundation
import Testing

/// Subject files and Word templates whose paths and containers try to get out of their folder.
@Suite struct HostileBundleTests {
  private func subject(_ binary: CrosswalkBinary, system: String? = nil, evidence: String) throws -> String {
    let bundle = binary.folder.appending(path: "bundle")
    try FileManager.default.createDirectory(at: bundle, withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: binary.folder.appending(path: "secret.txt"))
    var record: [String: Any] = [
      "schema": "crosswalk-subject/1", "id": "sample",
      "evidence": [["id": "report", "title": "Report", "kind": "test-report", "path": evidence]],
    ]
    record["system"] = system
    let bytes = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
    try bytes.write(to: bundle.appending(path: "subject.json"))
    return bundle.appending(path: "subject.json").path
  }

  static let commands = [
    ["template", "render", "evidence-by-artefact", "--output", "out.md", "--subject"],
    ["template", "check", "evidence-by-artefact", "--subject"], ["evidence", "--subject"],
  ]

  @Test(arguments: [
    "../secret.txt", "/etc/hostname", "a/../../secret.txt", "./../secret.txt", "link", "folder/secret.txt",
    "..", "none/../../secret.txt", "here.txt/../../secret.txt",
  ])
  func noPathOfEvidenceLeavesTheBundle(path: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = try subject(binary, evidence: path)
    let bundle = binary.folder.appending(path: "bundle")
    try FileManager.default.createDirectory(
      at: bundle.appending(path: "a"), withIntermediateDirectories: true)
    let links = [("link", "../secret.txt"), ("folder", "..")]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: bundle.appending(path: name).path, withDestinationPath: target)
    }
    for command in Self.commands {
      let result = try binary.run(command + [subject])
      #expect(result.status == 65, "\(command[0]) \(path): \(result.status) \(result.errors)")
      #expect(result.errors.contains("subject.json:1:"), "\(result.errors)")
      #expect(
        !result.text.contains("secret") && !result.errors.contains("2bb80d537b1da3e3"), "\(result.text)")
    }
    #expect(!FileManager.default.fileExists(atPath: binary.folder.appending(path: "out.md").path))
  }

  @Test(arguments: ["../system.json", "/etc/hostname", "system-link.json"])
  func theDescriptionOfTheSystemStaysInTheBundle(path: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = try subject(binary, system: path, evidence: "report.txt")
    let system = Checkout.root.appending(path: "Crosswalks/Examples/border-screening-support.json")
    try FileManager.default.copyItem(at: system, to: binary.folder.appending(path: "system.json"))
    try FileManager.default.createSymbolicLink(
      atPath: binary.folder.appending(path: "bundle/system-link.json").path,
      withDestinationPath: "../system.json")
    let result = try binary.run("template", "render", "evidence-by-artefact", "--subject", subject)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  /// What is no plain file is never opened: some of them would wait for ever.
  @Test func aFolderAPipeOrAnUnreadableNameAsEvidenceIsMissingAndNamed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    // No path holds a NUL: that one is refused where it stands.
    let cases: [(path: String, status: Int32)] = [
      ("folder", 0), ("pipe", 0), (String(repeating: "a", count: 300), 0), ("", 0), ("no\u{0}such", 65),
    ]
    for (path, status) in cases {
      try? FileManager.default.removeItem(at: binary.folder.appending(path: "bundle"))
      let subject = try subject(binary, evidence: path)
      let bundle = binary.folder.appending(path: "bundle")
      try FileManager.default.createDirectory(
        at: bundle.appending(path: "folder"), withIntermediateDirectories: true)
      mkfifo(bundle.appending(path: "pipe").path, 0o644)
      let result = try binary.run("evidence", "--subject", subject)
      #expect(result.status == status, "\(path.prefix(10)): \(result.errors)")
      #expect(result.errors.contains("subject.json:1:"), "\(path.prefix(10)): \(result.errors)")
      #expect(result.text.contains("FILE MISSING") == (status == 0))
    }
  }

  /// A Word file is a zip container, and may be none, or a bomb, or lead outside.
  @Test func aHostileWordTemplateIsRefusedAndNothingIsWrittenOutside() throws {
    let word = Array(
      #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>"#
        .utf8)
    func package(_ more: [ZipMaker.Member]) -> [UInt8] {
      ZipMaker.make([.init(name: "word/document.xml", bytes: word)] + more)
    }
    let bomb = [UInt8](repeating: 0x20, count: 1 << 10)
    let cases: [(String, [UInt8])] = [
      ("no zip", Array("not a container".utf8)), ("empty", []), ("up", package([.init(name: "../evil.xml")])),
      ("absolute", package([.init(name: "/tmp/evil.xml")])),
      ("backslash", package([.init(name: "..\\evil.xml")])),
      ("twice", package([.init(name: "word/document.xml", bytes: word)])),
      ("case", package([.init(name: "WORD/Document.xml", bytes: word)])),
      ("link", package([.init(name: "word/link.xml", bytes: Array("/etc/passwd".utf8), mode: 0o120777)])),
      ("size", package([.init(name: "word/big.xml", bytes: bomb, declaredSize: 1 << 30)])),
      (
        "doctype",
        ZipMaker.make([
          .init(
            name: "word/document.xml",
            bytes: Array("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".utf8))
        ])
      ),
    ]
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary, ["document.md": nil])
    try binary.run("frameworks")
    for (name, bytes) in cases {
      try Data(bytes).write(to: binary.folder.appending(path: "our-plan/document.docx"))
      let before = try FileManager.default.subpathsOfDirectory(atPath: binary.folder.path).sorted()
      for command in ["check", "render"] {
        let output = command == "render" ? ["--output", "out.docx"] : []
        let result = try binary.run(["template", command, template.path] + output)
        #expect(result.status == 65, "\(name) \(command): \(result.status) \(result.errors)")
        #expect(result.errors.contains("our-plan/document.docx"), "\(name): \(result.errors)")
      }
      let after = try FileManager.default.subpathsOfDirectory(atPath: binary.folder.path)
      #expect(after.sorted() == before, "\(name): \(after)")
      #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.xml"))
    }
  }
}
