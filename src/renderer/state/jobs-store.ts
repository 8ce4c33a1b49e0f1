import { create } from 'zustand'
import type { Answers } from '../api/api.ts'

/** A long piece of work the host tells of, whoever started it. */
export type Job = Answers['workspace']['info']['jobs'][number]

/** Work going on in the workspace, the oldest first. */
export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }))

/** Adds a job or renews what is known of it. */
export function putJob(job: Job): void {
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.some((one) => one.id === job.id) ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job],
  }))
}

/** Takes a job off the list. */
export function endJob(id: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((one) => one.id !== id) }))
}

/** Replaces the list: after a (re)connection the host's own is the truth. */
export function setJobs(jobs: readonly Job[]): void {
  useJobs.setState({ jobs })
}
