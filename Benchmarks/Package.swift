// swift-tools-version: 6.1
// Programs that measure the toolkit; a package of its own, so that users of the library never build it.
import PackageDescription

let package = Package(
  name: "crosswalk-benchmarks",
  dependencies: [.package(name: "crosswalk-toolkit", path: "..")],
  targets: [
    .executableTarget(
      name: "XMLCount", dependencies: [.product(name: "CrosswalkReaders", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "CSVCount", dependencies: [.product(name: "CrosswalkReaders", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "OSCALImport", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "WorkbookBench", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .target(name: "SeededRandom"),
    // In C, so that nothing of Swift runs: it only has to be loaded.
    .executableTarget(
      name: "Nothing", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
  ]
    + ["ClosureBench", "CoverBench", "HopBench", "ProofClosure", "SparseClosureBench"].map { name in
      .executableTarget(
        name: name,
        dependencies: ["SeededRandom", .product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")])
    },
  swiftLanguageModes: [.v6]
)
