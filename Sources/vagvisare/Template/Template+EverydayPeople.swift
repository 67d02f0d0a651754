extension Template {
  /// Everyday words for people, of use in any field.
  static let everydayPeople = [
    TemplateFile(
      "Knowledge/vocabulary/everyday-people.concepts",
      """
      # Everyday words of both languages that mean much the same, of use in any field: they let one question teach
      # another. Take away what stands in the way of yours, and add your own in a file beside this one.
      == child
      > barn*
      > son
      > dotter
      > bebis*
      > spädbarn
      > child*
      > kid*
      > son
      > daughter
      > baby
      > babies
      > toddler*
      > boy
      > girl

      == old-person
      > äldre
      > gammal*
      > mormor
      > farmor
      > morfar
      > farfar
      > pensionär*
      > elderly
      > old people
      > grandmother
      > grandfather
      > pensioner*

      == family
      > mamma
      > pappa
      > mor
      > far
      > syster
      > bror
      > man
      > fru
      > sambo
      > familj*
      > mother
      > father
      > sister
      > brother
      > husband
      > wife
      > partner
      > family

      == student
      > student*
      > studera*
      > plugga*
      > studie*
      > study
      > studying
      > studies
      > students

      == school
      > skola*
      > lärare
      > elev*
      > läx*
      > school*
      > teacher*
      > pupil*
      > homework

      == work
      > jobb*
      > arbet*
      > anställ*
      > job*
      > work
      > employ*

      == income
      > inkomst*
      > lön*
      > bidrag
      > income
      > wage*
      > salary
      > benefit*

      == ill
      > sjuk*
      > skadad
      > ill
      > sick

      == disabled
      > rullstol*
      > funktionsned*
      > synskad*
      > hörsel*
      > wheelchair*
      > disab*
      > blind
      > deaf

      == upstairs
      > hiss*
      > trappa*
      > våning*
      > lift
      > elevator
      > upstairs
      > floor
      > stairs

      == car
      > bil
      > bilen
      > bilar
      > elbil
      > köra
      > parker*
      > car
      > cars
      > park
      > parking
      > drive

      == bicycle
      > cykel*
      > cyklar
      > bike*
      > bicycle*

      == telephone-word
      > telefon*
      > mobil*
      > phone*
      > mobile

      == computer
      > dator*
      > laptop*
      > surfplatt*
      > läsplatt*
      > computer*
      > tablet*

      == internet
      > internet
      > nätet
      > wifi
      > bredband
      > uppkoppl*
      > koppla upp
      > online
      > broadband
      > network

      == website
      > webb*
      > hemsida*
      > appen
      > app
      > website
      > web

      == logging-in
      > logga in
      > inlogg*
      > konto
      > lösenord*
      > pin*
      > kod
      > koden
      > log in
      > login
      > account
      > password*
      > code

      == printing
      > skriva ut
      > utskrift*
      > kopiera*
      > skanna*
      > print*
      > copy
      > scan*

      """)
  ]
}
