import CrosswalkExporters
import CrosswalkModel
import FuzzSupport

/// Values that fill every tag with one of these names, whatever it shows.
private let fields: FieldRecord = [
  "a": .text("one\ntwo & <three> \"four\""), "b": .text(""), "c": .flag(true),
  "l": .list([.record(["a": .text("1"), "l": .list([.text("x")])]), .text("2")]), "n": .list([]),
]

/// Reads a Word template, one part of which is the input, checks it and fills it in.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = wordFile(of: String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  do {
    let template = try read(bytes)
    for diagnostic in template.check(FieldCatalog([])) {
      precondition(!diagnostic.line.contains("\n"), "a message of several lines")
    }
    let document = try template.render(fields, as: .docx)
    do {
      _ = try read(document)
    } catch {
      preconditionFailure("a document that cannot be read: \(error.diagnostic.line)")
    }
  } catch {
    check(error)
    precondition(error.exitStatus != .defect, "\(error.diagnostic.line)")
  }
  return 0
}

private func read(_ bytes: [UInt8]) throws(TemplateError) -> DocumentTemplate {
  try DocumentTemplate(
    TemplateSource(
      manifest: .empty, folder: "input", files: ["document.docx": bytes],
      strings: StringTable(language: "en", labels: [:])))
}
