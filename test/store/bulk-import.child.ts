import { openStore } from "../../src/store/open.ts";
import { aDocument, anEntry, aWork } from "./build.ts";

/** Imports documents without end, one transaction each, and says each number after it is committed. Ended from outside. */
async function importForever(file: string): Promise<void> {
  const store = await openStore(file);
  const start = (await store.documents.counts()).documents;
  for (let i = start; ; i++) {
    const work = aWork({ symbol: `${i}/2025/QĐ-UBND` });
    const articles = Array.from({ length: 20 }, (_, a) => ({
      heading: `Điều số ${a}`,
      clauses: [`Văn bản thứ ${i}.`, "Khoản hai."],
    }));
    await store.withTransaction(async () => {
      await store.works.save([work]);
      await store.documents.add(anEntry(work, aDocument(`Văn bản ${i}`, articles)));
    });
    process.stdout.write(`${work.id}\n`);
  }
}

await importForever(process.argv[2] as string);
