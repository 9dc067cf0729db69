import CrosswalkModel
import CrosswalkRefresh
import CrosswalkTerminal
import CrosswalkWorkspace
import Glibc

/// The workspace of a run.
///
/// A run for show works on a store that is there without writing to it, and on one of its own that goes with it where there
/// is none.
struct PreparedWorkspace: ~Copyable {
  let workspace: Workspace
  private let folder: TemporaryFolder?

  init(_ global: GlobalOptions, isDryRun: Bool, open: (Workspace.Access) throws -> Workspace) throws {
    let location = try StoreLocation(named: global.store, environment: Terminal.environment)
    guard isDryRun, access(location.path, F_OK) != 0 else {
      workspace = try open(isDryRun ? .reading : .writing)
      folder = nil
      return
    }
    let folder: TemporaryFolder
    do throws(SystemError) { folder = try TemporaryFolder() } catch {
      throw RefreshError.cannotCreate("a temporary folder", errno: error.number)
    }
    workspace = try Workspace.open(
      store: StoreLocation(named: folder.path + "/store.sqlite", environment: Terminal.environment),
      content: ContentLocation.find(environment: Terminal.environment, executable: Executable.path),
      access: .writing)
    self.folder = consume folder
  }
}
