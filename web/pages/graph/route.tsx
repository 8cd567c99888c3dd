import { canonicalSymbol } from "../../../src/domain/symbol.ts";
import { GRAPH_LINES } from "../../../src/use-cases/graph-view.ts";
import { mostTied } from "../../../src/use-cases/most-tied.ts";
import { viewNeighbourhood } from "../../../src/use-cases/view-neighbourhood.ts";
import { shortName } from "../../components/words.tsx";
import { type Answer, fault, type Route, seeOther } from "../../route.ts";
import { ChooserPage, GraphPage } from "./page.tsx";

const LONGEST_QUERY = 200;
const CHOICES_SHOWN = 50;

/** `/graph` a box for a number or name · `?q=` what is found by it · `?work=` the neighbourhood of one document. */
export const route: Route = {
  path: "/graph",
  permission: "document:read",
  async answer({ store, frame: f }): Promise<Answer> {
    const id = f.query.get("work");
    const home = { label: f.t.around.title, href: f.href("/graph") };
    const answer = { nav: "graph", styles: ["page-graph.css"] } as const;
    if (!id) {
      const q = (f.query.get("q") ?? "").trim();
      if (q.length > LONGEST_QUERY) return fault(400, "bad-value", q.slice(0, LONGEST_QUERY));
      const exact = q === "" ? [] : await store.works.bySymbol(canonicalSymbol(q));
      const found = q === "" ? null : exact.length > 0 ? exact : await store.search.works(q, { limit: CHOICES_SHOWN });
      const [only] = found ?? [];
      if (only !== undefined && found?.length === 1) return seeOther(f.href("/graph", { work: only.id }));
      const body = <ChooserPage f={f} q={q} found={found} most={await mostTied(store)} />;
      return { ...answer, title: f.t.around.title, place: [{ label: f.t.around.title }], body };
    }
    const work = await store.works.find(id);
    if (work === null) return fault(404, "no-document", id.slice(0, LONGEST_QUERY));
    const lines = f.query.getAll("kind");
    const odd = lines.find((line) => !GRAPH_LINES.some((l) => l === line));
    if (odd !== undefined) return fault(400, "bad-value", odd.slice(0, LONGEST_QUERY));
    const view = await viewNeighbourhood(store, work, {
      on: f.on,
      depth: f.query.get("depth") === "2" ? 2 : 1,
      lines: GRAPH_LINES.filter((line) => lines.includes(line)),
    });
    const name = shortName(f, work);
    return {
      ...answer,
      title: `${f.t.around.of} ${name}`,
      place: [home, { label: <span class="nb-wide">{name}</span> }],
      body: <GraphPage f={f} view={view} lines={lines} />,
    };
  },
};
