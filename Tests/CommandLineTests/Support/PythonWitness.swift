import Foundation

/// Python with packages of others, as an independent reader of what is written: the interpreter that CROSSWALK_PYTHON
/// names.
enum PythonWitness {
  private static let interpreter = ProcessInfo.processInfo.environment["CROSSWALK_PYTHON"] ?? ""

  /// Whether `module` can be imported.
  static func has(_ module: String) -> Bool { (try? run("import \(module)"))?.status == 0 }

  /// Runs a script; its first argument is `sys.argv[1]`.
  static func run(_ script: String, _ arguments: [String] = []) throws -> (status: Int32, output: String) {
    guard FileManager.default.isExecutableFile(atPath: interpreter) else { return (127, "no interpreter") }
    return try runProgram(interpreter, ["-c", script] + arguments)
  }
}
