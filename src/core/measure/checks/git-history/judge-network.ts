import { operandsOf } from '../../shell/operands-of.ts'
import { isUnknown } from '../../shell/run/unknown.ts'
import type { SimpleCommand } from '../../shell/simple-command.ts'
import { type Judged, judged, type Knowledge } from './judged.ts'
import { isOwnAddress, nameOf, sameName } from './own-address.ts'

type JudgeProgram = (command: SimpleCommand, know: Knowledge) => Judged | null

/** The machine the run is on. */
const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/i

const fetches: JudgeProgram = ({ name, args }, know) => {
  const addresses = args.filter((word) =>
    /^[a-z+]{2,10}:\/\/|^[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}(?::\d{1,5})?\//i.test(word.replace(/^--url=/, '')),
  )
  if (addresses.some((word) => !LOCAL.test(word) && isOwnAddress(word.replace(/^--url=/, ''), know.repo))) {
    return judged(name, 'network', `\`${name}\` fetches from the task's own repository or package.`)
  }
  const isHidden =
    addresses.some((word) => !LOCAL.test(word) && isUnknown(word.split('/', 3).join('/'))) ||
    (addresses.length === 0 && args.some((word) => isUnknown(word)))
  if (isHidden) return judged(name, 'unknown', `Where \`${name}\` goes could not be told.`, [], 'possible')
  const isCodeHost = addresses.some((word) => /github|gitlab|bitbucket/i.test(word) && (know.repo === null || isUnknown(word)))
  if (isCodeHost) return judged(name, 'unknown', `\`${name}\` goes to a host of repositories; which one could not be told.`, [], 'possible')
  return judged(name, 'safe', `\`${name}\` goes elsewhere than to the task's own repository.`)
}

const HUB = new Set(['pr', 'issue', 'api', 'repo', 'release', 'search', 'run', 'browse', 'gist', 'workflow'])

/** GitHub's own command asks the repository it stands in unless another is named. */
const hub: JudgeProgram = ({ name, args }, know) => {
  const verb = args.find((word) => !word.startsWith('-')) ?? ''
  if (isUnknown(verb)) return judged(name, 'unknown', `What \`${name}\` asks could not be told.`, [], 'possible')
  if (!HUB.has(verb) && name === 'gh') return null
  const at = args.findIndex((word) => /^(?:-R|--repo)$/.test(word))
  const named = at === -1 ? args.find((word) => /^\/?(?:repos\/)?[\w.-]{1,100}\/[\w.-]{1,100}(?:\/|$)/.test(word)) : args[at + 1]
  if (named !== undefined && know.repo !== null && !isUnknown(named) && !mentions(named, know.repo)) {
    return judged(name, 'safe', `\`${name} ${verb}\` asks about another repository.`)
  }
  return judged(name, 'network', `\`${name} ${verb}\` asks the service that holds the task's own repository.`)
}

function mentions(text: string, repo: string): boolean {
  return text.toLowerCase().includes(repo) || text.toLowerCase().split('/').includes(nameOf(repo))
}

/** Package managers, and the subcommands that fetch what they name. */
const MANAGERS = new Map<string, RegExp>([
  ...['pip', 'pip3', 'uv', 'pipx', 'easy_install'].map((name): [string, RegExp] => [name, /^(?:download|install|index|wheel|add)$/]),
  ...['conda', 'mamba', 'micromamba'].map((name): [string, RegExp] => [name, /^(?:install|create|search)$/]),
  ...['poetry', 'pdm', 'rye', 'cargo', 'bun'].map((name): [string, RegExp] => [name, /^(?:add|install|search|info)$/]),
  ...['npm', 'yarn', 'pnpm'].map((name): [string, RegExp] => [name, /^(?:pack|install|i|add|view|info|show|exec|dlx)$/]),
  ['npx', /^/],
  ...['apt', 'apt-get'].map((name): [string, RegExp] => [name, /^source$/]),
  ['go', /^(?:get|install|mod)$/],
  ['gem', /^(?:install|fetch|unpack|specification)$/],
  ['composer', /^(?:require|create-project|show)$/],
])

/** Options that take the next word: names of environments, folders, addresses. */
const PLACES = new Set(
  '-n --name -p --prefix -t --target -d --dest -i --index-url --extra-index-url -r -c -f --find-links --root -C'.split(' '),
)

/** The task's own package at another version, or from a repository. */
const installs: JudgeProgram = ({ name, args }, know) => {
  if (args.includes('--no-index')) return null
  const operands = operandsOf(args, PLACES)
  const pattern = MANAGERS.get(name)
  const at = operands.findIndex((word) => pattern?.test(word))
  if ((at === -1 && name !== 'easy_install') || know.repo === null) return null
  const repo = know.repo
  const own = operands.slice(at + 1).find((word) => isPackage(word, repo))
  if (own === undefined) return null
  const isPinned = /[=@<>~]|:\/\//.test(own.slice(1)) || operands.includes('download') || operands.includes('pack')
  return judged(
    name,
    'network',
    `\`${name} ${operands[at] ?? ''}\` fetches the task's own package, \`${own.slice(0, 100)}\`.`,
    [],
    isPinned ? 'certain' : 'likely',
  )
}

function isPackage(word: string, repo: string): boolean {
  if (/^(?:git\+)?[a-z]{2,6}:\/\/|^git@/.test(word)) return isOwnAddress(word.replace(/^git\+/, ''), repo)
  if (/^[.~]?\//.test(word) || word === '.') return false
  if (/^(?:github\.com|gitlab\.com)\//.test(word)) return word.toLowerCase().includes(repo) && word.includes('@')
  const plain = word.replace(/^@[\w.-]{1,100}\//, '').split(/[=<>~![@ ;]/, 1)[0] ?? ''
  return (
    sameName(plain.replace(/^python3?-/, ''), nameOf(repo).replace(/^python3?-/, '')) ||
    word
      .toLowerCase()
      .replace(/^github:/, '')
      .split('#', 1)[0] === repo
  )
}

const pythonModule: JudgeProgram = (command, know) => {
  const at = command.args.indexOf('-m')
  const module = command.args[at + 1] ?? ''
  return at !== -1 && /^pip\d?$/.test(module) ? installs({ ...command, name: 'pip', args: command.args.slice(at + 2) }, know) : null
}

const PROGRAMS = new Map<string, JudgeProgram>([
  ...['curl', 'wget', 'http', 'https', 'aria2c', 'axel', 'lynx', 'links', 'w3m', 'fetch', 'xh', 'httpie', 'urlopen', 'browser', 'svn'].map(
    (name): [string, JudgeProgram] => [name, fetches],
  ),
  ...['gh', 'hub', 'glab'].map((name): [string, JudgeProgram] => [name, hub]),
  ...[...MANAGERS.keys()].map((name): [string, JudgeProgram] => [name, installs]),
])

/** What a command asks of the network; null for one that asks nothing, or nothing that concerns the task's own repository. */
export function judgeNetwork(command: SimpleCommand, know: Knowledge): Judged | null {
  if (/^(?:python|pypy)[\d.]*$/.test(command.name)) return pythonModule(command, know)
  return PROGRAMS.get(command.name)?.(command, know) ?? null
}
