/// Writes one kind of value as one kind of document.
///
/// Exporters are pure: the same value gives the same bytes, on every machine and at any time. No clock,
/// locale, environment, random number or hash order enters; whatever a value holds is untrusted text.
public protocol Exporter<Report>: Sendable {
  /// What is written.
  associatedtype Report

  /// The whole document, in UTF-8 where the format is text.
  ///
  /// - Throws: ``ExportError``, a defect of the toolkit: no value may make an exporter fail.
  func export(_ report: Report) throws(ExportError) -> [UInt8]
}
