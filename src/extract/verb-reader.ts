import { ClauseOperations } from "./clause-operations.ts";
import { leadsIn } from "./connecting-words.ts";
import type { Element } from "./instruction-elements.ts";
import {
  amendedBy,
  clauseFrom,
  LISTED,
  merge,
  OWN_DAY,
  passiveFollows,
  WHEN_AFTER,
  wholeDocument,
} from "./instruction-words.ts";
import type { Reference } from "./reference.ts";

/** "Khi Luật Cấp nước có hiệu lực, …" opens a sentence as "Kể từ ngày …" does. */
const WHEN = /^[\s\d.)a-zđ-]{0,8}(?:(?:kể )?từ )?khi\s/iu;
const RESTORED = /^khôi phục/iu;
/** What has a last day: after "trừ …" any other verb's last day is that of the exception. */
const LASTING = new Set<string>(["suspend", "extend"]);

/** How operative words open, extend and close a clause. */
export class VerbReader extends ClauseOperations {
  verb(e: Extract<Element, { kind: "verb" }>, elements: readonly Element[], i: number, verbRun: boolean): void {
    const before = elements[i - 1];
    const passive = before?.kind === "key" && before.value === "passive";
    if (e.value === "promulgate") return;
    if (this.correcting) {
      // "“A” được đính chính thành “B”": the heading's "Đính chính … như sau" says more than "sửa"
      this.action ??= e.value;
      this.spoke = true;
      return;
    }
    if ((e.value === "commence" || e.value === "expire") && this.mode !== "tail" && this.leadsAway(e))
      return this.leadEvent(e);
    if (e.value === "commence") {
      // "Quyết định này có hiệu lực …", "Luật X có hiệu lực": no object of anything
      if (this.mode !== "tail") this.targets = [];
      this.mode = "tail";
      return;
    }
    if ((e.value === "expire" || e.value === "extend") && (passive || !this.precedes(e))) {
      return this.postfix(e, passive ? (before as Element).start : e.start);
    }
    if (verbRun && this.action) {
      this.action = merge(this.action, e.value);
      this.lastVerb = this.action;
      this.verbRun = true;
      this.verbEnd = e.end;
      return;
    }
    if (passive) this.history = false;
    if (passive || (before?.kind === "verb" && this.passive && this.targets.length > 0))
      return this.passiveVerb(e, elements, i);
    if (this.exception !== null && e.value === "resume") return;
    if (e.value === "suspend" && this.targets.length > 0 && !this.action) return this.postfix(e, e.start);
    if (this.history) return;
    if (!this.opens(e, before, elements, i)) return;
    if (this.mode === "place" && !this.phraseless() && this.targets.length === 0 && e.value !== "replace") this.defer();
    const placesFirst = this.phraseless() && this.places(elements, i) ? [...this.targets] : [];
    if (placesFirst.length > 0) this.targets = [];
    this.flush();
    if (placesFirst.length > 0) this.carried = placesFirst;
    this.action = e.value;
    this.lastVerb = e.value;
    this.mode = "object";
    this.partial = false;
    this.spoke = true;
    this.verbRun = true;
    this.fresh = false;
    this.heading = false;
    this.verbEnd = e.end;
  }

  /** "Kéo dài thời hạn áp dụng …", "Chấm dứt hiệu lực …" have their object behind them, "… tiếp tục có hiệu lực" before it. */
  precedes(e: Element): boolean {
    const said = this.context.text.slice(e.start, e.end);
    return /^kéo dài/iu.test(said) || (/^chấm dứt/iu.test(said) && this.targets.length === 0);
  }

  /** "Quyết định số … bị thay thế bởi Quyết định này" */
  replacedByThis(e: Extract<Element, { kind: "verb" }>, next: Element | undefined): boolean {
    if (e.value !== "replace" || next?.kind !== "reference") return false;
    const r = this.context.references[next.index] as Reference;
    return wholeDocument(r) && this.context.isSelf(r);
  }

  /** Is this verb that of a lead-in, "Kể từ ngày …" or "Khi …"? */
  leadsAway(e: Element): boolean {
    return this.leadIn || (!this.action && WHEN.test(this.context.text.slice(this.clauseStart, e.start)));
  }

  /** "Kể từ ngày Luật X có hiệu lực, Quyết định số … hết hiệu lực": the event of the whole sentence. */
  leadEvent(e: Element): void {
    const said = this.context.text.slice(this.clauseStart, e.end).trim();
    if (this.targets.length > 0 || !OWN_DAY.test(said)) this.lead = { effectiveOn: null, event: said };
    this.targets = [];
    this.leadIn = false;
    this.fresh = true;
    this.clauseStart = e.end;
  }

  /** Does an instruction begin with this verb? Verbs inside sentences ("việc sửa đổi Quy chế này do …") do not count. */
  opens(
    e: Extract<Element, { kind: "verb" }>,
    before: Element | undefined,
    elements: readonly Element[],
    i: number,
  ): boolean {
    const { text } = this.context;
    const said = before ? text.slice(before.end, e.start) : "";
    if (e.capital && (before === undefined || !e.gap || before.kind === "content")) return true;
    if (before === undefined) return !e.gap || leadsIn(text.slice(Math.max(this.context.start, e.start - 60), e.start));
    if (this.selfSubject && this.targets.length === 0 && (!e.gap || leadsIn(said))) return true;
    if (this.lead && this.fresh && before.kind === "comma" && (!e.gap || leadsIn(said))) return true;
    if (this.action !== null || this.spoke) {
      if (
        ["semicolon", "and", "comma", "content", "colon", "newline", "stop"].includes(before.kind) &&
        (!e.gap || leadsIn(said))
      )
        return true;
      return this.places(elements, i);
    }
    if (
      ["semicolon", "colon", "newline", "stop", "comma"].includes(before.kind) &&
      this.fresh &&
      (!e.gap || leadsIn(said))
    ) {
      return e.capital || this.places(elements, i) || before.kind !== "comma";
    }
    return this.mode === "tail" && before.kind === "and" && !e.gap;
  }

  /** "Tại khoản 1 Điều 2, thay thế cụm từ …": the places came first. */
  places(elements: readonly Element[], i: number): boolean {
    const next = elements[i + 1];
    return (
      this.targets.length > 0 &&
      this.mode === "place" &&
      (next?.kind === "phrase" || (next?.kind === "key" && next.value === "phrase"))
    );
  }

  passiveVerb(e: Extract<Element, { kind: "verb" }>, elements: readonly Element[], i: number): void {
    if (this.targets.length === 0 && !this.colonLast) return;
    const follows = passiveFollows(this.context.text, e.end);
    const objects = this.targets.filter((t) => this.objectFits(t));
    if (objects.length === 0) return;
    if (this.passive) {
      this.action = this.action ? merge(this.action, e.value) : e.value;
      return;
    }
    if (amendedBy(this.context.text, e.end) && !this.replacedByThis(e, elements[i + 1])) {
      this.mode = "by";
      this.history = true;
      return;
    }
    if (e.value === "insert" && elements[i + 1]?.kind === "reference" && !(elements[i + 1] as Element).gap) {
      // "Điều 5 được bổ sung khoản 4 như sau"
      this.targets = [];
      this.action = "insert";
      this.lastVerb = "insert";
      this.spoke = true;
      this.mode = "object";
      return;
    }
    if (
      !follows &&
      !this.replacedByThis(e, elements[i + 1]) &&
      e.value !== "repeal" &&
      !RESTORED.test(this.context.text.slice(e.start, e.end))
    )
      return;
    if (!this.adjoins(objects, (elements[i - 1] as Element).start)) return;
    this.partial = this.partial || this.subjectIsPart(objects[0] as number);
    this.action = e.value;
    this.lastVerb = e.value;
    this.passive = true;
    this.spoke = true;
    this.verbRun = true;
    this.verbEnd = e.end;
  }

  /** "X hết hiệu lực", "X tiếp tục có hiệu lực": the objects stand before the verb, or before its "được" at `at`. */
  postfix(e: Extract<Element, { kind: "verb" }>, at: number): void {
    if (this.action && this.exception !== null) {
      this.excepted = true;
      return;
    }
    const objects = this.targets.filter((t) => this.absolute(t));
    if (objects.length > 0 && (!this.adjoins(objects, at) || this.isCaseOf(objects, e.value))) {
      this.mode = "tail";
      this.targets = [];
      return;
    }
    this.spoke = this.spoke || objects.length > 0;
    if (objects.length > 0) {
      this.partial =
        this.partial ||
        this.subjectIsPart(objects[0] as number) ||
        /^\s(?:thi hành )?một phần/u.test(this.context.text.slice(e.end, e.end + 20));
      this.targets = objects;
      this.action = e.value;
      this.lastVerb = e.value;
      this.mode = "tail";
      const when = WHEN_AFTER.exec(this.context.text.slice(e.end, e.end + 24));
      if (when) this.waitFor(e.end + when[0].length);
      return;
    }
    if (this.targets.length === 0 && LISTED.test(this.context.text.slice(Math.max(0, e.start - 120), e.start))) {
      this.action = e.value;
      this.lastVerb = e.value;
      this.spoke = true;
      this.mode = "tail";
      return;
    }
    this.mode = "tail";
    this.targets = [];
  }

  /** New wording without quotation marks after "như sau:" runs to the end of the unit. */
  unmarkedContent(elements: readonly Element[], i: number): void {
    if (!this.action || !["amend", "insert", "replace", "correct"].includes(this.action) || !this.phraseless()) return;
    if (this.targets.length === 0 && this.forms.length === 0) return;
    let k = i + 1;
    while (["colon", "newline", "stop"].includes(elements[k]?.kind ?? "") && !(elements[k] as Element).gap) k++;
    const next = elements[k];
    const from = (elements[k - 1] as Element).end;
    const rest = this.context.text.slice(from, this.context.end).trim();
    if (rest.length < 3 || next?.kind === "content") return;
    if (
      next &&
      !next.gap &&
      (next.kind === "verb" ||
        next.kind === "phrase" ||
        (next.kind === "key" && (next.value === "phrase" || next.value === "at")))
    ) {
      if (next.kind !== "phrase") return;
    }
    if (
      !this.targets.some((t) => (this.context.references[t] as Reference).paths.length > 0) &&
      this.forms.length === 0
    )
      return;
    this.content = {
      start: this.context.end - this.context.text.slice(from, this.context.end).trimStart().length,
      end: this.context.end,
    };
    this.flush();
    this.shareContent();
    this.done = true;
  }

  anchor(value: "into" | "after" | "before", next: Element | undefined): void {
    if (this.action !== "insert" && this.action !== "amend") return;
    if (this.froms.length > 0 && this.targets.length === 0) {
      if (value !== "into") this.anchorPhrase = value;
      else if (next?.kind === "reference") this.mode = "place";
      return;
    }
    if (this.targets.length === 0 || (value === "into" && next?.kind !== "reference")) return;
    this.mode = "anchor";
    this.afterKind = value;
  }

  day(e: Extract<Element, { kind: "key" }>, next: Element | undefined): void {
    if (!this.action && this.mode !== "tail" && e.value === "from-day") {
      // "Kể từ ngày Nghị định này có hiệu lực, các văn bản sau hết hiệu lực": a lead-in
      this.leadIn = next?.kind !== "date";
      if (next?.kind === "date" && !next.gap && this.targets.length === 0 && this.opensSentence(e.start))
        this.lead = { effectiveOn: next.value, event: null };
      return;
    }
    if (this.excepted || (e.value === "until" && this.exception !== null && !LASTING.has(this.action ?? ""))) return;
    const { text, end } = this.context;
    if (e.value === "until") {
      if (next?.kind === "date" && !next.gap) this.until = next.value;
      else if (/khi$/iu.test(text.slice(e.start, e.end))) this.event = clauseFrom(text, e.start, end);
    } else if (next?.kind === "date" && !next.gap) this.effectiveOn = next.value;
    else {
      const said = clauseFrom(text, e.start, end);
      if (!/ngày\s+(?:\p{Lu}[\p{L} ]{3,22}|văn bản)\s+này|ngày ký/iu.test(said) && said.length > 12) this.event = said;
    }
    this.mode = "tail";
  }

  opensSentence(at: number): boolean {
    return leadsIn(this.context.text.slice(this.clauseStart, at));
  }

  anyPlacesAhead(elements: readonly Element[], i: number): boolean {
    for (let k = i + 1; k < elements.length; k++) {
      const e = elements[k] as Element;
      if (e.kind === "stop" || e.kind === "verb") return false;
      if (e.kind === "reference") return true;
    }
    return false;
  }

  /** Deleted phrases keep their kind when further pairs follow before the common place. */
  promoteFroms(): void {
    for (const from of this.froms) this.pairs.push({ from, to: null });
    this.froms = [];
  }

  /** "cụm từ “A” tại X, cụm từ “B” tại Y bằng cụm từ “C”": A and X wait for C. */
  flushPhrases(): void {
    const action = this.action;
    if (action === "replace" && this.froms.length > 0 && this.pairs.length === 0 && this.targets.length > 0) {
      this.held.push({ froms: this.froms, places: this.targets });
      this.froms = [];
      this.targets = [];
      this.mode = "object";
      return;
    }
    this.flush();
    this.action = action;
    this.mode = "object";
  }
}
