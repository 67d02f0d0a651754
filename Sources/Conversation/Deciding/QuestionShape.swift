import Knowledge
import Understanding

/// What the form of a question says: whether it can stand alone, and what kind of answer it is to
/// something asked before.
struct QuestionShape: Sendable {
  /// Whether it leans on what came before: short, beginning with "and", or with a pronoun.
  let isElliptical: Bool
  /// Whether it is a few words: "and children?".
  let isShort: Bool
  /// Whether it is longer than an ellipsis, but speaks of somebody only by a pronoun.
  let mayLean: Bool
  /// Whether it says itself that it goes on from what came before: "and if she refuses?".
  let continues: Bool
  /// Whether it points to a place named before: "who is the coordinator there?".
  let pointsToPlace: Bool
  /// The tokens after words that introduce somebody: the name in "my name is Anna".
  let introductionEnds: Set<Int>
  /// Whether it asks for who was not shown: "and the other one?".
  let asksForOther: Bool
  /// Whether it asks for everybody: "all of them".
  let asksForAll: Bool
  /// Whether it asks which of several people: "which of them takes children?".
  let asksWhich: Bool
  /// Whether beside places it says nothing of its own: "och i Kalmar?".
  let isJustPlace: Bool
  /// Whether it says no and nothing else.
  let isBareDenial: Bool
  let affirms: Bool
  let denies: Bool
  /// The topic role that a greeting or thanks, with nothing else beside it, asks for.
  let courtesy: TopicRole?
  /// The language asked for by name, where little else is said.
  var requestedLanguage: LanguageCode?
  /// The language asked for by name beside more: "she reads no Swedish, say that again in English".
  let alsoRequestedLanguage: LanguageCode?
  /// Whether more than the name of a language asks for it: "in English please".
  let asksForLanguage: Bool
  /// Whether it says what the case is about: "it's about a builder without pay".
  let saysConcern: Bool
  /// The number of a choice; counted from 1.
  let ordinal: Int?
  /// Which of a person's data is asked for; all where none is named.
  let fields: ContactFields
  /// Whether any of them is named, or the name.
  let asksForFields: Bool
  /// How many words say something else than which of a person's data is asked for.
  let wordsBesideFields: Int
  /// How many words say something else than places do, those in doubt where no others are named.
  let wordsBesidePlaces: Int
  /// Where the words end by which it takes back what was said: "no, I meant"; nil where it does not.
  let correctionEnd: Int?
  /// The tokens without the courtesies around them: of "hello, he hits her, thanks" "he hits her".
  let core: Range<Int>
  /// The tokens between those that only lead over: of "no, and for procuring then?" "procuring".
  let gist: Range<Int>
  /// Where a second question begins, "and who pays?"; nil where there is none.
  let secondQuestion: Int?
  /// Whether it goes back to an earlier subject of the talk, or to the very first.
  let returns: Return?

  enum Return: Sendable { case earlier, first }
}

/// Reads the form of questions by the concepts that the knowledge gives a role.
struct ShapeReader: Sendable {
  private let knowledge: KnowledgeBase
  private let rolesOfConcept: [ConceptRole?]

  /// A question of more words stands alone, whatever it begins with.
  private static let longestEllipsis = 9
  private static let shortEllipsis = 4
  private static let longestLeaning = 14
  /// Roles whose words say nothing of their own beside a place.
  private static let glue: Set<ConceptRole> = [
    .placeCue, .placeNoun, .followUp, .deny, .affirm, .correct, .courtesy,
  ]

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    rolesOfConcept = knowledge.concepts.map(\.role)
  }

  /// Whether a word that no role of the given names covers means something the knowledge has a
  /// concept for.
  private func hasSubject(beside names: Set<ConceptRole>, in found: Recognition) -> Bool {
    var covered: Set<Int> = []
    for mention in found.concepts {
      if let role = rolesOfConcept[mention.concept], names.contains(role) {
        covered.formUnion(mention.tokens)
      }
    }
    return found.concepts.contains {
      rolesOfConcept[$0.concept] == nil && covered.isDisjoint(with: $0.tokens)
    }
  }

  /// Roles whose words lead over to a subject, or stand after it.
  private static let bridges: Set<ConceptRole> = [
    .placeCue, .followUp, .deny, .affirm, .correct, .courtesy, .thank, .greet, .concerning,
    .negation,
  ]

  private func gist(
    of count: Int, _ roles: [(role: ConceptRole, tokens: Range<Int>)]
  ) -> Range<Int> {
    let bridges = roles.filter { Self.bridges.contains($0.role) }.map(\.tokens)
    var (start, end) = (0, count)
    while let next = bridges.filter({ $0.lowerBound == start }).map(\.upperBound).max() {
      start = next
    }
    while end > start,
      let next = bridges.filter({ $0.upperBound == end }).map(\.lowerBound).min()
    {
      end = max(start, next)
    }
    return start..<max(start, end)
  }

  /// A question of fewer words is none by itself.
  private static let shortestQuestion = 3

  /// Where "and who", "och hur" and the like stand in the middle: a word that leads over by itself, before one
  /// that does not. "Even if" and "även om" begin no second question.
  private func secondQuestion(
    of count: Int, _ roles: [(role: ConceptRole, tokens: Range<Int>)]
  ) -> Int? {
    let bridges = roles.filter { $0.role == .followUp }.map(\.tokens)
    return bridges.first { tokens in
      let (joint, rest) = (tokens.prefix(1), tokens.dropFirst())
      return !rest.isEmpty && bridges.contains(joint) && !bridges.contains(rest)
        && tokens.lowerBound >= Self.shortestQuestion
        && count - tokens.lowerBound > Self.shortestQuestion
    }?.lowerBound
  }

  func shape(of found: Recognition) -> QuestionShape {
    let count = found.text.tokens.count
    var roles: [(role: ConceptRole, tokens: Range<Int>)] = []
    for mention in found.concepts {
      if let role = rolesOfConcept[mention.concept] { roles.append((role, mention.tokens)) }
    }
    func has(_ role: ConceptRole) -> Bool { roles.contains { $0.role == role } }
    func uncovered(by names: Set<ConceptRole>, _ more: [Range<Int>] = []) -> Int {
      var covered = Set(more.flatMap { Array($0) })
      for (role, tokens) in roles where names.contains(role) { covered.formUnion(tokens) }
      return count - covered.count
    }
    let startsLikeFollowUp = roles.contains {
      $0.role == .followUp && $0.tokens.lowerBound == 0
    }
    let startsWithCorrection = roles.contains {
      ($0.role == .deny || $0.role == .correct) && $0.tokens.lowerBound == 0
    }
    let isElliptical =
      count <= Self.shortEllipsis
      || count <= Self.longestEllipsis
        && (startsLikeFollowUp || startsWithCorrection || has(.pronoun))
    let courtesies: [(name: ConceptRole, role: TopicRole)] = [
      (.thank, .thanks), (.greet, .greeting),
    ]
    let courtesy = courtesies.first {
      has($0.name) && uncovered(by: [.thank, .greet, .courtesy, .affirm, .followUp]) == 0
    }?.role
    let correction = roles.filter { [.deny, .correct, .courtesy].contains($0.role) }
    var correctionEnd: Int? = startsWithCorrection ? 0 : nil
    while let end = correctionEnd,
      let next = correction.filter({ $0.tokens.lowerBound == end }).map(\.tokens.upperBound).max()
    {
      correctionEnd = next
    }
    let politeRoles: Set<ConceptRole> = [.greet, .thank, .courtesy, .affirm, .deny]
    let polite = Set(
      roles.filter { politeRoles.contains($0.role) }.flatMap { Array($0.tokens) })
    let said = (0..<count).filter { !polite.contains($0) }
    let core = said.isEmpty ? 0..<0 : said[0]..<said[said.count - 1] + 1
    let fieldRoles: Set<ConceptRole> = [
      .askTelephone, .askMail, .askName, .pronoun, .thank, .otherOne, .everybody,
      .correct,
    ]
    var requested: LanguageCode?
    for code in knowledge.languages where has(.language(code)) {
      let names = Self.glue.union([.language(code), .languageRequest])
      // "Koppleri in English?" asks for koppleri.
      if uncovered(by: names) <= 1, !hasSubject(beside: names, in: found) { requested = code }
    }
    // The language to answer in stands last, with "in" before it.
    let inLanguage = roles.last { $0.role.isLanguage && $0.tokens.count > 1 }
    var also: LanguageCode?
    // "Is there one in English?" has "in" of the language's own words, and asks for nothing.
    let asks = roles.contains {
      $0.role == .languageRequest && inLanguage?.tokens.overlaps($0.tokens) == false
    }
    if let inLanguage, asks {
      also = knowledge.languages.first { inLanguage.role == .language($0) }
    }
    var fields: ContactFields = []
    if has(.askTelephone) { fields.insert(.telephone) }
    if has(.askMail) { fields.insert(.mail) }
    // A number chooses only where little else is said: "a shelter" is no first choice.
    let ordinal = ConceptRole.ordinals.first { number in
      has(.ordinal(number))
        && uncovered(by: Self.glue.union([.ordinal(number), .choosing, .pronoun])) == 0
    }
    return QuestionShape(
      isElliptical: isElliptical, isShort: count <= Self.shortEllipsis,
      mayLean: count <= Self.longestLeaning && has(.pronoun),
      continues: isElliptical && (startsLikeFollowUp || has(.pronoun)),
      pointsToPlace: has(.placePronoun),
      introductionEnds: Set(
        roles.filter { $0.role == .introduction }.map(\.tokens.upperBound)),
      asksForOther: has(.otherOne),
      asksForAll: has(.everybody),
      asksWhich: has(.whichOne),
      isJustPlace: !found.places.isEmpty
        && uncovered(by: Self.glue, found.places.map(\.tokens)) == 0,
      isBareDenial: has(.deny)
        && uncovered(by: [.deny, .courtesy, .followUp, .denyTail]) <= 0,
      affirms: has(.affirm) && count <= Self.shortEllipsis, denies: has(.deny),
      courtesy: courtesy, requestedLanguage: requested, alsoRequestedLanguage: also,
      asksForLanguage: asks || has(.courtesy),
      saysConcern: roles.contains { $0.role == .concerning && $0.tokens.lowerBound <= 1 },
      ordinal: count <= Self.shortEllipsis
        ? ordinal ?? (count == 1 ? found.text.number(0) : nil) : nil,
      fields: fields.isEmpty ? .all : fields,
      asksForFields: !fields.isEmpty || has(.askName),
      wordsBesideFields: uncovered(by: Self.glue.union(fieldRoles)),
      wordsBesidePlaces: uncovered(
        by: Self.glue.union([.pronoun, .thank]),
        (found.places.isEmpty ? found.doubtfulPlaces : found.places).map(\.tokens)),
      correctionEnd: correctionEnd, core: core, gist: gist(of: count, roles),
      secondQuestion: secondQuestion(of: count, roles),
      returns: has(.earliest) && has(.earlier)
        ? .first : has(.earlier) ? .earlier : nil)
  }
}
