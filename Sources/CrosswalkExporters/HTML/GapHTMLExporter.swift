import CrosswalkModel

/// The gap report as one self-contained page.
///
/// It asks for nothing over the network and says so in its content security policy, which allows no more than
/// its own style and script, by digest. With scripts off everything can be read; the controls for filtering
/// stay hidden.
public struct GapHTMLExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The page.
  public func export(_ report: GapReport) throws(ExportError) -> [UInt8] {
    try Self.bytes(of: GapPage(report))
  }

  static func bytes(of page: GapPage) throws(ExportError) -> [UInt8] {
    let template = try PageTemplate()
    let fields = page.fields(styleDigest: template.styleDigest, scriptDigest: template.scriptDigest)
    return Array(try template.render(fields).utf8)
  }
}
