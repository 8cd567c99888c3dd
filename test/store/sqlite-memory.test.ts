import { openStore } from "../../src/store/open.ts";
import { storeConformance } from "./conformance.ts";

storeConformance("SQLite in memory", { open: () => openStore(":memory:") });
