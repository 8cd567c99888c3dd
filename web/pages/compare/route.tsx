import {
  type AskedSide,
  askedSide,
  type ChosenSide,
  chooseSide,
  sideAddress,
} from "../../../src/use-cases/choose-sides.ts";
import { viewComparison } from "../../../src/use-cases/view-comparison.ts";
import { shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { type Route, seeOther } from "../../route.ts";
import { ComparePage } from "./page.tsx";

/** `?left=WORK@DAY&right=WORK@DAY`; the form's own fields (`a`, `aday`, `b`, `bday`) lead to that address. */
export const route: Route = {
  path: "/compare",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const asked = askedSides(f);
    const chosen = {
      left: asked.left === null ? null : await chooseSide(store, asked.left),
      right: asked.right === null ? null : await chooseSide(store, asked.right),
    };
    const { left, right } = chosen;
    if (f.query.has("a") && isChosen(left) && isChosen(right))
      return seeOther(
        f.href("/compare", { left: sideAddress(left.side), right: sideAddress(right.side), show: f.query.get("show") }),
      );
    const view = isChosen(left) && isChosen(right) ? await viewComparison(store, left.side, right.side) : null;
    const one = isChosen(left) && isChosen(right) && left.side.work.id === right.side.work.id ? left.side.work : null;
    return {
      title: f.t.compare.title,
      nav: "documents",
      place: [
        { label: f.t.documents.title, href: f.href("/documents") },
        ...(one === null
          ? []
          : [
              {
                label: <span class="nb-wide">{shortName(f, one)}</span>,
                href: f.href(`/documents/${one.id}`),
              },
            ]),
        { label: f.t.compare.title },
      ],
      body: <ComparePage f={f} asked={asked} chosen={chosen} view={view} />,
    };
  },
};

const isChosen = (side: ChosenSide | null): side is Extract<ChosenSide, { ok: true }> => side?.ok === true;

/** A right side left open is the left document on the day that all pages stand on. */
function askedSides(f: Frame): { readonly left: AskedSide | null; readonly right: AskedSide | null } {
  const field = (name: string): string => (f.query.get(name) ?? "").trim();
  if (field("a") !== "")
    return {
      left: { document: field("a"), day: field("aday") },
      right: { document: field("b") || field("a"), day: field("bday") },
    };
  const [left, right] = [field("left"), field("right")];
  if (left === "") return { left: null, right: null };
  const first = askedSide(left, f.on);
  return { left: first, right: right === "" ? { document: first.document, day: f.on } : askedSide(right, f.on) };
}
