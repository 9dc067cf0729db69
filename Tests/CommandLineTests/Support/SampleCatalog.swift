/// A small catalog of controls in OSCAL, as its publisher would give it out.
struct SampleCatalog {
  struct Control {
    var id, title, text: String
  }

  var title = "Sample Controls"
  var version = "1.0"
  var modified = "2026-01-10T00:00:00Z"
  var uuid = "5b9a2c6e-0000-4000-8000-000000000001"
  var publisher = "Sample Office"
  var controls: [Control]

  /// Forty controls called S-1 to S-40.
  init() {
    controls = (1...40).map {
      Control(
        id: "s-\($0)", title: "Control \($0)", text: "The organization does thing number \($0) every day.")
    }
  }

  /// The same as a later revision: what is given out is newer.
  func released(_ version: String, on day: String, _ change: (inout SampleCatalog) -> Void = { _ in })
    -> SampleCatalog
  {
    var next = self
    next.version = version
    next.modified = "\(day)T00:00:00Z"
    change(&next)
    return next
  }

  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="\(uuid)">
      <metadata>
        <title>\(title)</title>
        <last-modified>\(modified)</last-modified>
        <version>\(version)</version>
        <oscal-version>1.1.3</oscal-version>
        <role id="publisher"><title>Publisher</title></role>
        <party uuid="c748c806-1d77-4695-bb40-e117b2afa82e" type="organization"><name>\(publisher)</name></party>
        <responsible-party role-id="publisher"><party-uuid>c748c806-1d77-4695-bb40-e117b2afa82e</party-uuid></responsible-party>
      </metadata>
      <group id="s" class="family">
        <title>Samples</title>
    \(controls.map(\.xml).joined(separator: "\n"))
      </group>
    </catalog>

    """
  }
}

extension SampleCatalog.Control {
  fileprivate var xml: String {
    """
        <control id="\(id)" class="SAMPLE">
          <title>\(title)</title>
          <prop name="label" value="\(id.uppercased())"/>
          <part id="\(id)_smt" name="statement"><p>\(text)</p></part>
        </control>
    """
  }
}
