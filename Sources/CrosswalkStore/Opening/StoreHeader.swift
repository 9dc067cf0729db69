import GRDB

/// What the file says about itself: whose it is, and how many steps of the schema it has taken.
struct StoreHeader: Hashable {
  /// The mark of a Crosswalk store in the header of its file: the bytes of "XWLK", read as a big-endian number.
  static let applicationID = 0x5857_4C4B

  let applicationID: Int
  let schemaVersion: Int

  /// Reads the header without a lock, a log or any other file beside the store.
  ///
  /// SQLite reads it, not this module: closing a descriptor of our own would drop the locks that another connection
  /// of this process holds on the file. Such a look can see a file that is just being written as torn: then others
  /// follow, under SQLite's locks while there is a log. It may have gone home between the two, and the file be whole.
  init(_ file: StoreFile) throws(StoreError) {
    do {
      self = try Self.read(file.uri("mode=ro&immutable=1"))
    } catch let error as DatabaseError where Self.meansDamage(error) {
      for _ in 0..<Self.furtherLooks {
        guard let next = try? Self.read(file.uri(file.hasPendingLog ? "mode=ro" : "mode=ro&immutable=1"))
        else {
          continue
        }
        self = next
        return
      }
      throw StoreError(error, file)
    } catch {
      throw StoreError(error, file)
    }
  }

  /// A file that is damaged for good looks so each time; writers move their log home once in that time at most.
  private static let furtherLooks = 3

  private init(applicationID: Int, schemaVersion: Int) {
    self.applicationID = applicationID
    self.schemaVersion = schemaVersion
  }

  private static func read(_ uri: String) throws -> StoreHeader {
    var configuration = Configuration()
    configuration.readonly = true
    // Whoever moves a log home holds the store for that moment, which says nothing about the file.
    configuration.busyMode = .timeout(2)
    return try DatabaseQueue(path: uri, configuration: configuration).unsafeRead { database in
      StoreHeader(
        applicationID: try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        schemaVersion: try Migration.version(of: database))
    }
  }

  private static func meansDamage(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
  }

  /// Refuses a file of another application or of a newer program.
  func check(_ file: StoreFile) throws(StoreError) {
    guard applicationID == Self.applicationID else {
      let whose = applicationID == 0 ? "it has no application mark" : "it belongs to another application"
      throw StoreError(.notAStore(whose), path: file.path)
    }
    guard schemaVersion <= Migration.all.count else {
      throw StoreError(.newer(version: schemaVersion, supported: Migration.all.count), path: file.path)
    }
    guard schemaVersion > 0 else { throw StoreError(.damaged("it has no schema version"), path: file.path) }
  }
}
