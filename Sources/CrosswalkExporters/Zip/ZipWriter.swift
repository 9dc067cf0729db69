import CLibZip
import Glibc

/// Writes a zip container whose bytes depend on its members alone: their order, names and contents.
///
/// Every member is deflated at one level and carries the first moment that the format knows, 1 January 1980.
struct ZipWriter: ~Copyable {
  /// The container could not be made, in libzip's words; memory is short, or a name stands twice.
  struct Failure: Error {
    let problem: String
  }

  private let archive: OpaquePointer
  private let source: OpaquePointer

  /// Begins an empty container in memory.
  init() throws(Failure) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw Failure(problem: String(cString: zip_error_strerror(&error)))
    }
    // Closing the archive lets go of one reference; the bytes are read from the source after that.
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      zip_source_free(source)
      throw Failure(problem: String(cString: zip_error_strerror(&error)))
    }
    self.archive = archive
    self.source = source
  }

  deinit {
    zip_discard(archive)
    zip_source_free(source)
  }

  /// Appends a member.
  func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    // libzip frees the copy together with its source, so that nothing of it points into Swift's memory.
    guard let copy = malloc(max(bytes.count, 1)) else { throw Failure(problem: "no memory") }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let content = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      throw failure
    }
    let index = zip_file_add(archive, path, content, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(content)
      throw failure
    }
    let member = UInt64(index)
    guard zip_set_file_compression(archive, member, ZIP_CM_DEFLATE, 6) == 0,
      zip_file_set_dostime(archive, member, 0, Self.firstDay, 0) == 0,
      zip_file_set_external_attributes(archive, member, 0, UInt8(ZIP_OPSYS_DOS), 0) == 0
    else { throw failure }
  }

  /// 1 January 1980 as MS-DOS has dates: years since 1980, month, day.
  private static let firstDay: UInt16 = 0x0021

  /// Ends the container and gives its bytes.
  consuming func finish() throws(Failure) -> [UInt8] {
    let (archive, source) = (archive, source)
    discard self
    defer { zip_source_free(source) }
    guard zip_close(archive) == 0 else {
      let problem = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw Failure(problem: problem)
    }
    return try Self.content(of: source)
  }

  private static func content(of source: OpaquePointer) throws(Failure) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, let size = Int(exactly: status.size),
      zip_source_open(source) == 0
    else { throw Failure(problem: "the container cannot be read back") }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: size)
    let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, UInt64($0.count)) }
    guard read == size else { throw Failure(problem: "the container cannot be read back") }
    return bytes
  }

  private var failure: Failure { Failure(problem: String(cString: zip_strerror(archive))) }
}
