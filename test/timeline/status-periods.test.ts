import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { statusPeriods } from "../../src/timeline/status-periods.ts";
import { at, details, effect, periodAt, work } from "./made-up.ts";

const OLD = work("12/2020/QĐ-UBND", "2020-04-10", "2020-04-20");
const NEW = work("07/2025/QĐ-UBND", "2025-08-15", "2025-08-25");
const begin = (w: { id: string; effectiveOn: string | null }): Effect => effect("commence", w.id, w.id, w.effectiveOn);
const A = OLD.id;
const B = NEW.id;

describe("beginning", () => {
  const world = { works: [OLD], effects: [begin(OLD)] };
  it("is not yet in force before its first day, in force on it", () => {
    expect(at(world, A, "2019-01-01")).toBe("not-yet-in-force 2020-04-20");
    expect(at(world, A, "2020-04-19")).toBe("not-yet-in-force 2020-04-20");
    expect(at(world, A, "2020-04-20")).toBe("in-force 2020-04-20");
    expect(periodAt(world, A, "2024-01-01")?.because[0]?.rule).toBe("commenced");
  });
  it("may lie before the day of issue", () => {
    const back = work("09/2025/NQ-HĐND", "2025-12-10", "2025-07-01");
    expect(at({ works: [back], effects: [begin(back)] }, back.id, "2025-08-01")).toBe("in-force 2025-07-01");
  });
  it("is unknown for a while where the text names no day, then taken to have begun, with the reason", () => {
    const mute = work("14/2004/QĐ-UB", "2004-02-01", null);
    expect(at({ works: [mute] }, mute.id, "2004-02-10")).toBe("unknown 2004-02-01");
    expect(periodAt({ works: [mute] }, mute.id, "2010-01-01")?.status).toBe("in-force");
    expect(periodAt({ works: [mute] }, mute.id, "2010-01-01")?.reason).toContain(
      "không xác định được ngày có hiệu lực",
    );
  });
  it("is unknown for a work that is only cited", () => {
    const cited = work("33/2010/QĐ-UBND", "2010-01-01", null, { known: "cited" });
    expect(at({ works: [cited] }, cited.id, "2020-01-01")).toBe("unknown null");
  });
  it("is the day to which another law moved it", () => {
    const law = work("731/2024/QH15", "2024-01-18", "2025-01-01");
    const mover = work("743/2024/QH15", "2024-06-29", "2024-08-01");
    const world = { works: [law, mover], effects: [begin(law), effect("commence", mover.id, law.id, "2024-08-01")] };
    expect(at(world, law.id, "2024-09-01")).toBe("in-force 2024-08-01");
  });
});

describe("ends", () => {
  it.each([
    ["replace-document", "replaced", "Được thay thế bằng"],
    ["repeal-document", "repealed", "Bị bãi bỏ bởi"],
    ["expire", "expired", "Hết hiệu lực theo"],
  ] as const)("%s", (action, rule, words) => {
    const world = { works: [OLD, NEW], effects: [begin(OLD), begin(NEW), effect(action, B, A, "2025-08-25")] };
    expect(at(world, A, "2025-08-24")).toBe("in-force 2020-04-20");
    expect(at(world, A, "2025-08-25")).toBe("ceased 2025-08-25");
    const period = periodAt(world, A, "2026-01-01");
    expect(period?.because[0]).toMatchObject({ rule, work: B, eId: "art_3", quote: `Điều 3 của ${B}` });
    expect(period?.reason).toContain(words);
    expect(period?.reason).toContain("15/08/2025");
  });
  it("the last day of a term is still in force", () => {
    const world = { works: [OLD], effects: [begin(OLD), effect("term", A, A, "2026-01-01")] };
    expect(at(world, A, "2025-12-31")).toBe("in-force 2020-04-20");
    expect(at(world, A, "2026-01-01")).toBe("ceased 2026-01-01");
  });
  it("a prolonged term ends on the new day", () => {
    const world = {
      works: [OLD, NEW],
      effects: [
        begin(OLD),
        begin(NEW),
        effect("term", A, A, "2026-01-01"),
        effect("extend", B, A, "2025-08-25", { until: "2027-01-01" }),
      ],
    };
    expect(at(world, A, "2026-06-01")).toBe("in-force 2020-04-20");
    expect(at(world, A, "2027-01-01")).toBe("ceased 2027-01-01");
  });
  it("an administrative decision without a year ends a normative document", () => {
    const order = work("569/QĐ-UBND", "2026-02-10", "2026-02-10");
    const world = {
      works: [OLD, order],
      effects: [begin(OLD), begin(order), effect("repeal-document", order.id, A, "2026-02-10")],
    };
    expect(at(world, A, "2026-02-10")).toBe("ceased 2026-02-10");
  });
  it("ends a document known only from its citation", () => {
    const cited = work("33/2010/QĐ-UBND", "2010-01-01", null, { known: "cited" });
    const world = { works: [cited, NEW], effects: [begin(NEW), effect("repeal-document", B, cited.id, "2025-08-25")] };
    expect(at(world, cited.id, "2025-08-24")).toBe("unknown null");
    expect(at(world, cited.id, "2025-08-25")).toBe("ceased 2025-08-25");
  });
  it("counts nothing that is not applied", () => {
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("repeal-document", B, A, "2025-08-25", { applied: false, whyNot: "chưa rõ" })],
    };
    expect(at(world, A, "2026-01-01")).toBe("in-force 2020-04-20");
  });
  it("with an exception is only a partial end", () => {
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("repeal-document", B, A, "2025-08-25", { exception: "trừ Điều 5" })],
    };
    expect(at(world, A, "2026-01-01")).toBe("partly-ceased 2025-08-25");
  });
  it("an exception that points into the ending document's own transitional article ends the old one all the same", () => {
    const exception = "trừ trường hợp quy định tại Điều 9 của Quyết định này";
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("repeal-document", B, A, "2025-08-25", { exception })],
    };
    expect(at(world, A, "2026-01-01")).toBe("ceased 2025-08-25");
    const keeps = effect("extend", B, A, "2025-08-25", { targetEId: "art_7" });
    expect(at({ ...world, effects: [...world.effects, keeps] }, A, "2026-01-01")).toBe("partly-ceased 2025-08-25");
  });
  it("two replacements: the first day counts, both are shown", () => {
    const third = work("09/2025/QĐ-UBND", "2025-11-01", "2025-11-15");
    const effects = [
      begin(OLD),
      effect("replace-document", third.id, A, "2025-11-15"),
      effect("replace-document", B, A, "2025-08-25"),
    ];
    const world = { works: [OLD, NEW, third], effects };
    expect(at(world, A, "2026-01-01")).toBe("ceased 2025-08-25");
    expect(periodAt(world, A, "2026-01-01")?.because).toHaveLength(2);
  });
  it("abolishing the abolishing act revives nothing", () => {
    const third = work("09/2026/QĐ-UBND", "2026-03-01", "2026-03-15");
    const effects = [
      begin(OLD),
      effect("repeal-document", B, A, "2025-08-25"),
      effect("repeal-document", third.id, B, "2026-03-15"),
    ];
    expect(at({ works: [OLD, NEW, third], effects }, A, "2026-06-01")).toBe("ceased 2025-08-25");
  });
  it("an act ended before its clause came to work ends nothing", () => {
    const third = work("06/2025/QĐ-UBND", "2025-08-18", "2025-08-20");
    const effects = [
      begin(OLD),
      effect("repeal-document", B, A, "2025-08-25"),
      effect("repeal-document", third.id, B, "2025-08-20"),
    ];
    expect(at({ works: [OLD, NEW, third], effects }, A, "2026-06-01")).toBe("in-force 2020-04-20");
  });
  it("a lower or a strange body ends nothing", () => {
    const decree = work("742/2024/NĐ-CP", "2024-06-14", "2024-08-01");
    const stranger = { ...NEW, id: "x", issuer: "Ủy ban nhân dân tỉnh Hà Tĩnh" };
    const effects = [
      begin(OLD),
      begin(decree),
      effect("repeal-document", B, decree.id, "2025-08-25"),
      effect("repeal-document", "x", A, "2025-08-25"),
    ];
    const world = { works: [OLD, NEW, decree, stranger], effects };
    expect(at(world, decree.id, "2026-01-01")).toBe("in-force 2024-08-01");
    expect(at(world, A, "2026-01-01")).toBe("in-force 2020-04-20");
  });
  it("the new province ends the documents of the old ones", () => {
    const old = { ...OLD, issuer: "Ủy ban nhân dân tỉnh Khê Giang" };
    expect(
      at({ works: [old, NEW], effects: [begin(old), effect("repeal-document", B, A, "2025-08-25")] }, A, "2026-01-01"),
    ).toBe("ceased 2025-08-25");
  });
});

describe("partial ends", () => {
  it("an amendment makes it partly ceased from its first day on, with the units", () => {
    const third = work("09/2026/QĐ-UBND", "2026-03-01", "2026-03-15");
    const effects = [
      begin(OLD),
      effect("amend", B, A, "2025-08-25", { targetEId: "art_5__cl_2" }),
      effect("repeal", third.id, A, "2026-03-15", { targetEId: "art_7" }),
    ];
    const world = { works: [OLD, NEW, third], effects };
    expect(at(world, A, "2025-09-01")).toBe("partly-ceased 2025-08-25");
    expect(at(world, A, "2026-04-01")).toBe("partly-ceased 2025-08-25");
    expect(periodAt(world, A, "2025-09-01")?.units.map((u) => `${u.eId} ${u.status}`)).toEqual(["art_5__cl_2 amended"]);
    expect(periodAt(world, A, "2026-04-01")?.units.map((u) => `${u.eId} ${u.status} ${u.since}`)).toEqual([
      "art_5__cl_2 amended 2025-08-25",
      "art_7 repealed 2026-03-15",
    ]);
  });
  it("an insertion alone takes nothing away", () => {
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("insert", B, A, "2025-08-25", { targetEId: "art_5a" })],
    };
    expect(at(world, A, "2026-01-01")).toBe("in-force 2020-04-20");
    expect(periodAt(world, A, "2026-01-01")?.units).toMatchObject([{ eId: "art_5a", status: "inserted" }]);
  });
});

describe("suspension and revival", () => {
  it("suspends between its days and goes on after", () => {
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("suspend", B, A, "2025-08-25", { until: "2026-01-01" })],
    };
    expect(at(world, A, "2025-12-31")).toBe("suspended 2025-08-25");
    expect(at(world, A, "2026-01-01")).toBe("in-force 2020-04-20");
  });
  it("stays suspended with an open end until a resumption", () => {
    const third = work("09/2026/QĐ-UBND", "2026-03-01", "2026-03-15");
    const effects = [begin(OLD), effect("suspend", B, A, "2025-08-25")];
    expect(at({ works: [OLD, NEW], effects }, A, "2030-01-01")).toBe("suspended 2025-08-25");
    const resumed = { works: [OLD, NEW, third], effects: [...effects, effect("resume", third.id, A, "2026-03-15")] };
    expect(at(resumed, A, "2030-01-01")).toBe("in-force 2020-04-20");
  });
  it("of a unit is partial", () => {
    const world = {
      works: [OLD, NEW],
      effects: [begin(OLD), effect("suspend", B, A, "2025-08-25", { targetEId: "art_4" })],
    };
    expect(at(world, A, "2026-01-01")).toBe("partly-suspended 2025-08-25");
    expect(periodAt(world, A, "2026-01-01")?.units).toMatchObject([{ eId: "art_4", status: "suspended" }]);
  });
  it("brings a replaced decree back when its replacement is suspended", () => {
    const first = work("715/2018/NĐ-CP", "2018-02-02", "2018-02-02");
    const second = work("746/2026/NĐ-CP", "2026-01-26", "2026-01-26");
    const stop = work("709/2026/NQ-CP", "2026-02-04", "2026-02-04");
    const effects = [
      begin(first),
      begin(second),
      begin(stop),
      effect("replace-document", second.id, first.id, "2026-01-26"),
      effect("suspend", stop.id, second.id, "2026-02-04"),
      effect("extend", stop.id, first.id, "2026-02-04"),
    ];
    const world = { works: [first, second, stop], effects };
    expect(at(world, first.id, "2026-01-30")).toBe("ceased 2026-01-26");
    expect(at(world, first.id, "2026-02-04")).toBe("in-force 2026-02-04");
    expect(at(world, second.id, "2026-02-04")).toBe("suspended 2026-02-04");
  });
});

describe("detailing documents when their parent ends, by regime", () => {
  const child = work("21/2023/QĐ-UBND", "2023-05-01", "2023-05-12");
  const parent = work("742/2022/NĐ-CP", "2022-06-14", "2022-08-01");
  const other = work("744/2022/NĐ-CP", "2022-06-14", "2022-08-01");
  const successor = work("750/2025/NĐ-CP", "2023-12-01", null);
  const announcement = work("733/QĐ-UBND", "2026-02-23", "2026-02-23");
  const world = (end: string, parents = [parent.id], more: readonly Effect[] = []) => ({
    works: [child, parent, other, successor, announcement],
    effects: [
      begin(child),
      begin(parent),
      begin(other),
      effect("replace-document", successor.id, parent.id, end),
      ...more,
    ],
    detailing: parents.map((p) => details(child.id, p)),
  });
  it("before 01/4/2025 it ends the same day, and says that this is inferred", () => {
    const w = world("2024-07-01");
    expect(at(w, child.id, "2024-06-30")).toBe("in-force 2023-05-12");
    expect(at(w, child.id, "2024-07-01")).toBe("ceased 2024-07-01");
    expect(periodAt(w, child.id, "2024-07-01")?.because[0]).toMatchObject({ rule: "parent-ceased" });
    expect(periodAt(w, child.id, "2024-07-01")?.reason).toMatch(/khoản 4 Điều 154.*suy luận/u);
  });
  it.each(["2025-04-01", "2025-06-30"])("between 01/4 and 30/6/2025 (%s) it stays in force with a note", (end) => {
    const period = periodAt(world(end), child.id, "2026-01-01");
    expect(period?.status).toBe("in-force");
    expect(period?.reason).toContain("phần không trái");
  });
  it("from 01/7/2025 it ends, with the missing announcement named", () => {
    const period = periodAt(world("2025-07-01"), child.id, "2026-01-01");
    expect(period).toMatchObject({ status: "ceased", since: "2025-07-01" });
    expect(period?.reason).toContain("chưa thấy văn bản công bố");
  });
  it("an announcement that it goes on, even a late one that speaks from an earlier day, keeps it", () => {
    const w = world(
      "2025-09-01",
      [parent.id],
      [begin(announcement), effect("extend", announcement.id, child.id, "2025-09-01")],
    );
    expect(periodAt(w, child.id, "2026-01-01")?.status).toBe("in-force");
  });
  it("with a second living parent nothing is concluded", () => {
    const period = periodAt(world("2025-09-01", [parent.id, other.id]), child.id, "2026-01-01");
    expect(period?.status).toBe("in-force");
    expect(period?.reason).toContain("cần xác định phần hết hiệu lực");
  });
  it("a parent proved dead by nobody's words leaves the child undetermined", () => {
    const silent = { quote: "", work: successor.id, symbol: successor.symbol, eId: null, span: null };
    const w = world(
      "2030-01-01",
      [parent.id],
      [effect("replace-document", announcement.id, parent.id, "2025-09-01", { evidence: silent, origin: "register" })],
    );
    const works = w.works.map((x) =>
      x.id === announcement.id ? { ...x, symbol: "751/2025/NĐ-CP", issuer: "Chính phủ" } : x,
    );
    expect(periodAt({ ...w, works }, child.id, "2026-01-01")?.status).toBe("unknown");
  });
  it("a document issued after its parent had ended does not end with it", () => {
    expect(periodAt(world("2023-01-01"), child.id, "2026-01-01")?.status).toBe("in-force");
  });
  it("a partial end of the parent ends nothing", () => {
    const w = {
      works: [child, parent, successor],
      effects: [
        begin(child),
        begin(parent),
        effect("amend", successor.id, parent.id, "2025-09-01", { targetEId: "art_2" }),
      ],
      detailing: [details(child.id, parent.id)],
    };
    expect(periodAt(w, child.id, "2026-01-01")?.status).toBe("in-force");
  });
});

describe("strange graphs", () => {
  it("survives circles of replacement and of parents", () => {
    const effects = [
      begin(OLD),
      begin(NEW),
      effect("replace-document", B, A, "2025-08-25"),
      effect("replace-document", A, B, "2025-09-25"),
    ];
    const world = { works: [OLD, NEW], effects, detailing: [details(A, B), details(B, A), details(A, A)] };
    expect(periodAt(world, A, "2026-01-01")?.status).toBe("ceased");
  });
  it("an amending document outlives its base", () => {
    const amender = work("15/2022/QĐ-UBND", "2022-05-01", "2022-05-12");
    const effects = [
      begin(OLD),
      begin(amender),
      effect("amend", amender.id, A, "2022-05-12", { targetEId: "art_1" }),
      effect("repeal-document", B, A, "2025-08-25"),
    ];
    const world = { works: [OLD, NEW, amender], effects };
    expect(at(world, amender.id, "2026-01-01")).toBe("in-force 2022-05-12");
    expect(at(world, A, "2026-01-01")).toBe("ceased 2025-08-25");
  });
});

describe("for any effects in any order", () => {
  const works = [1, 2, 3, 4, 5].map((n) => work(`0${n}/2021/QĐ-UBND`, `2021-0${n}-01`, `2021-0${n}-11`));
  const id = fc.integer({ min: 0, max: 4 }).map((i) => (works[i] as { id: string }).id);
  const day = fc.integer({ min: 2021, max: 2027 }).chain((y) => fc.constantFrom(`${y}-01-01`, `${y}-07-01`));
  const action = fc.constantFrom(
    "amend",
    "repeal",
    "replace-document",
    "repeal-document",
    "expire",
    "suspend",
    "resume",
    "extend",
    "insert",
    "term",
    "commence" as const,
  );
  const unit = fc.constantFrom(null, "art_1", "art_2__cl_1");
  const anEffect = fc
    .record({ action, source: id, target: id, from: fc.option(day), unit, until: fc.option(day) })
    .map((e) => effect(e.action, e.source, e.target, e.from, { targetEId: e.unit, until: e.until }));
  const effectsArb = fc.uniqueArray(anEffect, { maxLength: 14, selector: (e) => e.id });
  const relations = fc.array(
    fc.tuple(id, id).map(([a, b]) => details(a, b)),
    { maxLength: 4 },
  );

  it("periods cover all time without gaps or overlaps, and order of import does not matter", () => {
    fc.assert(
      fc.property(effectsArb, relations, fc.infiniteStream(fc.nat()), (effects, detailing, keys) => {
        const one = statusPeriods({ works, effects, detailing });
        for (const w of works) {
          const own = one.filter((p) => p.work === w.id);
          expect(own[0]?.from).toBeNull();
          expect(own[own.length - 1]?.to).toBeNull();
          own.slice(1).forEach((p, i) => expect(p.from).toBe(own[i]?.to));
        }
        const shuffled = effects
          .map((e) => [keys.next().value as number, e] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, e]) => e);
        const two = statusPeriods({
          works: [...works].reverse(),
          effects: shuffled,
          detailing: [...detailing].reverse(),
        });
        const order = (ps: typeof one) =>
          [...ps].sort((a, b) => a.work.localeCompare(b.work) || (a.from ?? "").localeCompare(b.from ?? ""));
        expect(order(two)).toEqual(order(one));
      }),
      { numRuns: 150 },
    );
  });
});
