import type { SheetState as State } from "../../src/domain/review-sheet.ts";
import type { Frame } from "../frame.ts";

/** How far a phiếu rà soát is, in words; the line beside them only seconds them. */
export const SheetState = ({ f, state }: { f: Frame; state: State }) => (
  <span class="sheet-state" data-sheet={state}>
    {f.t.sheets.states[state]}
  </span>
);
