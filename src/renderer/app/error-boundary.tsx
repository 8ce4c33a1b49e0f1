import { Component, type ReactNode } from 'react'
import { Button, EmptyState } from '../widgets/index.ts'

interface Props {
  /** A new value gives the children another try: the route, for a screen. */
  resetOn?: string
  children: ReactNode
}

interface State {
  error: Error | null
  resetOn: string | undefined
}

/** Keeps a screen's bug from taking the page with it: says what broke and offers another try. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetOn: this.props.resetOn }

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.resetOn ? null : { error: null, resetOn: props.resetOn }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <EmptyState title="This screen broke" action={<Button onClick={() => this.setState({ error: null })}>Try again</Button>}>
        <p>This is a bug in Winnow. Your decisions are saved as they are made, so nothing is lost.</p>
        <p className="mono">{error.message}</p>
      </EmptyState>
    )
  }
}
