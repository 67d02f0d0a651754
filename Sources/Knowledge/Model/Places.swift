/// A place that people name: a county, a municipality, an area across counties, a country.
package struct Place: Equatable, Sendable {
  package enum Extent: Equatable, Sendable {
    /// In one county, or itself one.
    case county(String)
    /// Across several counties.
    case across([String])
    /// Outside all counties.
    case abroad
  }
  /// The official name.
  package let name: String
  /// What else people call it, and smaller places in it.
  package let names: [Example]
  package let extent: Extent
  package let position: Position
}

/// All places of the knowledge.
package struct Gazetteer: Sendable {
  package var places: [Place] = []
  /// Names that are ordinary words as well, as they are typed in lower case: they count as places
  /// only where something beside them says so.
  package var ordinaryWords: [Example] = []

  package init() {}
}
