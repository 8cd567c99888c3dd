import type { Child } from "hono/jsx";
import { daysBetween, type LegalDate } from "../../src/domain/legal-date.ts";
import type { Frame } from "../frame.ts";
import { Day } from "./words.tsx";

/** One thing that is due: its day, what it is, how long until then. What is late says so in words as well. */
export const DueRow = ({
  f,
  day,
  title,
  href,
  children,
}: {
  f: Frame;
  day: LegalDate;
  title: Child;
  /** The list behind it. */
  href: string;
  /** Small print. */
  children?: Child;
}) => {
  const left = daysBetween(f.on, day);
  return (
    <li class={left < 0 ? "due due--late" : "due"}>
      <Day f={f} day={day} />
      <div>
        <a href={href}>{title}</a>
        {children ? <div class="small muted">{children}</div> : null}
      </div>
      <span class="due__n">{f.t.due.left(left)}</span>
    </li>
  );
};
