import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lineText } from "../../src/report/exported-document.ts";
import { xml, xmlText } from "../../src/report/xml.ts";
import { akomaNtosoFile, type ExportedDocument, exportDocument } from "../../src/use-cases/export-document.ts";
import { exportRelations } from "../../src/use-cases/export-relations.ts";
import type { Store } from "../../src/store/store.ts";
import { sampleStore, TODAY } from "../server/sample-store.ts";
import { type Element, faultsOf, parseXml, textOf, walk } from "./akn-structure.ts";

let store: Store;
beforeAll(async () => {
  store = await sampleStore();
});
afterAll(() => store.close());

async function exported(id: string, wording: "day" | "issued", on = TODAY): Promise<ExportedDocument> {
  const document = await exportDocument(store, id, on, wording, TODAY);
  if (document === null) throw new Error(`no text of ${id}`);
  return document;
}
const aknOf = async (id: string, wording: "day" | "issued", on = TODAY): Promise<Element> =>
  parseXml(new TextDecoder().decode(akomaNtosoFile(await exported(id, wording, on))));
const find = (root: Element, eId: string): Element | undefined => [...walk(root)].find((e) => e.attributes.eId === eId);
const all = (root: Element, name: string): readonly Element[] => [...walk(root)].filter((e) => e.name === name);

describe("Akoma Ntoso", () => {
  test.each([
    ["w17", "issued"],
    ["w17", "day"],
    ["w06", "issued"],
    ["w742", "day"],
    ["w66", "day"],
  ] as const)("%s (%s) is built as the standard wants it", async (id, wording) => {
    expect(faultsOf(await aknOf(id, wording))).toEqual([]);
  });

  test("every word of the text stands in it, in units with our eIds", async () => {
    const stored = await store.documents.current("w17");
    const root = await aknOf("w17", "issued");
    const said = textOf(root);
    for (const word of new Set((stored?.document.text ?? "").match(/[\p{L}\p{N}]+/gu)))
      expect(said, word).toContain(word);
    for (const { eId } of stored?.document.provisions ?? []) expect(find(root, eId), eId).toBeDefined();
    expect(find(root, "att_1__art_3__cl_1__point_b")?.name).toBe("point");
  });

  test("on a day the words are those of the day, and what was repealed says so", async () => {
    const root = await aknOf("w17", "day");
    expect(textOf(find(root, "att_1__art_6__cl_1") as Element)).toContain("niêm yết công khai");
    expect(find(root, "att_1__art_6a")?.name).toBe("article");
    expect(find(root, "att_1__art_8")?.attributes.status).toBe("removed");
    expect(find(root, "att_1__art_9")?.attributes.status).toBe("temporarilyRemoved");
    const issued = await aknOf("w17", "issued");
    expect(find(issued, "att_1__art_6a")).toBeUndefined();
    expect(find(issued, "att_1__art_8")?.attributes.status).toBeUndefined();
  });

  test("citations that were found are references, căn cứ are citations, proposals recitals", async () => {
    const root = await aknOf("w17", "issued");
    const hrefs = all(root, "ref").map((r) => r.attributes.href);
    expect(hrefs).toContain("/akn/vn/act/nghi-dinh/chinh-phu/2024-05-09/742-2024-nd-cp#art_9__cl_1");
    expect(all(root, "citation")).toHaveLength(2);
    expect(all(root, "recital")).toHaveLength(1);
    // nobody knows what it means: it stays words
    expect(all(root, "ref").map(textOf).join()).not.toContain("liên ngành");
  });

  test("an amending document quotes new wording apart and says what it does to whom", async () => {
    const root = await aknOf("w06", "issued");
    expect(all(root, "quotedStructure")).toHaveLength(2);
    const mods = all(root, "activeModifications")[0]?.children ?? [];
    expect(mods.map((m) => m.attributes.type)).toContain("insertion");
    expect(mods[0]?.children.find((c) => c.name === "destination")?.attributes.href).toMatch(
      /17-2025-qd-ubnd#att_1__/u,
    );
    // what is not counted is no modification
    expect(mods).toHaveLength(4);
  });

  test("hostile words stay words", async () => {
    const document = await exported("w66", "day");
    const hostile = {
      ...document,
      title: `a\u0000b\u0008]]>&"'<x>`,
      head: [{ runs: [{ text: `\uD800<b>&amp;</b>\u000B]]>`, ref: null }], quoted: false, is: "text" as const }],
    };
    const root = parseXml(new TextDecoder().decode(akomaNtosoFile(hostile)));
    expect(faultsOf(root)).toEqual([]);
    expect(textOf(all(root, "preface")[0] as Element).trim()).toBe("<b>&amp;</b>]]>");
    expect(xml("a", { b: `"\n<&` }, xmlText("\u0001x\uFFFE"))).toBe('<a b="&quot;&#10;&lt;&amp;">x</a>');
  });

  test("the same text gives the same file", async () => {
    expect(akomaNtosoFile(await exported("w17", "day"))).toEqual(akomaNtosoFile(await exported("w17", "day")));
  });

  test("the parts of an export hold every line once", async () => {
    const { head, preamble, units, foot } = await exported("w06", "issued");
    const said = [...head, ...preamble, ...units.flatMap((u) => u.lines), ...foot].map(lineText);
    expect(new Set(said).size).toBe(said.length);
    expect(units.filter((u) => u.parent === null).map((u) => u.eId)).toEqual(["art_1", "art_2"]);
  });
});

describe("relations as JSON-LD", () => {
  const graphOf = async (id: string) => {
    const work = await store.works.find(id);
    if (work === null) throw new Error(id);
    return JSON.parse(new TextDecoder().decode(await exportRelations(store, work, TODAY))) as {
      "@context": Record<string, unknown>;
      "@graph": Record<string, unknown>[];
    };
  };

  test("who acts carries the property; every IRI of ours is a resource of the graph", async () => {
    const { "@context": context, "@graph": graph } = await graphOf("w17");
    expect(context.eli).toBe("http://data.europa.eu/eli/ontology#");
    const self = graph.find((n) => n["eli:id_local"] === "17/2025/QĐ-UBND") as Record<string, unknown>;
    const amender = graph.find((n) => n["eli:id_local"] === "06/2026/QĐ-UBND") as Record<string, unknown>;
    expect(amender["eli:amends"]).toContainEqual({ "@id": self["@id"] });
    expect(self["eli:cites"]).toContainEqual({ "@id": "/akn/vn/act/nghi-dinh/chinh-phu/2024-05-09/742-2024-nd-cp" });
    expect(self["eli:in_force"]).toBe("eli:InForce-partiallyInForce");
    expect(self["eli:date_document"]).toBe("2025-10-06");
    const ids = new Set(graph.map((n) => n["@id"]));
    for (const node of graph)
      for (const value of Object.values(node).flat())
        if (
          typeof value === "object" &&
          value !== null &&
          "@id" in value &&
          !String(value["@id"]).startsWith("rasoat:")
        )
          expect(ids).toContain(value["@id"]);
  });

  test("each relation says its exact kind, its days and its words", async () => {
    const { "@graph": graph } = await graphOf("w06");
    const amends = graph.filter((n) => n["@type"] === "rasoat:Relation" && n["rasoat:kind"] === "amends");
    expect(amends.length).toBeGreaterThan(0);
    expect(amends[0]).toMatchObject({ "rasoat:since": "2026-04-01", "rasoat:certain": true });
    expect(String(amends[0]?.["rasoat:quote"])).not.toBe("");
  });
});
