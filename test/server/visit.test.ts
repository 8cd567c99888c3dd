import { describe, expect, it } from "vitest";
import { VISIT_ENDS_AFTER, visitAt } from "../../src/server/visit.ts";
import { sampleApp } from "./app.ts";

const NOW = 1_800_000_000_000;
const minutes = (n: number): number => n * 60_000;

describe("a visit", () => {
  it("is the first where nothing, or nothing sound, is kept", () => {
    for (const cookie of ["", "x", "1.x", `${NOW}.5`, `0.${NOW + 1}`, "-1.-1", "9".repeat(20)])
      expect(visitAt(cookie, NOW), cookie).toEqual({ before: null, write: true });
  });

  it("goes on while requests come, and is not written anew for each", () => {
    expect(visitAt(`0.${NOW - 5_000}`, NOW)).toEqual({ before: null, write: false });
    expect(visitAt(`77.${NOW - 5_000}`, NOW)).toEqual({ before: 77, write: false });
    expect(visitAt(`77.${NOW - minutes(2)}`, NOW)).toEqual({ before: 77, write: true });
    expect(visitAt(`77.${NOW - VISIT_ENDS_AFTER}`, NOW).before).toBe(77);
  });

  it("ends after half an hour without a request: the next one tells what came since its last", () => {
    expect(visitAt(`77.${NOW - minutes(31)}`, NOW)).toEqual({ before: NOW - minutes(31), write: true });
  });
});

describe("the app", () => {
  it("keeps the visit in a cookie that scripts cannot read, and tells the overview", async () => {
    const site = await sampleApp();
    const first = await site.get("/documents");
    const cookie = first.headers.getSetCookie().find((c) => c.startsWith("visit=")) ?? "";
    expect(cookie).toMatch(/^visit=0\.\d{13};.*HttpOnly.*SameSite=Lax/u);
    expect((await site.get("/")).text).toContain("Máy này chưa ghi lần xem nào trước đây");
    const later = await site.get("/", { cookie: `visit=0.${Date.now() - minutes(90)}` });
    expect(later.text).toContain("Từ lần xem trước");
    const kept = later.headers.getSetCookie().find((c) => c.startsWith("visit=")) ?? "";
    expect(kept).not.toMatch(/^visit=0\./u);
    const program = await site.get("/documents", { accept: "application/json" });
    expect(program.headers.getSetCookie().some((c) => c.startsWith("visit="))).toBe(false);
  });
});
