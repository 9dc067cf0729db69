/// A fact about an AI system on which its place in the law depends.
///
/// The vocabulary is the toolkit's (`Schemas/system.schema.json` documents it); which fact matters where, and which
/// provision asks for it, is data of a pathway. Every fact has a closed list of answers, and may be unknown.
public enum SystemFact: String, CaseIterable, Codable, Sendable {
  /// What the operator is that asks: provider, deployer and so on.
  case role
  /// Whether the system serves military, defence or national-security purposes only, among others, or not at all.
  case defenceUse = "defence-use"
  /// Whether a foreign authority uses it within cooperation with the Union on law enforcement and justice.
  case internationalCooperation = "international-cooperation"
  /// Whether it was made and is used for scientific research alone.
  case researchOnly = "research-only"
  /// Whether the question is about development, a test in the real world, or the market.
  case stage
  /// What ties the system to the Union.
  case unionLink = "union-link"
  /// Whether it is released under a free and open-source licence.
  case openSource = "open-source"
  /// Whether it falls under the transparency duties of Article 50.
  case transparencyDuty = "transparency-duty"
  /// Whether it does what Article 5 prohibits.
  case prohibitedPractice = "prohibited-practice"
  /// The section of Annex I with the law of the product that it is, or is part of.
  case productLaw = "product-law"
  /// Whether it is such a product, or a safety component of one.
  case safetyComponent = "safety-component"
  /// Whether that law demands an assessment of the product by a third party, for health or safety.
  case productThirdParty = "product-third-party"
  /// Whether a delegated act limits requirements for it.
  case productRelief = "product-relief"
  /// The points of Annex III that it falls under.
  case annexIII = "annex-iii"
  /// Whether the provider has documented that it is not high-risk in spite of Annex III.
  case exemption
  /// Whether it profiles natural persons.
  case profiling
  /// How far harmonised standards or common specifications are applied.
  case standards
  /// Which procedure the provider takes where the law leaves the choice.
  case procedureChoice = "procedure-choice"
  /// Whether the procedure taken under the law of the product has a third party in it.
  case sectorProcedure = "sector-procedure"
  /// Who puts it into service.
  case user
  /// Whether the AI Office alone supervises it.
  case aiOffice = "ai-office"
  /// The codes of Annex XIV that describe it.
  case annexXIV = "annex-xiv"
  /// Whether a contract or programme of the United States demands an assessment by a third party.
  case usThirdPartyDemand = "us-third-party-demand"

  private static let yesOrNo = ["yes", "no"]

  /// The answers that the fact may have; several may hold at once where that makes sense.
  public var answers: [String] {
    switch self {
    case .role:
      [
        "provider", "deployer", "importer", "distributor", "authorised-representative",
        "product-manufacturer",
      ]
    case .defenceUse: ["exclusive", "dual-use", "none"]
    case .stage: ["development", "real-world-testing", "placing"]
    case .unionLink: ["placed-in-union", "output-used-in-union", "none"]
    case .productLaw: ["section-a", "section-b", "none"]
    case .annexIII: (1...8).map(String.init) + ["none"]
    case .exemption: ["claimed", "not-claimed"]
    case .standards: ["full", "part", "restricted", "none"]
    case .procedureChoice: ["internal-control", "notified-body"]
    case .sectorProcedure: ["third-party", "without-third-party"]
    case .user: ["law-enforcement", "immigration-asylum", "union-institution", "other"]
    case .annexXIV: Self.annexXIVCodes
    default: Self.yesOrNo
    }
  }

  /// Whether several answers may hold at once; `none` stands alone all the same.
  public var mayHaveSeveral: Bool {
    switch self {
    case .role, .unionLink, .productLaw, .annexIII, .user, .annexXIV: true
    default: false
    }
  }

  /// The codes of Annex XIV as inserted by Regulation (EU) 2026/1744.
  private static let annexXIVCodes: [String] =
    (102...112).map { "AIP 0\($0)" } + (201...203).map { "AIB 0\($0)" }
    + ["AIH 0101", "AIH 0201", "AIH 0202", "AIH 0203", "AIH 0204", "AIH 0205", "AIH 0301", "AIH 0401"]
}
