import type { StatusName, UnitState } from "../../src/domain/status.ts";
import type { Severity } from "../../src/domain/finding.ts";
import type { Work } from "../../src/domain/work.ts";
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

/**
 * Mark and words, never one without the other. `tag` at a document's head. What is not read from the document's own text
 * says so (`known`): it must never look as certain.
 */
export const Status = ({
  f,
  status,
  known,
  tag = false,
}: {
  f: Frame;
  status: StatusName;
  known: Work["known"];
  tag?: boolean;
}) => <Mark state={stateOf(status)} words={f.t.status[status]} told={toldBy(f, known)} tag={tag} />;

/** Stands beside a status that was read from words recognised from pictures. */
export const Scanned = ({ f }: { f: Frame }) => (
  <>
    {" "}
    <span class="tag" title={f.t.document.ocrTodo}>
      {f.t.quality.ocr}
    </span>
  </>
);

/** `theo danh mục`, `theo dẫn chiếu`; undefined where the text itself speaks. */
export const toldBy = (f: Frame, known: Work["known"]): string | undefined =>
  known === "text" ? undefined : f.t.told[known];

export const Mark = ({
  state,
  words,
  told,
  tag = false,
}: {
  state: State;
  words: string;
  told?: string;
  tag?: boolean;
}) => (
  <span
    class={["status", tag ? "status--tag" : "", told ? "status--told" : ""].filter(Boolean).join(" ")}
    data-state={state}
  >
    <Icon name={`m-${state}`} />
    <span>
      {words}
      {told ? <small> ({told})</small> : null}
    </span>
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
