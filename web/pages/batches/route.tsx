import { viewBatches } from "../../../src/use-cases/view-batches.ts";
import type { Route } from "../../route.ts";
import { BatchesPage } from "./page.tsx";

export const route: Route = {
  path: "/batches",
  permission: "batch:read",
  async answer({ store, frame: f, may }) {
    return {
      title: f.t.batches.title,
      nav: "batches",
      place: [{ label: f.t.batches.title }],
      styles: ["page-sheet.css"],
      body: <BatchesPage f={f} rows={await viewBatches(store, f.today)} mayMake={may("batch:manage")} />,
    };
  },
};
