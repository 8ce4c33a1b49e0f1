/** What is said of many examples at once. */
export { BulkButton } from './bulk-button.tsx'
export { BulkDialog } from './bulk-dialog.tsx'
export { askToDecideAll } from './bulk-question.ts'
