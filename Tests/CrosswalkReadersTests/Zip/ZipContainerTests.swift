import CLibZip
import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkReaders

/// Row E05 of the adversarial table: what a container may not hold.
@Suite struct ZipContainerTests {
  private func open(_ bytes: [UInt8], _ limits: ReadingLimits = .standard) throws(ReadingError)
    -> ZipContainer
  {
    try ZipContainer(SourceFile(name: "a.zip", bytes: bytes), limits: limits)
  }

  private func reason(_ members: [ZipMaker.Member], _ limits: ReadingLimits = .standard) -> ReadingError
    .Reason?
  {
    do throws(ReadingError) {
      _ = try open(ZipMaker.make(members), limits)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func readsRegularFilesInTheOrderOfTheArchive() throws {
    let container = try open(
      ZipMaker.make([
        .init(name: "b.xml", bytes: Array("<b/>".utf8)), .init(name: "d/", bytes: [], mode: 0o040755),
        .init(name: "d/a.xml", bytes: []), .init(name: "d/é.xml", bytes: [1, 2]),
      ]))
    #expect(container.files.map(\.name) == ["a.zip!b.xml", "a.zip!d/a.xml", "a.zip!d/é.xml"])
    #expect(try container.files[0].bytes() == Array("<b/>".utf8))
    #expect(try container.files[1].siblingNamed("é.xml")?.bytes() == [1, 2])
    #expect(container.files[1].siblingNamed("b.xml") == nil)
    #expect(readXML(container.files[1]).error?.location.file == "a.zip!d/a.xml")
  }

  @Test(arguments: [
    "../a", "a/../b", "/etc/passwd", "a\\b", "..\\a", "C:/a", "a//b", "./a", "", "a\nb", "a\u{202E}b", "..",
    "/",
  ])
  func refusesNamesThatLeadAstray(name: String) {
    #expect(reason([.init(name: name)]) == .unsafeMemberName(name))
  }

  @Test func refusesNamesThatClash() {
    #expect(reason([.init(name: "a.xml"), .init(name: "A.XML")]) == .memberClash("A.XML", with: "a.xml"))
    #expect(
      reason([.init(name: "a/", bytes: [], mode: 0o040755), .init(name: "A")])
        == .memberClash("A", with: "a/"))
    #expect(
      reason([.init(name: "\u{E9}"), .init(name: "e\u{301}")]) == .memberClash("e\u{301}", with: "\u{E9}"))
  }

  @Test func refusesLinksDevicesAndEncryptedMembers() {
    #expect(reason([.init(name: "link", mode: 0o120777)]) == .memberNotRegular("link"))
    #expect(reason([.init(name: "pipe", mode: 0o010644)]) == .memberNotRegular("pipe"))
    #expect(reason([.init(name: "a", flags: 1)]) == .encryptedMember("a"))
  }

  @Test func limitsNumberSizeAndTotal() {
    var limits = ReadingLimits.standard
    limits.zipEntries = 2
    limits.zipEntryBytes = 10
    limits.zipTotalBytes = 15
    func member(_ name: String, _ count: Int) -> ZipMaker.Member {
      .init(name: name, bytes: [UInt8](repeating: 0, count: count))
    }
    #expect(reason([member("a", 10), member("b", 5)], limits) == nil)
    #expect(reason([member("a", 1), member("b", 1), member("c", 1)], limits) == .tooManyMembers(limit: 2))
    #expect(reason([member("a", 11)], limits) == .memberTooLarge("a", limit: 10))
    #expect(reason([member("a", 10), member("b", 6)], limits) == .membersTooLarge(limit: 15))
  }

  @Test func refusesABomb() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/bomb.zip"
    var code: Int32 = 0
    let archive = zip_open(path, ZIP_CREATE, &code)
    let zeros = [UInt8](repeating: 0, count: 20 << 20)
    zeros.withUnsafeBytes { bytes in
      let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0)
      zip_file_add(archive, "zeros", source, 0)
      zip_close(archive)
    }
    let error = #expect(throws: ReadingError.self) { try ZipContainer(SourceFile(path: path)) }
    #expect(error?.reason == .memberRatio("zeros", limit: 200))
  }

  @Test func refusesDamageWithoutACrash() {
    let whole = ZipMaker.make([
      .init(name: "a.xml", bytes: Array("<a/>".utf8)), .init(name: "b", bytes: [1, 2, 3]),
    ])
    #expect(throws: Never.self) { try open(whole) }
    for count in whole.indices { #expect(throws: ReadingError.self) { try open(Array(whole[..<count])) } }
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x41
      // Some bytes (dates, versions) may be anything; nothing may crash or change the content silently.
      let files = (try? open(damaged))?.files ?? []
      for file in files { #expect((try? file.bytes()).map { [4, 3].contains($0.count) } == true) }
    }
    #expect(reason([.init(name: "a", declaredSize: 100)]) != nil)
    #expect(throws: ReadingError(.notZip, file: "a.zip")) { try open(Array("id,title".utf8)) }
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
  func readsOfficialContainers() throws {
    for path in RealData.files(in: "eu-law/ai-act") where path.hasSuffix(".zip") {
      let container = try ZipContainer(SourceFile(path: path))
      #expect(!container.files.isEmpty)
      for file in container.files where file.name.hasSuffix(".xml") { #expect(faultOfXML(file) == nil) }
    }
  }
}
