import Foundation

/// A store, a list of sources and a server that gives them: nights happen one after the other.
final class RefreshBench {
  let binary: CrosswalkBinary
  let server: SourceServer
  let ids: [String]

  /// - Parameters:
  ///   - ids: The sources; `a` is served from `a.xml` and has revisions of `sample-a`.
  ///   - answers: What is otherwise about the answers for a source.
  init(_ ids: [String] = ["a"], answers: [String: [String: Any]] = [:], maximumAge: Int = 3) throws {
    binary = try CrosswalkBinary()
    self.ids = ids
    var script: [String: [[String: Any]]] = [:]
    for id in ids {
      script["/\(id).xml"] = [["bodyFile": "\(id).xml"].merging(answers[id] ?? [:]) { $1 }]
    }
    server = try SourceServer(script, in: binary.folder)
    try writeList(maximumAge: maximumAge)
  }

  deinit { binary.remove() }

  var list: String { binary.folder.appending(path: "sources.json").path }

  /// Writes the list of sources; `marks` replaces the expected title.
  func writeList(
    maximumAge: Int = 3, title: String = "Sample", framework: (String) -> String = { "sample-\($0)" },
    path: (String) -> String = { "\($0).xml" }
  ) throws {
    let sources = ids.map { id -> [String: Any] in
      [
        "id": id, "title": "Sample \(id)", "publisher": "Sample Office", "licence": "none",
        "framework": framework(id), "format": "oscal-catalog",
        "files": [
          [
            "name": "\(id).xml", "urls": ["http://127.0.0.1:\(server.port)/\(path(id))"],
            "maximumBytes": 20_000_000,
            "maximumSeconds": 60,
          ]
        ],
        "marks": [["fact": "title", "contains": title]], "verification": ["kind": "marks"],
        "maximumAge": maximumAge,
      ]
    }
    let document: [String: Any] = ["schema": "crosswalk-sources/1", "sources": sources]
    try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys]).write(
      to: URL(filePath: list))
  }

  /// What the source gives from now on.
  func offer(_ catalog: SampleCatalog, as id: String = "a") throws { try offer(catalog.xml, as: id) }
  func offer(_ text: String, as id: String = "a") throws { _ = try binary.file("\(id).xml", text) }

  /// One night.
  @discardableResult
  func night(_ arguments: String...) throws -> CrosswalkBinary.Result {
    try binary.run(["refresh", "--manifest", list] + arguments)
  }

  /// One night, whose summary is read.
  func summary(_ arguments: String...) throws -> (
    status: Int32, report: [String: Any], sources: [String: [String: Any]]
  ) {
    let result = try binary.run(["refresh", "--manifest", list, "--format", "json"] + arguments)
    let report = (try? result.json()) ?? ["errors": result.errors]
    var sources: [String: [String: Any]] = [:]
    for source in report["sources"] as? [[String: Any]] ?? [] {
      sources[source["id"] as? String ?? ""] = source
    }
    return (result.status, report, sources)
  }

  /// The revisions of a framework in the store.
  func revisions(of framework: String = "sample-a") throws -> [String] {
    let list = try binary.run("frameworks", "--format", "json").json()
    return (list["frameworks"] as? [[String: Any]] ?? []).filter { $0["id"] as? String == framework }
      .compactMap { $0["revision"] as? String }
  }

  /// Every row of every table but those whose name begins with `besides`, read past the code under test.
  func dump(besides prefix: String = " ") throws -> String {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name").fetchall():
          if not name.startswith(sys.argv[2]):
              for row in sorted(map(repr, db.execute('select * from "%s"' % name))): print(name, row)
      print(db.execute("pragma integrity_check").fetchall())
      """
    return try runProgram("/usr/bin/env", ["python3", "-c", script, binary.store.path, prefix]).output
  }

  /// What lies beside the store, besides what the test put there and SQLite's own files.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: binary.folder.path).filter { $0.hasPrefix(".store") }
  }
}

extension [String: Any] {
  /// The names of the guards that a source hit.
  var guardNames: [String] { (self["guards"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String } }
  var outcome: String { self["outcome"] as? String ?? "?" }
  var digest: String { self["diffDigest"] as? String ?? "?" }
}
