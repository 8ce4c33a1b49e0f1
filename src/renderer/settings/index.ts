export { KeysDialog } from './keys/keys-dialog.tsx'
export { SettingsDialog } from './settings-dialog.tsx'
