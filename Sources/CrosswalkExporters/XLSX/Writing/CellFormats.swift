import CXLSXWriter

/// The formats of the cells of one workbook, made once each; the workbook owns and frees them.
struct CellFormats {
  /// What decides how the value of a cell is shown.
  private enum Kind: Int, CaseIterable {
    case text, count, share, confidence, number, date

    var pattern: String? {
      switch self {
      case .text: nil
      case .count: "#,##0"
      case .share: "0.0%"
      case .confidence: "0.00"
      case .number: "#,##0.###"
      case .date: "yyyy-mm-dd"
      }
    }

    init(_ value: CellValue) {
      switch value {
      case .empty, .text: self = .text
      case .count: self = .count
      case .share: self = .share
      case .confidence: self = .confidence
      case .number: self = .number
      case .date: self = .date
      }
    }
  }

  /// By style, then by kind: cells are many, and looking one up must cost nothing.
  private var formats: [UnsafeMutablePointer<lxw_format>?] = []
  private var tones: [MarkedWord.Tone: UnsafeMutablePointer<lxw_format>] = [:]
  /// The format of headers of tables.
  let header: UnsafeMutablePointer<lxw_format>?
  /// The line below each row of a table.
  let line: UnsafeMutablePointer<lxw_format>?

  /// Makes all formats, in an order that never changes: it decides on their numbers in the file.
  ///
  /// No two are alike: the library looks up the number of a format that is like an earlier one anew for each cell.
  init(_ workbook: borrowing LibXLSXWorkbook) {
    let pointer = workbook.workbook
    header = workbook_add_format(pointer)
    line = workbook_add_format(pointer)
    for style in StyledCell.Style.allCases {
      for kind in Kind.allCases {
        let format = workbook_add_format(pointer)
        if let format { Self.dress(format, kind, style) }
        formats.append(format)
      }
    }
    for tone in MarkedWord.Tone.allCases {
      guard let format = workbook_add_format(pointer) else { continue }
      format_set_bg_color(format, tone.background)
      format_set_font_color(format, tone.foreground)
      Self.underline(format)
      tones[tone] = format
    }
    dressHeader()
    if let line { Self.underline(line) }
  }

  private static func underline(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bottom_color(format, 0xD0D0D0)
  }

  /// The format of a cell with `value`.
  subscript(value: CellValue, style: StyledCell.Style) -> UnsafeMutablePointer<lxw_format>? {
    formats[style.rawValue * Kind.allCases.count + Kind(value).rawValue]
  }

  /// The format of cells marked with `tone`.
  subscript(tone: MarkedWord.Tone) -> UnsafeMutablePointer<lxw_format>? { tones[tone] }

  private func dressHeader() {
    guard let header else { return }
    format_set_bold(header)
    format_set_text_wrap(header)
    format_set_font_color(header, 0xFFFFFF)
    format_set_bg_color(header, 0x1F3864)
    format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
  }

  private static func dress(
    _ format: UnsafeMutablePointer<lxw_format>, _ kind: Kind, _ style: StyledCell.Style
  ) {
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let pattern = kind.pattern { format_set_num_format(format, pattern) }
    // Titles and notices run over the empty cells beside them.
    if kind == .text, style == .body || style == .strong { format_set_text_wrap(format) }
    if kind == .date || kind == .text {
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    } else {
      // Not touching the text of the next column.
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_indent(format, 1)
    }
    dress(format, style)
  }

  private static func dress(_ format: UnsafeMutablePointer<lxw_format>, _ style: StyledCell.Style) {
    switch style {
    case .body: break
    case .strong: format_set_bold(format)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
      format_set_font_color(format, 0x1F3864)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 12)
      format_set_font_color(format, 0x1F3864)
    case .notice:
      format_set_bold(format)
      format_set_font_color(format, 0x9C5700)
    case .faint: format_set_font_color(format, 0x595959)
    }
  }
}

extension MarkedWord.Tone {
  /// Light enough for black print on paper, and at least 4.5 to 1 with ``foreground``.
  fileprivate var background: UInt32 {
    switch self {
    case .green: 0xD9EAD3
    case .blue: 0xD6E4F5
    case .amber: 0xFFF0C8
    case .red: 0xF8D0CC
    case .magenta: 0xEBD6EA
    case .grey: 0xEDEDED
    }
  }

  fileprivate var foreground: UInt32 {
    switch self {
    case .green: 0x1E5C2A
    case .blue: 0x1F3864
    case .amber: 0x6B4A00
    case .red: 0x8B1A10
    case .magenta: 0x5B2A5A
    case .grey: 0x404040
    }
  }
}
