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
      name: "SparseClosureBench", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "HopBench", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "ClosureBench", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "ProofClosure", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    .executableTarget(
      name: "CoverBench", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
    // In C, so that nothing of Swift runs: it only has to be loaded.
    .executableTarget(
      name: "Nothing", dependencies: [.product(name: "CrosswalkToolkit", package: "crosswalk-toolkit")]),
  ],
  swiftLanguageModes: [.v6]
)
