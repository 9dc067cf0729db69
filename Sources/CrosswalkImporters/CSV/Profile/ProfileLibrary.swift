import CrosswalkModel
import CrosswalkReaders
import FoundationEssentials

/// The column profiles at hand, in the order of their names.
public struct ProfileLibrary: Sendable {
  /// In ascending order of their names.
  public let profiles: [ColumnProfile]

  /// A library of these profiles; of two with one name the later counts.
  public init(_ profiles: [ColumnProfile]) {
    var byName: [String: ColumnProfile] = [:]
    for profile in profiles { byName[profile.name] = profile }
    self.profiles = byName.values.sorted { $0.name < $1.name }
  }

  /// Reads every `*.json` file of `folder`.
  ///
  /// - Throws: ``ImportError`` at the first profile, by file name, that is malformed or not named as its file.
  public init(folder: String, limits: ReadingLimits = .standard) throws(ImportError) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw ImportError(ReadingError(.notFound, file: folder))
    }
    var profiles: [ColumnProfile] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      let file = SourceFile(path: "\(folder)/\(name)")
      let profile = try ColumnProfile(file, limits: limits)
      guard name == profile.name + ".json" else {
        let start = SourceLocation(file: file.name, line: 1, column: 1)
        throw ImportError(
          .malformedProfile("\"name\" is \"\(profile.name)\", unlike the name of the file"), at: start)
      }
      profiles.append(profile)
    }
    self.init(profiles)
  }

  /// The names of all profiles, in ascending order.
  public var names: [String] { profiles.map(\.name) }

  /// The profile called `name`.
  ///
  /// - Throws: ``ImportError`` `.unknownProfile` with the names that are known, about `file`.
  public func profile(named name: String, for file: SourceFile) throws(ImportError) -> ColumnProfile {
    if let profile = profiles.first(where: { $0.name == name }) { return profile }
    throw ImportError(
      .unknownProfile(name, known: names), at: SourceLocation(file: file.name, line: 1, column: 1))
  }

  /// The profiles whose columns `header` has, those with most columns only: none, one, or several that tie.
  func profiles(fitting header: TableHeader, transposed: Bool = false) -> [ColumnProfile] {
    let fitting = profiles.filter { profile in
      (profile.transposed ?? false) == transposed && profile.header.allSatisfy { header.column($0) != nil }
    }
    let most = fitting.map(\.header.count).max()
    return fitting.filter { $0.header.count == most }
  }
}
