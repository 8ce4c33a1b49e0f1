/** Sends an export's folder to the Hub. */
export { PushPanel } from './push-panel.tsx'
