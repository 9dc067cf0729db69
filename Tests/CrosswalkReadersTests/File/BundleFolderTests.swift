import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// No path leads out of the folder that it starts from.
@Suite struct BundleFolderTests {
  /// A folder `bundle` with a file in it and in a folder of it, beside a file that no path may reach.
  private struct Bundle {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID().uuidString)")
    var root: String { folder.appending(path: "bundle").path }

    init() throws {
      let inside = folder.appending(path: "bundle/inside")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try Data("secret".utf8).write(to: folder.appending(path: "secret.txt"))
      try Data("here".utf8).write(to: folder.appending(path: "bundle/here.txt"))
      try Data("deep".utf8).write(to: inside.appending(path: "deep.txt"))
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: "\(root)/\(name)", withDestinationPath: target)
    }

    func text(_ path: String) throws(ReadingError) -> String {
      String(decoding: try SourceFile(path: path, beneath: root).bytes(), as: UTF8.self)
    }

    func fault(_ path: String) -> ReadingError.Reason? {
      do {
        _ = try text(path)
        return nil
      } catch { return error.reason }
    }
  }

  @Test(arguments: [
    ("here.txt", "here"), ("inside/deep.txt", "deep"), ("./inside/./deep.txt", "deep"),
    ("inside/../here.txt", "here"), ("inside//deep.txt", "deep"),
  ])
  func readsWhatLiesInTheFolder(path: String, content: String) throws {
    #expect(try Bundle().text(path) == content)
  }

  @Test(arguments: [
    "../secret.txt", "inside/../../secret.txt", "/etc/passwd", "..", "inside/../..", "none/../../secret.txt",
    "here.txt/../../secret.txt", "inside/none/a/../../../../secret.txt",
  ])
  func refusesPathsThatLeadOut(path: String) throws {
    #expect(try Bundle().fault(path) == .leavesFolder(path))
  }

  @Test func refusesLinksThatLeadOutAndFollowsThoseThatDoNot() throws {
    let bundle = try Bundle()
    try bundle.link("out", to: "../secret.txt")
    try bundle.link("absolute", to: "\(bundle.root)/here.txt")
    try bundle.link("up", to: "..")
    try bundle.link("fine", to: "inside/deep.txt")
    try bundle.link("inside/back", to: "../here.txt")
    try bundle.link("folder", to: "inside")
    #expect(bundle.fault("out") == .leavesFolder("out"))
    #expect(bundle.fault("absolute") == .leavesFolder("absolute"))
    #expect(bundle.fault("up/secret.txt") == .leavesFolder("up/secret.txt"))
    #expect(try bundle.text("fine") == "deep")
    #expect(try bundle.text("inside/back") == "here")
    #expect(try bundle.text("folder/../folder/deep.txt") == "deep")
  }

  @Test func linksInACircleEnd() throws {
    let bundle = try Bundle()
    try bundle.link("round", to: "round")
    try bundle.link("a", to: "b/x")
    try bundle.link("b", to: "a/y")
    #expect(bundle.fault("round") == .symlinkLoop)
    #expect(bundle.fault("a") == .symlinkLoop)
  }

  @Test func saysWhatIsNoFile() throws {
    let bundle = try Bundle()
    #expect(bundle.fault("inside") == .isDirectory && bundle.fault("absent.txt") == .notFound)
    #expect(bundle.fault("here.txt/below") == .notFound && bundle.fault("") == .notFound)
    #expect(bundle.fault("none/../here.txt") == .notFound && bundle.fault("none/a/../..") == .notFound)
    #expect(bundle.fault("here\0.txt") == .notFound)
    #expect(mkfifo("\(bundle.root)/pipe", 0o600) == 0)
    #expect(bundle.fault("pipe") == .notRegularFile)
  }

  @Test func givesAllPiecesOfAFileLargerThanOne() throws {
    let bundle = try Bundle()
    let bytes = (0..<600_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: "\(bundle.root)/large"))
    var read: [UInt8] = []
    try SourceFile(path: "large", beneath: bundle.root).forEachPiece { read += $0 }
    #expect(read == bytes)
  }
}
