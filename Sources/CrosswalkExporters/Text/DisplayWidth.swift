extension StringProtocol {
  /// How many columns of a terminal the text takes.
  ///
  /// Cost: one pass over scalars where each takes one column, as in nearly every Western text; else over
  /// characters.
  var columns: Int {
    var count = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2500...0x25FC: count += 1
      default: return reduce(0) { $0 + $1.columns }
      }
    }
    return count
  }
}

extension Character {
  /// Columns of one character as people see it: 0 for a lone mark, 2 for East Asian wide forms and emoji.
  var columns: Int {
    var widest = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }  // asks for the emoji form of what stands before it
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension Unicode.Scalar {
  /// Columns of a scalar on its own.
  fileprivate var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// The blocks that UAX 11 gives the width W or F, and emoji that are shown as pictures.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
