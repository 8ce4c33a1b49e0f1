import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './styles/tokens.css'
import './styles/base.css'
import './widgets/widgets.css'
import './app/frame.css'
import { createRoot } from 'react-dom/client'
import { connect } from './api/connect.ts'
import { App } from './app/app.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App host={connect()} />)
