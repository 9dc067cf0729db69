import CrosswalkModel
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The frameworks and claims of one user, in one SQLite file.
///
/// A save happens whole or not at all, and is on the disk when it returns. Several processes may use one store:
/// readers see the state of one moment, and writers wait for each other.
public final class CrosswalkStore: Sendable {
  /// What a store is opened for.
  public enum Access: Sendable {
    case readOnly
    /// Makes the store, and the folders above it for their owner only, where there is none; who may use the file is what
    /// the mask of file rights says.
    case readWrite
  }

  /// The file as the user named it.
  public let path: String
  /// What it was opened for.
  public let access: Access
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public let knownBy: CalendarDate?
  let file: StoreFile
  let connection: StoreConnection

  /// Opens the store at `path`.
  ///
  /// A file that is not a store of ours, or of a newer program, is refused with its bytes untouched and nothing
  /// made beside it. A store can be read where neither it nor its folder can be written.
  ///
  /// - Throws: ``StoreError`` with the reason; the exit statuses are those of the command line's contract.
  public static func open(at path: String, access: Access) throws(StoreError) -> CrosswalkStore {
    try open(at: path, access: access, patience: 5)
  }

  /// - Parameter seconds: How long to wait for another process before the store counts as busy.
  static func open(at path: String, access: Access, patience seconds: Double) throws(StoreError)
    -> CrosswalkStore
  {
    let file = StoreFile(path: path)
    if try file.kind() == .missing {
      guard access == .readWrite else { throw StoreError(.missing, path: path) }
      try StoreCreation.create(file)
    }
    try check(file, access)
    do {
      let connection =
        switch access {
        case .readOnly: try StoreConnection.forReading(file, patience: seconds)
        case .readWrite: try StoreConnection.forWriting(file, patience: seconds)
        }
      return CrosswalkStore(file: file, access: access, connection: connection)
    } catch {
      throw StoreError(error, file)
    }
  }

  /// The store as it was known at the end of `day`, for reading: what was imported, said or done later does not count.
  ///
  /// Which law applies on a day is another question, asked with a day of its own.
  ///
  /// - Note: The words of bundled summaries are those of the newest release, since what a release renews is not kept. What
  ///   was imported without a time, as stores of older versions noted bundled content, counts as always known.
  /// - Throws: ``StoreError`` as for opening.
  public func known(by day: CalendarDate) throws(StoreError) -> CrosswalkStore {
    do {
      let connection = try StoreConnection.forReading(file, patience: 5)
      try connection.queue.unsafeRead { database in
        try PastViews(day, version: Migration.version(of: database)).create(in: database)
      }
      return CrosswalkStore(file: file, access: .readOnly, connection: connection, knownBy: day)
    } catch {
      throw StoreError(error, file)
    }
  }

  /// Refuses what is not ours before SQLite may write to it.
  private static func check(_ file: StoreFile, _ access: Access) throws(StoreError) {
    switch try file.kind() {
    case .file: break
    case .somethingElse: throw StoreError(.notAStore("it is not a regular file"), path: file.path)
    // A link that leads nowhere.
    case .missing: throw StoreError(.cannotCreate("the name is taken"), path: file.path)
    }
    guard file.isReadable else {
      throw StoreError(file.refusal(of: "read the store", needing: R_OK), path: file.path)
    }
    try StoreHeader(file).check(file)
    if access == .readWrite, !file.isWritable {
      throw StoreError(file.refusal(of: "write the store"), path: file.path)
    }
  }

  private init(
    file: StoreFile, access: Access, connection: StoreConnection, knownBy: CalendarDate? = nil
  ) {
    path = file.path
    self.access = access
    self.knownBy = knownBy
    self.file = file
    self.connection = connection
  }

  /// Reads with `body`, which sees the state of one moment.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      let value = try connection.queue.read(body)
      try checkUnchanged()
      return value
    } catch {
      // What looks like damage may be the work of another process that our missing lock did not keep out.
      try checkUnchanged()
      throw StoreError(error, file)
    }
  }

  /// A connection without locks can only notice afterwards that somebody wrote.
  private func checkUnchanged() throws(StoreError) {
    guard let before = connection.unlocked, file.fingerprint() != before || file.hasPendingLog else { return }
    throw StoreError(.changedWhileRead, path: path)
  }

  /// Runs `body` outside a transaction, for statements that SQLite allows nowhere else.
  func outsideTransaction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try connection.queue.writeWithoutTransaction(body)
    } catch {
      throw StoreError(error, file)
    }
  }

  /// Writes with `body` in one transaction, which ends without a change where it says so or throws.
  func writing<Value>(_ body: (Database) throws -> (Value, Database.TransactionCompletion)) throws(StoreError)
    -> Value
  {
    guard access == .readWrite else { throw StoreError(.openedForReading, path: path) }
    do {
      return try connection.queue.writeWithoutTransaction { database in
        var result: Value?
        try database.inTransaction(.immediate) {
          let (value, completion) = try body(database)
          result = value
          return completion
        }
        guard let result else { throw StoreError.Reason.unexpected("a transaction without a result") }
        return result
      }
    } catch {
      throw StoreError(error, file)
    }
  }
}
