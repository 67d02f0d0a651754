extension Template {
  /// Two topics of a library, with a part.
  static let topics = [
    TemplateFile(
      "Knowledge/loan/period.en.questions",
      """
      > how long may I keep the book
      > how long is the loan period
      > when is the book due
      > how many weeks is a book lent

      """),
    TemplateFile(
      "Knowledge/loan/period.sv.questions",
      """
      > hur länge får jag ha boken
      > hur lång är lånetiden
      > när ska boken lämnas tillbaka
      > hur många veckor lånar man en bok

      """),
    TemplateFile(
      "Knowledge/loan/period.topic",
      """
      kind: loan
      section: Lånevillkor / Lånetid
      as-of: 2026
      review-by: 2031-01
      related: loan/renew

      == sv
      title: Lånetid
      names: lånetiden, tiden för ett lån
      < Du får ha boken i {loan-period}.
      ~ {loan-period}

      == en
      title: Loan period
      names: the loan period, the time of a loan
      < You may keep the book for {loan-period}.
      ~ {loan-period}

      """),
    TemplateFile(
      "Knowledge/loan/renew.en.questions",
      """
      # How people may ask. Below -- stand questions about a part of the answer; … begins one that leans on what was said.
      > how do I renew
      > can I extend my loan
      > I need more time with the book
      > is it possible to renew on the web
      > renewal

      -- how-often
      > how many times can I renew
      > … how many times?
      > … how often is that possible?

      """),
    TemplateFile(
      "Knowledge/loan/renew.sv.questions",
      """
      # Så kan någon fråga. Under -- står frågor om en del av svaret; … börjar en fråga som hör ihop med den förra.
      > hur lånar jag om
      > kan jag förlänga mitt lån
      > jag hinner inte läsa klart boken
      > går det att låna om på webben
      > omlån

      -- how-often
      > hur många gånger får man låna om
      > … hur många gånger?
      > … hur ofta går det?

      """),
    TemplateFile(
      "Knowledge/loan/renew.topic",
      """
      # A topic: what the assistant says, both languages side by side. How people ask stands in renew.sv.questions
      # and renew.en.questions. Below -- stands a part, which may be asked for on its own; its name is yours.
      kind: loan
      section: Lånevillkor / Omlån
      as-of: 2026
      review-by: 2031-01
      related: loan/period

      == sv
      title: Låna om
      names: omlån, förlänga lånet, låna om en bok
      < Du lånar om på {site}, i disken eller per telefon, om ingen annan väntar på boken.
      ~ om ingen annan väntar

      == en
      title: Renewing a loan
      names: renewal, extending the loan, renewing a book
      < You renew at {site}, at the desk or by telephone, unless somebody else is waiting for the book.
      ~ unless somebody else is waiting

      -- how-often
      == sv
      title: Hur många gånger
      < Du får låna om samma bok {renewals}.
      ~ {renewals}
      == en
      title: How many times
      < You may renew the same book {renewals}.
      ~ {renewals}

      """),
  ]
}
