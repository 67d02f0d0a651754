extension Template {
  /// Everyday words, of use in any field.
  static let everyday3 = [
    TemplateFile(
      "Knowledge/vocabulary/everyday-things.concepts",
      """
      # Everyday words of both languages that mean much the same, of use in any field: they let one question teach
      # another. Take away what stands in the way of yours, and add your own in a file beside this one.
      == reading
      > läs
      > läsa
      > läser
      > roman*
      > bok
      > boken
      > böcker*
      > read
      > reading
      > novel*
      > book
      > books

      == listening
      > lyssna*
      > ljud*
      > listen*
      > audio*

      == eating
      > äta
      > mat
      > matsäck
      > kaffe
      > fika
      > lunch
      > eat
      > food
      > coffee
      > snack

      == playing
      > spela
      > spel*
      > lek*
      > play*
      > game*

      == room
      > rum
      > rummet
      > lokal*
      > room*

      == home
      > lägenhet*
      > bostad*
      > hem
      > hemma
      > bo hos
      > flat*
      > apartment*
      > home
      > house

      == party
      > fest*
      > kalas*
      > fira*
      > party
      > parties
      > celebrat*

      == water
      > vatten*
      > läck*
      > översvämm*
      > kran*
      > water*
      > leak*
      > flood*
      > tap

      == cold
      > kall*
      > frys*
      > iskall*
      > kyla
      > element*
      > värme*
      > grader
      > cold
      > freez*
      > heat*
      > warm*
      > degrees
      > radiator*

      == cleaning
      > städ*
      > smuts*
      > ren
      > rent
      > clean*
      > dirty

      == washing
      > tvätt*
      > wash*
      > laundry

      == throwing-away
      > sopor
      > slänga*
      > kasta*
      > skräp*
      > återvinn*
      > waste
      > rubbish
      > garbage
      > throw away
      > recycl*

      == kitchen-machine
      > spis*
      > ugn*
      > kylskåp*
      > diskmaskin*
      > cooker
      > stove
      > oven
      > fridge
      > dishwasher*

      == key
      > nyckel*
      > nycklar*
      > lås
      > låset
      > låst
      > utelåst
      > key
      > keys
      > lock*

      == moving
      > flytt*
      > inflytt*
      > move in
      > move out
      > moving
      > moved

      == animal
      > djur*
      > hund*
      > katt*
      > orm
      > animal*
      > pet
      > pets
      > dog*
      > cat
      > cats

      == insect
      > insekt*
      > vägglöss
      > kackerlack*
      > myror
      > bug*
      > cockroach*
      > ants
      > insect*

      == night
      > natt*
      > kväll*
      > helg*
      > night*
      > evening*
      > weekend*

      == noise
      > buller
      > bullr*
      > oväsen
      > hög musik
      > stör*
      > högljud*
      > noise
      > noisy
      > loud*
      > disturb*

      == neighbour
      > granne*
      > grannar*
      > neighbour*
      > neighbor*

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

      """)
  ]
}
