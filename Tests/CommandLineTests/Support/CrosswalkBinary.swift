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

  /// The binary with its arguments and surroundings, not started yet.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = [
      "CROSSWALK_STORE": store.path, "HOME": folder.path, "PATH": "/usr/bin:/bin",
      "CROSSWALK_CONTENT": Checkout.root.appending(path: "Crosswalks").path,
    ].merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }

  @discardableResult
  func run(_ arguments: String..., input: FileHandle? = nil) throws -> Result { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Result {
    let process = process(arguments)
    let output = folder.appending(path: "stdout-\(UUID().uuidString)")
    let errors = folder.appending(path: "stderr-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: output.path, contents: nil)
    FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
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
