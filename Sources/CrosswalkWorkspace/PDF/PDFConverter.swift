import CrosswalkModel
import CrosswalkReaders
import FoundationEssentials
import Glibc

/// Makes PDF files by a program of the system: LibreOffice from Word files, else Chromium from pages.
public struct PDFConverter: Sendable {
  /// The document that the program starts from.
  public enum Input: String, Sendable {
    case docx, html
  }

  /// What the program reads.
  public let input: Input
  private let program: String

  /// How long the program may take, in seconds.
  static let seconds = 120
  /// The largest PDF, in bytes.
  static let largest = 256 << 20

  /// The program that is installed here, looked for in the folders of `path`.
  ///
  /// - Throws: ``PDFError/noProgram``.
  public static func find(path: String) throws(PDFError) -> PDFConverter {
    let programs: [(Input, [String])] = [
      (.docx, ["soffice", "libreoffice"]), (.html, ["chromium", "chromium-browser", "google-chrome"]),
    ]
    for (input, names) in programs {
      for folder in path.split(separator: ":") where folder.hasPrefix("/") {
        for name in names where access("\(folder)/\(name)", X_OK) == 0 {
          return PDFConverter(input: input, program: "\(folder)/\(name)")
        }
      }
    }
    throw .noProgram
  }

  /// `document` as PDF.
  ///
  /// The program runs with a profile of its own in a private folder, without scripts and links; what it writes about
  /// the time and itself is put in order, so that the same document gives the same bytes on one machine.
  ///
  /// - Parameter day: The day that the PDF says it was made.
  /// - Throws: ``PDFError``, ``Interrupted``.
  public func convert(_ document: [UInt8], day: CalendarDate) throws -> [UInt8] {
    // From before the folder is made until it is gone: nobody else would remove it.
    try Interruption.postponed { try converted(document, day: day) }
  }

  private func converted(_ document: [UInt8], day: CalendarDate) throws -> [UInt8] {
    let folder: TemporaryFolder
    do throws(SystemError) { folder = try TemporaryFolder() } catch {
      throw PDFError.temporary(errno: error.number)
    }
    try Self.write(document, to: "\(folder.path)/document.\(input.rawValue)")
    if input == .docx { try writeOfficeProfile(folder.path) }
    let child = ChildProcess(
      program: program, arguments: arguments(folder.path), environment: Self.environment(folder.path),
      folder: folder.path)
    let end = try child.run(seconds: Self.seconds)
    if end == .late { throw PDFError.late(program: program.baseName, seconds: Self.seconds) }
    let limits = ReadingLimits.standard.with(fileBytes: Self.largest)
    let result = try? SourceFile(path: "\(folder.path)/document.pdf").bytes(limits: limits)
    guard end == .status(0), let result, result.starts(with: Array("%PDF-".utf8)) else {
      throw PDFError.failed(program: program.baseName, said: Self.lastLine(of: "\(folder.path)/log", end))
    }
    return PDFIdentity.settled(result, day: day)
  }

  private func arguments(_ folder: String) -> [String] {
    switch input {
    case .docx:
      [
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        "-env:UserInstallation=\(Self.url(of: "\(folder)/profile"))", "--convert-to", "pdf:writer_pdf_Export",
        "--outdir",
        folder, "\(folder)/document.docx",
      ]
    case .html:
      // The sandbox of Chromium cannot be set up by root.
      ["--headless", "--disable-gpu"] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [
        "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--print-to-pdf=\(folder)/document.pdf", Self.url(of: "\(folder)/document.html"),
      ]
    }
  }

  /// `path` as programs take it where they want an address: blanks, `#`, `%` and the like are escaped.
  private static func url(of path: String) -> String {
    URL(filePath: path, directoryHint: .notDirectory).absoluteString
  }

  /// Nothing of the user's but the search path: neither locale nor profile nor time zone shape the result.
  private static func environment(_ folder: String) -> [String: String] {
    [
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp",
    ]
  }

  /// Settings that keep LibreOffice from following what an author's Word file may refer to.
  private func writeOfficeProfile(_ folder: String) throws(PDFError) {
    for name in ["profile", "profile/user"] where mkdir("\(folder)/\(name)", 0o700) != 0 {
      throw .temporary(errno: errno)
    }
    let security = "/org.openoffice.Office.Common/Security/Scripting"
    let settings: [(path: String, name: String, value: String)] = [
      (security, "MacroSecurityLevel", "3"), (security, "BlockUntrustedRefererLinks", "true"),
      (security, "DisableMacrosExecution", "true"),
      ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ]
    let items = settings.map {
      "<item oor:path=\"\($0.path)\"><prop oor:name=\"\($0.name)\" oor:op=\"fuse\"><value>\($0.value)</value>"
        + "</prop></item>\n"
    }
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
      + items.joined() + "</oor:items>\n"
    try Self.write(Array(text.utf8), to: "\(folder)/profile/user/registrymodifications.xcu")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(PDFError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .temporary(errno: errno) }
    defer { close(descriptor) }
    let problem = bytes.write(to: descriptor)
    guard problem == 0 else { throw .temporary(errno: problem) }
  }

  /// The last line that the program wrote, or how it ended.
  private static func lastLine(of log: String, _ end: ChildProcess.End) -> String {
    if case .notStarted(let code) = end { return String(cString: strerror(code)) }
    let said = (try? SourceFile(path: log).bytes(limits: .standard.with(fileBytes: 1 << 20))) ?? []
    let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
    if let last = lines.last { return String(last.prefix(200)) }
    if case .status(let status) = end, status != 0 { return "it ended with status \(status)" }
    return ""
  }
}
