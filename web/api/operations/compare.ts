import { z } from "zod";
import { askedSide, type ChosenSide, chooseSide } from "../../../src/use-cases/choose-sides.ts";
import { type ComparedUnit, type ComparisonView, viewComparison } from "../../../src/use-cases/view-comparison.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { day, eId, list, named, workId } from "../shapes/named.ts";
import { work, workOf } from "../shapes/work.ts";

const side = z.string().min(1).max(200);
const below = z.strictObject({ number: z.string(), heading: z.boolean(), words: z.string() });

const unit = named(
  "ComparedUnit",
  z.strictObject({
    eId,
    name: z.string(),
    frame: z.string().nullable(),
    number: z.string(),
    heading: z.boolean(),
    words: z.string(),
    below: list(below),
  }),
);

const shownSide = z.strictObject({ work, on: day.nullable(), refused: z.number().int(), days: list(day) });

const row = named(
  "ComparedRow",
  z.strictObject({
    state: z.enum(["changed", "added", "removed", "moved", "renumbered", "same"]),
    reworded: z.boolean(),
    left: unit.nullable(),
    right: unit.nullable(),
    parts: list(z.strictObject({ same: z.boolean(), left: z.string(), right: z.string() })).nullable(),
    repealedBy: z.strictObject({ work: workId, symbol: z.string().nullable(), eId: eId.nullable() }).nullable(),
  }),
);

const unitOf = (u: ComparedUnit | null): z.input<typeof unit> | null =>
  u === null
    ? null
    : {
        eId: u.eId,
        name: u.name,
        frame: u.frame,
        number: u.number,
        heading: u.heading,
        words: u.words,
        below: u.below.map((b) => ({ number: b.number, heading: b.heading, words: b.words })),
      };

const sideOf = (s: ComparisonView["left"]): z.input<typeof shownSide> => ({
  work: workOf(s.work),
  on: s.on,
  refused: s.refused,
  days: s.days,
});

export const compare = operation({
  id: "compare",
  method: "GET",
  path: "/compare",
  permission: "document:read",
  tag: "compare",
  day: true,
  summary: {
    vi: "So sánh hai lời văn: hai văn bản, hoặc một văn bản ở hai ngày",
    en: "Compare two texts: two documents, or one document on two days",
  },
  note: {
    vi: "Mỗi bên là MÃ@NGÀY hoặc SỐ KÝ HIỆU@NGÀY; MÃ@ là lời văn khi ban hành; MÃ là lời văn tại ngày `on`. Tối đa 600 dòng khác nhau.",
    en: "Each side is ID@DAY or SYMBOL@DAY; ID@ is the text as issued; ID the text on the day `on`. 600 differing rows at most.",
  },
  query: z.strictObject({ left: side, right: side, same: z.enum(["yes", "no"]).default("no") }),
  answers: z.strictObject({
    left: shownSide,
    right: shownSide,
    rows: list(row),
    counts: z.record(z.string(), z.number().int()),
    bounded: z.strictObject({
      units: z.number().int().nullable(),
      unmarked: z.number().int(),
      rows: z.number().int().nullable(),
    }),
  }),
  example: { left: "w17@", right: "w17@2026-06-30" },
  async run({ store, query, on }) {
    const [left, right] = [
      await chooseSide(store, askedSide(query.left, on)),
      await chooseSide(store, askedSide(query.right, on)),
    ];
    if (!left.ok) return refuse(left);
    if (!right.ok) return refuse(right);
    const view = await viewComparison(store, left.side, right.side);
    if ("missing" in view) return apiFault(404, "no-text", view.missing.symbol ?? view.missing.id);
    const rows = view.rows.filter((r) => query.same === "yes" || r.state !== "same");
    return {
      body: {
        left: sideOf(view.left),
        right: sideOf(view.right),
        rows: rows.map((r) => ({
          state: r.state,
          reworded: r.reworded,
          left: unitOf(r.left),
          right: unitOf(r.right),
          parts: r.parts,
          repealedBy: r.repealedBy,
        })),
        counts: view.counts,
        bounded: view.bounded,
      },
    };
  },
});

function refuse(side: Extract<ChosenSide, { ok: false }>) {
  const { document, day: written } = side.asked;
  if (side.why === "bad-day") return apiFault(400, "bad-day", written);
  return side.why === "several" ? apiFault(409, "several-documents", document) : apiFault(404, "no-document", document);
}
