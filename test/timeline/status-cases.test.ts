import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { loadExpiryRegimes } from "../../src/timeline/expiry-regimes.ts";
import { statusOn } from "../../src/timeline/status-on.ts";
import { statusPeriods } from "../../src/timeline/status-periods.ts";
import { at, details, effect, periodAt, type World, work } from "./made-up.ts";

const begin = (w: { id: string; effectiveOn: string | null }): Effect => effect("commence", w.id, w.id, w.effectiveOn);
const OLD = work("12/2018/QĐ-UBND", "2018-04-10", "2018-04-20");

describe("abolition by an administrative decision, by the day of that decision", () => {
  const world = (order: string, day: string, more: Partial<typeof OLD> = {}): World => {
    const act = work(order, day, day);
    const old = { ...OLD, ...more };
    return { works: [old, act], effects: [begin(old), begin(act), effect("repeal-document", act.id, old.id, day)] };
  };
  it.each(["2025-04-01", "2026-02-10"])("counts on %s", (day) => {
    expect(at(world("569/QĐ-UBND", day), OLD.id, day)).toBe(`ceased ${day}`);
  });
  it("counted until 30/6/2016", () => {
    const old = { issuedOn: "2010-01-10", effectiveOn: "2010-01-20" };
    expect(at(world("569/QĐ-UBND", "2016-06-30", old), OLD.id, "2020-01-01")).toBe("ceased 2016-06-30");
  });
  it.each(["2018-07-01", "2025-03-31"])("is doubtful on %s: neither ended nor surely in force", (day) => {
    const period = periodAt(world("569/QĐ-UBND", day), OLD.id, "2026-01-01");
    expect(period?.status).toBe("unknown");
    expect(period?.because[0]).toMatchObject({ rule: "repealed", certainty: "to-determine" });
    expect(period?.reason).toContain("khoản 1 Điều 12 Luật số 80/2015/QH13");
  });
  it.each(["chi-thi", "thong-tu-lien-tich"] as const)("counts in those years too for a %s", (type) => {
    expect(at(world("569/QĐ-UBND", "2020-07-01", { type }), OLD.id, "2026-01-01")).toBe("ceased 2020-07-01");
  });
  it("a normative decision of those years counts", () => {
    expect(at(world("33/2020/QĐ-UBND", "2020-07-01"), OLD.id, "2026-01-01")).toBe("ceased 2020-07-01");
  });
  it("so does one of a higher body", () => {
    const order = work("1020/QĐ-TTg", "2020-07-01", "2020-07-01", { issuer: "Thủ tướng Chính phủ" });
    const w = { works: [OLD, order], effects: [begin(OLD), effect("repeal-document", order.id, OLD.id, "2020-07-01")] };
    expect(at(w, OLD.id, "2026-01-01")).toBe("ceased 2020-07-01");
  });
  it("amending a normative document by an administrative one is asked about and changes nothing", () => {
    const order = work("569/QĐ-UBND", "2026-02-10", "2026-02-10");
    const amend = effect("amend", order.id, OLD.id, "2026-02-10", { targetEId: "art_3" });
    const period = periodAt({ works: [OLD, order], effects: [begin(OLD), amend] }, OLD.id, "2026-03-01");
    expect(period).toMatchObject({ status: "in-force", units: [] });
    expect(period?.reason).toContain("cần xác định");
  });
});

describe("the same issuer or its successor", () => {
  const dongNai = "Ủy ban nhân dân tỉnh Đồng Nai";
  const binhPhuoc = { ...OLD, issuer: "Ủy ban nhân dân tỉnh Bình Phước" };
  const by = (issuedOn: string, issuer = dongNai) =>
    work("05/2025/QĐ-UBND", issuedOn, issuedOn, { issuer, id: `new ${issuedOn}` });
  const ends = (source: ReturnType<typeof by>, target = binhPhuoc): World => ({
    works: [target, source],
    effects: [begin(target), effect("replace-document", source.id, target.id, source.issuedOn)],
  });
  it("the merged province replaces what one old province had made", () => {
    expect(at(ends(by("2025-08-01")), OLD.id, "2026-01-01")).toBe("ceased 2025-08-01");
  });
  it("the old province of the same name could not", () => {
    expect(at(ends(by("2025-06-01")), OLD.id, "2026-01-01")).toBe("in-force 2018-04-20");
  });
  it("a council ends nothing of another province's committee", () => {
    const council = work("09/2025/NQ-HĐND", "2025-08-01", "2025-08-01", {
      issuer: "Hội đồng nhân dân tỉnh Hà Tĩnh",
    });
    const w = { works: [OLD, council], effects: [] };
    const old = { ...OLD, issuer: dongNai };
    const effects = [begin(old), effect("repeal-document", council.id, old.id, "2025-08-01")];
    expect(at({ ...w, works: [old, council], effects }, OLD.id, "2026-01-01")).toBe("in-force 2018-04-20");
  });
  it("one old province's document goes on where only the other's was replaced", () => {
    const other = { ...OLD, id: "other", issuer: dongNai };
    const source = by("2025-08-01");
    const w = {
      works: [binhPhuoc, other, source],
      effects: [begin(binhPhuoc), effect("commence", "other", "other", "2018-04-20"), ...(ends(source).effects ?? [])],
    };
    expect(at(w, "other", "2026-01-01")).toBe("in-force 2018-04-20");
    expect(at(w, OLD.id, "2026-01-01")).toBe("ceased 2025-08-01");
  });
});

describe("territory of an old province", () => {
  const whole = work("14/2025/QĐ-UBND", "2025-09-01", "2025-09-10", { issuer: "Ủy ban nhân dân tỉnh Đồng Nai" });
  const next = work("02/2026/QĐ-UBND", "2026-02-01", "2026-02-10", { issuer: "Ủy ban nhân dân tỉnh Đồng Nai" });
  const territory = [{ key: "binh phuoc@", name: "tỉnh Bình Phước (trước 01/07/2025)" }];
  it("an end there leaves the rest in force", () => {
    const e = effect("repeal-document", next.id, whole.id, "2026-02-10", { territory });
    const period = periodAt({ works: [whole, next], effects: [begin(whole), e] }, whole.id, "2026-03-01");
    expect(period?.status).toBe("partly-ceased");
    expect(period?.reason).toContain("trên địa bàn tỉnh Bình Phước");
    expect(period?.because[0]?.territory).toEqual(["tỉnh Bình Phước (trước 01/07/2025)"]);
  });
  it("is the whole territory of that province's own document", () => {
    const own = { ...OLD, issuer: "Ủy ban nhân dân tỉnh Bình Phước" };
    const e = effect("repeal-document", next.id, own.id, "2026-02-10", { territory });
    expect(at({ works: [own, next], effects: [begin(own), e] }, own.id, "2026-03-01")).toBe("ceased 2026-02-10");
  });
  it("a suspension there is partial", () => {
    const e = effect("suspend", next.id, whole.id, "2026-02-10", { territory });
    expect(at({ works: [whole, next], effects: [begin(whole), e] }, whole.id, "2026-03-01")).toBe(
      "partly-suspended 2026-02-10",
    );
  });
});

describe("documents of former districts", () => {
  const district = { ...OLD, issuer: "Ủy ban nhân dân huyện Sông La, tỉnh An Sơn" };
  it("go on until 01/3/2027, then it must be determined", () => {
    const w = { works: [district], effects: [begin(district)] };
    expect(at(w, OLD.id, "2027-02-28")).toBe("in-force 2018-04-20");
    expect(at(w, OLD.id, "2027-03-01")).toBe("unknown 2027-03-01");
    expect(periodAt(w, OLD.id, "2027-03-01")?.because[0]).toMatchObject({ certainty: "to-determine" });
  });
  it("are ended by a commune only where it lies: a question, not an end", () => {
    const commune = work("02/2026/QĐ-UBND", "2026-03-17", "2026-03-27", { issuer: "Ủy ban nhân dân xã Phú Lâm" });
    const e = effect("repeal-document", commune.id, OLD.id, "2026-03-27");
    const w = { works: [district, commune], effects: [begin(district), e] };
    expect(periodAt(w, OLD.id, "2026-04-01")?.status).toBe("unknown");
    expect(periodAt(w, OLD.id, "2026-04-01")?.reason).toContain("trên địa bàn xã");
  });
});

describe("suspension", () => {
  const act = work("24/2026/QĐ-UBND", "2026-01-10", "2026-01-20");
  const other = work("30/2026/QĐ-UBND", "2026-05-10", "2026-05-20");
  const world = (...effects: readonly Effect[]): World => ({
    works: [OLD, act, other],
    effects: [begin(OLD), ...effects],
  });
  it("with an exception is partial", () => {
    const e = effect("suspend", act.id, OLD.id, "2026-01-20", { exception: "trừ Điều 5" });
    expect(at(world(e), OLD.id, "2026-02-01")).toBe("partly-suspended 2026-01-20");
  });
  it("that ends by an event is open until an act lets it go on", () => {
    const e = effect("suspend", act.id, OLD.id, "2026-01-20", { event: "cho đến khi có quyết định thay thế" });
    expect(at(world(e), OLD.id, "2030-01-01")).toBe("suspended 2026-01-20");
    expect(periodAt(world(e), OLD.id, "2030-01-01")?.reason).toContain("cho đến khi có quyết định thay thế");
    const goesOn = effect("resume", other.id, OLD.id, "2026-05-20");
    expect(at(world(e, goesOn), OLD.id, "2026-05-20")).toBe("in-force 2018-04-20");
  });
  it("of a clause ends when its article goes on", () => {
    const e = effect("suspend", act.id, OLD.id, "2026-01-20", { targetEId: "art_5__cl_2" });
    const goesOn = effect("resume", other.id, OLD.id, "2026-05-20", { targetEId: "art_5" });
    expect(periodAt(world(e, goesOn), OLD.id, "2026-05-19")?.status).toBe("partly-suspended");
    expect(periodAt(world(e, goesOn), OLD.id, "2026-05-20")?.status).toBe("in-force");
  });
  it("of the replacement keeps the older text alive only as long as it lasts", () => {
    const first = work("715/2018/NĐ-CP", "2018-02-02", "2018-02-02");
    const second = work("746/2026/NĐ-CP", "2026-01-26", "2026-01-26");
    const stop = work("709/2026/NQ-CP", "2026-02-04", "2026-02-04");
    const effects = [
      begin(first),
      begin(second),
      effect("replace-document", second.id, first.id, "2026-01-26"),
      effect("suspend", stop.id, second.id, "2026-02-04", { until: "2026-09-01" }),
      effect("extend", stop.id, first.id, "2026-02-04"),
    ];
    const w = { works: [first, second, stop], effects };
    expect(at(w, first.id, "2026-08-31")).toBe("in-force 2026-02-04");
    expect(at(w, first.id, "2026-09-01")).toBe("ceased 2026-09-01");
    expect(periodAt(w, first.id, "2026-09-01")?.because[0]).toMatchObject({ rule: "replaced", work: second.id });
    expect(at(w, second.id, "2026-09-01")).toBe("in-force 2026-01-26");
  });
});

describe("days", () => {
  it.each([
    ["2026-03-01", "2026-03-31"],
    ["2026-07-01", "2026-01-23"],
  ])("the old one ends on %s though its replacement begins on %s", (end, start) => {
    const next = work("796/2026/NĐ-CP", start, start);
    const old = work("731/2021/NĐ-CP", "2021-03-26", "2021-03-26");
    const w = { works: [old, next], effects: [begin(old), begin(next), effect("expire", next.id, old.id, end)] };
    expect(at(w, old.id, end)).toBe(`ceased ${end}`);
    expect(periodAt(w, old.id, "2026-02-28")?.status).toBe("in-force");
    expect(at(w, next.id, start)).toBe(`in-force ${start}`);
  });
  it("units that begin on their own day are told", () => {
    const apart = effect("commence", OLD.id, OLD.id, "2019-01-01", { targetEId: "art_5" });
    const period = periodAt({ works: [OLD], effects: [begin(OLD), apart] }, OLD.id, "2018-06-01");
    expect(period).toMatchObject({ status: "in-force", since: "2018-04-20" });
    expect(period?.reason).toContain("riêng Điều 5 có hiệu lực từ ngày 01/01/2019");
  });
});

describe("detailing documents", () => {
  const child = work("21/2023/QĐ-UBND", "2023-05-01", "2023-05-12");
  const parent = work("742/2022/NĐ-CP", "2022-06-14", "2022-08-01");
  const second = work("744/2022/NĐ-CP", "2022-06-14", "2022-08-01");
  const next = work("750/2025/NĐ-CP", "2023-12-01", null);
  const said = work("733/QĐ-UBND", "2026-02-23", "2026-02-23", {
    title: "Về việc công bố văn bản quy định chi tiết tiếp tục có hiệu lực thi hành",
  });
  const world = (effects: readonly Effect[], detailing = [details(child.id, parent.id)]): World => ({
    works: [child, parent, second, next, said],
    effects: [begin(child), begin(parent), begin(second), ...effects],
    detailing,
  });
  const replaced = (day: string, what = parent.id): Effect => effect("replace-document", next.id, what, day);

  it("carry how sure their end is", () => {
    const inferred = periodAt(world([replaced("2025-09-01")]), child.id, "2026-01-01");
    expect(inferred?.because[0]).toMatchObject({ rule: "parent-ceased", certainty: "inferred" });
    const list = effect("expire", said.id, child.id, "2025-09-01");
    const announced = periodAt(world([replaced("2025-09-01"), list]), child.id, "2026-01-01");
    expect(announced).toMatchObject({ status: "ceased", since: "2025-09-01" });
    expect(announced?.because[0]).toMatchObject({ rule: "expired", certainty: "announced", announcedOn: "2026-02-23" });
  });
  it("an announcement has its own day and the day it speaks from", () => {
    const w = world([replaced("2025-09-01"), effect("extend", said.id, child.id, "2025-09-01")]);
    const period = periodAt(w, child.id, "2025-10-01");
    expect(period?.status).toBe("in-force");
    const proof = period?.because.find((b) => b.rule === "extended");
    expect(proof).toMatchObject({ from: "2025-09-01", announcedOn: "2026-02-23", certainty: "announced" });
    expect(proof?.says).toContain("Được công bố tiếp tục có hiệu lực");
    expect(proof?.says).toContain("tính từ ngày 01/09/2025");
  });
  it("of several parents end with the last, if each is surely ended", () => {
    const both = [details(child.id, parent.id), details(child.id, second.id)];
    const w = world([replaced("2025-09-01"), replaced("2026-01-15", second.id)], both);
    expect(at(w, child.id, "2026-01-14")).toBe("in-force 2023-05-12");
    expect(at(w, child.id, "2026-01-15")).toBe("ceased 2026-01-15");
  });
  it("of several parents, one ended while documents went on: to be determined", () => {
    const both = [details(child.id, parent.id), details(child.id, second.id)];
    const w = world([replaced("2025-05-01"), replaced("2026-01-15", second.id)], both);
    expect(periodAt(w, child.id, "2026-02-01")).toMatchObject({ status: "unknown" });
  });
  it("are asked about, and live, when the parent is amended since 01/7/2025", () => {
    const amend = (day: string, eId: string | null) => effect("amend", next.id, parent.id, day, { targetEId: eId });
    const period = periodAt(world([amend("2025-09-01", "art_4")]), child.id, "2026-01-01");
    expect(period?.status).toBe("in-force");
    expect(period?.because.find((b) => b.rule === "parent-amended")).toMatchObject({ certainty: "to-determine" });
    expect(period?.reason).toContain("cần xác định phần tương ứng");
    const before = periodAt(world([amend("2025-06-30", "art_4")]), child.id, "2026-01-01");
    expect(before?.because.some((b) => b.rule === "parent-amended")).toBe(false);
  });
  it("only where the amended unit is one they detail, and nobody has announced", () => {
    const amend = effect("amend", next.id, parent.id, "2025-09-01", { targetEId: "art_4__cl_2" });
    const asked = (eIds: readonly string[], more: readonly Effect[] = []): boolean =>
      periodAt(
        world([amend, ...more], [{ ...details(child.id, parent.id), parentEIds: eIds }]),
        child.id,
        "2026-03-01",
      )?.because.some((b) => b.rule === "parent-amended") ?? false;
    expect(asked(["art_4"])).toBe(true);
    expect(asked(["art_4__cl_2"])).toBe(true);
    expect(asked(["art_9"])).toBe(false);
    expect(asked(["art_4"], [effect("extend", said.id, child.id, "2025-09-01")])).toBe(false);
  });
  it("go on by a transitional clause about all documents that detail the parent", () => {
    const clause = effect("extend", next.id, parent.id, "2025-09-01", { reach: "detailing" });
    const w = world([replaced("2025-09-01"), clause]);
    expect(periodAt(w, child.id, "2026-01-01")?.status).toBe("in-force");
    expect(periodAt(w, child.id, "2026-01-01")?.reason).not.toContain("cần xác định");
    // and the clause does not keep the parent itself
    expect(at(w, parent.id, "2026-01-01")).toBe("ceased 2025-09-01");
  });
  it("of a parent abolished in the second quarter of 2025 are for a person to judge", () => {
    const period = periodAt(
      world([effect("repeal-document", next.id, parent.id, "2025-05-01")]),
      child.id,
      "2026-01-01",
    );
    expect(period?.status).toBe("in-force");
    expect(period?.reason).toMatch(/bãi bỏ mà không có văn bản thay thế.*cần xác định/u);
  });
  it("follow a law that is yet to come, as soon as it is a row", () => {
    const regimes = [
      ...loadExpiryRegimes().map((r) =>
        r.event === "parent-ceased" && r.to === null ? { ...r, to: "2028-01-01" } : r,
      ),
      {
        event: "parent-ceased" as const,
        outcome: "review" as const,
        citedAs: "khoản 9 Điều 99 Luật số 701/2027/QH16",
        text: "Văn bản quy định chi tiết vẫn có hiệu lực",
        from: "2028-01-01",
        to: null,
      },
    ];
    const status = (day: string, given?: typeof regimes) => {
      const w = world([replaced(day)]);
      const periods = statusPeriods({
        works: w.works,
        effects: w.effects ?? [],
        detailing: w.detailing ?? [],
        regimes: given,
      });
      return statusOn(
        periods.filter((p) => p.work === child.id),
        "2029-01-01",
      );
    };
    expect(status("2028-01-01", regimes)?.status).toBe("in-force");
    expect(status("2028-01-01", regimes)?.reason).toContain("Luật số 701/2027/QH16");
    expect(status("2027-12-31", regimes)?.status).toBe("ceased");
    expect(status("2028-01-01")?.status).toBe("ceased");
  });
});

describe("revival", () => {
  it("abolishing an amending act leaves what it amended amended", () => {
    const amender = work("15/2022/QĐ-UBND", "2022-05-01", "2022-05-12");
    const ender = work("09/2026/QĐ-UBND", "2026-03-01", "2026-03-15");
    const effects = [
      begin(OLD),
      effect("amend", amender.id, OLD.id, "2022-05-12", { targetEId: "art_5" }),
      effect("repeal-document", ender.id, amender.id, "2026-03-15"),
    ];
    const period = periodAt({ works: [OLD, amender, ender], effects }, OLD.id, "2026-06-01");
    expect(period).toMatchObject({ status: "partly-ceased", since: "2022-05-12" });
    expect(period?.units).toMatchObject([{ eId: "art_5", status: "amended" }]);
  });
});
