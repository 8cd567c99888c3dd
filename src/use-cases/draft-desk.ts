import { createHash, randomBytes } from "node:crypto";
import type { AuditAction } from "../domain/audit.ts";
import type { Person } from "../domain/account.ts";
import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Problem } from "../domain/problem.ts";
import type { Rule } from "../engine/rule.ts";
import type { Store } from "../store/store.ts";
import { assessDraft, draftFindingKey, type DraftAssessment } from "./assess-draft.ts";
import { type Corpus, loadCorpus } from "./corpus-view.ts";
import { indexRevision } from "./index-revision.ts";
import type { DraftInput } from "./check-draft.ts";
import type { Upload } from "./import-desk.ts";

/** A checked draft, kept in memory for a while and nowhere else: drafts are confidential (SEC-05). */
export interface CheckedDraft {
  readonly id: string;
  /** Null: pasted. */
  readonly file: string | null;
  readonly assessment: DraftAssessment;
  readonly at: number;
  /** Who may see it: this person and the unit. */
  readonly owner: { readonly person: string; readonly unit: string | null };
  /** Against the check before it: findings that are new, and those that are gone. Null for a first check. */
  readonly since: { readonly fresh: ReadonlySet<string>; readonly solved: readonly Finding[] } | null;
}

export type Checked = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: Problem };

export interface DraftDesk {
  /** Checks the first file of an upload, which is then removed, or a pasted text. `before`: the check this one follows. */
  check(draft: Upload | string, day: LegalDate, before: string | null, person: Person): Promise<Checked>;
  /** A draft as somebody sees or downloads it, which is written down; null when it is not kept (any more) or not theirs. */
  show(id: string, person: Person, how?: "see" | "export"): Promise<CheckedDraft | null>;
  /** Forgets a draft at once; false when it was not kept, or not theirs. */
  forget(id: string, person: Person): Promise<boolean>;
}

/** How many drafts are remembered, and for how many milliseconds. */
const MOST_DRAFTS = 40;
const REMEMBERED = 4 * 3_600_000;

export function openDraftDesk(options: {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly now: () => number;
}): DraftDesk {
  const { store, rules, now } = options;
  const kept = new Map<string, CheckedDraft>();
  let loaded: { readonly revision: number; readonly corpus: Corpus } | null = null;
  // loading takes longer than checking: the corpus stays at hand until the index changes
  const corpusNow = async (): Promise<Corpus> => {
    const revision = await indexRevision(store);
    if (loaded?.revision !== revision) loaded = { revision, corpus: await loadCorpus(store, "asked") };
    return loaded.corpus;
  };
  const sweep = (): void => {
    for (const [id, draft] of kept) if (kept.size > MOST_DRAFTS || now() - draft.at > REMEMBERED) kept.delete(id);
  };
  // another's draft is as if it were not there: no answer tells that it is
  const ownOf = (id: string, person: Person): CheckedDraft | null => {
    const draft = kept.get(id);
    return draft !== undefined && isTheirs(draft, person) ? draft : null;
  };
  // whoever knows the number of a draft might guess at it: the trail keeps a mark that leads nowhere, and no word of the draft
  const note = (action: AuditAction, id: string, by: string): Promise<unknown> =>
    store.audit.append({ at: now(), by, action, subject: draftMark(id), detail: {} });
  return {
    async check(draft, day, before, person) {
      try {
        const input = inputOf(draft);
        if (input === null) return { ok: false, problem: nothingCame(draft) };
        const assessed = await assessDraft({ store, rules, day, input, corpus: await corpusNow() });
        if (!assessed.ok) return assessed;
        const id = randomBytes(32).toString("hex");
        const { assessment } = assessed;
        const earlier = before === null ? null : ownOf(before, person);
        const owner = { person: person.id, unit: person.unit?.id ?? null };
        const file = "path" in input ? (input.name ?? "") : null;
        await note("draft.check", id, person.signature);
        kept.set(id, { id, file, assessment, at: now(), owner, since: earlier && compare(earlier, assessment) });
        sweep();
        return { ok: true, id };
      } finally {
        if (typeof draft !== "string") await draft.discard();
      }
    },
    async show(id, person, how = "see") {
      sweep();
      const draft = ownOf(id, person);
      if (draft !== null) await note(`draft.${how}`, id, person.signature);
      return draft;
    },
    async forget(id, person) {
      if (ownOf(id, person) === null) return false;
      kept.delete(id);
      await note("draft.forget", id, person.signature);
      return true;
    },
  };
}

/** Drafts are confidential (SEC-05): one's own, and those of one's unit. */
const isTheirs = ({ owner }: CheckedDraft, person: Person): boolean =>
  owner.person === person.id || (owner.unit !== null && owner.unit === person.unit?.id);

/** What stands for a draft where others may read: sixteen hex digits that tell one from another. */
export const draftMark = (id: string): string => createHash("sha256").update(id).digest("hex").slice(0, 16);

function compare(before: CheckedDraft, now: DraftAssessment): NonNullable<CheckedDraft["since"]> {
  const old = new Set(before.assessment.findings.map(draftFindingKey));
  const current = new Set(now.findings.map(draftFindingKey));
  return {
    fresh: new Set(now.findings.filter((f) => !old.has(draftFindingKey(f))).map((f) => f.key)),
    solved: before.assessment.findings.filter((f) => !current.has(draftFindingKey(f))),
  };
}

function inputOf(draft: Upload | string): DraftInput | null {
  if (typeof draft === "string") return draft.trim() === "" ? null : { text: draft };
  const [file] = draft.files;
  return file ? { path: file.path, name: file.name } : null;
}

function nothingCame(draft: Upload | string): Problem {
  const refused = typeof draft === "string" ? undefined : draft.refused[0];
  return {
    code: "no-draft",
    what: refused ? `Không nhận được tệp “${refused.name}”.` : "Chưa có dự thảo nào.",
    why: refused?.reason,
    todo: "Chọn một tệp Word, PDF hoặc văn bản thuần, hoặc dán lời văn vào ô.",
    span: null,
  };
}
