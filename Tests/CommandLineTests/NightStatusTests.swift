import Foundation
import Testing

/// What each exit status of a refresh says on standard error.
@Suite struct NightStatusTests {
  /// What can go wrong, and the status that it ends with.
  enum Trouble: String, CaseIterable {
    case unknownOption, garbage, noAnswer, listMissing, listWrong, anotherRefresh, noSuchFolder, halfCatalog,
      none

    var status: Int32 {
      switch self {
      case .unknownOption: 64
      case .garbage: 65
      case .listMissing: 66
      case .noAnswer: 69
      case .noSuchFolder: 77
      case .anotherRefresh: 75
      case .listWrong: 78
      case .halfCatalog: 5
      case .none: 3
      }
    }
  }

  private func result(of trouble: Trouble, on night: InventedNight, _ options: [String]) throws
    -> CrosswalkBinary.Result
  {
    let manifest = night.bench.list
    func refresh(_ arguments: String...) throws -> CrosswalkBinary.Result {
      try night.binary.run(["refresh", "--manifest", manifest, "--exit-code"] + arguments + options)
    }
    switch trouble {
    case .unknownOption: return try refresh("--no-such-option")
    case .garbage:
      try night.bench.offer("<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"><metadata></catalog>")
    case .noAnswer:
      let text = try String(contentsOfFile: manifest, encoding: .utf8)
      try Data(text.replacing("127.0.0.1:\(night.bench.server.port)", with: "127.0.0.1:1").utf8).write(
        to: URL(filePath: manifest))
    case .listMissing: try FileManager.default.removeItem(atPath: manifest)
    case .listWrong: try Data("{\n  \"schema\": 1\n}\n".utf8).write(to: URL(filePath: manifest))
    case .anotherRefresh:
      return try locked(night, ["refresh", "--manifest", manifest, "--exit-code"] + options)
    case .noSuchFolder: return try refresh("--store", "/proc/no/such/store.sqlite")
    case .halfCatalog: try night.bench.offer(InventedNight.half)
    case .none: break
    }
    return try refresh()
  }

  /// The command while somebody else has the lock of the refresh.
  private func locked(_ night: InventedNight, _ arguments: [String]) throws -> CrosswalkBinary.Result {
    let lock = night.binary.store.path + ".refresh-lock"
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    return try night.binary.run(arguments)
  }

  @Test(arguments: Trouble.allCases)
  func everyStatusOf64AndMoreIsAnErrorThatIsSaidAndNoLowerOne(trouble: Trouble) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let result = try result(of: trouble, on: night, [])
    let expected: [Int32] = trouble == .noSuchFolder ? [73, 77] : [trouble.status]
    #expect(expected.contains(result.status), "\(result.status): \(result.errors)")
    let errors = result.errors.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(errors.isEmpty == (result.status < 64), "\(result.errors)")
  }

  @Test(arguments: Trouble.allCases)
  func theSameStandsInTheLogAsObjects(trouble: Trouble) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let result = try result(of: trouble, on: night, ["--log-format", "json"])
    var severities: Set<String> = []
    for line in result.errors.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
      for key in ["file", "line", "column", "severity", "code", "message"] {
        #expect(object[key] != nil, "\(key) in \(line)")
      }
      severities.insert(object["severity"] as? String ?? "")
    }
    #expect(severities.contains("error") == (result.status >= 64), "\(result.errors)")
  }
}
