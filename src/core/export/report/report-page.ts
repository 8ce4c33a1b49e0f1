import { Html, html } from './html.ts'
import { REPORT_CSS } from './report-css.ts'

/** Nothing is run and nothing is fetched, whatever a text holds: the look inside the file is all a browser may use. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A whole HTML file in one text. */
export function reportPage(title: string, body: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(REPORT_CSS)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return page.text
}
