import CXLSXWriter
import CrosswalkModel
import Glibc

/// The one owner of a workbook of libxlsxwriter and of the memory file that it is written to.
///
/// The library keeps the rows of each sheet in a temporary file of its own and gathers them when the workbook is closed.
/// It runs in the mode that writes texts into their cells: no table of shared texts, and memory that does not grow.
struct LibXLSXWorkbook: ~Copyable {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32

  /// Opens a workbook.
  init(title: String, created: CalendarDate) throws(ExportError) {
    // A file in memory: nothing to clean up, and no name that another program could take.
    descriptor = crosswalk_memory_file("workbook")
    guard descriptor >= 0 else { throw Self.failure("no memory file: \(String(cString: strerror(errno)))") }
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      close(descriptor)
      throw Self.failure("out of memory")
    }
    self.workbook = workbook
    Self.setProperties(of: workbook, title: title, created: created)
  }

  /// Writes the file and gives its bytes.
  consuming func finish() throws(ExportError) -> [UInt8] {
    let (workbook, descriptor) = (workbook, descriptor)
    // From here on this function owns both: closing frees the workbook, whatever comes of it.
    discard self
    defer { close(descriptor) }
    let outcome = workbook_close(workbook)
    guard outcome == LXW_NO_ERROR else { throw Self.failure(outcome) }
    return try Self.contents(of: descriptor)
  }

  deinit {
    lxw_workbook_free(workbook)
    close(descriptor)
  }

  /// An error of the library, in its words.
  static func failure(_ outcome: lxw_error) -> ExportError {
    failure(lxw_strerror(outcome).map { String(cString: $0) } ?? "error \(outcome.rawValue)")
  }

  static func failure(_ problem: String) -> ExportError { ExportError(.workbook(problem: problem)) }

  private static func setProperties(
    of workbook: UnsafeMutablePointer<lxw_workbook>, title: String, created: CalendarDate
  ) {
    let name = String(CellText.cell(title).text.prefix(200))
    name.withCString { name in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: name)
      // Without it, the clock decides.
      properties.created = time_t(max(1, created.daysSinceEpoch) * 86_400)
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  private static func contents(of descriptor: Int32) throws(ExportError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure("the file is empty") }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]).baseAddress, size - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("it cannot be read back") }
      filled += count
    }
    return bytes
  }
}
