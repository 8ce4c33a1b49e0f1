export { ReviewScreen } from './review-screen.tsx'
export { useReviewCommands } from './use-review-commands.ts'
