import { canonicalSymbol } from "../../../src/domain/symbol.ts";
import type { Work } from "../../../src/domain/work.ts";
import { exportImpact, IMPACT_FORMATS, type ImpactFormat } from "../../../src/use-cases/export-impact.ts";
import { IMPACT_GROUNDS } from "../../../src/use-cases/impact-of.ts";
import { type ImpactPart, recentActs, viewImpact } from "../../../src/use-cases/view-impact.ts";
import type { Frame } from "../../frame.ts";
import { shortName } from "../../components/words.tsx";
import { fault, type Ask, type Route } from "../../route.ts";
import { ActsPage, ImpactPage, SeveralPage } from "./page.tsx";

/** `/impact` documents that change others · `?symbol=` one of them by its number · `?work=` by its id. */
export const route: Route = {
  path: "/impact",
  permission: "document:read",
  async answer(ask) {
    const { store, frame: f } = ask;
    const chosen = await worksAsked(ask);
    const symbol = f.query.get("symbol")?.trim() || null;
    const [work] = chosen ?? [];
    const place = [{ label: f.t.impact.title, href: work ? f.href("/impact") : undefined }];
    if (chosen === null || !work)
      return {
        title: f.t.impact.title,
        nav: "impact",
        place,
        body: <ActsPage f={f} acts={await recentActs(store)} notFound={chosen === null ? null : symbol} />,
      };
    if (chosen.length > 1)
      return {
        title: f.t.impact.title,
        nav: "impact",
        place,
        body: <SeveralPage f={f} works={chosen} symbol={symbol ?? ""} />,
      };
    const part = partAsked(f);
    if (part === null) return fault(400, "bad-value", f.query.get("ground") ?? "");
    const view = await viewImpact(store, work, f.on, part);
    return {
      title: `${f.t.impact.of} ${shortName(f, work)}`,
      nav: "impact",
      place: [...place, { label: shortName(f, work) }],
      body: <ImpactPage f={f} view={view} part={part} mayPlan={ask.may("batch:manage")} />,
    };
  },
};

/** Rows of each ground on the page of all, and of one ground on a page of its own. */
const SHOWN = { each: 30, one: 60 } as const;

/** Null where no such ground is. */
function partAsked(f: Frame): ImpactPart | null {
  const asked = f.query.get("ground");
  if (asked === null || asked === "") return { ground: null, from: 0, count: SHOWN.each };
  const ground = IMPACT_GROUNDS.find((one) => String(one) === asked);
  if (ground === undefined) return null;
  const from = Number.parseInt(f.query.get("after") ?? "0", 10) || 0;
  return { ground, from: Math.max(0, from), count: SHOWN.one };
}

/** The same list as a file: `?work=…&format=csv|xlsx|json`. */
export const exported: Route = {
  path: "/impact/list",
  permission: "document:read",
  async answer(ask) {
    const { store, frame: f } = ask;
    const format = f.query.get("format") ?? "csv";
    const work = await store.works.find(f.query.get("work") ?? "");
    if (!work) return fault(404, "no-document", f.query.get("work") ?? "");
    if (!IMPACT_FORMATS.includes(format)) return fault(400, "bad-value", format);
    const bytes = await exportImpact(store, work, f.on, format as ImpactFormat);
    return new Response(bytes.slice(), {
      headers: {
        "Content-Type": MEDIA[format as ImpactFormat],
        "Content-Disposition": `attachment; filename="tac-dong-${(work.symbol ?? work.id).replace(/[^A-Za-z0-9.-]+/gu, "_")}.${format}"`,
        "Cache-Control": "no-store",
      },
    });
  },
};

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Record<ImpactFormat, string>;

/** Null: nothing was asked for. Empty: asked for, not found. */
async function worksAsked({ store, frame: f }: Ask): Promise<readonly Work[] | null> {
  const id = f.query.get("work");
  if (id) {
    const work = await store.works.find(id);
    return work ? [work] : [];
  }
  const symbol = f.query.get("symbol")?.trim();
  return symbol ? store.works.bySymbol(canonicalSymbol(symbol)) : null;
}
