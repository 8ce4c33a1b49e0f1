import type { Certainty } from '#record'

/** A sort of secret. Patterns are sticky and bounded: they are asked only at the start of a word, and give up within a few hundred units. */
export interface SecretPattern {
  kind: SecretKind
  /** What the word begins with, case as written: asked before the pattern. */
  starts: readonly string[]
  pattern: RegExp
  certainty: Certainty
}

/** What can be found, with a sentence for people. */
export const SECRET_KINDS = {
  'aws-key': 'An access key id of Amazon Web Services.',
  'aws-secret': 'A secret access key of Amazon Web Services, near its id.',
  'github-token': 'A token of GitHub.',
  'gitlab-token': 'A token of GitLab.',
  'huggingface-token': 'A token of the Hugging Face Hub.',
  'openai-key': 'A key of OpenAI, or of a service that writes its keys so.',
  'anthropic-key': 'A key of Anthropic.',
  'slack-token': 'A token of Slack.',
  'google-key': 'An API key of Google.',
  'stripe-key': 'A live key of Stripe.',
  'npm-token': 'A token of the npm registry.',
  'pypi-token': 'A token of the Python Package Index.',
  jwt: 'A signed JSON Web Token.',
  'private-key': 'A private key.',
  'url-password': 'A password within an address.',
  'assigned-key': 'A random value given to something called a key, token or secret.',
} as const

/** See {@link SECRET_KINDS}. */
export type SecretKind = keyof typeof SECRET_KINDS

/**
 * The patterns of words. docs/duplicates.md names the page each comes from.
 *
 * `possible` is what tests and fixtures hold as often as people lose it.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  word('aws-key', ['AKIA', 'ASIA'], '(?:AKIA|ASIA)[A-Z2-7]{16}', 'certain'),
  word('github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 'gh[pousr]_[A-Za-z0-9]{36,255}', 'certain'),
  word('github-token', ['github_pat_'], 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}', 'certain'),
  word(
    'gitlab-token',
    ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glagent-'],
    'gl(?:pat|dt|rt|cbt|ptt|agent)-[A-Za-z0-9_-]{20,255}',
    'certain',
  ),
  word('huggingface-token', ['hf_'], 'hf_[A-Za-z0-9]{34,40}', 'certain'),
  word('anthropic-key', ['sk-ant-'], 'sk-ant-[a-z]{2,10}[0-9]{2}-[A-Za-z0-9_-]{80,255}', 'certain'),
  word('openai-key', ['sk-'], 'sk-(?!ant-)[A-Za-z0-9_-]{0,200}T3BlbkFJ[A-Za-z0-9_-]{20,200}', 'certain'),
  word('openai-key', ['sk-'], 'sk-(?:proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9]{40,200}', 'likely'),
  word(
    'slack-token',
    ['xoxb-', 'xoxa-', 'xoxp-', 'xoxe-', 'xoxs-', 'xoxr-', 'xapp-'],
    '(?:xox[abeprs]|xapp)-[0-9A-Za-z]{1,20}-[0-9A-Za-z-]{10,255}',
    'certain',
  ),
  word('google-key', ['AIza'], 'AIza[A-Za-z0-9_-]{35}', 'certain'),
  word('stripe-key', ['sk_live_', 'rk_live_'], '[sr]k_live_[A-Za-z0-9]{16,255}', 'certain'),
  word('npm-token', ['npm_'], 'npm_[A-Za-z0-9]{36}', 'certain'),
  word('pypi-token', ['pypi-AgE'], 'pypi-AgE[A-Za-z0-9_-]{50,500}', 'certain'),
  word('jwt', ['eyJ'], 'eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{16,1000}', 'possible'),
  {
    kind: 'private-key',
    starts: ['-----BEGIN'],
    // Its first 64 signs decide; a line end may be written as \n within JSON.
    pattern:
      /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----(?:[A-Za-z0-9+/=]|\s|\\[nr]){64,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/y,
    certainty: 'likely',
  },
]

function word(kind: SecretKind, starts: readonly string[], source: string, certainty: Certainty): SecretPattern {
  // What goes on is a longer word of another meaning.
  return { kind, starts, pattern: new RegExp(`${source}(?![A-Za-z0-9_-])`, 'y'), certainty }
}
