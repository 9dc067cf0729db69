import CrosswalkModel
import CrosswalkStore
import Glibc

/// Copies of the store, of which the newest are kept: `backups/NAME-20261123T030000Z.sqlite` beside it.
///
/// Only the holder of the lock makes them.
struct BackupRotation {
  let place: StorePlace
  /// How many are kept.
  let count: Int

  /// Makes a copy and removes the oldest beyond ``count``.
  ///
  /// - Returns: The path of the copy.
  /// - Throws: ``RefreshError``, `StoreError`; no copy is removed then.
  func backup(_ store: CrosswalkStore, at moment: Moment) throws -> String {
    if mkdir(place.backups, 0o777) != 0, errno != EEXIST {
      throw RefreshError.cannotCreate(place.backups, errno: errno)
    }
    let name = freeName(from: moment)
    let path = "\(place.backups)/\(name)"
    try store.backup(to: path)
    // By name, which is by time; the one just made stays even where the clock went back.
    let others = StorePlace.entries(of: place.backups).filter { isBackup($0) && $0 != name }
    for old in others.dropLast(count - 1) { unlink("\(place.backups)/\(old)") }
    return path
  }

  /// The name for a copy of `moment`, or of the first second after it that no copy has yet: two runs in one second keep
  /// both copies.
  private func freeName(from moment: Moment) -> String {
    var moment = moment
    while true {
      let name = place.backupPrefix + Self.stamp(moment) + ".sqlite"
      guard access("\(place.backups)/\(name)", F_OK) == 0,
        let next = Moment(secondsSinceEpoch: moment.secondsSinceEpoch + 1)
      else { return name }
      moment = next
    }
  }

  /// Whether a name is one that this type gives.
  private func isBackup(_ name: String) -> Bool {
    guard name.hasPrefix(place.backupPrefix), name.hasSuffix(".sqlite") else { return false }
    let stamp = name.dropFirst(place.backupPrefix.count).dropLast(7)
    return stamp.utf8.count == 16
      && stamp.utf8.enumerated().allSatisfy { place, byte in
        switch place {
        case 8: byte == UInt8(ascii: "T")
        case 15: byte == UInt8(ascii: "Z")
        default: (0x30...0x39).contains(byte)
        }
      }
  }

  /// `20261123T030000Z`.
  private static func stamp(_ moment: Moment) -> String {
    moment.description.filter { $0 != "-" && $0 != ":" }
  }
}
