import type { ContractRouterClient } from '@orpc/contract'
import type { Command } from 'commander'
import type { Contract } from '#contract'
import type { Places } from './places.ts'
import type { Terminal } from './terminal.ts'

/** The contract as commands call it. */
export type Client = ContractRouterClient<Contract>

/** One run of the program. */
export interface Session {
  terminal: Terminal
  places: Places
  /** 1 when a command did its work and the answer is bad news, such as a broken ledger. */
  exitCode: number
}

/** Options every command takes. */
export interface GlobalOptions {
  /** Undefined is the workspace `default` in the person's data folder. */
  workspace?: string
  json?: true
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, session: Session) => void
