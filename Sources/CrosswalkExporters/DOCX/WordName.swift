/// The elements of a Word document that the toolkit tells apart; their raw value is their place in the vocabulary.
enum WordName: Int, CaseIterable {
  // Stories and blocks.
  case document, body, hdr, ftr, footnote, endnote, txbxContent, p, tbl, tr, tc, sdt, sdtContent, sectPr
  // What a paragraph holds.
  case pPr, pStyle, keepNext, keepLines, pageBreakBefore, numPr, numId, r, rPr, t, tab, br, cr, noBreakHyphen,
    softHyphen, smartTag
  // Tracked changes.
  case ins, del, moveFrom, moveTo, delText
  // Fields.
  case instrText, delInstrText, fldChar, fldSimple
  // Ranges and identifiers.
  case bookmarkStart, bookmarkEnd, commentRangeStart, commentRangeEnd
  case docPr, id, sdtPr
  // Tables.
  case tblPr, tblStyle, trPr, cantSplit, tblGrid, gridCol, tblW, tcPr, tcW
  // What shows something that is no text.
  case drawing, pict, object, sym, footnoteReference, endnoteReference, commentReference, ptab
  case control, altChunk, subDoc, mailMerge
  // Style sheets, numberings and properties.
  case style, name, num, abstractNumId, created, modified
  // Attributes.
  case val, styleId, instr, fldCharType, w, type, paraId

  /// The names in order.
  static let vocabulary = allCases.map { "\($0)" }

  /// Word's own namespace in both forms of the standard.
  static let wordNamespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  /// Namespaces whose elements are told apart: Word's own, and those of drawings and of document properties.
  static let namespaces =
    wordNamespaces + [
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
      "http://purl.org/dc/terms/",
    ]

  /// What shows something besides text, so that a paragraph with it is not empty.
  var isObject: Bool {
    switch self {
    case .drawing, .pict, .object, .sym, .footnoteReference, .endnoteReference, .commentReference, .ptab,
      .fldChar, .fldSimple, .sectPr, .control:
      true
    default: false
    }
  }

  /// What holds blocks and must not be empty.
  var isBlockContainer: Bool {
    switch self {
    case .body, .hdr, .ftr, .footnote, .endnote, .txbxContent, .tc: true
    default: false
    }
  }
}
