import Foundation
import Testing

/// PDF files come from another program where there is one.
@Suite struct TemplatePDFTests {
  private static func isHere(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
  }
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
    .enabled(if: isHere("soffice") || isHere("chromium"), "neither LibreOffice nor Chromium is installed"))
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

  @Test func anInterruptEndsTheOtherProgramAndLeavesNothing() throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    let folder = binary.folder.path
    binary.environment["PATH"] = try Self.path(
      binary, ["soffice": "#!/bin/sh\necho $$ > \(folder)/pid\n/bin/sleep 100\n"])
    binary.environment["TMPDIR"] = folder
    let running = try RunningBinary(binary, Self.render)
    func pid() -> Int32? {
      (try? String(contentsOfFile: "\(folder)/pid", encoding: .utf8)).flatMap {
        Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    #expect(running.wait { pid() != nil }, "\(running.said)")
    let child = try #require(pid())
    #expect(running.end(by: SIGINT) == 130)
    #expect(kill(child, 0) != 0, "the other program still runs")
    #expect(try leftovers(binary) == [])
  }
}
