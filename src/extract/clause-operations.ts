import type { AmendmentAction } from "../domain/amendment.ts";
import { ClauseState, CONDITION } from "./clause-state.ts";
import { fills, lists } from "./connecting-words.ts";
import {
  actionOf,
  beforeObject,
  clauseFrom,
  FORM_ACTIONS,
  HEADING_ONLY,
  insertion,
  OWN_DAY,
  PART_LIVES,
  PART_ONLY,
  WHEN_AFTER,
  wholeDocument,
} from "./instruction-words.ts";
import type { Pair } from "./instruction-words.ts";
import type { Reference } from "./reference.ts";
import type { VerbValue } from "./token.ts";

const NO_PHRASES: Pair = { from: null, to: null };

/** What new wording can belong to. */
const WORDED = new Set<AmendmentAction>(["amend", "insert", "correct", "replace-phrase", "delete-phrase", "unknown"]);

/** How a clause that is over turns into operations. */
export class ClauseOperations extends ClauseState {
  /** Turns what has been read of a clause into operations. */
  flush(): void {
    const { action } = this;
    const targets =
      this.targets.length > 0 ? this.targets : this.carried.length > 0 && !this.phraseless() ? this.carried : [];
    this.release(null);
    this.waitIfSaid(targets.at(-1));
    if (!this.phraseless()) this.emitPhrases(targets);
    else if (action && this.annexes.length > 0)
      for (const annex of this.annexes) this.operation("insert", null, NO_PHRASES, { annex });
    else if (action && this.forms.length > 0) this.emitForms(action, targets);
    else if (action && this.phraseKey && targets.length === 0) this.phraseHeading = true;
    else if (action && targets.length > 0) this.emitUnits(action, targets);
    else if (action && this.carried.length > 0) this.emitUnits(action, this.carried);
    if (action && targets.length === 0 && (this.effectiveOn ?? this.event ?? this.exception) !== null)
      this.announced = { effectiveOn: this.effectiveOn, event: this.event, exception: this.exception };
    this.exceptedLast = this.exception !== null;
    if (action || !this.phraseless()) this.carried = [];
    this.history = false;
    this.forms = [];
    this.annexes = [];
    this.targets = [];
    this.froms = [];
    this.pairs = [];
    this.bySeen = false;
    this.anchorPhrase = null;
    this.anchorText = null;
    this.after = null;
    this.partial = false;
    this.passive = false;
    this.phraseKey = false;
    this.effectiveOn = null;
    this.event = null;
    this.until = null;
    this.exception = null;
    this.excepted = false;
    this.correcting = false;
    this.heading = false;
    this.verbEnd = 0;
    this.leadIn = false;
  }

  /** The event after which alone the clause works. */
  waitFor(at: number): void {
    const said = clauseFrom(this.context.text, at, this.context.end);
    if (this.event === null && this.exception === null && !OWN_DAY.test(said)) this.event = said;
  }

  /** "Bãi bỏ Quyết định số … khi Nghị quyết về chợ được thông qua". */
  waitIfSaid(last: number | undefined): void {
    if (last === undefined || this.effectiveOn !== null || this.event !== null) return;
    const end = this.tailOf(this.context.references[last] as Reference);
    const when = WHEN_AFTER.exec(this.context.text.slice(end, end + 24));
    if (when) this.waitFor(end + when[0].length);
  }

  /** The new phrase of what was held back; null when the clause ends without one. */
  release(to: string | null): void {
    const { held } = this;
    this.held = [];
    for (const { froms, places } of held)
      this.emitPairs(
        "replace",
        froms.map((from) => ({ from, to })),
        places.filter((t) => this.objectFits(t)),
      );
  }

  emitPhrases(targets: readonly number[]): void {
    const action = this.action ?? "replace";
    const places = this.narrow(
      action,
      targets.filter((t) => this.objectFits(t)),
    );
    for (const group of this.deferred.splice(0)) this.emitPairs(group.action, group.pairs, places);
    const pairs: Pair[] = [...this.pairs];
    for (const from of this.froms) {
      if (action === "insert" || (action === "amend" && this.anchorText !== null))
        pairs.push(insertion(from, this.anchorText, this.anchorPhrase));
      else pairs.push({ from, to: null });
    }
    this.emitPairs(action, pairs, places);
  }

  /** "Đính chính Nghị quyết số … như sau: tại Điều 3, “A” được sửa thành “B”": the document only says whose Điều 3. */
  narrow(action: VerbValue, places: readonly number[]): readonly number[] {
    const isBare = (t: number): boolean => (this.context.references[t] as Reference).document === null;
    if (action !== "correct" || !places.some(isBare)) return places;
    if (places.some((t) => !isBare(t) && !wholeDocument(this.context.references[t] as Reference))) return places;
    for (const t of places) if (!isBare(t)) this.objects.set(t, "amend");
    return places.filter(isBare);
  }

  emitPairs(action: VerbValue, pairs: readonly Pair[], places: readonly number[]): void {
    const deletes = action === "repeal" || action === "delete";
    for (const pair of pairs) {
      const kind: AmendmentAction =
        pair.to !== null
          ? action === "correct"
            ? "correct"
            : "replace-phrase"
          : deletes
            ? "delete-phrase"
            : "unknown";
      if (kind === "unknown" && !this.context.amending) continue;
      if (this.forms.length > 0 && places.every((t) => (this.context.references[t] as Reference).paths.length === 0)) {
        const place = places.find((t) => this.absolute(t)) ?? null;
        if (place !== null) this.objects.set(place, "amend");
        if (place !== null || this.context.amending)
          for (const form of this.forms) this.operation(kind, place, pair, { form });
        continue;
      }
      for (const target of places.length > 0 ? places : [null]) {
        if (target === null && !this.context.amending) continue;
        if (target !== null) this.objects.set(target, "amend");
        this.operation(kind, target, pair);
      }
    }
  }

  /** "Bãi bỏ Mẫu số 01 và Mẫu số 02 ban hành kèm theo Thông tư số …". */
  emitForms(action: VerbValue, targets: readonly number[]): void {
    const place = targets.find((t) => this.absolute(t)) ?? null;
    if (place === null && !this.context.amending) return;
    const annex = targets.length === 1 && this.isAnnex(targets[0] as number) ? (targets[0] as number) : null;
    if (annex === null && targets.some((t) => (this.context.references[t] as Reference).paths.length > 0)) {
      this.partial = true;
      return this.emitUnits(action, targets);
    }
    const kind = FORM_ACTIONS[action];
    if (!kind) return;
    if (annex !== null) {
      this.objects.set(annex, action);
      for (const form of this.forms) this.operation(kind, annex, NO_PHRASES, { form });
      return;
    }
    if (place !== null && (this.context.references[place] as Reference).paths.length > 0)
      return this.emitUnits(action, [place]);
    if (place !== null) this.objects.set(place, "amend");
    for (const form of this.forms) this.operation(kind, place, NO_PHRASES, { form });
  }

  /** One annex and nothing smaller, a unit of a document that can be amended. */
  isAnnex(index: number): boolean {
    const { paths } = this.context.references[index] as Reference;
    return paths.length === 1 && paths[0]?.length === 1 && paths[0][0]?.level === "att" && this.objectFits(index);
  }

  /** The words between the verb and its first object. */
  beforeFirst(first: number): string {
    const r = this.context.references[first] as Reference;
    const said = this.context.text.slice(this.verbEnd, r.span.start);
    return this.action === "amend" || this.action === "insert" ? said : beforeObject(said, r);
  }

  emitUnits(action: VerbValue, targets: readonly number[]): void {
    const said = this.verbEnd > 0 && targets.length > 0 ? this.beforeFirst(targets[0] as number) : "";
    const foreign = !this.passive && !fills(said);
    if (foreign && (!this.context.amending || (!this.heading && CONDITION.test(said)))) return;
    if (foreign && action !== "amend" && action !== "insert" && action !== "correct") this.partial = true;
    let last: Reference | null = null;
    for (const target of targets) {
      if (!this.objectFits(target)) continue;
      const r = this.context.references[target] as Reference;
      // a document named after other words belongs to them, not to the list of objects
      const lastEnd = last?.document?.tail ?? last?.span.end ?? 0;
      if (
        last &&
        wholeDocument(r) &&
        !lists(this.context.text.slice(this.context.titleEnds.get(lastEnd) ?? lastEnd, r.span.start))
      )
        continue;
      last = r;
      this.objects.set(target, this.heading ? "amend" : action);
      if (this.heading) continue;
      const kind = actionOf(action, r, this.partial);
      if (kind === null) {
        this.objects.set(target, "amend");
        continue;
      }
      const heading = /(?:^|\s)tên(?: các)?\s*$/iu.test(
        this.context.text.slice(Math.max(0, r.span.start - 12), r.span.start),
      );
      const stated = this.exception;
      if (kind === "amend" && stated === null && heading) this.exception = HEADING_ONLY;
      else if (kind === "amend" && stated === null && this.partial) this.exception = PART_ONLY;
      else if (kind === "extend" && stated === null && this.partial && wholeDocument(r)) this.exception = PART_LIVES;
      this.operation(kind, target, NO_PHRASES);
      this.exception = stated;
    }
  }

  operation(
    action: AmendmentAction,
    reference: number | null,
    pair: Pair,
    part: { readonly form?: string; readonly annex?: string } = {},
  ): void {
    this.operations.push({
      action,
      reference,
      form: part.form ?? null,
      ...(part.annex === undefined ? {} : { annex: part.annex }),
      from: pair.from,
      to: pair.to,
      content: WORDED.has(action) ? this.content : null,
      after: this.after,
      effectiveOn: this.effectiveOn ?? (this.event === null ? (this.lead?.effectiveOn ?? null) : null),
      // what goes on living does not wait for the event: to wait would be to end it
      event: this.event ?? (this.effectiveOn === null && action !== "extend" ? (this.lead?.event ?? null) : null),
      until: this.until,
      exception: this.exception ?? this.lead?.exception ?? null,
    });
  }
}
