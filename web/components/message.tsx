import type { Child } from "hono/jsx";
import { Icon } from "./sprite.tsx";

const ICONS = { info: "i-info", ok: "i-check", warn: "i-warn", fault: "i-fault" } as const;

/** What happened, why, what to do. The icon and the first words carry the kind, colour only seconds them. */
export const Message = ({
  kind = "info",
  what,
  children,
}: {
  kind?: keyof typeof ICONS;
  what: Child;
  children?: Child;
}) => (
  <div class={kind === "info" ? "msg" : `msg msg--${kind}`}>
    <Icon name={ICONS[kind]} />
    <b>{what}</b>
    {children ? <p>{children}</p> : null}
  </div>
);

/** Nothing is a result too: says why and the next step. */
export const Blank = ({ title, children, act }: { title: Child; children: Child; act?: Child }) => (
  <div class="blank">
    <h2>{title}</h2>
    <p>{children}</p>
    {act}
  </div>
);
