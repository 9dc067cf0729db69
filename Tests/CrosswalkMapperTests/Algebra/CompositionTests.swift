import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// The relation between two non-empty regions, each a bit mask of atoms: what relationships mean.
func relationship(_ first: Int, _ second: Int) -> RelationshipSet {
  if first == second { return .equal }
  if first & second == 0 { return .disjoint }
  if first & ~second == 0 { return .subsetOf }
  if second & ~first == 0 { return .supersetOf }
  return .intersectsWith
}

/// Every non-empty region made of four atoms.
let regions = 1...15

@Suite struct CompositionTests {
  @Test(arguments: regions)
  func compositionNeverExcludesWhatRegionsShow(a: Int) {
    for b in regions {
      for c in regions {
        #expect(relationship(a, b).composed(with: relationship(b, c)).isSuperset(of: relationship(a, c)))
      }
    }
  }

  @Test func eachBaseEntryIsExactlyWhatRegionsShow() {
    for first in Relationship.allCases {
      for second in Relationship.allCases {
        var shown: RelationshipSet = []
        for a in regions {
          for b in regions where relationship(a, b) == RelationshipSet(first) {
            for c in regions where relationship(b, c) == RelationshipSet(second) {
              shown.formUnion(relationship(a, c))
            }
          }
        }
        #expect(RelationshipSet(first).composed(with: RelationshipSet(second)) == shown)
      }
    }
  }

  @Test func compositionOfSetsIsTheUnionOfTheirBaseCompositions() {
    for first in allSets {
      for second in allSets {
        var union: RelationshipSet = []
        for left in first.relationships {
          for right in second.relationships {
            union.formUnion(RelationshipSet(left).composed(with: RelationshipSet(right)))
          }
        }
        #expect(first.composed(with: second) == union)
      }
    }
  }

  @Test func compositionIsAssociativeAndMirrorsUnderConverse() {
    for first in allSets {
      for second in allSets {
        let composed = first.composed(with: second)
        #expect(composed.converse == second.converse.composed(with: first.converse))
        for third in allSets {
          #expect(composed.composed(with: third) == first.composed(with: second.composed(with: third)))
        }
      }
    }
  }

  @Test func converseIsWhatRegionsShowReadBackwards() {
    for a in regions { for b in regions { #expect(relationship(a, b).converse == relationship(b, a)) } }
  }

  @Test func chainsThroughAPivotSayLittle() {
    #expect(RelationshipSet.subsetOf.composed(with: .supersetOf) == .all)
    #expect(RelationshipSet.supersetOf.composed(with: .subsetOf) == .related)
    #expect(RelationshipSet.related.composed(with: .related) == .all)
  }

  private var allSets: [RelationshipSet] { (0..<32).map { RelationshipSet(rawValue: $0) } }
}
