import type { Frame } from "../frame.ts";
import { vi } from "../i18n/vi.ts";

/** Reasons for dismissing, each picked by its number. They are kept in Vietnamese, whoever reads. */
export const Reasons = ({ f, chosen }: { f: Frame; chosen: string }) => (
  <fieldset class="reasons">
    <legend class="sr">{f.t.decision.reason}</legend>
    {f.t.decision.reasons.map((reason, i) => {
      const value = vi.decision.reasons[i] ?? reason;
      const digit = String(i + 1);
      return (
        <label class="check">
          <input
            type="radio"
            name="why"
            value={value}
            checked={chosen === value}
            aria-keyshortcuts={f.keys ? digit : undefined}
          />{" "}
          {f.keys ? <kbd>{digit}</kbd> : null} {reason}
        </label>
      );
    })}
  </fieldset>
);
