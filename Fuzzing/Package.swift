// swift-tools-version: 6.1
// Fuzzers of everything that takes bytes from outside; a package of its own, because all of it is built instrumented.
import PackageDescription

/// What takes bytes from outside.
let products: [Target.Dependency] = ["CrosswalkImporters", "CrosswalkExporters"].map {
  .product(name: $0, package: "crosswalk-toolkit")
}

/// One fuzzer: libFuzzer brings the main program.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["FuzzSupport"] + products,
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "crosswalk-fuzzing",
  dependencies: [.package(name: "crosswalk-toolkit", path: "..")],
  targets: [
    .target(
      name: "FuzzSupport",
      dependencies: [.product(name: "CrosswalkImporters", package: "crosswalk-toolkit")]),
    fuzzer("FuzzXML"), fuzzer("FuzzCSV"), fuzzer("FuzzZip"), fuzzer("FuzzFormex"), fuzzer("FuzzOSCAL"),
    fuzzer("FuzzAkomaNtoso"), fuzzer("FuzzJSON"), fuzzer("FuzzWorkbook"),
    fuzzer("FuzzSSSOM"), fuzzer("FuzzWord"),
  ],
  swiftLanguageModes: [.v6]
)
