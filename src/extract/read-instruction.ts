import { leadsIn } from "./connecting-words.ts";
import type { InstructionContext } from "./clause-state.ts";
import type { Element } from "./instruction-elements.ts";
import type { Instruction, Operation } from "./instruction.ts";
import { beforeObject, clauseFrom, correctionFollows, GENERAL, leadsToPhrase, PARTIAL } from "./instruction-words.ts";
import type { Reference } from "./reference.ts";
import { VerbReader } from "./verb-reader.ts";

/**
 *   instruction := clause ((";" | "." | "và" | ",") clause)*
 *   clause      := verb object+ place? ("như sau:" content)?
 *                | object+ "được" verb ("như sau:" content | "bằng" object)?
 *                | verb? phrase+ ("bằng" | "thành") phrase ("tại" object+)?
 *                | verb phrase+ ("tại" object+)?  |  verb phrase "vào sau" phrase ("tại" object+)?
 *                | self verb object+              |  object+ "hết hiệu lực" day?
 */
export function readInstruction(elements: readonly Element[], context: InstructionContext): Instruction {
  const walk = new Walk(context);
  for (let i = 0; i < elements.length; i++) walk.read(elements, i);
  walk.flush();
  return walk.result();
}

/** "Trong thời gian tạm ngưng hiệu lực Nghị định số A, Nghị định số B tiếp tục có hiệu lực": nothing is done to A. */
const DURING = /^[\s\d.)a-zđ-]{0,8}trong (?:thời gian|thời hạn|khi|lúc)\s/iu;
const ENDS = new Set<string>(["repeal", "repeal-document", "replace-document", "expire", "suspend"]);
const IN_ORDER = /(?:lần lượt|tương ứng)[^“”"]{0,30}$/iu;
/** "số liệu “100” thành “200”" */
const BECOMES = /^\s{0,2}(?:thành|bằng)\s{1,2}(?:(?:các )?(?:cụm từ|từ|số|chữ|số liệu)\s)?:?\s?[“"]/iu;
/** "; riêng Điều 5 tiếp tục có hiệu lực …", "; trừ khoản 2": what was ended does not end altogether. */
const KEEPS = /^[\s,]{0,2}(?:riêng|trừ|ngoại trừ)\s/iu;
const BEFORE_EVENT = /(?:(?:kể )?từ )?(?<!\p{L})khi\s{1,2}$/iu;

class Walk extends VerbReader {
  read(elements: readonly Element[], i: number): void {
    const e = elements[i] as Element;
    if (this.done) return;
    const verbRun = this.verbRun;
    if (e.kind !== "comma" && e.kind !== "and" && e.kind !== "bracket") this.verbRun = false;
    if (e.gap) this.words(e, elements[i - 1]);
    switch (e.kind) {
      case "verb":
        return this.verb(e, elements, i, verbRun);
      case "reference":
        return this.reference(e);
      case "phrase":
        return this.phrase(e, elements[i - 1]);
      case "content":
        this.content = { start: e.start, end: e.end };
        this.flush();
        this.shareContent();
        this.reset();
        return;
      case "key":
        return this.key(e, elements, i);
      case "forms":
        return this.namesForms(e);
      case "date":
        return this.date(e, elements[i - 1]);
      case "semicolon":
        return this.semicolon(elements, i);
      case "colon":
        this.clauseStart = e.end;
        this.colonLast = true;
        this.fresh = true;
        if (this.mode === "tail") this.mode = "object";
        return;
      case "stop":
      case "newline":
        return this.sentenceEnd(e, elements, i);
      case "comma":
        return this.comma(e);
      case "and":
        if (this.mode === "by" || this.mode === "anchor") this.mode = "object";
        return;
      default:
        return;
    }
  }

  namesForms(e: Extract<Element, { kind: "forms" }>): void {
    if (this.mode === "tail" || this.mode === "by" || this.mode === "anchor" || this.action === null) return;
    // "Bãi bỏ Chương II và Mẫu số 01 của Thông tư số …": units first, then forms
    if (
      this.targets.length > 0 &&
      this.forms.length === 0 &&
      this.phraseless() &&
      this.mode === "object" &&
      this.targets.every((t) => (this.context.references[t] as Reference).document === null)
    ) {
      this.emitUnits(this.action, this.targets);
      this.targets = [];
    }
    this.forms.push(...e.nums);
    this.fresh = false;
  }

  comma(e: Element): void {
    if (!this.action && DURING.test(this.context.text.slice(this.clauseStart, e.start))) {
      this.targets = [];
      this.fresh = true;
      this.clauseStart = e.end;
    }
  }

  /** Ordinary words: after a verb they may say "một số nội dung", at the head of a clause they end its freshness. */
  words(e: Element, before: Element | undefined): void {
    const from = before?.end ?? e.start;
    const said = this.context.text.slice(Math.max(from, e.start - 160), e.start);
    if (this.fresh && e.kind !== "verb" && !leadsIn(said)) this.fresh = false;
    if (this.action && this.targets.length === 0 && (e.kind === "reference" || this.leadsToPlace(e)))
      this.partial = this.partial || PARTIAL.test(this.sinceVerb(said, e));
    // "bãi bỏ Quyết định số … khi Luật Cấp nước có hiệu lực"
    if (this.action && e.kind === "reference" && this.targets.length > 0 && this.mode === "object") {
      const when = BEFORE_EVENT.exec(this.context.text.slice(Math.max(this.context.start, e.start - 24), e.start));
      if (when) {
        this.waitFor(e.start - when[0].length);
        this.mode = "tail";
      }
    }
    this.colonLast = false;
  }

  /** "bãi bỏ các nội dung về phí chợ tại …" */
  leadsToPlace(e: Element): boolean {
    return e.kind === "key" && e.value === "at" && this.phraseless();
  }

  /** The words of a repeal from its verb on; those of other verbs only as far as they are ordinary words. */
  sinceVerb(said: string, e: Element): string {
    if ((this.action !== "repeal" && this.action !== "delete") || this.verbEnd === 0) return said;
    const whole = this.context.text.slice(Math.max(this.verbEnd, e.start - 160), e.start);
    if (e.kind === "reference") return beforeObject(whole, this.context.references[e.index] as Reference);
    return /^[\s,]{0,2}(?:(?:các|toàn bộ) )?(?:nội dung )?(?:đã )?quy định\s{0,2}$/iu.test(whole) ? "" : whole;
  }

  reference(e: Extract<Element, { kind: "reference" }>): void {
    const r = this.context.references[e.index] as Reference;
    if (this.mode === "tail" || e.start < this.aliasEnd) return;
    if (this.context.isSelf(r)) {
      if (this.takesOwnAnnex(r)) return;
      if (r.paths.length === 0 && !r.attached) {
        this.selfSubject = true;
        this.fresh = true;
      }
      return;
    }
    if (this.mode === "anchor") {
      this.after = this.afterKind === "after" ? e.index : null;
      this.mode = "object";
      return;
    }
    if (this.mode === "by") return;
    if (this.action && this.verbEnd > 0 && this.targets.length === 0 && this.phraseless() && !this.passive) {
      const said = beforeObject(this.context.text.slice(this.verbEnd, e.start), r);
      if (GENERAL.test(said)) this.heading = true;
    }
    this.targets.push(e.index);
    this.fresh = false;
  }

  /** "Bổ sung Phụ lục III ban hành kèm theo Quyết định này": the annex printed here becomes that of the amended document. */
  takesOwnAnnex(r: Reference): boolean {
    const annexes = r.paths.map((path) => (path.length === 1 && path[0]?.level === "att" ? path[0].num : null));
    if (this.action !== "insert" || !this.context.amending || this.mode !== "object") return false;
    if (!r.attached || annexes.length === 0 || annexes.includes(null) || this.targets.length > 0) return false;
    this.annexes.push(...(annexes as string[]));
    this.fresh = false;
    return true;
  }

  /** Quoted words are a phrase of the law where "cụm từ", the verb or another phrase leads to them. */
  phraseFits(e: Element, before: Element | undefined): boolean {
    if (this.phraseKey && (before?.kind === "key" || this.phraseless() === false)) return true;
    const said = this.context.text.slice(Math.max(this.context.start, e.start - 24), e.start);
    if (/(?:cụm từ|từ|quy định|nội dung|đoạn|dòng|câu|là|chữ|số|dấu)\s{0,2}:?\s{0,2}$/iu.test(said)) return true;
    if (before?.kind === "verb" && !e.gap) return true;
    if (this.action && BECOMES.test(this.context.text.slice(e.end, e.end + 32))) return true;
    return (
      (before?.kind === "comma" || before?.kind === "and" || before?.kind === "semicolon") &&
      !e.gap &&
      !this.phraseless()
    );
  }

  /** "“A” và “B” lần lượt bằng “C” và “D”" */
  pairsInOrder(e: Element): boolean {
    return this.inOrder || IN_ORDER.test(this.context.text.slice(Math.max(this.context.start, e.start - 48), e.start));
  }

  phrase(e: Extract<Element, { kind: "phrase" }>, before: Element | undefined): void {
    if (this.mode === "tail") return;
    if (this.anchorPhrase) {
      this.anchorText = e.text;
      return;
    }
    // a phrase after places that followed phrases opens the next change
    if (this.mode === "place" && this.targets.length > 0 && !this.phraseless() && !this.bySeen && !this.correcting)
      this.flushPhrases();
    if (!this.bySeen && !this.correcting && this.context.amending && correctionFollows(this.context.text, e.end)) {
      this.froms.push(e.text);
      this.correcting = true;
      this.fresh = false;
      return;
    }
    if (!this.bySeen && !this.correcting && !this.phraseFits(e, before)) return;
    if (this.correcting) this.bySeen = true;
    if (this.bySeen && this.froms.length > 1 && this.pairsInOrder(e)) {
      this.pairs.push({ from: this.froms.shift() as string, to: e.text });
      this.inOrder = true;
      return;
    }
    if (this.bySeen) {
      this.inOrder = false;
      this.correcting = false;
      this.release(e.text);
      for (const from of this.froms) this.pairs.push({ from, to: e.text });
      if (this.froms.length === 0) this.pairs.push({ from: null, to: e.text });
      this.froms = [];
      this.bySeen = false;
      return;
    }
    if (this.action || this.phraseKey) this.froms.push(e.text);
    this.fresh = false;
  }

  key(e: Extract<Element, { kind: "key" }>, elements: readonly Element[], i: number): void {
    switch (e.value) {
      case "phrase":
        this.phraseKey = true;
        if (this.correcting) return;
        if (this.mode === "place" && !this.phraseless() && !this.bySeen) this.flushPhrases();
        if (!this.passive && this.mode === "place" && this.phraseless()) return;
        this.mode = this.mode === "tail" ? "tail" : this.mode === "place" ? "place" : "object";
        return;
      case "by":
        if (this.correcting) return;
        if (this.froms.length > 0) this.bySeen = leadsToPhrase(elements, i);
        else if (this.action && this.phraseless() && (this.targets.length > 0 || this.forms.length > 0))
          this.mode = "by";
        return;
      case "at":
        if (this.mode === "tail" || this.mode === "by") return;
        this.mode = "place";
        return;
      case "into":
      case "after":
      case "before":
        return this.anchor(e.value, elements[i + 1]);
      case "as-follows":
        this.history = false;
        if (this.mode === "tail" || this.mode === "by") this.mode = "object";
        this.unmarkedContent(elements, i);
        return;
      case "part":
        if (this.action && this.targets.length === 0) this.partial = true;
        return;
      case "except":
        if (this.action) {
          this.exception = clauseFrom(this.context.text, e.start, this.context.end);
          this.mode = "tail";
        }
        return;
      case "from-day":
      case "until":
        return this.day(e, elements[i + 1]);
      case "alias": {
        const close = this.context.text.indexOf(")", e.end);
        this.aliasEnd = close >= 0 && close - e.end < 200 ? close : 0;
        return;
      }
      case "contrary":
        if (this.action && this.phraseless()) {
          this.targets = [];
          this.mode = "tail";
          this.action = null;
        }
        return;
      case "apply":
      case "basis":
        if (!this.action) this.mode = "tail";
        return;
      default:
        return;
    }
  }

  date(e: Extract<Element, { kind: "date" }>, before: Element | undefined): void {
    if (
      this.mode === "tail" &&
      before?.kind !== "key" &&
      this.effectiveOn === null &&
      /(?:^|\s)từ\s*$/u.test(this.context.text.slice(Math.max(0, e.start - 5), e.start))
    ) {
      this.effectiveOn = e.value;
    }
  }

  semicolon(elements: readonly Element[], i: number): void {
    if (this.correcting) return;
    const next = elements[i + 1];
    this.clauseStart = (elements[i] as Element).end;
    // "Thông tư số A …; Thông tư số B … hết hiệu lực"
    if (!this.action && this.targets.length > 0 && this.phraseless() && this.targets.every((t) => this.absolute(t))) {
      this.fresh = true;
      if (this.targets.length > 1)
        this.clauseStart = (this.context.references[this.targets[0] as number] as Reference).span.start;
      else
        this.clauseStart = this.subjectIsPart(this.targets[0] as number)
          ? this.clauseStart
          : (this.context.references[this.targets[0] as number] as Reference).span.start;
      this.mode = "object";
      return;
    }
    const waitingForPlaces = !this.phraseless() && this.targets.length === 0 && this.carried.length === 0;
    if (waitingForPlaces && this.mode === "place" && next?.kind === "verb") {
      this.defer();
      return;
    }
    if (waitingForPlaces && this.anyPlacesAhead(elements, i)) {
      this.promoteFroms();
      return;
    }
    this.flush();
    this.keep((elements[i] as Element).end);
    this.fresh = true;
    this.mode = "object";
    this.verbEnd = this.action ? (elements[i] as Element).end : 0;
  }

  /** An exception in a clause or sentence of its own belongs to what was ended before it. */
  keep(at: number): void {
    if (!KEEPS.test(this.context.text.slice(at, at + 16))) return;
    const said = clauseFrom(this.context.text, at, this.context.end);
    for (let k = this.sentence; k < this.operations.length; k++) {
      const operation = this.operations[k] as Operation;
      if (ENDS.has(operation.action) && operation.exception === null)
        this.operations[k] = { ...operation, exception: said };
    }
  }

  sentenceEnd(e: Element, elements: readonly Element[], i: number): void {
    if (this.correcting) return;
    const next = elements[i + 1];
    this.clauseStart = e.end;
    if (e.kind === "newline" && next?.kind === "content") return;
    if (
      this.passive &&
      this.targets.length > 0 &&
      this.phraseless() &&
      (next?.kind === "verb" || next?.kind === "key")
    ) {
      this.carried = [...this.targets];
      this.targets = [];
      this.passive = false;
      this.action = null;
      this.fresh = true;
      return;
    }
    const open = this.colonLast || this.heading;
    const action = this.action;
    if (e.kind === "newline" && !open && this.targets.length === 0 && this.phraseless()) {
      this.fresh = true;
      if (this.mode === "tail") this.mode = "object";
      return;
    }
    this.flush();
    this.keep(e.end);
    if (e.kind === "stop") this.sentence = this.operations.length;
    if (e.kind === "stop" && !open) this.lead = this.context.inheritedWhen;
    this.fresh = true;
    this.mode = "object";
    this.selfSubject = false;
    // a list goes on over its lines; a finished sentence does not
    if (e.kind === "stop" && !open) this.action = this.context.inherited;
    else this.action = action;
    this.verbEnd = this.action ? e.end : 0;
  }

  result(): Instruction {
    return {
      operations: this.operations,
      objects: this.objects,
      // "… thay thế Quyết định số …, trừ: a) Điều 5; b) …": the items are what lives on
      inherits: this.operations.length === 0 || (this.colonLast && !this.exceptedLast) ? this.lastVerb : null,
      when: this.announced ?? this.lead,
      phraseHeading: this.phraseHeading,
      spoke: this.spoke,
      lost: this.spoke && this.operations.length === 0 && this.objects.size === 0,
    };
  }
}
