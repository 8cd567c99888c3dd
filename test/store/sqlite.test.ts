import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { storeConformance } from "./conformance.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let n = 0;

storeConformance("SQLite", { open: () => openStore(join(folder, `${n++}`, "index.db")) });
