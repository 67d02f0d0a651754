extension Template {
  /// Everyday words for what people do with each other; the second half of its file.
  static let amongPeople =
    """
    == buying
    > köp*
    > sälj*
    > buy*
    > bought
    > sell*
    > sold

    == insurance
    > försäkr*
    > insur*
    > compensat*

    == document
    > legitimation
    > id-kort
    > pass
    > blankett*
    > formulär*
    > avtal*
    > kontrakt*
    > identity card
    > passport
    > form
    > contract*
    > agreement*

    == help
    > hjälp*
    > stöd
    > help
    > support

    == language
    > språk*
    > svenska
    > engelska
    > language*
    > swedish
    > english

    == talking
    > prata*
    > tala
    > samtal*
    > diskuter*
    > talk*
    > speak*
    > discuss*

    == meeting
    > träff*
    > möte*
    > grupp*
    > cirkel*
    > klubb*
    > meet*
    > group*
    > club*
    > circle*

    == event
    > evenemang*
    > föreläs*
    > föreställ*
    > kalender*
    > besök*
    > event*
    > lecture*
    > visit*

    == newspaper
    > tidning*
    > tidskrift*
    > dagstidning*
    > newspaper*
    > magazine*
    > paper

    == abroad
    > utomlands
    > utland*
    > annan stad
    > annan ort
    > abroad
    > another city
    > elsewhere

    == suggestion
    > förslag*
    > föreslå*
    > önska*
    > suggest*
    > wish*

    == complaint
    > klaga*
    > överklaga*
    > synpunkt*
    > missnöjd
    > complain*
    > appeal*

    == opening
    > öppet*
    > öppnar
    > öppettid*
    > stäng*
    > open
    > opening
    > close*
    > closing

    == child-care
    > blöj*
    > sköt*
    > barnvagn*
    > nappy
    > nappies
    > diaper*
    > changing table
    > pram*

    == toilet
    > toalett*
    > toan
    > wc
    > toilet*
    > loo
    > restroom*

    == delivery
    > leverans*
    > lever*
    > hemkörning
    > köra hem
    > skicka*
    > deliver*
    > send
    > bring

    """
}
