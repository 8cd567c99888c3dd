import type { StatusName, UnitState } from "../../src/domain/status.ts";
import type { Severity } from "../../src/domain/finding.ts";
import type { Frame } from "../frame.ts";
import { Icon } from "./sprite.tsx";

/** The visual states: each has one hue, one mark and one line. */
export type State = "force" | "amended" | "partial" | "ended" | "pending" | "paused" | "unknown";

const STATES: Record<StatusName, State> = {
  "in-force": "force",
  "partly-ceased": "partial",
  ceased: "ended",
  "not-yet-in-force": "pending",
  suspended: "paused",
  "partly-suspended": "paused",
  unknown: "unknown",
};

const UNIT_STATES: Record<UnitState, State> = {
  amended: "amended",
  inserted: "amended",
  "phrase-changed": "amended",
  repealed: "ended",
  suspended: "paused",
};

export const stateOf = (status: StatusName): State => STATES[status];
export const unitStateOf = (state: UnitState): State => UNIT_STATES[state];

/** Mark and words, never one without the other. `tag` at a document's head. */
export const Status = ({ f, status, tag = false }: { f: Frame; status: StatusName; tag?: boolean }) => (
  <Mark state={stateOf(status)} words={f.t.status[status]} tag={tag} />
);

export const Mark = ({ state, words, tag = false }: { state: State; words: string; tag?: boolean }) => (
  <span class={tag ? "status status--tag" : "status"} data-state={state}>
    <Icon name={`m-${state}`} />
    <span>{words}</span>
  </span>
);

const WEIGHT: Record<Severity, number> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 };

export const severityIcon = (severity: Severity): string => `sev-${WEIGHT[severity]}`;

/** Bars and the word; no hue. */
export const SeverityMark = ({ f, severity }: { f: Frame; severity: Severity }) => (
  <span class="sev">
    <Icon name={severityIcon(severity)} />
    <span>{f.t.severity[severity]}</span>
  </span>
);
