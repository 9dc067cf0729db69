import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Glibc

/// Official acts beside the repository; never part of it.
enum RealActs {
  /// The folder of shared data: `$CROSSWALK_SHARED`, or `../shared` beside the package.
  static let folder: String = {
    if let named = getenv("CROSSWALK_SHARED") { return String(cString: named) + "/data/eu-law" }
    let package = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    return "/\(package)/shared/data/eu-law"
  }()

  /// Whether the data is there.
  static var isPresent: Bool { access(folder + "/ai-act", R_OK) == 0 }

  /// The regular files in `subfolder` that end in `.xml`, in the order of their names.
  static func files(in subfolder: String) -> [SourceFile] {
    guard let directory = opendir("\(folder)/\(subfolder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".xml") { names.append(name) }
    }
    return names.sorted().map { SourceFile(path: "\(folder)/\(subfolder)/\($0)") }
  }

  /// One file by its name.
  static func file(_ name: String) -> SourceFile { SourceFile(path: "\(folder)/\(name)") }

  /// The rules that recognise the acts used here.
  static let known = KnownFrameworks(
    rules: [("2024/1689", "eu-ai-act"), ("2022/2555", "eu-nis2"), ("910/2014", "eu-eidas")].compactMap {
      number, framework in
      FrameworkID(framework).map { .init(format: "formex", fact: "number", equals: number, framework: $0) }
    })

  /// Everything in `files`, imported.
  static func imported(_ files: [SourceFile]) throws -> CrosswalkGraphBuilder {
    var graph = CrosswalkGraphBuilder()
    let importer = FormexImporter(identity: ImportIdentity(), known: known)
    for publication in try FormexPublication.publications(in: files) {
      try importer.importCatalog(publication, limits: .standard, into: &graph)
    }
    return graph
  }
}
