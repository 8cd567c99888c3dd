import { leadsIn } from "./connecting-words.ts";
import type { InstructionContext } from "./clause-state.ts";
import type { Element } from "./instruction-elements.ts";
import type { Instruction } from "./instruction.ts";
import { clauseFrom, correctionFollows, GENERAL, leadsToPhrase, PARTIAL } from "./instruction-words.ts";
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
        return;
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
      case "and":
        if (this.mode === "by" || this.mode === "anchor") this.mode = "object";
        return;
      default:
        return;
    }
  }

  /** Ordinary words: after a verb they may say "một số nội dung", at the head of a clause they end its freshness. */
  words(e: Element, before: Element | undefined): void {
    const from = before?.end ?? e.start;
    const said = this.context.text.slice(Math.max(from, e.start - 160), e.start);
    if (this.fresh && e.kind !== "verb" && !leadsIn(said)) this.fresh = false;
    if (this.action && this.targets.length === 0 && e.kind === "reference" && PARTIAL.test(said)) this.partial = true;
    if (
      this.action &&
      e.kind === "key" &&
      e.value === "at" &&
      this.targets.length === 0 &&
      PARTIAL.test(said) &&
      this.phraseless()
    )
      this.partial = true;
    this.colonLast = false;
  }

  reference(e: Extract<Element, { kind: "reference" }>): void {
    const r = this.context.references[e.index] as Reference;
    if (this.mode === "tail" || e.start < this.aliasEnd) return;
    if (this.context.isSelf(r)) {
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
      const said = this.context.text.slice(this.verbEnd, e.start);
      if (GENERAL.test(said)) this.heading = true;
    }
    this.targets.push(e.index);
    this.fresh = false;
  }

  /** Quoted words are a phrase of the law where "cụm từ", the verb or another phrase leads to them. */
  phraseFits(e: Element, before: Element | undefined): boolean {
    if (this.phraseKey && (before?.kind === "key" || this.phraseless() === false)) return true;
    const said = this.context.text.slice(Math.max(this.context.start, e.start - 24), e.start);
    if (/(?:cụm từ|từ|quy định|nội dung|đoạn|dòng|câu|là|chữ|số)\s{0,2}:?\s{0,2}$/iu.test(said)) return true;
    if (before?.kind === "verb" && !e.gap) return true;
    return (
      (before?.kind === "comma" || before?.kind === "and" || before?.kind === "semicolon") &&
      !e.gap &&
      !this.phraseless()
    );
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
    if (this.bySeen) {
      this.correcting = false;
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
    this.fresh = true;
    this.mode = "object";
    this.verbEnd = this.action ? (elements[i] as Element).end : 0;
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
      inherits: this.operations.length === 0 || this.colonLast ? this.lastVerb : null,
      when: this.announced ?? this.lead,
      phraseHeading: this.phraseHeading,
      spoke: this.spoke,
      lost: this.spoke && this.operations.length === 0 && this.objects.size === 0,
    };
  }
}
