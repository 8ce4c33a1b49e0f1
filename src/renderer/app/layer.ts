/** Which of the frame's layers is open. */
export type Layer = 'palette' | 'keys' | 'settings' | null
