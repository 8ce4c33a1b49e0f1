/** Three strokes that come together: what is kept. */
export function Logo({ size }: { size: number }) {
  return (
    <svg
      className="logo"
      viewBox="0 0 24 20"
      width={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M2 4c7 0 9 12 20 12M2 10c5 0 7 6 12 6M2 16h4" />
    </svg>
  )
}
