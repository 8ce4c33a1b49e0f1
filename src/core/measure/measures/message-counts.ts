import type { Measure } from '../types.ts'

/** The tutorial's message counts: all, and by role. */
export const messageCounts: readonly Measure[] = [
  {
    id: 'n_messages',
    version: 1,
    label: 'Messages',
    unit: 'messages',
    type: 'integer',
    group: 'run',
    help: 'All messages of the trajectory.',
    compute: ({ example }) => example.messages.length,
  },
  ofRole('system', 'System messages'),
  ofRole('user', 'User messages'),
  ofRole('assistant', 'Assistant messages'),
  ofRole('tool', 'Tool messages'),
]

function ofRole(role: string, label: string): Measure {
  return {
    id: `n_${role}`,
    version: 1,
    label,
    unit: 'messages',
    type: 'integer',
    group: 'run',
    help: `Messages whose role is ${role}.`,
    compute: ({ example }) => example.messages.filter((message) => message.role === role).length,
  }
}
