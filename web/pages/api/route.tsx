import { OPERATIONS } from "../../api/operations.ts";
import { fault, type Route, seeOther } from "../../route.ts";
import { ApiPage } from "./page.tsx";
import { addressOf } from "./parameters.ts";

/** What programs may ask for, and a place to try it. */
export const route: Route = {
  path: "/api",
  permission: "public",
  async answer({ frame: f }) {
    return {
      title: f.t.api.title,
      nav: "api",
      place: [{ label: f.t.api.title }],
      styles: ["page-api.css"],
      scripts: ["api-try.js"],
      body: <ApiPage f={f} />,
    };
  },
};

/** The form of one reading operation, without script: its values become the address, where the browser is sent. */
export const tryIt: Route = {
  path: "/api/try",
  permission: "public",
  async answer({ frame: f }) {
    const asked = f.query.get("op") ?? "";
    const operation = OPERATIONS.find((o) => o.id === asked && o.method === "GET");
    if (operation === undefined) return fault(400, "bad-value", asked);
    const address = addressOf(operation, (name) => f.query.get(name) ?? "");
    return address === null ? fault(400, "bad-value", operation.path) : seeOther(address);
  },
};
