/**
 * Numbers as bars side by side, drawn on the server; told in words to those who do not see them.
 * @param label what they are and what they say, such as "Readings by the hour: 12 in all, most at 08:00".
 */
export function Bars({ counts, label, className }: { counts: readonly number[]; label: string; className: string }) {
  const most = Math.max(1, ...counts);
  const width = 6;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${counts.length * width} 40`}
      preserveAspectRatio="none"
      className={className}
    >
      {counts.map((count, at) => {
        // Where nothing was, a line says that something was counted.
        const height = count === 0 ? 0.75 : Math.max(2, (count / most) * 40);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the hours stand in their order
            key={at}
            x={at * width + 0.6}
            y={40 - height}
            width={width - 1.2}
            height={height}
            className={count === 0 ? "fill-edge" : "fill-link"}
          />
        );
      })}
    </svg>
  );
}
