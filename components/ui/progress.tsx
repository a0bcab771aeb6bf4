/** How far something is, from 0 to 1. */
export function Progress({ label, part }: { label: string; part: number }) {
  return (
    <progress
      aria-label={label}
      value={part}
      max={1}
      className="h-2 min-w-20 max-w-80 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-link [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-link"
    />
  );
}
