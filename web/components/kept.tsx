import { FLEETING, type Frame } from "../frame.ts";

/** What the address says already, carried along by a form that changes `but`: filters never get lost by sorting. */
export const Kept = ({ f, but }: { f: Frame; but: readonly string[] }) => (
  <>
    {[...f.query]
      .filter(([name, value]) => value !== "" && !FLEETING.includes(name) && !but.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);
