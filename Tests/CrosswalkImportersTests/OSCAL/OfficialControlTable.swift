/// NIST's own table of SP 800-53: what the rendered text of each control is checked against.
///
/// Read by the definition of RFC 4180, one byte after the other, so that the importers' reader is not its own
/// judge.
struct OfficialControlTable {
  /// For each identifier, the text of the control.
  let texts: [String: String]

  init(bytes: [UInt8]) {
    var texts: [String: String] = [:]
    for row in Self.rows(of: bytes).dropFirst() where row.count > 2 { texts[row[0]] = row[2] }
    self.texts = texts
  }

  private static func rows(of bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted {
        cell.append(byte)
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      } else if byte != UInt8(ascii: "\r") {
        cell.append(byte)
      }
    }
    return rows + [row + [String(decoding: cell, as: UTF8.self)]]
  }
}
