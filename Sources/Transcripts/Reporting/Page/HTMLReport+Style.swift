extension HTMLReport {
  /// Light and dark, wide and narrow, screen and paper.
  static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --line: #d0d7de;
      --link: #0a58ca; --good: 32, 120, 70; --bad: 190, 50, 25; --cell: rgba(120,130,140,.10); }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #9aa4af; --paper: #14171a;
      --line: #3a424b; --link: #7db3ff; --good: 90, 190, 130; --bad: 240, 120, 80; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 62rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
    h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; break-after: avoid; }
    h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; break-after: avoid; }
    a { color: var(--link); } nav { display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; }
    nav a { padding: .3rem 0; }
    .small { color: var(--soft); font-size: .85rem; } p.small { break-after: avoid; } code { font-size: .85rem; overflow-wrap: anywhere; }
    .figures { display: flex; flex-wrap: wrap; gap: 1rem 2.2rem; padding: 0; list-style: none; }
    .figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
    table { border-collapse: collapse; font-size: .9rem; } table.wide { width: 100%; }
    th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
    th { font-weight: 600; } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .thin { color: rgb(var(--bad)); font-weight: 600; } .scroll { overflow-x: auto; max-width: 100%; }
    .grid { border-collapse: separate; border-spacing: 1px; }
    .grid th, .grid td { border: 0; } .grid td { width: 1.15rem; min-width: 1.15rem; height: 1.15rem; padding: 0;
      text-align: center; vertical-align: middle; font-size: .7rem; background: var(--cell); }
    .grid thead td { background: none; } .grid td.self { background: var(--line); }
    .grid td.wrong { font-weight: 700; } .grid td.close { background: rgba(120,130,140,.35); color: var(--ink); }
    .grid th { font-weight: 400; font-size: .75rem; line-height: 1.1; white-space: nowrap; padding: 0 .4rem 0 0; }
    .grid tbody th { position: sticky; left: 0; background: var(--paper); }
    .grid thead th { padding: 0 0 .3rem; vertical-align: bottom; }
    .grid thead span { writing-mode: vertical-rl; transform: rotate(180deg); }
    .bars { width: 60%; } .bar { display: block; position: relative; height: .8rem; min-width: 5rem; background: var(--cell); }
    .bar i { position: absolute; left: 0; top: 0; bottom: 0; background: rgb(var(--good)); }
    .bar u { position: absolute; top: -3px; bottom: -3px; width: 2px; background: var(--ink); }
    details { border-top: 1px solid var(--line); padding: .4rem 0; break-inside: avoid; } summary { cursor: pointer; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; margin: .3rem 0 0 1rem; }
    @media (max-width: 40rem) { body { padding: .7rem; } th, td { padding-right: .5rem; } .bars { width: 40%; } }
    @media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --good: 32, 120, 70; --bad: 190, 50, 25; }
      body { max-width: none; padding: 0; font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      nav { display: none; } .scroll { overflow: visible; } tr { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }
    """
}
