import CrosswalkDigest
import CrosswalkModel

extension SignedManifest {
  /// Reads a manifest whose signatures hold.
  init(_ bytes: [UInt8], file: String) throws(TrustError) {
    let document = try LocatedValue(bytes, file: file)
    let names = ["schema", "version", "published", "expires", "files"]
    let members = try document.members(names)
    func member(_ name: String) -> LocatedValue { members[name] ?? document }
    guard try member("schema").string() == Self.schemaVersion else {
      throw member("schema").fault("\"schema\" must be \"\(Self.schemaVersion)\"")
    }
    self.file = file
    digest = ContentDigest.hexadecimal(ContentDigest.sha256(bytes))
    version = try member("version").integer(from: 1)
    published = try member("published").moment()
    expires = try member("expires").moment()
    guard published < expires else { throw member("expires").fault("it expires before it was published") }
    entries = try Self.entries(member("files"))
  }

  private static func entries(_ list: LocatedValue) throws(TrustError) -> [Entry] {
    var entries: [Entry] = []
    for element in try list.elements() {
      let members = try element.members(["name", "sha256", "bytes"])
      func member(_ name: String) -> LocatedValue { members[name] ?? element }
      let name = try member("name").string()
      guard !name.isEmpty, !entries.contains(where: { $0.name == name }) else {
        throw member("name").fault("\"\(name)\" is empty or stands twice")
      }
      let digest = try member("sha256").string()
      guard digest.utf8.count == 64,
        digest.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
      else { throw member("sha256").fault("\"sha256\" is 64 lower-case hexadecimal digits") }
      entries.append(Entry(name: name, sha256: digest, bytes: try member("bytes").integer(from: 0)))
    }
    guard !entries.isEmpty else { throw list.fault("the manifest names no file") }
    return entries
  }
}
