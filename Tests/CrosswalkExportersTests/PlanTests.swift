import CrosswalkExporters
import CrosswalkModel
import Testing

@Suite struct PlanTests {
  private static func reach(
    _ statement: String, _ support: GapReport.Support, together: [String] = []
  ) -> EvidencePlan.Reach {
    EvidencePlan.Reach(
      statement: Sample.control(statement), title: "Risk management system", support: support,
      together: together.map { Sample.control($0, in: Sample.nist) })
  }

  static let plan: EvidencePlan = {
    let single = Sample.support(
      ["MAP 5.1"], "Likelihood of impacts", [.equal, .supersetOf],
      [Sample.claimStep(1, ["MAP 5.1"], [.equal, .supersetOf], ["9(2)(a)"])], note: "Both ask for it.")
    let union = Sample.support(
      ["MAP 1.1", "MAP 5.1"], "Purposes | Likelihood of impacts", .supersetOf,
      [Sample.claimStep(2, ["MAP 1.1", "MAP 5.1"], .supersetOf, ["9(1)"], reviewed: true, stale: true)])
    func choice(
      _ local: String, _ title: String, whole: Bool = false, cost: EvidenceCost = .one, own: [String],
      _ reaches: [EvidencePlan.Reach]
    ) -> EvidencePlan.Choice {
      EvidencePlan.Choice(
        control: Sample.control(local, in: Sample.nist), title: title, cost: cost, isWhole: whole,
        own: own.map { Sample.control($0, in: Sample.nist) }, reaches: reaches)
    }
    let report = Sample.gapReport
    return EvidencePlan(
      source: report.source, target: report.target, asOf: report.asOf, scope: nil, unit: .control,
      level: .covered, aim: .target, basis: report.basis,
      proof: .init(
        cost: EvidenceCost(thousandths: 2500), bound: EvidenceCost(thousandths: 2000),
        withoutCrosswalk: EvidenceCost(thousandths: 4000), candidates: 7, nodes: 12),
      sourceReach: .init(statements: 72, reached: 2), targetReach: .init(statements: 12, reached: 2),
      choices: [
        choice("MAP", "Map =1+1", whole: true, cost: EvidenceCost(thousandths: 0), own: [], []),
        choice("MAP 1.1", "Purposes", own: ["MAP 1.1"], [reach("9(1)", union, together: ["MAP 5.1"])]),
        choice(
          "MAP 5.1", "Likelihood of <b>impacts</b>", cost: EvidenceCost(thousandths: 1500), own: ["MAP 5.1"],
          [reach("9(1)", union, together: ["MAP 1.1"]), reach("9(2)(a)", single)]),
      ],
      unreached: [
        .init(statement: Sample.control("26(1)"), title: "Use | as instructed", verdict: .unknown),
        .init(statement: Sample.control("72(1)"), title: "Monitoring", verdict: .partial),
      ])
  }()

  @Test(arguments: [
    ("table", "plan.txt"), ("markdown", "plan.md"), ("csv", "plan.csv"), ("json", "plan.json"),
  ])
  func looksAsReviewed(format: String, golden: String) throws {
    let exporter = try #require(PlanFormat(rawValue: format)).exporter(
      style: .init(width: 100, color: false))
    try Golden.expect(try exporter.export(Self.plan), equals: golden)
  }

  @Test(arguments: PlanFormat.allCases)
  func partlyAddressedIsNeverShownAsCovered(format: PlanFormat) throws {
    var plan = Self.plan
    plan.level = .addressed
    let document = try text(format.exporter(style: .init(width: 200, color: false)), plan)
    let isForPeople = format == .table || format == .markdown
    #expect(document.contains(isForPeople ? "Partly addressed is not covered" : "addressed"))
    #expect(!document.contains("compliant"))
  }

  @Test func whatIsNotProvenIsNotCalledTheLeast() throws {
    let document = try text(PlanTableExporter(style: .init(width: 200, color: false)), Self.plan)
    #expect(document.contains("none costs less than 2: this one is at most 20.0% of its cost too dear"))
    #expect(!document.contains("No plan that reaches the same costs less"))
    var proven = Self.plan
    proven.proof.bound = proven.proof.cost
    #expect(
      try text(PlanTableExporter(style: .init(width: 200, color: false)), proven).contains(
        "No plan that reaches the same costs less: proven."))
  }

  @Test(arguments: [20, 40, 80]) func fitsANarrowTerminal(width: Int) throws {
    let document = try text(PlanTableExporter(style: .init(width: width, color: false)), Self.plan)
    #expect(document.split(separator: "\n").allSatisfy { $0.count <= max(width, 28) })
  }
}
