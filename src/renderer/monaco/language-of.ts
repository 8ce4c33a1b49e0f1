/** Extensions, and whole names, of the languages whose grammars ship with Monaco, plus our JSON. */
const LANGUAGES: Record<string, string> = Object.fromEntries(
  Object.entries({
    python: 'py pyi pyw pyx',
    javascript: 'js jsx mjs cjs',
    typescript: 'ts tsx mts cts',
    java: 'java',
    kotlin: 'kt kts',
    scala: 'scala sbt',
    go: 'go',
    rust: 'rs',
    c: 'c',
    cpp: 'h hh hpp hxx cc cpp cxx cu',
    csharp: 'cs csx',
    ruby: 'rb rake gemspec gemfile rakefile',
    php: 'php phtml',
    swift: 'swift',
    'objective-c': 'm mm',
    lua: 'lua',
    perl: 'pl pm',
    r: 'r',
    julia: 'jl',
    elixir: 'ex exs',
    clojure: 'clj cljs cljc edn',
    dart: 'dart',
    shell: 'sh bash zsh',
    powershell: 'ps1 psm1',
    bat: 'bat cmd',
    dockerfile: 'dockerfile',
    yaml: 'yml yaml',
    json: 'json jsonl jsonc ipynb',
    xml: 'xml xsd xsl svg pom csproj',
    html: 'html htm vue svelte',
    css: 'css',
    scss: 'scss',
    less: 'less',
    markdown: 'md markdown',
    restructuredtext: 'rst',
    sql: 'sql',
    graphql: 'graphql gql',
    protobuf: 'proto',
    hcl: 'tf hcl',
    ini: 'ini cfg conf toml properties gitconfig editorconfig',
    fsharp: 'fs fsx',
    vb: 'vb',
    solidity: 'sol',
    pascal: 'pas',
  }).flatMap(([language, names]) => names.split(' ').map((name) => [name, language])),
)

/** The grammar for a path, by its extension or whole name; plain text when there is none. */
export function languageOf(path: string): string {
  const name = (path.split('/').at(-1) ?? '').toLowerCase()
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : name
  return Object.hasOwn(LANGUAGES, extension) ? (LANGUAGES[extension] ?? 'plaintext') : 'plaintext'
}
