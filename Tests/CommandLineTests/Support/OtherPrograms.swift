import Foundation

/// Runs a program to its end; what it writes to both of its streams is the output.
func runProgram(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> (
  status: Int32, output: String
) {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = folder }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

/// The file of a program of the system; `nil` where it is not installed.
func installed(_ program: String) -> String? {
  ["/usr/bin/", "/bin/", "/usr/sbin/", "/usr/local/bin/"].map { $0 + program }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Another program, as an independent witness; `nil` where it is not installed.
func outside(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> (
  status: Int32, output: String
)? {
  guard let path = installed(program) else { return nil }
  return try runProgram(path, arguments, in: folder)
}

/// LibreOffice, as a reader of what is written.
enum Office {
  static let isHere = installed("soffice") != nil
  static let whySkipped = "LibreOffice (soffice) is not installed"

  /// Opens `file` and saves it in another form into the folder `output`, with a profile in the folder of the test.
  static func convert(
    _ file: String, to form: String, in output: URL, _ binary: CrosswalkBinary
  ) throws -> (status: Int32, output: String) {
    try outside(
      "soffice",
      [
        "--headless", "-env:UserInstallation=file://\(binary.folder.path)/office", "--convert-to", form,
        "--outdir", output.path, file,
      ]) ?? (127, whySkipped)
  }
}
