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

  /// The profiles whose columns `header` has, those that ask for most only: none, one, or several that tie.
  ///
  /// - Parameter rows: The first rows below the header, for profiles that ask for certain cells.
  func profiles(
    fitting header: TableHeader, rows: some Collection<TableRow> = [], transposed: Bool = false
  ) -> [ColumnProfile] {
    let fitting = profiles.filter { profile in
      (profile.transposed ?? false) == transposed && profile.header.allSatisfy { header.column($0) != nil }
        && (profile.contains ?? [:]).allSatisfy { Self.stands($0.value, under: $0.key, header, rows) }
    }
    let most = fitting.map { Self.demands(of: $0) }.max()
    return fitting.filter { Self.demands(of: $0) == most }
  }

  /// How much a profile asks of a table.
  private static func demands(of profile: ColumnProfile) -> Int {
    profile.header.count + (profile.contains ?? [:]).count
  }

  private static func stands(
    _ content: String, under name: String, _ header: TableHeader, _ rows: some Collection<TableRow>
  ) -> Bool {
    guard let column = header.column(name) else { return false }
    return rows.contains {
      column < $0.cells.count && $0[column].oneLine.lowercased() == content.lowercased()
    }
  }
}
