import CrosswalkDigest
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// The list of sources is configuration: what is wrong in it has a place and the status 78.
@Suite struct SourceManifestTests {
  private static let file =
    #"{"name":"a.xml","urls":["https://example.org/a"],"maximumBytes":9,"maximumSeconds":9}"#
  private static let key = Data(repeating: 7, count: 32).base64EncodedString()

  /// One source, with `changes` in place of its members; `nil` leaves one out.
  private static func manifest(_ changes: [String: String?] = [:]) -> String {
    var members: [String: String] = [
      "id": #""a""#, "title": #""A""#, "publisher": #""P""#, "licence": #""L""#, "framework": #""f""#,
      "files": "[\(file)]",
      "marks": #"[{"fact":"title","equals":"A"}]"#, "verification": #"{"kind":"marks"}"#, "maximumAge": "9",
    ]
    for (name, value) in changes { members[name] = value }
    let lines = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    return #"{"schema":"crosswalk-sources/1","sources":[{"# + "\n" + lines.joined(separator: ",\n") + "\n}]}"
  }

  private static func read(_ text: String) throws(ImportError) -> SourceManifest {
    try SourceManifest(SourceFile(name: "sources.json", bytes: Array(text.utf8)))
  }

  @Test func readsWhatASourceSays() throws {
    let text = Self.manifest([
      "hosts": #"["mirror.example"]"#, "asOf": #""2024-07-12""#, "revision": #""1""#,
      "marks": #"[{"fact":"property","name":"celex","equals":"X"},{"fact":"title","contains":"B"}]"#,
      "verification":
        #"{"kind":"signed","threshold":1,"keys":[{"id":"k","publicKey":"\#(Self.key)"}],"manifest":\#(Self.file.replacingOccurrences(of: "a.xml", with: "m.json")),"signatures":\#(Self.file.replacingOccurrences(of: "a.xml", with: "s.json"))}"#,
    ])
    let manifest = try Self.read(text)
    #expect(manifest.digest == ContentDigest.hexadecimal(ContentDigest.sha256(Array(text.utf8))))
    let source = try #require(manifest.sources.first)
    #expect(source.location == SourceLocation(file: "sources.json", line: 1, column: 44))
    #expect(source.hosts == ["mirror.example"])
    #expect(source.marks.map { $0.fact.name } == ["property celex", "title"])
    #expect(source.asOf == CalendarDate("2024-07-12"))
    guard case .signed(let policy) = source.verification else {
      Issue.record("not signed")
      return
    }
    #expect(policy.keys == [SourceManifest.Key(id: "k", publicKey: Self.key)])
  }

  private static func file(_ member: String, _ value: String) -> [String: String] {
    let members = [
      "name": #""a.xml""#, "urls": #"["https://example.org/a"]"#, "maximumBytes": "9", "maximumSeconds": "9",
    ]
    .merging([member: value]) { $1 }
    return [
      "files": "[{"
        + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}]"
    ]
  }

  private static func signed(_ keys: String, _ threshold: Int) -> [String: String] {
    let other = file.replacingOccurrences(of: "a.xml", with: "m.json")
    let third = file.replacingOccurrences(of: "a.xml", with: "s.json")
    return [
      "verification":
        #"{"kind":"signed","threshold":\#(threshold),"keys":[\#(keys)],"manifest":\#(other),"signatures":\#(third)}"#
    ]
  }

  private static let wrong: [(changes: [String: String], words: String)] = [
    (["id": #""A b""#], "\"id\" is"), (["framework": #""a/b""#], "\"framework\""),
    (["title": #""""#], "\"title\""),
    (["maximumAge": "0"], "\"maximumAge\""), (["maximumUnchanged": "0"], "\"maximumUnchanged\""),
    (["format": #""pdf""#], "\"format\" is one of oscal-catalog"), (["files": "[]"], "at least one file"),
    (["files": "[\(file),\(file)]"], "stands twice"),
    (["marks": "[]"], "at least one mark"), (["marks": #"[{"fact":"colour","equals":"x"}]"#], "\"fact\" is"),
    (["marks": #"[{"fact":"title","equals":"x","contains":"y"}]"#], "either"),
    (["marks": #"[{"fact":"property","equals":"x"}]"#], "\"name\""),
    (["marks": #"[{"fact":"title","name":"n","equals":"x"}]"#], "only \"property\""),
    (["hosts": #"["Example.org"]"#], "host name"),
    (["hosts": #"["10.0.0.1"]"#], "host name"), (["asOf": #""2024-13-01""#], "\"asOf\""),
    (["revision": #""a b""#], "\"revision\""),
    (["more": "1"], "not known here"), (["verification": #"{"kind":"trust-me"}"#], "\"kind\" is"),
    (["verification": #"{"kind":"pinned"}"#], "needs the \"sha256\""),
    (["verification": #"{"kind":"marks","threshold":1}"#], "only \"signed\""),
    (["verification": #"{"kind":"signed","threshold":1}"#], "needs"),
    (file("urls", "[]"), "at least one address"),
    (file("urls", #"["http://example.org/a"]"#), "plain http"),
    (file("urls", #"["https://me:hush@example.org/a"]"#), "names a user"),
    (file("urls", #"["https://10.0.0.1/a"]"#), "in place of a name"),
    (file("urls", #"["https://аpple.example/a"]"#), "plain ASCII"),
    (file("urls", #"["https://example.org/a#b"]"#), "behind #"),
    (file("maximumBytes", "0"), "\"maximumBytes\""),
    (file("maximumSeconds", "-1"), "\"maximumSeconds\""), (file("sha256", #""ABC""#), "\"sha256\""),
    (file("name", #""../a""#), "\"name\" is"), (file("name", #"".a""#), "\"name\" is"),
    (file("accept", #""a\r\nX: y""#), "header"),
    (signed("", 1), "\"threshold\""), (signed(#"{"id":"k","publicKey":"\#(key)"}"#, 2), "\"threshold\""),
    (signed(#"{"id":"k","publicKey":"\#(key)"}"#, 0), "\"threshold\""),
    (signed(#"{"id":"k","publicKey":"AAAA"}"#, 1), "32 bytes"),
    (signed(#"{"id":"k","publicKey":"\#(key)"},{"id":"l","publicKey":"\#(key)"}"#, 1), "stands twice"),
  ]

  @Test(arguments: wrong.indices) func saysWhatIsWrongAndWhere(_ index: Int) throws {
    let (changes, words) = Self.wrong[index]
    let error = try #require(throws: ImportError.self) { try Self.read(Self.manifest(changes)) }
    #expect(error.exitStatus == .configuration)
    #expect(error.diagnostic.code == "malformed-sources")
    #expect(error.diagnostic.message.contains(words), "\(error.diagnostic.line)")
    #expect(!error.diagnostic.line.contains("hush"))
    #expect(error.location.line > 1 || words == "not known here")
  }

  @Test func refusesASecondSourceOfTheSameName() throws {
    let one = Self.manifest()
    let source = one.dropFirst(#"{"schema":"crosswalk-sources/1","sources":["#.count).dropLast(2)
    let error = try #require(throws: ImportError.self) {
      try Self.read(#"{"schema":"crosswalk-sources/1","sources":["# + source + "," + source + "]}")
    }
    #expect(error.diagnostic.message == "\"a\" stands twice")
  }

  @Test func refusesASecondSourceOfTheSameFramework() throws {
    let sources = ["a", "b"].map { id in
      Self.manifest(["id": "\"\(id)\""]).dropFirst(#"{"schema":"crosswalk-sources/1","sources":["#.count)
        .dropLast(2)
    }
    let error = try #require(throws: ImportError.self) {
      try Self.read(#"{"schema":"crosswalk-sources/1","sources":["# + sources.joined(separator: ",") + "]}")
    }
    #expect(error.exitStatus == .configuration)
    #expect(error.diagnostic.message.hasPrefix("\"f\" is the framework of \"a\" already"))
    #expect(error.location.line > 10, "the second one is named")
  }

  @Test func readsTheListThatShips() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Crosswalks/sources.json"
    ).path
    let manifest = try SourceManifest(SourceFile(path: path))
    #expect(manifest.sources.count == 14)
    let addresses = try manifest.sources.flatMap(\.files).flatMap(\.urls).map { try SourceAddress($0) }
    #expect(addresses.allSatisfy { $0.scheme == .https && !$0.isLoopback })
    #expect(
      Set(addresses.map(\.host)) == ["raw.githubusercontent.com", "airc.nist.gov", "publications.europa.eu"])
    let act = try #require(manifest.sources.first { $0.id == "eu-ai-act" })
    #expect(act.files.map(\.acceptLanguage) == ["eng", "deu", "fra"])
  }
}
