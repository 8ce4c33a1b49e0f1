/** A page with one sentence on it. The sentence is ours: nothing of a request may ever be passed in. */
export function plainPage(message: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Winnow</title>
    <link rel="icon" href="data:," />
    <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1rem }</style>
  </head>
  <body>
    <h1>Winnow</h1>
    <p>${message}</p>
  </body>
</html>
`
}
