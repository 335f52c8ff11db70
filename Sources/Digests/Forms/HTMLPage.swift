/// What every HTML page of Marsad has: its head and its look.
package enum HTMLPage {
    /// Nothing may run, load or leave; the page's own style is all that it needs.
    package static let head: Markup = """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow">
        """

    package static let style: Markup = """
        :root {
          color-scheme: light dark;
          --paper: #fcfbf8; --ink: #1f2023; --soft: #5a5c62; --line: #dedbd2;
          --accent: #0a5a61; --mark: #fbeab0; --bar: #8fb5b3; --raised: #f4f1e9;
          --latin: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", "Noto Naskh Arabic", "Geeza Pro", serif;
          --arabic: "Noto Naskh Arabic", "Geeza Pro", "Sakkal Majalla", "Traditional Arabic", serif;
          --plain: system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17191c; --ink: #e7e5e0; --soft: #a9a8a3; --line: #34373c;
            --accent: #86cdd0; --mark: #574a16; --bar: #42696b; --raised: #1f2226;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem;
          background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.6 var(--latin); overflow-wrap: anywhere;
        }
        html[lang="ar"] body, [lang="ar"] { font-family: var(--arabic); line-height: 1.85; }
        [lang="fr"], [lang="en"], [lang="und"] { font-family: var(--latin); line-height: 1.6; }
        [dir] { text-align: start; }
        a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .18em; }
        a:hover { color: var(--accent); text-decoration-color: currentColor; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        .skip { position: absolute; inset-inline-start: -100vw; }
        .skip:focus { position: static; }
        ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
        ul, ol { list-style: none; }
        h1, h2, h3, p { margin: 0; }
        mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: 2px; }

        .masthead { padding-bottom: 1.5rem; border-bottom: 3px double var(--line); }
        .brand { font: 600 .9rem/1.4 var(--plain); color: var(--accent); }
        h1 { font-size: clamp(1.7rem, 6vw, 2.5rem); line-height: 1.25; font-weight: 700; }
        h1 .day { display: block; font-size: .58em; font-weight: 400; color: var(--soft); }
        .subject { margin-top: .35rem; }
        .period { font-size: .9rem; color: var(--soft); }
        .totals { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-top: 1.25rem; }
        .totals b { font-size: 1.5rem; font-weight: 700; font-variant-numeric: lining-nums; }
        .masthead .change { font-size: .9rem; color: var(--soft); }
        .sparkline { margin-top: 1rem; }
        .sparkline svg { display: block; width: 100%; max-width: 24rem; height: 2.5rem; }
        .sparkline figcaption { margin-top: .35rem; font-size: .85rem; color: var(--soft); }
        svg .day, svg rect { fill: var(--bar); }
        svg .none { fill: var(--line); }
        svg .now { fill: var(--accent); }

        .contents { padding: .9rem 0; border-bottom: 1px solid var(--line); }
        .contents ul { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; }
        .count { color: var(--soft); font-size: .85em; font-variant-numeric: tabular-nums; }

        h2 {
          margin: 2.75rem 0 0; font: 600 1rem/1.6 var(--plain); color: var(--accent);
          border-bottom: 1px solid var(--line); padding-bottom: .35rem;
        }
        article { padding: 1.5rem 0 1.6rem; border-bottom: 1px solid var(--line); }
        section > article:last-child { border-bottom: 0; padding-bottom: 0; }
        article h3, article h2 {
          margin: 0; padding: 0; border: 0; color: inherit;
          font-family: inherit; font-size: 1.3rem; line-height: 1.4; font-weight: 700;
        }
        article h3[lang="ar"] { line-height: 1.65; }
        article h3 mark {
          background: none; padding: 0; text-decoration: underline var(--mark) .14em;
          text-underline-offset: .22em;
        }
        article h3 a { text-decoration: none; }
        article h3 a:hover { text-decoration: underline; }
        article:target { background: var(--raised); box-shadow: 0 0 0 .75rem var(--raised); }
        .mention h3 { font-weight: 500; font-size: 1.15rem; }
        .outlets, .marks {
          display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: .9rem; margin-top: .3rem;
        }
        .outlets, .marks, .marks li, figcaption, summary, .source, .why, dt, .count, .permalink {
          font-family: var(--plain); line-height: 1.7;
        }
        .outlets time, .source, .why, .permalink a { color: var(--soft); }
        .outlets time, .source time { font-variant-numeric: tabular-nums; }
        .outlets, .marks, figcaption, .source, .why { font-size: .85rem; }
        .permalink a { text-decoration: none; padding: 0 .5em; }
        .marks { color: var(--soft); margin: 0 0 .2rem; }
        .marks { column-gap: .5em; }
        .marks li + li::before { content: "·"; margin-inline-end: .5em; }
        .quote { margin-top: .8rem; }
        blockquote { border-inline-start: 2px solid var(--bar); padding-inline-start: 1rem; }
        .quote p + p { margin-top: .6rem; }
        .quote figcaption { color: var(--soft); margin-top: .35rem; }
        .facts { margin-top: .9rem; font-size: .95rem; }
        .facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.1rem; }
        .facts div { display: contents; }
        .facts dt { color: var(--soft); font-size: .85rem; padding-top: .1rem; }
        .facts small { color: var(--soft); font-size: .85em; }
        .inferred > bdi { border-bottom: 1px dotted var(--soft); }
        .sep { color: var(--soft); }
        details { margin-top: .8rem; }
        summary { cursor: pointer; font-size: .85rem; color: var(--accent); padding: .2rem 0; }
        .headlines li, .list > li { padding: .45rem 0; border-top: 1px solid var(--line); }
        .headlines li:first-child, .list > li:first-child { border-top: 0; }
        .title, .list .source, .list .why, .list .change, .headlines .source { display: block; }
        .list .change .why { display: inline; }
        html[dir="ltr"] li > .title { text-align: left; }
        html[dir="rtl"] li > .title { text-align: right; }
        .earlier { color: var(--soft); }

        .quiet { padding: 2rem 0 0; }
        .quiet h2 { margin: 0; font-size: 1.5rem; color: var(--ink); border: 0; }
        .quiet p { margin-top: .6rem; max-width: 38rem; }
        .lead { font-size: 1.15rem; }
        .aside { font-size: .95rem; }
        .aside > :not(h2) { margin-top: .75rem; }
        .aside h3 { font: 600 .85rem/1.7 var(--plain); color: var(--soft); }
        .columns { display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
        .bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 .5rem; padding-top: .3rem; }
        .bars svg { grid-column: 1 / -1; display: block; width: 100%; height: 4px; }
        .watch { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
        .watch dd { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
        .cause { display: block; font: .85rem/1.6 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); }
        [dir="rtl"] .cause { text-align: end; }
        del { color: var(--soft); }
        ins { text-decoration: none; }
        footer {
          margin-top: 3rem; padding-top: 1rem; border-top: 3px double var(--line);
          font-size: .85rem; color: var(--soft);
        }
        @media (max-width: 30rem) {
          .facts { grid-template-columns: 1fr; gap: 0; }
          .facts dd { padding-bottom: .35rem; }
          body { font-size: 1rem; }
        }
        @media print {
          :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --mark: #eee; --bar: #999; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          .skip, .contents, .permalink { display: none; }
          blockquote, .facts, .outlets, .bars li, .list > li { break-inside: avoid; }
          details:not([open]) { display: none; }
          article { padding: .8rem 0; }
          h2 { margin-top: 1.5rem; }
          h2, h3, .marks { break-after: avoid; }
          mark { text-decoration: underline; background: none; }
          a { text-decoration: none; }
        }
        """
}
