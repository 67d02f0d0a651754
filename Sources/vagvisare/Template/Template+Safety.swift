extension Template {
  /// What is answered before anything else.
  static let safety = [
    TemplateFile(
      "Knowledge/safety/emergency.en.questions",
      """
      > help, he has a knife
      > somebody is being beaten right now
      > there is a fire in here
      > she is not breathing
      > he threatens to kill me
      > a man has collapsed and is unconscious

      """),
    TemplateFile(
      "Knowledge/safety/emergency.sv.questions",
      """
      > hjälp, han har en kniv
      > någon blir slagen just nu
      > det brinner här
      > hon andas inte
      > han hotar att döda mig
      > en man har fallit ihop och är medvetslös

      """),
    TemplateFile(
      "Knowledge/safety/emergency.topic",
      """
      # Answered before anything else, where the words tell of danger.
      kind: safety

      == sv
      title: Akut fara
      < Ring {emergency-number} nu.
      ~ {emergency-number}

      == en
      title: Acute danger
      < Call {emergency-number} now.
      ~ {emergency-number}

      """),
  ]
}
