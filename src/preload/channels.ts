/** Names of the few messages between page, preload and main. Rows never take this way: they cross the engine's MessagePort. */
export const CHANNELS = {
  requestPort: 'winnow:request-port',
  port: 'winnow:port',
  engine: 'winnow:engine',
  command: 'winnow:command',
  openDialog: 'winnow:open-dialog',
  saveDialog: 'winnow:save-dialog',
  reveal: 'winnow:reveal',
  saveToken: 'winnow:save-token',
} as const
