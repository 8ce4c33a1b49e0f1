/** Holds an export's folder against its manifest and the workspace. */
export { VerifyPanel } from './verify-panel.tsx'
