import { useEffect } from 'react'
import { useSettings } from '../state/use-settings.ts'

/** Puts the theme on the page; `system` follows the operating system as it changes. */
export function useTheme(): void {
  const { theme } = useSettings().settings
  useEffect(() => {
    const light = window.matchMedia('(prefers-color-scheme: light)')
    const put = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (light.matches ? 'light' : 'dark') : theme
    }
    put()
    light.addEventListener('change', put)
    return () => light.removeEventListener('change', put)
  }, [theme])
}
