import type { AmendmentAction } from "../domain/amendment.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Span } from "../domain/span.ts";
import { fills, joinsVerb, lists, opensSubject } from "./connecting-words.ts";
import type { Operation, When } from "./instruction.ts";
import { actionOf, FORM_ACTIONS, HEADING_ONLY, PART_ONLY, insertion, wholeDocument } from "./instruction-words.ts";
import type { Pair } from "./instruction-words.ts";
import type { Reference } from "./reference.ts";
import type { VerbValue } from "./token.ts";

export interface InstructionContext {
  readonly text: string;
  readonly references: readonly Reference[];
  /** The document means itself in this mention. */
  readonly isSelf: (reference: Reference) => boolean;
  /** A frame of an amended document stands: bare "khoản 2" is a unit of it. */
  readonly amending: boolean;
  /** Ends of titles by where they begin. */
  readonly titleEnds: ReadonlyMap<number, number>;
  readonly inherited: VerbValue | null;
  /** The day or event a heading above names. */
  readonly inheritedWhen: When | null;
  /** The unit itself is an item of a list under a heading that already said what happens. */
  readonly start: number;
  readonly end: number;
}

/** What the words being read are to the clause: its object, a place, an anchor, a replacement, or no more its business. */
export type Mode = "object" | "place" | "anchor" | "by" | "tail";

/** "Điều chỉnh giá khi …, theo Điều 8 Nghị định số …" orders work, it does not amend. */
const CONDITION = /(?:^|\s)(?:(?<!kèm )theo|căn cứ|trường hợp|khi|nếu)(?!\p{L})/iu;

/** What has been read of a clause so far, and how it turns into operations once the clause is over. */
export class ClauseState {
  readonly context: InstructionContext;
  readonly operations: Operation[] = [];
  readonly objects = new Map<number, VerbValue>();
  action: VerbValue | null;
  mode: Mode = "object";
  /** Nothing but a subject or a lead-in has been read in this clause. */
  fresh = true;
  verbRun = false;
  targets: number[] = [];
  /** Ordinary words between verb and object say that only a part of it is meant. */
  partial = false;
  after: number | null = null;
  froms: string[] = [];
  pairs: Pair[] = [];
  bySeen = false;
  anchorPhrase: "after" | "before" | null = null;
  anchorText: string | null = null;
  passive = false;
  spoke = false;
  phraseKey = false;
  phraseHeading = false;
  content: Span | null = null;
  effectiveOn: LegalDate | null = null;
  event: string | null = null;
  until: LegalDate | null = null;
  exception: string | null = null;
  lastVerb: VerbValue | null;
  heading = false;
  selfSubject = false;
  colonLast = false;
  verbEnd = 0;
  /** Objects of an instruction whose new wording or phrases follow in the next clause. */
  carried: number[] = [];
  lost = false;
  /** One is inside "đã được sửa đổi bởi …". */
  history = false;
  forms: string[] = [];
  /** Operations of the present sentence begin here. */
  sentence = 0;
  clauseStart: number;
  titleOnly = false;
  /** The clause began with "Kể từ ngày …". */
  leadIn = false;
  /** The day or event with which the sentence began holds for all its clauses. */
  lead: When | null;
  /** Day or event of the clause that named nothing: a heading's. */
  announced: When | null = null;
  /** Inside "trừ … tiếp tục có hiệu lực đến …": days belong to what is excepted. */
  excepted = false;
  /** "“A” được đính chính thành “B”": A has been read, B must follow. */
  correcting = false;
  /** "(sau đây gọi là …)" names its document a second time. */
  aliasEnd = 0;
  afterKind: "into" | "after" | "before" = "into";
  done = false;
  readonly deferred: { action: VerbValue; pairs: Pair[] }[] = [];

  constructor(context: InstructionContext) {
    this.context = context;
    this.action = context.inherited;
    this.lastVerb = context.inherited;
    this.lead = context.inheritedWhen;
    this.clauseStart = context.start;
  }

  phraseless(): boolean {
    return this.froms.length === 0 && this.pairs.length === 0;
  }

  /** "Các quy định về … tại Nghị định số … hết hiệu lực": words before the first object say that a part of it is meant. */
  subjectIsPart(first: number): boolean {
    const r = this.context.references[first] as Reference;
    return !opensSubject(this.context.text.slice(this.clauseStart, r.span.start));
  }

  /** Does the verb follow its objects, or does another subject stand between? */
  adjoins(objects: readonly number[], at: number): boolean {
    const last = this.context.references[objects.at(-1) as number] as Reference;
    const tail = last.document?.tail ?? last.span.end;
    const from = Math.max(this.context.titleEnds.get(tail) ?? tail, last.span.end);
    const between = this.context.text
      .slice(from, at)
      .replace(/\([^()]{0,300}\)/gu, " ")
      .replace(/(?:đã )?được (?:sửa đổi|bổ sung)[^;]*/u, " ");
    if (joinsVerb(between)) return true;
    // a title the grammar does not know as one, after a whole document at the head of its clause
    const first = this.context.references[objects[0] as number] as Reference;
    return (
      last === first &&
      wholeDocument(first) &&
      first.document?.symbol != null &&
      !this.subjectIsPart(objects[0] as number) &&
      !/[;:]|(?:^|\s)(?:thì|được|giấy phép|quyết định|văn bản|có thời hạn|nếu|mà|khi)(?!\p{L})/iu.test(between)
    );
  }

  absolute(index: number): boolean {
    const r = this.context.references[index] as Reference;
    return r.document !== null && !r.document.isThis;
  }

  /** Bare units are objects only where an amended document is known. */
  objectFits(index: number): boolean {
    const r = this.context.references[index] as Reference;
    if (r.document && !r.document.isThis) return true;
    return this.context.amending && r.document === null;
  }

  /** "Sửa đổi khoản 3, bổ sung khoản 4 như sau: …": the wording belongs to both. */
  shareContent(): void {
    for (let k = this.sentence; k < this.operations.length; k++) {
      const operation = this.operations[k] as Operation;
      if (operation.content === null && (operation.action === "amend" || operation.action === "insert"))
        this.operations[k] = { ...operation, content: this.content };
    }
    this.sentence = this.operations.length;
  }

  reset(): void {
    this.action = this.context.inherited;
    this.mode = "object";
    this.fresh = true;
    this.passive = false;
    this.selfSubject = false;
    this.content = null;
  }

  /** "bỏ cụm từ “A” tại điểm 1 …; bỏ cụm từ “B” tại … Phụ lục VI": one place serves both. */
  defer(): void {
    this.deferred.push({
      action: this.action ?? "replace",
      pairs: [...this.pairs, ...this.froms.map((from) => ({ from, to: null }))],
    });
    this.froms = [];
    this.pairs = [];
  }

  /** Turns what has been read of a clause into operations. */
  flush(): void {
    const { action } = this;
    const targets =
      this.targets.length > 0 ? this.targets : this.carried.length > 0 && !this.phraseless() ? this.carried : [];
    if (!this.phraseless()) this.emitPhrases(targets);
    else if (action && this.forms.length > 0) this.emitForms(action, targets);
    else if (action && this.phraseKey && targets.length === 0) this.phraseHeading = true;
    else if (action && targets.length > 0) this.emitUnits(action, targets);
    else if (action && this.carried.length > 0) this.emitUnits(action, this.carried);
    if (action && targets.length === 0 && (this.effectiveOn ?? this.event) !== null)
      this.announced = { effectiveOn: this.effectiveOn, event: this.event };
    if (action || !this.phraseless()) this.carried = [];
    this.history = false;
    this.forms = [];
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
          for (const form of this.forms) this.operation(kind, place, pair, form);
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
    if (targets.some((t) => (this.context.references[t] as Reference).paths.length > 0)) {
      this.partial = true;
      return this.emitUnits(action, targets);
    }
    if (place !== null && (this.context.references[place] as Reference).paths.length > 0)
      return this.emitUnits(action, [place]);
    if (place !== null) this.objects.set(place, "amend");
    const kind = FORM_ACTIONS[action];
    if (!kind) return;
    for (const form of this.forms) this.operation(kind, place, { from: null, to: null }, form);
  }

  emitUnits(action: VerbValue, targets: readonly number[]): void {
    const said =
      this.verbEnd > 0 && targets.length > 0
        ? this.context.text.slice(this.verbEnd, (this.context.references[targets[0] as number] as Reference).span.start)
        : "";
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
      const heading =
        this.titleOnly ||
        /(?:^|\s)tên(?: các)?\s*$/iu.test(this.context.text.slice(Math.max(0, r.span.start - 12), r.span.start));
      const stated = this.exception;
      if (kind === "amend" && stated === null && heading) this.exception = HEADING_ONLY;
      else if (kind === "amend" && stated === null && this.partial) this.exception = PART_ONLY;
      this.operation(kind, target, { from: null, to: null });
      this.exception = stated;
    }
  }

  operation(action: AmendmentAction, reference: number | null, pair: Pair, form: string | null = null): void {
    this.operations.push({
      action,
      reference,
      form,
      from: pair.from,
      to: pair.to,
      content: this.content,
      after: this.after,
      effectiveOn: this.effectiveOn ?? (this.event === null ? (this.lead?.effectiveOn ?? null) : null),
      // what goes on living does not wait for the event: to wait would be to end it
      event: this.event ?? (this.effectiveOn === null && action !== "extend" ? (this.lead?.event ?? null) : null),
      until: this.until,
      exception: this.exception,
    });
  }
}
