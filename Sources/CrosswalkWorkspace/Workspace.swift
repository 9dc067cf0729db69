import CrosswalkImporters
import CrosswalkModel
import CrosswalkStore

/// One user's store together with the content that ships: what every question is asked of.
///
/// The line from files to reports is put together here: readers, importers, store and mapper meet nowhere else.
public struct Workspace: Sendable {
  /// What the workspace is opened for.
  public enum Access: Sendable {
    /// Works on a store that cannot be written, too.
    case reading
    /// As for reading, and a store that does not exist is an error.
    case existing
    case writing
  }

  /// The store.
  package let store: CrosswalkStore
  let content: BundledContent

  /// Opens the store; one that does not exist is made, with the bundled content in it, unless it should exist.
  ///
  /// - Parameters:
  ///   - now: When bundled content counts as learned, where it has to be brought; `nil` where nobody knows.
  ///   - progress: Told, in a few words, what long work is at.
  /// - Throws: `StoreError`, `ImportError` (for broken bundled content).
  public static func open(
    store location: StoreLocation, content folder: ContentLocation, access: Access,
    now: Moment? = nil, progress: (String) -> Void = { _ in }
  ) throws -> Workspace {
    let content = try BundledContent(folder)
    if access != .writing, let store = try openExisting(location, content, mayBeMissing: access == .reading) {
      return Workspace(store: store, content: content)
    }
    let store = try CrosswalkStore.open(at: location.path, access: .readWrite)
    if try store.needsBundledContent(version: content.version) {
      progress("Putting the bundled frameworks into \(location.path)")
      try store.saveBundled(try content.imports(at: now), version: content.version)
    }
    return Workspace(store: store, content: content)
  }

  /// The workspace as its store was known at the end of `day`, for reading; itself where no day is named.
  ///
  /// Every question asked of it sees that store; reports of questions that state it say so.
  public func known(by day: CalendarDate?) throws -> Workspace {
    guard let day else { return self }
    return Workspace(store: try store.known(by: day), content: content)
  }

  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate? { store.knownBy }

  /// The store for reading; `nil` where it must be made or brought up to date first, and can be.
  private static func openExisting(
    _ location: StoreLocation, _ content: BundledContent, mayBeMissing: Bool
  ) throws -> CrosswalkStore? {
    let store: CrosswalkStore
    do { store = try CrosswalkStore.open(at: location.path, access: .readOnly) } catch {
      if case .missing = error.reason, mayBeMissing { return nil }
      throw error
    }
    guard try store.needsBundledContent(version: content.version) else { return store }
    // A store that only can be read is used as it is.
    do { _ = try CrosswalkStore.open(at: location.path, access: .readWrite) } catch {
      if error.exitStatus == .permission { return store }
      throw error
    }
    return nil
  }
}
