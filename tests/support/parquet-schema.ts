/** An optional column of text. */
export const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const

/** An optional column `messages`: a list of {role, content}. */
export const MESSAGES = [
  { name: 'messages', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'OPTIONAL', num_children: 2 },
  { ...TEXT, name: 'role' },
  { ...TEXT, name: 'content' },
] as const
