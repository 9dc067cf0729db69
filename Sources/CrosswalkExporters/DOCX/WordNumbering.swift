/// The numberings of documents that are made from outlines (`word-numbering.xml`).
enum WordNumbering {
  /// Items without numbers.
  static let bullets = 2
  /// The first of the numberings of lists; each list has one.
  static let firstList = 101
  /// The first of the numberings that a document needs more, because a list is repeated.
  static let firstRepeated = 20_001
  /// What all of them are made of.
  private static let listForm = "2"

  /// How far the words of an item stand in, in twentieths of a point.
  static func indent(_ level: Int) -> Int { 454 + 397 * level }

  /// Stands before list `number`, so that each repetition of it begins with 1.
  static func mark(_ number: Int) -> String {
    let id = markID + number
    return "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(markName)\(number)\"/><w:bookmarkEnd w:id=\"\(id)\"/>"
  }

  /// What the names of those marks begin with.
  static let markName = "_List"

  private static let markID = 500_000

  /// The part with a numbering for each of `lists` lists.
  static func part(lists: Int) throws(TemplateError) -> [UInt8] {
    let bundled = try WordNumberingPart(PackageResources.word_numbering_xml, file: OutlinePackage.name)
    return bundled.adding(
      (0..<lists).map { WordNumberingPart.Definition(number: firstList + $0, form: listForm) })
  }
}
