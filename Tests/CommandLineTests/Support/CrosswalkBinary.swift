import Foundation

/// Runs the built binary as a user would: own store, own environment, exit status and both streams kept.
struct CrosswalkBinary {
  struct Result {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
    }
  }

  /// A folder of this test's own; the store lies in it.
  let folder: URL
  var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "crosswalk-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  var store: URL { folder.appending(path: "store.sqlite") }

  /// Removes the folder; tests call it in `defer`.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ content: String) throws -> String { try file(name, Data(content.utf8)) }

  func file(_ name: String, _ content: Data) throws -> String {
    let url = folder.appending(path: name)
    try content.write(to: url)
    return url.path
  }

  @discardableResult
  func run(_ arguments: String..., input: FileHandle? = nil) throws -> Result { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = [
      "CROSSWALK_STORE": store.path, "HOME": folder.path, "PATH": "/usr/bin:/bin",
      "CROSSWALK_CONTENT": Checkout.root.appending(path: "Crosswalks").path,
    ].merging(environment) { $1 }
    process.currentDirectoryURL = folder
    let output = folder.appending(path: "stdout-\(UUID().uuidString)")
    let errors = folder.appending(path: "stderr-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: output.path, contents: nil)
    FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    let status =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Result(
      status: status, output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The binary that was built together with these tests.
  static let executable: URL = {
    // The test runner lies in the same folder of the build, or names the test bundle that does.
    let candidates =
      ProcessInfo.processInfo.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
      + [Checkout.root.appending(path: ".build/debug")]
    let found = candidates.map { $0.appending(path: "crosswalk") }
    return found.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? found[found.count - 1]
  }()
}

/// The checkout that these tests belong to.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of an example that ships, named without `.json`.
  static func example(_ name: String) -> String {
    root.appending(path: "Crosswalks/Examples/\(name).json").path
  }
}

/// Official data, which is not part of the repository.
enum RealData {
  static let folder: URL = {
    let named = ProcessInfo.processInfo.environment["CROSSWALK_SHARED"].map { URL(filePath: $0) }
    return (named ?? Checkout.root.deletingLastPathComponent().appending(path: "shared")).appending(
      path: "data")
  }()
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Published mapping sets with the texts of their frameworks stand beside the data.
  static let hasPublishedSets = FileManager.default.fileExists(atPath: publishedSet("gold"))
  static func publishedSet(_ name: String) -> String {
    folder.deletingLastPathComponent().appending(path: "evaluate/\(name)").path
  }
}

/// Another program, as an independent witness; `nil` where it is not installed.
func outside(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> (
  status: Int32, output: String
)? {
  let paths = ["/usr/bin/", "/bin/", "/usr/sbin/", "/usr/local/bin/"].map { $0 + program }
  guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
    return nil
  }
  let process = Process()
  process.executableURL = URL(filePath: path)
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
