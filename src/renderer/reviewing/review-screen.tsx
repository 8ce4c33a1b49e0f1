/** Queues to work through, who agrees with whom, what is in dispute, and the ledger. */
export function ReviewScreen() {
  return (
    <div className="panel panel-side">
      <div className="bar">
        <h1 tabIndex={-1}>Review</h1>
      </div>
    </div>
  )
}
