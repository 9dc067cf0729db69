/// What an element of Akoma Ntoso 3 is in an act, in terms of the elements that Formex has for the same.
///
/// The writer of provisions knows the elements of Formex; translating the tags makes both formats give the same
/// provision the same name.
enum AkomaNtosoRole: Hashable, Sendable {
  /// It frames what the reader already knows; its content stands in its place.
  case transparent
  /// Its content is not read here: metadata, or something that is named as not used.
  case skipped(why: String?)
  case element(FormexName)
  /// An element in a wrapper: `recital` is `CONSID` with `NP` in it.
  case wrapped(FormexName, FormexName)
  /// Its element depends on whether it begins with a number.
  case held(numbered: FormexName, else: FormexName)
  /// Parts, chapters, sections: a division of the act or a titled part of an annex.
  case division
  case number
  case heading
  case row
  case cell
  case note
  case noteReference
  case quotation
  case image

  /// The role of each element of the vocabulary, whatever stands around it.
  static let all: [String: AkomaNtosoRole] = {
    var roles: [String: AkomaNtosoRole] = [:]
    func set(_ role: AkomaNtosoRole, _ names: String) {
      for name in names.split(separator: " ") { roles[String(name)] = role }
    }
    set(.transparent, "akomaNtoso documentCollection collectionBody components component attachments")
    set(.transparent, "interstitial mod mmod rmod marker eop portionBody")
    set(.skipped(why: nil), "meta")
    set(.skipped(why: "not a part of the act"), "coverPage toc header")
    set(.skipped(why: "deleted words are no part of the text"), "del")
    set(.element(.title), "preface")
    set(.element(.preamble), "preamble")
    set(.element(.visas), "citations")
    set(.element(.visa), "citation")
    set(.element(.recitals), "recitals")
    set(.wrapped(.recital, .numbered), "recital")
    set(.element(.final), "conclusions")
    set(.division, "part title chapter section subsection book tome division subpart subtitle subchapter")
    set(.division, "subdivision level hcontainer transitional tblock")
    set(.element(.article), "article")
    set(.held(numbered: .paragraph, else: .alinea), "paragraph")
    set(.held(numbered: .article, else: .final), "clause")
    set(.element(.alinea), "alinea subparagraph subclause proviso")
    set(.element(.block), "content intro wrapUp p block blockContainer container div longTitle formula")
    set(.element(.block), "listIntroduction listWrapUp crossHeading signature subFlow embeddedText")
    set(.element(.list), "list sublist blockList ul ol")
    set(.wrapped(.item, .numbered), "point indent item rule subrule")
    set(.element(.item), "li")
    set(.number, "num")
    set(.heading, "heading subheading")
    set(.element(.table), "table")
    set(.row, "tr")
    set(.cell, "td th")
    set(.wrapped(.title, .titleLine), "caption")
    set(.quotation, "quotedStructure embeddedStructure")
    set(.note, "authorialNote")
    set(.noteReference, "noteRef")
    set(.image, "img")
    set(.element(.formula), "foreign math")
    set(.element(.lineBreak), "br eol")
    set(.element(.highlight), "a abbr affectedDocument b concept courtType date decoration def docAuthority")
    set(.element(.highlight), "docCommittee docDate docIntroducer docJurisdiction docNumber docProponent")
    set(.element(.highlight), "docPurpose docStage docStatus docTitle docType docketNumber entity event")
    set(.element(.highlight), "fillIn i inline ins legislature location mref neutralCitation object omissis")
    set(.element(.highlight), "organization outcome person placeholder process quantity quotedText")
    set(.element(.highlight), "recordedTime ref relatedDocument remark role rref session shortTitle span")
    set(.element(.highlight), "sub sup term time u argument")
    return roles
  }()

  /// The documents that hold an act.
  static let acts: Set<String> = ["act", "bill", "doc", "statement"]
}
