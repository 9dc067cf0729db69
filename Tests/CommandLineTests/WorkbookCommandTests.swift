import Foundation
import Testing

/// Workbooks from the command line, read by programs of others.
@Suite struct WorkbookCommandTests {
  private static let pair = ["--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]
  static let commands = [
    ["gap"] + pair, ["equivalence"] + pair, ["plan", "--level", "addressed"] + pair,
    ["duties", "eu-ai-act", "--role", "provider", "--route", "annex-iii"], ["mappings"] + pair,
    ["export", "mapping"] + pair, ["export", "report"] + pair, ["whatif", "--patch", "claims.csv"] + pair,
  ]
  private static let whySkipped: Comment =
    "openpyxl is not installed: set CROSSWALK_PYTHON to an interpreter with it"

  private func binary() throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    _ = try binary.file("claims.csv", Self.hostile)
    return binary
  }

  /// Notes that a spreadsheet might run, link or not be able to hold.
  private static let notes = [
    "=1+1", "=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")", "+1+1", "@SUM(A1)", "https://example.org/a",
    "_x0041_ & ]]> <b>", "-2+3",
  ]
  private static let hostile: String = {
    let rows = notes.enumerated().map { index, note in
      "nist-ai-rmf-1.0/GOVERN 1.\(index + 1),eu-ai-act/8(1),related,,,,0.5,human,draft,=A1,2026-11-23,,,,,\"\(note)\"\n"
    }
    return MappingExportTests.header + rows.joined()
  }()

  private func write(_ binary: CrosswalkBinary, _ arguments: [String], _ name: String) throws -> String {
    let file = binary.folder.appending(path: name).path
    let result = try binary.run(arguments + ["--format", "xlsx", "--output", file])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result.errors)")
    return file
  }

  @Test(.enabled(if: PythonWitness.has("openpyxl"), whySkipped), arguments: commands)
  func openpyxlReadsTypedCellsAndNoFormula(arguments: [String]) throws {
    let binary = try binary()
    defer { binary.remove() }
    let file = try write(binary, arguments, "book.xlsx")
    let script = """
      import sys, datetime, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      names = book.sheetnames
      assert names[0] == "Summary" and len(names) > 1 and all(len(n) <= 31 for n in names), names
      types = set()
      for sheet in book:
          assert not sheet.protection.sheet and not sheet._hyperlinks, sheet.title
          for row in sheet.iter_rows():
              for cell in row:
                  assert cell.data_type != "f" and cell.hyperlink is None, (sheet.title, cell.coordinate)
                  types.add(cell.data_type)
          if sheet.title == "Summary": continue
          assert sheet.freeze_panes == "B2", (sheet.title, sheet.freeze_panes)
          assert sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"), sheet.title
          assert sheet.print_title_rows in ("1:1", "$1:$1"), sheet.print_title_rows
          assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0, sheet.title
          assert "&P" in sheet.oddFooter.right.text or "Page" in sheet.oddFooter.right.text
          for column in range(1, sheet.max_column + 1):
              head = sheet.cell(1, column).value
              values = [sheet.cell(r, column).value for r in range(2, sheet.max_row + 1)]
              values = [v for v in values if v is not None]
              if head == "Confidence": assert all(isinstance(v, (int, float)) for v in values), sheet.title
              if head in ("Date", "From", "Applies from"): assert all(isinstance(v, datetime.datetime) for v in values), (sheet.title, head)
              if head == "Verdict": assert sheet.conditional_formatting, sheet.title
      print(sorted(types))
      """
    let answer = try PythonWitness.run(script, [file])
    #expect(answer.status == 0, "\(arguments[0]): \(answer.output)")
    #expect(answer.output.contains("'s'") || answer.output.contains("inlineStr"), "\(answer.output)")
  }

  @Test(arguments: commands)
  func theSameStoreGivesTheSameBytes(arguments: [String]) throws {
    var binary = try binary()
    defer { binary.remove() }
    let day = arguments[0] == "mappings" || arguments[1] == "mapping" ? [] : ["--as-of", "2026-11-23"]
    let first = try Data(contentsOf: URL(filePath: write(binary, arguments + day, "first.xlsx")))
    binary.environment = ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "TMPDIR": binary.folder.path]
    let second = try Data(contentsOf: URL(filePath: write(binary, arguments + day, "second.xlsx")))
    #expect(first == second)
    let left = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
    #expect(
      Set(left).subtracting(["first.xlsx", "second.xlsx", "claims.csv"]).allSatisfy {
        $0.hasPrefix("store.sqlite")
      },
      "\(left)")
  }

  @Test func aTemporaryFolderThatIsNotThereIsNoHindrance() throws {
    var binary = try binary()
    defer { binary.remove() }
    binary.environment = ["TMPDIR": "/nonexistent"]
    _ = try write(binary, Self.commands[0], "book.xlsx")
  }

  @Test(.enabled(if: Office.isHere, Comment(rawValue: Office.whySkipped)))
  func libreOfficeShowsHostileTextsAsTexts() throws {
    let binary = try binary()
    defer { binary.remove() }
    #expect(try binary.run("import", binary.folder.appending(path: "claims.csv").path).status == 0)
    let file = try write(binary, ["export", "mapping"] + Self.pair, "book.xlsx")
    // Fields by commas, all in quotes, formulas as they stand, every sheet.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1"
    let answer = try Office.convert(file, to: filter, in: binary.folder, binary)
    #expect(answer.status == 0, "\(answer.output)")
    let table = try String(contentsOf: binary.folder.appending(path: "book-All claims.csv"), encoding: .utf8)
    for note in Self.notes { #expect(table.contains("\"\(note)\""), "\(note)") }
    #expect(table.contains("\"=A1\""), "an author that looks like a formula")
    #expect(!table.contains("Err:") && !table.contains("#NAME?"))
  }

  @Test(.enabled(if: installed("script") != nil, "script (util-linux) is not installed"))
  func aTerminalIsNotShownTheBytes() throws {
    let binary = try binary()
    defer { binary.remove() }
    let command =
      "CROSSWALK_STORE='\(binary.store.path)' CROSSWALK_CONTENT='\(Checkout.root.path)/Crosswalks' "
      + "'\(CrosswalkBinary.executable.path)' \(Self.commands[0].joined(separator: " ")) --format xlsx"
    let answer = try #require(try outside("script", ["-qec", command, "/dev/null"]))
    #expect(answer.status == 64)
    #expect(answer.output.contains("--output FILE"))
    #expect(!answer.output.contains("PK"))
  }

  @Test func workbooksHoldClaimsNotPairsOfFrameworks() throws {
    let binary = try binary()
    defer { binary.remove() }
    #expect(try binary.run("mappings", "--format", "xlsx").status == 64)
    #expect(try binary.run(["mappings", "--derived", "--format", "xlsx"] + Self.pair).status == 64)
  }

  @Test(.enabled(if: (try? outside("bash", ["--version"])) != nil, "bash is not installed"))
  func whereThereIsNoRoomNothingIsWritten() throws {
    let binary = try binary()
    defer { binary.remove() }
    #expect(try binary.run("frameworks").status == 0)
    let file = binary.folder.appending(path: "book.xlsx").path
    let command =
      "ulimit -f 100; CROSSWALK_STORE='\(binary.store.path)' CROSSWALK_CONTENT='\(Checkout.root.path)/Crosswalks' "
      + "'\(CrosswalkBinary.executable.path)' \(Self.commands[0].joined(separator: " ")) --format xlsx --output '\(file)'"
    let answer = try #require(try outside("bash", ["-c", command]))
    #expect(answer.status == 74, "\(answer.output)")
    #expect(answer.output.contains("error: the workbook cannot be made"), "\(answer.output)")
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
