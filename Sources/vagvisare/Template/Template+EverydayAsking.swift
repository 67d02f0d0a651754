extension Template {
  /// Everyday words that questions are made of, of use in any field.
  static let everydayAsking = [
    TemplateFile(
      "Knowledge/vocabulary/everyday-asking.concepts",
      """
      # Everyday words of both languages that mean much the same, of use in any field: they let one question teach
      # another. Take away what stands in the way of yours, and add your own in a file beside this one.
      == cost
      > kosta*
      > pris*
      > avgift*
      > taxa*
      > betala*
      > gratis
      > pengar
      > dyr*
      > billig*
      > how much is
      > cost*
      > price*
      > fee*
      > charge*
      > pay*
      > paid
      > free of charge
      > money
      > expensive
      > cheap*

      == how-long
      > hur länge
      > hur lång tid
      > hur många dagar
      > hur många veckor
      > hur många månader
      > how long
      > how many days
      > how many weeks
      > how many months

      == which-time
      > när
      > vilken tid
      > vilka tider
      > vilket datum
      > vilken dag
      > hur dags
      > when
      > what time
      > which day
      > what date

      == where
      > var
      > vart
      > var någonstans
      > where

      == who
      > vem
      > vilka
      > who
      > whom

      == whether-allowed
      > får man
      > får jag
      > får vi
      > tillåt*
      > förbjud*
      > may i
      > may we
      > may one
      > allowed
      > permitted
      > permission
      > forbidden

      == must
      > måste
      > ska jag
      > krävs
      > krav
      > behöver jag
      > behöver man
      > must
      > have to
      > do i need
      > required
      > require*

      == lost
      > tappa*
      > borta
      > förlora*
      > försvunn*
      > stulen
      > stulna
      > hittar inte
      > lost
      > lose
      > gone
      > missing
      > stolen
      > cannot find

      == broken
      > trasig*
      > sönder
      > gått sönder
      > fungerar inte
      > funkar inte
      > fel på
      > skada*
      > förstör*
      > broken
      > broke
      > does not work
      > not working
      > out of order
      > damage*

      == forgotten
      > glömt
      > glömde
      > minns inte
      > kommer inte ihåg
      > forgot*
      > do not remember
      > don't remember

      == applying
      > ansök*
      > söka
      > söker
      > anmäl*
      > registrera*
      > skriva in
      > ställa sig i kö
      > apply*
      > application
      > sign up
      > register*
      > enrol*
      > join*

      == waiting
      > kö
      > köa
      > köar
      > väntelista
      > vänta*
      > queue*
      > waiting list
      > wait*

      == booking
      > boka*
      > beställ*
      > reserv*
      > book a
      > book the
      > booking
      > order*
      > reserve*

      == ending
      > säga upp
      > uppsägning*
      > avsluta*
      > sluta
      > avbeställ*
      > cancel*
      > give notice
      > terminate*
      > quit

      == late
      > sen
      > sent
      > försen*
      > för sent
      > late
      > overdue
      > delay*

      == longer
      > längre
      > förläng*
      > mer tid
      > extend*
      > longer
      > more time

      == returning
      > lämna tillbaka
      > återlämn*
      > returner*
      > return*
      > bring back
      > give back

      == changing
      > byta
      > byter
      > ändra*
      > swap*
      > exchange*
      > change*

      == new
      > ny
      > nytt
      > nya
      > new

      """)
  ]
}
