export { RecipeScreen } from './recipe-screen.tsx'
