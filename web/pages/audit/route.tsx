import { startOfDay } from "../../../src/domain/vietnam-time.ts";
import { AUDIT_ACTIONS, type AuditAction } from "../../../src/domain/audit.ts";
import { addDays, parseDate } from "../../../src/domain/legal-date.ts";
import { auditEntries } from "../../../src/use-cases/verify-audit.ts";
import { viewAudit } from "../../../src/use-cases/view-audit.ts";
import type { Frame } from "../../frame.ts";
import { fault, type Fault, type Route } from "../../route.ts";
import { AuditPage } from "./page.tsx";

/** `?by= &action= &from= &to=` filter, `?before=` older entries, `?verify=yes` walks the whole chain. */
export const route: Route = {
  path: "/admin/audit",
  permission: "audit:read",
  async answer({ store, frame: f, installation }) {
    const anchorDir = installation?.anchorDir ?? null;
    const asked = filtersOf(f);
    if ("fault" in asked) return asked;
    return {
      title: f.t.audit.title,
      nav: "admin",
      place: [{ label: f.t.nav.admin, href: f.href("/admin") }, { label: f.t.audit.title }],
      body: <AuditPage f={f} view={await viewAudit(store, { ...asked, anchorDir })} anchorDir={anchorDir} />,
    };
  },
};

/** Every entry, oldest first, one JSON line each; sent as it is read. */
export const exported: Route = {
  path: "/admin/audit/export",
  permission: "audit:read",
  async answer({ store }) {
    const entries = auditEntries(store);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await entries.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      },
    });
    return new Response(body, {
      headers: {
        "Content-Type": "application/x-ndjson; charset=utf-8",
        "Content-Disposition": 'attachment; filename="nhat-ky.ndjson"',
        "Cache-Control": "no-store",
      },
    });
  },
};

type Asked = Omit<Parameters<typeof viewAudit>[1], "anchorDir">;

function filtersOf(f: Frame): Asked | { fault: Fault } {
  const get = (name: string): string => f.query.get(name)?.trim() ?? "";
  const [action, from, to, before] = [get("action"), get("from"), get("to"), get("before")];
  if (action !== "" && !(AUDIT_ACTIONS as readonly string[]).includes(action)) return fault(400, "bad-value", action);
  for (const day of [from, to]) if (day !== "" && parseDate(day) === null) return fault(400, "bad-day", day);
  if (before !== "" && !/^\d{1,15}$/u.test(before)) return fault(400, "bad-value", before);
  const [first, last] = [parseDate(from), parseDate(to)];
  return {
    by: get("by") || undefined,
    action: (action || undefined) as AuditAction | undefined,
    from: first === null ? undefined : startOfDay(first),
    to: last === null ? undefined : startOfDay(addDays(last, 1)),
    before: before === "" ? undefined : Number(before),
    verify: get("verify") === "yes",
  };
}
