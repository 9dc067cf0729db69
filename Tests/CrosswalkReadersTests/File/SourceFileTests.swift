import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkReaders

@Suite struct SourceFileTests {
  private func reason(_ path: String, _ limits: ReadingLimits = .standard) -> ReadingError.Reason? {
    do throws(ReadingError) {
      _ = try SourceFile(path: path).bytes(limits: limits)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func readsARegularFileAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.xml", Array("<a/>".utf8))
    #expect(try SourceFile(path: file).bytes() == Array("<a/>".utf8))
    #expect(reason("\(folder.path)/none.xml") == .notFound)
    #expect(reason("\(file)/none.xml") == .notFound)
    #expect(reason("") == .notFound)
    #expect(reason("\(file)\0.xml") == .notFound)
    #expect(reason(folder.path) == .isDirectory)
    #expect(reason("/dev/zero") == .notRegularFile)
    #expect(reason("/dev/null") == .notRegularFile)
  }

  @Test func aPipeWithoutAWriterDoesNotBlock() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    #expect(reason("\(folder.path)/pipe") == .notRegularFile)
  }

  @Test func followsLinksButNotInCircles() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", [1, 2])
    #expect(symlink(file, "\(folder.path)/good") == 0)
    #expect(symlink("\(folder.path)/one", "\(folder.path)/two") == 0)
    #expect(symlink("\(folder.path)/two", "\(folder.path)/one") == 0)
    #expect(reason("\(folder.path)/good") == nil)
    #expect(reason("\(folder.path)/one") == .symlinkLoop)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func saysWhenTheRightToReadIsMissing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", [1])
    chmod(file, 0)
    #expect(reason(file) == .permissionDenied)
  }

  @Test func holdsTheLimitWhateverTheSystemSaysAboutTheSize() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", [UInt8](repeating: 0x20, count: 1000))
    #expect(reason(file, .standard.with(fileBytes: 1000)) == nil)
    #expect(reason(file, .standard.with(fileBytes: 999)) == .tooLarge(limit: 999))
    // Files of /proc claim a size of 0.
    #expect(reason("/proc/self/maps", .standard.with(fileBytes: 100)) == .tooLarge(limit: 100))
  }

  @Test func everyReasonHasAStatusACodeAndASentence() {
    let file = "x"
    let statuses: [(ReadingError.Reason, CrosswalkModel.ExitStatus)] = [
      (.notFound, .noInput), (.isDirectory, .noInput), (.notRegularFile, .noInput), (.symlinkLoop, .noInput),
      (.permissionDenied, .permission), (.unreadable(errno: EIO), .inputOutput), (.tooLarge(limit: 1), .data),
      (.doctype, .data), (.unclosedQuote, .data), (.notXML(.gzip), .data),
      (.tooManyAttributes(limit: 512), .data),
    ]
    for (reason, status) in statuses { #expect(ReadingError(reason, file: file).exitStatus == status) }
    #expect(
      ReadingError(.tooManyAttributes(limit: 512), file: file).diagnostic.line
        == "x:1:1: error: too many attributes (limit 512)")
    #expect(ReadingError(.notXML(.gzip), file: file).diagnostic.code == "not-xml")
    #expect(
      ReadingError(.invalidText(encoding: "UTF-8", offset: 7), file: file).diagnostic.code == "invalid-text")
  }

  @Test func findsAFileBesideAnother() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("a.xml", [1])
    _ = try folder.write("b.xml", [2])
    let file = SourceFile(path: first)
    #expect(try file.siblingNamed("b.xml")?.bytes() == [2])
    #expect(try file.loaded().siblingNamed("b.xml")?.bytes() == [2])
    #expect(file.siblingNamed("c.xml") == nil)
    for name in ["", ".", "..", "../a.xml", "/etc/passwd", "b.xml\0"] {
      #expect(file.siblingNamed(name) == nil)
    }
    #expect(SourceFile(name: "x", bytes: []).siblingNamed("a.xml") == nil)
  }

  @Test func aLoadedFileKeepsItsBytes() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.xml", [1])
    let loaded = try SourceFile(path: path).loaded()
    _ = try folder.write("a.xml", [2])
    #expect(try loaded.bytes() == [1])
    #expect(loaded.name == path)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><a/>", SourceKind.xml), ("\u{FEFF}\n <catalog>", .xml), ("{\"a\":1}", .json),
    (" [ ]", .json),
    ("[None],b", .text), ("id,title", .text), ("", .empty), (" \n", .empty), ("<!DOCTYPE HTML>", .html),
    ("\n<html lang='en'>", .html), ("PK\u{3}\u{4}", .zip), ("ab\u{0}c,d", .text),
  ])
  func sniffsTheKindOfAFile(text: String, kind: SourceKind) throws {
    #expect(try SourceFile(name: "x", bytes: Array(text.utf8)).sniff() == kind)
  }

  @Test func sniffsEncodedAndPackedFiles() throws {
    func kind(_ bytes: [UInt8]) throws -> SourceKind { try SourceFile(name: "x", bytes: bytes).sniff() }
    #expect(try kind("<a/>".encoded("UTF-16LE")) == .xml)
    #expect(try kind("id,b".encoded("UTF-16BE")) == .text)
    #expect(try kind([0x1F, 0x8B, 8, 0]) == .gzip)
    #expect(try kind([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0]) == .binary)
  }
}
