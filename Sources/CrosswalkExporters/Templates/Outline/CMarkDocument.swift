import CCMarkGFM

/// A Markdown document parsed by cmark-gfm with its tables; owns the C memory of the tree.
struct CMarkDocument: ~Copyable {
  private let root: OpaquePointer

  /// The library keeps its extensions in one process-wide list: filled once.
  private static let tables: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses `text`; `nil` where the library is without its table extension.
  init?(_ text: [UInt8]) {
    _ = Self.tables
    guard let parser = cmark_parser_new(0) else { return nil }
    defer { cmark_parser_free(parser) }
    guard let extensions = cmark_find_syntax_extension("table") else { return nil }
    cmark_parser_attach_syntax_extension(parser, extensions)
    text.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress {
        cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    cmark_consolidate_text_nodes(root)
    self.root = root
  }

  deinit { cmark_node_free(root) }

  /// Hands the root to `body`; no node may be kept beyond it.
  func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result { body(CMarkNode(root)) }
}

/// One node of a tree that ``CMarkDocument`` owns.
struct CMarkNode {
  private let node: OpaquePointer

  init(_ node: OpaquePointer) { self.node = node }

  /// The library's name of its kind: `paragraph`, `table_cell`.
  var kind: String { String(cString: cmark_node_get_type_string(node)) }
  /// Its text; empty where it has none.
  var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
  /// The line of the parsed text that it begins in, from 1.
  var line: Int { Int(cmark_node_get_start_line(node)) }
  /// The column that it begins in, from 1, in bytes; 0 where the library does not know.
  var column: Int { Int(cmark_node_get_start_column(node)) }
  /// The level of a heading, from 1.
  var level: Int { Int(cmark_node_get_heading_level(node)) }
  /// Whether the items of a list are numbered.
  var isNumbered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  /// The number of the first item of a numbered list.
  var start: Int { Int(cmark_node_get_list_start(node)) }

  /// The nodes right below it, in order.
  var children: [CMarkNode] {
    var children: [CMarkNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(CMarkNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// How the columns of a table are set: `l`, `c`, `r` or 0 each.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let start = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
