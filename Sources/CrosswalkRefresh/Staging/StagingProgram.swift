import CrosswalkModel
import CrosswalkWorkspace
import FoundationEssentials
import Glibc

/// The program that imports what came from a source, in a process of its own: whatever the bytes do to it, the run goes
/// on and the store is not open there.
public struct StagingProgram: Sendable {
  /// The program's file, this one.
  let path: String
  /// The content that ships, which knows frameworks and column profiles.
  let content: ContentLocation

  /// The program in the file `path`.
  public init(path: String, content: ContentLocation) {
    self.path = path
    self.content = content
  }

  /// Runs the import; what it says goes to files in `folder`.
  ///
  /// - Returns: What it said beside the result, in order.
  /// - Throws: ``StagingError``, `Interrupted`.
  func run(_ command: StagingCommand, limits: StagingLimits, in folder: String, source: String) throws
    -> [Diagnostic]
  {
    let child = ChildProcess(
      program: path, arguments: command.arguments(limits),
      environment: ["CROSSWALK_CONTENT": content.folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"],
      folder: folder,
      keepsErrorsApart: true, hasLifeline: true)
    let end = try child.run(seconds: limits.clockSeconds)
    let said = StagingLog.diagnostics(in: "\(folder)/errors")
    if let reason = Self.failure(end, said) { throw StagingError(source: source, reason: reason) }
    return said
  }

  private static func failure(_ end: ChildProcess.End, _ said: [Diagnostic]) -> StagingError.Reason? {
    switch end {
    case .status(0): return nil
    case .late, .status(128 + SIGXCPU): return .overLimit("time")
    case .notStarted(let number): return .notStarted(errno: number)
    case .status(let status):
      if let first = said.first(where: { $0.severity == .error }) {
        return .refused(first, ExitStatus(rawValue: status) ?? .data)
      }
      // Swift ends with a trap where the memory that it needs is refused; a kernel short of memory kills.
      return status == 128 + SIGKILL ? .overLimit("memory") : .crashed(status: status)
    }
  }
}

/// What the importing process wrote to standard error: one JSON object a line.
enum StagingLog {
  private struct Line: Decodable {
    var file: String?
    var line, column: Int?
    var severity, code, message: String
    var control, hint: String?
  }

  /// The most that is read: what a hostile file makes an importer say has a bound.
  private static let limit = 256 << 10

  /// The diagnostics in the file at `path`; lines that are none are passed over.
  static func diagnostics(in path: String) -> [Diagnostic] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = fread(&bytes, 1, limit, file)
    return bytes[..<count].split(separator: UInt8(ascii: "\n")).compactMap(diagnostic)
  }

  private static func diagnostic(_ bytes: ArraySlice<UInt8>) -> Diagnostic? {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)),
      let severity = Diagnostic.Severity(rawValue: line.severity)
    else { return nil }
    var location: SourceLocation?
    if let file = line.file, let row = line.line, let column = line.column {
      // The folder is gone when somebody reads this: the name of the file is what the list calls it.
      location = SourceLocation(
        file: file.split(separator: "/").last.map(String.init) ?? file, line: row, column: column)
    }
    return Diagnostic(
      severity, code: line.code, message: line.message, location: location, control: line.control,
      hint: line.hint)
  }
}
