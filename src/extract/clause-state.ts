import type { LegalDate } from "../domain/legal-date.ts";
import type { Span } from "../domain/span.ts";
import { joinsVerb, opensSubject } from "./connecting-words.ts";
import type { Operation, When } from "./instruction.ts";
import { beforeObject, wholeDocument } from "./instruction-words.ts";
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
export const CONDITION = /(?:^|\s)(?:(?<!kèm )theo|căn cứ|trường hợp|khi|nếu)(?!\p{L})/iu;

/** "Giấy phép cấp theo Quyết định số … hết hiệu lực", "Trường hợp Quyết định số … hết hiệu lực": nothing is ordered. */
const CASES =
  /^[\s\d.)a-zđ-]{0,8}(?:(?:các|những) )?(?:trường hợp|nếu|giấy|chứng chỉ|hồ sơ|dự án|hợp đồng|thẻ|quyết định (?:phê duyệt|cấp|giao))(?!\p{L})/iu;

/** What has been read of a clause so far. */
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
  /** "“A” và “B” lần lượt bằng “C” và “D”": C has been read, D must follow. */
  inOrder = false;
  /** The last clause ended in an exception. */
  exceptedLast = false;
  /** "(sau đây gọi là …)" names its document a second time. */
  aliasEnd = 0;
  afterKind: "into" | "after" | "before" = "into";
  done = false;
  /** Phrases to be replaced and their places, before the new phrase common to them has been read. */
  held: { froms: string[]; places: number[] }[] = [];
  /** Annexes of this document that are added to the amended one. */
  annexes: string[] = [];
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
    return !opensSubject(beforeObject(this.context.text.slice(this.clauseStart, r.span.start), r));
  }

  /** "Các dự án được phê duyệt theo Quyết định số … tiếp tục được thi hành": the projects go on, not the decision. */
  isCaseOf(objects: readonly number[], verb: VerbValue): boolean {
    const first = this.context.references[objects[0] as number] as Reference;
    const said = this.context.text.slice(this.clauseStart, first.span.start);
    if (!wholeDocument(first) || !this.subjectIsPart(objects[0] as number)) return false;
    return CASES.test(said) || (verb === "extend" && CONDITION.test(said));
  }

  /** The end of a mention with day, issuer and title of its document. */
  tailOf(r: Reference): number {
    const tail = r.document?.tail ?? r.span.end;
    return Math.max(this.context.titleEnds.get(tail) ?? tail, r.span.end);
  }

  /** Does the verb follow its objects, or does another subject stand between? */
  adjoins(objects: readonly number[], at: number): boolean {
    const last = this.context.references[objects.at(-1) as number] as Reference;
    const from = this.tailOf(last);
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
}
