/** An id has to fit a table, a file name and a terminal: longer trajectory ids and those with control characters give none. */
export function idOfTrajectory(trajectoryId: string | null): string | null {
  const id = trajectoryId?.trim() ?? ''
  const isFit = id !== '' && id.length <= 200 && !/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(id)
  return isFit ? id : null
}
