/** See {@link VerifyPanel}. */
export interface VerifyPanelProps {
  /** The folder offered first: the export made last, or the one chosen in the history. */
  dir: string
}

/** Verifies an export's folder: one of the history, or any. */
export function VerifyPanel({ dir }: VerifyPanelProps) {
  return <section className="verify" aria-label="Verify an export" data-dir={dir} />
}
