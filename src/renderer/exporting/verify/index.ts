/** Holds an export's folder against its manifest and the workspace. */
export { VerifyPanel, type VerifyPanelProps } from './verify-panel.tsx'
