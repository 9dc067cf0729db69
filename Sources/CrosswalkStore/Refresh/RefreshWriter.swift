import CrosswalkModel
import GRDB

/// Writes the record of a run, inside a transaction.
struct RefreshWriter {
  let database: Database

  func write(_ run: RefreshRecord) throws {
    try database.execute(
      sql: """
        INSERT INTO refresh_run (started, finished, manifest, manifest_digest, toolkit, exit_status)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.started.description, run.finished.description, run.manifest, run.manifestDigest, run.toolkit,
        run.exitStatus,
      ])
    let id = database.lastInsertedRowID
    for (position, source) in run.sources.enumerated() { try write(source, position, run: id) }
  }

  private func write(_ source: RefreshRecord.Source, _ position: Int, run: Int64) throws {
    var insert = try SQLStatement(
      "INSERT INTO refresh_source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", on: database)
    insert.bind(run)
    insert.bind(position)
    insert.bind(source.id)
    insert.bind(source.framework.rawValue)
    insert.bind(source.settings)
    insert.bind(source.outcome.rawValue)
    insert.bind(source.before?.revision.rawValue)
    insert.bind(source.before?.digest)
    insert.bind(source.after?.revision.rawValue)
    insert.bind(source.after?.digest)
    insert.bind(source.diffDigest)
    bind(source.guards, to: &insert)
    insert.bind(source.message)
    insert.bind(source.exitStatus)
    insert.bind(source.checkedAt.description)
    try insert.run()
    for (place, file) in source.files.enumerated() { try write(file, place, run: run, source: position) }
    guard let release = source.release else { return }
    try database.execute(
      sql: "INSERT INTO refresh_release VALUES (?, ?, ?, ?, ?)",
      arguments: [run, position, release.keys, release.version, release.digest])
  }

  private func bind(_ guards: [RefreshRecord.GuardFinding], to statement: inout SQLStatement) {
    guard !guards.isEmpty else { return statement.bindNull() }
    var list = FactListWriter()
    for hit in guards { list.append(Property(name: hit.name, value: hit.reason)) }
    list.finish()
    list.bytes.withUnsafeBytes { statement.bind($0) }
  }

  private func write(_ file: SourceFileState, _ position: Int, run: Int64, source: Int) throws {
    var insert = try SQLStatement(
      "INSERT INTO refresh_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", on: database)
    insert.bind(run)
    insert.bind(source)
    insert.bind(position)
    insert.bind(file.name)
    insert.bind(file.url)
    insert.bind(file.etag)
    insert.bind(file.lastModified)
    insert.bind(file.sha256)
    insert.bind(file.bytes)
    insert.bind(file.checkedAt.description)
    insert.bind(file.signedVersion)
    try insert.run()
  }
}
