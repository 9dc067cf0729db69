import CrosswalkModel
import GRDB
import GRDBSQLite

/// A prepared statement of SQLite, for rows in bulk: values are bound and read without a container between.
///
/// Values are bound in the order of the parameters; a bind that fails is reported by the next ``step()``.
struct SQLStatement: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private var parameter: Int32 = 0
  private var failedBind: Int32 = SQLITE_OK

  /// Compiles `sql`.
  ///
  /// The statement must not outlive the access to `database` in which it was made.
  init(_ sql: String, on database: Database) throws {
    guard let connection = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Self.error(code, connection) }
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  // MARK: Binding

  mutating func bind(_ value: Int64) { note(sqlite3_bind_int64(statement, next(), value)) }
  mutating func bind(_ value: Int) { bind(Int64(value)) }
  mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }
  mutating func bind(_ value: Double?) {
    guard let value else { return bindNull() }
    note(sqlite3_bind_double(statement, next(), value))
  }
  mutating func bind(_ value: Int?) {
    if let value { bind(value) } else { bindNull() }
  }
  mutating func bind(_ value: Bool?) {
    if let value { bind(value) } else { bindNull() }
  }
  mutating func bind(_ text: String) {
    var text = text
    text.withUTF8 { bind(UnsafeRawBufferPointer($0)) }
  }
  mutating func bind(_ text: String?) {
    if let text { bind(text) } else { bindNull() }
  }
  /// Binds the text of a span, or NULL where there is none.
  mutating func bind(_ span: TextSpan, of catalog: Catalog) {
    guard !span.isEmpty else { return bindNull() }
    catalog.withBytes(of: span) { bind($0) }
  }
  mutating func bindNull() { note(sqlite3_bind_null(statement, next())) }

  /// Binds UTF-8 as a text.
  mutating func bind(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count
    // Without an address SQLite would bind NULL, and an empty text is none.
    guard count > 0, count <= Int32.max, let start = bytes.baseAddress else {
      return note(sqlite3_bind_text(statement, next(), "", 0, Self.transient))
    }
    let text = start.assumingMemoryBound(to: CChar.self)
    note(sqlite3_bind_text(statement, next(), text, Int32(count), Self.transient))
  }

  /// SQLite's own name for "copy the bytes now"; its C macro is a cast that Swift does not import.
  private static var transient: sqlite3_destructor_type? {
    unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type?.self)
  }

  private mutating func next() -> Int32 {
    parameter += 1
    return parameter
  }

  private mutating func note(_ code: Int32) {
    if code != SQLITE_OK, failedBind == SQLITE_OK { failedBind = code }
  }

  // MARK: Running

  /// Goes to the next row; false after the last one, when values may be bound anew.
  mutating func step() throws -> Bool {
    guard failedBind == SQLITE_OK else { throw Self.error(failedBind, connection) }
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    // The error must be made before the reset, which may replace the message.
    let failure = code == SQLITE_DONE ? nil : Self.error(code, connection)
    sqlite3_reset(statement)
    parameter = 0
    if let failure { throw failure }
    return false
  }

  /// Runs a statement that gives no rows, and gives the number of rows it changed.
  @discardableResult
  mutating func run() throws -> Int {
    while try step() {}
    return Int(sqlite3_changes(connection))
  }

  /// Forgets the rows that are left.
  mutating func rewind() {
    sqlite3_reset(statement)
    parameter = 0
  }

  // MARK: Columns of the current row, from 0

  borrowing func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
  borrowing func bool(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }
  borrowing func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
  borrowing func double(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }
  borrowing func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }
  borrowing func text(_ column: Int32) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }
  borrowing func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Gives the bytes of a text column without a copy; none for NULL.
  borrowing func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result)
    rethrows
    -> Result
  {
    // The order matters to SQLite: first the text, then its length.
    let start = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}

extension Database {
  /// Whether SQLite could open the file for reading only; it does so silently.
  var isReadOnlyFile: Bool { sqlite3_db_readonly(sqliteConnection, "main") != 0 }
}
