import CrosswalkModel
import Glibc

/// Where the content is that ships with the toolkit: the folder `Crosswalks`.
public struct ContentLocation: Hashable, Sendable {
  /// The folder, which holds `Frameworks`, `Mappings`, `Profiles` and `Scopes`.
  public let folder: String

  /// Uses `folder`, which holds `Frameworks`, `Mappings` and `Profiles`.
  public init(folder: String) { self.folder = folder }

  /// `$CROSSWALK_CONTENT`, else `../share/crosswalk` beside the program, else `Crosswalks` in the checkout that the program was built in.
  ///
  /// - Parameter executable: The program's own file, links resolved.
  /// - Throws: ``WorkspaceError/contentMissing(searched:)`` where no such folder holds frameworks.
  public static func find(environment: (String) -> String?, executable: String?) throws(WorkspaceError)
    -> Self
  {
    var searched: [String] = []
    if let named = environment("CROSSWALK_CONTENT"), !named.isEmpty {
      searched = [named]
    } else if let executable {
      var folder = parent(of: executable)
      searched.append(parent(of: folder) + "/share/crosswalk")
      // .build/<platform>/<configuration>/crosswalk lies three folders below the checkout.
      for _ in 0..<3 {
        folder = parent(of: folder)
        searched.append(folder + "/Crosswalks")
      }
    }
    for folder in searched where access(folder + "/Frameworks/identities.json", R_OK) == 0 {
      return Self(folder: folder)
    }
    throw .contentMissing(searched: searched)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "" }
    return String(path[..<slash])
  }

  /// The files in a folder of the content whose name ends in `suffix`, in the order of their names.
  func files(in name: String, suffix: String) -> [String] {
    guard let directory = opendir("\(folder)/\(name)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\(name)/\($0)" }
  }
}
