import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import FoundationEssentials

extension BundledContent {
  /// The names of the templates that ship, sorted.
  func templateNames() -> [String] {
    location.files(in: "Templates", suffix: "").compactMap { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return location.files(in: "Templates/\(name)", suffix: "template.json").isEmpty ? nil : name
    }
  }

  /// The manifest of the template that ships under `name`.
  func templateManifest(_ name: String) throws -> TemplateManifest? {
    try templateManifest(inFolder: "\(location.folder)/Templates/\(name)")
  }

  /// The manifest of the template in `folder`; `nil` where the folder holds none.
  ///
  /// - Throws: `ImportError` for a manifest that is none, `ReadingError`.
  func templateManifest(inFolder folder: String) throws -> TemplateManifest? {
    guard !folder.isEmpty else { return nil }
    let file = SourceFile(path: folder + "/template.json")
    let bytes: [UInt8]
    do { bytes = try file.bytes() } catch {
      if error.exitStatus == .noInput { return nil }
      throw error
    }
    do { return try JSONDecoder().decode(TemplateManifest.self, from: Data(bytes)) } catch {
      throw ImportError(
        .malformedFile("it is no manifest of a template"),
        at: SourceLocation(file: file.name, line: 1, column: 1))
    }
  }
}
