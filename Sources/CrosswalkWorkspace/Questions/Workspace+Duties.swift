import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

/// What a user asks about the duties of a framework.
public struct DutyRequest: Hashable, Sendable {
  /// The framework.
  public var framework: Reference
  /// The day asked about.
  public var asOf: CalendarDate
  /// The role; `nil` for all of them.
  public var role: String?
  /// The route that the framework declares; `nil` for all of them.
  public var route: String?
  /// When it was placed on the market, for the transitional rules of its route.
  public var placedOnMarket: CalendarDate?

  /// Creates a request.
  public init(
    framework: Reference, asOf: CalendarDate, role: String? = nil, route: String? = nil,
    placedOnMarket: CalendarDate? = nil
  ) {
    self.framework = framework
    self.asOf = asOf
    self.role = role
    self.route = route
    self.placedOnMarket = placedOnMarket
  }
}

extension Workspace {
  /// The duties of a framework, with whether and from when each applies.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `MapperError` for a route that the framework does not
  ///   declare, `StoreError`.
  public func duties(_ request: DutyRequest) throws -> DutyReport {
    let catalog = try catalog(request.framework, asOf: request.asOf)
    var roles: RoleSet = []
    if let name = request.role {
      guard let role = RoleSet(name: name) else {
        throw WorkspaceError.unknownRole(name, closest: ClosestNames.to(name, among: RoleSet.names))
      }
      roles = role
    }
    let analysis = DutyAnalysis(
      asOf: request.asOf, roles: roles, route: request.route, placedOnMarket: request.placedOnMarket)
    let claims = try store.claims(.among([catalog.framework]))
    let stale = try store.staleClaims(
      among: claims.filter(\.offersAlternative), asOf: request.asOf, showing: [catalog.metadata.id])
    return try analysis.report(catalog, claims: claims, stale: stale)
  }

  /// The routes that a framework declares, in its order.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func routes(of framework: Reference, asOf day: CalendarDate) throws -> [ApplicationRoute] {
    ApplicationSchedule(properties: try catalog(framework, asOf: day).metadata.properties).routes
  }
}
