import { Logo } from '../app/logo.tsx'
import { Button } from '../widgets/index.ts'
import { OpenForm } from './open-form.tsx'
import { useOpening } from './use-opening.ts'

/** The first run: what Winnow does in one line, and one button that shows it. */
export function Welcome() {
  const { openSample } = useOpening()
  return (
    <section className="welcome">
      <Logo size={40} />
      <h1 tabIndex={-1}>From agent traces to a dataset you can stand behind</h1>
      <p className="muted">
        Open trajectories, see at a glance how each run went and what the recipe says of it, decide where it is wrong, and export what is
        left with its proof.
      </p>
      <Button kind="primary" className="button-large" data-first-focus onClick={() => void openSample()}>
        Open the sample
      </Button>
      <p className="faint">Scripted runs in several languages: solved, failed, too long, and the odd ones a recipe should find.</p>
      <OpenForm />
    </section>
  )
}
