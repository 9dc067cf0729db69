/// What OSCAL 1.2 objects are made of, for both forms.
///
/// One line an element, by its name in XML. `@flag` is an attribute in XML and a member in JSON; `=key` is the text
/// of the element and in JSON the member of that name. All else are elements in the order of XML: `title` (one),
/// `props>prop` (a list, named `props` in JSON), `choice[]` (a list with one name in both), and
/// `revisions>revisions/revision` (a list that XML wraps in an element). An element without a line holds text.
extension OSCALGrammar {
  static let lines = metadataLines + catalogLines + profileLines + mappingLines

  /// Elements with one line of markup, with blocks of it, and with blocks that stand in their parent without an
  /// element of their own.
  static let lineElements: Set<String> = ["title", "label", "text", "choice"]
  static let blockElements: Set<String> = ["description", "usage", "remarks", "mapping-description"]
  static let unwrappedKey = "prose"
  /// Elements and text keys that JSON writes without quotes.
  static let numbers: Set<String> = ["percentage", "target-coverage"]
  static let booleans: Set<String> = ["as-is"]

  private static let metadataLines = [
    "metadata: title published last-modified version oscal-version revisions>revisions/revision"
      + " document-ids>document-id props>prop links>link roles>role locations>location parties>party"
      + " responsible-parties>responsible-party actions>action remarks",
    "revision: title published last-modified version oscal-version props>prop links>link remarks",
    "document-id: @scheme =identifier",
    "prop: @name @uuid @ns @value @class @group remarks",
    "link: @href @rel @media-type @resource-fragment text",
    "role: @id title short-name description props>prop links>link remarks",
    "location: @uuid title address email-addresses>email-address telephone-numbers>telephone-number urls>url"
      + " props>prop links>link remarks",
    "party: @uuid @type name short-name external-ids>external-id props>prop links>link"
      + " email-addresses>email-address telephone-numbers>telephone-number addresses>address"
      + " location-uuids>location-uuid member-of-organizations>member-of-organization remarks",
    "external-id: @scheme =id",
    "telephone-number: @type =number",
    "address: @type addr-lines>addr-line city state postal-code country",
    "responsible-party: @role-id party-uuids>party-uuid props>prop links>link remarks",
    "action: @uuid @date @type @system props>prop links>link responsible-parties>responsible-party remarks",
    "back-matter: resources>resource",
    "resource: @uuid title description props>prop document-ids>document-id citation rlinks>rlink base64 remarks",
    "citation: text props>prop links>link",
    "rlink: @href @media-type hashes>hash",
    "hash: @algorithm =value",
    "base64: @filename @media-type =value",
  ]

  private static let catalogLines = [
    "catalog: @uuid metadata params>param controls>control groups>group back-matter",
    // A group of a catalog holds groups or controls, one of a profile groups or calls for controls.
    "group: @id @class title params>param props>prop links>link parts>part groups>group controls>control"
      + " insert-controls[]",
    "control: @id @class title params>param props>prop links>link parts>part controls>control",
    "part: @id @name @ns @class title props>prop prose parts>part links>link",
    "param: @id @class @depends-on props>prop links>link label usage constraints>constraint"
      + " guidelines>guideline values>value select remarks",
    "constraint: description tests>test",
    "test: expression remarks",
    "guideline: prose",
    "select: @how-many choice[]",
  ]

  private static let profileLines = [
    "profile: @uuid metadata imports>import merge modify back-matter",
    "import: @href include-all include-controls[] exclude-controls[]",
    "include-all:",
    "include-controls: @with-child-controls with-ids>with-id matching[]",
    "exclude-controls: @with-child-controls with-ids>with-id matching[]",
    "matching: @pattern remarks",
    "merge: combine flat as-is custom",
    "combine: @method",
    "flat:",
    "custom: groups>group insert-controls[]",
    "insert-controls: @order include-all include-controls[] exclude-controls[]",
    "modify: set-parameters>set-parameter alters>alter",
    "set-parameter: @param-id @class @depends-on props>prop links>link label usage constraints>constraint"
      + " guidelines>guideline values>value select",
    "alter: @control-id removes>remove adds>add",
    "remove: @by-name @by-class @by-id @by-item-name @by-ns remarks",
    "add: @position @by-id title params>param props>prop links>link parts>part",
  ]

  private static let mappingLines = [
    "mapping-collection: @uuid metadata provenance mappings>mapping back-matter",
    "provenance: @method @matching-rationale @status confidence-score coverage mapping-description"
      + " responsible-parties>responsible-party props>prop links>link remarks",
    "mapping: @uuid @method @matching-rationale @status source-resource target-resource maps>map props>prop"
      + " links>link remarks mapping-description source-gap-summary target-gap-summary confidence-score coverage",
    "source-resource: @ns @type @href props>prop links>link remarks",
    "target-resource: @ns @type @href props>prop links>link remarks",
    "map: @uuid @ns @matching-rationale relationship sources>source targets>target qualifiers>qualifier"
      + " confidence-score coverage props>prop links>link remarks",
    "source: @type @id-ref props>prop links>link remarks",
    "target: @type @id-ref props>prop links>link remarks",
    "qualifier: @subject @predicate @category description remarks",
    "confidence-score: category percentage",
    "coverage: @generation-method =target-coverage",
    "source-gap-summary: @uuid unmapped-controls[]",
    "target-gap-summary: @uuid unmapped-controls[]",
    "unmapped-controls: @with-child-controls with-ids>with-id matching[]",
  ]
}
