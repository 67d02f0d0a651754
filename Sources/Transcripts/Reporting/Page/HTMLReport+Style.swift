extension HTMLReport {
  /// Light and dark, wide and narrow, screen and paper.
  static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fbfaf7; --card: #fff;
      --line: #d9d6ce; --link: #0a58ca; --good: #20784a; --bad: #be3c1e; --near: #8a929b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --soft: #a3a9b0; --paper: #15171a;
      --card: #1d2024; --line: #383d44; --link: #86b7ff; --good: #63c493; --bad: #ff8a65; --near: #7c848d; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 64rem; margin: 0 auto; padding: 1.2rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; margin: 0; line-height: 1.2; } h2 { font-size: 1.25rem; margin: 2.6rem 0 .4rem; break-after: avoid; }
    h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
    a { color: var(--link); } nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-top: 1rem; }
    nav a { padding: .3rem 0; }
    .small { color: var(--soft); font-size: .85rem; } p.small { max-width: 44rem; break-after: avoid; }
    code { font-size: .8rem; color: var(--soft); } .topic { display: inline-block; }
    .figures, .figures ul, .bars { padding: 0; margin: 0; list-style: none; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .8rem; }
    .figures ul { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; }
    .group { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem .6rem; }
    .group h3 { margin: 0 0 .2rem; } .group p { margin: .5rem 0 0; }
    .figures b { display: block; font-size: 1.5rem; line-height: 1.2; } .group:first-child li:first-child b { font-size: 2.3rem; }
    figure { margin: .6rem 0 0; } svg { display: block; width: 100%; height: auto; }
    .ribbons svg text { font: 15px system-ui, sans-serif; fill: var(--ink); dominant-baseline: middle; }
    .ribbons .wrong { fill: var(--bad); opacity: .6; } .ribbons .close { fill: var(--near); opacity: .38; }
    .ribbons path:hover { opacity: .95; }
    .calibration svg { max-width: 34rem; } .calibration text { font: 3.6px system-ui, sans-serif; fill: var(--soft); }
    .calibration .scale { stroke: var(--line); stroke-width: .3; fill: none; }
    .calibration .ideal { stroke: var(--ink); stroke-width: .5; stroke-dasharray: 1.5 1.2; }
    .calibration .gap { stroke: var(--soft); stroke-width: .4; }
    .calibration .good { fill: var(--good); } .calibration .over { fill: var(--bad); }
    .bars li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(4rem, 3fr) 8rem; gap: .2rem .8rem;
      align-items: center; padding: .3rem 0; border-bottom: 1px solid var(--line); }
    .bar { display: flex; height: .8rem; } .bar .wrong { background: var(--bad); } .bar .close { background: var(--near); }
    table { border-collapse: collapse; font-size: .9rem; width: 100%; }
    th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
    thead th { font-size: .8rem; color: var(--soft); vertical-align: bottom; } th { font-weight: 500; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .thin { color: var(--bad); font-weight: 600; }
    details { border-top: 1px solid var(--line); padding: .4rem 0; break-inside: avoid; } summary { cursor: pointer; }
    pre { white-space: pre-wrap; font-size: .85rem; margin: .3rem 0 0 1rem; } q { display: block; color: var(--soft); quotes: none; }
    @media (max-width: 46rem) { .ribbons { display: none; } body { padding: .8rem; }
      .bars li { grid-template-columns: 1fr auto; } .bars .pair { grid-column: 1 / -1; } .bar { min-width: 6rem; }
      thead { display: none; } table, tbody, tr, th, td { display: block; width: 100%; border: 0; padding: 0; }
      tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } tbody th { font-weight: 600; }
      td.n { display: flex; justify-content: space-between; gap: 1rem; text-align: left; }
      td.n::before { content: attr(data-label); color: var(--soft); font-weight: 400; } pre { margin-left: 0; } }
    @media print { :root { --ink: #000; --paper: #fff; --card: #fff; --soft: #444; --line: #bbb; --good: #20784a; --bad: #be3c1e; --near: #8a929b; }
      body { max-width: none; padding: 0; font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      nav { display: none; } tr, .group, figure { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }
    """
}
