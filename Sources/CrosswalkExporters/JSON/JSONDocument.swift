import CrosswalkModel
import FoundationEssentials

/// Writes a document in JSON: keys in alphabetical order, indented by two blanks, `null` written out.
enum JSONDocument {
  /// The bytes of `value`, with a line end at the end.
  static func bytes(of value: some Encodable) throws(ExportError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return terminalSafe(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw ExportError(.json(problem: "\(error)"))
    }
  }

  /// `json` with every character escaped that could mislead a terminal.
  ///
  /// Such characters occur inside strings only, where `\u….` means the same. JSONEncoder escapes those below
  /// U+0020.
  private static func terminalSafe(_ json: Data) -> [UInt8] {
    let bytes = Array(json)
    guard mayHoldUnsafeScalar(bytes) else { return bytes }
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value >= 0x7F, scalar.isUnsafeOnATerminal {
        safe += Array(JSONText.escape(scalar).utf8)
      } else {
        safe += Array(String(scalar).utf8)
      }
    }
    return safe
  }

  /// Whether one of the byte sequences occurs that such characters begin with.
  ///
  /// May be too careful, never too bold.
  private static func mayHoldUnsafeScalar(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x7F: return true
      case 0xC2: return next < 0xA0
      case 0xD8: return next == 0x9C
      case 0xE2:
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        return next == 0x81 && last >= 0xA6
          || next == 0x80 && (last == 0x8E || last == 0x8F || last >= 0xA8 && last <= 0xAE)
      case 0xEF: return next == 0xBB
      default: return false
      }
    }
  }
}

/// Strings in JSON.
enum JSONText {
  /// `text` as a JSON string, safe on a terminal and on one line.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default:
        if scalar.isUnsafeOnATerminal {
          quoted += escape(scalar)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// `\uXXXX` for a scalar of the basic plane; all that are unsafe on a terminal are there.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A value that is written as `null` where it is absent: a field of a contract is always there.
@propertyWrapper struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
