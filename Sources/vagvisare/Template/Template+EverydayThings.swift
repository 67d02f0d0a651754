extension Template {
  /// Everyday words for things and doings, of use in any field.
  static let everydayThings = [
    TemplateFile(
      "Knowledge/vocabulary/everyday-things.concepts", atHome + "\n\n" + amongPeople)
  ]

  private static let atHome =
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
    """
}
