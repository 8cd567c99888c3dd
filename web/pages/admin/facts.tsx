import type { Child } from "hono/jsx";

/** What is so, one line each. */
export const Facts = ({ rows }: { rows: readonly (readonly [label: string, value: Child])[] }) => (
  <dl class="kv">
    {rows.map(([label, value]) => (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
