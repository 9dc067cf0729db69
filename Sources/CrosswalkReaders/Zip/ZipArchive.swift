import CLibZip
import Glibc

/// One zip archive in memory, open for reading through libzip: closed once, here.
struct ZipArchive: ~Copyable {
  /// What libzip says about a member.
  struct Member {
    let index: UInt64
    let path: String
    let size: Int
    let compressedSize: Int
    let isEncrypted: Bool
    /// The file type of a Unix mode, 0 where the archive has none.
    let fileType: UInt32
  }

  private let archive: OpaquePointer
  private let name: String

  /// Opens `bytes`, which messages call `name`.
  init(_ bytes: [UInt8], name: String) throws(ReadingError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // libzip frees the copy together with the source, so that nothing of it points into Swift's memory.
    guard let copy = malloc(max(bytes.count, 1)) else {
      throw ReadingError(.damagedZip("no memory"), file: name)
    }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      throw Self.damage(&error, name: name)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw Self.damage(&error, name: name)
    }
    self.archive = archive
    self.name = name
  }

  deinit { zip_discard(archive) }

  /// Members, folders included.
  var count: Int { Int(zip_get_num_entries(archive, 0)) }

  /// The member at `index`.
  func member(_ index: Int) throws(ReadingError) -> Member {
    var status = zip_stat_t()
    zip_stat_init(&status)
    let wanted = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
    guard zip_stat_index(archive, UInt64(index), 0, &status) == 0, status.valid & wanted == wanted,
      let path = status.name, let size = Int(exactly: status.size),
      let compressed = Int(exactly: status.comp_size)
    else { throw Self.damage(zip_get_error(archive), name: name) }
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard zip_file_get_external_attributes(archive, UInt64(index), 0, &system, &attributes) == 0 else {
      throw Self.damage(zip_get_error(archive), name: name)
    }
    return Member(
      index: UInt64(index), path: String(cString: path), size: size, compressedSize: compressed,
      isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE), fileType: attributes >> 16 & S_IFMT)
  }

  /// The content of a member, checked against its checksum and its declared size.
  func content(of member: Member) throws(ReadingError) -> [UInt8] {
    guard let file = zip_fopen_index(archive, member.index, 0) else {
      throw Self.damage(zip_get_error(archive), name: name)
    }
    defer { zip_fclose(file) }
    // One byte more than declared shows a size that lies, and reading to the end checks the checksum.
    var bytes = [UInt8](repeating: 0, count: member.size + 1)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBufferPointer { buffer in
        zip_fread(file, buffer.baseAddress.map { $0 + count }, UInt64(buffer.count - count))
      }
      guard read >= 0 else { throw Self.damage(zip_file_get_error(file), name: name) }
      if read == 0 { break }
      count += Int(read)
    }
    guard count == member.size else {
      throw ReadingError(.damagedZip("\(member.path) is not as large as declared"), file: name)
    }
    bytes.removeLast()
    return bytes
  }

  /// An error in libzip's words.
  private static func damage(_ error: UnsafeMutablePointer<zip_error_t>, name: String) -> ReadingError {
    ReadingError(.damagedZip(String(cString: zip_error_strerror(error))), file: name)
  }
}
