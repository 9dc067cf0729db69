import Foundation
import Testing

/// Certificates made for one test: an authority of its own, and what it signed.
struct TestCertificates {
  let folder: URL

  /// Makes the authority.
  init(in folder: URL) throws {
    self.folder = folder
    try shell(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.crt -subj '/CN=Test authority' -days 30"
    )
  }

  /// An authority that was made in `folder` before.
  init(existing folder: URL) { self.folder = folder }

  /// The file with the certificate of the authority.
  var authority: String { folder.appending(path: "ca.crt").path }

  /// Makes a certificate for `host`, in force from and until days after today; the options of the server that shows it.
  func options(_ name: String, host: String, from: Int = -1, until: Int = 30, isSelfSigned: Bool = false)
    throws -> [String]
  {
    let day = { (days: Int) in "$(date -u -d '\(days) days' +%Y%m%d%H%M%SZ)" }
    let signer = isSelfSigned ? "-selfsign -keyfile \(name).key" : "-cert ca.crt -keyfile ca.key"
    try shell(
      """
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout \(name).key -out \(name).csr -subj '/CN=\(host)'
      printf '[ca]\\ndefault_ca=a\\n[a]\\ndatabase=\(name).db\\nserial=\(name).serial\\nnew_certs_dir=.\\ndefault_md=sha256\\npolicy=p\\n[p]\\ncommonName=supplied\\n' > \(name).cnf
      printf 'subjectAltName=\(host.first?.isNumber == true ? "IP" : "DNS"):\(host)' > \(name).ext
      : > \(name).db; echo 01 > \(name).serial
      openssl ca -batch -notext -config \(name).cnf \(signer) -in \(name).csr -out \(name).crt -extfile \(name).ext -startdate \(day(from)) -enddate \(day(until))
      """)
    return ["--tls", folder.appending(path: "\(name).crt").path, folder.appending(path: "\(name).key").path]
  }

  private func shell(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", "cd '\(folder.path)'; exec 2>log; \(script)"]
    try process.run()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0,
      "\((try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? "")")
  }
}
