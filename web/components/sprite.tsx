/** Every mark and icon, drawn once a page as symbols, so that neither `data:` addresses nor inline styles are needed. */
export const Sprite = () => (
  <svg class="sprite" aria-hidden="true" focusable="false">
    <symbol id="m-force" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6" fill="currentColor" stroke="none" />
    </symbol>
    <symbol id="m-amended" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.4" fill="none" />
      <circle cx="8" cy="8" r="3.4" fill="currentColor" stroke="none" />
    </symbol>
    <symbol id="m-partial" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6" fill="none" />
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />
    </symbol>
    <symbol id="m-ended" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6" fill="none" />
      <path d="M3.8 12.2l8.4-8.4" fill="none" />
    </symbol>
    <symbol id="m-pending" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6" fill="none" stroke-dasharray="1.4 3.31" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </symbol>
    <symbol id="m-paused" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.4" fill="none" />
      <path d="M6.2 5.6v4.8M9.8 5.6v4.8" fill="none" />
    </symbol>
    <symbol id="m-unknown" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.4" fill="none" stroke-dasharray="2.6 1.9" />
      <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M8 11.3v.1" fill="none" stroke-width="1.5" />
    </symbol>
    <Bars level={4} />
    <Bars level={3} />
    <Bars level={2} />
    <Bars level={1} />
    <Bars level={0} />
    <symbol id="i-search" viewBox="0 0 16 16">
      <circle cx="7" cy="7" r="4.6" />
      <path d="M10.5 10.5L14 14" />
    </symbol>
    <symbol id="i-x" viewBox="0 0 16 16">
      <path d="M4 4l8 8M12 4l-8 8" />
    </symbol>
    <symbol id="i-check" viewBox="0 0 16 16">
      <path d="M2.5 8.5l3.6 3.6 7.4-8" />
    </symbol>
    <symbol id="i-warn" viewBox="0 0 16 16">
      <path d="M8 1.8L15 14H1zM8 6.4v3.6M8 12v.1" />
    </symbol>
    <symbol id="i-fault" viewBox="0 0 16 16">
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.6v4.2M8 11.2v.1" />
    </symbol>
    <symbol id="i-info" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7.4v3.8M8 4.8v.1" />
    </symbol>
    <symbol id="i-wait" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.5V8l2.4 1.6" />
    </symbol>
    <symbol id="i-lock" viewBox="0 0 16 16">
      <path d="M3 7.5h10V14H3zM5.2 7.5V5a2.8 2.8 0 0 1 5.6 0v2.5" />
    </symbol>
    <symbol id="i-bell" viewBox="0 0 16 16">
      <path d="M2.5 11.500h11l-1.500-2V6.500a4 4 0 0 0-8 0v3zM6.500 13.500a1.600 1.600 0 0 0 3 0" />
    </symbol>
    <symbol id="i-clip" viewBox="0 0 16 16">
      <path d="M12.500 7.500l-5 5a3 3 0 0 1-4.300-4.300l5.600-5.600a2 2 0 0 1 2.900 2.900l-5.400 5.400a1 1 0 0 1-1.500-1.500l4.700-4.700" />
    </symbol>
    <symbol id="i-prev" viewBox="0 0 16 16">
      <path d="M10 3L5 8l5 5" />
    </symbol>
    <symbol id="i-next" viewBox="0 0 16 16">
      <path d="M6 3l5 5-5 5" />
    </symbol>
    <symbol id="i-person" viewBox="0 0 16 16">
      <circle cx="8" cy="5.4" r="2.9" />
      <path d="M2.6 14a5.4 5.4 0 0 1 10.8 0" />
    </symbol>
    <symbol id="i-eye" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 1.800a6.200 6.200 0 0 1 0 12.400z" fill="currentColor" stroke="none" />
    </symbol>
  </svg>
);

/** Severity is weight: `level` full bars of four, the others shrink to a foot. */
const Bars = ({ level }: { level: 0 | 1 | 2 | 3 | 4 }) => (
  <symbol id={`sev-${level}`} viewBox="0 0 16 16">
    {[1, 5, 9, 13].map((x, i) => {
      const full = i < level;
      const top = full ? ([11, 8, 4.8, 1][i] as number) : 13.4;
      return (
        <path d={`M${x} ${top}h2.6V15H${x}z`} fill="currentColor" stroke="none" opacity={full ? undefined : "0.55"} />
      );
    })}
  </symbol>
);

export const Icon = ({ name }: { name: string }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
);
