import type { Problem } from "../../../src/domain/problem.ts";
import { namesToAssign } from "../../../src/use-cases/assign-finding.ts";
import type { Queue } from "../../../src/use-cases/finding-queue.ts";
import { mayBeAsked } from "../../../src/use-cases/second-reader.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { aboutFinding } from "../../about.ts";
import { attachedTo } from "../../attached.ts";
import type { Frame } from "../../frame.ts";
import type { Ask } from "../../route.ts";
import type { DecideProps } from "./decide.tsx";

/** What the address says was done a moment ago: `did` and `to` name a decision, `said` anything else. */
export async function justDone(
  { store, frame: f }: Pick<Ask, "store" | "frame">,
  queue: Queue,
): Promise<Pick<DecideProps, "done" | "said" | "left">> {
  const before = f.query.get("to");
  const made = before === null ? [] : await store.decisions.of(before);
  const decision = made.find((d) => d.id === f.query.get("did") && d.undoneAt === null) ?? null;
  return {
    done: decision === null || before === null ? null : { finding: before, decision },
    said: sayings(f)[f.query.get("said") ?? ""] ?? null,
    left: queue.all - queue.done,
  };
}

const sayings = (f: Frame): Readonly<Record<string, string>> => ({
  undone: f.t.decision.saved.undone,
  assigned: f.t.triage.assign.done,
  unassigned: f.t.triage.assign.stopped,
  noted: f.t.triage.note.done,
  unnoted: f.t.triage.note.gone,
});

/** What the forms of a finding need: what was done, what came back, who can be named. */
export async function decidePropsOf(
  ask: Ask,
  view: FindingView,
  queue: Queue,
  faults: {
    readonly why?: DecideProps["fault"];
    readonly desk?: DecideProps["desk"];
    readonly askFault?: Problem | null;
  } = {},
): Promise<DecideProps> {
  const { form } = ask;
  const about = await aboutFinding(ask.store, view.finding.key);
  const may = about !== null && ask.may("finding:decide", about);
  return {
    ...(await justDone(ask, queue)),
    token: ask.token(),
    may,
    fault: faults.why ?? null,
    typed: { why: form.get("why") ?? "", note: form.get("note") ?? "", until: form.get("until") ?? "" },
    desk: faults.desk ?? null,
    names: await namesToAssign(ask.store, ask.frame.today),
    mayAsk: may && ask.reader !== null && mayBeAsked(view.finding),
    askFault: faults.askFault ?? null,
    files: await attachedTo(ask, "finding", view.finding.key, may),
  };
}
