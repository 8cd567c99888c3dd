import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { indexRevision } from "../../src/use-cases/index-revision.ts";
import { rekeyTitles } from "../../src/use-cases/rekey-titles.ts";
import { aDocument, anEntry, aWork } from "../store/build.ts";

it("gives documents of an older index their Vietnamese sort keys, once", async () => {
  const store = await openStore(":memory:");
  const work = aWork({ symbol: "1/2024/QĐ-UBND", title: "Đê điều" });
  await store.withTransaction(async () => {
    await store.works.save([work]);
    await store.documents.add(anEntry(work, aDocument("Đê điều", [])));
  });
  // as an earlier version left it: folded words
  const saved: string[] = [];
  const older: typeof store = {
    ...store,
    documents: {
      ...store.documents,
      shelf: async () =>
        (await store.documents.shelf()).map((row) => ({ ...row, keys: { ...row.keys, title: "de dieu" } })),
    },
    works: { ...store.works, save: async (works) => void saved.push(...works.map(({ id }) => id)) },
  };
  const before = await indexRevision(store);
  expect(await rekeyTitles(older)).toBe(1);
  expect(saved).toEqual([work.id]);
  expect(await indexRevision(store)).toBe(before + 1);
  expect(await rekeyTitles(older)).toBe(0);
  await store.close();
});

it("leaves those alone that have them", async () => {
  const store = await openStore(":memory:");
  const work = aWork({ symbol: "1/2024/QĐ-UBND", title: "Đê điều" });
  await store.withTransaction(async () => {
    await store.works.save([work]);
    await store.documents.add(anEntry(work, aDocument("Đê điều", [])));
  });
  expect(await rekeyTitles(store)).toBe(0);
  await store.close();
});
