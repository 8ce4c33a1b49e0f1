export { OpenScreen } from './open-screen.tsx'
