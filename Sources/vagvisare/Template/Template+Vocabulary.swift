extension Template {
  /// Words of the library and of the talk itself.
  static let vocabulary = [
    TemplateFile(
      "Knowledge/vocabulary/library.concepts",
      """
      # Words of all languages that mean the same: one question teaches every wording that uses them. * at the end of
      # a word stands for any ending.
      == book
      > bok*
      > böcker*
      > book*
      > titel*
      > title*

      == renewing
      > låna om
      > låner om
      > lånar om
      > omlån*
      > förläng*
      > renew*
      > extend*

      """),
    TemplateFile(
      "Knowledge/vocabulary/talk.concepts",
      """
      # Words of the talk itself. role: tells the program what it uses them for; Knowledge/README.md lists the roles.
      == greet
      role: greet
      > hej*
      > hallå
      > god morgon
      > god dag
      > hello
      > hi
      > good morning

      == thank
      role: thank
      > tack*
      > tack så mycket
      > för hjälpen
      > hej då
      > thanks
      > thank you
      > for your help
      > goodbye

      == courtesy
      role: courtesy
      > tack
      > snälla
      > please

      == affirm
      role: affirm
      > ja
      > japp
      > precis
      > yes
      > yeah
      > exactly

      == deny
      role: deny
      > nej
      > inget av dem
      > no
      > neither
      > none of them

      == correct
      role: correct
      > jag menade
      > jag menar
      > I meant
      > I mean

      == follow-up
      role: follow-up
      > och
      > men
      > då
      > om
      > and
      > but
      > then
      > what about

      == pronoun
      role: pronoun
      > den
      > det
      > dem
      > hon
      > han
      > it
      > that
      > them
      > she
      > he

      == first
      role: ordinal-1
      > ettan
      > första
      > den första
      > first
      > the first one

      == second
      role: ordinal-2
      > tvåan
      > andra
      > den andra
      > second
      > the second one

      == in-swedish
      role: language-sv
      > på svenska
      > svenska
      > in Swedish
      > Swedish

      == in-english
      role: language-en
      > på engelska
      > engelska
      > in English
      > English

      == ask-language
      role: language-request
      > svara
      > säg det
      > kan du
      > answer
      > say it
      > can you

      == telephone
      role: ask-telephone
      > telefon*
      > nummer
      > ringa
      > telephone*
      > phone*
      > number

      == mail
      role: ask-mail
      > mejl*
      > e-post*
      > mail*
      > email*

      == before-a-place
      role: place-cue
      > i
      > på
      > från
      > till
      > in
      > at
      > from
      > to

      == pointing-to-a-place
      role: place-pronoun
      > där
      > dit
      > there

      """),
  ]
}
