import { describe, expect, it } from "vitest";
import type { Inspection, Petition } from "../../src/domain/petition.ts";
import type { Store } from "../../src/store/store.ts";
import { aWork } from "./build.ts";

export const aPetition = (id: string, given: Partial<Omit<Petition, "body">> & { body?: object } = {}): Petition => ({
  id,
  state: "received",
  receivedOn: "2026-05-01",
  version: 1,
  at: 10,
  ...given,
  body: {
    kind: "review",
    from: "Công ty An Phú",
    contact: "",
    letter: "12/AP",
    text: "Đề nghị rà soát Quyết định số 17/2025/QĐ-UBND",
    works: ["w17"],
    unfound: [],
    toldOn: null,
    passedTo: null,
    passedOn: null,
    answer: null,
    answeredOn: null,
    by: "Hà",
    history: [],
    ...given.body,
  },
});

export const anInspection = (id: string, given: Partial<Inspection> = {}): Inspection => ({
  id,
  work: "w17",
  state: "open",
  version: 1,
  at: 10,
  body: {
    kind: "competence",
    shortened: false,
    findings: [],
    ground: "Phản ánh của công dân",
    petition: null,
    unlawful: "Đặt thủ tục hành chính",
    events: [{ event: "opened", day: "2026-05-04", number: "", note: "", outcome: null, by: "Hà", at: 10 }],
    by: "Hà",
  },
  ...given,
});

/** Letters from outside and inspections, alike on every engine. */
export function petitionsBehave(of: () => Store): void {
  describe("petitions and inspections", () => {
    it("are found, the latest first; the first of two writers wins", async () => {
      await of().petitions.add(aPetition("a"));
      await of().petitions.add(aPetition("b", { receivedOn: "2026-06-01" }));
      expect((await of().petitions.all()).map((one) => one.id)).toEqual(["b", "a"]);
      expect(await of().petitions.find("a")).toEqual(aPetition("a"));
      expect(await of().petitions.find("none")).toBeNull();
      const next = aPetition("a", { version: 2, state: "considering" });
      expect(await of().petitions.change(next)).toBe(true);
      expect(await of().petitions.change(aPetition("a", { version: 2, state: "answered" }))).toBe(false);
      expect(await of().petitions.find("a")).toEqual(next);
    });

    it("inspections are kept by their document", async () => {
      await of().petitions.addInspection(anInspection("a"));
      await of().petitions.addInspection(anInspection("b", { work: "w2", at: 20 }));
      expect((await of().petitions.inspections()).map((one) => one.id)).toEqual(["b", "a"]);
      expect((await of().petitions.inspectionsOf(["w17"])).map((one) => one.id)).toEqual(["a"]);
      expect(await of().petitions.inspection("none")).toBeNull();
      expect(await of().petitions.changeInspection(anInspection("a", { version: 2, state: "closed" }))).toBe(true);
      expect(await of().petitions.changeInspection(anInspection("a", { version: 2 }))).toBe(false);
      expect((await of().petitions.inspection("a"))?.state).toBe("closed");
    });

    it("go with a document whose number was mended", async () => {
      const [from, to] = [aWork({ symbol: "1/2025/QĐ-UBND" }), aWork({ symbol: "2/2025/QĐ-UBND" })];
      await of().works.save([from, to]);
      await of().petitions.add(aPetition("a", { body: { works: ["w9", from.id] } }));
      await of().petitions.addInspection(anInspection("b", { work: from.id }));
      await of().withTransaction(() => of().documents.moveTo(from.id, to.id));
      expect((await of().petitions.find("a"))?.body.works).toEqual(["w9", to.id]);
      expect((await of().petitions.inspection("b"))?.work).toBe(to.id);
    });
  });
}
