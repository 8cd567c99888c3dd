import { countQueue } from "../../../src/use-cases/finding-queue.ts";
import { savedViews, type SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import type { Ask, PageAnswer } from "../../route.ts";
import { filtersOf } from "./filters.ts";

/** What the pages of the queue bring along. */
export const TRIAGE_ASSETS: Pick<PageAnswer, "styles" | "scripts"> = {
  styles: ["page-triage.css"],
  scripts: ["page-ahead.js", "act-panels.js"],
};

/** Kept lists of findings, each with how many findings it holds now. */
export const listsOf = (ask: Ask): Promise<readonly SavedViewRow[]> =>
  savedViews(ask.store, "findings", async (query) => {
    const filters = filtersOf(ask.frame, query, ask);
    if ("fault" in filters) return null;
    return countQueue(ask.store, filters.ask.filters, filters.ask.looker);
  });
