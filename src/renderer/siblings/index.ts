/** The sibling bench: attempts at one instance side by side. */
export { SiblingsScreen } from './siblings-screen.tsx'
