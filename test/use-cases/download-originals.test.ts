import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { downloadOriginals, MOST_ORIGINALS } from "../../src/use-cases/download-originals.ts";
import { aDocument, anEntry, aWork } from "../store/build.ts";

it("stops at its bound and names what it left out", async () => {
  const store = await openStore(":memory:");
  const asked = MOST_ORIGINALS + 3;
  await store.withTransaction(async () => {
    for (let n = 1; n <= asked; n++) {
      const work = aWork({ symbol: `${n}/2025/QĐ-UBND`, title: `Quy định số ${n}` });
      await store.works.save([work]);
      const entry = anEntry(work, aDocument(`Quy định số ${n}`, []), { file: `../../${n}:a.docx` });
      await store.documents.add(entry);
    }
  });
  const originals = await downloadOriginals(store, { on: "2025-12-01", chosen: {}, sort: "symbol" });
  expect(originals).toMatchObject({ files: MOST_ORIGINALS, asked });
  const parts: Uint8Array[] = [];
  for await (const part of originals.archive) parts.push(part);
  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  const names = Object.keys(files);
  expect(names).toHaveLength(MOST_ORIGINALS + 1);
  expect(names[0]).toBe("001-1-2025-QĐ-UBND-1-a.docx");
  const list = new TextDecoder().decode(files["000-danh-muc-tep.csv"]);
  expect(list.match(/Không tải: gói chỉ chứa 200 tệp/gu)).toHaveLength(3);
  expect(list).toContain(`${asked}/2025/QĐ-UBND`);
  await store.close();
});
