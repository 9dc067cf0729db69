// swift-tools-version: 6.1
// The layers, from the ground up; `Scripts/check` holds the imports of every file against them.
import PackageDescription

let package = Package(
  name: "crosswalk-toolkit",
  products: [
    .executable(name: "crosswalk", targets: ["crosswalk"]),
    .executable(name: "crosswalk-refresh", targets: ["crosswalk-refresh"]),
    // The readers alone, for programs (the benchmarks are one) that need no store and no signing.
    // What reads bytes from outside, for the fuzzers.
    .library(
      name: "CrosswalkImporters",
      targets: ["CrosswalkModel", "CrosswalkReaders", "CrosswalkOSCAL", "CrosswalkImporters"]),
    .library(
      name: "CrosswalkExporters", targets: ["CrosswalkModel", "CrosswalkReaders", "CrosswalkExporters"]),
    .library(name: "CrosswalkReaders", targets: ["CrosswalkModel", "CrosswalkReaders"]),
    .library(
      name: "CrosswalkToolkit",
      targets: [
        "CrosswalkModel", "CrosswalkReaders", "CrosswalkOSCAL", "CrosswalkImporters", "CrosswalkMapper",
        "CrosswalkExporters", "CrosswalkStore", "CrosswalkWorkspace",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Ground: C libraries, values, digests.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CrosswalkModel"),
    .target(
      name: "CrosswalkDigest",
      dependencies: ["CrosswalkModel", .product(name: "Crypto", package: "swift-crypto")]),
    // Layer 1: bytes to located events.
    .target(name: "CrosswalkReaders", dependencies: ["CLibXML2", "CLibZip", "CrosswalkModel"]),
    // OSCAL documents as trees, in both of their forms: read by importers, written by exporters.
    .target(name: "CrosswalkOSCAL", dependencies: ["CrosswalkModel", "CrosswalkReaders"]),
    // Layer 2: they meet in CrosswalkModel and never import each other.
    .target(
      name: "CrosswalkImporters",
      dependencies: ["CrosswalkDigest", "CrosswalkModel", "CrosswalkOSCAL", "CrosswalkReaders"]),
    .target(name: "CrosswalkMapper", dependencies: ["CrosswalkModel"]),
    .target(
      name: "CrosswalkExporters",
      dependencies: [
        "CCMarkGFM", "CLibZip", "CXLSXWriter", "CrosswalkDigest", "CrosswalkModel", "CrosswalkOSCAL",
        "CrosswalkReaders", .product(name: "Mustache", package: "swift-mustache"),
      ],
      // In the binary itself: the report needs no file beside it, and no bundle.
      resources: [
        .embedInCode("HTML/Page/page.mustache"), .embedInCode("HTML/Page/finding.mustache"),
        .embedInCode("HTML/Page/equivalence.mustache"), .embedInCode("HTML/Page/style.css"),
        .embedInCode("HTML/Page/diff.mustache"), .embedInCode("HTML/Page/words.mustache"),
        .embedInCode("HTML/Page/diff.css"),
        .embedInCode("HTML/Page/script.js"), .embedInCode("Templates/HTML/Page/document.mustache"),
        .embedInCode("Templates/HTML/Page/document.css"),
        .embedInCode("Templates/HTML/Page/document-short.css"), .embedInCode("Templates/Markdown/title.md"),
        .embedInCode("DOCX/Package/word-app.xml"),
        .embedInCode("DOCX/Package/word-content-types.xml"), .embedInCode("DOCX/Package/word-core.xml"),
        .embedInCode("DOCX/Package/word-document-rels.xml"), .embedInCode("DOCX/Package/word-numbering.xml"),
        .embedInCode("DOCX/Package/word-package-rels.xml"), .embedInCode("DOCX/Package/word-settings.xml"),
        .embedInCode("DOCX/Package/word-styles.xml"),
      ]),
    .target(
      name: "CrosswalkStore",
      dependencies: [
        "CrosswalkDigest", "CrosswalkModel", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Whether signed bytes are what a trusted key signed.
    .target(
      name: "CrosswalkTrust",
      dependencies: [
        "CrosswalkDigest", "CrosswalkModel", "CrosswalkReaders",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Layer 3: the line put together.
    .target(
      name: "CrosswalkWorkspace",
      dependencies: [
        "CrosswalkDigest", "CrosswalkImporters", "CrosswalkMapper", "CrosswalkModel",
        "CrosswalkReaders", "CrosswalkStore",
      ]),
    // The only module that opens a connection.
    .target(
      name: "CrosswalkRefresh",
      dependencies: [
        "CrosswalkDigest", "CrosswalkImporters", "CrosswalkMapper", "CrosswalkModel", "CrosswalkReaders",
        "CrosswalkStore", "CrosswalkTrust", "CrosswalkWorkspace",
      ]),
    // Top: what the programs share, and the programs.
    .target(
      name: "CrosswalkTerminal",
      dependencies: [
        "CrosswalkExporters", "CrosswalkModel", "CrosswalkWorkspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "crosswalk",
      dependencies: [
        "CrosswalkExporters", "CrosswalkMapper", "CrosswalkModel", "CrosswalkTerminal", "CrosswalkWorkspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The sibling that `crosswalk refresh` becomes: the only program that links networking.
    .executableTarget(
      name: "crosswalk-refresh",
      dependencies: [
        "CrosswalkExporters", "CrosswalkImporters", "CrosswalkModel", "CrosswalkReaders", "CrosswalkRefresh",
        "CrosswalkTerminal", "CrosswalkWorkspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "CrosswalkModelTests", dependencies: ["CrosswalkModel", "CrosswalkDigest"]),
    .testTarget(name: "CrosswalkReadersTests", dependencies: ["CrosswalkReaders"]),
    .testTarget(name: "CrosswalkOSCALTests", dependencies: ["CrosswalkOSCAL", "CrosswalkReaders"]),
    .testTarget(
      name: "CrosswalkImportersTests",
      dependencies: ["CrosswalkImporters", "CrosswalkOSCAL", "CrosswalkReaders"]),
    .testTarget(name: "CrosswalkMapperTests", dependencies: ["CrosswalkMapper"]),
    .testTarget(
      name: "CrosswalkExportersTests",
      // Importers, because what is exported must be readable again.
      dependencies: [
        "CrosswalkDigest", "CrosswalkExporters", "CrosswalkImporters", "CrosswalkModel", "CrosswalkOSCAL",
        "CrosswalkReaders",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "CrosswalkStoreTests",
      dependencies: ["CrosswalkStore", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "CrosswalkWorkspaceTests",
      dependencies: [
        "CrosswalkImporters", "CrosswalkMapper", "CrosswalkModel", "CrosswalkReaders", "CrosswalkWorkspace",
      ]),
    .testTarget(
      name: "CrosswalkTrustTests",
      dependencies: [
        "CrosswalkDigest", "CrosswalkModel", "CrosswalkTrust",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "CrosswalkRefreshTests",
      dependencies: [
        "CrosswalkDigest", "CrosswalkImporters", "CrosswalkModel", "CrosswalkReaders", "CrosswalkRefresh",
        "CrosswalkStore", "CrosswalkTrust", "CrosswalkWorkspace", "crosswalk-refresh",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["crosswalk", "crosswalk-refresh"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
