import type { Frame } from "../frame.ts";
import { moment } from "./moment.ts";
import { Said } from "./words.tsx";

/** What people changed about a thing, the newest first. */
export const ChangeHistory = ({
  f,
  history,
  none,
}: {
  f: Frame;
  /** Oldest first. */
  history: readonly { readonly at: number; readonly by: string; readonly what: string }[];
  /** Said where nothing was changed. */
  none: string;
}) =>
  history.length === 0 ? (
    <p class="muted">{none}</p>
  ) : (
    <ul class="rel small">
      {[...history].reverse().map(({ at, by, what }) => (
        <li>
          <span class="muted">
            {moment(f, at)}, {by}
          </span>
          <br />
          <Said f={f} text={what} />
        </li>
      ))}
    </ul>
  );
