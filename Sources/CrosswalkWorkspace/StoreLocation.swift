import CrosswalkModel

/// Where the store is.
public struct StoreLocation: Hashable, Sendable {
  /// The file of the store.
  public let path: String

  /// The store that the user named, else `$CROSSWALK_STORE`, else `crosswalk/store.sqlite` in `$XDG_DATA_HOME`
  /// (without that variable, in `$HOME/.local/share`).
  ///
  /// - Throws: ``WorkspaceError/noHome`` where none of these is set.
  public init(named name: String?, environment: (String) -> String?) throws(WorkspaceError) {
    func variable(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let name {
      path = name
    } else if let store = variable("CROSSWALK_STORE") {
      path = store
    } else if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      path = data + "/crosswalk/store.sqlite"
    } else if let home = variable("HOME") {
      path = home + "/.local/share/crosswalk/store.sqlite"
    } else {
      throw .noHome
    }
  }
}
