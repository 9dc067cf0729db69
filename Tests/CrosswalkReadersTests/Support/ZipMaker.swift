/// Writes a zip container byte by byte (PKWARE's APPNOTE), so that it may be as wrong as a test needs.
struct ZipMaker {
  struct Member {
    var name: String
    var bytes: [UInt8] = Array("x".utf8)
    var mode: UInt32 = 0o100644
    var flags: UInt16 = 0
    var declaredSize: Int?
  }

  static func make(_ members: [Member]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for member in members {
      let offset = file.count
      let common =
        le16(20) + le16(member.flags) + le16(0) + le16(0) + le16(0x21) + le32(checksum(member.bytes))
        + le32(UInt32(member.bytes.count)) + le32(UInt32(member.declaredSize ?? member.bytes.count))
        + le16(UInt16(member.name.utf8.count)) + le16(0)
      file += le32(0x0403_4B50) + common + Array(member.name.utf8) + member.bytes
      directory +=
        le32(0x0201_4B50) + le16(0x0314) + common + le16(0) + le16(0) + le16(0) + le32(member.mode << 16)
        + le32(UInt32(offset)) + Array(member.name.utf8)
    }
    let count = UInt16(members.count)
    return file + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count)
      + le32(UInt32(directory.count)) + le32(UInt32(file.count)) + le16(0)
  }

  private static func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func le32(_ value: UInt32) -> [UInt8] {
    le16(UInt16(value & 0xFFFF)) + le16(UInt16(value >> 16))
  }
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { part, _ in part >> 1 ^ (part & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
