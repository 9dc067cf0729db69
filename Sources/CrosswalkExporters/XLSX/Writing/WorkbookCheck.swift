import CLibZip

/// Reads a finished workbook once through, because libxlsxwriter does not notice where its temporary files are cut off.
///
/// Cost: inflating the file, about a tenth of writing it.
enum WorkbookCheck {
  /// The end of every part of a workbook that is XML.
  private static let end = UInt8(ascii: ">")
  /// The end of every sheet.
  private static let sheetEnd = Array("</worksheet>".utf8)

  /// Whether every part ends as it must and fits its checksum.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      // The archive only reads, and is closed before the bytes go away.
      guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
        return false
      }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return false
      }
      defer { zip_discard(archive) }
      let count = zip_get_num_entries(archive, 0)
      return count > 0 && (0..<zip_uint64_t(count)).allSatisfy { isWhole($0, of: archive) }
    }
  }

  private static func isWhole(_ index: zip_uint64_t, of archive: OpaquePointer) -> Bool {
    guard let name = zip_get_name(archive, index, 0), let file = zip_fopen_index(archive, index, 0) else {
      return false
    }
    defer { zip_fclose(file) }
    let isSheet = String(cString: name).hasPrefix("xl/worksheets/sheet")
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var tail: [UInt8] = []
    while true {
      let read = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
      // Negative too where the checksum does not fit.
      guard read >= 0 else { return false }
      if read == 0 { break }
      let last = buffer[max(0, Int(read) - sheetEnd.count)..<Int(read)]
      tail = Array((tail + last).suffix(sheetEnd.count))
    }
    while tail.last == 0x0A { tail.removeLast() }
    return isSheet ? tail == sheetEnd : tail.last == end
  }
}
