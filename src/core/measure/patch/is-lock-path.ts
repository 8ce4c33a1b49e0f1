import type { PathParts } from './path-parts.ts'

/** What package managers write beside the file people edit; as each documents it, lower case. */
const NAMES = new Set([
  // JavaScript and TypeScript
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  // Rust
  'cargo.lock',
  // Go
  'go.sum',
  'go.work.sum',
  'gopkg.lock',
  'glide.lock',
  // Python
  'poetry.lock',
  'pdm.lock',
  'pipfile.lock',
  'uv.lock',
  'pixi.lock',
  'conda-lock.yml',
  // PHP
  'composer.lock',
  'symfony.lock',
  // Java
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  // C and C++
  'conan.lock',
  'vcpkg-lock.json',
  // What else their repositories carry
  'gemfile.lock',
  'mix.lock',
  'flake.lock',
  'packages.lock.json',
])

/** Whether a file only pins what a package manager chose. */
export function isLockPath({ base }: PathParts): boolean {
  return NAMES.has(base.toLowerCase())
}
