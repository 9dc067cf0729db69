import Foundation
import Testing

/// PDF files come from another program where there is one.
@Suite struct TemplatePDFTests {
  private static let render = [
    "template", "render", "./our-plan", "--as-of", "2026-11-23", "--output", "plan.pdf",
  ]

  /// A folder in which exactly these programs are found.
  private static func path(_ binary: CrosswalkBinary, _ programs: [String: String]) throws -> String {
    let folder = binary.folder.appending(path: "programs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, script) in programs {
      let file = folder.appending(path: name).path
      try Data(script.utf8).write(to: URL(filePath: file))
      chmod(file, 0o755)
    }
    return folder.path
  }

  private func leftovers(_ binary: CrosswalkBinary) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: binary.folder.path).filter {
      $0.hasPrefix("crosswalk.") || $0.hasPrefix("plan.pdf")
    }
  }

  @Test(
    .enabled(
      if: Office.isHere || installed("chromium") != nil, "neither LibreOffice nor Chromium is installed"))
  func aPDFIsMadeAndIsTheSameEachTime() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    let pdf = binary.folder.appending(path: "plan.pdf")
    var made: [Data] = []
    for _ in 0..<2 {
      let result = try binary.run(Self.render)
      #expect(result.status == 0, "\(result.errors)")
      made.append(try Data(contentsOf: pdf))
    }
    #expect(made[0].starts(with: Data("%PDF-".utf8)))
    #expect(made[0] == made[1])
    if let text = try outside("pdftotext", [pdf.path, "-"]) {
      #expect(text.status == 0)
      #expect(text.output.contains("Plan") && text.output.contains("2026-11-23"), "\(text.output)")
    }
  }

  @Test func withoutAProgramItIsSaidWhatToInstall() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    binary.environment["PATH"] = try Self.path(binary, [:])
    let result = try binary.run(Self.render)
    #expect(result.status == 69)
    #expect(
      result.errors.contains("error: no program here makes a PDF (install LibreOffice"), "\(result.errors)")
  }

  @Test func aProgramThatFailsIsNamedWithItsLastWords() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    binary.environment["PATH"] = try Self.path(
      binary, ["soffice": "#!/bin/sh\necho first\necho 'no fonts here' >&2\nexit 3\n"])
    binary.environment["TMPDIR"] = binary.folder.path
    let result = try binary.run(Self.render)
    #expect(result.status == 69)
    #expect(result.errors.contains("error: soffice made no PDF: no fonts here"), "\(result.errors)")
    #expect(try leftovers(binary) == [])
  }

  @Test func theProgramGetsArgumentsAndNoneOfTheSurroundings() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    binary.environment["PATH"] = try Self.path(
      binary,
      [
        "soffice":
          "#!/bin/sh\n/usr/bin/env > \(binary.folder.path)/seen; echo \"$@\" >> \(binary.folder.path)/seen\nexit 1\n"
      ])
    binary.environment["SECRET"] = "s3cret"
    #expect(try binary.run(Self.render).status == 69)
    let seen = try String(contentsOf: binary.folder.appending(path: "seen"), encoding: .utf8)
    #expect(!seen.contains("s3cret") && seen.contains("TZ=UTC"))
    #expect(seen.contains("--convert-to pdf:writer_pdf_Export"))
  }

  @Test(arguments: [
    ("soffice", "-env:UserInstallation=file://FOLDER/profile"), ("chromium", "file://FOLDER/document.html"),
  ])
  func addressesOfTemporaryFilesAreEscaped(program: String, address: String) throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    let temporary = binary.folder.appending(path: "a b#c%41?ü")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    binary.environment["TMPDIR"] = temporary.path
    binary.environment["PATH"] = try Self.path(
      binary, [program: "#!/bin/sh\nprintf '%s\\n' \"$@\" \"$HOME\" > \(binary.folder.path)/seen\nexit 1\n"])
    #expect(try binary.run(Self.render).status == 69)
    let seen = try String(contentsOf: binary.folder.appending(path: "seen"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let made = try #require(seen.last).split(separator: "/").last.map(String.init) ?? ""
    let folder = "\(binary.folder.path)/a%20b%23c%2541%3F%C3%BC/\(made)"
    #expect(seen.contains(address.replacingOccurrences(of: "FOLDER", with: folder)), "\(seen)")
  }

  @Test func anInterruptEndsTheOtherProgramAndLeavesNothing() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    let folder = binary.folder.path
    binary.environment["PATH"] = try Self.path(
      binary, ["soffice": "#!/bin/sh\necho $$ > \(folder)/pid\n/bin/sleep 100\n"])
    binary.environment["TMPDIR"] = folder
    let running = try RunningBinary(binary, Self.render)
    #expect(running.wait { Self.pid(binary) != nil }, "\(running.said)")
    let child = try #require(Self.pid(binary))
    #expect(running.end(by: SIGINT) == 130)
    #expect(kill(child, 0) != 0, "the other program still runs")
    #expect(try leftovers(binary) == [])
  }

  /// The document and what was made of it lie in the temporary folder until the result has been read.
  @Test func anInterruptWhileTheResultIsReadLeavesNothing() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    let folder = binary.folder.path
    let large =
      "printf '%%PDF-' > $HOME/document.pdf; /usr/bin/truncate -s 24M $HOME/document.pdf; echo $$ > \(folder)/pid"
    binary.environment["PATH"] = try Self.path(binary, ["soffice": "#!/bin/sh\n\(large)\n"])
    binary.environment["TMPDIR"] = folder
    let running = try RunningBinary(binary, Self.render)
    #expect(running.wait { Self.pid(binary).map { kill($0, 0) != 0 } ?? false }, "\(running.said)")
    #expect(running.end(by: SIGINT) == 130)
    #expect(try leftovers(binary) == [])
  }

  /// A program may write the time and what it drew at random; what a text of the document says stays.
  @Test func onlyDatesAndIdentifiersOfThePDFAreSettled() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    func pdf(_ date: String, _ id: String) -> String {
      """
      %PDF-1.7
      %(/ID [<00
      1 0 obj <</Length 22>> stream
      /ID [<12ab> <34cd>] ()
      endstream endobj
      2 0 obj <</URI (https://example.org/ID 12ab) /Title (a \\( stream \\(/ID [<12ab>]\\) /DocChecksum /12) /IDS [<12>]>> endobj
      3 0 obj <</CreationDate (D:\(date)Z') /ModDate(D:\(date)) /Subject (D:1) /Made (/ModDate (D:20200101))>> endobj
      trailer <</ID [ <\(id)>
      <\(id)> ] /DocChecksum /\(id) /Size 4>>
      %%EOF
      """
    }
    let id = "0123456789ABCDEF"
    let made = try binary.file("made.pdf", pdf("20010203040506", id))
    binary.environment["PATH"] = try Self.path(
      binary, ["soffice": "#!/bin/sh\n/bin/cp \(made) $HOME/document.pdf\n"])
    let result = try binary.run(Self.render)
    #expect(result.status == 0, "\(result.errors)")
    let written = try String(contentsOf: binary.folder.appending(path: "plan.pdf"), encoding: .utf8)
    let drawn = try #require(written.split(separator: "DocChecksum /").last?.prefix(16))
    #expect(drawn != id && drawn.count == 16)
    #expect(written == pdf("20261123000000", String(drawn)))
  }

  /// The other program, which writes its number to a file.
  private static func pid(_ binary: CrosswalkBinary) -> Int32? {
    (try? String(contentsOfFile: "\(binary.folder.path)/pid", encoding: .utf8)).flatMap {
      Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }
}
