import CrosswalkModel
import CrosswalkWorkspace
import Foundation

/// A workspace in a folder of its own, with the bundled content in it.
final class BundledWorkspace: Sendable {
  let folder: URL
  let workspace: Workspace

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "crosswalk-workspace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    workspace = try Workspace.open(
      store: StoreLocation(named: folder.appending(path: "store.sqlite").path, environment: { _ in nil }),
      content: ContentLocation(folder: root.appending(path: "Crosswalks").path), access: .writing)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ content: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(content.utf8).write(to: url)
    return url.path
  }
}
