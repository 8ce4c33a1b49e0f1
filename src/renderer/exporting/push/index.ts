/** Sends an export's folder to the Hub. */
export { PushPanel, type PushPanelProps } from './push-panel.tsx'
